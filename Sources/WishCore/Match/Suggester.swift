import WishSchema

/// Says what a slip is about: a lexicon of the field, joined with what the store's own reviews have taught.
///
/// Offline and deterministic: the same table of skills and the same lessons give the same answer on every
/// machine. It keeps counts only, never a slip.
public struct Suggester: Sendable {
  /// Weights of the statistics against the lexicon.
  enum Weight {
    /// What the whole store teaches.
    static let store: Float = 0.4
    /// What the slip's own community teaches.
    static let community: Float = 0.5
    /// How many slips without a pair of characters weigh against those with it.
    static let pull: Float = 3
  }

  /// Where an answer is given, and where none.
  enum Threshold {
    /// Below this weight no category is named.
    static let category: Float = 0.6
    /// The next category is named from this weight on.
    static let also: Float = 0.3
    /// A category that leads by more stands alone.
    static let clearLead: Float = 6
    /// From this weight on a slip is urgent.
    static let urgent: Float = 1
    /// Skills that are named.
    static let skills = 3
    /// Reasons that are named.
    static let reasons = 12
  }

  private(set) var vocabulary: Vocabulary
  private var store = PairCounts()
  private var communities: [AreaCode: PairCounts] = [:]

  /// Takes the store's table of skills; only these are suggested.
  public init(skills: some Collection<Skill>) {
    vocabulary = Vocabulary(.shared, skills)
    for (category, pairs) in Self.examples { store.learn(pairs, category) }
  }

  /// Takes a changed table of skills and keeps what was learned.
  public mutating func setSkills(_ skills: some Collection<Skill>) {
    vocabulary = Vocabulary(.shared, skills)
  }

  /// Learns one review: a slip of `community` was filed under `category`. Takes a few microseconds.
  public mutating func learn(_ text: String, _ category: Category, in community: AreaCode) {
    let pairs = SlipText(text).pairs()
    store.learn(pairs, category)
    communities[community, default: PairCounts()].learn(pairs, category)
  }

  /// What a slip is about, as far as it says so.
  public func suggest(_ text: String, in community: AreaCode? = nil) -> Suggestion {
    suggest(read(text), in: community)
  }

  /// Reads a slip for ``suggest(_:in:)`` and for likeness, so that both share the work.
  func read(_ text: String) -> SlipReading { SlipReading(SlipText(text), vocabulary) }

  func suggest(_ reading: SlipReading, in community: AreaCode?) -> Suggestion {
    var score = SlipScore(reading, vocabulary)
    let pairs = reading.text.pairs()
    var taught = store.score(pairs, pull: Weight.pull) * Weight.store
    if let community, let own = communities[community] {
      taught += own.score(pairs, pull: Weight.pull) * Weight.community
    }
    score.add(taught)
    let ranked = score.ranked()
    let first = score.categories[ranked[0]]
    let second = score.categories[ranked[1]]
    let categories = Category.allCases
    let isKnown = first >= Threshold.category
    let isNear = second >= Threshold.also && first - second <= Threshold.clearLead
    var reasons = score.reasons
    if let category = categories.first(where: { $0.order == ranked[0] }), taught[ranked[0]] >= Threshold.also
    {
      reasons.append(Suggestion.Reason(term: "（以往的审定）", category: category, weight: taught[ranked[0]]))
    }
    // A stable order: equal weights as they stand in the slip.
    let order = reasons.indices.sorted { (reasons[$1].weight, $0) < (reasons[$0].weight, $1) }
    return Suggestion(
      category: isKnown ? categories[ranked[0]] : nil,
      also: isKnown && isNear ? categories[ranked[1]] : nil,
      skills: isKnown ? score.skills(Threshold.skills).map { vocabulary.skills[$0] } : [],
      isUrgent: score.urgency >= Threshold.urgent,
      reasons: order.prefix(Threshold.reasons).map { reasons[$0] }
    )
  }

  /// The starting examples as counted.
  private static let examples: [(Category, ContiguousArray<UInt32>)] = read(examples: WishSchema.examples)

  private static func read(examples: String) -> [(Category, ContiguousArray<UInt32>)] {
    examples.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let category = Category(rawValue: String(columns[0])) else { return nil }
      return (category, SlipText(String(columns[1])).pairs())
    }
  }
}
