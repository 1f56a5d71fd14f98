import Testing

@testable import WishCore

@Suite("A new slip is looked at as a colleague would") struct SlipDeskTests {
  private let town: Town
  private let desk: Client
  private let staff: Client

  init() throws {
    town = try Town()
    try town.settle()
    desk = try town.connect(as: "desk")
    staff = try town.connect(as: "li")
  }

  private func similar(_ reply: String) -> String? {
    reply.split(separator: " ").first { $0.hasPrefix("similar=") }.map { String($0.dropFirst(8)) }
  }

  @Test("A category is suggested where none was given, and none where it was") func suggestion() {
    #expect(desk.ask("POST :家里总跳闸，求电工来看看").contains(" suggest=convenience"))
    #expect(!desk.ask("POST category=policy :家里总跳闸，求电工来看看").contains("suggest="))
    #expect(!desk.ask("POST :嗯").contains("suggest="))
  }

  @Test("Staff are told of a slip that asks for the same, also after a restart") func paraphrase() throws {
    #expect(staff.ask("POST :家里的灯坏了，想请人来修一修").hasPrefix("OK wish=1 "))
    #expect(similar(staff.ask("POST :厨房灯不亮了，求人帮忙修灯")) == "1")
    #expect(similar(staff.ask("POST :想学剪纸")) == nil)
    try town.restart()
    let again = try town.connect(as: "li")
    #expect(similar(again.ask("POST :家里的灯坏了，想请人来修")) == "1,2")
  }

  @Test("A slip is compared by what it says in the end, though it was entered and amended in one breath")
  func amended() {
    let replies = staff.pipeline(["POST :家里的灯坏了，想请人来修一修", "AMEND 1 text=想学剪纸"])
    #expect(replies.allSatisfy { $0.hasPrefix("OK wish=1 ") })
    #expect(similar(staff.ask("POST :家里的灯坏了，想请人来修一修")) == nil)
    #expect(similar(staff.ask("POST :想学剪纸")) == "1")
  }

  @Test("A terminal is told of what is public, never by household") func terminal() {
    let slip = "name=柏某 phone=19900001234 address=梧桐路7号"
    #expect(staff.ask("POST \(slip) :家里的灯坏了，想请人来修一修").hasPrefix("OK wish=1 "))
    #expect(similar(desk.ask("POST :家里的灯坏了，求人修一修")) == nil)
    #expect(staff.ask("APPROVE 1 category=convenience limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH 1").hasPrefix("OK"))
    #expect(similar(desk.ask("POST :家里的灯坏了，求人修一修")) == "1")
    #expect(similar(desk.ask("POST \(slip) :想学剪纸")) == nil)
  }

  @Test("Staff are always told of the same household, however the phone is written") func household() {
    #expect(staff.ask("POST phone=\"199 0000-1234\" :想学剪纸").hasPrefix("OK wish=1 "))
    #expect(similar(staff.ask("POST phone=19900001234 :家里总跳闸")) == "1")
    #expect(similar(staff.ask("POST phone=19900005678 :家里总跳闸，求电工")) == "2")
  }

  @Test("Nothing of another community, nor what ended long ago, is named") func bounds() throws {
    let far = try town.connect(as: "wang")
    #expect(far.ask("POST :家里的灯坏了，想请人来修一修").hasPrefix("OK wish=1 "))
    #expect(similar(staff.ask("POST :家里的灯坏了，想请人来修一修")) == nil)
    #expect(staff.ask("WITHDRAW 2 :自己修了").hasPrefix("OK"))
    #expect(similar(staff.ask("POST :家里的灯坏了，想请人来修一修")) == "2")
    #expect(staff.ask("WITHDRAW 3 :自己修了").hasPrefix("OK"))
    town.pass(seconds: 91 * 86_400)
    let later = try town.connect(as: "li")
    #expect(similar(later.ask("POST :家里的灯坏了，想请人来修一修")) == nil)
  }

  @Test("Slips of one batch are told of each other, as if each had been alone") func oneBatch() {
    let replies = staff.pipeline([
      "POST :家里的灯坏了，想请人来修一修", "POST :厨房灯不亮了，求人帮忙修灯", "AMEND 1 :想学剪纸",
      "POST :家里灯泡坏了，求人来修修灯", "POST :想学剪纸",
    ])
    #expect(replies.map(similar) == [nil, "1", nil, "2", "1"])
  }

  @Test("A slip whose batch is not committed is told to nobody, and an amended one is as before")
  func droppedBatch() {
    #expect(staff.ask("POST :想学剪纸").hasPrefix("OK wish=1 "))
    #expect(town.tryOut("POST :家里的灯坏了，想请人来修一修", by: staff).hasPrefix("OK wish=2 "))
    #expect(town.tryOut("AMEND 1 :家里的灯坏了，想请人来修一修", by: staff).hasPrefix("OK wish=1 "))
    #expect(similar(staff.ask("POST :家里的灯坏了，想请人来修一修")) == nil)
    #expect(similar(staff.ask("POST :想学剪纸")) == "1")
  }

