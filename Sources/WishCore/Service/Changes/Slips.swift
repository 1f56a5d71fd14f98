extension Changes {
  /// POST: a slip enters as collected.
  static func post(_ line: ArgumentReader, _ who: Identity, _ office: Office) throws(Refusal) -> Change {
    let slip = try SlipLine(line)
    guard let text = slip.text else { throw .badArgument("text", .missing) }
    if case .set = slip.value, slip.kind != .goods { throw .badArgument("value", .needs(.goods)) }
    guard let home = who.areas.first.flatMap(office.area) else { throw .notFound }
    let homeCommunity = office.community(of: home.code)
    if slip.community == nil, slip.grid == .keep, homeCommunity == nil {
      throw .badArgument("community", .missing)
    }
    return { office throws(Refusal) in
      let place = try place(slip, who, home, homeCommunity, office)
      let skills = try office.canonical(slip.skills ?? [], argument: "skills")
      var papers = Papers(text: text)
      slip.apply(to: &papers)
      let posting = slip.posting(community: place.community, grid: place.grid, skills: skills)
      let (wish, event) = office.enter(posting, papers: papers, by: who.account)
      return Done(wish, event)
    }
  }

  /// Where a slip belongs; what the account cannot reach does not exist.
  private static func place(
    _ slip: SlipLine,
    _ who: Identity,
    _ home: Area,
    _ homeCommunity: Area?,
    _ office: Office
  ) throws(Refusal) -> (community: AreaCode, grid: AreaCode?) {
    var community = slip.community ?? homeCommunity?.code
    var grid = slip.grid.applied(to: nil)
    if grid == nil, slip.grid == .keep, home.level == .grid { grid = home.code }
    if let grid {
      guard let area = office.area(grid), area.level == .grid, let parent = area.parent,
        Policy.covers(who, grid, in: office), community == nil || community == parent
      else { throw .notFound }
      community = parent
    }
    guard let community, let area = office.area(community), area.level == .community,
      community == homeCommunity?.code || Policy.covers(who, community, in: office)
    else { throw .notFound }
    return (community, grid)
  }

  /// AMEND: changes fields; before publication it undoes an approval.
  static func amend(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let slip = try SlipLine(line)
    let publicText = try line.text("public")
    var fields = line.names
    if line.raw != nil { fields.append("text") }
    guard !fields.isEmpty else { throw .badArgument("text", .missing) }
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      var amendment = Amendment()
      amendment.fields = fields.sorted()
      try move(wish, slip, who, office, into: &amendment)
      amendment.source = slip.source
      amendment.received = slip.received
      amendment.category = slip.category
      amendment.kind = slip.kind
      amendment.value = slip.value
      amendment.slots = slip.slots
      amendment.urgency = slip.urgency
      amendment.needed = slip.needed
      amendment.nameShown = slip.nameShown
      amendment.hasConsent = slip.hasConsent
      amendment.isConfidential = slip.isConfidential
      // The state comes before what the tables know.
      _ = try Lifecycle.decide(.amend(amendment), on: wish, at: office.now)
      if let skills = slip.skills { amendment.skills = try office.canonical(skills, argument: "skills") }
      var papers = try office.papers(of: number)
      let card = try office.card(of: number)
      let result = try office.take(.amend(amendment), on: wish, by: who.account)
      slip.apply(to: &papers)
      office.batch.papers[number] = papers
      var done = Done(result.wish, result.event)
      if result.wish.isApproved, var card {
        card.publicText = papers.masked(publicText ?? card.publicText)
        office.batch.cards[number] = card
        if publicText != nil { done.fields.add("public", card.publicText) }
      }
      return done
    }
  }

  /// A slip that was filed under the wrong community or grid is moved, within what its staff can reach.
  private static func move(
    _ wish: Wish,
    _ slip: SlipLine,
    _ who: Identity,
    _ office: Office,
    into amendment: inout Amendment
  ) throws(Refusal) {
    let community = slip.community ?? wish.community
    if community != wish.community {
      guard try office.area(community, reachedBy: who).level == .community else { throw .notFound }
      amendment.community = community
      amendment.grid = wish.grid == nil ? .keep : .clear
    }
    switch slip.grid {
    case .keep: break
    case .clear: amendment.grid = .clear
    case .set(let grid):
      let area = try office.area(grid, reachedBy: who)
      guard area.level == .grid, area.parent == community else { throw .notFound }
      amendment.grid = .set(grid)
    }
  }
}

extension Office {
  /// The canonical names of skills; an unknown one is refused with the nearest.
  func canonical(_ names: [String], argument: String) throws(Refusal) -> [SkillName] {
    var skills: [SkillName] = []
    for name in names {
      guard let skill = findSkill(name) else {
        throw .badArgument(argument, .unknown(nearest: skillIndex.nearest(to: name)?.text))
      }
      if !skills.contains(skill) { skills.append(skill) }
    }
    return skills
  }

  /// A skill by name or alias, those of this batch included.
  private func findSkill(_ name: String) -> SkillName? {
    if let skill = skillIndex.find(name) { return skill }
    return batch.register.skills.values.first { $0.name.text == name || $0.aliases.contains(name) }?.name
  }
}

extension Papers {
  /// A text with everything on the slip that names or locates a person masked.
  func masked(_ text: String) -> String {
    Masking.mask(
      text,
      names: [name, contactName].compactMap { $0 },
      addresses: [address].compactMap { $0 },
      phones: [phone, contactPhone].compactMap { $0 }
    )
  }
}
