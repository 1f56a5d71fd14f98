/// Which ended wishes to list. Open ones are in memory.
public struct EndedQuery: Sendable {
  /// Of these communities; nil for all.
  public var communities: [AreaCode]?
  /// In these states; open ones find nothing.
  public var states: Set<WishState>
  /// Of this category only.
  public var category: Category?
  /// Only what comes after this one in the order of the list.
  public var after: (urgent: Bool, number: WishNumber)?
  /// Only one part of the list, whatever ``after`` says.
  public var window: Window?
  /// At most this many.
  public var limit: Int

  /// Wishes of one urgency, with these numbers.
  public struct Window: Sendable {
    /// The urgency.
    public var urgency: Urgency
    /// The numbers.
    public var numbers: Range<WishNumber>

    /// Makes a window.
    public init(urgency: Urgency, numbers: Range<WishNumber>) {
      self.urgency = urgency
      self.numbers = numbers
    }
  }

  /// Makes a query.
  public init(
    communities: [AreaCode]?,
    states: Set<WishState>,
    category: Category? = nil,
    after: (urgent: Bool, number: WishNumber)? = nil,
    limit: Int
  ) {
    self.communities = communities
    self.states = states
    self.category = category
    self.limit = limit
    self.after = after
  }
}

/// Finds ended wishes by their index, merged ones by theirs, and who took goods that are long given.
final class EndedWishes {
  private let some: Statement
  private let communities: Statement
  private let merged: Statement
  private let goods: Statement
  private let publicAskers: Statement

  init(_ connection: Connection) throws(StoreFault) {
    // The index holds all five columns, so that what does not fit is passed over within it.
    some = try Statement(
      connection,
      """
      SELECT number FROM wish INDEXED BY wish_ended
      WHERE ended = 1 AND community = ?1 AND urgency = ?2 AND number > ?3 AND number < ?4
        AND state IN (?5, ?6, ?7, ?8, ?9) AND (?10 IS NULL OR category = ?10)
      ORDER BY number LIMIT ?11
      """
    )
    communities = try Statement(connection, "SELECT code FROM area WHERE level = 'community'")
    merged = try Statement(connection, "SELECT number FROM wish WHERE merged_into = ? ORDER BY number")
    // Through the claims, of which there are fewer than wishes.
    goods = try Statement(
      connection,
      """
      SELECT claim.member, wish.value_yuan, count(*) FROM claim CROSS JOIN wish ON wish.number = claim.wish
      WHERE wish.kind = 'goods' AND wish.ended AND wish.value_yuan IS NOT NULL
      GROUP BY claim.member, wish.value_yuan
      """
    )
    publicAskers = try Statement(
      connection,
      """
      WITH RECURSIVE asked (number) AS (
        SELECT ? UNION SELECT wish.number FROM asked JOIN wish ON wish.merged_into = asked.number
      )
      SELECT count(*) FROM asked JOIN wish USING (number) WHERE confidential = 0
      """
    )
  }

  func numbers(_ query: EndedQuery) throws(StoreFault) -> [WishNumber] {
    let among = if let given = query.communities { given } else { try allCommunities() }
    if let window = query.window {
      let (start, end) = (window.numbers.lowerBound - 1, window.numbers.upperBound)
      return try first(query.limit, window.urgency, after: start, before: end, among, query)
    }
    var numbers: [WishNumber] = []
    if query.after?.urgent ?? true {
      numbers = try first(query.limit, .urgent, after: query.after?.number ?? 0, among, query)
    }
    if numbers.count < query.limit {
      let start = query.after.map { $0.urgent ? 0 : $0.number } ?? 0
      numbers += try first(query.limit - numbers.count, .normal, after: start, among, query)
    }
    return numbers
  }

  /// The first `limit` of all communities together: each community need only say what comes before the
  /// worst that is already found.
  private func first(
    _ limit: Int,
    _ urgency: Urgency,
    after: WishNumber,
    before: WishNumber = .max,
    _ among: [AreaCode],
    _ query: EndedQuery
  ) throws(StoreFault) -> [WishNumber] {
    let states = query.states.filter { !$0.isOpen }.map(\.rawValue)
    guard limit > 0, let anyState = states.first else { return [] }
    var found: [WishNumber] = []
    for community in among {
      let end = found.count == limit ? found.last ?? before : before
      some.bind(community)
      some.bind(urgency)
      some.bind(after)
      some.bind(end)
      for index in 0..<5 { some.bind(index < states.count ? states[index] : anyState) }
      some.bind(query.category)
      some.bind(limit)
      let known = found.count
      try some.forEachRow { found.append(some.nextInt64()) }
      if found.count > known {
        found.sort()
        found.removeLast(max(0, found.count - limit))
      }
    }
    return found
  }

  func merged(into wish: WishNumber) throws(StoreFault) -> [WishNumber] {
    var numbers: [WishNumber] = []
    merged.bind(wish)
    try merged.forEachRow { numbers.append(merged.nextInt64()) }
    return numbers
  }

  func forEachGoodsTaken(_ body: (AccountCode, _ yuan: Int, _ claims: Int) -> Void) throws(StoreFault) {
    try goods.forEachRow { body(goods.nextCode(), goods.nextInt(), goods.nextInt()) }
  }

  /// How many asked for a wish that nobody keeps secret: itself and what was merged into it, and into that.
  func publicAskers(of wish: WishNumber) throws(StoreFault) -> Int {
    var count = 0
    publicAskers.bind(wish)
    try publicAskers.forEachRow { count = publicAskers.nextInt() }
    return count
  }

  private func allCommunities() throws(StoreFault) -> [AreaCode] {
    var codes: [AreaCode] = []
    try communities.forEachRow { codes.append(communities.nextCode()) }
    return codes
  }
}
