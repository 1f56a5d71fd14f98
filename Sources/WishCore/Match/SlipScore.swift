/// The weighing of one slip: what its words, and some words together, say for each category and skill.
struct SlipScore {
  /// The constants of the weighing.
  enum Weight {
    /// A term of one character says less than a longer one.
    static let single: Float = 0.55
    /// What a situation says, against its terms.
    static let situation: Float = 1
    /// What a matter says that a slip is surely of: for its category; for one that could be defended; for the
    /// first of its skills; for the urgency.
    static let matter: Float = 4
    static let secondCategory: Float = 1.5
    static let matterSkill: Float = 5
    static let urgentMatter: Float = 1
    /// A matter that is less likely is not named.
    static let leastShare: Float = 0.1
    /// A term in a clause that asks says more.
    static let asked: Float = 1.4
    /// Goods that are only mentioned, not wanted.
    static let mentioned: Float = 0.5
    /// An idea's second and later terms.
    static let again: Float = 0.3
    /// A skill that a part of it speaks for.
    static let parent: Float = 0.5
    /// A skill whose category is another one than the slip's.
    static let foreignSkill: Float = 0.3
    /// A usual skill of the category, where the slip names none.
    static let usualSkill: Float = 0.5
    /// A skill with less than this share of the first one's weight is not named.
    static let leastSkill: Float = 0.12
  }

  private(set) var categories = SIMD8<Float>(repeating: 0)
  private(set) var urgency: Float
  /// What adds to the urgency, as it stands in the slip.
  private(set) var pressing: [String]
  private(set) var reasons: [Suggestion.Reason] = []

  private let vocabulary: Vocabulary
  private var skillWeights: [Float]
  /// What reviews have taught of the skills, whatever category the lexicon has for them.
  private var taughtSkills: [Int: Float] = [:]

  init(_ reading: SlipReading, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    skillWeights = [Float](repeating: 0, count: vocabulary.skills.count)
    urgency = reading.urgency
    pressing = reading.pressing.map { vocabulary.cues.words[$0] }
    reasons.reserveCapacity(reading.uses.count + 2)
    let scene = Scene(reading, vocabulary)
    weigh(reading, scene)
    weighTogether(reading, scene)
    weighSituations(reading)
    weighMatters(reading)
    add(.convenience, 0.3)
    add(.relief, 0.1)
  }

  /// Adds what the statistics say.
  mutating func add(_ lesson: PairCounts.Lesson, weight: Float) {
    categories += lesson.categories * weight
    urgency += lesson.urgency * weight * Suggester.Weight.urgency
    for (skill, taught) in lesson.skills {
      taughtSkills[skill, default: 0] += taught * weight * Suggester.Weight.skills
    }
  }

  /// The categories' numbers from the likeliest on; equal ones in the order of `allCases`.
  func ranked() -> [Int] {
    let categories = categories
    return (0..<8).sorted { (categories[$1], $0) < (categories[$0], $1) }
  }

  private mutating func weigh(_ reading: SlipReading, _ scene: Scene) {
    var used = [Bool](repeating: false, count: vocabulary.ideas.count)
    for use in reading.uses {
      let idea = vocabulary.ideas[use.idea]
      var factor: Float = use.length == 1 ? Weight.single : 1
      if reading.asks[use.clause] { factor *= Weight.asked }
      if idea.role.isGoods, !scene.wants[use.clause] { factor *= Weight.mentioned }
      if used[use.idea] { factor *= Weight.again } else { press(vocabulary.terms[use.term], idea.urgency) }
      used[use.idea] = true
      categories += idea.weights * factor
      for (skill, weight) in vocabulary.ideaSkills[use.idea] { skillWeights[skill] += weight * factor }
      let named = vocabulary.termSkills[use.term]
      if named >= 0 { skillWeights[named] += Vocabulary.namedWeight * factor }
      let strongest = idea.weights.max()
      if strongest > 0, let category = Category.allCases.first(where: { idea.weights[$0.order] == strongest })
      {
        reasons.append(
          Suggestion.Reason(term: vocabulary.terms[use.term], category: category, weight: strongest * factor)
        )
      }
    }
  }

  /// What words say together that none says alone.
  private mutating func weighTogether(_ reading: SlipReading, _ scene: Scene) {
    if scene.wantedPlay {
      together("想要文体用品", .culture, 1)
      add(.relief, 1)
      give("物资捐赠", 2)
    }
    if scene.wantedGoods {
      together("想要东西", .relief, 2.4)
      give("物资捐赠", 4)
    } else if scene.nearlyWanted {
      together("缺东西", .relief, 1)
      give("物资捐赠", 1.5)
    }
    let hasGoods = scene.has(.thing) || scene.has(.aid)
    if scene.has(.mend), !scene.wantedGoods, !scene.wantedPlay, hasGoods || scene.has(.deed) {
      together("要修要换", .convenience, 0.8)
    }
    if hasGoods, scene.has(.broken), !scene.wantedGoods {
      if scene.has(.poor), !scene.has(.mend) {
        together("坏了没钱换", .relief, 2)
        give("物资捐赠", 3)
      } else {
        together("东西坏了", .convenience, 1.5)
        give("家电维修", 1)
      }
    }
    if scene.has(.topic), scene.has(.ask) { together("打听政策", .policy, 2.2) }
    if scene.has(.legal), scene.has(.ask) { together("打听法律", .legal, 1.2) }
    if scene.has(.culture), scene.has(.learn) { together("想学", .culture, 1) }
    if scene.has(.play), scene.has(.learn), !scene.wantedPlay { together("想学", .culture, 1) }
    if scene.has(.neighbour) { add(.mediation, 0.4) }
    if scene.has(.quarrel), !scene.has(.topic) { add(.mediation, 0.3 * Float(min(3, scene.count(.quarrel)))) }
  }

