import CFaultVFS

@testable import WishCore

/// What must hold of a store whatever happened to its disk.
enum StoreInspection {
  /// What the store holds, as one number: every row of every table. Secrets and their hashes are random
  /// and left out, and so are the order of keys within a batch, and whether the store was closed in order.
  static func digest(_ store: Store) throws(StoreFault) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for sql in tables {
      let code = unsafe fault_digest(store.connection.handle, sql, &digest)
      guard code == 0 else { throw store.connection.fault(code, sql: sql) }
    }
    return digest
  }

  private static let tables =
    [
      "SELECT created, hash_key FROM meta", "SELECT code, role, area, name, enabled, generation FROM account",
      "SELECT account, key, request_hash, reply, at FROM receipt ORDER BY account, key",
    ]
    + [
      "area", "unit", "skill", "skill_alias", "member", "member_skill", "member_area", "member_prefers",
      "member_available", "standard", "wish", "wish_skill", "invitation", "petitioner", "card", "tally",
      "event", "claim", "waiting", "note",
    ].map { "SELECT * FROM \($0)" }

  /// What SQLite finds wrong with the file, or nil.
  static func damage(_ store: Store) throws(StoreFault) -> String? {
    let check = try Statement(store.connection, "PRAGMA integrity_check")
    let found = try check.firstRow { check.nextText() }
    guard found == "ok" else { return found ?? "no answer" }
    let dangling = try Statement(store.connection, "PRAGMA foreign_key_check")
    return try dangling.firstRow { "a row of \(dangling.nextText()) refers to nothing" }
  }

  /// Applies the log's facts one after another and says where that makes something else than the rows.
  static func replay(_ store: Store) throws -> [String] {
    var wishes: [WishNumber: Wish] = [:]
    var lines: [WishNumber: [Event]] = [:]
    var problems: [String] = []
    var latest = (number: EventNumber(0), at: Moment(milliseconds: 0))
    for event in try store.events(after: 0, limit: .max) {
      if event.number != latest.number + 1 {
        problems.append("line \(latest.number) is followed by \(event.number)")
      }
      if event.at < latest.at { problems.append("line \(event.number) is earlier than the one before") }
      latest = (event.number, event.at)
      guard case .wish(let number, let fact) = event.matter else { continue }
      lines[number, default: []].append(event)
      apply(fact, of: event, to: number, in: &wishes)
    }
    let last = try store.last()
    if last.event != latest.number { problems.append("the log ends at \(latest.number)") }
    for number in wishes.keys.sorted() where try store.wish(number) != wishes[number] {
      problems.append("wish \(number) is not what the log makes it")
    }
    for number in wishes.keys.sorted() where try store.history(of: number).map(\.event) != lines[number] {
      problems.append("the history of wish \(number) is not the log's")
    }
    if last.wish != wishes.keys.max() ?? 0 || wishes.count != Int(last.wish) {
      problems.append("there are \(last.wish) wishes, in the log \(wishes.count)")
    }
    return try problems + tallyProblems(store, wishes)
  }

  private static func apply(
    _ fact: Fact,
    of event: Event,
    to number: WishNumber,
    in wishes: inout [WishNumber: Wish]
  ) {
    switch fact {
    case .posted(let posting):
      wishes[number] = Wish(number: number, posting: posting, event: event.number, at: event.at)
    case .merged(let target, let askers):
      wishes[number]?.apply(fact, event: event.number, at: event.at)
      wishes[target]?.askers += askers
    case .reopened(let target?, let askers):
      wishes[number]?.apply(fact, event: event.number, at: event.at)
      wishes[target]?.askers -= askers
    default: wishes[number]?.apply(fact, event: event.number, at: event.at)
    }
  }

  private static func tallyProblems(_ store: Store, _ wishes: [WishNumber: Wish]) throws -> [String] {
    var tallies: [AreaCode: Tally] = [:]
    for wish in wishes.values where !wish.isConfidential {
      tallies[wish.community, default: Tally()].add(wish.reached, by: 1)
    }
    return try store.loadRegister().areas.keys.filter { code in
      try store.tally(of: code) != tallies[code] ?? Tally()
    }.map { "the counts of \($0) are not the log's" }
  }
}
