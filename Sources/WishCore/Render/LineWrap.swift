/// Breaks text into lines of so many columns, by the rules of Chinese print (GB/T 15834, CLREQ).
///
/// A line may end between any two ideographs, but not before a mark that closes or after one that opens.
/// A Latin word or a number is kept whole unless it is longer than a line. Spaces at the end of a line vanish. The
/// text's own line ends are kept. One pass, linear in the text.
public enum LineWrap {
  /// Marks that do not begin a line.
  static let closing = marks("，。！？；：、）》〉”’…】〕〗」』｝］％‰℃～·,.!?;:)]}%")
  /// Marks that do not end a line.
  static let opening = marks("（《〈“‘【〔〖「『｛［￥#$([{")

  /// The lines of `text`, none wider than `columns` columns, but where one cluster alone is.
  ///
  /// - Parameters:
  ///   - text: The text; LF ends a line.
  ///   - columns: The width; at least 2, or no ideograph would fit.
  /// - Returns: At least one line; none ends with a space.
  public static func lines(of text: String, columns: Int) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(of: bytes, columns: columns).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where in the UTF-8 bytes of a text its lines lie.
  static func ranges(of text: [UInt8], columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var breaker = LineBreaker(limit: max(2, columns), start: 0)
    var index = 0
    while index < text.count {
      let (scalar, next) = scalar(of: text, at: index)
      if scalar == 0x0A {
        lines.append(breaker.start..<breaker.inkEnd)
        breaker = LineBreaker(limit: breaker.limit, start: next)
      } else if let line = breaker.add(scalar, at: index, next: next) {
        lines.append(line)
      }
      index = next
    }
    lines.append(breaker.start..<breaker.inkEnd)
    return lines
  }

  /// The scalar that begins at `index` of well-formed UTF-8, and where the next one does.
  private static func scalar(of text: [UInt8], at index: Int) -> (UInt32, next: Int) {
    let lead = UInt32(text[index])
    switch lead {
    case ..<0x80: return (lead, index + 1)
    case ..<0xE0: return ((lead & 0x1F) << 6 | tail(text, index + 1), index + 2)
    case ..<0xF0:
      return ((lead & 0x0F) << 12 | tail(text, index + 1) << 6 | tail(text, index + 2), index + 3)
    default:
      let high = (lead & 0x07) << 18 | tail(text, index + 1) << 12
      return (high | tail(text, index + 2) << 6 | tail(text, index + 3), index + 4)
    }
  }

  private static func tail(_ text: [UInt8], _ index: Int) -> UInt32 { UInt32(text[index]) & 0x3F }

  /// What stands on either side of a possible break.
  enum Kind {
    /// A letter, digit or sign one column wide: part of a word.
    case word
    /// An ideograph, or any other scalar two columns wide.
    case ideograph
    /// A mark that does not begin a line.
    case closing
    /// A mark that does not end a line.
    case opening
    /// One of the two strokes of ——.
    case dash
    /// U+0020, or the ideographs' U+3000.
    case space
  }

  /// What a scalar is to a break.
  static func kind(of scalar: UInt32, columns: Int) -> Kind {
    switch scalar {
    case 0x4E00...0x9FFF: return .ideograph
    case 0x20, 0x3000: return .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .word
    case 0x2014: return .dash
    default:
      if DisplayWidth.contains(scalar, in: closing) { return .closing }
      if DisplayWidth.contains(scalar, in: opening) { return .opening }
      return columns == 2 ? .ideograph : .word
    }
  }

  /// Whether a line may end between two neighbours, of which `isNarrow` says that both are one column wide.
  static func mayBreak(_ left: Kind, _ right: Kind, isNarrow: Bool) -> Bool {
    switch (left, right) {
    case (_, .space), (_, .closing), (.opening, _), (.dash, .dash): false
    case (.space, .word), (.space, .ideograph), (.space, .opening), (.space, .dash): true
    case (.word, .word): false
    // ASCII marks inside a word or number (3.5, a-b(c), http://x) break it no more than its letters do.
    case (.word, .opening), (.closing, .word), (.closing, .opening): !isNarrow
    case (.word, .ideograph), (.word, .dash), (.ideograph, .word), (.ideograph, .ideograph),
      (.ideograph, .opening), (.ideograph, .dash), (.closing, .ideograph), (.closing, .dash),
      (.dash, .word), (.dash, .ideograph), (.dash, .opening):
      true
    }
  }

  /// The scalars of `text` as an ascending list of ranges.
  private static func marks(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).sorted().flatMap { [$0, $0] }
  }
}

/// Finds the end of one line after another while a text passes by.
private struct LineBreaker {
  /// A place where the line may end: its end without spaces, where the next one begins, and the columns
  /// from the line's start to there.
  private struct Break {
    var end: Int
    var next: Int
    var width: Int
  }

  let limit: Int
  /// Where the present line begins.
  private(set) var start: Int
  /// The end of what the present line holds, without trailing spaces.
  private(set) var inkEnd: Int
  private var counter = ColumnCounter()
  private var width = 0
  private var left: (kind: LineWrap.Kind, columns: Int)?
  /// The last place where a rule lets the line end.
  private var allowed: Break?
  /// The place before the last cluster, where it ends when no rule lets it.
  private var forced: Break

  init(limit: Int, start: Int) {
    self.limit = limit
    self.start = start
    self.inkEnd = start
    self.forced = Break(end: start, next: start, width: 0)
  }

  /// Takes the scalar at `index`; where the line is full, gives that line and goes on with the next.
  mutating func add(
    _ scalar: UInt32,
    at index: Int,
    next: Int
  ) -> Range<Int>? {
    let step = counter.add(scalar)
    if !step.joins {
      let kind = LineWrap.kind(of: scalar, columns: step.columns)
      forced = Break(end: inkEnd, next: index, width: width)
      if let left, LineWrap.mayBreak(left.kind, kind, isNarrow: left.columns < 2 && step.columns < 2) {
        allowed = forced
      }
      left = (kind, step.columns)
    }
    width += step.columns
    // Spaces hang over the edge.
    if !step.joins, left?.kind == .space { return nil }
    inkEnd = next
    guard width > limit, forced.next > start else { return nil }
    // What an allowed break would leave may still be too wide by one column.
    let found = allowed.flatMap { width - $0.width <= limit ? $0 : nil } ?? forced
    defer {
      start = found.next
      width -= found.width
      forced.width -= found.width
      allowed = nil
    }
    return start..<found.end
  }
}
