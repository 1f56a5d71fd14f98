/// Writes wishes with their skills, invitations and claims.
final class WishWriter {
  /// What must be known of a stored wish before it is written anew.
  struct Stored {
    var lastEvent: EventNumber
    var lastClaim: EventNumber?
    var placing: Placing
  }

  /// The columns that stand in an index or refer to another table.
  struct Placing: Equatable {
    var community: AreaCode
    var grid: AreaCode?
    var category: Category?
    var urgency: Urgency
    var mergedInto: WishNumber?
    var hasCard: Bool
    var hasEnded: Bool

    init(_ wish: Wish) {
      community = wish.community
      grid = wish.grid
      category = wish.category
      urgency = wish.urgency
      mergedInto = wish.mergedInto
      hasCard = wish.hasCard
      hasEnded = !wish.state.isOpen
    }

    init(_ row: Statement, _ words: WishWords) throws(StoreFault) {
      community = row.nextCode()
      grid = row.nextOptionalCode()
      category = try words.category.nextOptional(row)
      urgency = try words.urgency.next(row)
      mergedInto = row.nextOptionalInt64()
      hasCard = row.nextBool()
      hasEnded = row.nextBool()
    }
  }

  private static let standing = [
    "state", "source", "received", "changed", "kind", "value_yuan", "open_to_all", "slots", "needed",
    "name_shown", "consent", "confidential", "contact", "time_limit", "approved", "round", "published",
    "askers", "referred_until", "reached", "erased", "last_event", "last_claim",
  ]
  private static let placing = [
    "community", "grid", "category", "urgency", "merged_into", "has_card", "ended",
  ]

  private let reader: WishReader
  private let words = WishWords()
  private let insert: Statement
  private let updateStanding: Statement
  private let updateAll: Statement
  private let stored: Statement
  private let insertSkill: Statement
  private let deleteSkills: Statement
  private let insertInvited: Statement
  private let insertClaim: Statement
  private let updateClaim: Statement

