import Testing

@testable import WishCore

@Suite("Accounts are made, changed and ended, at once and for open connections") struct AccountTests {
  private func town() throws -> (Town, admin: Client, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "admin"), try town.connect(as: "li"))
  }

  @Test("People get 12 unambiguous characters, terminals 128 bits, and no two the same") func secrets() throws
  {
    let (_, admin, _) = try town()
    var seen: Set<String> = []
    for (index, role) in ["member", "staff", "supervisor", "terminal", "admin"].enumerated() {
      let area = role == "admin" ? "" : "area=c01"
      let secret = try #require(admin.done("ACCOUNT x\(index) role=\(role) \(area)")["secret"])
      if role == "terminal" {
        #expect(secret.count == 32 && secret.allSatisfy { "0123456789abcdef".contains($0) })
      } else {
        #expect(secret.count == 12 && secret.allSatisfy { "23456789abcdefghjkmnpqrstuvwxyz".contains($0) })
      }
      #expect(seen.insert(secret).inserted)
    }
  }

  @Test("A secret is read without regard to case, hyphens, spaces and full width") func typed() throws {
    let (town, admin, _) = try town()
    let secret = try #require(admin.done("ACCOUNT x role=member area=c01")["secret"])
    let wide = String(
      String.UnicodeScalarView(secret.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
    )
    let groups = [secret.prefix(4), secret.dropFirst(4).prefix(4), secret.suffix(4)].map(String.init)
    for typed in [
      secret, secret.uppercased(), groups.joined(separator: "-"), groups.joined(separator: " ").uppercased(),
      wide,
      wide.uppercased(), " \(secret) ", groups.joined(separator: "－"), groups.joined(separator: "　"),
    ] { #expect(town.connect().outcome("AUTH x :\(typed)") == "OK", "\(typed)") }
    for typed in [
      String(secret.dropLast()), secret + "a", String(secret.reversed()), String(repeating: "a", count: 129),
      secret + String(repeating: "-", count: 128),
    ] { #expect(town.connect().outcome("AUTH x :\(typed)") == "AUTH_FAILED", "\(typed)") }
  }

  @Test("A failed login tells nothing: unknown, malformed, disabled and wrong are the same") func failures()
    throws
  {
    let (town, admin, _) = try town()
    admin.done("DISABLE m2")
    let secret = try #require(town.secrets["m2"])
    let replies = [
      "AUTH m1 :wrong", "AUTH nobody :wrong", "AUTH M1 :wrong", "AUTH system :", "AUTH m2 :\(secret)",
    ].map {
      town.connect().ask($0.hasSuffix(":") ? $0 + "wrong" : $0)
    }
    #expect(Set(replies).count == 1 && Reply.outcome(replies[0]) == "AUTH_FAILED")
    #expect(admin.outcome("AUTH m1 :wrong") == "AUTH_FAILED")
    #expect(admin.ask("WHOAMI") == "OK account=admin role=admin area=all")
  }

  @Test(
    "DISABLE, ROTATE, ENABLE and another role or area end open connections' logins",
    arguments: [
      "DISABLE m1", "ROTATE m1", "ACCOUNT m1 role=staff area=c01", "ACCOUNT m1 role=member area=c02",
      "ACCOUNT m1 role=supervisor area=c01",
    ]
  )
  func openConnections(line: String) throws {
    let (town, admin, _) = try town()
    let first = try town.connect(as: "m1")
    let second = try town.connect(as: "m1")
    // Also what was already sent behind it in the same turn.
    admin.send(line)
    town.turn()
    #expect(first.outcome("MINE") == "AUTH_REQUIRED" && second.outcome("CLAIM 1") == "AUTH_REQUIRED")
    #expect(first.outcome("PING") == "OK", "the connection stays")
    #expect(admin.outcome("WHOAMI") == "OK")
    let rotated = line.hasPrefix("ROTATE")
    let secret = try #require(town.secrets["m1"])
    let expected = line.hasPrefix("DISABLE") || rotated ? "AUTH_FAILED" : "OK"
    #expect(first.outcome("AUTH m1 :\(secret)") == expected)
  }

  @Test("An account that is taken back has its secret, and not its sessions") func enable() throws {
    let (town, admin, _) = try town()
    let old = try town.connect(as: "m1")
    admin.done("DISABLE m1")
    admin.done("ENABLE m1")
    #expect(old.outcome("WHOAMI") == "AUTH_REQUIRED")
    #expect(try town.connect(as: "m1").ask("WHOAMI") == "OK account=m1 role=member area=c01")
  }

  @Test("A change takes effect within the turn in which it is asked") func sameTurn() throws {
    let (town, admin, _) = try town()
    let m1 = try town.connect(as: "m1")
    admin.send("DISABLE m1")
    m1.send("CLAIM 1")
    town.turn()
    #expect(Reply.outcomes(m1.read()) == ["AUTH_REQUIRED"])
  }

  @Test("Staff manage members and terminals of their area; others' are as if they did not exist")
  func staffLimits() throws {
    let (town, admin, staff) = try town()
    for line in [
      "ACCOUNT new1 role=member area=c01", "ACCOUNT new2 role=terminal area=c01-g1", "ROTATE m1",
      "DISABLE m1",
      "ENABLE m1", "ACCOUNT m1 role=member area=c01-g1 name=李某",
    ] { #expect(staff.outcome(line) == "OK", "\(line)") }
    for line in [
      "ACCOUNT new3 role=member area=c02", "ACCOUNT new3 role=member area=d01",
      "ACCOUNT new3 role=member area=nowhere",
      "ACCOUNT far role=member area=c01", "ROTATE far", "DISABLE far", "ENABLE far", "ROTATE nobody",
      "ROTATE street",
      "ROTATE admin", "DISABLE li", "DISABLE admin", "ACCOUNT street role=member area=c01",
    ] { #expect(staff.outcome(line) == "NOT_FOUND", "\(line)") }
    #expect(staff.ask("DISABLE far") == staff.ask("DISABLE nobody"))
    #expect(admin.outcome("ACCOUNT new3 role=staff area=nowhere") == "NOT_FOUND")
    #expect(town.service.office.register.accounts[AccountCode(stored: "new3")] == nil)
  }

  @Test("Somebody is always left who can look after the service") func lastAdmin() throws {
    let (town, admin, _) = try town()
    #expect(admin.outcome("DISABLE admin") == "BAD_ARG code")
    #expect(admin.outcome("ACCOUNT admin role=staff area=c01") == "BAD_ARG code")
    admin.done("ACCOUNT boss role=admin")
    // Of two who would both go in one turn, one stays.
    #expect(Reply.outcomes(admin.pipeline(["DISABLE boss", "DISABLE admin"])) == ["OK", "BAD_ARG code"])
    admin.done("ENABLE boss")
    admin.done("DISABLE admin")
    #expect(admin.outcome("WHOAMI") == "AUTH_REQUIRED")
    #expect(
      town.service.office.register.accounts.values.filter { $0.role == .admin && $0.isEnabled }.count == 1
    )
  }

  @Test("An account changed shows no secret and keeps the one it has") func change() throws {
    let (town, admin, _) = try town()
    #expect(admin.done("ACCOUNT m1 role=member area=c01 name=李某")["secret"] == nil)
    #expect(try town.connect(as: "m1").outcome("WHOAMI") == "OK")
    #expect(admin.done("ACCOUNT m1 role=member area=c02")["secret"] == nil)
    #expect(try town.connect(as: "m1").ask("WHOAMI") == "OK account=m1 role=member area=c02")
  }

  @Test("Any change of an account ends its open logins, a new name as well") func changeEndsLogins() throws {
    let town = try Town()
    try town.settle()
    let member = try town.connect(as: "m1")
    #expect(try town.connect(as: "admin").ask("ACCOUNT m1 role=member area=c01 name=柏某").hasPrefix("OK"))
    #expect(member.ask("WHOAMI").hasPrefix("ERR AUTH_REQUIRED"))
  }

  @Test("Guesses at one account are answered later and later, a right secret at once") func guesses() throws {
    let (town, _, _) = try town()
    for _ in 0..<5 { #expect(town.connect().outcome("AUTH m1 :wrong") == "AUTH_FAILED") }
    let sixth = town.connect()
    #expect(sixth.outcome("AUTH m1 :wrong") == "nothing")
    sixth.send("PING")
    town.turn()
    #expect(sixth.read().isEmpty, "what stands behind it waits")
    #expect(try town.connect(as: "m1").outcome("WHOAMI") == "OK", "no lock-out")
    town.uptime += 2_000
    town.turn()
    #expect(Reply.outcomes(sixth.read()) == ["AUTH_FAILED", "OK"])
  }
}
