import WishSchema

/// Makes a slip's likeness and compares two.
final class LikenessRules: Sendable {
  /// The weights of the comparison.
  enum Weight {
    /// Likeness of the needs, as the cosine of their vectors.
    static let needs: Float = 4
    /// What the shared needs weigh together, up to 2.
    static let sharedNeeds: Float = 0.5
    /// Likeness of the wording.
    static let wording: Float = 2.3
    /// The same likeliest category.
    static let category: Float = 0.4
    /// The same first skill, times how rare it is.
    static let skill: Float = 0.55
    /// The same first skill for a shared need.
    static let asked: Float = 0.6
    /// One wants goods, the other does not: to measure is not a meter.
    static let otherKind: Float = -0.9
    /// Added to squared lengths, so that two slips of one small need are not the same.
    static let floor: Float = 0.2
    /// What two equal slips of several needs come to.
    static let full: Float = 8
  }

  // Numbers of features: 1… needs, then terms, then skills, then classes of pairs.
  private let termBase: Int
  private let skillBase: Int
  private let pairBase: Int
  private let needs = Needs.shared
  /// For each need's feature the square of its weight; 0 for none.
  private let squares: [Float]
  private let termWeights: [Float]
  private let skillWeights: [Float]
  private let common: Set<UInt32>

  init(_ vocabulary: Vocabulary) {
    termBase = 1 + needs.names.count
    squares = [0] + needs.weights.map { $0 * $0 }
    skillBase = termBase + vocabulary.terms.count
    pairBase = skillBase + vocabulary.skills.count
    var seen = [Int](repeating: 0, count: vocabulary.terms.count)
    var pairSlips: [UInt32: Int] = [:]
    var asked = [Int](repeating: 0, count: vocabulary.skills.count)
    var slips = 0
    for line in WishSchema.examples.split(separator: "\n") {
      guard let slip = line.split(separator: "\t").last else { continue }
      slips += 1
      let reading = SlipReading(SlipText(String(slip)), vocabulary)
      for term in Set(reading.uses.map(\.term)) { seen[term] += 1 }
      if let skill = SlipScore(reading, vocabulary).skills(1).first { asked[skill] += 1 }
      for pair in reading.text.pairs() { pairSlips[pair, default: 0] += 1 }
    }
    termWeights = vocabulary.terms.indices.map { term in
      let role = vocabulary.ideas[vocabulary.termIdeas[term]].role
      let single: Float = vocabulary.terms[term].unicodeScalars.count == 1 ? 0.5 : 1
      return role.salience * single * Rarity.weight(seen: seen[term], of: slips)
    }
    skillWeights = asked.map { Rarity.weight(seen: $0, of: slips) }
    let often = slips / Self.commonShare
    common = Set(pairSlips.filter { $0.value > often }.keys)
  }

  /// A pair that more than one in so many example slips have is left out of the fingerprint.
  private static let commonShare = 60

  /// Whether a feature is a need.
  func isNeed(_ feature: UInt16) -> Bool { Int(feature) < termBase }

  /// What is kept of a slip: its needs first, then its first skill, then single terms.
  func likeness(_ reading: SlipReading, _ vocabulary: Vocabulary) -> Likeness {
    let score = SlipScore(reading, vocabulary)
    let ranked = score.ranked()
    var found: [(feature: Int, weight: Float)] = []
    found.reserveCapacity(16)
    for (need, share) in needs.find(reading.text) {
      found.append((1 + need, 1 + share * needs.weights[need]))
    }
    for use in reading.uses.prefix(64) where termWeights[use.term] > 0 {
      let feature = termBase + use.term
      if !found.contains(where: { $0.feature == feature }) { found.append((feature, termWeights[use.term])) }
    }
    if let skill = score.skills(1).first { found.append((skillBase + skill, 0.9)) }
    var fingerprint = SIMD4<UInt64>(repeating: 0)
    for pair in reading.text.pairs() where !common.contains(pair) {
      let hash = (UInt64(pair) &* 0x9E37_79B9_7F4A_7C15) >> 40
      fingerprint[Int(hash >> 6 & 3)] |= 1 << (hash & 63)
      if found.count < 4 { found.append((pairBase + Int(hash) % (0xFFFF - pairBase), 0.3)) }
    }
    let order = found.indices.sorted { (found[$1].weight, $0) < (found[$0].weight, $1) }
    var features = Likeness.Features()
    for (place, index) in order.prefix(8).enumerated() {
      features[place] = UInt16(clamping: found[index].feature)
    }
    let category = score.categories[ranked[0]] >= Suggester.Threshold.category ? UInt8(ranked[0]) : 15
    return Likeness(
      features: features,
      length: length(features),
      kind: category | (score.wantsGoods ? 16 : 0),
      bits: UInt16(bits(fingerprint)),
      fingerprint: fingerprint
    )
  }

