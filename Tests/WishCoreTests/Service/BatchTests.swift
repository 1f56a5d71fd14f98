import Testing

@testable import WishCore

@Suite("Requests of one connection are answered in order, each on what came before it") struct BatchTests {
  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  @Test("A reading sees the changes before it and none behind it") func sequence() throws {
    let (_, staff) = try town()
    let lines = staff.pipeline([
      "#1 POST :一", "#2 LIST", "#3 POST :二", "#4 LIST", "#5 AMEND 1 :三", "#6 SHOW 1", "#7 AMEND 1 :四",
      "#8 SHOW 1",
    ])
    let finals = lines.filter { !$0.contains(" = ") }
    #expect(finals.map { $0.prefix(2) } == ["#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8"])
    #expect(lines.filter { $0.hasPrefix("#2 = ") }.count == 1)
    #expect(lines.filter { $0.hasPrefix("#4 = ") }.count == 2)
    #expect(lines.contains { $0.hasPrefix("#6 = wish=1 ") && $0.contains("text=三") })
    #expect(lines.contains { $0.hasPrefix("#8 = wish=1 ") && $0.contains("text=四") })
  }

  @Test("A change is decided on the changes before it, of whatever connection") func changes() throws {
    let (town, staff) = try town()
    let before = town.service.counters.commits
    let replies = staff.pipeline([
      "POST :灯坏了", "APPROVE 1 category=policy limit=7d", "PUBLISH 1", "PUBLISH 1", "CLAIM 1 member=m1",
      "CLAIM 1 member=m2", "FULFIL 1 member=m1", "CONFIRM 1 solved=yes", "REOPEN 1 :又坏了",
    ])
    #expect(
      Reply.outcomes(replies) == ["OK", "OK", "OK", "WRONG_STATE", "OK", "TAKEN", "OK", "OK", "OK"]
    )
    #expect(town.service.counters.commits == before + 1, "one transaction")
    let seqs = replies.compactMap { line -> Int64? in
      if case .ok(let fields, _)? = Reply.parse(line) { fields.number("seq") } else { nil }
    }
    #expect(seqs == seqs.sorted() && Set(seqs).count == seqs.count)
  }

  @Test("What stands behind an AUTH waits for it, and may be as long as it allows") func behindAuth() throws {
    let (town, _) = try town()
    let client = town.connect()
    let secret = try #require(town.secrets["li"])
    let text = String(repeating: "字", count: 3_000)
    let replies = client.pipeline([
      "#1 WHOAMI", "#2 AUTH li :\(secret)", "#3 POST :\(text)", "#4 WHOAMI", "#5 AUTH desk :wrong",
      "#6 WHOAMI",
      "#7 LOGOUT", "#8 WHOAMI", "#9 POST :\(text)",
    ])
    #expect(
      Reply.outcomes(replies) == [
        "AUTH_REQUIRED", "OK", "OK", "OK", "AUTH_FAILED", "OK", "OK", "AUTH_REQUIRED", "TOO_LONG",
      ]
    )
    #expect(replies[3] == "#4 OK account=li role=staff area=c01")
    #expect(replies[5] == "#6 OK account=li role=staff area=c01", "a failure keeps the former identity")
    #expect(replies[8].hasPrefix("#9 ERR TOO_LONG"), "without an account a line is short again")
  }

  @Test("At most 64 requests are read before the first is answered") func inFlight() throws {
    let (town, staff) = try town()
    town.holdsWork = true
    // WALL waits for work that does not come: nothing behind it is answered, and no more than 64 are read.
    staff.send("WALL")
    for _ in 0..<200 { staff.send("PING") }
    town.turn()
    #expect(staff.read().isEmpty)
    #expect(staff.session.queue.count <= Limits.requestsInFlightMax)
    town.holdsWork = false
    town.runHeldWork()
    #expect(Reply.outcomes(staff.read()) == Array(repeating: "OK", count: 201))
  }

  @Test("Input stops being wanted while two lines' worth of it waits") func backPressure() throws {
    let (town, staff) = try town()
    town.holdsWork = true
    staff.send("WALL")
    town.turn()
    let some = String(repeating: "PING\n", count: 100)
    for _ in 0..<2_000 where staff.session.wantsInput {
      staff.send(some)
      town.turn()
    }
    #expect(!staff.session.wantsInput)
    town.holdsWork = false
    town.runHeldWork()
    #expect(staff.session.wantsInput)
  }

  @Test(
    "Half-close: all that was received is answered, then the session is finished",
    arguments: [
      ["PING"], ["#1 POST :灯坏了", "#2 LIST", "#3 POST :水管漏水"], Array(repeating: "PING", count: 300),
      ["WALL", "PING"], [],
    ]
  )
  func halfClose(lines: [String]) throws {
    let (town, staff) = try town()
    for line in lines { staff.send(line) }
    staff.session.receiveEnd()
    town.turn()
    #expect(Reply.outcomes(staff.read()) == Array(repeating: "OK", count: lines.count))
    #expect(staff.session.isFinished)
    staff.send("PING")
    town.turn()
    #expect(staff.read().isEmpty)
  }

  @Test("Half-close behind an AUTH: everything is answered under the new account, then the broken line once")
  func halfCloseBehindAuth() throws {
    let (town, _) = try town()
    let client = town.connect()
    let secret = try #require(town.secrets["li"])
    client.send("#1 AUTH li :\(secret)")
    client.send("#2 POST :灯坏了")
    client.send("#3 LOGOUT")
    client.send("#4 PING")
    client.send(Array("#5 POST :没有写".utf8))
    client.session.receiveEnd()
    town.turn()
    let replies = client.read()
    #expect(Reply.outcomes(replies) == ["OK", "OK", "OK", "OK", "SYNTAX"])
    #expect(replies.last?.hasPrefix("#5 ERR SYNTAX retry=no") == true)
    #expect(client.session.isFinished)
  }

  @Test("A line that the end of input cuts off is answered with one SYNTAX and not carried out") func cutOff()
    throws
  {
    let (town, staff) = try town()
    staff.send("POST :灯坏了")
    staff.send(Array("POST :水管".utf8))
    staff.session.receiveEnd()
    town.turn()
    #expect(Reply.outcomes(staff.read()) == ["OK", "SYNTAX"])
    #expect(try town.connect(as: "li").numbers("LIST") == [1])
  }

  @Test("An over-long line is answered once, with its tag, and the next one is read") func overlong() throws {
    let (town, staff) = try town()
    staff.send(Array("#t1 POST :".utf8))
    for _ in 0..<100 {
      staff.send(Array(repeating: 0x78, count: 1_000))
      town.turn()
    }
    #expect(staff.read().isEmpty, "only its LF ends it")
    staff.send("")
    staff.send("#t2 PING")
    town.turn()
    let replies = staff.read()
    #expect(replies.count == 2)
    #expect(replies[0].hasPrefix("#t1 ERR TOO_LONG retry=no :") && replies[1] == "#t2 OK")
    let nobody = town.connect()
    #expect(nobody.outcome("PING :\(String(repeating: "x", count: 1_010))") == "BAD_ARG raw")
    #expect(nobody.outcome("PING :\(String(repeating: "x", count: 1_018))") == "TOO_LONG")
  }

  @Test(
    "HTTP, TLS and RESP are answered once, and the session ends",
    arguments: [
      Array("GET / HTTP/1.1\r\nHost: x\r\n\r\nPING\n".utf8), Array("POST /x HTTP/1.1\r\n\r\n".utf8),
      [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01], Array("*1\r\n$4\r\nPING\r\n".utf8),
    ]
  )
  func foreign(bytes: [UInt8]) throws {
    let client = try town().0.connect()
    client.send(bytes)
    client.town.turn()
    #expect(Reply.outcomes(client.read()) == ["SYNTAX"])
    #expect(client.session.isFinished)
  }

  @Test("QUIT is answered, and what stands behind it is not") func quit() throws {
    let (_, staff) = try town()
    #expect(staff.pipeline(["PING", "QUIT", "POST :灯坏了"]) == ["OK", "OK"])
    #expect(staff.session.isFinished)
    #expect(staff.town.service.office.lastWish == 0)
  }

  @Test("A line of white space is skipped") func blank() throws {
    let (_, staff) = try town()
    #expect(staff.pipeline(["", "   ", "\t", "　", "\r", "PING\r"]) == ["OK"])
  }
}
