import Testing

@testable import WishCore

@Suite("The match index finds what scoring everything finds") struct MatchIndexTests {
  @Test("After every change, for members and for wishes, at every limit", arguments: 0..<100)
  func exact(seed: Int) {
    var town = MatchTown(seed: UInt64(seed))
    let limits = [1, 3, 20, 500]
    for step in 0..<60 {
      town.change()
      let limit = limits[(seed + step) % limits.count]
      for (offset, member) in town.members.values.sorted(by: { $0.account < $1.account }).enumerated()
      where (offset + step) % 3 == 0 {
        #expect(
          town.indexed(member, limit: limit) == town.scored(member, limit: limit),
          "seed \(seed), step \(step), \(member.account)"
        )
      }
      for wish in town.wishes.values.sorted(by: { $0.number < $1.number })
      where wish.state == .published && (Int(wish.number) + step) % 5 == 0 {
        #expect(
          town.indexed(wish, limit: limit) == town.scored(wish, limit: limit),
          "seed \(seed), step \(step), wish \(wish.number)"
        )
      }
    }
  }

  @Test("The towns are not empty: most questions have several answers") func towns() {
    var answers = 0
    var several = 0
    for seed in 0..<40 {
      var town = MatchTown(seed: UInt64(seed))
      for _ in 0..<60 { town.change() }
      for member in town.members.values {
        answers += 1
        if town.scored(member, limit: 500).count > 2 { several += 1 }
      }
    }
    #expect(several * 2 > answers, "\(several) of \(answers)")
  }

  @Test("Codes that come between others keep their order, also where no rank is left between them")
  func ranks() {
    var ranks = CodeRanks(["a", "b"].map { AccountCode(stored: $0) })
    var codes = ["a", "b"]
    var spreads = 0
    // Each comes just before the last one: the gap halves each time.
    for number in 0..<120 {
      let code = "a-\(String(repeating: "0", count: number / 9))\(9 - number % 9)"
      codes.append(code)
      if !ranks.insert(AccountCode(stored: code)) {
        ranks.spread()
        spreads += 1
      }
      let all = codes.sorted().compactMap { ranks[AccountCode(stored: $0)] }
      #expect(all.count == codes.count && zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
      for code in codes.map({ AccountCode(stored: $0) }) { #expect(ranks[code].map(ranks.code) == code) }
    }
    #expect(spreads > 0)
    let isThere = ranks.insert(AccountCode(stored: "a"))
    #expect(isThere, "who has a rank keeps it")
  }

  @Test("A shelf keeps its order through thousands of changes, and its blocks stay well filled")
  func shelf() {
    var random = SeededRandom(seed: 3)
    var known: Set<UInt128> = []
    for _ in 0..<3_000 {
      let number = UInt128(UInt64.random(in: 0..<1_000_000, using: &random))
      known.insert(number)
    }
    var shelf = SortedShelf(sorted: known.sorted())
    for step in 0..<40_000 {
      let number = UInt128(UInt64.random(in: 0..<1_000_000, using: &random))
      // First it grows, then it shrinks to nothing much.
      if step < 20_000 || known.isEmpty {
        if known.insert(number).inserted { shelf.insert(number) }
      } else if let found = shelf.place(from: number).map({ shelf[$0] }) ?? known.first {
        known.remove(found)
        shelf.remove(found)
      }
      if step % 1_000 == 0 {
        let sorted = known.sorted()
        #expect(shelf.numbers(in: 0..<UInt128.max) == sorted)
        #expect(shelf.count == sorted.count)
        let from = shelf.place(from: number).map { shelf[$0] }
        #expect(from == sorted.first { $0 >= number })
        #expect(shelf.bytes < 64 * sorted.count + 40_000)
      }
    }
  }
}
