import Testing

@testable import WishCore

@Suite("A plan proposes whom to invite for every free slot at once") struct PlanTests {
  private let town: Town
  private let staff: Client

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
  }

  /// A published wish; returns its number.
  @discardableResult private func publish(_ approval: String, slip: String = "") -> WishNumber {
    let number = staff.done("POST \(slip) :请人帮忙").number("wish") ?? 0
    staff.done("APPROVE \(number) category=convenience limit=7d \(approval)")
    staff.done("PUBLISH \(number)")
    return number
  }

  /// The rows of a plan, and its final.
  private func plan(_ client: Client, _ line: String = "PLAN") -> (rows: [Fields], final: Fields) {
    let lines = client.say(line)
    guard let last = lines.last, case .ok(let final, _)? = Reply.parse(last) else {
      Issue.record("\(lines)")
      return ([], Fields())
    }
    return (
      lines.dropLast().compactMap { if case .record(let fields)? = Reply.parse($0) { fields } else { nil } },
      final
    )
  }

  private func thousandths(_ score: String?) -> Int { Int(score?.replacing(".", with: "") ?? "") ?? -1 }

  @Test("Nothing to plan, nobody to ask, no room left: an honest empty answer") func empty() throws {
    #expect(staff.ask("PLAN") == "OK slots=0 asked=0 total=0.000")
    publish("slots=2 skills=电工")
    #expect(staff.ask("PLAN") == "OK slots=2 asked=0 total=0.000")
    staff.done("MEMBER m1 skills=电工 capacity=1")
    staff.done("CLAIM 1 member=m1")
    publish("skills=电工")
    #expect(staff.say("PLAN") == ["OK slots=2 asked=0 total=0.000"])
  }

  @Test("Who works on a wish already has that much less room") func holding() throws {
    staff.done("MEMBER m1 skills=电工 capacity=2")
    for _ in 0..<3 { publish("skills=电工") }
    #expect(staff.say("PLAN").count == 1 + 2)
    staff.done("CLAIM 1 member=m1")
    #expect(staff.say("PLAN").count == 1 + 1)
  }

  @Test("Its total is the best that trying everything over MATCH's scores finds, within slots and capacity")
  func best() throws {
    for (member, words) in [
      ("m1", "skills=电工 capacity=1 prefers=convenience"), ("m2", "skills=电工,搬运 capacity=2"),
      ("m3", "skills=搬运 capacity=1"),
    ] { staff.done("MEMBER \(member) \(words)") }
    publish("skills=电工")
    publish("skills=电工,搬运")
    publish("skills=搬运 slots=2")
    publish("urgency=urgent")
    let (rows, final) = plan(staff)
    var room = ["m1": 1, "m2": 2, "m3": 1]
    let codes = room.keys.sorted()
    var board = AssignmentBoard(room: codes.map { room[$0] ?? 0 })
    var left: [String: Int] = [:]
    for wish in staff.rows("LIST state=published") {
      let number = try #require(wish["wish"])
      left[number] = Int(wish["left"] ?? "")
      board.add(
        slots: left[number] ?? 0,
        candidates: staff.rows("MATCH wish=\(number)").map { row in
          let member = codes.firstIndex(of: row["member"] ?? "") ?? 0
          return .init(member: Int32(member), worth: Int32(thousandths(row["score"])))
        }
      )
    }
    #expect(thousandths(final["total"]) == AssignmentBoards.best(of: board))
    #expect(rows.reduce(0) { $0 + thousandths($1["score"]) } == thousandths(final["total"]))
    #expect(final["slots"] == "5" && final["asked"] == "\(rows.count)" && rows.count == 4)
    for row in rows {
      #expect(row.names == ["wish", "state", "member", "score", "why"])
      room[row["member"] ?? "", default: 0] -= 1
      left[row["wish"] ?? "", default: 0] -= 1
    }
    #expect(room.values.allSatisfy { $0 >= 0 } && left.values.allSatisfy { $0 >= 0 })
    let order = staff.numbers("LIST state=published")
    let asked = rows.compactMap { $0.number("wish") }
    #expect(asked == order.flatMap { number in asked.filter { $0 == number } })
  }

  @Test("Who holds a wish or was asked already is not proposed for it; ended accounts for none")
  func notAgain() throws {
    for member in ["m1", "m2", "m3"] { staff.done("MEMBER \(member) skills=电工") }
    publish("skills=电工 slots=3")
    staff.done("CLAIM 1 member=m1")
    staff.done("INVITE 1 m2")
    #expect(plan(staff).rows.compactMap { $0["member"] } == ["m3"])
    staff.done("DISABLE m3")
    #expect(plan(staff).rows.isEmpty)
  }

  @Test("The same state gives the same plan, byte for byte, after a restart too") func same() throws {
    for number in 1...12 {
      try town.hire("p\(number)", "member", "c01")
      staff.done("MEMBER p\(number) skills=电工 capacity=2")
      publish("skills=电工 slots=2")
    }
    let first = staff.say("#t PLAN")
    #expect(first.count == 25 && first.allSatisfy { $0.hasPrefix("#t ") })
    #expect(staff.say("#t PLAN") == first)
    try town.restart()
    #expect(try town.connect(as: "li").say("#t PLAN") == first)
  }

  @Test("Each plans what it sees: a community, a grid, one of several") func areas() throws {
    for member in ["m1", "m2"] { staff.done("MEMBER \(member) skills=电工") }
    publish("skills=电工", slip: "grid=c01-g1")
    publish("skills=电工", slip: "confidential=yes")
    #expect(plan(staff).final["slots"] == "2")
    #expect(plan(staff, "PLAN community=c01").final["slots"] == "2")
    #expect(plan(try town.connect(as: "grid")).final["slots"] == "1")
    #expect(staff.outcome("PLAN community=c02") == "NOT_FOUND")
    #expect(staff.ask("PLAN community=c02") == staff.ask("PLAN community=nowhere"))
    #expect(staff.outcome("PLAN community=d01") == "NOT_FOUND")
    #expect(staff.outcome("PLAN c01") == "BAD_ARG extra")
    try town.hire("zheng", "staff", "d01")
    let district = try town.connect(as: "zheng")
    #expect(plan(district).final["slots"] == "2")
    #expect(plan(district, "PLAN community=c02").final["slots"] == "0")
    #expect(try town.connect(as: "m1").outcome("PLAN") == "FORBIDDEN")
  }

  @Test("While it is made others are served, and what follows on its connection waits") func meanwhile()
    throws
  {
    staff.done("MEMBER m1 skills=电工")
    publish("skills=电工")
    town.holdsWork = true
    #expect(staff.pipeline(["#a PLAN", "#b PING"]) == [])
    #expect(try claimByDesk() == "OK")
    town.runHeldWork()
    // As it stood when it was asked for: the slot was free.
    #expect(staff.read().map { $0.prefix(4) } == ["#a =", "#a O", "#b O"])
  }

  /// What somebody else does meanwhile, without the hashing of a login.
  private func claimByDesk() throws -> String {
    let client = town.connect()
    client.session.login = Session.Login(
      account: AccountCode(stored: "m1"),
      generation: 0,
      idleMilliseconds: nil
    )
    return client.outcome("CLAIM 1")
  }

  @Test("A client that goes away, ends its input, or loses its account gets what is left to get")
  func gone() throws {
    staff.done("MEMBER m1 skills=电工")
    publish("skills=电工")
    let (lost, halfClosed, ended) = (
      try town.connect(as: "li"), try town.connect(as: "li"), try town.connect(as: "wang")
    )
    town.holdsWork = true
    for client in [lost, halfClosed, ended] { client.send("PLAN") }
    town.turn()
    town.service.close(lost.session)
    halfClosed.session.receiveEnd()
    let admin = town.connectAsAdmin()
    admin.done("DISABLE wang")
    town.runHeldWork()
    #expect(Reply.outcomes(halfClosed.read()) == ["OK"])
    #expect(halfClosed.session.isFinished)
    #expect(Reply.outcomes(ended.read()) == ["AUTH_REQUIRED"])
    #expect(town.service.plansWaiting == 0)
  }

  @Test("So many plans may wait; one more is BUSY, before its arguments are looked up") func busy() throws {
    publish("skills=电工")
    let clients = try (0..<Limits.plansWaitingMax).map { _ in try town.connect(as: "li") }
    town.holdsWork = true
    for client in clients { client.send("PLAN") }
    town.turn()
    #expect(staff.outcome("PLAN community=nowhere") == "BUSY")
    #expect(staff.ask("PLAN").contains("retry=later"))
    town.runHeldWork()
    #expect(clients.allSatisfy { Reply.outcomes($0.read()) == ["OK"] })
    town.holdsWork = false
    #expect(staff.outcome("PLAN") == "OK")
  }
}