  private mutating func weighSituations(_ reading: SlipReading) {
    for number in reading.situations {
      let situation = Situations.shared.all[number]
      categories += situation.weights * Weight.situation
      press("（\(situation.name)）", situation.urgency)
      for (skill, weight) in vocabulary.situationSkills[number] {
        skillWeights[skill] += weight * Weight.situation
      }
      let strongest = situation.weights.max()
      if strongest > 0,
        let category = Category.allCases.first(where: { situation.weights[$0.order] == strongest })
      {
        reasons.append(
          Suggestion.Reason(
            term: "（\(situation.name)）",
            category: category,
            weight: strongest * Weight.situation
          )
        )
      }
    }
  }

  /// What people mostly ask for who say it like this.
  private mutating func weighMatters(_ reading: SlipReading) {
    for guess in reading.guesses {
      let matter = Phrasebook.shared.matters[guess.matter]
      for (place, category) in matter.categories.enumerated() {
        add(category, guess.share * (place == 0 ? Weight.matter : Weight.secondCategory))
      }
      for (place, name) in matter.skills.enumerated() {
        guard let skill = vocabulary.skillNumbers[name] else { continue }
        skillWeights[skill] += guess.share * Weight.matterSkill / Float(1 + place)
      }
      if matter.isUrgent { press("（\(matter.name)）", guess.share * Weight.urgentMatter) }
      if let category = matter.categories.first, guess.share >= Weight.leastShare {
        reasons.append(
          Suggestion.Reason(term: "（\(matter.name)）", category: category, weight: guess.share * Weight.matter)
        )
      }
    }
  }

  private mutating func press(_ word: String, _ weight: Float) {
    urgency += weight
    if weight > 0 { pressing.append(word) }
  }

  private mutating func together(_ name: String, _ category: Category, _ weight: Float) {
    add(category, weight)
    reasons.append(Suggestion.Reason(term: "（\(name)）", category: category, weight: weight))
  }

  private mutating func add(_ category: Category, _ weight: Float) { categories[category.order] += weight }

  private mutating func give(_ name: String, _ weight: Float) {
    guard let skill = vocabulary.skillNumbers[SkillName(name)] else { return }
    skillWeights[skill] += weight
  }

  /// The skills asked for, best first; `limit` at most.
  func skills(_ limit: Int) -> [Int] {
    let ranked = ranked()
    var weights = skillWeights
    for (skill, weight) in skillWeights.enumerated() where weight > 0 {
      // The tree is shallow; the bound keeps a damaged one from turning this into a loop.
      var parent = vocabulary.parents[skill]
      for _ in 0..<Eligibility.depthMax where parent >= 0 {
        weights[parent] += weight * Weight.parent
        parent = vocabulary.parents[parent]
      }
    }
    for skill in weights.indices where weights[skill] > 0 {
      var leaning = vocabulary.leanings[skill]
      let parent = vocabulary.parents[skill]
      if leaning.sum() == 0, parent >= 0 { leaning = vocabulary.leanings[parent] }
      weights[skill] *= Weight.foreignSkill + leaning[ranked[0]] + 0.4 * leaning[ranked[1]]
    }
    for (rank, category) in ranked.prefix(2).enumerated() where categories[category] > 0.5 {
      for (place, skill) in vocabulary.usual[category].enumerated() {
        weights[skill] += Weight.usualSkill * (1 - 0.6 * Float(rank)) * (1 - 0.3 * Float(place))
      }
    }
    for (skill, taught) in taughtSkills { weights[skill] += taught }
    var best: [Int] = []
    for skill in weights.indices where weights[skill] > 0 {
      let place = best.firstIndex { weights[$0] < weights[skill] } ?? best.count
      if place < limit { best.insert(skill, at: place) }
      if best.count > limit { best.removeLast() }
    }
    let least = best.first.map { weights[$0] * Weight.leastSkill } ?? 0
    return best.filter { weights[$0] >= least }
  }
}

/// Which sorts of words a slip has, and where it wants goods.
private struct Scene {
  /// For each clause whether something is wanted there, or a number and measure stands there.
  let wants: [Bool]
  let wantedGoods: Bool
  let wantedPlay: Bool
  /// Goods stand in the clause before or after one that wants.
  let nearlyWanted: Bool
  private let counts: [Int]

  init(_ reading: SlipReading, _ vocabulary: Vocabulary) {
    var counts = [Int](repeating: 0, count: Lexicon.Role.allCases.count)
    var wants = [Bool](repeating: false, count: reading.asks.count)
    var plainly = wants
    for use in reading.uses {
      let role = vocabulary.ideas[use.idea].role
      counts[role.rawValue] += 1
      if role == .want || role == .measure { wants[use.clause] = true }
      if role == .want { plainly[use.clause] = true }
    }
    var goods = false
    var play = false
    var near = false
    for use in reading.uses {
      let role = vocabulary.ideas[use.idea].role
      guard role.isGoods else { continue }
      if wants[use.clause] {
        if role == .play { play = true } else { goods = true }
      } else if role != .play {
        let before = use.clause > 0 && plainly[use.clause - 1]
        let after = use.clause + 1 < plainly.count && plainly[use.clause + 1]
        if before || after { near = true }
      }
    }
    self.counts = counts
    self.wants = wants
    wantedGoods = goods
    wantedPlay = play
    nearlyWanted = near
  }

  func count(_ role: Lexicon.Role) -> Int { counts[role.rawValue] }
  func has(_ role: Lexicon.Role) -> Bool { counts[role.rawValue] > 0 }
}
