import Testing

@testable import WishCore

@Suite("Every verb, role, wish and state has the page's outcome") struct MatrixTests {
  /// Accounts by the letters of ``MatrixTable``.
  static let roles: [(letter: Character, account: String)] = [
    ("T", "desk"), ("M", "m1"), ("S", "li"), ("G", "grid"), ("V", "watch"), ("A", "admin"),
  ]

  /// The wishes of one kind, in the order of the states.
  enum Kind: CaseIterable {
    /// Of c01-g1, and in some states m2's.
    case own
    /// Of c02.
    case foreign
    /// Of c01-g1, confidential.
    case confidential
    /// Of c01-g1, confidential, m1 invited.
    case invited
    /// Of c01-g1, with two slots, one of them m1's where it can be.
    case held
  }

  private func town() throws -> Town {
    let town = try Town()
    try town.settle()
    try town.hire("watch", "supervisor", "c01")
    return town
  }

  /// The wishes of a kind, and an open one of the same sort to merge them into.
  private func wishes(_ kind: Kind, in town: Town) throws -> (numbers: [WishNumber], target: WishNumber) {
    var staging = Staging(staff: try town.connect(as: kind == .foreign ? "wang" : "li"))
    staging.slip = kind == .foreign ? "" : "grid=c01-g1"
    switch kind {
    case .own: break
    case .foreign: staging.holder = "far"
    case .confidential: staging.slip += " confidential=yes"
    case .invited:
      staging.slip += " confidential=yes"
      staging.invited = "m1"
    case .held:
      staging.holder = "m1"
      staging.second = "m2"
    }
    let target = staging.wish(.collected)
    staging.staff.done("MEMBER \(kind == .foreign ? "far" : "m2") capacity=100")
    if kind == .held { staging.staff.done("MEMBER m1 capacity=100") }
    return (Staging.states.map { staging.wish($0) }, target)
  }

  /// The rows that hold for a role on wishes of a kind; empty where every one is NOT_FOUND.
  private func rows(_ role: Character, _ kind: Kind) -> (rows: [MatrixTable.Row], isHidden: Bool) {
    switch (role, kind) {
    case ("T", .own), ("T", .held): (MatrixTable.terminal, false)
    case ("T", _): (MatrixTable.terminal, true)
    case ("M", .own), ("M", .invited): (MatrixTable.member, false)
    case ("M", .held): (MatrixTable.holder, false)
    case ("M", _): (MatrixTable.member, true)
    case ("S", .held), ("G", .held): (MatrixTable.staffOfHeld, false)
    case ("S", _), ("G", _): (MatrixTable.staff, kind == .foreign)
    case ("V", .own), ("V", .held): (MatrixTable.supervisor, false)
    case ("V", _): (MatrixTable.supervisor, true)
    case ("A", _): (MatrixTable.admin, kind == .confidential || kind == .invited)
    default: ([], true)
    }
  }

  @Test("A wish is answered by who asks, what it is and where it stands", arguments: Kind.allCases)
  func states(_ kind: Kind) throws {
    let town = try town()
    let (numbers, target) = try wishes(kind, in: town)
    for role in Self.roles {
      let client = try town.connect(as: role.account)
      let (rows, isHidden) = rows(role.letter, kind)
      for row in rows {
        let allowed = MatrixTable.verbs.contains {
          row.line.hasPrefix($0.verb) && $0.roles.contains(role.letter)
        }
        for (index, letter) in row.outcomes.enumerated() {
          let state = Staging.states[index]
          var expected = isHidden ? "NOT_FOUND" : MatrixTable.outcome(letter)
          if !allowed { expected = "FORBIDDEN" }
          let line = row.line.replacing("#", with: "\(numbers[index])").replacing("@", with: "\(target)")
          let reply = town.tryOut(line, by: client)
          #expect(Reply.outcome(reply) == expected, "\(role.account), \(kind), \(state): \(line): \(reply)")
        }
      }
    }
  }

