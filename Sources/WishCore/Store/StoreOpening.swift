import CSQLite
import WishSchema

/// Making a store, and the questions that a file must answer before it is used as one.
enum StoreOpening {
  /// Opens a connection to `path` and makes sure that it is a store of a version that we know. Nothing is
  /// changed yet, whosever file it is.
  static func connect(
    _ path: String,
    _ access: Connection.Access,
    vfs: String? = nil
  ) throws(StoreFailure) -> Connection {
    let file = StoreFile(path: path)
    guard file.exists else { throw .absent }
    guard !file.isEmpty else { throw .empty }
    do {
      let connection = try Connection(path: path, access, vfs: vfs)
      try StoreSettings.harden(connection)
      let owner = try StoreSettings.number(of: "application_id", connection)
      let version = try StoreSettings.number(of: "user_version", connection)
      guard owner == StoreSettings.applicationID else { throw StoreFailure.foreign }
      guard version <= WishSchema.migrations.count else { throw StoreFailure.newer(found: Int(version)) }
      return connection
    } catch let fault as StoreFault {
      throw fault.asOpeningFailure
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  /// Brings the schema from version `from` to the newest, each step in a transaction with its number.
  static func migrate(_ connection: Connection, from: Int) throws(StoreFault) {
    guard from < WishSchema.migrations.count else { return }
    // Until version 2 nothing kept the gaps of pages clean, see ``CleanFile``: every page is made anew, before
    // the number says that this was done.
    if from == 1 { try connection.execute("VACUUM") }
    // A table that others refer to is made anew by taking the old one away, which is refused while foreign
    // keys are on; "this pragma is a no-op within a transaction" (sqlite.org/pragma.html#pragma_foreign_keys).
    try StoreSettings.apply([("foreign_keys", "OFF", "0")], to: connection)
    for version in WishSchema.migrations.indices.dropFirst(from) {
      try connection.execute("BEGIN IMMEDIATE")
      try connection.execute(WishSchema.migrations[version])
      try checkReferences(connection)
      try connection.execute("PRAGMA user_version = \(version + 1)")
      try connection.execute("COMMIT")
    }
    try StoreSettings.apply([("foreign_keys", "ON", "1")], to: connection)
  }

  /// Makes sure that what was made anew is still what other tables refer to.
  private static func checkReferences(_ connection: Connection) throws(StoreFault) {
    let check = try Statement(connection, "PRAGMA foreign_key_check")
    if let table = try check.firstRow({ check.nextText() }) {
      throw StoreFault(code: SQLITE_CORRUPT, message: "a row of \(table) refers to nothing", sql: "")
    }
  }

  /// Has SQLite look through the whole file; what it finds, or nil.
  static func findDamage(
    _ connection: Connection,
    check name: String = "quick_check"
  ) throws(StoreFault) -> String? {
    let check = try Statement(connection, "PRAGMA \(name)(1)")
    let found = try check.firstRow { check.nextText() }
    return found == "ok" ? nil : found ?? "no answer from \(name)"
  }

  /// Makes the file of a new store, complete or not at all: it gets its name when it is on the disk.
  static func create(
    _ file: StoreFile,
    _ fill: (Connection) throws(StoreFault) -> Void
  ) throws(StoreFailure) {
    guard !file.exists else { throw .present }
    let new = file.unfinished
    new.remove()
    defer { new.remove() }
    do {
      try new.makeEmpty()
      try write(new, fill)
      try new.publish(as: file)
    } catch {
      throw .unusable(error)
    }
  }

  /// The connection is closed, and with it everything synced, when this returns.
  private static func write(
    _ file: StoreFile,
    _ fill: (Connection) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    let connection = try Connection(path: file.path, .readWrite)
    try StoreSettings.harden(connection)
    try connection.execute("PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE")
    try connection.execute("PRAGMA application_id = \(StoreSettings.applicationID)")
    for schema in WishSchema.migrations { try connection.execute(schema) }
    try connection.execute("PRAGMA user_version = \(WishSchema.migrations.count)")
    try fill(connection)
    try connection.execute("COMMIT")
  }
}
