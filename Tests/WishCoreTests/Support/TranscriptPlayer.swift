@testable import WishCore

/// Plays transcripts on one ``Town``, from top to bottom of the page.
///
/// Every account has one connection; it is made, and made anew where the server ended it or its login,
/// when the account first speaks in a transcript. What nobody expected is a fault as well.
final class TranscriptPlayer {
  /// Where the page and the service differ.
  struct Difference {
    let number: Int
    let what: String
  }

  private let town: Town
  private var accounts: [String: Client] = [:]
  private var visitor: Client?
  private var speaker: Client?
  private var lastEvent: EventNumber = 0
  private(set) var differences: [Difference] = []
  /// What the server really said, by the line of the page on which it was asked.
  private(set) var said: [Int: [(account: String?, line: String)]] = [:]

  init(_ town: Town) {
    self.town = town
  }

  func play(_ transcript: Transcript) {
    visitor = nil
    speaker = nil
    var spoke: Set<String> = []
    for exchange in transcript.exchanges {
      switch exchange.action {
      case .open:
        guard !exchange.expected.isEmpty || transcript.hasVisitor else { continue }
        visitor = Client(town: town, session: town.service.open(.local, uptimeMilliseconds: town.uptime))
        speaker = visitor
        guard !exchange.expected.isEmpty else {
          _ = visitor?.read()
          continue
        }
      case .say(let line, let account):
        if let account, spoke.insert(account).inserted { logIn(account, exchange.number) }
        guard let client = account.map({ accounts[$0] }) ?? visitor else { continue }
        speaker = client
        client.send(bytes(of: line))
        town.turn()
      case .pass(let seconds):
        town.pass(seconds: seconds)
        // Whom the time ended is told BYE, and comes back.
        for client in accounts.values where client.session.isFinished { _ = client.read() }
        spoke = []
      case .close:
        if speaker?.session.isFinished != true { differ(exchange.number, "the connection is open") }
      }
      compare(exchange)
    }
  }

  /// Makes sure that an account's connection is there and logged in.
  private func logIn(_ account: String, _ number: Int) {
    if let client = accounts[account], !client.session.isFinished,
      town.service.identity(of: client.session) != nil
    {
      return
    }
    let client = town.connect()
    let reply = client.ask("AUTH \(account) :\(secret(of: account))")
    if !reply.hasPrefix("OK ") { differ(number, "\(account) cannot log in: \(reply)") }
    accounts[account] = client
  }

  private func secret(of account: String) -> String {
    account == "admin" ? town.adminSecret : town.secrets[account] ?? "unknown"
  }

  /// What a line of the page stands for.
  private func bytes(of line: String) -> [UInt8] {
    if line.hasPrefix("<"), line.hasSuffix(" bytes>"), let count = Int(line.dropFirst().dropLast(7)) {
      return Array(repeating: 0x78, count: count) + [0x0A]
    }
    var line = line
    let words = line.split(separator: " ")
    if line.hasSuffix(":<secret>"), words.count > 1 {
      line = String(line.dropLast("<secret>".count)) + secret(of: String(words[1]))
    }
    return Array((line + "\n").utf8)
  }

  private func compare(_ exchange: Transcript.Exchange) {
    for (account, client) in accounts.map({ (Optional($0.key), $0.value) }) + [(nil, visitor)] {
      guard let client else { continue }
      let isSpeaker = client === speaker
      let lines = client.read()
      for line in lines {
        said[exchange.number, default: []].append((isSpeaker ? nil : account, line))
        learn(line, exchange.number)
      }
      let expected = exchange.expected.filter { $0.account == nil ? isSpeaker : $0.account == account }
      compare(lines, with: expected, exchange.number)
    }
  }

  private func compare(_ lines: [String], with expected: [Transcript.Expectation], _ number: Int) {
    var rest = lines[...]
    var skips = false
    for expectation in expected {
      guard let pattern = expectation.pattern else {
        skips = true
        continue
      }
      if skips, let index = rest.firstIndex(where: { Transcript.matches(pattern, $0) }) {
        rest = rest[index...]
      }
      skips = false
      guard let line = rest.popFirst() else {
        differ(expectation.number, "the page has “\(pattern)”, the server says no more")
        return
      }
      if !Transcript.matches(pattern, line) {
        differ(expectation.number, "the page has “\(pattern)”, the server says “\(line)”")
      }
    }
    if !skips, let line = rest.first { differ(number, "the page has not “\(line)”") }
  }

  /// Keeps a secret that was shown, and sees to it that the numbers of the events ascend.
  private func learn(_ line: String, _ number: Int) {
    guard case (_, .ok(let fields, _))? = ReplyLine.parse(line.utf8) else { return }
    if let account = fields["account"], let secret = fields["secret"] { town.secrets[account] = secret }
    // SUB and BACKUP tell the last event's number and make none.
    guard fields.pairs.first?.name != "seq", fields["bytes"] == nil else { return }
    guard let seq = fields["seq"].flatMap({ EventNumber($0) }), fields["replay"] == nil else { return }
    if seq <= lastEvent { differ(number, "seq=\(seq) does not ascend") }
    lastEvent = seq
  }

  private func differ(_ number: Int, _ what: String) {
    differences.append(Difference(number: number, what: what))
  }
}

extension Transcript {
  /// Whether a line is sent without an account.
  fileprivate var hasVisitor: Bool {
    exchanges.contains { if case .say(_, nil) = $0.action { true } else { false } }
  }
}
