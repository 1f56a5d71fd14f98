/// What a reviewer decided about one slip, as far as the statistics keep it: pairs of characters and codes,
/// never the text.
public struct Review: Sendable, Equatable {
  /// Pairs of one slip that are counted; a slip is short, and what teaches must stay bounded.
  static let pairsMax = 128

  /// The pairs of neighbouring characters of the slip, each once.
  let pairs: ContiguousArray<UInt32>
  let category: Category
  let skills: [SkillName]
  let isUrgent: Bool
  let community: AreaCode

  /// Takes a slip and what it was filed as.
  ///
  /// - Parameters:
  ///   - text: the slip, with names and numbers masked: what stands in it often is learned.
  ///   - category: where the reviewer filed it.
  ///   - skills: what the reviewer asked for.
  ///   - isUrgent: whether the reviewer called it urgent.
  ///   - community: whose custom it shows.
  public init(
    _ text: String,
    _ category: Category,
    skills: [SkillName] = [],
    isUrgent: Bool = false,
    in community: AreaCode
  ) {
    pairs = ContiguousArray(SlipText(text).pairs().prefix(Self.pairsMax))
    self.category = category
    self.skills = skills
    self.isUrgent = isUrgent
    self.community = community
  }
}
