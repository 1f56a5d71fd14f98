/// The open wishes by number.
///
/// Numbers are given out in order and never again, so that a plain list of places finds a wish without
/// hashing. The wishes themselves lie in blocks: none is moved when room is made for more, and a place that
/// an ended wish leaves is taken by the next new one.
struct OpenWishes: Equatable {
  /// How many there are.
  private(set) var count = 0
  /// For each number ever given out, from 1 on, where its wish lies; ``nowhere`` for an ended one.
  private var places: ContiguousArray<UInt32> = []
  private var blocks: [ContiguousArray<Wish?>] = []
  private var free: [UInt32] = []

  private static let nowhere = UInt32.max
  /// Wishes of one block: about a megabyte.
  private static let blockSize: UInt32 = 4_096

  /// The wish of a number; nil where it has ended, or there is none.
  subscript(number: WishNumber) -> Wish? {
    get {
      guard let place = place(of: number) else { return nil }
      return blocks[Int(place / Self.blockSize)][Int(place % Self.blockSize)]
    }
    set {
      let place: UInt32
      switch (self.place(of: number), newValue) {
      case (nil, nil): return
      case (nil, _?): place = take(for: number)
      case (let known?, _?): place = known
      case (let known?, nil):
        place = known
        places[Int(number) - 1] = Self.nowhere
        free.append(known)
        count -= 1
      }
      blocks[Int(place / Self.blockSize)][Int(place % Self.blockSize)] = newValue
    }
  }

  /// All of them, in the order of numbers.
  var values: some Sequence<Wish> {
    places.indices.lazy.compactMap { self[WishNumber($0) + 1] }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.values.elementsEqual(right.values)
  }

  private func place(of number: WishNumber) -> UInt32? {
    guard number >= 1, number <= places.count else { return nil }
    let place = places[Int(number) - 1]
    return place == Self.nowhere ? nil : place
  }

  private mutating func take(for number: WishNumber) -> UInt32 {
    if number > places.count {
      places.append(contentsOf: repeatElement(Self.nowhere, count: Int(number) - places.count))
    }
    let place = free.popLast() ?? UInt32(count)
    if place / Self.blockSize == blocks.count {
      blocks.append(ContiguousArray(repeating: nil, count: Int(Self.blockSize)))
    }
    places[Int(number) - 1] = place
    count += 1
    return place
  }
}
