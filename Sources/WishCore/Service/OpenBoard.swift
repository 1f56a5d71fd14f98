/// The open wishes of every community in the order of LIST: urgent first, then by number.
struct OpenBoard {
  /// A place in LIST's order.
  struct Position: Comparable, Hashable {
    let isUrgent: Bool
    let number: WishNumber

    static func < (left: Self, right: Self) -> Bool {
      left.isUrgent != right.isUrgent ? left.isUrgent : left.number < right.number
    }
  }

  private var shelves: [AreaCode: Shelf] = [:]

  /// Two sorted lists of numbers; a new wish's number is the highest, so adding is appending.
  private struct Shelf {
    var urgent: [WishNumber] = []
    var normal: [WishNumber] = []
  }

  /// Puts a wish where it belongs after a change, and away when it has ended.
  mutating func replace(_ old: Wish?, by new: Wish) {
    if let old, old.state.isOpen {
      guard !new.state.isOpen || old.urgency != new.urgency || old.community != new.community else { return }
      change(old) { numbers in
        let index = Self.lowerBound(numbers, old.number)
        if index < numbers.count, numbers[index] == old.number { numbers.remove(at: index) }
      }
    }
    guard new.state.isOpen else { return }
    change(new) { numbers in
      if numbers.last.map({ $0 < new.number }) ?? true {
        numbers.append(new.number)
      } else {
        numbers.insert(new.number, at: Self.lowerBound(numbers, new.number))
      }
    }
  }

  private mutating func change(_ wish: Wish, _ body: (inout [WishNumber]) -> Void) {
    switch wish.urgency {
    case .urgent: body(&shelves[wish.community, default: Shelf()].urgent)
    case .normal: body(&shelves[wish.community, default: Shelf()].normal)
    }
  }

  /// The communities that have, or had, open wishes.
  var communities: some Collection<AreaCode> { shelves.keys }

  /// Walks the open wishes of `communities` in LIST's order from behind `after`, until `body` says stop
  /// by returning false.
  func walk(_ communities: [AreaCode], after: Position?, _ body: (WishNumber) -> Bool) {
    for isUrgent in [true, false] {
      if let after, after.isUrgent == false, isUrgent { continue }
      let floor = after.map { $0.isUrgent == isUrgent ? $0.number : 0 } ?? 0
      let lists = communities.compactMap { shelves[$0] }.map { isUrgent ? $0.urgent : $0.normal }
      guard Self.merge(lists, above: floor, body) else { return }
    }
  }

  /// The next number of one of the lists that are being merged.
  private struct Head: Comparable {
    let number: WishNumber
    let list: Int
    let index: Int

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  }

  /// Merges sorted lists; false once `body` said stop.
  private static func merge(
    _ lists: [[WishNumber]],
    above floor: WishNumber,
    _ body: (WishNumber) -> Bool
  ) -> Bool {
    var heads = Heap<Head>()
    func add(_ list: Int, _ index: Int) {
      guard index < lists[list].count else { return }
      heads.add(Head(number: lists[list][index], list: list, index: index))
    }
    for list in lists.indices { add(list, lowerBound(lists[list], floor + 1)) }
    while let head = heads.removeFirst() {
      guard body(head.number) else { return false }
      add(head.list, head.index + 1)
    }
    return true
  }

  private static func lowerBound(_ numbers: [WishNumber], _ number: WishNumber) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
