import Testing

@testable import WishCore

@Suite("Members report in; areas, units and skills are entered") struct RegisterTests {
  private func town() throws -> (Town, admin: Client, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "admin"), try town.connect(as: "li"))
  }

  private func member(_ town: Town, _ code: String) throws -> Member {
    try #require(town.service.office.register.members[AccountCode(stored: code)])
  }

  @Test("A member is what was said of it, and keeps what was not") func member() throws {
    let (town, _, staff) = try town()
    staff.done("UNIT power name=供电公司")
    staff.done(
      "MEMBER m1 kind=team level=district unit=供电公司 skills=修灯,木工 prefers=policy,便民利民 capacity=7 available=evening,weekend"
    )
    var m1 = try member(town, "m1")
    #expect(m1.kind == .team && m1.level == .district && m1.unit?.text == "power" && m1.capacity == 7)
    #expect(m1.skills.map(\.text) == ["灯具维修", "木工"], "canonical names")
    #expect(m1.prefers == [.policy, .convenience] && m1.available == [.evening, .weekend])
    staff.done("MEMBER m1 capacity=8 unit=\"\"")
    m1 = try member(town, "m1")
    #expect(m1.capacity == 8 && m1.unit == nil && m1.kind == .team && m1.skills.count == 2)
    let own = try town.connect(as: "m1")
    own.done("MEMBER m1 skills=\"\" prefers=\"\" available=\"\"")
    m1 = try member(town, "m1")
    #expect(m1.skills.isEmpty && m1.prefers.isEmpty && m1.available == [.any] && m1.capacity == 8)
    #expect(own.outcome("MEMBER m1 capacity=100") == "FORBIDDEN")
  }

  @Test(
    "An unknown skill or unit is refused with what looks most like it",
    arguments: [
      ("MEMBER m1 skills=家电维", "arg=skills near=家电维修"), ("MEMBER m1 skills=电工,修水龙", "arg=skills near="),
      ("POST skills=水电 :x", "arg=skills near=水电维修"), ("MEMBER m1 unit=无此单位", "arg=unit"),
    ]
  )
  func unknown(line: String, expected: String) throws {
    let (_, _, staff) = try town()
    let reply = staff.ask(line)
    #expect(reply.hasPrefix("ERR BAD_ARG retry=no \(expected)"))
  }

  @Test("Staff decide on a member's areas in their own area, and leave the others") func areas() throws {
    let (town, admin, staff) = try town()
    admin.done("MEMBER m1 areas=c01,c02")
    #expect(try member(town, "m1").areas.map(\.text) == ["c01", "c02"])
    staff.done("MEMBER m1 areas=c01-g1")
    #expect(try member(town, "m1").areas.map(\.text) == ["c01-g1", "c02"])
    #expect(staff.outcome("MEMBER m1 areas=c02") == "NOT_FOUND")
    #expect(staff.outcome("MEMBER m1 areas=nowhere") == "NOT_FOUND")
    let wang = try town.connect(as: "wang")
    wang.done("MEMBER m1 areas=\"\"")
    #expect(try member(town, "m1").areas.map(\.text) == ["c01-g1"])
    #expect(wang.outcome("MEMBER m1 capacity=5") == "NOT_FOUND", "it is of theirs no more")
    #expect(staff.outcome("MEMBER m1 areas=\"\"") == "BAD_ARG areas", "somewhere it must be")
    #expect(try town.connect(as: "m1").ask("WHOAMI") == "OK account=m1 role=member area=c01-g1")
  }

  @Test(
    "MEMBER is for enabled members and staff of the area",
    arguments: [
      ("far", "NOT_FOUND"), ("nobody", "NOT_FOUND"), ("desk", "NOT_FOUND"), ("street", "NOT_FOUND"),
      ("m2", "NOT_FOUND"),
      ("li", "OK"), ("m1", "OK"), ("grid", "NOT_FOUND"), ("wang", "NOT_FOUND"),
    ]
  )
  func whose(code: String, expected: String) throws {
    let (_, admin, staff) = try town()
    admin.done("DISABLE m2")
    #expect(staff.outcome("MEMBER \(code) capacity=5") == expected)
  }

  @Test("An area lies in one of a higher level, keeps its level, and a grid its community") func tree() throws
  {
    let (_, admin, _) = try town()
    for (line, expected) in [
      ("AREA s01 name=街道 level=street parent=d01", "OK"),
      ("AREA c03 name=社区 level=community parent=s01", "OK"),
      ("AREA c04 name=社区 level=community", "OK"), ("AREA c04 name=新名 level=community parent=d01", "OK"),
      ("AREA g1 name=格 level=grid", "BAD_ARG parent"),
      ("AREA g1 name=格 level=grid parent=s01", "BAD_ARG parent"),
      ("AREA g1 name=格 level=grid parent=c03", "OK"),
      ("AREA g1 name=格 level=grid parent=c01", "BAD_ARG parent"),
      ("AREA g1 name=格二 level=grid", "OK"), ("AREA d02 name=区 level=district parent=d01", "BAD_ARG parent"),
      ("AREA s02 name=街 level=street parent=c01", "BAD_ARG parent"),
      ("AREA s02 name=街 level=street parent=s01", "BAD_ARG parent"),
      ("AREA s02 name=街 level=street parent=nowhere", "BAD_ARG parent"),
      ("AREA c01 name=x level=street", "BAD_ARG level"),
      ("AREA all name=x level=district", "BAD_ARG code"),
      ("AREA system name=x level=district", "BAD_ARG code"),
      ("AREA c05 name=\"\" level=community", "BAD_ARG name"),
      ("AREA ../c05 name=x level=community", "BAD_ARG code"),
      ("AREA c05 name=x level=village", "BAD_ARG level"),
      ("AREA c05 name=x level=community parent=c05", "BAD_ARG parent"),
    ] { #expect(admin.outcome(line) == expected, "\(line)") }
  }

  @Test("A skill that is added counts at once; names and aliases belong to one skill only") func skills()
    throws
  {
    let (_, admin, staff) = try town()
    for (line, expected) in [
      ("SKILL 修伞 aliases=补伞,换伞骨", "OK"), ("SKILL 修油纸伞 parent=补伞", "OK"), ("SKILL 补伞", "BAD_ARG name"),
      ("SKILL 修鞋底 aliases=修伞", "BAD_ARG aliases"), ("SKILL 修伞 parent=修油纸伞", "BAD_ARG parent"),
      ("SKILL 修伞 parent=修伞", "BAD_ARG parent"), ("SKILL 修帽 parent=不存在的活", "BAD_ARG parent"),
      ("SKILL \"修 伞\"", "BAD_ARG name"), ("SKILL -", "BAD_ARG name"), ("SKILL a,b", "BAD_ARG name"),
      ("SKILL \(String(repeating: "伞", count: 41))", "TOO_LONG"),
    ] { #expect(admin.outcome(line) == expected, "\(line)") }
    #expect(staff.outcome("SKILL 修帽") == "FORBIDDEN")
    staff.done("POST skills=换伞骨 :修一把伞")
    #expect(staff.row("SHOW 1")["skills"] == "修伞")
    for line in [
      "APPROVE 1 category=convenience limit=7d", "PUBLISH 1", "MEMBER m1 skills=修油纸伞", "CLAIM 1 member=m1",
    ] {
      staff.done(line)
    }
  }

  @Test("A skill or a unit that is entered in a turn is known to what follows in it") func sameTurn() throws {
    let (town, admin, _) = try town()
    let lines = [
      "SKILL 修伞 aliases=补伞", "MEMBER m1 skills=补伞", "ACCOUNT m9 role=member area=c01", "MEMBER m9 skills=修伞",
    ]
    #expect(Reply.outcomes(admin.pipeline(lines)) == ["OK", "OK", "OK", "OK"])
    #expect(try member(town, "m1").skills.map(\.text) == ["修伞"])
    let staff = try town.connect(as: "li")
    #expect(Reply.outcomes(staff.pipeline(["UNIT u1 name=甲公司", "MEMBER m1 unit=甲公司"])) == ["OK", "OK"])
  }
}
