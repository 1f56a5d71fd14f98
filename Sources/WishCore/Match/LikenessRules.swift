import WishSchema

/// Makes a slip's likeness and compares two.
final class LikenessRules: Sendable {
  /// The weights of the comparison.
  enum Weight {
    /// Likeness of what they are about, as the cosine of their features.
    static let features: Float = 4
    /// What the shared features weigh together, up to 2: several that agree are better evidence than one.
    static let shared: Float = 0.8
    /// How much of the slip that says less is told by the other: a long slip of the same need says much besides.
    static let overlap: Float = 0.5
    /// Likeness of how they are meant.
    static let manner: Float = 1.8
    /// Likeness of the wording, as the cosine of the rarest characters.
    static let wording: Float = 2
    /// The same likeliest category.
    static let category: Float = 0.25
    /// Both are plain, and others.
    static let otherCategory: Float = -0.4
    /// The same first skill, times how rare it is.
    static let skill: Float = 0.2
    /// For each of three skills that both ask for.
    static let skills: Float = 0.4
    /// One wants goods, the other does not: to measure is not a meter.
    static let otherKind: Float = -1.8
    /// One is about what belongs to all, the other about one's own home.
    static let otherPlace: Float = -2
    /// One has a quarrel, the other has not.
    static let otherQuarrel: Float = -0.8
    /// Added to squared lengths, so that two slips of one small feature are not the same.
    static let floor: Float = 0.4
    /// The same for how they are meant.
    static let mannerFloor: Float = 0.3
    /// The same for the wording.
    static let wordingFloor: Float = 0.3
    /// What two equal slips of several needs come to.
    static let full: Float = 9.6

    /// How much a situation tells against a need; and a class of words; and a term.
    static let situation: Float = 0.6
    static let word: Float = 0.6
    static let term: Float = 0.3
    /// A term below this is not kept.
    static let least: Float = 0.02
  }

  // Numbers of features: 1… needs, then situations, then classes of words, then terms.
  private let situationBase: Int
  private let wordBase: Int
  private let termBase: Int
  private let needs = Needs.shared
  private let situations = Situations.shared
  /// The weight of each feature, by its number.
  private let weights: [Float]
  private let mannerWeights: [Float]
  private let skillWeights: [Float]
  /// The skill of giving things, as likeness keeps it.
  private let givingSkill: UInt16
  private let characterWeights: [Float]

  init(_ vocabulary: Vocabulary) {
    situationBase = 1 + needs.names.count
    wordBase = situationBase + situations.all.count
    termBase = wordBase + situations.classNames.count
    var seen = [Int](repeating: 0, count: termBase + vocabulary.terms.count)
    var manners = [Int](repeating: 0, count: 32)
    var characters = [Int](repeating: 0, count: CharacterClass.count + 1)
    var asked = [Int](repeating: 0, count: vocabulary.skills.count)
    var slips = 0
    for line in WishSchema.examples.split(separator: "\n") {
      guard let slip = line.split(separator: "\t").last else { continue }
      slips += 1
      let reading = SlipReading(SlipText(String(slip)), vocabulary)
      for need in needs.find(reading.text) { seen[1 + need] += 1 }
      for number in reading.situations { seen[situationBase + number] += 1 }
      for number in reading.classes { seen[wordBase + number] += 1 }
      for term in Set(reading.uses.map(\.term)) { seen[termBase + term] += 1 }
      for bit in 0..<32 where reading.manner & 1 << UInt32(bit) != 0 { manners[bit] += 1 }
      if let skill = SlipScore(reading, vocabulary).skills(1).first { asked[skill] += 1 }
      for number in Set(reading.text.scalars.compactMap { CharacterClass($0)?.number }) {
        characters[Int(number)] += 1
      }
    }
    var weights = seen.map { Rarity.weight(seen: $0, of: slips) }
    weights[0] = 0
    for number in situations.all.indices {
      weights[situationBase + number] *= situations.all[number].isNeed ? Weight.situation : 0
    }
    for number in situations.classNames.indices {
      weights[wordBase + number] *= situations.manner[number] == 0 ? Weight.word : 0
    }
    for term in vocabulary.terms.indices {
      let role = vocabulary.ideas[vocabulary.termIdeas[term]].role
      let single: Float = vocabulary.terms[term].unicodeScalars.count == 1 ? 0.5 : 1
      weights[termBase + term] *= Weight.term * role.salience * single
    }
    self.weights = weights
    mannerWeights = manners.map { Rarity.weight(seen: $0, of: slips) }
    let giving = vocabulary.skills.firstIndex(of: SkillName("物资捐赠"))
    givingSkill = giving.map { UInt16(clamping: $0 + 1) } ?? .max
    skillWeights = asked.map { Rarity.weight(seen: $0, of: slips) }
    var rarities = characters.map { Rarity.weight(seen: $0, of: slips) }
    rarities[0] = 0
    characterWeights = rarities
  }

