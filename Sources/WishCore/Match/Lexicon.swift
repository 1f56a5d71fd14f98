import WishSchema

/// The words of the field and what they say about a slip, read from the data in `Schema`.
struct Lexicon: Sendable {
  /// What sort of word it is; the lexicon's head explains them.
  enum Role: Int, CaseIterable, Sendable {
    case plain, want, measure, poor, learn, ask, come
    case thing, aid, play
    case mend, broken, deed, place
    case ailment, health, legal, topic, quarrel, neighbour, safety, env, culture
    /// A name or an alias of the skill table that the lexicon does not have.
    case skill

    /// The roles by their names in the data.
    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

    /// Whether it names goods.
    var isGoods: Bool { self == .thing || self == .aid || self == .play }
  }

  /// One line of the lexicon: words that say the same about a slip.
  struct Idea: Sendable {
    let role: Role
    /// A weight for each category, in the order of `Category.allCases`.
    let weights: SIMD8<Float>
    let skills: [(name: SkillName, weight: Float)]
    let urgency: Float
  }

  /// The lexicon that comes with the binary.
  static let shared = Lexicon(WishSchema.lexicon)

  /// The lines, in the order of the data.
  let ideas: [Idea]
  /// The terms as written, each with the number of its idea.
  let terms: [(text: String, idea: Int)]

  /// Reads lines of terms, role, weights, skills and urgency, apart by tabs; what cannot be read is passed over.
  init(_ table: String) {
    var ideas: [Idea] = []
    var terms: [(text: String, idea: Int)] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count > 1, let role = Role.named[String(columns[1])] else { continue }
      var weights = SIMD8<Float>(repeating: 0)
      for (name, weight) in Self.weighted(columns.count > 2 ? columns[2] : "") {
        guard let category = Category(rawValue: name) else { continue }
        weights[category.order] = weight
      }
      let skills = Self.weighted(columns.count > 3 ? columns[3] : "").map { (SkillName($0.name), $0.weight) }
      let urgency = columns.count > 4 ? Float(columns[4]) ?? 0 : 0
      for term in columns[0].split(separator: "/") { terms.append((String(term), ideas.count)) }
      ideas.append(Idea(role: role, weights: weights, skills: skills, urgency: urgency))
    }
    self.ideas = ideas
    self.terms = terms
  }

  /// Reads `name weight` pairs parted by commas.
  static func weighted(_ column: Substring) -> [(name: String, weight: Float)] {
    column.split(separator: ",").compactMap { pair in
      let parts = pair.split(separator: " ")
      guard parts.count == 2, let weight = Float(parts[1]) else { return nil }
      return (String(parts[0]), weight)
    }
  }
}

extension Category {
  /// Its place in `allCases`, which is the place of its weight in a vector.
  var order: Int {
    switch self {
    case .policy: 0
    case .legal: 1
    case .health: 2
    case .relief: 3
    case .convenience: 4
    case .culture: 5
    case .mediation: 6
    case .environment: 7
    }
  }
}

/// Words that speak about their whole clause or slip, from the data in `Schema`.
struct Cues: Sendable {
  /// The cues that come with the binary.
  static let shared = Cues(WishSchema.cues)

  /// The words as written.
  let words: [String]
  /// The words as read.
  let phrases: PhraseTree
  /// For each word whether it marks the clause that asks.
  let isRequest: [Bool]
  /// For each word what it adds to the urgency.
  let urgency: [Float]

  /// Reads lines of kind, weight and words, apart by tabs.
  init(_ table: String) {
    var words: [String] = []
    var isRequest: [Bool] = []
    var urgency: [Float] = []
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count == 3, let weight = Float(columns[1]) else { continue }
      for word in columns[2].split(separator: "/") {
        words.append(String(word))
        isRequest.append(columns[0] == "request")
        urgency.append(columns[0] == "urgent" ? weight : 0)
      }
    }
    self.words = words
    phrases = PhraseTree(words.map { SlipText($0).scalars })
    self.isRequest = isRequest
    self.urgency = urgency
  }
}
