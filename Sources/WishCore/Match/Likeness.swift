/// What is kept of a slip to find others that ask for the same: the matters of the phrasebook that it is likely
/// of, and a number for its wording. The text cannot be had back from it.
struct Likeness: Sendable {
  /// The likeliest matters, the likeliest first, each its number and 1; 0 for none.
  private(set) var matters = InlineArray<8, UInt16>(repeating: 0)
  /// The square root of how likely each is, in 255ths.
  private var roots = InlineArray<8, UInt16>(repeating: 0)
  /// The same for the same characters as read.
  let wording: UInt32

  init(_ reading: SlipReading) {
    for (place, guess) in reading.guesses.prefix(matters.count).enumerated() {
      let root = UInt16((guess.share.squareRoot() * 255).rounded())
      guard root >= Self.leastRoot else { break }
      matters[place] = UInt16(guess.matter + 1)
      roots[place] = root
    }
    // FNV-1a.
    wording = reading.text.scalars.reduce(2_166_136_261) { ($0 ^ $1) &* 16_777_619 }
  }

  /// How likely both are of the same matter: 1 for the same text, and for two that are surely of one matter;
  /// 0 where no matter of the one is likely for the other.
  func overlap(_ other: Self) -> Float {
    if wording == other.wording { return 1 }
    var sum: UInt32 = 0
    eachShared(other) { _, product in sum += product }
    return min(1, Float(sum) / (255 * 255))
  }

  /// The numbers of the matters that both are likely of, the likeliest first.
  func shared(_ other: Self) -> [Int] {
    var found: [(matter: Int, product: UInt32)] = []
    eachShared(other) { matter, product in
      if product >= Self.leastShared { found.append((matter, product)) }
    }
    return found.sorted { ($1.product, $0.matter) < ($0.product, $1.matter) }.map(\.matter)
  }

  /// Goes through the matters of both, with the product of their roots.
  private func eachShared(_ other: Self, _ body: (_ matter: Int, _ product: UInt32) -> Void) {
    for place in matters.indices {
      let matter = matters[place]
      guard matter != 0 else { return }
      for otherPlace in matters.indices where other.matters[otherPlace] == matter {
        body(Int(matter) - 1, UInt32(roots[place]) * UInt32(other.roots[otherPlace]))
      }
    }
  }

  /// Matters that are less likely than a 256th are not kept.
  private static let leastRoot: UInt16 = 16
  /// A twentieth of the likelihood, as the product of two roots.
  private static let leastShared: UInt32 = 255 * 255 / 20
}
