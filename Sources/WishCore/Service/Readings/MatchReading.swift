extension Readings {
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
    var lines: [ReplyLine] = []
    for (wish, fit) in office.wishes(for: member, limit: limit) {
      var fields = office.cardFields(wish)
      fields.add(fit)
      fields.add("text", try office.card(of: wish.number)?.publicText)
      lines.append(.record(fields))
    }
    lines.append(ok)
    return lines
  }

  private static func members(for wish: Wish, _ limit: Int, _ office: Office) throws(Refusal) -> [ReplyLine] {
    guard wish.state == .published else { throw .wrongState(wish.state) }
    var lines: [ReplyLine] = []
    for (member, fit) in office.candidates(for: wish, limit: limit) {
      var fields = Fields()
      fields.add("wish", wish.number)
      fields.add("state", wish.state.rawValue)
      fields.add("member", member.account.text)
      fields.add("unit", member.unit.flatMap { office.unit($0)?.name })
      fields.add("skills", member.skills.map(\.text))
      fields.add("holding", office.holding(of: member.account).count)
      fields.add("capacity", member.capacity)
      fields.add(fit)
      lines.append(.record(fields))
    }
    lines.append(ok)
    return lines
  }
}

extension Fields {
  /// How well a wish and a member fit, and why.
  mutating func add(_ fit: Fit) {
    add("score", fit.score.text)
    add("why", Wording.standard.reasons(fit.reasons))
  }
}
