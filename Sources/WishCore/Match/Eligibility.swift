/// Who may take a wish: the one rule that CLAIM, MATCH and INVITE share.
public enum Eligibility {
  /// Whether a member has one of the skills that a wish requires, or a child of one. Goods and open
  /// wishes ask none, for willingness counts as much as skill.
  public static func hasSkill(_ member: Member, for wish: Wish, skill: (SkillName) -> Skill?) -> Bool {
    guard wish.kind == .service, !wish.isOpenToAll, !wish.skills.isEmpty else { return true }
    return member.skills.contains { own in
      var name: SkillName? = own
      // The skill tree is shallow; the bound keeps a damaged one from turning this into a loop.
      for _ in 0..<Self.depthMax {
        guard let here = name else { return false }
        if wish.skills.contains(here) { return true }
        name = skill(here)?.parent
      }
      return false
    }
  }

  /// Levels of the skill tree.
  static let depthMax = 8
}
