/// How near a member's skills come to those that wishes ask for.
struct SkillGrades {
  private let own: [SkillName]
  private let abilities: Set<SkillName>
  private let skill: (SkillName) -> Skill?

  /// Takes a member and the table of skills.
  init(_ member: Member, skill: @escaping (SkillName) -> Skill?) {
    own = member.skills
    abilities = Eligibility.abilities(of: member, skill: skill)
    self.skill = skill
  }

  /// Whether the skills are enough for a wish.
  func areEnough(for wish: Wish) -> Bool { Eligibility.isMet(wish, by: abilities) }

  func grade(of asked: SkillName) -> MatchWeights.SkillGrade {
    if own.contains(asked) { return .own }
    if abilities.contains(asked) { return .part }
    return whole(of: asked) == nil ? .none : .whole
  }

  /// The first of the member's own skills that is a part of the asked one.
  func part(of asked: SkillName) -> SkillName? {
    own.first { Eligibility.line(from: $0, skill: skill).dropFirst().contains(asked) }
  }

  /// The nearest of the member's own skills that the asked one is a part of.
  func whole(of asked: SkillName) -> SkillName? {
    Eligibility.line(from: asked, skill: skill).dropFirst().first(where: own.contains)
  }
}