  @Test("A household whose slips were not committed has none") func droppedHousehold() {
    let slip = "POST phone=19900001234 :"
    #expect(similar(town.tryOut(slip + "灯坏了", slip + "想学剪纸", by: staff)) == "1")
    #expect(similar(staff.ask(slip + "家里总跳闸")) == nil)
    #expect(similar(staff.ask(slip + "楼上漏水")) == "1")
    #expect(town.tryOut("AMEND 1 phone=19900005678", by: staff).hasPrefix("OK"))
    #expect(similar(staff.ask("POST phone=19900005678 :想要一把轮椅")) == nil)
    #expect(similar(staff.ask(slip + "冬天没暖气"))?.split(separator: ",").sorted() == ["1", "2"])
  }

  @Test("A terminal is told of a public wish, however many hidden ones look the same") func crowd() {
    let slip = "家里的灯坏了，想请人来修一修"
    #expect(staff.ask("POST :\(slip)").hasPrefix("OK wish=1 "))
    #expect(staff.ask("APPROVE 1 category=convenience limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH 1").hasPrefix("OK"))
    for _ in 0..<120 { _ = staff.ask("POST confidential=yes :\(slip)") }
    #expect(similar(desk.ask("POST :\(slip)")) == "1")
  }

  @Test("Nor do hidden ones take its place that share more with the slip") func closerCrowd() {
    // Which opera it is stays open: the public wish shares only the third likeliest matter of the slip.
    _ = staff.ask("POST :六一那天想看一场木偶戏")
    #expect(staff.ask("APPROVE 1 category=culture limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH 1").hasPrefix("OK"))
    for _ in 0..<40 { _ = staff.ask("POST confidential=yes :想看场大戏，梆子最好") }
    #expect(similar(desk.ask("POST :想看场大戏，梆子最好")) == "1")
  }

