/// Reads request lines as `Schema/protocol.md` §1 writes them.
///
/// Of the errors of a line the first of TOO_LONG, BAD_TEXT and SYNTAX is told; a well-formed tag is
/// echoed with each.
public enum RequestParser {
  /// Reads one line.
  ///
  /// - Parameter line: The line without its end, as ``LineBuffer`` gives it.
  /// - Returns: The request or what to answer; nil for a line of white space only, which is skipped.
  public static func parse(_ line: [UInt8]) -> Result<Request, Rejected>? {
    if isBlank(line) { return nil }
    if ForeignOpening.matches(line: line) {
      return .failure(Rejected(tag: nil, refusal: .syntax(.foreignProtocol)))
    }
    var reader = RequestReader(line)
    return reader.read()
  }

  /// What an over-long line is answered with; `head` is as ``LineBuffer/Line/tooLong(head:)`` gives it.
  public static func rejectTooLong(head: [UInt8]) -> Rejected {
    Rejected(tag: completeTag(of: head), refusal: .tooLong(argument: nil))
  }

  /// What a line is answered with that the peer left unfinished when it closed its side; `head` is as
  /// ``LineBuffer/opening`` gives it.
  public static func rejectUnfinished(head: [UInt8]) -> Rejected {
    Rejected(tag: completeTag(of: head), refusal: .syntax(.unfinished))
  }

  /// Whether a connection opens with another protocol (HTTP, TLS, RESP), as far as its first bytes
  /// tell. TLS shows in the first 3 bytes, before any LF.
  public static func isForeignOpening(firstBytes: some Collection<UInt8>) -> Bool {
    ForeignOpening.matches(firstBytes: Array(firstBytes.prefix(LineBuffer.headBytesMax)))
  }

  /// Whether full-width digits (`１２`) stand in a value; such a number is BAD_ARG, not SYNTAX.
  public static func hasFullWidthDigits(_ value: String) -> Bool {
    value.unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) }
  }

  /// The tag of a line whose rest is not there: a tag counts only when the space behind it has come.
  private static func completeTag(of head: [UInt8]) -> String? {
    guard case .tag(let tag, let end) = TagStart.read(head), end < head.count else { return nil }
    return tag
  }

  /// Spaces, tabs and ideographic spaces (U+3000) only.
  private static func isBlank(_ line: [UInt8]) -> Bool {
    var index = 0
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09: index += 1
      case 0xE3 where line[index...].starts(with: [0xE3, 0x80, 0x80]): index += 3
      default: return false
      }
    }
    return true
  }
}

/// How a line of either direction begins.
enum TagStart: Equatable {
  /// No `#`.
  case none
  /// A tag, and the index of the space behind it or of the line's end.
  case tag(String, end: Int)
  /// A `#`, but no tag of 1 to ``Limits/tagBytesMax`` bytes.
  case malformed

  static func read(_ line: [UInt8]) -> TagStart {
    guard line.first == 0x23 else { return .none }
    var end = 1
    while end < line.count, line[end] != 0x20 {
      guard end <= Limits.tagBytesMax, isTagByte(line[end]) else { return .malformed }
      end += 1
    }
    guard end > 1 else { return .malformed }
    return .tag(String(decoding: line[1..<end], as: UTF8.self), end: end)
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
    default: false
    }
  }
}
