import Testing

@testable import WishCore

@Suite("A reading that looks at very much does so a slice a turn") struct SlowReadingTests {
  private let town: Town
  private let staff: Client

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
  }

  /// Turns until the client has its final; how many turns that took.
  private func turns(_ client: Client) -> (count: Int, lines: [String]) {
    var lines: [String] = []
    for count in 1...1_000 {
      town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
      lines += client.read()
      if lines.last.map({ !$0.hasPrefix("=") }) == true { return (count, lines) }
      #expect(town.service.wakeAfterMilliseconds == 0)
    }
    Issue.record("no final")
    return (0, lines)
  }

  private func post(_ count: Int, _ line: (Int) -> String) {
    for start in stride(from: 0, to: count, by: 50) {
      for number in start..<min(count, start + 50) { staff.send(line(number)) }
      town.turn()
      #expect(staff.read().allSatisfy { $0.hasPrefix("OK") })
    }
  }

  @Test("LIST of many rows, and of none among many; others are answered in between") func list()
    throws
  {
    let wishes = 10 * ListSearch.sliceWishes
    post(wishes) {
      $0 % 2 == 0 ? "POST category=health :灯\($0)" : "POST urgency=urgent category=policy :水\($0)"
    }
    let other = town.connectWithoutHashing(as: "desk")
    for (line, rows, slices) in [
      ("#a LIST limit=500", 500, 50), ("#a LIST category=legal", 0, 5),
      ("#a LIST category=health limit=3", 3, 1),
      ("#a LIST overdue=yes", 0, 5),
    ] {
      staff.send(line)
      staff.send("#b PING")
      other.send("#c PING")
      town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
      #expect(other.read() == ["#c OK"])
      var lines = staff.read()
      var count = 1
      while lines.last != "#b OK", count < 100 {
        town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
        lines += staff.read()
        count += 1
      }
      #expect(lines.filter { $0.hasPrefix("#a =") }.count == rows, "\(line)")
      #expect(count >= slices && count < 100, "\(line) took \(count) turns")
      #expect(lines.dropLast().last?.hasPrefix("#a OK") == true)
    }
  }

  @Test("Ended wishes beyond a window of the index are found, in order, and none twice")
  func ended() throws {
    // Numbers so far apart that they lie in several windows are made by hand: the rest of the store is empty.
    post(120) { $0 % 3 == 0 ? "POST urgency=urgent :灯\($0)" : "POST :灯\($0)" }
    post(120) { "WITHDRAW \($0 + 1) :搬走" }
    var numbers: [Int] = []
    var after = ""
    repeat {
      let lines = staff.say("LIST state=withdrawn limit=50\(after)")
      numbers += lines.compactMap { line in
        line.split(separator: " ").first { $0.hasPrefix("wish=") }.flatMap { Int($0.dropFirst(5)) }
      }
      let next = lines.last?.split(separator: " ").first { $0.hasPrefix("next=") }
      after = next.map { " after=\($0.dropFirst(5))" } ?? ""
    } while !after.isEmpty && numbers.count < 500
    let urgent = (1...120).filter { $0 % 3 == 1 }
    #expect(numbers == urgent + (1...120).filter { $0 % 3 != 1 })
  }

  @Test("HISTORY of a long life, oldest first and whole") func history() throws {
    post(1) { _ in "POST :灯" }
    #expect(staff.ask("APPROVE 1 category=health limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH 1").hasPrefix("OK"))
    post(10 * HistorySearch.sliceEvents) {
      $0 % 2 == 0 ? "CLAIM 1 member=m1" : "RELEASE 1 member=m1 :有事\($0)"
    }
    staff.send("HISTORY 1")
    let (count, lines) = turns(staff)
    #expect(count > 2)
    let seqs = lines.compactMap { line in
      line.split(separator: " ").first { $0.hasPrefix("seq=") }.flatMap { Int($0.dropFirst(4)) }
    }
    #expect(seqs.count == 3 + 10 * HistorySearch.sliceEvents && seqs == seqs.sorted())
    #expect(
      lines.last == "OK"
        && lines[lines.count - 2].contains("note=有事\(10 * HistorySearch.sliceEvents - 1)")
    )
  }

  @Test("Whoever is gone before the end is forgotten") func gone() throws {
    post(10 * ListSearch.sliceWishes) { "POST :灯\($0)" }
    staff.send("LIST category=legal")
    town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
    town.service.close(staff.session)
    town.turn()
    town.turn()
    #expect(town.service.wakeAfterMilliseconds != 0)
  }
}
