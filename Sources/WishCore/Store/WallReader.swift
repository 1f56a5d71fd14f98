/// Reads walls' sources off the main thread, all of them as they stood at one moment.
///
/// It is kept and used again: ``renew()`` takes the moment, ``end()`` lets it go, and with it the
/// write-ahead log, which could not start anew meanwhile. It is safe to hand from thread to thread, for
/// one thread at a time uses it; the compiler cannot see that.
public struct WallReader: @unchecked Sendable {
  private let connection: Connection
  private let entries: WallEntryReader
  private let tallies: Tallies
  private let area: AreaReader
  private let meta: Statement
  private let transaction: Transaction

  /// Opens the store at `path` for reading, as it stands now.
  public init(path: String) throws(StoreFailure) {
    connection = try StoreOpening.connect(path, .readOnly)
    do {
      try StoreSettings.apply(StoreSettings.reading, to: connection)
      entries = try WallEntryReader(connection)
      tallies = try Tallies(connection)
      area = try AreaReader(connection, "code = ?")
      meta = try Statement(connection, "SELECT 1 FROM meta")
      transaction = try Transaction(connection, begin: "BEGIN")
      try begin()
    } catch {
      throw error.asOpeningFailure
    }
  }

  /// Takes this moment for all that is read from now on.
  public func renew() throws(StoreFailure) {
    try reading { () throws(StoreFault) in try begin() }
  }

  /// Reads no more until the next moment is taken.
  public func end() {
    _ = transaction.rollBack()
  }

  /// SQLite takes the moment with the first reading of a transaction.
  private func begin() throws(StoreFault) {
    end()
    try transaction.begin.run()
    _ = try meta.firstRow {}
  }

  /// The source of one community's wall; nil where there is no such community.
  public func source(of community: AreaCode) throws(StoreFailure) -> WallSource? {
    try reading { () throws(StoreFault) in
      guard let area = try area.areas(community).first, area.level == .community else { return nil }
      return try source(area)
    }
  }

  /// The sources of all communities' walls, by code.
  public func sources() throws(StoreFailure) -> [WallSource] {
    try reading { () throws(StoreFault) in
      var sources: [WallSource] = []
      for area in try RegisterReader(connection: connection).areas() where area.level == .community {
        sources.append(try source(area))
      }
      return sources
    }
  }

  /// The counts of a community's wall.
  public func tally(of community: AreaCode) throws(StoreFailure) -> Tally {
    try reading { () throws(StoreFault) in try tallies.tally(of: community) }
  }

  private func source(_ area: Area) throws(StoreFault) -> WallSource {
    WallSource(
      area: area,
      tally: try tallies.tally(of: area.code),
      entries: try entries.entries(of: area.code)
    )
  }

  private func reading<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFailure) -> Value {
    do {
      return try body()
    } catch {
      throw error.asReadFailure
    }
  }
}

/// Reads what stands on cards, and nothing else of a wish: a wall is many of them.
private final class WallEntryReader {
  private let cards: Statement
  private let skills: Statement
  private let claim: Statement
  private let name: Statement
  private let ended: EndedWishes
  private let words = WishWords()

  init(_ connection: Connection) throws(StoreFault) {
    cards = try Statement(
      connection,
      """
      SELECT number, state, category, urgency, askers, kind, value_yuan, open_to_all, time_limit, needed,
        slots, round, last_claim, name_shown, public_text, standard
      FROM wish INDEXED BY wish_card LEFT JOIN card ON card.wish = number
      WHERE has_card = 1 AND community = ? ORDER BY number
      """
    )
    skills = try Statement(connection, "SELECT skill FROM wish_skill WHERE wish = ? ORDER BY position")
    claim = try Statement(connection, "SELECT before, state, round FROM claim WHERE event = ?")
    name = try Statement(connection, "SELECT name FROM petitioner WHERE wish = ?")
    ended = try EndedWishes(connection)
  }

  func entries(of community: AreaCode) throws(StoreFault) -> [WallEntry] {
    var entries: [WallEntry] = []
    cards.bind(community)
    try cards.forEachRow { () throws(StoreFault) in entries.append(try entry()) }
    return entries
  }

  /// The entry of the row at hand.
  private func entry() throws(StoreFault) -> WallEntry {
    let number = cards.nextInt64()
    let state = try words.state.next(cards)
    let category = try words.category.nextOptional(cards)
    let urgency = try words.urgency.next(cards)
    let askers = cards.nextInt()
    let kind = try words.kind.next(cards)
    let valueYuan = cards.nextOptionalInt()
    let isOpenToAll = cards.nextBool()
    let limit = try cards.nextOptionalSpan()
    let needed = cards.nextOptionalMoment()
    let slots = cards.nextInt()
    let round = cards.nextInt()
    let lastClaim = cards.nextOptionalInt64()
    let nameShown = try words.nameShown.next(cards)
    guard let publicText = cards.nextOptionalText() else {
      throw .row("card", "wish \(number) has none")
    }
    let standard = cards.nextOptionalText()
    // One slot is free, or the wish is not published any more.
    let held = state == .published && slots > 1 ? try held(from: lastClaim, round: round) : 0
    return WallEntry(
      number: number,
      hasCard: true,
      state: state,
      wanted: held > 0 ? max(0, slots - held) : nil,
      category: category,
      urgency: urgency,
      // The wall counts nobody who asked in confidence.
      askers: askers > 1 ? try ended.publicAskers(of: number) : askers,
      kind: kind,
      valueYuan: valueYuan,
      skills: kind == .goods || isOpenToAll ? [] : try skills(of: number),
      limit: limit,
      needed: needed,
      slots: slots,
      nameShown: nameShown,
      name: nameShown == .surname ? try name(of: number) : nil,
      card: Card(publicText: publicText, standard: standard)
    )
  }

  /// How many claims of this round hold a slot, along the chain that ends in `last`.
  private func held(from last: EventNumber?, round: Int) throws(StoreFault) -> Int {
    var held = 0
    var next = last
    while let event = next {
      claim.bind(event)
      let found = try claim.firstRow { () throws(StoreFault) in
        let before = claim.nextOptionalInt64()
        let state = try words.claimState.next(claim)
        // Claims of earlier rounds hold nothing, and nothing else lies behind them.
        guard claim.nextInt() == round else { return EventNumber?.none }
        if state.holdsSlot { held += 1 }
        return before
      }
      guard let found else { throw .row("claim", "the chain of a wish leads nowhere") }
      next = found
    }
    return held
  }

  private func skills(of number: WishNumber) throws(StoreFault) -> [SkillName] {
    var found: [SkillName] = []
    skills.bind(number)
    try skills.forEachRow { found.append(skills.nextSkill()) }
    return found
  }

  private func name(of number: WishNumber) throws(StoreFault) -> String? {
    name.bind(number)
    return try name.firstRow { name.nextOptionalText() } ?? nil
  }
}
