/// Finds a skill by its name or an alias, and what somebody may have meant.
struct SkillIndex {
  /// How much of an unknown name is compared.
  private static let comparedCharacters = 40

  private var names: [String: SkillName] = [:]

  init(_ skills: some Collection<Skill>) {
    for skill in skills {
      for alias in skill.aliases { names[alias] = skill.name }
    }
    // A name always means its own skill, whatever another one's aliases say.
    for skill in skills { names[skill.name.text] = skill.name }
  }

  /// The canonical name.
  func find(_ text: String) -> SkillName? { names[text] }

  /// The canonical name of what looks most like `text`, by the share of common characters; nil where
  /// nothing is alike.
  func nearest(to text: String) -> SkillName? {
    let wanted = Set(text.prefix(Self.comparedCharacters))
    let likeness = names.keys.compactMap { key -> (share: Double, key: String)? in
      let shared = wanted.intersection(key).count
      return shared == 0 ? nil : (2 * Double(shared) / Double(wanted.count + Set(key).count), key)
    }
    // Equal shares: the name that sorts first, so that the answer is the same everywhere.
    return likeness.max { ($0.share, $1.key) < ($1.share, $0.key) }.flatMap { names[$0.key] }
  }
}
