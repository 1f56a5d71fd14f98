import Testing

@testable import WishCore

@Suite("A wish goes all the way") struct WishLifeTests {
  @Test("From the slip to the resident's yes, every reply is as the page says") func wholeLife() throws {
    let town = try Town()
    try town.settle()
    let desk = try town.connect(as: "desk")
    let staff = try town.connect(as: "li")
    let member = try town.connect(as: "m1")
    #expect(staff.ask("MEMBER m1 skills=修灯 capacity=2") == "OK member=m1 seq=\(town.last)")
    #expect(
      desk.ask("POST source=box :楼道灯坏了，求人修一修，我的电话19900001234").hasPrefix(
        "OK wish=1 state=collected seq=\(town.last)"
      )
    )
    #expect(desk.ask("SHOW 1").hasPrefix("ERR NOT_FOUND retry=no :"))
    let approved = staff.done("APPROVE 1 category=便民利民 limit=7d skills=水电维修")
    #expect(approved["state"] == "approved")
    #expect(approved["public"]?.contains("19900001234") == false)
    #expect(staff.ask("PUBLISH 1") == "OK wish=1 state=published seq=\(town.last)")
    let match = member.row("MATCH")
    #expect(match["wish"] == "1" && match["score"] != nil && match["why"] != nil)
    // 7d given on the 20th ends on the 27th at 24:00 in UTC+8.
    #expect(
      member.ask("CLAIM 1") == "OK wish=1 state=claimed seq=\(town.last) due=2026-11-27T16:00:00Z"
    )
    #expect(member.row("MINE")["due"] == "2026-11-27T16:00:00Z")
    #expect(member.ask("FULFIL 1 :换了灯管") == "OK wish=1 state=fulfilled seq=\(town.last)")
    #expect(member.rows("MINE").isEmpty)
    let confirmed = staff.ask("CONFIRM 1 solved=yes rating=5 via=phone :很满意")
    #expect(confirmed == "OK wish=1 state=confirmed seq=\(town.last)")
    let history = staff.rows("HISTORY 1")
    #expect(
      history.map { $0["type"] ?? "" } == [
        "posted", "approved", "published", "claimed", "fulfilled", "confirmed",
      ]
    )
    #expect(history.map { $0["account"] ?? "" } == ["desk", "li", "li", "m1", "m1", "li"])
    #expect(history.compactMap { $0["note"] } == ["换了灯管", "很满意"])
    let numbers = history.compactMap { $0.number("seq") }
    #expect(numbers == numbers.sorted() && numbers.last == town.last)
    #expect(staff.numbers("LIST state=confirmed") == [1])
    #expect(staff.numbers("LIST").isEmpty)
  }
}
