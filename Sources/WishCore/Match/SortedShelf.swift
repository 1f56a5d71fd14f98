/// Numbers in ascending order, each once: the index's files stand on such shelves.
///
/// They lie in blocks, so that adding, taking away and finding cost a few hundred nanoseconds among
/// millions, and a number takes little more than its 16 bytes.
struct SortedShelf: Sendable {
  /// Where a number stands; good until the shelf changes.
  struct Place {
    fileprivate var block: Int
    fileprivate var index: Int
  }

  /// Numbers of a full block, which is split when one more comes.
  static let blockMax = 512
  /// A block that gets emptier than this is joined to its neighbour, where there is room.
  private static let blockLow = blockMax / 4

  private var blocks: [ContiguousArray<UInt128>] = []
  /// The first number of each block.
  private var firsts: ContiguousArray<UInt128> = []

  /// Makes an empty shelf.
  init() {}

  /// Puts numbers in ascending order on a shelf.
  init(sorted numbers: [UInt128]) {
    // Blocks begin three quarters full, so that the first changes do not split all of them.
    let step = Self.blockMax * 3 / 4
    for start in stride(from: 0, to: numbers.count, by: step) {
      let block = ContiguousArray(numbers[start..<min(start + step, numbers.count)])
      firsts.append(block[0])
      blocks.append(block)
    }
  }

  /// Adds a number that is not there.
  mutating func insert(_ number: UInt128) {
    guard !blocks.isEmpty else {
      blocks.append([number])
      firsts.append(number)
      return
    }
    let block = max(0, Self.upperBound(firsts, number) - 1)
    let index = Self.lowerBound(blocks[block], number)
    blocks[block].insert(number, at: index)
    if index == 0 { firsts[block] = number }
    if blocks[block].count > Self.blockMax { split(block) }
  }

  private mutating func split(_ block: Int) {
    // What is appended at the end stays in full blocks: wishes come in the order of their numbers.
    let isLast = block == blocks.count - 1
    let middle = isLast ? Self.blockMax * 7 / 8 : Self.blockMax / 2
    let rest = ContiguousArray(blocks[block][middle...])
    blocks[block].removeLast(rest.count)
    blocks.insert(rest, at: block + 1)
    firsts.insert(rest[0], at: block + 1)
  }

  /// Takes away a number that is there.
  mutating func remove(_ number: UInt128) {
    let block = Self.upperBound(firsts, number) - 1
    let index = block < 0 ? 0 : Self.lowerBound(blocks[block], number)
    precondition(block >= 0 && index < blocks[block].count && blocks[block][index] == number, "not filed")
    blocks[block].remove(at: index)
    if blocks[block].isEmpty {
      blocks.remove(at: block)
      firsts.remove(at: block)
      return
    }
    if index == 0 { firsts[block] = blocks[block][0] }
    guard blocks[block].count < Self.blockLow else { return }
    let left = block > 0 ? block - 1 : block
    guard left + 1 < blocks.count, blocks[left].count + blocks[left + 1].count <= Self.blockMax / 2 else {
      return
    }
    blocks[left] += blocks[left + 1]
    blocks.remove(at: left + 1)
    firsts.remove(at: left + 1)
  }

  // MARK: Finding

  /// The place of the least number that is not less than `number`.
  func place(from number: UInt128) -> Place? {
    let block = max(0, Self.upperBound(firsts, number) - 1)
    guard block < blocks.count else { return nil }
    let index = Self.lowerBound(blocks[block], number)
    if index < blocks[block].count { return Place(block: block, index: index) }
    return block + 1 < blocks.count ? Place(block: block + 1, index: 0) : nil
  }

  /// The same, where it is known to lie behind `place`: often in the same block or one of the next.
  func place(from number: UInt128, behind place: Place) -> Place? {
    var low = place.block
    var step = 1
    while low + step < firsts.count, firsts[low + step] <= number {
      low += step
      step *= 2
    }
    let high = min(low + step, firsts.count)
    let block = Self.lowerBound(firsts, number + 1, in: low + 1..<max(low + 1, high)) - 1
    let start = block == place.block ? place.index : 0
    let index = Self.lowerBound(blocks[block], number, in: start..<blocks[block].count)
    if index < blocks[block].count { return Place(block: block, index: index) }
    return block + 1 < blocks.count ? Place(block: block + 1, index: 0) : nil
  }

  /// The next place.
  func place(after place: Place) -> Place? {
    if place.index + 1 < blocks[place.block].count {
      return Place(block: place.block, index: place.index + 1)
    }
    return place.block + 1 < blocks.count ? Place(block: place.block + 1, index: 0) : nil
  }

  subscript(place: Place) -> UInt128 { blocks[place.block][place.index] }

  /// The numbers of a range, in order.
  func numbers(in range: Range<UInt128>) -> [UInt128] {
    var found: [UInt128] = []
    var next = place(from: range.lowerBound)
    while let place = next, self[place] < range.upperBound {
      found.append(self[place])
      next = self.place(after: place)
    }
    return found
  }

  /// How many numbers there are.
  var count: Int { blocks.reduce(0) { $0 + $1.count } }

  /// Bytes of memory, spare room not counted.
  var bytes: Int {
    let header = 32 + MemoryLayout<ContiguousArray<UInt128>>.stride
    let numbers = firsts.count + count
    return numbers * MemoryLayout<UInt128>.stride + blocks.count * header
  }

  private static func lowerBound(_ numbers: ContiguousArray<UInt128>, _ number: UInt128) -> Int {
    lowerBound(numbers, number, in: 0..<numbers.count)
  }

  private static func lowerBound(
    _ numbers: ContiguousArray<UInt128>,
    _ number: UInt128,
    in range: Range<Int>
  ) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// No entry is as high as that: a place's number would have to be.
  private static func upperBound(_ numbers: ContiguousArray<UInt128>, _ number: UInt128) -> Int {
    lowerBound(numbers, number + 1)
  }
}
