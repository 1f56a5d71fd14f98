import Testing

@testable import WishCore

@Suite("Hashing secrets is bounded") struct HashingTests {
  @Test("More logins than may wait are BUSY at once, and so is a new account; nobody else notices")
  func queue() throws {
    let town = try Town()
    try town.settle()
    let admin = town.connectAsAdmin()
    let staff = try town.connect(as: "li")
    town.holdsWork = true
    let crowd = (0..<Limits.hashQueueMax).map { _ in town.connect() }
    for client in crowd { client.send("AUTH nobody :\(String(repeating: "x", count: 900))") }
    town.turn()
    #expect(crowd.allSatisfy { $0.read().isEmpty })
    for line in ["AUTH li :x", "AUTH nobody :x"] { #expect(town.connect().outcome(line) == "BUSY") }
    #expect(town.connect().ask("AUTH li :x") == "ERR BUSY retry=later :办理的人多，请稍后再试")
    #expect(admin.outcome("ACCOUNT m9 role=member area=c01") == "BUSY")
    #expect(staff.outcome("POST :灯坏了") == "OK")
    #expect(staff.outcome("SHOW 1") == "OK")
    #expect(admin.outcome("DISABLE m1") == "OK")
  }
}