  @Test("A foreign wish is byte for byte as one that does not exist, whatever the verb and its state")
  func foreignIsAbsent() throws {
    let town = try town()
    let (foreign, _) = try wishes(.foreign, in: town)
    let (confidential, target) = try wishes(.confidential, in: town)
    let absent = 9_999
    for role in Self.roles where role.letter != "A" {
      let client = try town.connect(as: role.account)
      for row in rows(role.letter, .foreign).rows {
        let isHidden = !["S", "G"].contains(role.letter)
        for number in foreign + (isHidden ? confidential : []) {
          func reply(_ number: Int) -> String {
            let line = row.line.replacing("#", with: "\(number)").replacing("@", with: "\(target)")
            return town.tryOut(line, by: client)
          }
          #expect(reply(Int(number)) == reply(absent), "\(role.account): \(row.line), \(number)")
        }
      }
    }
    // As what a wish is merged into it does not exist either.
    let staff = try town.connect(as: "li")
    let hidden = town.tryOut("MERGE \(target) into=\(foreign[0])", by: staff)
    #expect(hidden == town.tryOut("MERGE \(target) into=\(absent)", by: staff))
    #expect(Reply.outcome(hidden) == "NOT_FOUND")
  }

  @Test("Who has no account gets AUTH_REQUIRED, who may not FORBIDDEN, before a look at the arguments")
  func rolesFirst() throws {
    let town = try town()
    let nobody = town.connect()
    let clients = try Self.roles.map { (letter: $0.letter, client: try town.connect(as: $0.account)) }
    for (verb, allowed) in MatrixTable.verbs {
      // `member=` is there for staff, who must name one; everything is wrong about the rest.
      for line in ["\(verb) bogus=1 bogus=2 a b c d :x", "\(verb) key=\"\" 7 :x"] {
        #expect(nobody.outcome(line) == "AUTH_REQUIRED", "\(line)")
        for (letter, client) in clients {
          let names = "CLAIM RELEASE RENEW".contains(verb) && "SG".contains(letter) ? " member=nobody" : ""
          // A member may name itself only, in MEMBER.
          let text = verb == "MEMBER" && letter == "M" ? "MEMBER m1 skills=\"\" a" : line
          let outcome = Reply.outcome(town.tryOut(text.replacing(verb, with: verb + names), by: client))
          if allowed.contains(letter) {
            #expect(outcome.hasPrefix("BAD_ARG"), "\(letter): \(text)")
          } else {
            #expect(outcome == "FORBIDDEN", "\(letter): \(text)")
          }
        }
      }
    }
    let listed = Set(MatrixTable.verbs.map(\.verb) + MatrixTable.open)
    #expect(listed == Set(Verb.allCases.map(\.rawValue)), "the table lacks a verb")
    for verb in MatrixTable.open {
      #expect(town.connect().outcome("\(verb) bogus=1") == "BAD_ARG bogus", "\(verb) needs no account")
    }
  }

  @Test("What staff and members may not name is FORBIDDEN before anything is looked up") func namesForbidden()
    throws
  {
    let town = try town()
    let table: [(String, String)] = [
      ("li", "CLAIM 9999"), ("li", "RELEASE 9999 :x"), ("li", "RENEW 9999 :x"), ("grid", "CLAIM 9999"),
      ("m1", "CLAIM 9999 member=m1"), ("m1", "RELEASE 9999 member=m1 :x"), ("m1", "RENEW 9999 member=m1 :x"),
      ("m1", "FULFIL 9999 member=m1"), ("m1", "FULFIL 9999 category=policy"), ("m1", "MEMBER m2 skills=电工"),
      ("m1", "MEMBER nobody skills=电工"), ("m1", "MEMBER m1 capacity=9"), ("m1", "MEMBER m1 areas=c01"),
      ("m1", "MEMBER m1 unit=x"), ("m1", "MEMBER m1 level=city"), ("m1", "MEMBER m1 kind=unit"),
      ("li", "ACCOUNT x role=staff area=c01"), ("li", "ACCOUNT x role=supervisor area=c02"),
      ("li", "ACCOUNT x role=admin"), ("li", "ACCOUNT x role=staff area=c01 bogus=1"),
    ]
    for (account, line) in table {
      #expect(try town.connect(as: account).outcome(line) == "FORBIDDEN", "\(account): \(line)")
    }
  }
}
