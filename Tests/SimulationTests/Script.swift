@testable import FaultTests
@testable import WishCore

/// What clients say: lines of every verb, mostly such as make sense just now, some that never do.
struct Script {
  /// The accounts' secrets as the clients know them, the latest last.
  private(set) var secrets: [String: [String]]
  private var members = ["m1", "m2", "m3", "both", "far"]
  /// Counts the slips, keys and notes.
  private var counter = 0
  /// Lines that were sent with a key, to be sent again.
  private var keyed: [String: [Line]] = [:]

  init() {
    secrets = Dictionary(
      uniqueKeysWithValues: PreparedTown.people.map { ($0.code, [PreparedTown.secret(of: $0.code)]) }
    )
  }

  /// The account that a new connection speaks for; nil for nobody.
  func someone(_ random: inout SeededRandom) -> String? {
    let some: [String?] = [
      "li", "li", "li", "li", "wang", "hall", "grid", "desk", "desk2", "admin", "street", "m1", "m1", "m2",
      "m2",
      "m3", "both", "far", nil,
    ]
    return some.randomElement(using: &random) ?? nil
  }

  /// A client has read a reply: a secret in it is known from now on.
  mutating func learn(_ sent: Sent, _ final: ReplyLine) {
    guard case .ok(let fields, _) = final else { return }
    if let secret = fields["secret"], let account = fields["account"] {
      secrets[account, default: []].append(secret)
      if sent.line.verb == .account, sent.line.text.contains("role=member") { members.append(account) }
    }
  }

  /// The line that logs an account in, now and then with a wrong secret.
  func login(_ account: String, _ random: inout SeededRandom) -> Line {
    let known = secrets[account] ?? []
    let isOld = Int.random(in: 0..<20, using: &random) == 0
    let secret = (isOld ? known.first : known.last) ?? "nothing"
    let idle = Int.random(in: 0..<12, using: &random) == 0 ? " idle=5s" : ""
    return Line("AUTH \(account)\(idle) :\(secret)", account)
  }

  /// A line that was sent before with a key, word for word; by the same account.
  func again(_ account: String, _ random: inout SeededRandom) -> Line? {
    keyed[account]?.randomElement(using: &random)
  }

  /// The next line of an account.
  mutating func line(
    _ account: String?,
    _ ledger: Ledger,
    _ canaries: inout Canaries,
    _ random: inout SeededRandom
  ) -> Line {
    let person = PreparedTown.people.first { $0.code == account }
    let role = person?.role
    let community = person?.area.flatMap { $0 == "d01" || account == "both" ? nil : String($0.prefix(3)) }
    var phrase = Phrase(ledger, members: members, in: community, counter: counter, random)
    let text: String
    switch Int.random(in: 0..<100, using: &phrase.random) {
    case 0..<5: text = phrase.nonsense()
    case 5..<10: text = phrase.any()
    default:
      switch role {
      case .staff: text = phrase.staff()
      case .member: text = phrase.member(account ?? "m1")
      case .terminal: text = phrase.terminal()
      case .admin: text = phrase.admin()
      case .supervisor: text = phrase.reading(["LIST", "SHOW", "HISTORY", "SUB", "WALL"])
      case nil: text = phrase.anybody()
      }
    }
    for (word, wish) in phrase.notes { canaries.expect(word, about: wish) }
    counter = phrase.counter
    random = phrase.random
    var request = Line(text, account)
    guard request.verb?.changes == true, Int.random(in: 0..<10, using: &random) < 6 else { return request }
    // A few keys are everybody's and come again and again, under other accounts and with other lines.
    let isCommon = Int.random(in: 0..<5, using: &random) == 0
    counter += 1
    let key = isCommon ? "k\(Int.random(in: 0..<5, using: &random))" : "u\(counter)"
    let verb = text.prefix { $0 != " " }
    request = Line("\(verb) key=\(key)\(text.dropFirst(verb.count))", account)
    if let account { keyed[account, default: []].append(request) }
    return request
  }
}
