/// The reading of one request line, token by token.
///
/// The first fault of the grammar is kept and the reading goes on behind it, because a forbidden
/// character further on, in an escape, is told first.
struct RequestReader {
  private let line: [UInt8]
  private var position = 0
  private var tag: String?
  private var verb = ""
  private var arguments: [Request.Argument] = []
  private var raw: String?
  private var verbStart = 0
  private var isCertainlyNFC = false
  private var hasBadText = false
  private var fault: Fault?

  private enum Fault { case grammar, fullWidth, tag }

  /// Arguments that most lines have room for.
  private static let argumentsUsual = 4

  private static let space: UInt8 = 0x20
  private static let quote: UInt8 = 0x22
  private static let colon: UInt8 = 0x3A
  private static let equals: UInt8 = 0x3D
  private static let backslash: UInt8 = 0x5C

  init(_ line: [UInt8]) {
    self.line = line
  }

  mutating func read() -> Result<Request, Rejected> {
    let scan = TextScan(line, lineBreaks: false)
    isCertainlyNFC = scan.isCertainlyNFC
    readTag()
    guard scan.isAllowed else { return .failure(Rejected(tag: tag, refusal: .badText)) }
    readVerb()
    readArguments()
    if hasBadText { return .failure(Rejected(tag: tag, refusal: .badText)) }
    if let fault { return .failure(Rejected(tag: tag, refusal: .syntax(syntaxFault(fault)))) }
    return .success(Request(tag: tag, verb: verb, arguments: arguments, raw: raw))
  }

  private func syntaxFault(_ fault: Fault) -> Refusal.SyntaxFault {
    switch fault {
    case .grammar: .grammar
    case .tag: .tag
    case .fullWidth:
      if let skeleton = Skeleton(line[verbStart...]) {
        .fullWidth(corrected: skeleton.text)
      } else {
        .grammar
      }
    }
  }

  private mutating func note(_ fault: Fault) {
    if self.fault == nil { self.fault = fault }
  }

  // MARK: Tag and verb

  private mutating func readTag() {
    switch TagStart.read(line) {
    case .none: break
    case .tag(let text, let end):
      tag = text
      position = end
      if end < line.count { position += 1 }
    case .malformed:
      note(.tag)
      position = endOfToken()
      while position < line.count, line[position] == Self.space { position += 1 }
    }
  }

  private mutating func readVerb() {
    verbStart = position
    let end = endOfToken()
    let token = line[position..<end]
    position = end
    if let verb = upperCased(token) {
      self.verb = verb
      return
    }
    guard fault == nil, let skeleton = Skeleton(line[verbStart...]), skeleton.correctsVerb else {
      note(.grammar)
      return
    }
    note(.fullWidth)
    if token.indices.contains(where: { FullWidth.mark(in: line, at: $0) == .colon }) { position = line.count }
  }

