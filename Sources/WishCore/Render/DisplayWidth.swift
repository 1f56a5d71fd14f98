/// How many columns a text takes in a terminal or in a monospaced Chinese font.
///
/// `wcwidth` depends on the locale (−1 for 中 in the C locale), so the widths are our own: Unicode's
/// East_Asian_Width (UAX #11), Wide and Fullwidth taking two columns, marks that sit on another scalar
/// none, all else one. Widths are told scalar by scalar; those of flags, skin tones, keycaps and emoji
/// families are joined on the way, so that no table of grapheme clusters is needed and a text is measured
/// in one pass.
///
/// East_Asian_Width calls some marks Ambiguous: one column among Latin letters, two among Chinese. They
/// count as one, with the exception of ``chinesePunctuation``.
public enum DisplayWidth {
  /// The version of Unicode that the table was made from.
  public static var unicodeVersion: String { DisplayWidthTable.unicodeVersion }

  /// Ambiguous marks that Chinese prose is full of. Chinese fonts, and terminals set to Chinese widths,
  /// draw them over two columns; others over one. They count as two, because a line that comes out
  /// shorter than measured still fits, and one that comes out longer does not.
  public static let chinesePunctuation = "“”‘’…—·"

  /// The columns of one scalar by itself: 0, 1 or 2.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    columns(of: scalar.value)
  }

  /// The columns of the scalar of that number.
  static func columns(of value: UInt32) -> Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if isCommonlyWide(value) { return 2 }
    if contains(value, in: DisplayWidthTable.two) { return 2 }
    return contains(value, in: DisplayWidthTable.zero) ? 0 : 1
  }

  /// The columns of a text, of which every line is counted on.
  public static func columns(of text: some StringProtocol) -> Int {
    var counter = ColumnCounter()
    return text.unicodeScalars.reduce(0) { $0 + counter.add($1.value).columns }
  }

  /// The ideographs and full-width punctuation that nearly every scalar of a wish is one of.
  static func isCommonlyWide(_ value: UInt32) -> Bool {
    value >= 0x3000
      && (value <= 0x3029 || (0x3400...0xA48C).contains(value) || (0xFF01...0xFF60).contains(value))
  }

  /// Whether `value` lies in one of the ranges of an ascending list of first and last scalars.
  static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[2 * middle] {
        high = middle
      } else if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}

/// Measures a text scalar by scalar, and tells which scalars belong to the one before.
struct ColumnCounter {
  /// What one more scalar does.
  struct Step {
    /// By how many columns the text grows.
    var columns: Int
    /// Whether the scalar is drawn together with the one before: no line may break between them.
    var joins: Bool
  }

  /// What the scalars since the last one that did not join make.
  private enum Base {
    case none
    case plain(UInt32, columns: Int)
    /// The first letter of a flag.
    case halfFlag
    /// An emoji after which U+200D wants another.
    case joiner
  }

  private var base = Base.none

  /// Adds the next scalar.
  mutating func add(_ value: UInt32) -> Step {
    if value < 0x7F || DisplayWidth.isCommonlyWide(value) {
      let columns = value < 0x7F ? (value < 0x20 ? 0 : 1) : 2
      base = .plain(value, columns: columns)
      return Step(columns: columns, joins: false)
    }
    return addUncommon(value)
  }

  private mutating func addUncommon(_ value: UInt32) -> Step {
    let columns = DisplayWidth.columns(of: value)
    switch (base, value) {
    case (.halfFlag, 0x1F1E6...0x1F1FF):
      base = .plain(value, columns: 2)
      return Step(columns: 0, joins: true)
    case (_, 0x1F1E6...0x1F1FF):
      base = .halfFlag
      return Step(columns: 2, joins: false)
    case (.joiner, _) where columns == 2 || ColumnCounter.isPicture(value):
      base = .plain(value, columns: 2)
      return Step(columns: 0, joins: true)
    case (.plain(let before, _), 0x1F3FB...0x1F3FF) where ColumnCounter.takesSkinTone(before):
      return Step(columns: 0, joins: true)
    // U+FE0F asks for the emoji, which is two columns wide, in place of the sign: ☎ becomes ☎️.
    case (.plain(let before, columns: 1), 0xFE0F) where ColumnCounter.isEmoji(before):
      base = .plain(before, columns: 2)
      return Step(columns: 1, joins: true)
    case (.plain(let before, _), 0x200D) where ColumnCounter.isPicture(before):
      base = .joiner
      return Step(columns: 0, joins: true)
    case (.none, _) where columns == 0:
      return Step(columns: 0, joins: false)
    case (_, _) where columns == 0:
      return Step(columns: 0, joins: true)
    case (_, _):
      base = .plain(value, columns: columns)
      return Step(columns: columns, joins: false)
    }
  }

  /// Whether U+200D after this scalar joins an emoji to it. Digits are emoji to Unicode, not to a reader.
  static func isPicture(_ value: UInt32) -> Bool { value > 0x7F && isEmoji(value) }

  private static func isEmoji(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map(\.properties.isEmoji) == true
  }

  private static func takesSkinTone(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map(\.properties.isEmojiModifierBase) == true
  }
}
