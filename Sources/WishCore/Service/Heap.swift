/// A binary heap, least element first; adding and taking cost O(log n).
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  /// The least element.
  var first: Element? { elements.first }

  mutating func add(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard elements[child] < elements[parent] else { return }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    elements[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < elements.count {
        if elements[child] < elements[least] { least = child }
      }
      guard least != parent else { return first }
      elements.swapAt(least, parent)
      parent = least
    }
  }
}

/// When a claim lapses. Entries stay in their heap when the claim ends or is prolonged; whoever takes
/// the first one checks whether it still stands.
struct DueEntry: Comparable {
  let due: Moment
  let wish: WishNumber
  let claim: EventNumber

  /// By due time; equal ones by wish and claim, so that lapses come in the same order everywhere.
  static func < (left: Self, right: Self) -> Bool {
    (left.due, left.wish, left.claim) < (right.due, right.wish, right.claim)
  }
}
