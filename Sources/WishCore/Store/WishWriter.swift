/// Writes wishes with their skills, invitations and claims.
final class WishWriter {
  /// The columns that stand in an index or refer to another table.
  private struct Placing: Equatable {
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
  }

  /// What every step of a claim changes.
  private static let moving = ["state", "changed", "reached", "last_event", "last_claim"]
  private static let standing = [
    "source", "received", "kind", "value_yuan", "open_to_all", "slots", "needed", "name_shown", "consent",
    "confidential", "contact", "time_limit", "approved", "round", "published", "askers", "referred_until",
    "erased",
  ]
  private static let placing = [
    "community", "grid", "category", "urgency", "merged_into", "has_card", "ended",
  ]

  private let insert: Statement
  private let updateMoving: Statement
  private let updateStanding: Statement
  private let updateAll: Statement
  private let insertSkill: Statement
  private let deleteSkills: Statement
  private let insertInvited: Statement
  private let insertWaiting: Statement
  private let deleteWaiting: Statement
  private let insertClaim: Statement
  private let updateClaim: Statement

  init(_ connection: Connection) throws(StoreFault) {
    let all = ["number", "posted"] + Self.moving + Self.standing + Self.placing
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    insert = try Statement(
      connection,
      "INSERT INTO wish (\(all.joined(separator: ", "))) VALUES (\(marks))"
    )
    updateMoving = try Statement(connection, Self.update(Self.moving))
    updateStanding = try Statement(connection, Self.update(Self.moving + Self.standing))
    updateAll = try Statement(connection, Self.update(Self.moving + Self.standing + Self.placing))
    insertSkill = try Statement(
      connection,
      "INSERT INTO wish_skill (wish, position, skill) VALUES (?, ?, ?)"
    )
    deleteSkills = try Statement(connection, "DELETE FROM wish_skill WHERE wish = ?")
    insertInvited = try Statement(
      connection,
      "INSERT INTO invitation (wish, position, member) VALUES (?, ?, ?)"
    )
    insertWaiting = try Statement(
      connection,
      "INSERT INTO waiting (wish, event, member) VALUES (?, ?, ?)"
    )
    deleteWaiting = try Statement(connection, "DELETE FROM waiting WHERE wish = ?")
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
      "UPDATE claim SET state = ?, due = ?, renewed = ? WHERE event = ?"
    )
  }

  private static func update(_ columns: [String]) -> String {
    "UPDATE wish SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?"
  }

  /// Writes the wish's own row over `old`, which is nil for a new one.
  func writeRow(_ wish: Wish, over old: Wish?) throws(StoreFault) {
    let placing = Placing(wish)
    guard let old else {
      insert.bind(wish.number)
      insert.bind(wish.posted)
      bindMoving(wish, to: insert)
      bindStanding(wish, to: insert)
      bind(placing, to: insert)
      return try insert.run()
    }
    let isPlaced = placing == Placing(old)
    let onlyMoves = isPlaced && wish.onlyMoves(from: old)
    let update = onlyMoves ? updateMoving : isPlaced ? updateStanding : updateAll
    bindMoving(wish, to: update)
    if !onlyMoves { bindStanding(wish, to: update) }
    if !isPlaced { bind(placing, to: update) }
    update.bind(wish.number)
    try update.run()
  }

  /// Writes what hangs on a wish. The events that made its claims are written already.
  func writeParts(_ wish: Wish, over old: Wish?) throws(StoreFault) {
    try writeSkills(wish, over: old?.skills ?? [])
    try writeInvited(wish, after: old?.invited.count ?? 0)
    try writeWaiting(wish, over: old?.waiting ?? [])
    try writeClaims(wish, over: old?.claims ?? [])
  }

  private func writeSkills(_ wish: Wish, over old: [SkillName]) throws(StoreFault) {
    guard wish.skills != old else { return }
    if !old.isEmpty {
      deleteSkills.bind(wish.number)
      try deleteSkills.run()
    }
    for (position, skill) in wish.skills.enumerated() {
      insertSkill.bind(wish.number)
      insertSkill.bind(position)
      insertSkill.bind(skill.text)
      try insertSkill.run()
    }
  }

  /// Invitations are only ever added.
  private func writeInvited(_ wish: Wish, after before: Int) throws(StoreFault) {
    for (position, member) in wish.invited.enumerated().dropFirst(before) {
      insertInvited.bind(wish.number)
      insertInvited.bind(position)
      insertInvited.bind(member)
      try insertInvited.run()
    }
  }

  /// A waiting list is written anew: it is short and rarely changes. Its events are written already.
  private func writeWaiting(_ wish: Wish, over old: [Wait]) throws(StoreFault) {
    guard wish.waiting != old else { return }
    if !old.isEmpty {
      deleteWaiting.bind(wish.number)
      try deleteWaiting.run()
    }
    for wait in wish.waiting {
      insertWaiting.bind(wish.number)
      insertWaiting.bind(wait.event)
      insertWaiting.bind(wait.member)
      try insertWaiting.run()
    }
  }

  /// Claims are only ever added, and change in their state and their due time.
  private func writeClaims(_ wish: Wish, over old: [Claim]) throws(StoreFault) {
    for index in wish.claims.indices {
      if index < old.count {
        guard wish.claims[index] != old[index] else { continue }
        let claim = wish.claims[index]
        updateClaim.bind(claim.state)
        updateClaim.bind(claim.due)
        updateClaim.bind(claim.isRenewed)
        updateClaim.bind(claim.event)
        try updateClaim.run()
      } else {
        let claim = wish.claims[index]
        insertClaim.bind(claim.event)
        insertClaim.bind(wish.number)
        insertClaim.bind(index > 0 ? wish.claims[index - 1].event : nil)
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
    }
  }

  private func bindMoving(_ wish: Wish, to row: Statement) {
    row.bind(wish.state)
    row.bind(wish.changed)
    row.bind(Int64(wish.reached.rawValue))
    row.bind(wish.lastEvent)
    row.bind(wish.claims.last?.event)
  }

  private func bindStanding(_ wish: Wish, to row: Statement) {
    row.bind(wish.source)
    row.bind(wish.received?.text)
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
    row.bind(wish.isErased)
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

extension Wish {
  /// Whether nothing of the row differs but what every step of a claim changes.
  fileprivate func onlyMoves(from old: Wish) -> Bool {
    var moved = old
    moved.state = state
    moved.changed = changed
    moved.reached = reached
    moved.lastEvent = lastEvent
    moved.claims = claims
    // These have tables of their own.
    moved.skills = skills
    moved.invited = invited
    moved.waiting = waiting
    return moved == self
  }
}
