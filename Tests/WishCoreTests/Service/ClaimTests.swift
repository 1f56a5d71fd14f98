import Testing

@testable import WishCore

@Suite("A claim is a member's hold on one slot until it is due") struct ClaimTests {
  /// A town where wish 1 is published with some slots and a limit.
  private func town(slots: Int = 1, limit: String = "24h", members: [String] = []) throws -> (
    Town, staff: Client
  ) {
    let town = try Town()
    try town.settle()
    for member in members { try town.hire(member, "member", "c01") }
    let staff = try town.connect(as: "li")
    staff.done("POST :灯坏了")
    staff.done("APPROVE 1 category=convenience limit=\(limit) slots=\(slots)")
    staff.done("PUBLISH 1")
    return (town, staff)
  }

  private func state(_ client: Client) -> String { client.row("SHOW 1")["state"] ?? "" }

  @Test("Each slot is taken once; the last one makes the wish claimed, the last fulfilment fulfilled")
  func slots() throws {
    let (town, staff) = try town(slots: 2)
    let (m1, m2, m3) = (try town.connect(as: "m1"), try town.connect(as: "m2"), try town.connect(as: "m3"))
    #expect(m1.done("CLAIM 1")["state"] == "published")
    #expect(m1.row("SHOW 1")["left"] == "1")
    #expect(m1.outcome("CLAIM 1") == "WRONG_STATE")
    #expect(m2.done("CLAIM 1")["state"] == "claimed")
    #expect(m3.outcome("CLAIM 1") == "TAKEN")
    #expect(m1.done("FULFIL 1 :换好了")["state"] == "claimed")
    #expect(m1.outcome("CLAIM 1") == "WRONG_STATE", "who has fulfilled does not claim again")
    #expect(m3.outcome("CLAIM 1") == "TAKEN", "a fulfilled claim keeps its slot")
    #expect(m2.done("RELEASE 1 :没空")["state"] == "published")
    #expect(m3.done("CLAIM 1")["state"] == "claimed")
    #expect(m3.done("FULFIL 1")["state"] == "fulfilled")
    #expect(staff.done("CONFIRM 1 solved=no")["state"] == "published")
    // A new publication: all slots are free, and who claimed before may again.
    #expect(m1.row("SHOW 1")["left"] == "2")
    #expect(m1.outcome("CLAIM 1") == "OK")
  }

  @Test("Fifty members race for seven slots in one turn: seven have one, the others none") func race() throws
  {
    let codes = (1...50).map { "r\($0)" }
    let (town, staff) = try town(slots: 7, members: codes)
    let clients = try codes.map { try town.connect(as: $0) }
    for client in clients { client.send("#c CLAIM 1") }
    town.turn()
    let outcomes = clients.flatMap { Reply.outcomes($0.read()) }
    #expect(outcomes.count == 50)
    #expect(outcomes.filter { $0 == "OK" }.count == 7)
    #expect(outcomes.filter { $0 == "TAKEN" }.count == 43)
    #expect(staff.row("SHOW 1")["claimed"]?.split(separator: ",").count == 7)
    #expect(state(staff) == "claimed")
  }

  @Test("Capacity counts the claims of the same turn, and a slot given back counts no more") func quota()
    throws
  {
    let (town, staff) = try town()
    staff.done("MEMBER m1 capacity=2")
    for number in 2...4 {
      for line in ["POST :x", "APPROVE \(number) category=policy limit=7d", "PUBLISH \(number)"] {
        staff.done(line)
      }
    }
    let m1 = try town.connect(as: "m1")
    let replies = m1.pipeline([
      "CLAIM 1", "CLAIM 2", "CLAIM 3", "RELEASE 2 :x", "CLAIM 3", "FULFIL 1", "CLAIM 4",
    ])
    #expect(Reply.outcomes(replies) == ["OK", "OK", "QUOTA", "OK", "OK", "OK", "OK"])
    #expect(m1.numbers("MINE") == [3, 4])
    staff.done("MEMBER m1 capacity=1")
    #expect(m1.numbers("MINE") == [3, 4], "nothing is taken away")
    #expect(m1.outcome("CLAIM 2") == "QUOTA")
    #expect(staff.outcome("CLAIM 2 member=m1") == "QUOTA", "for staff too")
  }

