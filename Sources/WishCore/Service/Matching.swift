/// Who should take what, on the state as it stands.
extension Office {
  /// How well a member and a wish fit. The wish lies in one of the member's areas.
  func fit(_ wish: Wish, _ member: Member) -> Fit {
    Fit(wish, member, circumstances(wish, member), skills: SkillGrades(member) { self.skill($0) })
  }

  /// The wishes that a CLAIM by the member would be accepted for, best first.
  func wishes(for member: Member, limit: Int) -> [(wish: Wish, fit: Fit)] {
    guard let standing = standing(of: member.account), standing.holding < member.capacity else { return [] }
    let skills = SkillGrades(member) { self.skill($0) }
    let found = matches.wishes(for: standing, limit: limit) { isFree($0, for: member.account) }
    var best = found.compactMap { openWishes[$0.number] }
      .map { ($0, Fit($0, member, circumstances($0, member), skills: skills)) }
    best += confidentialWishes(for: member, skills)
    best.sort { Score.isBetter($0.1.score, than: $1.1.score, first: $0.0.number < $1.0.number) }
    return best.prefix(limit).map { (wish: $0.0, fit: $0.1) }
  }

  /// The confidential wishes that the member was invited to and may take; they are in no index.
  private func confidentialWishes(for member: Member, _ skills: SkillGrades) -> [(Wish, Fit)] {
    let who = Identity(account: member.account, role: .member, areas: member.areas)
    return (invitations[member.account] ?? []).compactMap { number in
      guard let wish = openWishes[number], wish.isConfidential, isFree(number, for: member.account),
        Policy.sight(of: wish, by: who, in: self) > .nothing, skills.areEnough(for: wish)
      else { return nil }
      return (wish, Fit(wish, member, circumstances(wish, member), skills: skills))
    }
  }

  /// The members whom a CLAIM of the published wish would be accepted for, best first.
  func candidates(for wish: Wish, limit: Int) -> [(member: Member, fit: Fit)] {
    let found = matches.members(for: wish, limit: limit) { member in
      !wish.holders.contains { $0.member == member }
    }
    return found.compactMap { member($0.member) }.map { ($0, fit(wish, $0)) }
  }

  /// How an enabled member stands; nil for everybody else.
  func standing(of code: AccountCode) -> MemberIndex.Standing? {
    guard account(code)?.isEnabled == true, let member = member(code) else { return nil }
    return MemberIndex.Standing(
      member: member,
      holding: holding(of: code).count,
      dearest: goodsTaken.dearest(of: code)
    )
  }

  /// Whether a slot of a published wish is left that the member does not hold.
  private func isFree(_ number: WishNumber, for member: AccountCode) -> Bool {
    guard let wish = openWishes[number] else { return false }
    return wish.left > 0 && !wish.holders.contains { $0.member == member }
  }

  private func circumstances(_ wish: Wish, _ member: Member) -> Circumstances {
    Circumstances(
      today: now.day,
      holding: holding(of: member.account).count,
      near: nearest(wish, member),
      dearest: goodsTaken.dearest(of: member.account)
    )
  }

  /// The level of the smallest of a member's areas in which a wish lies.
  private func nearest(_ wish: Wish, _ member: Member) -> AreaLevel {
    var place: AreaCode? = wish.grid ?? wish.community
    while let here = place, let area = area(here) {
      if member.areas.contains(here) { return area.level }
      place = area.parent
    }
    preconditionFailure("wish \(wish.number) is out of reach of \(member.account)")
  }
}

extension Score {
  /// The order of two rows: by score, equal ones by what tells them apart.
  fileprivate static func isBetter(_ one: Score, than other: Score, first: @autoclosure () -> Bool) -> Bool {
    one == other ? first() : isBetter(one, than: other)
  }
}
