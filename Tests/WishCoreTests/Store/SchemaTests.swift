import Testing

@testable import WishCore

@Suite("The schema keeps out what cannot be")
struct SchemaTests {
  /// One row of each table, as SQL with the values of columns replaced where a test wants others.
  private static let rows: [String: [(column: String, value: String)]] = [
    "meta": [("id", "1"), ("created", "0"), ("hash_key", "zeroblob(16)"), ("clean", "0")],
    "area": [
      ("code", "'north'"), ("name", "'n'"), ("level", "'community'"), ("parent", "NULL"), ("cap_yuan", "5"),
      ("stale", "'14d'"),
    ],
    "unit": [("code", "'u'"), ("name", "'n'")],
    "skill": [("name", "'缝补'"), ("parent", "NULL")],
    "account": [
      ("code", "'a'"), ("role", "'staff'"), ("area", "'east'"), ("name", "NULL"), ("enabled", "1"),
      ("generation", "0"),
    ],
    "member": [
      ("account", "'root'"), ("kind", "'team'"), ("level", "'city'"), ("unit", "NULL"), ("capacity", "3"),
    ],
    "member_prefers": [("member", "'li'"), ("position", "9"), ("category", "'legal'")],
    "member_available": [("member", "'li'"), ("position", "9"), ("time", "'any'")],
    "member_skill": [("member", "'li'"), ("position", "9"), ("skill", "'维修'")],
    "member_area": [("member", "'li'"), ("position", "9"), ("area", "'east'")],
    "standard": [
      ("community", "'west'"), ("category", "'legal'"), ("time_limit", "'7d'"), ("text", "''"),
    ],
    "wish": [
      ("number", "9"), ("state", "'collected'"), ("source", "'box'"), ("received", "'2026-11-20'"),
      ("posted", "1"), ("changed", "1"), ("kind", "'goods'"), ("value_yuan", "1"), ("open_to_all", "0"),
      ("slots", "1"), ("needed", "NULL"), ("name_shown", "'surname'"), ("consent", "1"),
      ("confidential", "0"), ("contact", "'desk'"), ("time_limit", "'7d'"), ("approved", "0"),
      ("round", "0"), ("published", "NULL"), ("askers", "1"), ("referred_until", "NULL"), ("reached", "1"),
      ("erased", "0"),
      ("last_event", "2"), ("last_claim", "NULL"), ("community", "'east'"), ("grid", "'east-1'"),
      ("category", "'legal'"), ("urgency", "'normal'"), ("merged_into", "NULL"), ("has_card", "0"),
      ("ended", "0"),
    ],
    "wish_skill": [("wish", "1"), ("position", "9"), ("skill", "'维修'")],
    "invitation": [("wish", "1"), ("position", "9"), ("member", "'li'")],
    "petitioner": [("wish", "2"), ("text", "''"), ("relation", "'self'"), ("hardships", "'child,migrant'")],
    "card": [("wish", "1"), ("public_text", "''")],
    "event": [
      ("seq", "9"), ("at", "1"), ("account", "'staff'"), ("wish", "1"), ("before", "2"),
      ("type", "'claimed'"), ("member", "'li'"), ("code", "NULL"), ("detail", "''"),
    ],
    "claim": [
      ("event", "2"), ("wish", "1"), ("before", "NULL"), ("member", "'li'"), ("state", "'active'"),
      ("made", "1"), ("due", "2"), ("renewed", "0"), ("unit", "NULL"), ("level", "'city'"), ("round", "1"),
      ("disclosed", "0"),
    ],
    "note": [("event", "2"), ("wish", "1"), ("text", "''")],
    "waiting": [("wish", "1"), ("event", "2"), ("member", "'li'")],
    "receipt": [
      ("account", "'root'"), ("key", "'k'"), ("request_hash", "zeroblob(16)"), ("reply", "x'00'"),
      ("at", "1"),
    ],
  ]

