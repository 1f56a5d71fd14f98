import Testing

@testable import WishCore

@Suite("Connections that stand still are told goodbye") struct TimeOutTests {
  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  /// Lets seconds pass one by one on the monotonic clock.
  private func pass(_ seconds: Int, _ town: Town, each: () -> Void = {}) {
    for _ in 0..<seconds {
      town.uptime += 1_000
      each()
      town.turn()
    }
  }

  @Test("Ten minutes without a request end a connection, each request begins them anew") func idle() throws {
    let (town, staff) = try town()
    let quiet = town.connect()
    pass(599, town)
    #expect(staff.read().isEmpty && quiet.read().isEmpty)
    #expect(staff.outcome("PING") == "OK")
    pass(3, town)
    #expect(quiet.read() == ["* BYE reason=idle"])
    #expect(quiet.session.isFinished && !staff.session.isFinished)
    pass(596, town)
    #expect(!staff.session.isFinished)
    pass(4, town)
    #expect(staff.read() == ["* BYE reason=idle"])
  }

  @Test("Who follows the log may stay silent") func subscribed() throws {
    let (town, staff) = try town()
    staff.done("SUB")
    pass(700, town)
    #expect(staff.read().isEmpty && !staff.session.isFinished)
    staff.done("UNSUB")
    pass(602, town)
    #expect(staff.session.isFinished)
  }

  @Test("Half a minute inside one line ends the connection, a byte now and then does not save it")
  func partialLine() throws {
    let (town, staff) = try town()
    staff.send(Array("POST :".utf8))
    pass(29, town) { staff.send([0x78]) }
    #expect(staff.read().isEmpty)
    pass(3, town) { staff.send([0x78]) }
    #expect(staff.read() == ["* BYE reason=idle"])
    #expect(staff.session.isFinished)
    #expect(town.service.office.lastWish == 0)
  }

  @Test("Lines that are each ended in time are no partial line, however many follow") func manyLines() throws
  {
    let (town, staff) = try town()
    staff.send(Array("PI".utf8))
    // At every look there is half a line, but never the same one.
    pass(100, town) { staff.send(Array("NG\nPI".utf8)) }
    #expect(Reply.outcomes(staff.read()).count == 100)
    #expect(!staff.session.isFinished)
  }

  @Test(
    "idle= logs out by itself, before whatever comes then",
    arguments: [
      "WHOAMI", "POST :灯坏了", "LIST", "UNIT x name=y", "ACCOUNT m9 role=member area=c01",
    ]
  )
  func idleLogout(line: String) throws {
    let (town, _) = try town()
    let client = town.connect()
    let secret = try #require(town.secrets["li"])
    client.done("AUTH li idle=1m :\(secret)")
    pass(59, town)
    #expect(client.outcome("WHOAMI") == "OK")
    pass(59, town)
    #expect(client.outcome(line) == "OK", "in time")
    // In one leap, so that no look at the clock comes before the request.
    town.uptime += 60_000
    #expect(client.outcome(line) == "AUTH_REQUIRED")
    #expect(client.outcome("PING") == "OK")
    #expect(client.outcome("WHOAMI") == "AUTH_REQUIRED", "PING brings nobody back")
  }

  @Test("A line that cannot be read does not keep an idle login alive") func idleLogoutBehindNoise() throws {
    let (town, _) = try town()
    let client = town.connect()
    let secret = try #require(town.secrets["li"])
    client.done("AUTH li idle=1m :\(secret)")
    town.uptime += 61_000
    #expect(client.outcome("NONSENSE") == "UNKNOWN_VERB")
    #expect(client.outcome("POST :灯坏了") == "AUTH_REQUIRED")
  }

  @Test("Nothing is pushed to a login that idle= has ended") func idlePushes() throws {
    let (town, staff) = try town()
    let member = town.connect()
    let secret = try #require(town.secrets["m1"])
    member.done("AUTH m1 idle=1m :\(secret)")
    for line in ["POST :灯坏了", "APPROVE 1 category=policy limit=7d", "PUBLISH 1", "INVITE 1 m1"] {
      staff.done(line)
    }
    #expect(member.read().count == 1)
    pass(62, town)
    staff.done("INVITE 1 m1")
    #expect(member.read().isEmpty)
  }

  @Test(
    "A wall clock that leaps an hour either way ends no connection and no idle login; only claims go by it"
  )
  func leaps() throws {
    let (town, staff) = try town()
    let member = town.connect()
    let secret = try #require(town.secrets["m1"])
    member.done("AUTH m1 idle=5m :\(secret)")
    for line in ["POST :灯坏了", "APPROVE 1 category=policy limit=30m", "PUBLISH 1", "CLAIM 1 member=m1"] {
      staff.done(line)
    }
    staff.send(Array("#h PI".utf8))
    town.now = town.now.advanced(bySeconds: -3_600)
    town.turn()
    #expect(member.numbers("MINE") == [1], "an hour back ends no promise")
    town.now = town.now.advanced(bySeconds: 2 * 3_600)
    town.turn()
    #expect(member.numbers("MINE").isEmpty)
    #expect(member.done("WHOAMI")["account"] == "m1")
    staff.send("NG")
    town.turn()
    #expect(staff.read() == ["#h OK"])
    town.now = town.now.advanced(bySeconds: -3_600)
    staff.done("CLAIM 1 member=m2")
    let moments = staff.rows("HISTORY 1").compactMap { $0["at"] }
    #expect(moments.count == 6 && moments == moments.sorted())
  }
}
