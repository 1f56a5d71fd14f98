import Testing

@testable import WishCore

@Suite("Members wait for a slot that is taken, and are told when it is free") struct WaitTests {
  private let town: Town
  private let staff: Client
  private let m1: Client
  private let m2: Client
  private let m3: Client

  /// A town where m1 holds the one slot of wish 1, which asks for an electrician, as all three are.
  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
    for member in ["m1", "m2", "m3"] { staff.done("MEMBER \(member) skills=电工") }
    (m1, m2, m3) = (try town.connect(as: "m1"), try town.connect(as: "m2"), try town.connect(as: "m3"))
    for line in [
      "POST :灯坏了", "APPROVE 1 category=convenience limit=24h skills=电工", "PUBLISH 1", "CLAIM 1 member=m1",
    ] { staff.done(line) }
  }

  private func waiting() -> String? { staff.row("SHOW 1")["waiting"] }

  /// What a member is told beside its replies.
  private func told(_ client: Client) -> [String] { client.read() }

  @Test("Each gets a place in the order of coming; asking again tells the same place and writes nothing")
  func places() throws {
    let first = m2.done("WAIT 1")
    #expect(first.names == ["wish", "state", "seq", "place"])
    #expect(first["place"] == "1" && first["state"] == "claimed")
    #expect(m3.done("WAIT 1")["place"] == "2")
    let last = town.last
    var again = first
    again.add("replay", "yes")
    #expect(m2.done("WAIT 1") == again)
    #expect(town.last == last)
    #expect(waiting() == "m2,m3")
    #expect(m2.done("UNWAIT 1").number("seq") == last + 1)
    #expect(m3.done("WAIT 1")["place"] == "1", "those behind move up")
    #expect(m2.outcome("UNWAIT 1") == "FORBIDDEN", "who does not wait cannot leave")
    #expect(m2.done("WAIT 1")["place"] == "2")
  }

  @Test("Only what one could claim but for the slot can be waited for") func refusals() throws {
    #expect(m1.outcome("WAIT 1") == "WRONG_STATE", "its own")
    staff.done("MEMBER m3 skills=搬运")
    #expect(m3.outcome("WAIT 1") == "NOT_ELIGIBLE")
    #expect(try town.connect(as: "far").outcome("WAIT 1") == "NOT_FOUND")
    #expect(m2.outcome("WAIT 99") == "NOT_FOUND")
    for line in ["POST :又坏了", "APPROVE 2 category=policy limit=7d", "PUBLISH 2"] { staff.done(line) }
    #expect(m2.outcome("WAIT 2") == "WRONG_STATE", "a slot is free")
    staff.done("MEMBER m2 capacity=1")
    m2.done("CLAIM 2")
    #expect(m2.outcome("WAIT 1") == "OK", "room is asked for with CLAIM")
    m1.done("FULFIL 1")
    #expect(m1.outcome("WAIT 1") == "WRONG_STATE")
  }

  @Test("Ten wait for a wish, and no more") func bound() throws {
    let codes = (1...11).map { "w\($0)" }
    for code in codes { try town.hire(code, "member", "c01") }
    staff.done("AMEND 1 skills=\"\"")
    for (index, code) in codes.prefix(Limits.waitingMax).enumerated() {
      #expect(try town.connect(as: code).done("WAIT 1")["place"] == "\(index + 1)")
    }
    #expect(try town.connect(as: "w11").outcome("WAIT 1") == "TAKEN")
    #expect(try town.connect(as: "w3").outcome("UNWAIT 1") == "OK")
    #expect(try town.connect(as: "w11").done("WAIT 1")["place"] == "10")
  }

  @Test(
    "A slot that is free again, however it came, is told to all who wait, with SUB or without",
    arguments: ["RELEASE 1 member=m1 :有事", "DISABLE m1", "AMEND 1 slots=2", "lapse", "unconfirmed"]
  )
  func told(how: String) throws {
    m2.done("WAIT 1")
    m3.done("WAIT 1")
    m3.done("SUB")
    switch how {
    case "lapse":
      town.now = town.now.advanced(bySeconds: 25 * 3_600)
      town.turn()
    case "unconfirmed":
      m1.done("FULFIL 1")
      #expect(m2.rows("MINE").map { $0["free"] } == [nil])
      #expect(told(m2) == [])
      staff.done("CONFIRM 1 solved=no")
    default: staff.done(how)
    }
    let seq = try #require(staff.rows("HISTORY 1").last?["seq"])
    let free = "* FREE wish=1 seq=\(seq)"
    #expect(told(m2) == [free])
    #expect(told(m3).filter { !$0.contains("EVENT") } == [free])
    #expect(told(m1) == [])
    let row = m2.row("MINE")
    #expect(row["waiting"] == "yes" && row["place"] == "1" && row["free"] == "yes")
    #expect(row["state"] == "published")
    staff.done("AMEND 1 urgency=urgent")
    #expect(told(m2) == [], "nothing more is free than before")
    // It is nobody's: the second of the list is as good as the first.
    #expect(m3.outcome("CLAIM 1") == "OK")
    #expect(waiting() == "m2")
    if how != "AMEND 1 slots=2" { #expect(m2.row("MINE")["free"] == nil) }
  }

  @Test("A slot that is given back and taken in one turn is told to nobody") func sameTurn() throws {
    m2.done("WAIT 1")
    m3.done("WAIT 1")
    m1.send("RELEASE 1 :有事")
    m3.send("CLAIM 1")
    town.turn()
    #expect(Reply.outcomes(m3.read()) == ["OK"])
    #expect(told(m2) == [])
    #expect(waiting() == "m2")
  }

  @Test("Who can no longer claim it is not told, and not shown it as free") func notEligible() throws {
    m2.done("WAIT 1")
    staff.done("MEMBER m2 skills=搬运")
    m1.done("RELEASE 1 :有事")
    #expect(told(m2) == [])
    #expect(m2.row("MINE")["free"] == nil)
  }

  @Test(
    "The list ends with what takes the wish from the wall",
    arguments: [
      ["WITHDRAW 1 :不用了"], ["REJECT 1 :办不了"], ["REFER 1 to=电力公司 :换线路"],
      ["POST :又一张", "MERGE 1 into=2"], ["RELEASE 1 member=m1 :有事", "RETURN 1 :请补"],
      ["FULFIL 1", "CONFIRM 1 solved=yes"], ["FULFIL 1", "CONFIRM 1 solved=unreached"],
      ["FULFIL 1", "CONFIRM 1 solved=no then=review"], ["AMEND 1 confidential=yes"],
    ]
  )
  func ends(lines: [String]) throws {
    m2.done("WAIT 1")
    for line in lines { staff.done(line) }
    #expect(waiting() == nil)
    #expect(m2.rows("MINE").isEmpty)
    #expect(told(m2).allSatisfy { $0.contains("FREE") }, "the slot was free for a moment in one of them")
    try town.store.close()
    #expect(try StoreCheck(path: town.path).findings == [])
  }

  @Test("A wish that becomes confidential keeps those who were invited") func confidential() throws {
    staff.done("AMEND 1 slots=2")
    staff.done("INVITE 1 m3")
    staff.done("CLAIM 1 member=m2")
    _ = m3.read()
    m3.done("WAIT 1")
    try town.hire("m4", "member", "c01")
    staff.done("MEMBER m4 skills=电工")
    try town.connect(as: "m4").done("WAIT 1")
    staff.done("AMEND 1 confidential=yes")
    #expect(waiting() == "m3")
    m2.done("RELEASE 1 :有事")
    #expect(told(m3) == ["* FREE wish=1 seq=\(town.last)"])
    let row = m3.row("MINE")
    #expect(row["invited"] == "yes" && row["waiting"] == "yes" && row["free"] == "yes", "one row for both")
  }

  @Test("A member who is ended, or moves away, waits no longer, and the log says so")
  func leavers() throws {
    m2.done("WAIT 1")
    m3.done("WAIT 1")
    staff.done("DISABLE m2")
    #expect(waiting() == "m3")
    staff.done("ENABLE m2")
    #expect(waiting() == "m3")
    town.connectAsAdmin().done("MEMBER m3 areas=c02")
    #expect(waiting() == nil)
    let types = staff.rows("HISTORY 1").compactMap { $0["type"] }
    #expect(types.suffix(4) == ["waited", "waited", "unwaited", "unwaited"])
    #expect(staff.rows("HISTORY 1").last?["member"] == "m3")
  }

  @Test("Who waits is seen by staff and by the member itself, and told to nobody else") func sight() throws {
    let others = try ["street", "desk", "m1", "m3"].map { try town.connect(as: $0) }
    for client in others where client.outcome("SUB") == "OK" { _ = client.read() }
    staff.done("SUB")
    m2.done("SUB")
    town.pass(seconds: 2)
    town.turn()
    let wall = town.shelf["c01.txt"]
    let mine = m2.pipeline(["WAIT 1", "UNWAIT 1", "WAIT 1"]).filter { $0.hasPrefix("* EVENT") }
    town.pass(seconds: 2)
    #expect(mine.count == 3 && mine.allSatisfy { $0.contains("member=m2") })
    #expect(staff.read().filter { $0.contains("waited wish=1") && $0.contains("member=m2") }.count == 3)
    for client in others { #expect(client.read().isEmpty) }
    #expect(town.shelf["c01.txt"] == wall)
    for client in others {
      for line in client.say("SHOW 1") + client.say("LIST") + client.say("HISTORY 1") {
        #expect(!line.contains("wait") && !line.contains("m2"), "\(line)")
      }
    }
    // Whoever follows the log later is not told either.
    let later = try town.connect(as: "street").say("SUB since=0")
    #expect(later.contains { $0.contains("claimed") } && !later.contains { $0.contains("waited") })
    #expect(m3.rows("MINE").isEmpty)
  }

  @Test("The list is there after a restart, in its order") func restart() throws {
    m3.done("WAIT 1")
    m2.done("WAIT 1")
    try town.restart()
    #expect(try town.connect(as: "li").row("SHOW 1")["waiting"] == "m3,m2")
    let m2 = try town.connect(as: "m2")
    #expect(m2.row("MINE")["place"] == "2")
    try town.connect(as: "m1").done("RELEASE 1 :有事")
    #expect(m2.read() == ["* FREE wish=1 seq=\(town.last)"])
    try town.store.close()
    #expect(try StoreCheck(path: town.path).findings == [])
    let raw = try RawDatabase(town.path)
    try raw.run("DELETE FROM waiting WHERE member = 'm3'")
    #expect(
      try StoreCheck(path: town.path).findings.contains { $0.contains("wish 1") && $0.contains("waiting") }
    )
  }

  @Test("A key makes it one wait, and a drained service takes none") func keys() throws {
    let first = m2.ask("WAIT 1 key=w")
    #expect(m2.ask("WAIT 1 key=w") == first + " replay=yes")
    let again = m2.ask("WAIT 1 key=x")
    #expect(again == first + " replay=yes")
    #expect(m2.ask("WAIT 1 key=x") == again)
    #expect(m2.outcome("UNWAIT 1 key=w") == "KEY_REUSED")
    town.connectAsAdmin().done("DRAIN on")
    #expect(m3.outcome("WAIT 1") == "DRAINING")
  }
}

