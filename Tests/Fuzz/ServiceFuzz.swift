@testable import WishCore

/// The whole service: requests of every role on one small town.
///
/// A line of the input is a request. `S POST :灯坏了` is said by the account of the letter, as every line
/// after it that names nobody else; `+3d` lets three days pass.
enum ServiceFuzz {
  /// Requests of one input that are answered; more tell nothing new.
  private static let linesMost = 64

  static func check(_ bytes: [UInt8]) throws(Violation) {
    let town = try FuzzTown()
    let start = town.service.office.lastEvent
    var speaker = FuzzTown.accounts[0].letter
    for line in bytes.split(separator: 0x0A).prefix(linesMost) {
      if line.first == 0x2B, let span = Span(String(decoding: line.dropFirst(), as: UTF8.self)) {
        town.pass(seconds: min(span.seconds, 400 * 86_400))
        try checkTown(town)
        continue
      }
      var request = line
      if line.count > 1, line[line.startIndex + 1] == 0x20,
        FuzzTown.accounts.contains(where: { $0.letter == line.first })
      {
        speaker = line[line.startIndex]
        request = line.dropFirst(2)
      }
      try say(Array(request), by: speaker, in: town)
      try checkTown(town)
    }
    guard town.service.office.lastEvent > start else { return }
    try checkStore(town)
  }

  /// One request, one final, its tag on every line; what is refused has changed nothing.
  private static func say(_ request: [UInt8], by speaker: UInt8, in town: FuzzTown) throws(Violation) {
    let session = town.session(speaker)
    let before = town.service.office.lastEvent
    let limit = session.login == nil ? Limits.lineBytesMaxBeforeAuth : Limits.lineBytesMax
    let isOverlong = request.count + 1 > limit
    let parsed = isOverlong ? nil : RequestParser.parse(request.last == 0x0D ? request.dropLast() : request)
    let said = String(decoding: request, as: UTF8.self)
    let lines = try town.say(request, on: session)
    var finals = 0
    for line in lines {
      switch line.line {
      case .ok: finals += 1
      case .error(let code, _, _):
        finals += 1
        try Violation.unless(
          !["READONLY", "UNKNOWN", "INTERNAL", "BUSY"].contains(code),
          "\(code) to “\(said)”"
        )
        try Violation.unless(town.service.office.lastEvent == before, "\(code) to “\(said)” and an event")
      case .push: continue
      case .record, .display: break
      }
      if !isOverlong {
        try Violation.unless(line.tag == tag(of: parsed), "the tag \(line.tag ?? "none") to “\(said)”")
      }
    }
    try Violation.unless(finals == (isOverlong || parsed != nil ? 1 : 0), "\(finals) finals to “\(said)”")
  }

  private static func tag(of parsed: Result<Request, Rejected>?) -> String? {
    switch parsed {
    case nil: nil
    case .success(let request)?: request.tag
    case .failure(let rejected)?: rejected.tag
    }
  }

  /// Nothing has failed, and nobody holds more than there is.
  private static func checkTown(_ town: FuzzTown) throws(Violation) {
    try Violation.unless(!town.service.mustStop, "the service wants to stop")
    for line in town.service.takeLog() where line.contains("failed") || line.contains("not written") {
      throw Violation("the log says: \(line)")
    }
    for wish in town.service.office.openWishes.values {
      let held = Array(wish.activeClaims).count
      try Violation.unless(held <= wish.slots, "\(held) hold wish \(wish.number)")
    }
  }

  /// The store is whole, its log told again makes it, and a service that starts on it is as this one is.
  private static func checkStore(_ town: FuzzTown) throws(Violation) {
    let (wishes, last) = (town.service.office.openWishes, town.service.office.lastEvent)
    let holdings = town.service.office.holdings.filter { !$0.value.isEmpty }.mapValues(Set.init)
    let invitations = town.service.office.invitations.filter { !$0.value.isEmpty }
    let findings: [String]
    do {
      findings = try StoreCheck(path: town.path).findings
      try town.restart()
    } catch { throw Violation("the store cannot be opened: \(error)") }
    try Violation.unless(findings.isEmpty, "the check finds \(findings)")
    let again = town.service.office
    try Violation.unless(again.lastEvent == last, "event \(last) became \(again.lastEvent)")
    for wish in wishes.values where again.openWishes[wish.number] != wish {
      throw Violation("\(wish) became \(String(describing: again.openWishes[wish.number]))")
    }
    try Violation.unless(again.openWishes.count == wishes.count, "other wishes are open")
    let held = again.holdings.filter { !$0.value.isEmpty }.mapValues(Set.init)
    try Violation.unless(held == holdings, "held were \(holdings), are \(held)")
    let invited = again.invitations.filter { !$0.value.isEmpty }
    try Violation.unless(invited == invitations, "invited were \(invitations), are \(invited)")
  }
}
