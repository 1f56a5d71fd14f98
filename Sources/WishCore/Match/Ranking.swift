/// The best few of many, by score; of equal ones the lower number, which has waited longer.
struct Ranking<Item> {
  private let limit: Int
  private var kept: [(item: Item, score: Score, number: WishNumber)] = []

  init(_ limit: Int) {
    self.limit = limit
  }

  /// Whether something of this score would be among the best.
  func takes(_ score: Score, _ number: WishNumber) -> Bool {
    guard kept.count >= limit, let last = kept.last else { return limit > 0 }
    return Self.isBefore((score, number), (last.score, last.number))
  }

  private static func isBefore(_ one: (Score, WishNumber), _ other: (Score, WishNumber)) -> Bool {
    one.0.value != other.0.value ? one.0.value > other.0.value : one.1 < other.1
  }

  /// Puts it in its place and drops what is no longer among the best.
  mutating func add(_ item: Item, _ score: Score, _ number: WishNumber) {
    let place = kept.firstIndex { Self.isBefore((score, number), ($0.score, $0.number)) } ?? kept.count
    kept.insert((item, score, number), at: place)
    if kept.count > limit { kept.removeLast() }
  }

  /// The best, best first.
  var ranked: [(Item, Score)] { kept.map { ($0.item, $0.score) } }
}
