extension Readings {
  /// MINE: what the member is working on, what it was asked to take, and what it waits for.
  static func mine(_ who: Identity) -> Reading {
    { office throws(Refusal) in
      var lines: [ReplyLine] = []
      for number in office.holding(of: who.account).sorted() {
        guard let wish = try office.wish(number) else { continue }
        var fields = office.cardFields(wish)
        fields.add("due", wish.activeClaims.first { $0.member == who.account }?.due)
        fields.add("text", try office.card(of: number)?.publicText)
        lines.append(.record(fields))
      }
      for number in (office.invitations[who.account] ?? []).sorted() {
        guard let wish = try office.wish(number), Policy.sight(of: wish, by: who, in: office) > .nothing,
          !wish.holders.contains(where: { $0.member == who.account })
        else { continue }
        var fields = office.cardFields(wish)
        fields.add("invited", "yes")
        addWait(of: who, for: wish, in: office, to: &fields)
        fields.add("text", try office.card(of: number)?.publicText)
        lines.append(.record(fields))
      }
      for number in office.waits(of: who.account)
      where office.invitations[who.account]?.contains(number) != true {
        guard let wish = try office.wish(number), Policy.sight(of: wish, by: who, in: office) > .nothing
        else { continue }
        var fields = office.cardFields(wish)
        addWait(of: who, for: wish, in: office, to: &fields)
        fields.add("text", try office.card(of: number)?.publicText)
        lines.append(.record(fields))
      }
      lines.append(ok)
      return lines
    }
  }

  /// The member's place on a waiting list, and whether there is something to be had.
  private static func addWait(
    of who: Identity,
    for wish: Wish,
    in office: Office,
    to fields: inout Fields
  ) {
    guard let place = wish.place(of: who.account) else { return }
    fields.add("waiting", "yes")
    fields.add("place", place)
    fields.add("free", office.mayClaim(wish, who.account) ? "yes" : nil)
  }
}

extension Office {
  /// What a row about a wish on the wall begins with.
  func cardFields(_ wish: Wish) -> Fields {
    var fields = Fields()
    fields.add("wish", wish.number)
    fields.add("state", wish.state.rawValue)
    fields.add("category", wish.category?.rawValue)
    fields.add("community", wish.community.text)
    if wish.urgency == .urgent { fields.add("urgency", wish.urgency.rawValue) }
    return fields
  }
}
