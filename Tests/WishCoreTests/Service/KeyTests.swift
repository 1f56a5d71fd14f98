import Testing

@testable import WishCore

@Suite("A request key makes a change happen once") struct KeyTests {
  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  @Test("The same again is answered the same with replay=yes, and changes nothing") func replay() throws {
    let (town, staff) = try town()
    let first = staff.ask("#a POST key=k1 name=李某 urgency=urgent :楼道灯坏了")
    let seq = town.last
    #expect(first.hasPrefix("#a OK wish=1 state=collected seq=\(seq) "))
    let reply = first.dropFirst("#a ".count)
    // Spacing, case of the verb, order of the named arguments and the tag are no part of the request.
    for again in [
      "POST key=k1 name=李某 urgency=urgent :楼道灯坏了", "post   name=\"李某\" urgency=urgent  key=k1 :楼道灯坏了",
      "POST text=楼道灯坏了 key=k1 name=李某 urgency=urgent",
      "POST urgency=urgent name=\"李\\u{67d0}\" key=\"k1\" text=\"楼道灯坏了\"",
    ] {
      #expect(staff.ask("#b \(again)") == "#b \(reply) replay=yes", "\(again)")
    }
    #expect(town.last == seq)
    staff.done("AMEND 1 name=王某")
    #expect(
      staff.done("POST key=k1 name=李某 urgency=urgent :楼道灯坏了")["state"] == "collected",
      "the reply of then"
    )
  }

  @Test(
    "The key with another request is KEY_REUSED, whatever differs",
    arguments: [
      "POST key=k1 name=李某 :楼道灯坏了。", "POST key=k1 name=王某 :楼道灯坏了", "POST key=k1 :楼道灯坏了",
      "POST key=k1 name=李某 phone=19900001234 :楼道灯坏了", "POST key=k1 contact-name=李某 :楼道灯坏了",
      "AMEND 1 key=k1 name=李某 :楼道灯坏了", "PUBLISH 1 key=k1", "UNIT k1 name=李某 key=k1",
    ]
  )
  func reused(line: String) throws {
    let (town, staff) = try town()
    staff.done("POST key=k1 name=李某 :楼道灯坏了")
    let seq = town.last
    #expect(staff.outcome(line) == "KEY_REUSED")
    #expect(town.last == seq)
  }

  @Test("Arguments that run into each other are not the same request") func boundaries() throws {
    let (_, staff) = try town()
    staff.done("POST key=k1 batch=ab ref=c :x")
    #expect(staff.outcome("POST key=k1 batch=a ref=bc :x") == "KEY_REUSED")
    staff.done("UNIT a name=bc key=k2")
    #expect(staff.outcome("UNIT ab name=c key=k2") == "KEY_REUSED")
  }

  @Test("Another account's key of the same name is its own") func perAccount() throws {
    let (town, staff) = try town()
    let desk = try town.connect(as: "desk")
    staff.done("POST key=k1 :楼道灯坏了")
    #expect(desk.done("POST key=k1 :水管漏水")["wish"] == "2")
    #expect(desk.done("POST key=k1 :水管漏水")["replay"] == "yes")
    #expect(staff.done("POST key=k1 :楼道灯坏了")["wish"] == "1")
    // The account counts, not the connection.
    #expect(try town.connect(as: "li").done("POST key=k1 :楼道灯坏了")["replay"] == "yes")
  }

  @Test("An error leaves the key free") func errors() throws {
    let (_, staff) = try town()
    staff.done("POST :楼道灯坏了")
    #expect(staff.outcome("PUBLISH 1 key=k1") == "WRONG_STATE")
    #expect(staff.outcome("SHOW 1 key=k1") == "BAD_ARG key")
    #expect(staff.outcome("APPROVE 1 key=k1 category=policy") == "BAD_ARG limit")
    #expect(staff.outcome("AMEND 9 name=李某 key=k1") == "NOT_FOUND")
    #expect(staff.done("APPROVE 1 key=k1 category=policy limit=7d")["replay"] == nil)
    #expect(staff.done("PUBLISH 1 key=k2")["replay"] == nil)
    #expect(staff.done("PUBLISH 1 key=k2")["replay"] == "yes")
  }

  @Test("Two of the same in one turn are one change, two different ones one and a KEY_REUSED")
  func sameTurn() throws {
    let (town, staff) = try town()
    let replies = staff.pipeline([
      "POST key=k1 :楼道灯坏了", "POST key=k1 :楼道灯坏了", "POST key=k1 :水管漏水", "POST key=k2 :水管漏水",
    ])
    #expect(Reply.outcomes(replies) == ["OK", "OK", "KEY_REUSED", "OK"])
    #expect(replies[1] == replies[0] + " replay=yes")
    #expect(replies[3].hasPrefix("OK wish=2 "))
    // Of two connections at once too.
    let other = try town.connect(as: "li")
    staff.send("POST key=k3 :窗户坏了")
    other.send("POST key=k3 :窗户坏了")
    town.turn()
    #expect([staff.read(), other.read()].flatMap { $0 }.filter { $0.contains("replay=yes") }.count == 1)
    #expect(staff.numbers("LIST") == [1, 2, 3])
  }

  @Test("A new account's secret is shown once and not in a replay; so is a rotated one") func secrets() throws
  {
    let (town, staff) = try town()
    let made = staff.done("ACCOUNT m9 role=member area=c01 key=k1")
    let secret = try #require(made["secret"])
    let again = staff.ask("ACCOUNT m9 role=member area=c01 key=k1")
    #expect(again == "OK account=m9 seq=\(town.last) replay=yes")
    #expect(town.connect().outcome("AUTH m9 :\(secret)") == "OK", "the replay made no other secret")
    let rotated = try #require(staff.done("ROTATE m9 key=k2")["secret"])
    #expect(staff.ask("ROTATE m9 key=k2") == "OK account=m9 seq=\(town.last) replay=yes")
    #expect(town.connect().outcome("AUTH m9 :\(rotated)") == "OK")
    #expect(town.connect().outcome("AUTH m9 :\(secret)") == "AUTH_FAILED")
    // Two in one turn: the second waits for the first.
    let both = staff.pipeline([
      "ACCOUNT m8 role=member area=c01 key=k3", "ACCOUNT m8 role=member area=c01 key=k3",
    ])
    #expect(both.count == 2 && both[0].contains(" secret=") && both[1].hasSuffix(" replay=yes"))
    #expect(!both[1].contains("secret"))
  }

  @Test("Replays answer while draining, and new changes do not") func draining() throws {
    let (town, staff) = try town()
    staff.done("POST key=k1 :楼道灯坏了")
    try town.connect(as: "admin").done("DRAIN on")
    #expect(staff.done("POST key=k1 :楼道灯坏了")["replay"] == "yes")
    #expect(staff.outcome("POST key=k2 :水管漏水") == "DRAINING")
    #expect(staff.outcome("POST key=k1 :水管漏水") == "KEY_REUSED")
    try town.connect(as: "admin").done("DRAIN off")
    #expect(staff.done("POST key=k2 :水管漏水")["replay"] == nil, "DRAINING left the key free")
  }

  @Test("A key is remembered over a restart and for seven days to the moment") func sevenDays() throws {
    let (town, staff) = try town()
    staff.done("POST key=k1 :楼道灯坏了")
    try town.restart()
    var client = try town.connect(as: "li")
    #expect(client.done("POST key=k1 :楼道灯坏了")["replay"] == "yes")
    town.now = town.now.advanced(bySeconds: 7 * 86_400 - 1)
    #expect(client.done("POST key=k1 :楼道灯坏了")["replay"] == "yes")
    town.now = town.now.advanced(bySeconds: 1)
    let fresh = client.done("POST key=k1 :水管漏水")
    #expect(fresh["wish"] == "2" && fresh["replay"] == nil, "the key is free again")
    #expect(client.done("POST key=k1 :水管漏水")["replay"] == "yes")
    // Also where the purge has been by.
    town.now = town.now.advanced(bySeconds: 8 * 86_400)
    town.uptime += 120_000
    town.turn()
    try town.restart()
    client = try town.connect(as: "li")
    #expect(client.done("POST key=k1 :水管漏水")["wish"] == "3")
  }

  @Test("A secret that was made for a refused request is not given to the next one") func leftSecret() throws
  {
    let (town, staff) = try town()
    let admin = try town.connect(as: "admin")
    town.holdsWork = true
    // The secret of a terminal is being made when the service begins to drain.
    staff.send("ACCOUNT t9 role=terminal area=c01")
    town.turn()
    admin.send("DRAIN on")
    town.turn()
    town.holdsWork = false
    town.runHeldWork()
    #expect(Reply.outcomes(staff.read()) == ["DRAINING"])
    admin.done("DRAIN off")
    let secret = try #require(staff.done("ACCOUNT m9 role=member area=c01")["secret"])
    #expect(secret.count == 12, "a member's secret, not the terminal's")
  }
}
