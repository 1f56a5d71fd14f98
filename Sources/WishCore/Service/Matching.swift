/// Who should take what, on the state as it stands.
extension Office {
  /// How well a member and a wish fit. The wish lies in one of the member's areas.
  func fit(_ wish: Wish, _ member: Member) -> Fit {
    Fit(wish, member, circumstances(wish, member), skills: SkillGrades(member) { self.skill($0) })
  }

  /// The wishes that a CLAIM by the member would be accepted for, best first.
  func wishes(for member: Member, limit: Int) -> [(wish: Wish, fit: Fit)] {
    let skills = SkillGrades(member) { self.skill($0) }
    let holding = holding(of: member.account).count
    guard holding < member.capacity else { return [] }
    let who = Identity(account: member.account, role: .member, areas: member.areas)
    var best: [(wish: Wish, fit: Fit)] = []
    for wish in openWishes.values
    where wish.state == .published && isFree(wish, for: member) && skills.areEnough(for: wish)
      && Policy.sight(of: wish, by: who, in: self) > .nothing
    {
      best.append((wish, Fit(wish, member, circumstances(wish, member), skills: skills)))
    }
    best.sort { Score.isBetter($0.fit.score, than: $1.fit.score, first: $0.wish.number < $1.wish.number) }
    return Array(best.prefix(limit))
  }

  /// The members whom a CLAIM of the published wish would be accepted for, best first.
  func candidates(for wish: Wish, limit: Int) -> [(member: Member, fit: Fit)] {
    var best: [(member: Member, fit: Fit)] = []
    for member in register.members.values
    where account(member.account)?.isEnabled == true && mayTake(wish, member) {
      best.append((member, fit(wish, member)))
    }
    best.sort {
      Score.isBetter($0.fit.score, than: $1.fit.score, first: $0.member.account < $1.member.account)
    }
    return Array(best.prefix(limit))
  }

  /// Whether a CLAIM by the member would be accepted now.
  private func mayTake(_ wish: Wish, _ member: Member) -> Bool {
    isFree(wish, for: member) && holding(of: member.account).count < member.capacity
      && Eligibility.hasSkill(member, for: wish) { skill($0) }
  }

  /// Whether a slot is left for somebody in whose areas the wish lies, and who does not hold one already.
  private func isFree(_ wish: Wish, for member: Member) -> Bool {
    wish.left > 0 && Policy.isInReach(wish, of: member, in: self)
      && !wish.holders.contains { $0.member == member.account }
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
