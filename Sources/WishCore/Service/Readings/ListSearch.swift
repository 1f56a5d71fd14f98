/// A LIST on its way: it looks through the wishes a bounded number at a time, so that one which finds little
/// among very many, or has many rows, holds up nobody.
struct ListSearch: SlowReading {
  /// What one slice may cost, in wishes that are looked at.
  static let sliceWishes = 120
  /// The first slice is longer: what most ask for, the usual number of rows, is there at once.
  private static let firstSliceWishes = 500
  /// What a row costs, in wishes that are looked at: its text is read from the store.
  private static let rowWishes = 20
  /// Communities whose wishes are put into one order at the beginning of a slice cost as much as one look
  /// does: a slice is worth its beginning.
  private static let communitiesOfLook = 4
  /// Numbers among which ended wishes are looked for at once, in the store's index.
  private static let windowNumbers: WishNumber = 20_000

  private let query: Readings.Query
  private let who: Identity
  private var stage: Stage
  private var hasBegun = false
  private var rows: [(place: OpenBoard.Position, line: [UInt8])] = []
  /// Whether there are more than rows are asked for.
  private var hasMore = false

  private typealias Position = OpenBoard.Position

  private enum Stage {
    /// Open wishes behind this one.
    case open(after: OpenBoard.Position?)
    /// Ended wishes behind this one, of which so many are found.
    case ended(after: OpenBoard.Position, found: Int)
    case over
  }

  init(_ query: Readings.Query, _ who: Identity) {
    self.query = query
    self.who = who
    stage = .open(after: query.after)
  }

  mutating func goOn(_ office: Office, tag: String?) throws(Refusal) -> [UInt8]? {
    var left = hasBegun ? Self.sliceWishes : Self.firstSliceWishes
    hasBegun = true
    while left > 0 {
      switch stage {
      case .open(let after): try lookAtOpen(after, office, tag, &left)
      case .ended(let after, let found): try lookAtEnded(after, found, office, tag, &left)
      case .over: return reply(tag)
      }
    }
    return nil
  }

  private func reply(_ tag: String?) -> [UInt8] {
    let sorted = rows.sorted { $0.place < $1.place }
    var final = Fields()
    if hasMore || sorted.count > query.limit, let last = sorted.prefix(query.limit).last?.place {
      final.add("next", "\(last.isUrgent ? "u" : "n")\(last.number)")
    }
    var bytes = Array(sorted.prefix(query.limit).map(\.line).joined())
    ReplyLine.ok(final, note: nil).encode(tag: tag, into: &bytes)
    return bytes
  }

  private mutating func add(_ wish: Wish, _ fields: Fields, _ tag: String?) {
    var line: [UInt8] = []
    ReplyLine.record(fields).encode(tag: tag, into: &line)
    rows.append((wish.position, line))
  }

  // MARK: Open ones, in memory

  private mutating func lookAtOpen(
    _ after: Position?,
    _ office: Office,
    _ tag: String?,
    _ left: inout Int
  ) throws(Refusal) {
    guard query.states.contains(where: \.isOpen) else {
      beginEnded()
      return
    }
    let communities =
      query.community.map { [$0] } ?? office.board.communities.filter { office.isNear($0, who) }
    left = max(left, communities.count / Self.communitiesOfLook)
    let room = query.limit - rows.count
    var found: [Wish] = []
    var last = after
    var rest = left
    var isFull = false
    office.board.walk(communities, after: after) { number in
      guard rest > 0 else { return false }
      rest -= 1
      guard let wish = office.openWishes[number] else { return true }
      if office.matches(wish, query, who) {
        isFull = found.count == room
        guard !isFull else { return false }
        found.append(wish)
        rest -= Self.rowWishes
      }
      last = wish.position
      return true
    }
    for wish in found {
      var fields = try office.listFields(wish, for: who)
      if query.isStale, who.role == .staff { office.addWorthInviting(wish, to: &fields) }
      add(wish, fields, tag)
    }
    left = rest
    if isFull { hasMore = true }
    if isFull || rest > 0 { beginEnded() } else { stage = .open(after: last) }
  }

  // MARK: Ended ones, in the store alone

  private mutating func beginEnded() {
    let isAsked = !query.isOverdue && !query.isStale && query.states.contains { !$0.isOpen }
    stage =
      isAsked ? .ended(after: query.after ?? Position(isUrgent: true, number: 0), found: 0) : .over
  }

  private mutating func lookAtEnded(
    _ after: Position,
    _ found: Int,
    _ office: Office,
    _ tag: String?,
    _ left: inout Int
  ) throws(Refusal) {
    let end = min(after.number + Self.windowNumbers, office.lastWish) + 1
    var ended = EndedQuery(
      communities: communities(office),
      states: query.states,
      limit: Self.sliceWishes
    )
    ended.category = query.category
    ended.window = EndedQuery.Window(
      urgency: after.isUrgent ? .urgent : .normal,
      numbers: min(after.number + 1, end)..<end
    )
    ended.limit = max(1, left / Self.rowWishes)
    let numbers = try office.reading { try office.store.endedWishes(ended) }
    left -= Self.sliceWishes / 4
    var found = found
    for number in numbers {
      left -= Self.rowWishes
      guard let wish = try office.wish(number), office.matches(wish, query, who) else { continue }
      guard found < query.limit else {
        hasMore = true
        stage = .over
        return
      }
      add(wish, try office.listFields(wish, for: who), tag)
      found += 1
    }
    if numbers.count == ended.limit, let last = numbers.last {
      stage = .ended(after: Position(isUrgent: after.isUrgent, number: last), found: found)
    } else if end <= office.lastWish {
      stage = .ended(after: Position(isUrgent: after.isUrgent, number: end - 1), found: found)
    } else {
      stage =
        after.isUrgent ? .ended(after: Position(isUrgent: false, number: 0), found: found) : .over
    }
  }

  private func communities(_ office: Office) -> [AreaCode]? {
    if let community = query.community { return [community] }
    return who.role == .admin ? nil : office.register.areas.keys.filter { office.isNear($0, who) }
  }
}
