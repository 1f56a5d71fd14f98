/// Says what a slip is about: the words of the field and a phrasebook of what people ask for, joined with what
/// the store's own reviews have taught.
///
/// Offline and deterministic: the same table of skills and the same reviews, in whatever order, give the
/// same answer on every machine. It keeps counts only, never a slip.
public struct Suggester: Sendable {
  /// Weights of the statistics against the lexicon.
  enum Weight {
    /// What the whole store teaches.
    static let store: Float = 0.2
    /// What the slip's own community teaches.
    static let community: Float = 0.4
    /// The same of skills: a skill is named by fewer slips.
    static let skills: Float = 0.6
    /// The same of urgency.
    static let urgency: Float = 0.2
    /// How many slips without a pair of characters weigh against those with it.
    static let pull: Float = 4
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
    static let urgent: Float = 0.85
    /// Skills that are named.
    static let skills = 3
    /// Reasons that are named.
    static let reasons = 12
    /// A pair of characters that fewer reviewed slips have says nothing, so that nobody learns from an
    /// answer what stands in one slip.
    static let slips: Float = 3
  }

  let vocabulary: Vocabulary
  private var store = PairCounts()
  private var communities: [AreaCode: PairCounts] = [:]

  /// Takes the store's table of skills; only these are suggested.
  public init(skills: some Collection<Skill>) {
    vocabulary = Vocabulary(.shared, skills)
  }

  /// Learns the phrasebook, which whoever reads the first slip of a process would have to wait for.
  public static func prepare() { _ = Phrasebook.shared }

  /// Learns one review. Takes a few microseconds.
  public mutating func learn(_ review: Review) {
    let skills = review.skills.compactMap { vocabulary.skillNumbers[$0] }
    store.learn(review.pairs, review.category, skills: skills, isUrgent: review.isUrgent)
    communities[review.community, default: PairCounts()].learn(
      review.pairs,
      review.category,
      skills: skills,
      isUrgent: review.isUrgent
    )
  }

  /// Takes back a review that was learned: it was undone, or the slip is erased.
  public mutating func forget(_ review: Review) {
    let skills = review.skills.compactMap { vocabulary.skillNumbers[$0] }
    store.forget(review.pairs, review.category, skills: skills, isUrgent: review.isUrgent)
    communities[review.community]?.forget(
      review.pairs,
      review.category,
      skills: skills,
      isUrgent: review.isUrgent
    )
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
    var taught = SIMD8<Float>(repeating: 0)
    for (lesson, weight) in lessons(pairs, community) {
      score.add(lesson, weight: weight)
      taught += lesson.categories * weight
    }
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
      reasons: order.prefix(Threshold.reasons).map { reasons[$0] },
      pressing: score.urgency >= Threshold.urgent ? score.pressing : []
    )
  }

  /// What the reviews that were learned say of a slip, those of its community besides all.
  private func lessons(
    _ pairs: ContiguousArray<UInt32>,
    _ community: AreaCode?
  ) -> [(PairCounts.Lesson, weight: Float)] {
    func lesson(_ counts: PairCounts) -> PairCounts.Lesson {
      counts.lesson(pairs, against: store.totals, pull: Weight.pull, least: Threshold.slips)
    }
    var lessons = [(lesson(store), weight: Weight.store)]
    if let own = community.flatMap({ communities[$0] }) {
      lessons.append((lesson(own), weight: Weight.community))
    }
    return lessons
  }
}
