/// What is kept of a slip to find others that ask for the same: the matters of the phrasebook that it is likely
/// of, and a number for its wording. The text cannot be had back from it.
struct Likeness: Sendable, Equatable {
  /// The likeliest matters, the likeliest first, each its number and 1; 0 for none.
  private(set) var matters = SIMD8<UInt16>(repeating: 0)
  /// The square root of how likely each is, in 255ths.
  private(set) var roots = SIMD8<UInt16>(repeating: 0)
  /// The same for the same characters as read.
  let wording: UInt32

  init(_ reading: SlipReading) {
    for (place, guess) in reading.guesses.enumerated() {
      matters[place] = UInt16(guess.matter + 1)
      roots[place] = UInt16((guess.share.squareRoot() * 255).rounded())
    }
    // FNV-1a.
    wording = reading.text.scalars.reduce(2_166_136_261) { ($0 ^ $1) &* 16_777_619 }
  }

  /// How likely both are of the same matter: 1 for the same text, and for two that are surely of one matter;
  /// 0 where no matter of the one is likely for the other.
  func overlap(_ other: Self) -> Float {
    if wording == other.wording { return 1 }
    var sum: UInt32 = 0
    for place in matters.indices where matters[place] != 0 {
      let same = other.roots.replacing(with: 0, where: other.matters .!= matters[place])
      sum += UInt32(roots[place]) * UInt32(same.max())
    }
    return min(1, Float(sum) / (255 * 255))
  }

  /// The numbers of the matters that both are likely of, the likeliest first.
  func shared(_ other: Self) -> [Int] {
    var found: [(matter: Int, weight: Int)] = []
    for place in matters.indices where matters[place] != 0 {
      for otherPlace in matters.indices where other.matters[otherPlace] == matters[place] {
        let weight = Int(roots[place]) * Int(other.roots[otherPlace])
        if weight >= Self.leastShared { found.append((Int(matters[place]) - 1, weight)) }
      }
    }
    return found.sorted { ($1.weight, $0.matter) < ($0.weight, $1.matter) }.map(\.matter)
  }

  /// A twentieth of the likelihood, as the product of two roots.
  private static let leastShared = 255 * 255 / 20
}
