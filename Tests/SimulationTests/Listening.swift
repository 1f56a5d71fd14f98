@testable import FaultTests
@testable import WishCore

extension Simulation {
  /// Has the service's output go out, in pieces, and holds every line against what it may be.
  func drain() throws {
    for link in links {
      if link.isStalled ? chance(70) : chance(3) {
        link.isStalled.toggle()
        continue
      }
      guard !link.isStalled else { continue }
      for line in link.drain(chance(80) ? .max : pick(1...600)) {
        transcript.add("hear", link.number, line)
        do {
          try take(line, on: link)
        } catch let violation as Violation {
          let text = String(decoding: line.prefix(300), as: UTF8.self)
          throw Violation("connection \(link.number): \(violation) — \(text)")
        }
      }
      if link.session.isFinished, !link.session.hasOutput { try bury(link) }
    }
  }

  /// The service has ended the connection.
  private func bury(_ link: Link) throws {
    if let sent = link.checker.expected.first, !daemon.service.mustStop {
      throw Violation("connection \(link.number) ends without a reply to \(sent.line.text.prefix(40))")
    }
    hear(link)
    lose(link)
  }

  private func take(_ bytes: [UInt8], on link: Link) throws {
    let reader = link.checker.reader
    switch try link.checker.take(bytes) {
    case .row(let sent):
      try checkWords(bytes, of: sent, to: reader)
      if sent.line.verb == .history { try checkHistory(bytes, to: reader) }
    case .final(let sent, let line):
      try checkWords(bytes, of: sent, to: reader)
      try check(line, of: sent, to: reader, bytes)
      link.unread.append((sent, line))
    case .push(let event, let fields):
      guard Canaries.find(in: bytes).isEmpty, !holdsSecret(bytes) else {
        throw Violation("a push tells too much")
      }
      guard let seq = fields["seq"].flatMap({ EventNumber($0) }) else { return }
      guard let source = ledger[seq] else { throw Violation("a push of an event that is not committed") }
      if event == "FREE" { try checkFree(source, to: reader) }
      guard event == "EVENT" else { return }
      if case .wish(_, let fact) = source.matter, ["waited", "unwaited"].contains(fact.type),
        reader?.role != .staff, reader?.account != fact.member
      {
        throw Violation("\(reader?.account.text ?? "everybody") is told who waits")
      }
      try link.checker.follow(seq, ledger, daemon.service.office)
    }
  }

  /// Who waits, and who let a wish lapse, is not for those who only look on.
  private func checkHistory(_ bytes: [UInt8], to reader: Canaries.Reader?) throws {
    guard reader?.role != .staff, case (_, .record(let fields))? = ReplyLine.parse(bytes) else { return }
    switch fields["type"] {
    case "waited", "unwaited": throw Violation("a history tells who waits")
    case "lapsed" where fields["member"] != nil: throw Violation("a history tells who let a wish lapse")
    default: break
    }
  }

  /// That a slot is free is told to those who wait for it.
  private func checkFree(_ event: Event, to reader: Canaries.Reader?) throws {
    guard let reader, case .wish(let number, _) = event.matter,
      ledger.views(of: number, since: 0).contains(where: { $0.wish.isAwaited(by: reader.account) })
    else { throw Violation("a free slot is told to one who does not wait") }
  }

  private func checkWords(_ bytes: [UInt8], of sent: Sent, to reader: Canaries.Reader?) throws {
    let leaks = canaries.leaks(
      in: bytes,
      to: sent.line.verb == .wall ? nil : reader,
      since: sent.step,
      ledger,
      daemon.service.office
    )
    if !leaks.isEmpty { throw Violation("\(reader?.account.text ?? "everybody") is told \(leaks)") }
  }

