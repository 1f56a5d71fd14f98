/// Why the store could not do what was asked of it.
public enum StoreFailure: Error {
  /// Nothing of the batch is there, and the store can be read and written on: SQLite has rolled it back
  /// (full disk, failed write, read-only file, memory, another program's lock).
  case rolledBack(StoreFault)
  /// Nobody knows what is on the disk: a sync failed, or the file is damaged. Only a new start can tell.
  case outcomeUnknown(StoreFault)
  /// A read failed; the store is as it was.
  case unreadable(StoreFault)
  /// Another program holds a lock on the store.
  case locked
  /// There is no store at this path.
  case absent
  /// There is something at the path where a store should be made.
  case present
  /// The file is empty.
  case empty
  /// The file is not an SQLite database.
  case notDatabase
  /// The database belongs to another program.
  case foreign
  /// The store was written by a newer wishd.
  case newer(found: Int)
  /// The store contradicts itself; says how.
  case damaged(String)
  /// The store cannot be opened or made.
  case unusable(StoreFault)
}

/// What went wrong inside SQLite or beneath it, without a value of any row.
public struct StoreFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// SQLite's extended result code.
  public let code: Int32
  /// What SQLite says about it.
  public let message: String
  /// The statement, its values unbound.
  public let sql: String

  /// One line for the log.
  public var description: String {
    let statement = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "SQLite \(code): \(message)\(statement.isEmpty ? "" : " [\(statement.prefix(120))]")"
  }

  /// The code's lower byte, which names the family of the error.
  var primaryCode: Int32 { code & 0xFF }
}