  @Test("SUGGEST says what a text is about and which words say so, and posts nothing") func suggest() {
    let lines = desk.say("SUGGEST :家里总跳闸，打火花，求电工快来看看")
    let rows = lines.dropLast().compactMap { line -> Fields? in
      if case .record(let fields)? = Reply.parse(line) { fields } else { nil }
    }
    #expect(!rows.isEmpty && rows.count == lines.count - 1)
    #expect(rows.allSatisfy { $0.names == ["term", "category", "weight"] })
    #expect(rows.contains { $0["term"]?.contains("跳闸") == true && $0["category"] == "convenience" })
    let posted = desk.ask("POST :家里总跳闸，打火花，求电工快来看看")
    let final = lines.last ?? ""
    #expect(
      final.contains(" suggest=convenience ") && final.contains(" urgency=urgent :看来紧急：")
        && final.contains("打火花")
    )
    for name in ["suggest", "skills", "urgency"] {
      #expect(Reply.fields(final)[name] == Reply.fields(posted)[name], "as POST answers: \(name)")
    }
    #expect(posted.hasPrefix("OK wish=1 "))
    #expect(desk.say("SUGGEST :嗯") == ["OK :看不出是哪一类，请人工判断"])
    #expect(desk.outcome("SUGGEST") == "BAD_ARG text")
    #expect(desk.outcome("SUGGEST text=灯 :灯") == "BAD_ARG text")
    #expect(desk.outcome("SUGGEST community=c02 :灯坏了") == "NOT_FOUND")
    #expect(staff.outcome("SUGGEST community=c01 text=灯坏了") == "OK")
  }

  @Test("SIMILAR tells staff what both slips say, the same household first") func similarRows() throws {
    #expect(staff.ask("POST phone=19900001234 :想学剪纸").hasPrefix("OK wish=1 "))
    #expect(staff.ask("POST :家里的灯坏了，想请人来修一修").hasPrefix("OK wish=2 "))
    #expect(similar(staff.ask("POST phone=19900001234 :厨房灯不亮了，求人帮忙修灯")) == "1,2")
    let rows = staff.rows("SIMILAR 3")
    #expect(rows.map { $0["wish"] } == ["1", "2"])
    #expect(rows.map { $0["household"] } == ["yes", nil])
    #expect(rows.first?["why"]?.hasPrefix("同一户") == true)
    #expect(rows.last?["why"]?.hasPrefix("都说到：") == true && rows.last?["state"] == "collected")
    #expect(rows.allSatisfy { Double($0["score"] ?? "").map { (0...1).contains($0) } ?? false })
    #expect(staff.rows("SIMILAR 2").map { $0["wish"] } == ["3"])
    #expect(try town.connect(as: "wang").outcome("SIMILAR 3") == "NOT_FOUND")
    #expect(try town.connect(as: "grid").outcome("SIMILAR 3") == "NOT_FOUND")
    #expect(desk.outcome("SIMILAR 3") == "FORBIDDEN")
    #expect(staff.ask("WITHDRAW 3 :自己修了").hasPrefix("OK"))
    #expect(staff.ask("ERASE 3 :本人要求").hasPrefix("OK"))
    #expect(staff.rows("SIMILAR 3").isEmpty)
    #expect(staff.rows("SIMILAR 2").isEmpty, "an erased slip is told to nobody")
  }

  @Test("What reviewers decide is suggested next, after a restart the same, and undone with the review")
  func taught() throws {
    let slip = "家里灯坏了，求人来修灯"
    #expect(staff.ask("SUGGEST :\(slip)").contains(" suggest=convenience"))
    for number in 1...40 {
      _ = staff.ask("POST category=relief :第\(number)户家里灯坏了，求人来修灯")
      let approved = staff.ask("APPROVE \(number) category=relief skills=电焊 limit=7d")
      #expect(approved.hasPrefix("OK"))
    }
    let taught = staff.say("SUGGEST :\(slip)")
    #expect(taught.last?.hasPrefix("OK suggest=relief ") == true)
    #expect(taught.last?.contains("电焊") == true, "\(taught.last ?? "")")
    try town.restart()
    let again = try town.connect(as: "li")
    #expect(again.say("SUGGEST :\(slip)") == taught, "learned anew from the store")
    for number in 1...40 { #expect(again.ask("RETURN \(number) :说清楚些").hasPrefix("OK")) }
    #expect(again.ask("SUGGEST :\(slip)").contains(" suggest=convenience"))
  }

  @Test("A skill that is put under another one speaks for it, after a restart the same") func parent() throws
  {
    let admin = try town.connect(as: "admin")
    admin.done("SKILL 理发 parent=修伞")
    let moved = staff.say("SUGGEST :求人上门理发")
    #expect(moved.last?.contains("修伞") == true)
    try town.restart()
    let again = try town.connect(as: "li")
    #expect(again.say("SUGGEST :求人上门理发") == moved)
  }

  @Test("What is masked on the wall teaches nothing") func taughtMasked() {
    for number in 1...12 {
      _ = staff.ask("POST name=鲎某鲎 category=relief :鲎某鲎")
      #expect(staff.ask("APPROVE \(number) category=relief open=yes limit=7d").hasPrefix("OK"))
    }
    #expect(staff.ask("SUGGEST :鲎某鲎") == "OK :看不出是哪一类，请人工判断")
    for number in 13...24 {
      _ = staff.ask("POST category=relief :鲎某鲎")
      #expect(staff.ask("APPROVE \(number) category=relief open=yes limit=7d").hasPrefix("OK"))
    }
    #expect(staff.ask("SUGGEST :鲎某鲎").hasPrefix("OK suggest=relief "))
  }

  @Test("After a start it reads in a few at a time, and answers the same whatever happens meanwhile")
  func prepared() throws {
    let slip = "家里灯坏了，求人来修灯"
    let count = 3 * SlipDesk.readAtOnce
    for number in 1...count {
      _ = staff.ask("POST category=relief :第\(number)户家里灯坏了，求人来修灯")
      #expect(staff.ask("APPROVE \(number) category=relief skills=电焊 limit=7d").hasPrefix("OK"))
    }
    try town.restart()
    let again = try town.connect(as: "li")
    let slips = town.service.slips
    #expect(slips.isPreparing)
    // Of what is read in and of what is not yet.
    for number in [1, 2, count - 1, count] {
      #expect(again.ask("RETURN \(number) :说清楚些").hasPrefix("OK"))
      #expect(again.ask("AMEND \(number) :想学剪纸").hasPrefix("OK"))
      if slips.isPreparing { #expect(town.service.wakeAfterMilliseconds == 0) }
    }
    #expect(again.ask("WITHDRAW \(count - 2) :搬走").hasPrefix("OK"))
    #expect(again.ask("ERASE \(count - 2) :本人要求").hasPrefix("OK"))
    for _ in 0..<20 { town.turn() }
    #expect(!slips.isPreparing)
    let prepared = [again.say("SUGGEST :\(slip)"), again.say("SIMILAR 3"), again.say("SIMILAR 1")]
    #expect(prepared[2].count == 4, "the other three that were amended")
    try town.restart()
    let late = try town.connect(as: "li")
    #expect([late.say("SUGGEST :\(slip)"), late.say("SIMILAR 3"), late.say("SIMILAR 1")] == prepared)
  }
}
