import Testing

@testable import WishCore

@Suite("A wish goes all the way") struct WishLifeTests {
  @Test("From the slip to the resident's yes, every reply is as the page says") func wholeLife() throws {
    let town = try Town()
    try town.settle()
    let desk = try town.connect(as: "desk")
    let staff = try town.connect(as: "li")
    let member = try town.connect(as: "m1")
    #expect(staff.ask("MEMBER m1 skills=修灯 capacity=2").hasPrefix("OK member=m1 seq="))
    #expect(desk.ask("POST source=box :楼道灯坏了，求人修一修") == "OK wish=1 state=collected seq=\(town.last)")
    #expect(desk.ask("SHOW 1").hasPrefix("ERR NOT_FOUND retry=no"))
    print(staff.ask("APPROVE 1 category=便民利民 limit=7d skills=水电维修"))
    print(staff.ask("PUBLISH 1"))
    print(member.say("MATCH"))
    print(member.say("CLAIM 1"))
    print(member.say("MINE"))
    print(member.say("FULFIL 1 :换了灯管"))
    print(staff.say("CONFIRM 1 solved=yes rating=5 via=phone :很满意"))
    print(staff.say("HISTORY 1"))
    print(staff.say("SHOW 1"))
    print(staff.say("LIST state=confirmed"))
    print(staff.say("WALL"))
    print(staff.say("CLAIM １"))
  }
}

extension Town {
  /// The number of the last event.
  var last: EventNumber { service.office.lastEvent }
}
