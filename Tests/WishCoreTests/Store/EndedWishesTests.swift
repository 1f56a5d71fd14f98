import Testing

@testable import WishCore

@Suite("Ended wishes are listed urgent first, then by number")
struct EndedWishesTests {
  let fixture: StoreFixture
  let store: Store
  let wishes: [WishNumber: Wish]

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    for number in 1...120 as ClosedRange<WishNumber> {
      var posting = StoreFixture.posting(number % 3 == 0 ? "west" : "east")
      posting.urgency = number % 5 == 0 ? .urgent : .normal
      posting.category = number % 2 == 0 ? .health : nil
      scribe.record(.posted(posting), number)
      switch number % 7 {
      case 0: break
      case 1: scribe.record(.rejected(nil), number)
      case 2: scribe.record(.merged(into: 7, askers: 1), number)
      default: scribe.record(.withdrawn(nil), number)
      }
    }
    try scribe.commit(to: store)
    wishes = scribe.wishes
  }

  private func expected(_ query: EndedQuery) -> [WishNumber] {
    let fitting = wishes.values.filter { wish in
      !wish.state.isOpen && query.states.contains(wish.state)
        && (query.communities?.contains(wish.community) ?? true)
        && (query.category == nil || wish.category == query.category)
    }
    let start =
      query.after.map { Place(urgent: $0.urgent, number: $0.number) } ?? Place(urgent: true, number: 0)
    return
      fitting.map { Place(urgent: $0.urgency == .urgent, number: $0.number) }
      .filter { start < $0 }.sorted().prefix(query.limit).map(\.number)
  }

  private struct Place: Comparable {
    let urgent: Bool
    let number: WishNumber

    static func < (left: Place, right: Place) -> Bool {
      left.urgent == right.urgent ? left.number < right.number : left.urgent
    }
  }

  @Test("Every query finds what a search through all wishes finds", arguments: [1, 7, 500])
  func queries(_ limit: Int) throws {
    let places: [[AreaCode]?] = [
      nil, [], [AreaCode(stored: "east")], [AreaCode(stored: "west"), AreaCode(stored: "east")],
    ]
    let states: [Set<WishState>] = [
      [], [.collected], [.withdrawn], [.rejected, .merged], Set(WishState.allCases),
    ]
    let cursors: [(urgent: Bool, number: WishNumber)?] = [nil, (true, 40), (false, 33), (true, 999)]
    for communities in places {
      for states in states {
        for category in [nil, Category.health] {
          for after in cursors {
            let query = EndedQuery(
              communities: communities,
              states: states,
              category: category,
              after: after,
              limit: limit
            )
            #expect(try store.endedWishes(query) == expected(query), "\(query)")
          }
        }
      }
    }
  }

  @Test("A part of the list is what the whole list has there", arguments: [1, 7, 500])
  func windows(_ limit: Int) throws {
    for urgency in Urgency.allCases {
      for numbers in [1..<1, 1..<41, 41..<121, 100..<999] as [Range<WishNumber>] {
        var query = EndedQuery(communities: nil, states: Set(WishState.allCases), limit: 500)
        let whole = expected(query).filter { wishes[$0]?.urgency == urgency && numbers.contains($0) }
        query.window = EndedQuery.Window(urgency: urgency, numbers: numbers)
        query.limit = limit
        #expect(try store.endedWishes(query) == Array(whole.prefix(limit)), "\(urgency) \(numbers)")
      }
    }
  }

  @Test("The wishes that count with another are found")
  func merged() throws {
    let expected = wishes.values.filter { $0.mergedInto == 7 }.map(\.number).sorted()
    #expect(try store.merged(into: 7) == expected)
    #expect(try store.merged(into: 8) == [])
  }
}