@Suite("Who let a wish lapse is between the member and staff") struct LapseSightTests {
  @Test("The member sees it in SHOW, staff in SHOW and HISTORY, nobody else anywhere") func sight() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for line in ["POST :灯坏了", "APPROVE 1 category=convenience limit=24h", "PUBLISH 1", "CLAIM 1 member=m1"] {
      staff.done(line)
    }
    let due = try #require(staff.row("SHOW 1")["due"])
    town.now = town.now.advanced(bySeconds: 25 * 3_600)
    town.turn()
    #expect(staff.row("SHOW 1")["lapsed"] == "m1")
    #expect(staff.rows("HISTORY 1").last { $0["type"] == "lapsed" }?["member"] == "m1")
    let m1 = try town.connect(as: "m1")
    #expect(m1.row("SHOW 1")["lapsed"] == due)
    for other in ["m2", "desk", "street"] {
      let client = try town.connect(as: other)
      #expect(client.row("SHOW 1")["lapsed"] == nil, "\(other)")
    }
    let street = try town.connect(as: "street")
    let row = street.rows("HISTORY 1").last { $0["type"] == "lapsed" }
    #expect(row != nil && row?["member"] == nil)
    let pushed = street.say("SUB since=0").filter { $0.contains("type=lapsed") }
    #expect(pushed.count == 1 && !pushed.contains { $0.contains("m1") })
    m1.done("CLAIM 1")
    #expect(m1.row("SHOW 1")["lapsed"] == nil)
    #expect(staff.row("SHOW 1")["lapsed"] == nil)
  }
}
