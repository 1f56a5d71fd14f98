/// Who may take a wish: the one rule that CLAIM, MATCH and INVITE share.
public enum Eligibility {
  /// Whether a member has one of the skills that a wish requires, or a child of one. Goods and open
  /// wishes ask none, for willingness counts as much as skill.
  public static func hasSkill(_ member: Member, for wish: Wish, skill: (SkillName) -> Skill?) -> Bool {
    isMet(wish, by: abilities(of: member, skill: skill))
  }

  /// Whether a wish asks for a skill at all.
  static func asksSkill(_ wish: Wish) -> Bool {
    wish.kind == .service && !wish.isOpenToAll && !wish.skills.isEmpty
  }

  /// Whether abilities are enough for a wish.
  static func isMet(_ wish: Wish, by abilities: Set<SkillName>) -> Bool {
    !asksSkill(wish) || wish.skills.contains(where: abilities.contains)
  }

  /// Everything that a member can be asked for: its skills, and what they are parts of.
  static func abilities(of member: Member, skill: (SkillName) -> Skill?) -> Set<SkillName> {
    var abilities: Set<SkillName> = []
    for own in member.skills { abilities.formUnion(line(from: own, skill: skill)) }
    return abilities
  }

  /// A skill, what it is a part of, and so on to the top.
  static func line(from name: SkillName, skill: (SkillName) -> Skill?) -> [SkillName] {
    var line: [SkillName] = []
    var next: SkillName? = name
    // The skill tree is shallow; the bound keeps a damaged one from turning this into a loop.
    for _ in 0..<depthMax {
      guard let here = next else { break }
      line.append(here)
      next = skill(here)?.parent
    }
    return line
  }

  /// Levels of the skill tree.
  static let depthMax = 8
}
