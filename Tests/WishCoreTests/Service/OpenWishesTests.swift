import Testing

@testable import WishCore

@Suite("The open wishes in memory")
struct OpenWishesTests {
  private static func wish(_ number: WishNumber, slots: Int = 1) -> Wish {
    LifeOfAWish(number: number, slots: slots).wish
  }

  @Test("A wish is found by its number, changed in its place, and gone when it has ended")
  func places() {
    var open = OpenWishes()
    #expect(open[1] == nil && open[0] == nil && open[-1] == nil && open.count == 0)
    for number in 1...3 { open[WishNumber(number)] = Self.wish(WishNumber(number)) }
    open[2] = Self.wish(2, slots: 5)
    #expect(open[2]?.slots == 5 && open.count == 3)
    open[2] = nil
    open[2] = nil
    #expect(open[2] == nil && open.count == 2)
    #expect(open.values.map(\.number) == [1, 3])
    open[9] = nil
    #expect(open.count == 2)
  }

  @Test("What ended leaves its place to the next, and nobody gets another's")
  func reuse() {
    var open = OpenWishes()
    var expected: [WishNumber: Int] = [:]
    // More than two blocks, with gaps at the start as in an old store.
    for number in stride(from: 5_000, through: 30_000, by: 3) {
      open[WishNumber(number)] = Self.wish(WishNumber(number), slots: number % 100 + 1)
      expected[WishNumber(number)] = number % 100 + 1
      guard number % 7 != 0, number > 6_000 else { continue }
      let ended = WishNumber((number - 900) / 3 * 3 + 5_000 % 3)
      open[ended] = nil
      expected[ended] = nil
    }
    #expect(open.count == expected.count)
    #expect(open.values.map(\.number) == expected.keys.sorted())
    #expect(expected.allSatisfy { open[$0.key]?.slots == $0.value && open[$0.key]?.number == $0.key })
  }

  @Test("Equal is what holds the same wishes, wherever they lie")
  func equality() {
    var straight = OpenWishes()
    var winding = OpenWishes()
    for number in [1, 2, 3] as [WishNumber] { straight[number] = Self.wish(number) }
    for number in [3, 4, 1, 2] as [WishNumber] { winding[number] = Self.wish(number) }
    #expect(straight != winding)
    winding[4] = nil
    #expect(straight == winding)
    winding[2] = Self.wish(2, slots: 2)
    #expect(straight != winding)
  }

  @Test("A wish takes so little room that a million of them fit")
  func size() {
    #expect(MemoryLayout<Wish?>.stride <= 232)
  }
}
