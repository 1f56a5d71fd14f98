/// Follows what a daemon sends, line by line: what is for the person, and how each request went.
struct ReplyStream {
  /// What one line is.
  enum Line: Equatable {
    /// The greeting.
    case greeting
    /// The end of a reply that went well.
    case final
    /// The end of a reply that did not.
    case error
    /// A row, or something that the daemon says of itself.
    case other
  }

  /// More than any line that a daemon sends; a longer one is passed on in pieces.
  static let lineBytesMax = 1_048_576

  private var partial: [UInt8] = []
  private var isFirst = true

  /// Takes bytes and hands out the lines that they complete, each with its LF.
  mutating func receive(_ bytes: some Sequence<UInt8>, _ handle: (Line, [UInt8]) -> Void) {
    for byte in bytes {
      partial.append(byte)
      guard byte == 0x0A || partial.count >= ReplyStream.lineBytesMax else { continue }
      handle(kind(of: partial), partial)
      partial = []
    }
  }

  /// What came after the last LF, when nothing more comes.
  mutating func end() -> [UInt8] {
    defer { partial = [] }
    return partial
  }

  private mutating func kind(of line: [UInt8]) -> Line {
    defer { isFirst = false }
    if isFirst && line.starts(with: "* HELLO ".utf8) { return .greeting }
    var rest = line[...]
    if rest.first == 0x23 {
      guard let space = rest.firstIndex(of: 0x20) else { return .other }
      rest = rest[(space + 1)...]
    }
    if rest.starts(with: "ERR ".utf8) { return .error }
    return rest.starts(with: "OK ".utf8) || rest.elementsEqual("OK\n".utf8) ? .final : .other
  }
}
