extension Readings {
  /// What a LIST asks for.
  struct Query {
    var states: Set<WishState>
    var community: AreaCode?
    var category: Category?
    var isOverdue: Bool
    var isStale: Bool
    var after: OpenBoard.Position?
    var limit: Int
  }

  /// LIST: the wishes that the account may see, urgent first, then by number.
  static func list(_ line: ArgumentReader, _ who: Identity, _ office: Office) throws(Refusal) -> ListSearch {
    let states: [WishState]? = try line.words("state")
    let query = Query(
      states: Set(states ?? WishState.allCases.filter(\.isOpen)),
      community: try line.codeIfGiven("community"),
      category: try line.category(),
      isOverdue: try line.yes("overdue"),
      isStale: try line.yes("stale"),
      after: try cursor(line),
      limit: try line.number("limit", in: Limits.listRows) ?? Limits.listRowsDefault
    )
    if let community = query.community {
      guard office.area(community)?.level == .community, office.isNear(community, who) else {
        throw .notFound
      }
    }
    return ListSearch(query, who)
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
  func isNear(_ community: AreaCode, _ who: Identity) -> Bool {
    Policy.covers(who, community, in: self) || who.areas.contains { isInside($0, community) }
  }

  /// Whether nobody has touched a wish with a free slot for as long as its community waits.
  private func isStale(_ wish: Wish) -> Bool {
    wish.claimable > 0 && staleTime(of: wish.community).end(from: wish.changed) <= now
  }

  /// Whether it is one of those asked for, and may be seen.
  func matches(_ wish: Wish, _ query: Readings.Query, _ who: Identity) -> Bool {
    query.states.contains(wish.state) && (query.category == nil || query.category == wish.category)
      && (!query.isOverdue || wish.isOverdue(at: now)) && (!query.isStale || isStale(wish))
      && Policy.sight(of: wish, by: who, in: self) > .nothing
  }

  /// Its row.
  func listFields(_ wish: Wish, for who: Identity) throws(Refusal) -> Fields {
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
