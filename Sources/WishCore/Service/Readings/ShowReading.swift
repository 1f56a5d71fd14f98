extension Readings {
  /// SHOW: one wish, as much of it as the account may see.
  static func show(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Reading {
    let number = try line.wish()
    return { office throws(Refusal) in
      var wish = try office.wish(number, seenBy: who)
      if wish.askers > 1, Policy.sight(of: wish, by: who, in: office) < .everything {
        wish.askers = try office.reading { try office.store.publicAskers(of: number) }
      }
      var fields = Fields()
      addState(wish, to: &fields)
      addForm(wish, to: &fields)
      if who.role == .member {
        let claim = wish.claim(of: who.account)
        fields.add("lapsed", claim?.state == .lapsed ? claim?.due : nil)
      }
      let isStaff = Policy.sight(of: wish, by: who, in: office) == .everything
      let seesPerson = Policy.seesPerson(of: wish, by: who, in: office)
      if isStaff || seesPerson {
        let papers = try office.papers(of: number)
        if seesPerson { addPerson(papers, to: &fields) }
        if isStaff {
          addDesk(wish, papers, to: &fields)
          fields.add(
            "merged",
            try office.reading { try office.store.merged(into: number) }.map { String($0) }
          )
          fields.add("erased", wish.isErased ? "yes" : nil)
          fields.add("text", wish.isErased ? nil : papers.text)
        }
      }
      if wish.isApproved, let card = try office.card(of: number) {
        fields.add("standard", card.standard)
        fields.add("public", card.publicText)
      }
      return [.record(fields), ok]
    }
  }

  private static func addState(_ wish: Wish, to fields: inout Fields) {
    fields.add("wish", wish.number)
    fields.add("state", wish.state.rawValue)
    fields.add("category", wish.category?.rawValue)
    fields.add("community", wish.community.text)
    fields.add("grid", wish.grid?.text)
    fields.add("slots", wish.slots)
    fields.add("left", wish.left)
    fields.add("due", wish.due)
    fields.add("askers", wish.askers > 1 ? wish.askers : nil)
    fields.add("posted", wish.posted)
    fields.add("published", wish.published)
  }

  private static func addForm(_ wish: Wish, to fields: inout Fields) {
    fields.add("kind", wish.kind.rawValue)
    fields.add("value", wish.valueYuan)
    fields.add("skills", wish.skills.map(\.text))
    fields.add("open", wish.isOpenToAll ? "yes" : nil)
    fields.add("urgency", wish.urgency.rawValue)
    fields.add("needed", wish.needed)
    fields.add("limit", wish.limit?.description)
    fields.add("contact", wish.isApproved ? wish.contact.rawValue : nil)
    fields.add("confidential", wish.isConfidential ? "yes" : nil)
  }

  static func addPerson(_ papers: Papers, to fields: inout Fields) {
    fields.add("name", papers.name)
    fields.add("phone", papers.phone)
    fields.add("address", papers.address)
    fields.add("contact-name", papers.contactName)
    fields.add("contact-phone", papers.contactPhone)
    fields.add("relation", papers.relation?.rawValue)
  }

  /// What only staff of the area see.
  private static func addDesk(_ wish: Wish, _ papers: Papers, to fields: inout Fields) {
    fields.add("source", wish.source?.rawValue)
    fields.add("received", wish.received?.text)
    fields.add("show", wish.nameShown.rawValue)
    fields.add("consent", wish.hasConsent ? nil : "no")
    fields.add("group", papers.groups.map(\.rawValue))
    fields.add("batch", papers.batch)
    fields.add("ref", papers.ref)
    fields.add("into", wish.mergedInto)
    fields.add("to", wish.state == .referred ? papers.referredTo : nil)
    fields.add("until", wish.referredUntil)
    fields.add("claimed", wish.activeClaims.map(\.member.text))
    fields.add("fulfilled", wish.holders.filter { $0.state == .fulfilled }.map(\.member.text))
    fields.add("lapsed", wish.lapses.map(\.member.text))
    fields.add("invited", wish.invited.map(\.text))
    fields.add("waiting", wish.waiting.map(\.member.text))
  }

  /// HISTORY: what happened to a wish, oldest first; notes and values for staff.
  static func history(_ line: ArgumentReader, _ who: Identity, _ office: Office) throws(Refusal)
    -> HistorySearch
  {
    let number = try line.wish()
    let wish = try office.wish(number, seenBy: who)
    return HistorySearch(
      from: try office.reading { try office.store.lastEvent(of: number) },
      isStaff: Policy.sight(of: wish, by: who, in: office) == .everything
    )
  }
}
