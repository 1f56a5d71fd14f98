/// Finds which of many phrases begin at a place of a text: a tree of characters in one flat table.
struct PhraseTree: Sendable {
  private var keys: ContiguousArray<UInt64>
  private var children: ContiguousArray<UInt32>
  private let mask: Int
  /// For each node the phrase that ends there, or −1.
  private var ends: ContiguousArray<Int32> = [-1]

  /// Takes the phrases as read; the later of two equal ones counts.
  init(_ phrases: [ContiguousArray<UInt32>]) {
    let characters = phrases.reduce(0) { $0 + $1.count }
    var size = 64
    while size < 2 * characters { size *= 2 }
    keys = ContiguousArray(repeating: 0, count: size)
    children = ContiguousArray(repeating: 0, count: size)
    mask = size - 1
    for (number, phrase) in phrases.enumerated() where !phrase.isEmpty {
      var node: UInt32 = 0
      for scalar in phrase { node = grow(node, scalar) }
      ends[Int(node)] = Int32(number)
    }
  }

  /// The longest phrase that begins at `start`.
  func longest(_ scalars: ContiguousArray<UInt32>, from start: Int) -> (phrase: Int, length: Int)? {
    var best: (phrase: Int, length: Int)?
    var node: UInt32 = 0
    var index = start
    while index < scalars.count, let child = child(node, scalars[index]) {
      node = child
      index += 1
      let end = ends[Int(node)]
      if end >= 0 { best = (Int(end), index - start) }
    }
    return best
  }

  /// Every phrase that begins at `start`, shortest first.
  func each(
    _ scalars: ContiguousArray<UInt32>,
    from start: Int,
    _ body: (_ phrase: Int, _ length: Int) -> Void
  ) {
    var node: UInt32 = 0
    var index = start
    while index < scalars.count, let child = child(node, scalars[index]) {
      node = child
      index += 1
      let end = ends[Int(node)]
      if end >= 0 { body(Int(end), index - start) }
    }
  }

  private func child(_ node: UInt32, _ scalar: UInt32) -> UInt32? {
    let key = Self.key(node, scalar)
    var place = place(key)
    while keys[place] != 0 {
      if keys[place] == key { return children[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  private mutating func grow(_ node: UInt32, _ scalar: UInt32) -> UInt32 {
    let key = Self.key(node, scalar)
    var place = place(key)
    while keys[place] != 0 {
      if keys[place] == key { return children[place] }
      place = (place + 1) & mask
    }
    let child = UInt32(ends.count)
    ends.append(-1)
    keys[place] = key
    children[place] = child
    return child
  }

  // A scalar has 21 bits; one is added to the node so that no key is 0.
  private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 {
    (UInt64(node) + 1) << 21 | UInt64(scalar)
  }

  private func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
