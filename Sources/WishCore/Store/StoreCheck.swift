import CSQLite

/// What looking through a store has found: whether the file is whole, and whether all that it holds
/// follows from its log. It changes nothing, and says codes and numbers only.
public struct StoreCheck: Sendable {
  /// What is wrong, a line each; empty where nothing is.
  public private(set) var findings: [String] = []
  /// How many wishes there are.
  public private(set) var wishes = 0
  /// How many lines the log has.
  public private(set) var events = 0

  /// Looks through the store at `path`.
  ///
  /// - Throws: where it cannot even be opened as a store, or read to the end.
  public init(path: String) throws(StoreFailure) {
    // SQLite reads no CHECK of a database that it opens for reading only, and then never looks whether
    // they hold (`sqlite3AddCheckConstraint` in build.c). Nothing is written all the same.
    let connection = try StoreOpening.connect(path, .readWrite)
    do throws(StoreFault) {
      try connection.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
      try Self.complete(connection)
      try StoreSettings.apply(StoreSettings.reading, to: connection)
      try connection.execute("BEGIN")
      try checkFile(connection)
      // What SQLite itself finds fault with cannot be told again safely.
      if findings.isEmpty { try checkReferences(connection) }
      if findings.isEmpty { try checkContents(connection) }
    } catch {
      throw error.asOpeningFailure
    }
  }

  /// Gives an older store, for this connection alone, what the step to a newer version would make of it: the
  /// tables that it lacks, empty, and the log in today's words.
  private static func complete(_ connection: Connection) throws(StoreFault) {
    guard try StoreSettings.number(of: "user_version", connection) < 2 else { return }
    try connection.execute(
      """
      PRAGMA temp_store = MEMORY;
      CREATE TEMP TABLE waiting (wish, event, member);
      CREATE TEMP VIEW event AS
      SELECT seq, before, at, account, wish, type, member, code, place, audience,
        iif(type = 'amended', rtrim(replace(detail || ' ', '=- ', '= ')), detail) AS detail
      FROM main.event;
      """
    )
  }

  private mutating func checkFile(_ connection: Connection) throws(StoreFault) {
    let check = try Statement(connection, "PRAGMA integrity_check")
    try check.forEachRow {
      let line = check.nextText()
      if line != "ok" { findings.append("file: \(line)") }
    }
  }

  private mutating func checkReferences(_ connection: Connection) throws(StoreFault) {
    let check = try Statement(connection, "PRAGMA foreign_key_check")
    try check.forEachRow {
      let table = check.nextText()
      let row = check.nextOptionalInt64().map { " \($0)" } ?? ""
      findings.append("reference: \(table)\(row) names no row of \(check.nextText())")
    }
  }

  private mutating func checkContents(_ connection: Connection) throws(StoreFault) {
    let replay = try Self.replay(connection)
    findings += replay.findings
    events = replay.count
    try compareWishes(replay, connection)
    try compareTallies(replay.tallies, connection)
    try checkTexts(connection)
  }

  private static func replay(_ connection: Connection) throws(StoreFault) -> LogReplay {
    var replay = LogReplay()
    let lines = try Statement(connection, "SELECT seq, before, \(Events.columns) FROM event ORDER BY seq")
    try lines.forEachRow {
      let number = lines.nextInt64()
      let before = lines.nextOptionalInt64()
      do throws(StoreFault) {
        replay.take(try Events.event(lines), before: before)
      } catch {
        replay.takeUnreadable(number)
      }
    }
    return replay
  }

  private mutating func compareWishes(_ replay: LogReplay, _ connection: Connection) throws(StoreFault) {
    let reader = try WishReader(connection)
    let rows = try Statement(connection, "SELECT number, last_event FROM wish ORDER BY number")
    var found: [(number: WishNumber, lastEvent: EventNumber)] = []
    try rows.forEachRow { found.append((rows.nextInt64(), rows.nextInt64())) }
    wishes = found.count
    for (index, row) in found.enumerated() {
      if row.number != WishNumber(index) + 1 {
        findings.append("wish \(row.number): is number \(index + 1) of the store")
      }
      guard let told = replay.wishes[row.number] else {
        findings.append("wish \(row.number): the log does not know it")
        continue
      }
      if replay.latest[row.number] != row.lastEvent {
        findings.append("wish \(row.number): \(row.lastEvent) is not its latest event")
        continue
      }
      guard let stored = try reader.wish(row.number) else { continue }
      let differences = stored.differences(from: told)
      if !differences.isEmpty {
        findings.append(
          "wish \(row.number): not as the log tells it: \(differences.joined(separator: ", "))"
        )
      }
    }
    let numbers = Set(found.map(\.number))
    for number in replay.wishes.keys.sorted() where !numbers.contains(number) {
      findings.append("wish \(number): is in the log only")
    }
    let claims = try StoreSettings.count("claim", connection)
    let told = replay.wishes.values.reduce(0) { $0 + $1.claims.count }
    if claims != told { findings.append("claims: \(claims) are stored, the log tells of \(told)") }
    let waiting = try StoreSettings.count("waiting", connection)
    let toldWaiting = replay.wishes.values.reduce(0) { $0 + $1.waiting.count }
    if waiting != toldWaiting {
      findings.append("waiting: \(waiting) are stored, the log tells of \(toldWaiting)")
    }
  }

  private mutating func compareTallies(
    _ told: [AreaCode: Tally],
    _ connection: Connection
  ) throws(StoreFault) {
    let rows = try Statement(
      connection,
      "SELECT community, collected, published, claimed, fulfilled, confirmed FROM tally"
    )
    var stored: [AreaCode: Tally] = [:]
    try rows.forEachRow {
      stored[rows.nextCode()] = Tally(counts: Stages.inOrder.map { _ in rows.nextInt() })
    }
    for community in Set(told.keys).union(stored.keys).sorted() {
      if told[community] ?? Tally() != stored[community] ?? Tally() {
        findings.append("tally \(community): not as the log tells it")
      }
    }
  }

  /// Whoever is asked for a slip or a card must find one, and nothing where it was erased.
  private mutating func checkTexts(_ connection: Connection) throws(StoreFault) {
    let questions: [(sql: String, problem: String)] = [
      (
        "SELECT number FROM wish WHERE NOT EXISTS (SELECT 1 FROM petitioner WHERE wish = number)",
        "has no slip"
      ),
      (
        """
        SELECT number FROM wish
        WHERE approved = 1 AND erased = 0 AND NOT EXISTS (SELECT 1 FROM card WHERE wish = number)
        """,
        "has no card"
      ),
      (
        """
        SELECT number FROM wish JOIN petitioner ON wish = number
        WHERE erased = 1 AND (text <> '' OR hardships <> '' OR coalesce(name, phone, address, contact_name,
          contact_phone, relation, ref, batch, referred_to) IS NOT NULL)
        UNION SELECT number FROM wish JOIN card ON wish = number WHERE erased = 1
        UNION SELECT number FROM note JOIN wish ON number = note.wish JOIN event ON seq = note.event
        WHERE erased = 1 AND type <> 'erased'
        """,
        "is erased and still says something"
      ),
    ]
    for (sql, problem) in questions {
      let rows = try Statement(connection, sql)
      try rows.forEachRow { findings.append("wish \(rows.nextInt64()): \(problem)") }
    }
  }
}

extension StoreSettings {
  /// How many rows a table has.
  static func count(_ table: StaticString, _ connection: Connection) throws(StoreFault) -> Int {
    let rows = try Statement(connection, "SELECT count(*) FROM \(table)")
    return try rows.firstRow { rows.nextInt() } ?? 0
  }
}