  /// The verb in upper case, or nil where it is none.
  private func upperCased(_ token: ArraySlice<UInt8>) -> String? {
    guard let first = token.first, isLetter(first) else { return nil }
    var hasLowerCase = false
    for byte in token {
      guard isLetter(byte) || isDigit(byte) || byte == 0x2D else { return nil }
      if byte >= 0x61 { hasLowerCase = true }
    }
    guard hasLowerCase else { return String(decoding: token, as: UTF8.self) }
    return String(decoding: token.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  // MARK: Arguments

  private mutating func readArguments() {
    arguments.reserveCapacity(Self.argumentsUsual)
    while true {
      while position < line.count, line[position] == Self.space { position += 1 }
      guard position < line.count else { return }
      switch line[position] {
      case Self.colon:
        let rest = line[(position + 1)...]
        if !rest.isEmpty { raw = text(rest) }
        return
      case Self.quote: readQuoted(name: nil)
      default: readUnquoted()
      }
    }
  }

  /// Reads a token that does not begin with a quote: a bare positional value, or a named one.
  private mutating func readUnquoted() {
    let start = position
    var mark: FullWidth.Mark?
    var isLegal = true
    while position < line.count {
      switch line[position] {
      case Self.space:
        addPositional(start..<position, mark: mark, isLegal: isLegal)
        return
      case Self.equals:
        readNamed(start..<position)
        return
      case Self.quote, Self.backslash: isLegal = false
      case 0xE2...:
        if mark == nil { mark = FullWidth.mark(in: line, at: position) }
        if mark == .colon {
          // What stands behind it is meant to be text.
          note(.fullWidth)
          position = line.count
          return
        }
      default: break
      }
      position += 1
    }
    addPositional(start..<position, mark: mark, isLegal: isLegal)
  }

  private mutating func addPositional(_ range: Range<Int>, mark: FullWidth.Mark?, isLegal: Bool) {
    if mark != nil { return note(.fullWidth) }
    guard isLegal, line[range.lowerBound] != 0x23, line[range.lowerBound] != 0x2A else {
      return note(.grammar)
    }
    add(name: nil, line[range])
  }

  /// Reads `name=` and its value; the `=` stands at the position.
  private mutating func readNamed(_ range: Range<Int>) {
    let token = line[range]
    position += 1
    guard !token.isEmpty, token.allSatisfy(isNamePart) else {
      note(token.indices.contains { isFullWidthForm(at: $0) } ? .fullWidth : .grammar)
      position = endOfToken()
      return
    }
    let name = String(decoding: token, as: UTF8.self)
    guard position < line.count, line[position] != Self.space else { return note(.grammar) }
    if line[position] == Self.quote { return readQuoted(name: name) }
    let start = position
    position = endOfToken()
    let value = line[start..<position]
    if !TextRules.multilineNames.contains(name), isMeantHalfWidth(value) { return note(.fullWidth) }
    if value.contains(where: { $0 == Self.quote || $0 == Self.backslash }) { return note(.grammar) }
    add(name: name, value)
  }

  /// Whether a bare value that is no text begins with a Chinese quote, or runs on over a full-width
  /// space: `name=张三　phone=…` would make the number a part of the name.
  private func isMeantHalfWidth(_ value: ArraySlice<UInt8>) -> Bool {
    if FullWidth.mark(in: line, at: value.startIndex) == .quote { return true }
    return value.indices.contains { line[$0] == 0xE3 && FullWidth.mark(in: line, at: $0) == .space }
  }

  /// Reads a quoted value; the opening quote stands at the position.
  private mutating func readQuoted(name: String?) {
    let quoted = Quoted(in: line, at: position)
    position = quoted.end
    if quoted.hasBadScalar { hasBadText = true }
    if quoted.hasEscapes {
      let lineBreaks = name.map(TextRules.multilineNames.contains) ?? false
      if let text = TextRules.text(of: quoted.bytes[...], lineBreaks: lineBreaks) {
        arguments.append(Request.Argument(name: name, value: text))
      } else {
        hasBadText = true
      }
    } else {
      add(name: name, quoted.bytes[...])
    }
    if !quoted.isWellFormed { note(.grammar) }
    guard position < line.count, line[position] != Self.space else { return }
    let mark = FullWidth.mark(in: line, at: position)
    note(mark == nil ? .grammar : .fullWidth)
    position = mark == .colon ? line.count : endOfToken()
  }

  private mutating func add(name: String?, _ value: ArraySlice<UInt8>) {
    if let text = text(value) { arguments.append(Request.Argument(name: name, value: text)) }
  }

  /// The text of bytes that the scan of the line has passed.
  private mutating func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if isCertainlyNFC { return String(decoding: bytes, as: UTF8.self) }
    let text = TextRules.text(of: bytes, lineBreaks: false)
    if text == nil { hasBadText = true }
    return text
  }

  // MARK: Bytes

  private func endOfToken() -> Int {
    var end = position
    while end < line.count, line[end] != Self.space { end += 1 }
    return end
  }

  /// Whether U+FF01 to U+FF5E, or another mark of ``FullWidth``, begins here.
  private func isFullWidthForm(at index: Int) -> Bool {
    if FullWidth.mark(in: line, at: index) != nil { return true }
    guard let scalar = TextScan.scalar(in: line, at: index)?.scalar else { return false }
    return FullWidth.fold(scalar).isFolded
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether a byte may stand in an argument's name.
func isNamePart(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || isDigit(byte) || byte == 0x2D }
