import CSQLite

/// How wishd uses SQLite. Every setting is read back: an unknown PRAGMA is no error to SQLite.
enum StoreSettings {
  /// "WISH": the mark of a store in its file's header (sqlite.org/fileformat.html, 1.3.17).
  static let applicationID: Int64 = 0x5749_5348
  /// How long a reader waits for a lock, which is only ever held for the blink of a recovery.
  static let readerPatienceMilliseconds: Int64 = 2_000
  /// The write-ahead log is cut back to this when it starts anew.
  static let logBytesKept: Int64 = 67_108_864
  /// The log is copied into the database file whenever it grew by this many frames of 4 KiB.
  static let checkpointFrames = 4_096
  /// Memory for pages, in KiB.
  static let cacheKiB: Int64 = 32_768

  /// What a connection that writes is set to, with the value that it then reports.
  static let writing: [(pragma: String, value: String, reads: String)] =
    common(patience: 0) + [
      ("journal_mode", "WAL", "wal"),
      ("synchronous", "FULL", "2"),
      ("journal_size_limit", "\(logBytesKept)", "\(logBytesKept)"),
      ("secure_delete", "ON", "1"),
      ("recursive_triggers", "ON", "1"),
      ("cache_size", "-\(cacheKiB)", "-\(cacheKiB)"),
    ]

  /// What a connection that only reads is set to.
  static let reading = common(patience: readerPatienceMilliseconds) + [("query_only", "ON", "1")]

  private static func common(patience: Int64) -> [(pragma: String, value: String, reads: String)] {
    [
      ("busy_timeout", "\(patience)", "\(patience)"),
      ("foreign_keys", "ON", "1"),
      ("cell_size_check", "ON", "1"),
      ("mmap_size", "0", "0"),
      // Nothing that people wrote gets into temporary files.
      ("temp_store", "MEMORY", "2"),
    ]
  }

  /// Guards against a database file that was made to do harm: sqlite.org/security.html.
  static func harden(_ connection: Connection) throws(StoreFault) {
    try connection.configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try connection.configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try connection.configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false)
    try connection.configure(SQLITE_DBCONFIG_DQS_DDL, false)
    try connection.configure(SQLITE_DBCONFIG_DQS_DML, false)
  }

  /// Sets `settings` and reads them back.
  static func apply(
    _ settings: [(pragma: String, value: String, reads: String)],
    to connection: Connection
  ) throws(StoreFault) {
    for (pragma, value, reads) in settings {
      let set = try Statement(connection, "PRAGMA \(pragma) = \(value)")
      try set.forEachRow {}
      let now = try text(of: pragma, connection)
      guard now == reads else {
        throw StoreFault(code: SQLITE_ERROR, message: "\(pragma) stays \(now ?? "unknown")", sql: "")
      }
    }
  }

  /// What a PRAGMA reports.
  static func text(of pragma: String, _ connection: Connection) throws(StoreFault) -> String? {
    let get = try Statement(connection, "PRAGMA \(pragma)")
    return try get.firstRow { get.nextText() }
  }

  /// The number that a PRAGMA reports.
  static func number(of pragma: String, _ connection: Connection) throws(StoreFault) -> Int64 {
    let get = try Statement(connection, "PRAGMA \(pragma)")
    return try get.firstRow { get.nextInt64() } ?? 0
  }
}
