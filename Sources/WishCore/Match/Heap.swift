/// A binary heap, least element first; adding and taking cost O(log n).
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  init() {}

  /// Takes what is there already, in O(n).
  init(_ elements: [Element]) {
    self.elements = elements
    for parent in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(from: parent) }
  }

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
    sink(from: 0)
    return first
  }

  private mutating func sink(from start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < elements.count {
        if elements[child] < elements[least] { least = child }
      }
      guard least != parent else { return }
      elements.swapAt(least, parent)
      parent = least
    }
  }
}
