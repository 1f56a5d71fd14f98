/// How often pairs of characters stood in slips of each category: what reviewed wishes teach.
///
/// Only counts are kept, no text; a pair of characters does not lead back to a slip.
struct PairCounts: Sendable {
  /// Pairs that are kept; when there are more, all counts are halved and what falls to 0 is forgotten.
  static let pairsMax = 60_000

  private var counts: [UInt32: SIMD8<UInt16>] = [:]
  private var totals = SIMD8<Float>(repeating: 0)
  /// How many slips it has learned from, for whoever asks.
  private(set) var slips = 0

  /// How many pairs it keeps.
  var pairs: Int { counts.count }

  /// Counts one slip of a category.
  mutating func learn(_ pairs: ContiguousArray<UInt32>, _ category: Category) {
    slips += 1
    totals[category.order] += 1
    for pair in pairs {
      let count = counts[pair, default: SIMD8(repeating: 0)][category.order]
      if count < .max { counts[pair, default: SIMD8(repeating: 0)][category.order] = count + 1 }
    }
    if counts.count > Self.pairsMax { forget() }
  }

  /// Halves what it knows, so that new custom outweighs old and memory stays bounded.
  private mutating func forget() {
    counts = counts.compactMapValues { count in
      let half = count &>> 1
      return half == SIMD8(repeating: 0) ? nil : half
    }
    totals *= 0.5
  }

  /// For each category the sum over the pairs of ln(P(category | pair) / P(category)), where the share among
  /// few slips is drawn towards the category's own: `pull` stands for so many slips without the pair.
  func score(_ pairs: ContiguousArray<UInt32>, pull: Float) -> SIMD8<Float> {
    var score = SIMD8<Float>(repeating: 0)
    guard slips > 0 else { return score }
    let prior = (totals + 1) / (totals.sum() + 8)
    for pair in pairs {
      guard let count = counts[pair] else { continue }
      let seen = SIMD8<Float>(count)
      let share = (seen + pull * prior) / ((seen.sum() + pull) * prior)
      for category in 0..<8 { score[category] += Self.naturalLogarithm(share[category]) }
    }
    return score
  }

  /// ln of a positive number, to six digits and the same on every machine: 2 artanh((m − 1)/(m + 1)) of the
  /// significand m, and the exponent.
  static func naturalLogarithm(_ value: Float) -> Float {
    let part = (value.significand - 1) / (value.significand + 1)
    let square = part * part
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return Float(value.exponent) * 0.693_147_2 + 2 * part * series
  }
}
