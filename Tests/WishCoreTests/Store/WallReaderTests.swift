import Testing

@testable import WishCore

@Suite("Walls are read from the store as it stood at one moment")
struct WallReaderTests {
  let fixture: StoreFixture
  let east = AreaCode(stored: "east")

  init() throws { fixture = try StoreFixture() }

  @Test("A wall has the wishes with a card, by number, and a name only where the slip asked for it")
  func source() throws {
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    for number in 1...4 as ClosedRange<WishNumber> {
      var posting = StoreFixture.posting()
      posting.nameShown = number == 1 ? .anonymous : .surname
      scribe.record(.posted(posting), number)
      scribe.batch.papers[number]?.name = "柏青"
      var approval = StoreFixture.approval
      approval.isConfidential = number == 3
      scribe.record(.approved(approval), number)
      scribe.batch.cards[number] = Card(publicText: "心愿", standard: nil)
      if number != 4 { scribe.record(.published, number) }
    }
    scribe.batch.tallies[east] = Tally(counts: [4, 3, 0, 0, 0])
    try scribe.commit(to: store)

    let reader = try WallReader(path: fixture.path)
    let before = try #require(try reader.source(of: east))
    #expect(before.area.name == "东社区")
    #expect(before.tally == Tally(counts: [4, 3, 0, 0, 0]))
    let card = Card(publicText: "心愿", standard: nil)
    let shown = [1, 2].compactMap { scribe.wishes[$0] }
    #expect(before.entries == shown.map { WallEntry(wish: $0, card: card, name: "柏青") })
    #expect(before.entries.map(\.name) == [nil, "柏青"])

    scribe.record(.claimed(StoreFixture.claimed("li")), 1)
    scribe.record(.withdrawn(nil), 2)
    try scribe.commit(to: store)
    #expect(try reader.source(of: east) == before, "a later commit shows within the same read")

    let all = try WallReader(path: fixture.path).sources()
    #expect(all.map(\.area.code.text) == ["east", "west"])
    let left = [1].compactMap { scribe.wishes[$0] }
    #expect(all.first?.entries == left.map { WallEntry(wish: $0, card: card, name: nil) })
    #expect(all.first?.entries.map(\.wanted) == [1])

    try reader.renew()
    #expect(try reader.source(of: east) == all.first, "a new moment shows the old one")
    #expect(try WallReader(path: fixture.path).source(of: AreaCode(stored: "street")) == nil)
    #expect(try WallReader(path: fixture.path).source(of: AreaCode(stored: "none")) == nil)
  }
}
