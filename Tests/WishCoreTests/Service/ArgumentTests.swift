import Testing

@testable import WishCore

@Suite("What is wrong with an argument is told under its name") struct ArgumentTests {
  @Test("Missing, unknown, doubled, surplus and misplaced arguments are BAD_ARG with arg=") func named()
    throws
  {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    let table: [(String, String)] = [
      ("SHOW", "wish"), ("SHOW 1 2", "extra"), ("SHOW wish=1", "wish"), ("SHOW 1 bogus=1", "bogus"),
      ("SHOW 1 :x", "raw"), ("LIST 5", "extra"), ("LIST limit=5 limit=6", "limit"), ("MATCH 1", "extra"),
      ("MATCH", "wish"), ("PUBLISH", "wish"), ("PUBLISH 1 :x", "raw"), ("RETURN 1", "why"),
      ("REJECT 1 reason=policy", "why"), ("REJECT 1 reason=bogus :x", "reason"), ("REFER 1 :x", "to"),
      ("REFER 1 to=x", "why"), ("MERGE 1", "into"), ("MERGE 1 into=1", "into"), ("MERGE 1 into=x", "into"),
      ("APPROVE 1", "category"), ("APPROVE 1 category=x", "category"), ("APPROVE category=policy", "wish"),
      ("CONFIRM 1", "solved"), ("CONFIRM 1 solved=maybe", "solved"),
      ("CONFIRM 1 solved=yes then=close", "then"),
      ("CONFIRM 1 solved=yes rating=0", "rating"), ("CONFIRM 1 solved=yes rating=6", "rating"),
      ("CONFIRM 1 solved=yes via=mail", "via"), ("INVITE 1", "member"), ("INVITE 1 M1", "member"),
      ("CLAIM 1 member=A_B", "member"), ("RENEW 1 member=m1 by=7 :x", "by"),
      ("RENEW 1 member=m1 by=7d", "why"),
      ("ACCOUNT x role=member", "area"), ("ACCOUNT x area=c01", "role"),
      ("ACCOUNT x role=bogus area=c01", "role"),
      ("ACCOUNT X role=member area=c01", "code"), ("ACCOUNT all role=member area=c01", "code"),
      ("ACCOUNT system role=member area=c01", "code"), ("UNIT all name=x", "code"),
      ("UNIT system name=x", "code"),
      ("UNIT x", "name"), ("STANDARD policy limit=7d", "standard"), ("STANDARD policy standard=x", "limit"),
      ("STANDARD limit=7d standard=x", "category"), ("MEMBER", "account"), ("AMEND 1", "text"),
      ("POST", "text"), ("POST :", "text"), ("POST :   ", "text"), ("POST text=\"\"", "text"),
      ("POST text=\" \"", "text"), ("POST text=a :b", "text"), ("POST name=x name=y :灯坏了", "name"),
      ("POST source=x :灯坏了", "source"), ("POST relation=x :灯坏了", "relation"), ("POST group=x :灯坏了", "group"),
      ("POST urgency=x :灯坏了", "urgency"), ("POST show=x :灯坏了", "show"), ("POST consent=x :灯坏了", "consent"),
      ("POST confidential=x :灯坏了", "confidential"), ("POST kind=x :灯坏了", "kind"),
      ("POST value=5 :灯坏了", "value"), ("POST received=2026-02-30 :灯坏了", "received"),
      ("POST needed=soon :灯坏了", "needed"), ("POST category=x :灯坏了", "category"),
      ("POST community=C01 :灯坏了", "community"), ("POST skills=电工, :灯坏了", "skills"),
      ("POST skills=电工,电工 :灯坏了", "skills"), ("LIST state=bogus", "state"), ("LIST overdue=no", "overdue"),
      ("LIST after=7", "after"), ("LIST after=x7", "after"), ("WALL format=pdf", "format"),
      ("HELP NONSENSE", "verb"),
      ("HELLO lang=fr", "lang"), ("SUB since=-1", "since"), ("AUTH", "account"), ("AUTH li", "secret"),
      ("AUTH li idle=0s :x", "idle"), ("APPROVE 1 category=policy over=no", "over"),
      ("APPROVE 1 category=policy open=no", "open"),
      ("APPROVE 1 category=policy confidential=no", "confidential"),
      ("APPROVE 1 category=policy public=\"\"", "public"), ("APPROVE 1 category=policy contact=x", "contact"),
    ]
    for (line, argument) in table {
      #expect(staff.outcome(line) == "BAD_ARG \(argument)", "\(line)")
    }
  }

  /// Forms that no number may have.
  static let numbers = [
    "+5", "-0", "-1", "007", "05", "１２", "99999999999999999999", "1e3", "1.0", "0x1", "1_000", "٣", "①", "五",
  ]

