import CSQLite
import Testing

@testable import WishCore

@Suite("When SQLite has no memory left") struct OutOfMemoryTests {
  /// In a process of its own, for the limit holds for all of SQLite.
  @Test("the whole batch is refused, or may be there or not as a whole; reading goes on, and then writing")
  func wholeBatch() async {
    await #expect(processExitsWith: .success) {
      // Before the store has SQLite count its memory no more, without which there is no limit.
      #expect(sqlite3_initialize() == SQLITE_OK)
      let town = try Town()
      try town.settle()
      try town.connect(as: "li").done("POST :灯坏了")
      let text = String(repeating: "灯", count: 3_000)
      var told: [String: Int] = [:]
      for spare in [0, 1, 4, 16, 64, 256, 1_024] as [Int64] {
        let staff = try town.connect(as: "li")
        let wishes = town.service.office.lastWish
        sqlite3_hard_heap_limit64(sqlite3_memory_used() + spare * 1_024)
        let outcomes = Reply.outcomes(staff.pipeline((0..<20).map { "POST :\($0)\(text)" }))
        #expect(Set(outcomes).count == 1 && outcomes.count == 20, "\(outcomes)")
        let outcome = outcomes.first ?? "nothing"
        told[outcome, default: 0] += 1
        sqlite3_hard_heap_limit64(0)
        #expect(town.service.mustStop == (outcome == "UNKNOWN"))
        if outcome == "UNKNOWN" { try town.restart(closing: false) }
        #expect(try town.connect(as: "li").outcome("SHOW 1") == "OK")
        let entered = town.service.office.lastWish - wishes
        switch outcome {
        case "OK": #expect(entered == 20)
        case "READONLY": #expect(entered == 0)
        default: #expect(outcome == "UNKNOWN" && (entered == 0 || entered == 20))
        }
        #expect(try town.connect(as: "li").outcome("POST :又坏了") == "OK")
      }
      #expect(told["READONLY"] != nil && told["OK"] != nil)
    }
  }
}