  /// What is kept of a slip.
  func likeness(_ reading: SlipReading, _ vocabulary: Vocabulary) -> Likeness {
    let score = SlipScore(reading, vocabulary)
    let ranked = score.ranked()
    var found: [(feature: Int, weight: Float)] = []
    func add(_ feature: Int) {
      guard weights[feature] > Weight.least, !found.contains(where: { $0.feature == feature }) else { return }
      found.append((feature, weights[feature]))
    }
    for need in needs.find(reading.text) { add(1 + need) }
    for number in reading.situations { add(situationBase + number) }
    for number in reading.classes { add(wordBase + number) }
    for use in reading.uses.prefix(64) { add(termBase + use.term) }
    let order = found.indices.sorted { (found[$1].weight, $0) < (found[$0].weight, $1) }
    var features = Likeness.Numbers()
    for (place, index) in order.prefix(Likeness.Numbers.count).enumerated() {
      features[place] = UInt16(clamping: found[index].feature)
    }
    var skills = SIMD4<UInt16>(repeating: 0)
    for (place, skill) in score.skills(3).enumerated() { skills[place] = UInt16(clamping: skill + 1) }
    let category = score.categories[ranked[0]] >= Suggester.Threshold.category ? UInt8(ranked[0]) : 15
    var likeness = Likeness(
      features: features,
      characters: characters(reading.text),
      manner: reading.manner,
      skills: skills,
      kind: category | (score.wantsGoods || skills[0] == givingSkill ? 16 : 0)
    )
    likeness.lengths = lengths(of: likeness)
    return likeness
  }

  private func lengths(of likeness: Likeness) -> SIMD4<Float> {
    var squares = SIMD4<Float>(Weight.floor, Weight.wordingFloor, Weight.mannerFloor, 0)
    for place in 0..<Likeness.Numbers.count {
      squares[0] += square(likeness.features[place])
      squares[1] += fourth(likeness.characters[place])
    }
    for bit in 0..<mannerWeights.count where likeness.manner & 1 << UInt32(bit) != 0 {
      squares[2] += mannerWeights[bit] * mannerWeights[bit]
    }
    return squares.squareRoot()
  }

  /// The rarest characters of a slip, the rarest first.
  private func characters(_ text: SlipText) -> Likeness.Numbers {
    var rarest = Likeness.Numbers()
    var count = 0
    for scalar in text.scalars.prefix(SlipText.pairsMax) {
      guard let number = CharacterClass(scalar)?.number, !rarest.contains(number) else { continue }
      let weight = characterWeights[Int(number)]
      var place = count
      while place > 0, characterWeights[Int(rarest[place - 1])] < weight { place -= 1 }
      guard place < Likeness.Numbers.count else { continue }
      count = min(count + 1, Likeness.Numbers.count)
      for later in stride(from: count - 1, to: place, by: -1) { rarest[later] = rarest[later - 1] }
      rarest[place] = number
    }
    return rarest
  }