  /// How alike two slips are: 1 for the same, 0 for nothing in common.
  func compare(_ left: Likeness, _ right: Likeness) -> Float {
    // Word for word the same, though it may name no need that the tables know.
    if left.fingerprint == right.fingerprint, left.features == right.features { return 1 }
    var shared: Float = 0
    var skill: Float = 0
    for place in 0..<8 {
      let feature = left.features[place]
      guard feature != 0 else { break }
      guard right.features.contains(feature) else { continue }
      let number = Int(feature)
      if number < termBase {
        shared += squares[number]
      } else if number >= skillBase, number < pairBase {
        skill = skillWeights[number - skillBase]
      }
    }
    let lengths = (left.length + Weight.floor) * (right.length + Weight.floor)
    var value =
      Weight.needs * shared / lengths.squareRoot() + Weight.sharedNeeds * min(2, shared)
      + Weight.wording * wording(left, right) + Weight.skill * skill
    if shared > 0, skill > 0 { value += Weight.asked }
    if left.category == right.category, left.category != 15 { value += Weight.category }
    if left.wantsGoods != right.wantsGoods { value += Weight.otherKind }
    return max(0, min(1, value / Weight.full))
  }

  /// The names of what two slips share, the most telling first.
  func shared(_ left: Likeness, _ right: Likeness, _ vocabulary: Vocabulary) -> [String] {
    var names: [String] = []
    for place in 0..<8 {
      let feature = left.features[place]
      guard feature != 0, right.features.contains(feature), let name = name(Int(feature), vocabulary) else {
        continue
      }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func name(_ feature: Int, _ vocabulary: Vocabulary) -> String? {
    if feature < termBase { return needs.names[feature - 1] }
    if feature < skillBase { return vocabulary.terms[feature - termBase] }
    return feature < pairBase ? vocabulary.skills[feature - skillBase].text : nil
  }

  /// The sum of the squared weights of a slip's needs.
  private func length(_ features: Likeness.Features) -> Float {
    var sum: Float = 0
    for place in 0..<8 where features[place] < termBase { sum += squares[Int(features[place])] }
    return sum
  }

  private func wording(_ left: Likeness, _ right: Likeness) -> Float {
    let product = Float(Int(left.bits) * Int(right.bits))
    // So many bits are the same by chance alone.
    let shared = Float(bits(left.fingerprint & right.fingerprint)) - product / 256
    return shared > 0 ? shared / product.squareRoot() : 0
  }

  private func bits(_ set: SIMD4<UInt64>) -> Int {
    set[0].nonzeroBitCount + set[1].nonzeroBitCount + set[2].nonzeroBitCount + set[3].nonzeroBitCount
  }
}

extension Lexicon.Role {
  /// How much a term of this role tells what a slip asks for.
  fileprivate var salience: Float {
    switch self {
    case .plain, .want, .measure, .ask, .come: 0
    case .poor: 0.15
    case .learn, .neighbour: 0.2
    case .mend, .broken: 0.3
    case .skill, .quarrel: 0.5
    case .place, .ailment, .env: 0.6
    case .legal, .health, .safety, .culture: 0.7
    case .thing, .aid, .play, .deed, .topic: 0.8
    }
  }
}
