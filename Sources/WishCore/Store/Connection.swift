import CSQLite

/// One connection to the database file. It lives on one thread.
@safe final class Connection {
  /// How a database file is opened.
  enum Access {
    case readWrite, readOnly
  }

  let handle: OpaquePointer
  /// Frames in the write-ahead log after the latest commit.
  private(set) var logFrames = 0

  /// Opens an existing file, through the VFS of this name if one is given. Nothing is read yet: SQLite
  /// does that with the first statement.
  init(path: String, _ access: Access, vfs: String? = nil) throws(StoreFault) {
    let flags: Int32 =
      switch access {
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      }
    _ = Self.countsNoMemory
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path,
      &opened,
      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      vfs
    )
    // "Whether or not an error occurs when it is opened, resources associated with the database
    // connection handle should be released": sqlite.org/c3ref/open.html.
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let fault = unsafe Connection.fault(code, opened, sql: "")
      unsafe sqlite3_close_v2(opened)
      throw fault
    }
    unsafe handle = opened
    guard access == .readWrite else { return }
    let installed = unsafe CleanFile.install(on: opened)
    // From here on deinit closes it.
    guard installed == SQLITE_OK else { throw fault(installed, sql: "") }
  }

  /// Has SQLite keep no statistics of its memory, for which it takes a lock at every allocation of any
  /// connection: sqlite.org/c3ref/c_config_covering_index_scan.html, SQLITE_CONFIG_MEMSTATUS. Where another
  /// part of the program has used SQLite before, it goes on counting, and nothing else is different.
  private static let countsNoMemory = wishd_sqlite3_config_memstatus(0) == SQLITE_OK

  deinit {
    // Statements may go after the connection that they belong to: close_v2 waits for them.
    let code = unsafe sqlite3_close_v2(handle)
    precondition(code == SQLITE_OK, "SQLite did not close: \(code)")
  }

  /// The fault that the latest call on this connection reported as `code`.
  func fault(_ code: Int32, sql: String) -> StoreFault {
    unsafe Connection.fault(code, handle, sql: sql)
  }

  private static func fault(_ code: Int32, _ handle: OpaquePointer?, sql: String) -> StoreFault {
    let message = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) }
    return StoreFault(code: code, message: message ?? "out of memory", sql: sql)
  }

  /// Runs statements that give no rows and bind no values.
  func execute(_ sql: String) throws(StoreFault) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw fault(code, sql: sql) }
  }

  /// Whether no transaction is open.
  var isIdle: Bool { unsafe sqlite3_get_autocommit(handle) != 0 }

  /// Lets go of every page in memory; none may be in use.
  func forgetPages() { _ = unsafe sqlite3_db_release_memory(handle) }

  /// Switches a `SQLITE_DBCONFIG_…` flag and makes sure that it took.
  func configure(_ option: Int32, _ on: Bool) throws(StoreFault) {
    var now: Int32 = -1
    let code = unsafe wishd_sqlite3_db_config_flag(handle, option, on ? 1 : 0, &now)
    guard code == SQLITE_OK, now == (on ? 1 : 0) else {
      throw StoreFault(code: code, message: "flag \(option) stays \(now)", sql: "")
    }
  }

  /// Counts ``logFrames`` from now on and leaves checkpoints to ``checkpoint(_:)``: SQLite's own, after a
  /// commit, keeps its errors to itself, those of sync too (`sqlite3WalDefaultHook` in main.c).
  func takeOverCheckpoints() {
    // The hook is called on this connection's thread, within its own calls, while it lives.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_wal_hook(
      handle,
      { context, _, _, frames in
        if let context = unsafe context {
          unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().logFrames = Int(frames)
        }
        return SQLITE_OK
      },
      context
    )
  }

  /// How far a checkpoint goes.
  enum Checkpoint {
    /// As far as no reader is in the way.
    case passive
    /// To the end of the log, which is then cut to nothing.
    case truncate
  }

  /// Copies the write-ahead log into the database file.
  ///
  /// - Returns: whether all of it was copied; a reader may be in the way.
  @discardableResult
  func checkpoint(_ how: Checkpoint) throws(StoreFault) -> Bool {
    var frames: Int32 = 0
    var copied: Int32 = 0
    let mode: Int32 =
      switch how {
      case .passive: SQLITE_CHECKPOINT_PASSIVE
      case .truncate: SQLITE_CHECKPOINT_TRUNCATE
      }
    let code = unsafe sqlite3_wal_checkpoint_v2(handle, "main", mode, &frames, &copied)
    switch code & 0xFF {
    case SQLITE_OK: break
    case SQLITE_BUSY: return false
    default: throw fault(code, sql: "wal_checkpoint")
    }
    if how == .truncate { logFrames = 0 }
    return frames == copied
  }
}
