import Testing

@testable import WishCore

@Suite("A wish that nobody touches is told as stale, with members worth inviting") struct StaleTests {
  private let town: Town
  private let staff: Client
  private let admin: Client

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
    admin = town.connectAsAdmin()
    for line in ["POST :灯坏了", "APPROVE 1 category=convenience limit=7d skills=电工", "PUBLISH 1"] {
      staff.done(line)
    }
  }

  private func stale() -> [WishNumber] { staff.numbers("LIST stale=yes") }

  private func pass(days: Int64) { town.pass(seconds: days * 86_400) }

  /// A connection that the idle days before it have not ended.
  private func again(_ account: String) throws -> Client { try town.connect(as: account) }

  @Test("After 14 days, unless its community or an area around it has another time") func times() throws {
    pass(days: 14)
    #expect(try again("li").numbers("LIST stale=yes") == [], "the day is not over")
    pass(days: 1)
    #expect(try again("li").numbers("LIST stale=yes") == [1])
    let admin = town.connectAsAdmin()
    let staff = try again("li")
    func set(_ line: String, _ expected: [WishNumber]) {
      admin.done(line)
      #expect(staff.numbers("LIST stale=yes") == expected, "\(line)")
    }
    set("AREA d01 name=东区 level=district stale=30d", [])
    set("AREA c01 name=向阳社区 level=community stale=10d", [1])
    set("AREA c01 name=向阳社区 level=community", [1])
    set("AREA c01 name=向阳社区 level=community stale=\"\"", [])
    set("AREA d01 name=东区 level=district stale=\"\"", [1])
    #expect(admin.outcome("AREA d01 name=东区 level=district stale=14") == "BAD_ARG stale")
    #expect(admin.outcome("AREA d01 name=东区 level=district stale=0d") == "BAD_ARG stale")
  }

  @Test("The time is there after a restart") func restart() throws {
    admin.done("AREA c01 name=向阳社区 level=community parent=d01 stale=1h")
    try town.restart()
    pass(days: 1)
    #expect(try again("li").numbers("LIST stale=yes") == [1])
  }

  @Test("Whatever happens to it begins the time anew; a wish without a free slot is not stale")
  func touched() throws {
    admin.done("AREA c01 name=向阳社区 level=community parent=d01 stale=60s")
    #expect(stale() == [])
    town.pass(seconds: 59)
    #expect(stale() == [])
    town.pass(seconds: 1)
    #expect(stale() == [1])
    staff.done("INVITE 1 m1")
    #expect(stale() == [])
    town.pass(seconds: 60)
    #expect(stale() == [1])
    staff.done("MEMBER m1 skills=电工")
    staff.done("CLAIM 1 member=m1")
    town.pass(seconds: 60)
    #expect(stale() == [])
    for line in ["POST :又一张", "APPROVE 2 category=policy limit=7d"] { staff.done(line) }
    town.pass(seconds: 60)
    #expect(stale() == [], "not on the wall yet")
    #expect(staff.numbers("LIST stale=yes state=approved") == [])
    #expect(staff.outcome("LIST stale=no") == "BAD_ARG stale")
  }

  @Test("Staff get up to three members who could claim it and were not asked yet, best first, and why")
  func worthInviting() throws {
    admin.done("AREA c01 name=向阳社区 level=community parent=d01 stale=60s")
    town.pass(seconds: 60)
    #expect(staff.row("LIST stale=yes").names.allSatisfy { $0 != "invite" && $0 != "why" }, "there is none")
    for member in ["m1", "m2", "m3"] { staff.done("MEMBER \(member) skills=电工") }
    try town.hire("m4", "member", "c01")
    staff.done("MEMBER m4 skills=电工 prefers=convenience")
    let row = staff.row("LIST stale=yes")
    let invite = try #require(row["invite"]).split(separator: ",").map(String.init)
    #expect(invite.count == 3 && invite.first == "m4")
    let best = staff.rows("MATCH wish=1 limit=3").compactMap { $0["member"] }
    #expect(invite == best)
    let why = try #require(row["why"])
    #expect(why.hasPrefix("m4：") && invite.allSatisfy { why.contains("\($0)：") })
    staff.done("INVITE 1 m4")
    staff.done("DISABLE m3")
    town.pass(seconds: 60)
    #expect(staff.row("LIST stale=yes")["invite"] == "m1,m2")
    // Others who may list see which wishes nobody takes, and no names.
    for account in ["desk", "m1", "street"] {
      let row = try town.connect(as: account).row("LIST stale=yes")
      #expect(row["wish"] == "1" && row["invite"] == nil && row["why"] == nil, "\(account)")
    }
    #expect(try town.connect(as: "wang").numbers("LIST stale=yes") == [])
  }
}