  private func check(_ final: ReplyLine, of sent: Sent, to reader: Canaries.Reader?, _ bytes: [UInt8]) throws
  {
    switch final {
    case .ok(let fields, _): try checkDone(fields, of: sent, to: reader, bytes)
    case .error(let code, let fields, _):
      if !Canaries.find(in: bytes).isEmpty || holdsSecret(bytes) {
        throw Violation("an error tells too much")
      }
      if fields["retry"] == nil { throw Violation("an error without retry=") }
      try checkRefusal(code, of: sent, to: reader)
    case .record, .display, .push: throw Violation("no final")
    }
  }

  private func checkRefusal(_ code: String, of sent: Sent, to reader: Canaries.Reader?) throws {
    switch code {
    case "READONLY", "UNKNOWN":
      tally.refused += 1
      if !daemon.disk.hasFailed { throw Violation("\(code) on a disk that works") }
      if code == "UNKNOWN", !daemon.service.mustStop { throw Violation("UNKNOWN, and the daemon goes on") }
    case "INTERNAL":
      if !(sent.line.verb == .wall && shelf.hasFailed) { throw Violation("INTERNAL") }
    case "KEY_REUSED":
      guard let reader else { throw Violation("KEY_REUSED to nobody") }
      try receipts.expectReused(sent.line, by: reader.account.text)
    default: break
    }
  }

  private func checkDone(_ fields: Fields, of sent: Sent, to reader: Canaries.Reader?, _ bytes: [UInt8])
    throws
  {
    guard let verb = sent.line.verb else { throw Violation("OK to what is no request") }
    let secret = fields["secret"]
    if secret != nil, verb != .account && verb != .rotate || fields["replay"] != nil {
      throw Violation("a secret where none belongs")
    }
    if secret == nil, holdsSecret(bytes) { throw Violation("a secret is told") }
    if let secret { secrets.append(Array(secret.utf8)) }
    guard verb.changes else { return }
    guard let reader, let seq = fields["seq"].flatMap({ EventNumber($0) }), let event = ledger[seq] else {
      throw Violation("OK to a change that is not committed")
    }
    let isReplay = try receipts.take(sent.line, by: reader.account.text, fields, ledger)
    if isReplay { tally.replays += 1 }
    guard event.account == reader.account else { throw Violation("event \(seq) is somebody else's") }
    switch event.matter {
    case .register(let type, let code):
      guard Self.types(of: verb).contains(type.rawValue) else {
        throw Violation("event \(seq) is another verb's")
      }
      if let told = fields[verb == .standard ? "community" : type == .area ? "area" : type.rawValue],
        told != code
      {
        throw Violation("event \(seq) is about \(code)")
      }
    case .wish(let number, let fact):
      guard Self.types(of: verb).contains(fact.type), fields["wish"] == String(number) else {
        throw Violation("event \(seq) is \(fact.type) of wish \(number)")
      }
      if case .claimed(let claimed) = fact, fields["due"] != claimed.due.text {
        throw Violation("another due=")
      }
      if verb == .erase, !isReplay { try expectErased(number) }
    }
  }

  /// The types of the events that a verb makes.
  private static func types(of verb: Verb) -> [String] {
    switch verb {
    case .area, .unit, .skill, .account, .member, .standard: [verb.rawValue.lowercased()]
    case .rotate: ["rotated"]
    case .disable: ["disabled"]
    case .enable: ["enabled"]
    case .post: ["posted"]
    case .amend: ["amended"]
    case .approve: ["approved"]
    case .publish: ["published"]
    case .sendBack: ["returned"]
    case .reject: ["rejected"]
    case .withdraw: ["withdrawn"]
    case .merge: ["merged"]
    case .refer: ["referred"]
    case .reopen: ["reopened"]
    case .erase: ["erased"]
    case .invite: ["invited"]
    case .claim: ["claimed"]
    case .wait: ["waited"]
    case .unwait: ["unwaited"]
    case .release: ["released"]
    case .renew: ["renewed"]
    case .fulfil: ["fulfilled"]
    case .confirm: ["confirmed", "unconfirmed", "closed"]
    default: []
    }
  }
}