  /// Values that each column refuses.
  private static let refused: [(table: String, column: String, values: [String])] = [
    ("meta", "id", ["2"]), ("meta", "hash_key", ["zeroblob(15)"]), ("meta", "clean", ["2", "NULL"]),
    ("area", "code", ["''", "'A'", "'a b'", "'北'", "'\(String(repeating: "a", count: 33))'"]),
    ("area", "level", ["'province'", "''"]), ("area", "parent", ["'north'", "'nowhere'"]),
    ("area", "cap_yuan", ["-1", "10000001", "'x'"]), ("area", "name", ["NULL"]),
    ("area", "stale", ["'14'", "'0d'", "'d'"]),
    ("unit", "code", ["''", "'A'"]), ("skill", "name", ["''", "'a b'", "'a,b'", "'a=b'"]),
    ("skill", "parent", ["'缝补'", "'无'"]),
    ("account", "code", ["'system'", "'all'", "'A'", "''"]), ("account", "role", ["'boss'"]),
    ("account", "area", ["'nowhere'"]), ("account", "enabled", ["2"]), ("account", "generation", ["-1"]),
    ("member", "account", ["'nobody'"]), ("member", "kind", ["'x'"]), ("member", "level", ["'x'"]),
    ("member", "unit", ["'nowhere'"]), ("member", "capacity", ["0", "1001"]),
    ("member_prefers", "category", ["'x'"]), ("member_prefers", "position", ["-1", "0"]),
    ("member_available", "time", ["'x'"]), ("member_skill", "skill", ["'无'"]),
    ("member_area", "area", ["'nowhere'"]),
    ("standard", "category", ["'x'"]), ("standard", "time_limit", ["'7'", "'0d'", "'d'"]),
    ("wish", "number", ["0", "1"]), ("wish", "state", ["'x'", "NULL", "'published '"]),
    ("wish", "source", ["'x'"]), ("wish", "received", ["'2026-1-1'", "'20.11.2026'"]),
    ("wish", "changed", ["0"]), ("wish", "kind", ["'x'"]), ("wish", "value_yuan", ["-1", "10000001", "1.5"]),
    ("wish", "open_to_all", ["2"]), ("wish", "slots", ["0", "101"]), ("wish", "name_shown", ["'x'"]),
    ("wish", "consent", ["2"]), ("wish", "confidential", ["2"]), ("wish", "contact", ["'x'"]),
    ("wish", "time_limit", ["'7'", "'x'"]), ("wish", "approved", ["2"]), ("wish", "round", ["-1"]),
    ("wish", "askers", ["-1"]), ("wish", "reached", ["32", "-1"]), ("wish", "community", ["'nowhere'"]),
    ("wish", "grid", ["'nowhere'"]), ("wish", "category", ["'x'"]), ("wish", "urgency", ["'x'"]),
    ("wish", "merged_into", ["9", "77"]), ("wish", "has_card", ["1", "2"]), ("wish", "ended", ["1"]),
    ("wish_skill", "wish", ["77"]), ("wish_skill", "skill", ["'无'"]),
    ("invitation", "wish", ["77"]), ("invitation", "member", ["'root'"]),
    ("petitioner", "wish", ["77", "1"]), ("petitioner", "relation", ["'x'"]),
    ("petitioner", "hardships", ["'A'", "'child migrant'", "NULL"]), ("petitioner", "text", ["NULL"]),
    ("card", "wish", ["77"]), ("card", "public_text", ["NULL"]),
    ("event", "seq", ["0", "2"]), ("event", "account", ["''", "'A'"]), ("event", "wish", ["77", "NULL"]),
    ("event", "before", ["9"]), ("event", "type", ["'x'", "'area'", "NULL"]), ("event", "member", ["'A'"]),
    ("event", "code", ["'east'"]), ("event", "detail", ["NULL"]),
    ("claim", "event", ["77"]), ("claim", "wish", ["77"]), ("claim", "before", ["2"]),
    ("claim", "member", ["'root'"]), ("claim", "state", ["'x'"]), ("claim", "renewed", ["2"]),
    ("claim", "unit", ["'nowhere'"]), ("claim", "level", ["'x'"]), ("claim", "round", ["-1"]),
    ("claim", "disclosed", ["2"]),
    ("note", "event", ["77"]), ("note", "wish", ["77"]),
    ("waiting", "wish", ["77"]), ("waiting", "event", ["77"]), ("waiting", "member", ["'root'"]),
    ("receipt", "key", ["''", "'a b'", "'\(String(repeating: "k", count: 65))'"]),
    ("receipt", "request_hash", ["zeroblob(15)", "'sixteen bytes ok'"]),
  ]

