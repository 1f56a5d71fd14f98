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
}
