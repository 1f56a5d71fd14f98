@testable import WishCore

/// The codec of replies.
enum ReplyFuzz {
  static func check(_ bytes: [UInt8]) throws(Violation) {
    try checkForeign(bytes)
    var material = Material(bytes)
    var fields = Fields()
    let kind = material.line()
    let note = material.line()
    while !material.isEmpty {
      // The service's own names; the values are anybody's.
      fields.add("f\(fields.pairs.count)", material.line().replacing("␤", with: "\n"))
    }
    let tag = kind.isEmpty ? nil : "t-\(kind.utf8.count % 9)"
    for line in [
      ReplyLine.ok(fields, note: note), .error(code: "BAD_ARG", fields, note: note), .display(note),
      .push(event: "EVENT", fields, note: note),
    ] { try checkOwn(line, tag: tag) }
    if !fields.pairs.isEmpty { try checkOwn(.record(fields), tag: tag) }
  }

  /// A line that somebody else wrote is one or is none; as what it is it can be written anew.
  private static func checkForeign(_ bytes: [UInt8]) throws(Violation) {
    guard let (tag, line) = ReplyLine.parse(bytes) else { return }
    guard let again = ReplyLine.parse(encoded(line, tag: tag)) else {
      throw Violation("what was read as \(line) cannot be read again")
    }
    try Violation.unless(again.tag == tag && again.line == plain(line), "\(line) became \(again.line)")
  }

  private static func checkOwn(_ line: ReplyLine, tag: String?) throws(Violation) {
    let bytes = encoded(line, tag: tag)
    try Violation.unless(
      bytes.count(where: { $0 == 0x0A }) == 1 && bytes.last == 0x0A,
      "more than one line: \(bytes)"
    )
    let mayHoldTab = if case .display = line { true } else { false }
    for scalar in String(decoding: bytes.dropLast(), as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      try Violation.unless(!isControl || (mayHoldTab && scalar == "\t"), "a control character: \(bytes)")
    }
    guard let back = ReplyLine.parse(bytes) else { throw Violation("cannot be read: \(bytes)") }
    let isPush = if case .push = line { true } else { false }
    try Violation.unless(back.tag == (isPush ? nil : tag), "the tag became \(String(describing: back.tag))")
    try Violation.unless(back.line == plain(line), "\(plain(line)) became \(back.line)")
  }

  private static func encoded(_ line: ReplyLine, tag: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    line.encode(tag: tag, into: &bytes)
    return bytes
  }

  /// A line as it arrives: of its note and its text the control characters are spaces, and an empty note is
  /// none.
  private static func plain(_ line: ReplyLine) -> ReplyLine {
    switch line {
    case .record: line
    case .display(let text): .display(plain(text, keepsTabs: true))
    case .ok(let fields, let note): .ok(fields, note: plain(note))
    case .error(let code, let fields, let note): .error(code: code, fields, note: plain(note))
    case .push(let event, let fields, let note): .push(event: event, fields, note: plain(note))
    }
  }

  private static func plain(_ note: String?) -> String? {
    note.flatMap { $0.isEmpty ? nil : plain($0, keepsTabs: false) }
  }

  private static func plain(_ text: String, keepsTabs: Bool) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      plain.append(isControl && !(keepsTabs && scalar == "\t") ? " " : scalar)
    }
    return String(plain)
  }
}