  private let fixture: StoreFixture
  private let database: RawDatabase

  init() throws {
    fixture = try StoreFixture()
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    scribe.record(.posted(StoreFixture.posting()), 1)
    scribe.record(.posted(StoreFixture.posting()), 2)
    try scribe.commit(to: store)
    try store.close()
    database = try RawDatabase(fixture.path)
    // Rows of the fixture that stand in the way of the table's.
    try database.run("DELETE FROM meta; DELETE FROM petitioner WHERE wish = 2")
  }

  private func insert(_ table: String, _ column: String? = nil, _ value: String = "") -> String {
    let row = Self.rows[table] ?? []
    let columns = row.map(\.column).joined(separator: ", ")
    let values = row.map { $0.column == column ? value : $0.value }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(columns)) VALUES (\(values))"
  }

  @Test("A good row of every table is taken", arguments: Self.rows.keys.sorted())
  func good(_ table: String) {
    #expect(database.refusal("BEGIN; \(insert(table)); COMMIT") == nil)
  }

  @Test("Each value that a column must not have is refused")
  func bad() {
    for (table, column, values) in Self.refused {
      #expect(Self.rows[table]?.contains { $0.column == column } == true, "\(table).\(column)")
      for value in values {
        // A deferred foreign key speaks up in COMMIT.
        let refusal = database.refusal("BEGIN; \(insert(table, column, value)); COMMIT")
        #expect(refusal != nil, "\(table).\(column) took \(value)")
        _ = database.refusal("ROLLBACK")
      }
    }
  }

  @Test("Every word that the code knows is taken, so that the lists of both are the same")
  func words() {
    func taken(_ table: String, _ column: String, _ words: [String]) {
      for word in words {
        let refusal = database.refusal("BEGIN; \(insert(table, column, "'\(word)'"))")
        #expect(refusal == nil, "\(table).\(column) = \(word)")
        _ = database.refusal("ROLLBACK")
      }
    }
    taken("wish", "state", WishState.allCases.filter { $0.isOpen && !$0.isOnWall }.map(\.rawValue))
    taken("wish", "source", Source.allCases.map(\.rawValue))
    taken("wish", "category", Category.allCases.map(\.rawValue))
    taken("wish", "kind", WishKind.allCases.map(\.rawValue))
    taken("wish", "urgency", Urgency.allCases.map(\.rawValue))
    taken("wish", "name_shown", NameShown.allCases.map(\.rawValue))
    taken("wish", "contact", Contact.allCases.map(\.rawValue))
    taken("petitioner", "relation", Relation.allCases.map(\.rawValue))
    taken("petitioner", "hardships", Hardship.allCases.map(\.rawValue))
    taken("claim", "state", ClaimState.allCases.map(\.rawValue))
    taken("claim", "level", MemberLevel.allCases.map(\.rawValue))
    taken("member", "kind", MemberKind.allCases.map(\.rawValue))
    taken("member_available", "time", Availability.allCases.map(\.rawValue))
    taken("account", "role", Role.allCases.map(\.rawValue))
    taken("area", "level", AreaLevel.allCases.map(\.rawValue))
    taken("event", "type", EveryFact.all.map(\.type))
    for change in RegisterChange.allCases {
      let row =
        "INSERT INTO event (seq, at, account, type, code, detail) VALUES (9, 1, 'root', '\(change)', 'c', '')"
      #expect(database.refusal("BEGIN; \(row)") == nil, "\(change)")
      _ = database.refusal("ROLLBACK")
    }
  }

  @Test(
    "A line of the log can be neither changed nor deleted nor replaced",
    arguments: [
      "UPDATE event SET detail = ''", "DELETE FROM event",
      "UPDATE event SET seq = 77 WHERE seq = 2",
    ]
  )
  func appendOnly(_ sql: String) {
    #expect(database.refusal(sql) == "the log is only added to")
  }
}
