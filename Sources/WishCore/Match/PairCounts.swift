/// How often pairs of characters stood in slips of each category, skill and urgency: what reviewed wishes
/// teach.
///
/// Only counts are kept, no text; a pair of characters does not lead back to a slip. A review that is
/// forgotten leaves no trace, so that the counts depend on the reviews that stand and not on their order.
struct PairCounts: Sendable {
  /// What is known of one pair.
  fileprivate struct Count {
    var categories = SIMD8<UInt16>(repeating: 0)
    var urgent: UInt16 = 0
    /// Skills with their counts, `skill << 16 | count`.
    var skills: [UInt32] = []

    var slips: Float { SIMD8<Float>(categories).sum() }
  }

  /// How many slips there are of each sort: what is usual, against which a pair says something.
  struct Totals {
    var categories = SIMD8<Float>(repeating: 0)
    var urgent: Float = 0
    var skills: [Int: Float] = [:]
    /// How many slips with named skills there are.
    var skilled: Float = 0
  }

  private var counts: [UInt32: Count] = [:]
  private(set) var totals = Totals()

  /// How many pairs it keeps.
  var pairs: Int { counts.count }
  /// How many slips it has learned from.
  var slips: Int { Int(totals.categories.sum()) }

  /// Counts one slip that was filed under a category, asks for `skills`, and is urgent or not.
  mutating func learn(
    _ pairs: ContiguousArray<UInt32>,
    _ category: Category,
    skills: [Int] = [],
    isUrgent: Bool = false
  ) {
    count(by: 1, category, skills, isUrgent)
    for pair in pairs {
      counts[pair, default: Count()].categories[category.order] &+= 1
      if isUrgent { counts[pair]?.urgent &+= 1 }
      for skill in skills { counts[pair]?.add(skill) }
    }
  }

  /// Takes back one slip that was learned with the same words.
  mutating func forget(
    _ pairs: ContiguousArray<UInt32>,
    _ category: Category,
    skills: [Int] = [],
    isUrgent: Bool = false
  ) {
    count(by: -1, category, skills, isUrgent)
    for pair in pairs {
      guard var known = counts[pair] else { continue }
      known.categories[category.order] &-= 1
      if isUrgent { known.urgent &-= 1 }
      for skill in skills { known.remove(skill) }
      counts[pair] = known.slips == 0 ? nil : known
    }
  }

  private mutating func count(by one: Float, _ category: Category, _ skills: [Int], _ isUrgent: Bool) {
    totals.categories[category.order] += one
    if isUrgent { totals.urgent += one }
    if !skills.isEmpty { totals.skilled += one }
    for skill in skills { totals.skills[skill, default: 0] += one }
  }

  /// What the pairs of a slip say.
  struct Lesson {
    /// For each category the sum over the pairs of ln(P(category | pair) / P(category)).
    var categories = SIMD8<Float>(repeating: 0)
    /// The same for urgency.
    var urgency: Float = 0
    /// The same for each skill that stood with a pair, where it speaks for the skill.
    var skills: [Int: Float] = [:]
  }

  /// Reads what the pairs of a slip say against what is `usual`. The share among few slips is drawn towards
  /// that of all: `pull` stands for so many slips without the pair. Pairs that fewer than `least` slips have
  /// say nothing.
  func lesson(
    _ pairs: ContiguousArray<UInt32>,
    against usual: Totals,
    pull: Float,
    least: Float
  ) -> Lesson {
    var lesson = Lesson()
    let all = usual.categories.sum()
    let prior = (usual.categories + Self.granted) / (all + 8 * Self.granted)
    let urgentPrior = (usual.urgent + 1) / (all + 8)
    for pair in pairs {
      guard let count = counts[pair] else { continue }
      let seen = SIMD8<Float>(count.categories)
      let slips = seen.sum()
      guard slips >= least else { continue }
      let share = (seen + pull * prior) / ((slips + pull) * prior)
      for category in 0..<8 { lesson.categories[category] += share[category].naturalLogarithm }
      let urgentShare = (Float(count.urgent) + pull * urgentPrior) / ((slips + pull) * urgentPrior)
      lesson.urgency += urgentShare.naturalLogarithm
      for packed in count.skills {
        let skill = Int(packed >> 16)
        let prior = (usual.skills[skill, default: 0] + 0.2) / (usual.skilled + Self.unskilled)
        let ratio = (Float(packed & 0xFFFF) + pull * prior) / ((slips + pull) * prior)
        if ratio > 1 { lesson.skills[skill, default: 0] += ratio.naturalLogarithm }
      }
    }
    return lesson
  }

  /// Slips of each category that are taken for granted, so that the first reviews teach something.
  private static let granted: Float = 40
  /// Slips with other skills that are taken for granted likewise.
  private static let unskilled: Float = 400
}

extension PairCounts.Count {
  fileprivate mutating func add(_ skill: Int) {
    if let place = skills.firstIndex(where: { $0 >> 16 == UInt32(skill) }) {
      skills[place] += 1
    } else {
      skills.append(UInt32(skill) << 16 | 1)
    }
  }

  fileprivate mutating func remove(_ skill: Int) {
    guard let place = skills.firstIndex(where: { $0 >> 16 == UInt32(skill) }) else { return }
    skills[place] -= 1
    if skills[place] & 0xFFFF == 0 { skills.remove(at: place) }
  }
}