  init(_ connection: Connection, _ reader: WishReader) throws(StoreFault) {
    self.reader = reader
    let all = ["number", "posted"] + Self.standing + Self.placing
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    insert = try Statement(
      connection,
      "INSERT INTO wish (\(all.joined(separator: ", "))) VALUES (\(marks))"
    )
    updateStanding = try Statement(connection, Self.update(Self.standing))
    updateAll = try Statement(connection, Self.update(Self.standing + Self.placing))
    stored = try Statement(
      connection,
      "SELECT last_event, last_claim, \(Self.placing.joined(separator: ", ")) FROM wish WHERE number = ?"
    )
    insertSkill = try Statement(
      connection,
      "INSERT INTO wish_skill (wish, position, skill) VALUES (?, ?, ?)"
    )
    deleteSkills = try Statement(connection, "DELETE FROM wish_skill WHERE wish = ?")
    insertInvited = try Statement(
      connection,
      "INSERT INTO invitation (wish, position, member) VALUES (?, ?, ?)"
    )
    insertClaim = try Statement(
      connection,
      """
      INSERT INTO claim (event, wish, before, member, state, made, due, renewed, unit, level, round,
        disclosed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    updateClaim = try Statement(
      connection,
      """
      UPDATE claim SET state = ?1, due = ?2, renewed = ?3
      WHERE event = ?4 AND (state <> ?1 OR due <> ?2 OR renewed <> ?3)
      """
    )
  }

  private static func update(_ columns: [String]) -> String {
    "UPDATE wish SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?"
  }

  /// What is stored of a wish.
  func stored(_ number: WishNumber) throws(StoreFault) -> Stored? {
    stored.bind(number)
    return try stored.firstRow { () throws(StoreFault) in
      Stored(
        lastEvent: stored.nextInt64(),
        lastClaim: stored.nextOptionalInt64(),
        placing: try Placing(stored, words)
      )
    }
  }

  /// Writes the wish's own row. `old` is what is stored of it, nil for a new one.
  func writeRow(_ wish: Wish, over old: Stored?, lastEvent: EventNumber) throws(StoreFault) {
    let placing = Placing(wish)
    guard let old else {
      insert.bind(wish.number)
      insert.bind(wish.posted)
      bindStanding(wish, lastEvent, to: insert)
      bind(placing, to: insert)
      return try insert.run()
    }
    let update = placing == old.placing ? updateStanding : updateAll
    bindStanding(wish, lastEvent, to: update)
    if placing != old.placing { bind(placing, to: update) }
    update.bind(wish.number)
    try update.run()
  }

  /// Writes what hangs on a wish. The events that made its claims are written already.
  func writeParts(_ wish: Wish, over old: Stored?) throws(StoreFault) {
    try writeSkills(wish, isNew: old == nil)
    try writeInvited(wish, isNew: old == nil)
    try writeClaims(wish, upTo: old?.lastClaim)
  }

  private func writeSkills(_ wish: Wish, isNew: Bool) throws(StoreFault) {
    if !isNew {
      let before = try reader.skills(of: wish.number)
      guard before != wish.skills else { return }
      if !before.isEmpty {
        deleteSkills.bind(wish.number)
        try deleteSkills.run()
      }
    }
    for (position, skill) in wish.skills.enumerated() {
      insertSkill.bind(wish.number)
      insertSkill.bind(position)
      insertSkill.bind(skill.text)
      try insertSkill.run()
    }
  }

  /// Invitations are only ever added.
  private func writeInvited(_ wish: Wish, isNew: Bool) throws(StoreFault) {
    let before = isNew || wish.invited.isEmpty ? 0 : try reader.invited(to: wish.number).count
    for (position, member) in wish.invited.enumerated().dropFirst(before) {
      insertInvited.bind(wish.number)
      insertInvited.bind(position)
      insertInvited.bind(member)
      try insertInvited.run()
    }
  }

  private func writeClaims(_ wish: Wish, upTo last: EventNumber?) throws(StoreFault) {
    var before: EventNumber?
    for claim in wish.claims {
      if let last, claim.event <= last {
        updateClaim.bind(claim.state)
        updateClaim.bind(claim.due)
        updateClaim.bind(claim.isRenewed)
        updateClaim.bind(claim.event)
        try updateClaim.run()
      } else {
        insertClaim.bind(claim.event)
        insertClaim.bind(wish.number)
        insertClaim.bind(before)
        insertClaim.bind(claim.member)
        insertClaim.bind(claim.state)
        insertClaim.bind(claim.made)
        insertClaim.bind(claim.due)
        insertClaim.bind(claim.isRenewed)
        insertClaim.bind(claim.unit)
        insertClaim.bind(claim.level)
        insertClaim.bind(claim.round)
        insertClaim.bind(claim.isDisclosed)
        try insertClaim.run()
      }
      before = claim.event
    }
  }

  private func bindStanding(_ wish: Wish, _ lastEvent: EventNumber, to row: Statement) {
    row.bind(wish.state)
    row.bind(wish.source)
    row.bind(wish.received?.text)
    row.bind(wish.changed)
    row.bind(wish.kind)
    row.bind(wish.valueYuan)
    row.bind(wish.isOpenToAll)
    row.bind(wish.slots)
    row.bind(wish.needed)
    row.bind(wish.nameShown)
    row.bind(wish.hasConsent)
    row.bind(wish.isConfidential)
    row.bind(wish.contactGiven)
    row.bind(wish.limit?.description)
    row.bind(wish.isApproved)
    row.bind(wish.round)
    row.bind(wish.published)
    row.bind(wish.askers)
    row.bind(wish.referredUntil)
    row.bind(Int64(wish.reached.rawValue))
    row.bind(wish.isErased)
    row.bind(lastEvent)
    row.bind(wish.claims.last?.event)
  }

  private func bind(_ placing: Placing, to row: Statement) {
    row.bind(placing.community)
    row.bind(placing.grid)
    row.bind(placing.category)
    row.bind(placing.urgency)
    row.bind(placing.mergedInto)
    row.bind(placing.hasCard)
    row.bind(placing.hasEnded)
  }
}
