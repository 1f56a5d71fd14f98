@testable import WishCore

/// Holds what the service sends on one connection against the protocol: every line parses, each request
/// has one final, in order, under its own tag, and pushes stand between replies.
struct ReplyChecker {
  /// Who is logged in, as the replies tell it.
  private(set) var reader: Canaries.Reader?
  /// Requests that were received and not answered, in order.
  private(set) var expected: [Sent] = []
  /// Whether nothing more is read of the connection.
  private(set) var ignoresInput = false
  /// Whether the service has said its last word.
  private(set) var isOver = false
  /// Whether rows of a reply came whose final has not.
  private var isInsideReply = false
  /// Whether the connection follows the log.
  private var isFollowing = false
  /// The number of the event that was last pushed, while the account did not change.
  private(set) var position: EventNumber?
  /// Accounts under which the connection may have spoken.
  private(set) var accounts: Set<String> = []

  /// A request has arrived whole.
  mutating func expect(_ sent: Sent) {
    if let login = sent.line.login { accounts.insert(login) }
    guard sent.isAnswered, !ignoresInput, !isOver else { return }
    expected.append(sent)
    if sent.endsInput { ignoresInput = true }
  }

  /// The connection ended inside a line, of which these bytes had arrived.
  mutating func expectRest(_ bytes: [UInt8], of line: Line, step: Int) {
    guard !ignoresInput, !isOver else { return }
    var tag: String?
    if bytes.first == 0x23, let space = bytes.firstIndex(of: 0x20) {
      let text = String(decoding: bytes[1..<space], as: UTF8.self)
      if space <= Limits.tagBytesMax + 1, text.utf8.allSatisfy(Self.isTagByte) { tag = text }
    }
    // What was cut off is no request.
    var rest = Sent(Line("", line.account), tag: tag, bytes: bytes)
    rest.step = step
    expected.append(rest)
    ignoresInput = true
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2E || byte == 0x5F || byte == 0x2D
  }

  /// What a line turned out to be.
  enum Found {
    case row(Sent)
    case final(Sent, ReplyLine)
    case push(String, Fields)
  }

  /// Takes the next line.
  mutating func take(_ bytes: [UInt8]) throws -> Found {
    guard let (tag, line) = ReplyLine.parse(bytes) else { throw Violation("a line that does not parse") }
    if isOver { throw Violation("a line behind the last word") }
    switch line {
    case .push(let event, let fields, _):
      if isInsideReply { throw Violation("a push inside a reply") }
      if event == "BYE" { try end(fields["reason"]) }
      return .push(event, fields)
    case .record, .display:
      guard let sent = expected.first, sent.tag == tag else { throw Violation("a row of no reply") }
      isInsideReply = true
      return .row(sent)
    case .ok, .error:
      guard let sent = expected.first else { throw Violation("a final of no request") }
      guard sent.tag == tag else {
        throw Violation("the final of \(tag ?? "none") where that of \(sent.tag ?? "none") is due")
      }
      expected.removeFirst()
      isInsideReply = false
      if case .ok(let fields, _) = line { note(sent, fields) }
      if sent.endsInput, sent.line.verb == .quit { (isOver, expected) = (true, []) }
      return .final(sent, line)
    }
  }

  /// Nothing that was received whole may be left unanswered by a connection that is idle, or by a stop.
  private mutating func end(_ reason: String?) throws {
    if let sent = expected.first, reason == "idle" || reason == "shutdown" {
      throw Violation("BYE reason=\(reason ?? "") before the reply to \(sent.line.text.prefix(40))")
    }
    (isOver, expected) = (true, [])
  }

  private mutating func note(_ sent: Sent, _ fields: Fields) {
    switch sent.line.verb {
    case .auth:
      guard let account = fields["account"], let role = fields["role"].flatMap({ Role(rawValue: $0) }) else {
        return
      }
      reader = Canaries.Reader(
        account: AccountCode(stored: account),
        role: role,
        area: fields["area"].flatMap { $0 == "all" ? nil : AreaCode(stored: $0) }
      )
      accounts.insert(account)
      position = nil
    case .logout: (reader, isFollowing, position) = (nil, false, nil)
    case .unsubscribe: (isFollowing, position) = (false, nil)
    case .subscribe:
      isFollowing = true
      let since = sent.line.text.split(separator: "since=").last.flatMap { EventNumber($0) }
      position = since ?? fields["seq"].flatMap { EventNumber($0) }
    default: break
    }
  }

  /// An event was pushed: the next one that the account is to be told, where that is known.
  mutating func follow(_ seq: EventNumber, _ ledger: Ledger, _ tree: Office) throws {
    if let position, let due = nextVisible(after: position, ledger, tree), due != seq {
      throw Violation("event \(seq) is pushed where \(due) is due")
    }
    if !isFollowing { throw Violation("event \(seq) is pushed to a connection that follows nothing") }
    if let position, seq <= position { throw Violation("event \(seq) is pushed behind \(position)") }
    if position != nil { position = seq }
  }

  /// The next event that staff or an administrator is to be told; nil for others, and where there is none.
  func nextVisible(after position: EventNumber, _ ledger: Ledger, _ tree: Office) -> EventNumber? {
    guard let reader, reader.role == .admin || reader.role == .staff else { return nil }
    return ledger.events[Int(position)...].first { event in
      switch (event.matter, event.audience) {
      case (.register, _): reader.role == .admin
      case (.wish, let audience?):
        reader.role == .admin
          ? !audience.isConfidential : reader.area.map { tree.isInside(audience.place, $0) } ?? false
      case (.wish, nil): false
      }
    }?.number
  }
}