  @Test("One of the skills asked for, or a part of one, is enough; goods and open wishes ask none")
  func skills() throws {
    let (town, staff) = try town()
    func publish(_ number: Int, _ approval: String) {
      for line in ["POST :x", "APPROVE \(number) category=policy limit=7d \(approval)", "PUBLISH \(number)"] {
        staff.done(line)
      }
    }
    publish(2, "skills=水电维修,木工")
    publish(3, "skills=灯具维修")
    publish(4, "skills=木工 open=yes")
    publish(5, "skills=木工 kind=goods value=50")
    staff.done("MEMBER m1 skills=电工 capacity=10")
    let m1 = try town.connect(as: "m1")
    #expect(m1.outcome("CLAIM 1") == "OK")
    #expect(m1.outcome("CLAIM 2") == "OK", "电工 is a part of 水电维修")
    #expect(m1.ask("CLAIM 3").contains("skills=灯具维修"), "a part is not the whole")
    #expect(m1.outcome("CLAIM 3") == "NOT_ELIGIBLE")
    #expect(m1.outcome("CLAIM 4") == "OK" && m1.outcome("CLAIM 5") == "OK")
    #expect(staff.outcome("CLAIM 3 member=m1") == "NOT_ELIGIBLE")
  }

  @Test("Staff claim, release, renew and fulfil for a member of the wish's place") func forMember() throws {
    let (town, staff) = try town(slots: 2)
    #expect(staff.outcome("CLAIM 1 member=nobody") == "NOT_FOUND")
    #expect(staff.outcome("CLAIM 1 member=far") == "NOT_FOUND")
    #expect(staff.outcome("CLAIM 1 member=desk") == "NOT_FOUND")
    #expect(staff.outcome("CLAIM 1 member=li") == "NOT_FOUND", "not yet a member")
    staff.done("MEMBER li")
    #expect(staff.done("CLAIM 1 member=li")["due"] == "2026-11-21T08:00:00Z")
    #expect(
      try town.connect(as: "grid").outcome("CLAIM 1 member=m1") == "NOT_FOUND",
      "the wish is of no grid"
    )
    staff.done("CLAIM 1 member=m1")
    #expect(try town.connect(as: "m1").row("MINE")["wish"] == "1")
    staff.done("RENEW 1 member=m1 by=48h :缺料")
    staff.done("RENEW 1 member=m1 by=48h :还缺料")
    #expect(try town.connect(as: "m1").row("MINE")["due"] == "2026-11-25T08:00:00Z")
    #expect(staff.outcome("RELEASE 1 member=m2 :x") == "FORBIDDEN")
    #expect(staff.outcome("RELEASE 1 member=nobody :x") == "NOT_FOUND")
    staff.done("RELEASE 1 member=m1 :x")
    staff.done("CLAIM 1 member=m2")
    staff.done("FULFIL 1 member=m2")
    staff.done("FULFIL 1 member=li")
    #expect(staff.outcome("CONFIRM 1 solved=yes") == "FORBIDDEN", "nobody confirms their own work")
  }

  @Test("A claim lapses at its due time by the account system, and the slot is free") func lapse() throws {
    let (town, staff) = try town()
    let m1 = try town.connect(as: "m1")
    #expect(m1.done("CLAIM 1")["due"] == "2026-11-21T08:00:00Z")
    town.now = town.now.advanced(bySeconds: 86_399)
    #expect(state(staff) == "claimed")
    town.now = town.now.advanced(bySeconds: 1)
    #expect(state(staff) == "published")
    let lapsed = try #require(staff.rows("HISTORY 1").last)
    #expect(lapsed["type"] == "lapsed" && lapsed["account"] == "system" && lapsed["member"] == "m1")
    #expect(lapsed["at"] == "2026-11-21T08:00:00Z")
    let reader = try town.connect(as: "m1")
    #expect(reader.rows("MINE").isEmpty)
    #expect(reader.outcome("RELEASE 1 :x") == "FORBIDDEN" && reader.outcome("RENEW 1 :x") == "FORBIDDEN")
    #expect(reader.outcome("CLAIM 1") == "OK", "a lapsed claim is no second one")
  }

  @Test("Lapses come before the requests of the same moment, also after a pause and a restart")
  func lapseFirst() throws {
    let (town, _) = try town()
    let m1 = try town.connect(as: "m1")
    let m2 = try town.connect(as: "m2")
    m1.done("CLAIM 1")
    // The clock stands at the due time when the request comes: the slot is free for it.
    m1.send("RENEW 1 :缺料")
    m2.send("CLAIM 1")
    town.now = town.now.advanced(bySeconds: 86_400)
    town.turn()
    #expect(Reply.outcomes(m1.read()) == ["FORBIDDEN"] && Reply.outcomes(m2.read()) == ["OK"])
    // A pause of a year, with one turn at its end.
    town.now = town.now.advanced(bySeconds: 365 * 86_400)
    m1.send("CLAIM 1")
    town.turn()
    #expect(Reply.outcomes(m1.read()) == ["OK"])
    town.now = town.now.advanced(bySeconds: 90_000)
    try town.restart()
    #expect(try town.connect(as: "m2").outcome("CLAIM 1") == "OK")
  }

  @Test("Lapses go on while draining, in the order of their due times, and time never runs back")
  func lapses() throws {
    let (town, staff) = try town(slots: 3)
    for (wait, member) in [(0, "m3"), (10, "m1"), (10, "m2")] {
      town.pass(seconds: Int64(wait))
      staff.done("CLAIM 1 member=\(member)")
    }
    try town.connect(as: "admin").done("DRAIN on")
    town.pass(seconds: 200_000)
    town.now = town.now.advanced(bySeconds: -300_000)
    let reader = try town.connect(as: "li")
    let lapsed = reader.rows("HISTORY 1").filter { $0["type"] == "lapsed" }
    #expect(lapsed.map { $0["member"] ?? "" } == ["m3", "m1", "m2"])
    try town.connect(as: "admin").done("DRAIN off")
    reader.done("AMEND 1 name=李某")
    let times = reader.rows("HISTORY 1").compactMap { $0["at"] }
    #expect(times == times.sorted(), "at never decreases")
  }

  @Test("After a lapse the claimant may still fulfil while the slot is free, else TAKEN") func lateFulfil()
    throws
  {
    let (town, staff) = try town()
    staff.done("CLAIM 1 member=m1")
    town.now = town.now.advanced(bySeconds: 86_400)
    let m1 = try town.connect(as: "m1")
    #expect(m1.outcome("FULFIL 1 :晚了一天") == "OK")
    #expect(state(staff) == "fulfilled")
    staff.done("CONFIRM 1 solved=no")
    staff.done("CLAIM 1 member=m1")
    town.now = town.now.advanced(bySeconds: 86_400)
    staff.done("CLAIM 1 member=m2")
    #expect(m1.outcome("FULFIL 1") == "TAKEN")
    #expect(staff.outcome("FULFIL 1 member=m1") == "TAKEN")
    staff.done("RELEASE 1 member=m2 :x")
    #expect(staff.outcome("FULFIL 1 member=m1") == "OK")
    // Who gave the slot back has no claim any more.
    staff.done("CONFIRM 1 solved=no")
    m1.done("CLAIM 1")
    m1.done("RELEASE 1 :x")
    #expect(m1.outcome("FULFIL 1") == "FORBIDDEN")
  }

  @Test("A member renews once and at most by the limit, staff freely; days end at 24:00") func renew() throws
  {
    let (town, staff) = try town(limit: "7d")
    let m1 = try town.connect(as: "m1")
    #expect(m1.done("CLAIM 1")["due"] == "2026-11-27T16:00:00Z")
    #expect(m1.outcome("RENEW 1 by=8d :缺料") == "BAD_ARG by")
    #expect(m1.done("RENEW 1 by=3d :缺料")["due"] == "2026-11-30T16:00:00Z")
    #expect(m1.outcome("RENEW 1 :缺料") == "WRONG_STATE")
    #expect(staff.done("RENEW 1 member=m1 by=30d :缺料")["due"] == "2026-12-30T16:00:00Z")
    #expect(staff.done("RENEW 1 member=m1 :缺料")["due"] == "2027-01-06T16:00:00Z", "the limit by default")
    // The due time that was prolonged is no due time any more.
    town.now = Moment("2026-12-30T16:00:00Z") ?? town.now
    town.turn()
    #expect(try town.connect(as: "li").row("SHOW 1")["state"] == "claimed")
    m1.done("RELEASE 1 :x")
    #expect(m1.outcome("CLAIM 1") == "OK")
    #expect(m1.done("RENEW 1 :缺料")["due"] != nil, "once a claim, and this is another one")
  }

  @Test("A claim is due at needed= where that comes first and is still ahead") func needed() throws {
    let (town, staff) = try town(slots: 3)
    staff.done("AMEND 1 needed=2026-11-20T20:00:00Z")
    #expect(staff.done("CLAIM 1 member=m1")["due"] == "2026-11-20T20:00:00Z")
    #expect(staff.numbers("LIST overdue=yes").isEmpty)
    town.pass(seconds: 43_200)
    let later = try town.connect(as: "li")
    #expect(later.numbers("LIST overdue=yes") == [1])
    #expect(later.done("CLAIM 1 member=m2")["due"] == "2026-11-21T20:00:00Z")
    #expect(later.row("LIST")["due"] == "2026-11-21T20:00:00Z", "of the active claims")
  }

  @Test(
    "DISABLE, and a new role, end a member's claims at once",
    arguments: [
      "DISABLE m1", "ACCOUNT m1 role=staff area=c01",
    ]
  )
  func ended(line: String) throws {
    let (town, staff) = try town()
    let m1 = try town.connect(as: "m1")
    m1.done("CLAIM 1")
    try town.connect(as: "admin").done(line)
    #expect(state(staff) == "published")
    #expect(staff.rows("HISTORY 1").last?["type"] == "cancelled")
    #expect(m1.outcome("FULFIL 1") == "AUTH_REQUIRED")
    #expect(staff.outcome("FULFIL 1 member=m1") == "FORBIDDEN", "a cancelled claim is none")
    #expect(staff.outcome("CLAIM 1 member=m2") == "OK")
  }

  @Test("An invitation is pushed to the member and stands in MINE until it is answered") func invitations()
    throws
  {
    let (town, staff) = try town(slots: 2)
    let m1 = try town.connect(as: "m1")
    let other = try town.connect(as: "m2")
    staff.done("INVITE 1 m1 :您会修灯吗")
    #expect(m1.read() == ["* INVITED wish=1 seq=\(town.last)"])
    #expect(other.read().isEmpty && other.rows("MINE").isEmpty)
    #expect(m1.row("MINE")["invited"] == "yes")
    m1.done("CLAIM 1")
    #expect(m1.row("MINE")["due"] != nil)
    #expect(m1.row("MINE")["invited"] == nil)
    m1.done("FULFIL 1")
    #expect(m1.rows("MINE").isEmpty, "done is neither held nor asked for")
    #expect(staff.rows("HISTORY 1").first { $0["type"] == "invited" }?["note"] == "您会修灯吗")
    staff.done("INVITE 1 m2")
    #expect(other.row("MINE")["wish"] == "1")
    staff.done("REJECT 1 :办不了")
    #expect(other.rows("MINE").isEmpty)
  }
}
