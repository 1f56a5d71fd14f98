import CSQLite

/// A second program's connection to a store's file, for what ``Store`` has no way to do.
@safe final class RawDatabase {
  private let handle: OpaquePointer

  struct Refused: Error, CustomStringConvertible {
    let code: Int32
    let description: String
  }

  init(_ path: String) throws {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      throw Refused(code: code, description: "open")
    }
    unsafe handle = opened
    try run("PRAGMA foreign_keys = ON")
  }

  deinit { _ = unsafe sqlite3_close_v2(handle) }

  func run(_ sql: String) throws {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw Refused(code: code, description: unsafe String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// Why SQLite refuses `sql`, or nil where it does not.
  func refusal(_ sql: String) -> String? {
    do {
      try run(sql)
      return nil
    } catch let refused as Refused {
      return refused.description
    } catch {
      return "\(error)"
    }
  }
}
