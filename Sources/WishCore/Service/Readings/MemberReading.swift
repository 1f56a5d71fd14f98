extension Readings {
  /// MINE: what the member is working on, and what it was asked to take.
  static func mine(_ who: Identity) -> Reading {
    { office throws(Refusal) in
      var lines: [ReplyLine] = []
      for number in office.holding(of: who.account).sorted() {
        guard let wish = try office.wish(number) else { continue }
        var fields = try office.cardFields(wish)
        fields.add("due", wish.activeClaims.first { $0.member == who.account }?.due)
        fields.add("text", try office.card(of: number)?.publicText)
        lines.append(.record(fields))
      }
      for number in (office.invitations[who.account] ?? []).sorted() {
        guard let wish = try office.wish(number), Policy.sight(of: wish, by: who, in: office) > .nothing,
          !wish.holders.contains(where: { $0.member == who.account })
        else { continue }
        var fields = try office.cardFields(wish)
        fields.add("invited", "yes")
        fields.add("text", try office.card(of: number)?.publicText)
        lines.append(.record(fields))
      }
      lines.append(ok)
      return lines
    }
  }

  /// MATCH: open wishes for a member, or members for a wish; best first.
  static func match(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Reading {
    let limit = try line.number("limit", in: Limits.matchRows) ?? Limits.matchRowsDefault
    if who.role == .member {
      return { office throws(Refusal) in try wishes(for: who, limit, office) }
    }
    let number = try line.wish()
    return { office throws(Refusal) in
      try members(for: office.wish(number, seenBy: who, atLeast: .everything), limit, office)
    }
  }

  private static func wishes(for who: Identity, _ limit: Int, _ office: Office) throws(Refusal) -> [ReplyLine]
  {
    guard let member = office.member(who.account) else { return [ok] }
    let communities = office.board.communities.filter { community in
      member.areas.contains { office.isInside(community, $0) || office.isInside($0, community) }
    }
    let holding = office.holding(of: member.account).count
    guard holding < member.capacity else { return [ok] }
    let abilities = Eligibility.abilities(of: member) { office.skill($0) }
    var best = Ranking<Wish>(limit)
    office.board.walk(Array(communities), after: nil) { number in
      // The cheapest checks first: most wishes of an area ask for what this member cannot do.
      guard let wish = office.openWishes[number], wish.state == .published,
        Eligibility.isMet(wish, by: abilities)
      else { return true }
      let score = Score(wish, member, holding: holding, at: office.now)
      if best.takes(score, wish.number), office.isFree(wish, for: member),
        Policy.sight(of: wish, by: who, in: office) > .nothing
      {
        best.add(wish, score, wish.number)
      }
      return true
    }
    var lines: [ReplyLine] = []
    for (wish, score) in best.ranked {
      var fields = try office.cardFields(wish)
      fields.add("score", score.text)
      fields.add("why", score.why)
      fields.add("text", try office.card(of: wish.number)?.publicText)
      lines.append(.record(fields))
    }
    lines.append(ok)
    return lines
  }

  private static func members(for wish: Wish, _ limit: Int, _ office: Office) throws(Refusal) -> [ReplyLine] {
    guard wish.state == .published else { throw .wrongState(wish.state) }
    var scored: [(member: Member, score: Score)] = []
    for member in office.register.members.values
    where office.account(member.account)?.isEnabled == true && office.mayTake(wish, member) {
      scored.append((member, office.score(wish, member)))
    }
    scored.sort { ($1.score.value, $0.member.account) < ($0.score.value, $1.member.account) }
    var lines: [ReplyLine] = []
    for (member, score) in scored.prefix(limit) {
      var fields = Fields()
      fields.add("wish", wish.number)
      fields.add("state", wish.state.rawValue)
      fields.add("member", member.account.text)
      fields.add("unit", member.unit.flatMap { office.unit($0)?.name })
      fields.add("skills", member.skills.map(\.text))
      fields.add("score", score.text)
      fields.add("why", score.why)
      lines.append(.record(fields))
    }
    lines.append(ok)
    return lines
  }
}

extension Office {
  /// Whether a CLAIM by the member would be accepted now.
  fileprivate func mayTake(_ wish: Wish, _ member: Member) -> Bool {
    isFree(wish, for: member) && holding(of: member.account).count < member.capacity
      && Eligibility.hasSkill(member, for: wish) { skill($0) }
  }

  /// Whether a slot is left for somebody in whose areas the wish lies, and who does not hold one already.
  fileprivate func isFree(_ wish: Wish, for member: Member) -> Bool {
    wish.left > 0 && Policy.isInReach(wish, of: member, in: self)
      && !wish.holders.contains { $0.member == member.account }
  }

  fileprivate func score(_ wish: Wish, _ member: Member) -> Score {
    Score(wish, member, holding: holding(of: member.account).count, at: now)
  }

  /// What a row about a wish on the wall begins with.
  fileprivate func cardFields(_ wish: Wish) throws(Refusal) -> Fields {
    var fields = Fields()
    fields.add("wish", wish.number)
    fields.add("state", wish.state.rawValue)
    fields.add("category", wish.category?.rawValue)
    fields.add("community", wish.community.text)
    if wish.urgency == .urgent { fields.add("urgency", wish.urgency.rawValue) }
    return fields
  }
}
