@testable import WishCore

/// The line buffer and the parser of requests.
enum LineFuzz {
  /// The first byte makes the bound on a line: as small as one can be, so that short inputs go over it too.
  static func check(_ bytes: [UInt8]) throws(Violation) {
    let limit = LineBuffer.headBytesMax + Int(bytes.first ?? 0)
    let bytes = Array(bytes.dropFirst())
    let whole = try lines(of: [bytes[...]], limit: limit)
    let single = try lines(of: bytes.indices.map { bytes[$0...$0] }, limit: limit)
    try Violation.unless(whole == single, "a byte at a time: \(single), at once: \(whole)")
    let pieces = try lines(of: pieces(of: bytes), limit: limit)
    try Violation.unless(whole == pieces, "in pieces: \(pieces), at once: \(whole)")
    for line in whole {
      switch line {
      case .whole(let line): try parse(line)
      case .tooLong(let head): try checkTag(RequestParser.rejectTooLong(head: head), of: head)
      }
    }
    // A line that the peer left unfinished is judged as well.
    _ = RequestParser.isForeignOpening(firstBytes: bytes)
    _ = RequestParser.rejectUnfinished(head: Array(bytes.prefix(LineBuffer.headBytesMax)))
  }

  /// Everything that comes out of a buffer into which the pieces are put one after another.
  private static func lines(of pieces: [ArraySlice<UInt8>], limit: Int) throws(Violation) -> [LineBuffer.Line]
  {
    var buffer = LineBuffer()
    var lines: [LineBuffer.Line] = []
    for piece in pieces {
      buffer.append(piece)
      while let line = buffer.next(limit: limit) { lines.append(line) }
      try Violation.unless(
        buffer.unreadCount < limit,
        "\(buffer.unreadCount) bytes wait, the bound is \(limit)"
      )
      try Violation.unless(buffer.opening.count <= LineBuffer.headBytesMax, "a long opening")
      try Violation.unless(
        buffer.unreadCount == 0 || buffer.isPartial,
        "something waits and no line was begun"
      )
    }
    return lines
  }

  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var random = InputRandom(bytes)
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...min(rest.count, 40), using: &random)
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  /// Reads a line, and what it means written anew.
  private static func parse(_ line: [UInt8]) throws(Violation) {
    switch RequestParser.parse(line) {
    case nil:
      let text = String(decoding: line, as: UTF8.self)
      try Violation.unless(text.allSatisfy { " \t\u{3000}".contains($0) }, "passed over: \(text)")
    case .failure(let rejected)?:
      try checkTag(rejected, of: line)
      if case .syntax(.fullWidth(let corrected)) = rejected.refusal { try checkSkeleton(corrected, line) }
    case .success(let request)?:
      try Violation.unless(String(validating: line, as: UTF8.self) != nil, "not UTF-8 and taken: \(line)")
      let again = RequestParser.parse(written(request))
      try Violation.unless(again == .success(request), "\(request) is \(String(describing: again))")
    }
  }

  /// A request with every value quoted and everything in it escaped that may be.
  private static func written(_ request: Request) -> [UInt8] {
    var text = (request.tag.map { "#\($0) " } ?? "") + request.verb.lowercased()
    for argument in request.arguments {
      text += " " + (argument.name.map { "\($0)=" } ?? "") + "\""
      for scalar in argument.value.unicodeScalars {
        switch scalar {
        case "\"", "\\": text += "\\\(scalar)"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case _ where scalar.value % 3 == 0: text += "\\u{\(String(scalar.value, radix: 16))}"
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "\""
    }
    return Array((text + (request.raw.map { " :\($0)" } ?? "")).utf8)
  }

  /// A tag is echoed when the line begins with a whole one, and only then.
  private static func checkTag(_ rejected: Rejected, of line: [UInt8]) throws(Violation) {
    guard let tag = rejected.tag else { return }
    let isThere =
      line.starts(with: Array("#\(tag)".utf8))
      && (line.count == tag.utf8.count + 1 || line[tag.utf8.count + 1] == 0x20)
    try Violation.unless(
      isThere && (1...Limits.tagBytesMax).contains(tag.utf8.count),
      "a tag \(tag) of its own"
    )
  }

  /// What is shown of a line with full-width signs is verb, names and punctuation.
  private static func checkSkeleton(_ text: String, _ line: [UInt8]) throws(Violation) {
    for (index, word) in text.split(separator: " ").enumerated() {
      let isKnown =
        index == 0
        ? word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        : ["…", ":…", "\"…\"", "…=…", "…=\"…\""].contains(word)
          || word.wholeMatch(of: /[a-z-]{1,16}=("…"|…)/) != nil
      try Violation.unless(isKnown, "“\(word)” is shown of \(String(decoding: line, as: UTF8.self))")
    }
  }
}