  @Test("A number is strictly decimal, without sign or leading zero, and within its bounds")
  func strictNumbers() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    let admin = try town.connect(as: "admin")
    for number in Self.numbers {
      #expect(admin.outcome("AREA x name=x level=community cap=\(number)") == "BAD_ARG cap", "\(number)")
    }
    for number in Self.numbers {
      for (line, argument) in [
        ("SHOW #", "wish"), ("HISTORY #", "wish"), ("SIMILAR #", "wish"), ("ASKERS #", "wish"),
        ("MATCH wish=#", "wish"), ("LIST limit=#", "limit"),
        ("LIST after=u#", "after"), ("POST slots=# :灯坏了", "slots"), ("POST kind=goods value=# :米", "value"),
        ("CONFIRM 1 solved=yes rating=#", "rating"), ("MEMBER m1 capacity=#", "capacity"),
        ("MERGE 1 into=#", "into"),
        ("APPROVE 1 category=policy limit=#d", "limit"), ("STANDARD policy limit=#h standard=x", "limit"),
        ("POST received=#-01-01 :灯坏了", "received"), ("POST needed=2026-01-01T0#:00:00Z :灯坏了", "needed"),
        ("SUB since=#", "since"), ("HELLO proto=#", "proto"),
      ] {
        #expect(
          staff.outcome(line.replacing("#", with: number)) == "BAD_ARG \(argument)",
          "\(line): \(number)"
        )
      }
    }
  }

  @Test("Bounds hold at their edges") func bounds() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    let table: [(String, String)] = [
      ("POST slots=1 :灯坏了", "OK"), ("POST slots=100 :灯坏了", "OK"), ("POST slots=0 :灯坏了", "BAD_ARG slots"),
      ("POST slots=101 :灯坏了", "BAD_ARG slots"), ("MEMBER m1 capacity=1", "OK"),
      ("MEMBER m1 capacity=1000", "OK"),
      ("MEMBER m1 capacity=0", "BAD_ARG capacity"), ("MEMBER m1 capacity=1001", "BAD_ARG capacity"),
      ("LIST limit=500", "OK"), ("LIST limit=501", "BAD_ARG limit"), ("LIST limit=0", "BAD_ARG limit"),
      ("STANDARD policy limit=1s standard=x", "OK"), ("STANDARD policy limit=3650d standard=x", "OK"),
      ("STANDARD policy limit=0s standard=x", "BAD_ARG limit"),
      ("STANDARD policy limit=3651d standard=x", "BAD_ARG limit"),
      ("STANDARD policy limit=87601h standard=x", "BAD_ARG limit"), ("PUBLISH 1 key=", "SYNTAX"),
      ("POST key=\"\" :x", "BAD_ARG key"), ("POST key=a,b :x", "BAD_ARG key"),
      ("POST key=键 :x", "BAD_ARG key"),
      ("POST key=\(String(repeating: "k", count: 64)) :x", "OK"),
      ("POST key=\(String(repeating: "k", count: 65)) :x", "BAD_ARG key"),
      ("POST name=\(String(repeating: "某", count: 40)) :x", "OK"),
      ("POST name=\(String(repeating: "某", count: 41)) :x", "TOO_LONG"),
      ("POST address=\(String(repeating: "a", count: 400)) :x", "OK"),
      ("POST address=\(String(repeating: "a", count: 401)) :x", "TOO_LONG"),
      ("POST phone=\(String(repeating: "1", count: 40)) :x", "OK"),
      ("POST phone=\(String(repeating: "1", count: 41)) :x", "TOO_LONG"),
      ("POST :\(String(repeating: "字", count: 4_000))", "OK"),
      ("POST :\(String(repeating: "字", count: 4_001))", "TOO_LONG"),
      ("POST text=\(String(repeating: "字", count: 4_001))", "TOO_LONG"),
      ("SUGGEST :\(String(repeating: "字", count: 4_000))", "OK"),
      ("SUGGEST :\(String(repeating: "字", count: 4_001))", "TOO_LONG"),
      ("UNIT \(String(repeating: "u", count: 32)) name=x", "OK"),
      ("UNIT \(String(repeating: "u", count: 33)) name=x", "BAD_ARG code"),
      ("UNIT x name=\(String(repeating: "u", count: 121))", "TOO_LONG"),
      ("REJECT 9 :\(String(repeating: "x", count: 2_000))", "NOT_FOUND"),
      ("REJECT 9 :\(String(repeating: "x", count: 2_001))", "TOO_LONG"),
    ]
    for (line, expected) in table {
      #expect(staff.outcome(line) == expected, "\(line)")
    }
  }

  @Test("A list has at most 32 items") func lists() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    let names = SkillTable.starting.map(\.name.text)
    let most = names.prefix(32).joined(separator: ",")
    #expect(staff.outcome("MEMBER m1 skills=\(most)") == "OK")
    #expect(staff.outcome("MEMBER m1 skills=\(most),\(names[32])") == "BAD_ARG skills")
    #expect(staff.outcome("POST skills=\(most),\(names[32]) :灯坏了") == "BAD_ARG skills")
    let areas = (1...33).map { "a\($0)" }.joined(separator: ",")
    #expect(staff.outcome("MEMBER m1 areas=\(areas)") == "BAD_ARG areas")
  }

  @Test("A reading verb, BACKUP and DRAIN take no key") func keys() throws {
    let town = try Town()
    try town.settle()
    let table: [String] = [
      "SHOW 1", "LIST", "HISTORY 1", "SUGGEST text=x", "SIMILAR 1", "ASKERS 1", "MATCH wish=1", "WHOAMI",
      "LOGOUT", "PING", "WALL", "HELLO", "HELP",
      "SUB", "UNSUB",
      "STATS", "BACKUP b", "DRAIN on", "MINE", "QUIT",
    ]
    for line in table {
      let account = ["STATS", "BACKUP b", "DRAIN on"].contains(line) ? "admin" : line == "MINE" ? "m1" : "li"
      #expect(try town.connect(as: account).outcome("\(line) key=k") == "BAD_ARG key", "\(line)")
    }
  }

  @Test("An argument that is no verb's own is not repeated in the sentence") func noEcho() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    let reply = staff.ask("SHOW 1 zhang-san-19900001234=某某")
    #expect(!reply.contains("某某"))
    #expect(staff.ask("SHOW 1 \(String(repeating: "n", count: 33))=1").contains("arg=extra "))
  }
}
