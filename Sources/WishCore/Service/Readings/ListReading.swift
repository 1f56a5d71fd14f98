extension Readings {
  /// What a LIST asks for.
  struct Query {
    var states: Set<WishState>
    var community: AreaCode?
    var category: Category?
    var isOverdue: Bool
    var after: OpenBoard.Position?
    var limit: Int
  }

  /// LIST: the wishes that the account may see, urgent first, then by number.
  static func list(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Reading {
    let states: [WishState]? = try line.words("state")
    let query = Query(
      states: Set(states ?? WishState.allCases.filter(\.isOpen)),
      community: try line.codeIfGiven("community"),
      category: try line.category(),
      isOverdue: try line.yes("overdue"),
      after: try cursor(line),
      limit: try line.number("limit", in: Limits.listRows) ?? Limits.listRowsDefault
    )
    return { office throws(Refusal) in
      if let community = query.community {
        guard office.area(community)?.level == .community, office.isNear(community, who) else {
          throw .notFound
        }
      }
      let found = try office.find(query, for: who)
      var lines: [ReplyLine] = []
      for wish in found.prefix(query.limit) {
        lines.append(.record(try office.listFields(wish, for: who)))
      }
      var final = Fields()
      if found.count > query.limit, let last = found.prefix(query.limit).last {
        final.add("next", "\(last.urgency == .urgent ? "u" : "n")\(last.number)")
      }
      lines.append(.ok(final, note: nil))
      return lines
    }
  }

  /// A cursor is the last row's place in the order: `u12` or `n34`.
  private static func cursor(_ line: ArgumentReader) throws(Refusal) -> OpenBoard.Position? {
    guard let text = line.value("after") else { return nil }
    guard let first = text.utf8.first, first == 0x75 || first == 0x6E,
      let number = decimal(Array(text.utf8.dropFirst()))
    else { throw .badArgument("after", .form("next=")) }
    return OpenBoard.Position(isUrgent: first == 0x75, number: number)
  }
}

extension Office {
  /// Whether a community lies in, or around, an account's areas.
  fileprivate func isNear(_ community: AreaCode, _ who: Identity) -> Bool {
    Policy.covers(who, community, in: self) || who.areas.contains { isInside($0, community) }
  }

  /// One wish more than asked for, where there are as many.
  fileprivate func find(_ query: Readings.Query, for who: Identity) throws(Refusal) -> [Wish] {
    let isOpenAsked = query.states.contains(where: \.isOpen)
    let ended: Set<WishState> = query.isOverdue ? [] : query.states.filter { !$0.isOpen }
    var found: [Wish] = []
    if isOpenAsked {
      let communities = query.community.map { [$0] } ?? board.communities.filter { isNear($0, who) }
      board.walk(communities, after: query.after) { number in
        if let wish = openWishes[number], matches(wish, query, who) { found.append(wish) }
        return found.count <= query.limit
      }
    }
    guard !ended.isEmpty else { return found }
    found += try findEnded(query, ended, who)
    return Array(found.sorted { $0.position < $1.position }.prefix(query.limit + 1))
  }

  private func matches(_ wish: Wish, _ query: Readings.Query, _ who: Identity) -> Bool {
    query.states.contains(wish.state) && (query.category == nil || query.category == wish.category)
      && (!query.isOverdue || wish.isOverdue(at: now))
      && Policy.sight(of: wish, by: who, in: self) > .nothing
  }

  /// Ended wishes are in the store alone; pages of it are read until enough of them may be seen.
  private func findEnded(_ query: Readings.Query, _ states: Set<WishState>, _ who: Identity) throws(Refusal)
    -> [Wish]
  {
    let near = query.community.map { [$0] } ?? register.areas.keys.filter { isNear($0, who) }
    var found: [Wish] = []
    var after = query.after
    while found.count <= query.limit {
      let page = try reading {
        try store.endedWishes(
          EndedQuery(
            communities: who.role == .admin && query.community == nil ? nil : Array(near),
            states: states,
            category: query.category,
            after: after.map { ($0.isUrgent, $0.number) },
            limit: query.limit + 1
          )
        )
      }
      for number in page {
        guard let wish = try wish(number) else { continue }
        after = wish.position
        if matches(wish, query, who) { found.append(wish) }
      }
      guard page.count > query.limit else { break }
    }
    return found
  }

  fileprivate func listFields(_ wish: Wish, for who: Identity) throws(Refusal) -> Fields {
    var fields = Fields()
    fields.add("wish", wish.number)
    fields.add("state", wish.state.rawValue)
    fields.add("category", wish.category?.rawValue)
    fields.add("community", wish.community.text)
    fields.add("slots", wish.slots)
    fields.add("left", wish.left)
    fields.add("due", wish.due)
    if wish.urgency == .urgent { fields.add("urgency", wish.urgency.rawValue) }
    if wish.isApproved {
      fields.add("text", try card(of: wish.number)?.publicText)
    } else if who.role == .staff, !wish.isErased {
      let papers = try papers(of: wish.number)
      fields.add("text", papers.masked(papers.text))
    }
    return fields
  }
}

extension Wish {
  /// Its place in LIST's order.
  var position: OpenBoard.Position { OpenBoard.Position(isUrgent: urgency == .urgent, number: number) }
}
