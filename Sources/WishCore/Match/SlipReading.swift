/// What the lexicon finds in a slip: read once, then used for the suggestion and for likeness.
struct SlipReading {
  /// A term at its place.
  struct Use {
    let term: Int
    let idea: Int
    let clause: Int
    let start: Int
    let length: Int
  }

  /// The slip as read.
  let text: SlipText
  /// The terms, in the order of the text; a term within a longer one is not among them.
  let uses: [Use]
  /// For each clause whether it asks for something.
  let asks: [Bool]
  /// The situations that it tells of, in the order of the data.
  let situations: [Int]
  /// The matters of the phrasebook that it may be of, the likeliest first.
  let guesses: [Phrasebook.Guess]
  /// What the cues add to the urgency, and which they are.
  let urgency: Float
  let pressing: [Int]

  init(_ text: SlipText, _ vocabulary: Vocabulary) {
    let scalars = text.scalars
    var uses: [Use] = []
    uses.reserveCapacity(16)
    var asks = [Bool](repeating: false, count: text.clauseCount)
    var urgency: Float = 0
    var pressing: [Int] = []
    var heard = [Bool](repeating: false, count: vocabulary.cues.urgency.count)
    var end = 0
    for start in scalars.indices {
      if let found = vocabulary.phrases.longest(scalars, from: start), start + found.length > end {
        end = start + found.length
        uses.append(
          Use(
            term: found.phrase,
            idea: vocabulary.termIdeas[found.phrase],
            clause: Int(text.clauses[start]),
            start: start,
            length: found.length
          )
        )
      }
      vocabulary.cues.phrases.each(scalars, from: start) { cue, _ in
        if vocabulary.cues.isRequest[cue] { asks[Int(text.clauses[start])] = true }
        if !heard[cue], vocabulary.cues.urgency[cue] != 0 {
          urgency += vocabulary.cues.urgency[cue]
          pressing.append(cue)
        }
        heard[cue] = true
      }
    }
    self.text = text
    self.uses = uses
    self.asks = asks
    let plain = uses.filter { vocabulary.ideas[$0.idea].role == .plain && $0.length > 1 }
    let found = Situations.shared.find(text, hidden: plain.map { $0.start..<$0.start + $0.length })
    situations = found.situations
    guesses = Phrasebook.shared.guesses(text, found)
    self.urgency = urgency
    self.pressing = pressing
  }
}

/// The lexicon joined with a store's table of skills.
final class Vocabulary: Sendable {
  let cues = Cues.shared
  /// The ideas of the lexicon, then one for each name or alias of a skill that it does not have.
  let ideas: [Lexicon.Idea]
  let terms: [String]
  let termIdeas: [Int]
  /// For each term the skill that has it as its name or alias, or −1.
  let termSkills: [Int]
  let phrases: PhraseTree
  /// The skills of the table.
  let skills: [SkillName]
  /// The place of each of them.
  let skillNumbers: [SkillName: Int]
  /// For each skill the number of its parent, or −1.
  let parents: [Int]
  /// For each idea the skills that it asks for, as numbers.
  let ideaSkills: [[(skill: Int, weight: Float)]]
  /// The same for each situation.
  let situationSkills: [[(skill: Int, weight: Float)]]
  /// For each skill how much of what asks for it speaks for each category; the sum is 1, or 0.
  let leanings: [SIMD8<Float>]
  /// For each category the skills to fall back on, best first.
  let usual: [[Int]]

  /// The weight of a skill whose own name or alias stands in the slip.
  static let namedWeight: Float = 2

  init(_ lexicon: Lexicon, _ unordered: some Collection<Skill>) {
    // Of equal skills the first is suggested: the first by name, not by a dictionary's own order.
    let table = unordered.sorted { $0.name < $1.name }
    let skills = table.map(\.name)
    let numbers = Dictionary(skills.enumerated().map { ($1, $0) }) { first, _ in first }
    var ideas = lexicon.ideas
    var terms = lexicon.terms.map(\.text)
    var termIdeas = lexicon.terms.map(\.idea)
    var termSkills = [Int](repeating: -1, count: terms.count)
    var known = Dictionary(terms.enumerated().map { ($1, $0) }) { first, _ in first }
    for skill in table {
      guard let number = numbers[skill.name] else { continue }
      for word in [skill.name.text] + skill.aliases where word.unicodeScalars.count > 1 {
        if let term = known[word] {
          termSkills[term] = number
        } else {
          known[word] = terms.count
          terms.append(word)
          termIdeas.append(ideas.count)
          termSkills.append(number)
          ideas.append(Lexicon.Idea(role: .skill, weights: SIMD8(repeating: 0), skills: [], urgency: 0))
        }
      }
    }
    let ideaSkills = ideas.map { idea in
      idea.skills.compactMap { asked in numbers[asked.name].map { (skill: $0, weight: asked.weight) } }
    }
    let situations = Situations.shared.all
    situationSkills = situations.map { situation in
      situation.skills.compactMap { asked in numbers[asked.name].map { (skill: $0, weight: asked.weight) } }
    }
    var leanings = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: skills.count)
    for (idea, asked) in zip(ideas, ideaSkills) {
      let speaking = idea.weights.clamped(lowerBound: .zero, upperBound: SIMD8(repeating: 9))
      for (skill, weight) in asked { leanings[skill] += speaking * weight }
    }
    for (situation, asked) in zip(situations, situationSkills) {
      for (skill, weight) in asked { leanings[skill] += situation.weights * weight }
    }
    self.ideas = ideas
    self.terms = terms
    self.termIdeas = termIdeas
    self.termSkills = termSkills
    self.skills = skills
    skillNumbers = numbers
    self.ideaSkills = ideaSkills
    self.leanings = leanings.map { $0.sum() > 0 ? $0 / $0.sum() : $0 }
    parents = table.map { $0.parent.flatMap { numbers[$0] } ?? -1 }
    usual = Category.allCases.map { $0.usualSkills.compactMap { numbers[SkillName($0)] } }
    phrases = PhraseTree(terms.map { SlipText($0).scalars })
  }
}

extension Category {
  /// What most wishes of the category ask for, where a slip says nothing of its own.
  fileprivate var usualSkills: [String] {
    switch self {
    case .policy: ["政策宣讲", "民政救助", "社保政策"]
    case .legal: ["法律咨询", "文书代写"]
    case .health: ["义诊", "护理", "康复指导"]
    case .relief: ["物资捐赠"]
    case .convenience: ["代办跑腿", "协调联络", "水电维修"]
    case .culture: ["活动策划", "课业辅导", "手工"]
    case .mediation: ["调解", "治安巡逻", "协调联络"]
    case .environment: ["保洁", "清运", "环保宣传"]
    }
  }
}
