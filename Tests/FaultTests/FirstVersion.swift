import CSQLite
import WishSchema

@testable import WishCore

/// Stores as version 1 of the schema had them.
enum FirstVersion {
  /// The files of a store of version 1 that holds what a rehearsed chapter begins with, closed in order:
  /// made by `v1.sql`, every row copied from a store of today.
  static func files(of rehearsal: Rehearsal) throws -> [[UInt8]?] {
    let today = try StoreFiles(rehearsal.files)
    let old = try StoreFiles([[], nil, nil])
    do {
      let connection = try Connection(path: old.path, .readWrite)
      try connection.execute("PRAGMA application_id = \(StoreSettings.applicationID)")
      try connection.execute("PRAGMA journal_mode = WAL")
      try connection.execute(WishSchema.migrations[0])
      try connection.execute("PRAGMA user_version = 1")
      try connection.execute("ATTACH '\(today.path)' AS today")
      for table in try texts(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table'") {
        let columns = try texts(connection, "SELECT name FROM pragma_table_info('\(table)', 'main')")
        // An amendment's cleared field was a hyphen.
        let values = columns.map {
          (table, $0) == ("event", "detail")
            ? "iif(type = 'amended', rtrim(replace(detail || ' ', '= ', '=- ')), detail)" : $0
        }
        try connection.execute(
          """
          INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
          SELECT \(values.joined(separator: ", ")) FROM today.\(table) ORDER BY 1, 2
          """
        )
      }
    }
    return try old.read()
  }

  /// The texts of a query's one column.
  static func texts(_ connection: Connection, _ sql: String) throws(StoreFault) -> [String] {
    var texts: [String] = []
    let rows = try Statement(connection, sql)
    try rows.forEachRow { texts.append(rows.nextText()) }
    return texts
  }

  /// The version that a file says it has, without bringing it up to date.
  static func version(of path: String) throws -> Int {
    let connection = try Connection(path: path, .readWrite)
    return Int(try StoreSettings.number(of: "user_version", connection))
  }

  /// What SQLite keeps of a store's schema, by name: VACUUM puts tables before indexes.
  static func schema(of path: String) throws -> [String] {
    let connection = try Connection(path: path, .readWrite)
    return try texts(
      connection,
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"
    )
  }
}
