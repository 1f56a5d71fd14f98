import Synchronization

/// What slips are read and compared with, for one table of skills: nothing learned, and no wish in it.
struct SlipTools: Sendable {
  let suggester: Suggester
  let index: SimilarIndex

  private init(_ skills: some Collection<Skill>) {
    suggester = Suggester(skills: skills)
    index = SimilarIndex(suggester)
  }

  /// Tables whose tools are kept.
  private static let keptMax = 4
  /// The tools made last, the newest last. Making them reads all words of the field, and services that follow
  /// each other in one process ask for the same.
  private static let kept = Mutex<[(skills: [SkillName: Skill], tools: SlipTools)]>([])

  /// The tools for a table of skills.
  static func of(_ skills: [SkillName: Skill]) -> SlipTools {
    if let known = kept.withLock({ kept in kept.first { $0.skills == skills }?.tools }) { return known }
    let made = SlipTools(skills.values)
    kept.withLock { kept in
      kept.append((skills, made))
      if kept.count > keptMax { kept.removeFirst() }
    }
    return made
  }
}