  /// How alike two slips are: 1 for the same, 0 for nothing in common, and for what cannot come to `least`.
  func compare(_ left: Likeness, _ right: Likeness, atLeast least: Float = 0) -> Float {
    // Word for word the same, though it may name no need that the tables know.
    if left.characters == right.characters, left.features == right.features, left.saysSomething { return 1 }
    var shared: Float = 0
    for place in 0..<Likeness.Numbers.count {
      let feature = left.features[place]
      guard feature != 0 else { break }
      if right.features.contains(feature) { shared += square(feature) }
    }
    let lengths = left.lengths * right.lengths
    let shorter = min(left.lengths[0], right.lengths[0])
    var value =
      Weight.features * shared / lengths[0] + Weight.shared * min(2, shared)
      + Weight.overlap * shared / (shorter * shorter)
      + Weight.manner * manner(left.manner & right.manner) / lengths[2]
    for place in 0..<3 where left.skills[place] != 0 {
      if any(right.skills .== left.skills[place]) { value += Weight.skills }
    }
    if left.skills[0] != 0, left.skills[0] == right.skills[0] {
      value += Weight.skill * skillWeights[Int(left.skills[0]) - 1]
    }
    if left.category != 15, right.category != 15 {
      value += left.category == right.category ? Weight.category : Weight.otherCategory
    }
    if left.wantsGoods != right.wantsGoods { value += Weight.otherKind }
    if place(left) * place(right) < 0 { value += Weight.otherPlace }
    if (left.manner ^ right.manner) & situations.quarrel != 0 { value += Weight.otherQuarrel }
    // The wording takes the longest to compare, and most slips are too unlike for it to matter.
    guard value + Weight.wording >= least * Weight.full else { return 0 }
    value += Weight.wording * wording(left.characters, right.characters) / lengths[1]
    return max(0, min(1, value / Weight.full))
  }

  /// 1 where something of all is spoken of, −1 where it is one's own home, 0 where neither or both.
  private func place(_ likeness: Likeness) -> Int {
    (likeness.manner & situations.everybodys != 0 ? 1 : 0) - (likeness.manner & situations.ones != 0 ? 1 : 0)
  }

  /// The names of what two slips share, the most telling first; classes of words only where nothing else is.
  func shared(_ left: Likeness, _ right: Likeness, _ vocabulary: Vocabulary) -> [String] {
    var names: [String] = []
    var words: [String] = []
    for place in 0..<Likeness.Numbers.count {
      let feature = left.features[place]
      guard feature != 0, right.features.contains(feature) else { continue }
      let number = Int(feature)
      if number >= wordBase, number < termBase {
        words.append(situations.classNames[number - wordBase])
        continue
      }
      let name =
        number < situationBase
        ? needs.names[number - 1]
        : number < wordBase
          ? situations.all[number - situationBase].name : vocabulary.terms[number - termBase]
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? words : names
  }

  private func square(_ feature: UInt16) -> Float {
    weights[Int(feature)] * weights[Int(feature)]
  }

  private func manner(_ both: UInt32) -> Float {
    var shared: Float = 0
    var bits = both
    while bits != 0 {
      let bit = bits.trailingZeroBitCount
      bits &= bits - 1
      shared += mannerWeights[bit] * mannerWeights[bit]
    }
    return shared
  }

  /// What the characters share, each with the fourth power of its weight.
  private func wording(_ left: Likeness.Numbers, _ right: Likeness.Numbers) -> Float {
    var shared: Float = 0
    for place in 0..<Likeness.Numbers.count {
      let character = left[place]
      guard character != 0 else { break }
      if right.contains(character) { shared += fourth(character) }
    }
    return shared
  }

  private func fourth(_ character: UInt16) -> Float {
    let square = characterWeights[Int(character)] * characterWeights[Int(character)]
    return square * square
  }
}

/// One of 4,096 classes of characters: enough to tell slips apart, and too few to tell what stands in one.
private struct CharacterClass {
  static let count = 4_096
  /// From 1 to `count`.
  let number: UInt16

  /// Nil for what is no ideograph.
  init?(_ scalar: UInt32) {
    guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
    number = UInt16((scalar &* 0x9E37_79B9) >> 20) + 1
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
