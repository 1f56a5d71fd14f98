import Testing

@testable import WishCore

@Suite("MATCH shows what CLAIM accepts") struct MatchTests {
  @Test("All that CLAIM accepts and nothing else, both ways, whatever happens in a town", arguments: 0..<8)
  func shown(seed: UInt64) throws {
    var life = try TownLife(seed: seed)
    for step in 0..<90 {
      life.live()
      guard step % 3 == 0 else { continue }
      let office = life.town.service.office
      for member in life.members {
        let shown = life.town.enter(member).numbers("MATCH limit=500")
        let accepted = life.numbers.filter { office.accepts("CLAIM", [nil: "\($0)"], by: member) }
        #expect(shown.sorted() == accepted, "seed \(seed), step \(step), \(member)")
      }
      for number in life.numbers where office.openWishes[number]?.state == .published {
        let rows = life.town.enter("boss").rows("MATCH wish=\(number) limit=500")
        let accepted = life.members.filter {
          office.accepts("CLAIM", [nil: "\(number)", "member": $0], by: "boss")
        }
        #expect(
          rows.compactMap { $0["member"] }.sorted() == accepted.sorted(),
          "seed \(seed), step \(step), wish \(number)"
        )
      }
    }
  }

  @Test("After a restart every list is the same to the letter", arguments: 0..<4) func restart(seed: UInt64)
    throws
  {
    var life = try TownLife(seed: 100 + seed)
    for _ in 0..<120 { life.live() }
    let before = life.lists()
    #expect(before.contains { $0.count > 2 })
    try life.town.restart()
    #expect(life.lists() == before)
  }

  @Test("Rows tell the score, its reasons, and for staff the load; a list does not change with the hour")
  func rows() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    staff.done("MEMBER m1 skills=电工 prefers=convenience capacity=2")
    staff.done("MEMBER m2 skills=水电维修 capacity=2")
    for number in 1...2 {
      staff.done("POST grid=c01-g1 :灯坏了")
      staff.done("APPROVE \(number) category=convenience limit=7d skills=水电维修 urgency=urgent")
      staff.done("PUBLISH \(number)")
    }
    let m1 = try town.connect(as: "m1")
    let row = m1.rows("MATCH")[0]
    #expect(row["wish"] == "1")
    #expect(row["score"] == "0.800")
    #expect(
      row["why"]
        == "会电工（属水电维修）（22分）；愿意做便民利民（20分）；本社区（8分）；时间不急（10分）；手上没有，上限2条（15分）；紧急（5分）"
    )
    m1.done("CLAIM 1")
    let members = staff.rows("MATCH wish=2")
    #expect(members.map { $0["member"] } == ["m2", "m1"], "who has work already is asked later")
    #expect(members.map { $0["holding"] } == ["0", "1"] && members.map { $0["capacity"] } == ["2", "2"])
    #expect(members.map { $0["score"] } == ["0.780", "0.720"])
    #expect(m1.numbers("MATCH") == [2], "not what it holds")
    // 16:00 in UTC+8: the day has eight hours left.
    town.pass(seconds: 8 * 3_600 - 1)
    #expect(town.enter("m1").row("MATCH")["score"] == "0.720")
    town.pass(seconds: 1)
    let next = town.enter("m1").row("MATCH")
    #expect(next["why"]?.hasSuffix("；已等1天") == true)
    #expect(next["score"] == "0.734")
  }

  @Test("What a member has given before is known after the wish has ended, and after a restart")
  func goods() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 1...2 {
      staff.done("POST kind=goods value=300 :想要一台旧洗衣机")
      staff.done("APPROVE \(number) category=relief limit=7d")
      staff.done("PUBLISH \(number)")
    }
    let m1 = try town.connect(as: "m1")
    #expect(m1.rows("MATCH")[0]["why"]?.contains("没认领过物品（5分）") == true)
    m1.done("CLAIM 1")
    m1.done("FULFIL 1")
    #expect(m1.row("MATCH")["why"]?.contains("认领过同样价位的物品（10分）") == true)
    staff.done("CONFIRM 1 solved=yes")
    let row = m1.row("MATCH")
    #expect(row["why"]?.contains("认领过同样价位的物品（10分）") == true)
    #expect(staff.rows("MATCH wish=2").map { $0["member"] } == ["m1", "m2", "m3"])
    try town.restart()
    #expect(try town.connect(as: "m1").row("MATCH") == row)
    // A wish that had ended is counted once, whatever is done to it.
    let again = try town.connect(as: "li")
    again.done("REOPEN 1 :又坏了")
    again.done("AMEND 1 value=30")
    #expect(try town.connect(as: "m1").row("MATCH")["why"]?.contains("比认领过的物品贵得多") == true)
    #expect(again.rows("MATCH wish=2").last?["member"] == "m1")
  }

  @Test("Who lapsed or was judged badly stands where it stood") func lapses() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 1...3 {
      staff.done("POST :灯坏了")
      staff.done("APPROVE \(number) category=convenience limit=24h")
      staff.done("PUBLISH \(number)")
    }
    let m1 = try town.connect(as: "m1")
    let before = staff.rows("MATCH wish=3").map { $0["member"] }
    m1.done("CLAIM 1")
    town.pass(seconds: 2 * 86_400)
    town.enter("m1").done("CLAIM 2")
    town.enter("m1").done("FULFIL 2")
    town.enter("li").done("CONFIRM 2 solved=no then=close rating=1")
    let after = town.enter("li").rows("MATCH wish=3")
    #expect(after.map { $0["member"] } == before)
    #expect(Set(after.map { $0["score"] }).count == 1)
  }
}
