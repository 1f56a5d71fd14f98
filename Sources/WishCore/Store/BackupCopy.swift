import CSQLite

/// What a copy holds.
public struct BackupReport: Equatable, Sendable {
  /// The size of its file.
  public let bytes: Int
  /// How many wishes are in it.
  public let wishes: Int
  /// The number of its last event; 0 where there is none.
  public let seq: EventNumber
}

/// Why there is no copy.
public enum BackupFailure: Error {
  /// Something bears the name already.
  case present
  /// The disk did not take it; nothing is left of it.
  case notWritten(StoreFault)
  /// The store could not be read, or the copy was not what it should be.
  case unusable(StoreFailure)
}

extension BackupFolder {
  /// Pages that are copied between two looks at what else the processor has to do.
  private static let pagesAtOnce: Int32 = 256

  /// Copies the store at `storePath`, as it stands at one moment, while others go on writing to it.
  ///
  /// The copy gets its name when it is whole, on the disk, and was opened and looked through.
  public func copy(storePath: String, as name: BackupName) throws(BackupFailure) -> BackupReport {
    removeUnfinished()
    guard !has(name) else { throw .present }
    let source: Connection
    do throws(StoreFailure) {
      source = try Self.reader(of: storePath)
    } catch {
      throw .unusable(error)
    }
    let target = StoreFile(path: file(of: name))
    let new = target.unfinished
    defer { new.remove() }
    do throws(StoreFault) {
      try make()
      try new.makeEmpty()
      try Self.copyPages(from: source, to: new)
      try new.sync()
    } catch {
      throw .notWritten(error)
    }
    let report: BackupReport
    do throws(StoreFailure) {
      report = try Self.look(at: new)
    } catch {
      throw .unusable(error)
    }
    do throws(StoreFault) {
      try new.publish(as: target)
    } catch {
      throw .notWritten(error)
    }
    return report
  }

  /// A connection with a read transaction, which keeps to one state of the store until it is closed.
  ///
  /// Without it the copying would begin anew after every commit: "If the source database is modified by
  /// an external process or via a database connection other than the one being used by the backup
  /// operation, then the backup will be automatically restarted" (sqlite.org/c3ref/backup_finish.html).
  static func reader(of path: String) throws(StoreFailure) -> Connection {
    let source = try StoreOpening.connect(path, .readOnly)
    do throws(StoreFault) {
      try StoreSettings.apply(StoreSettings.reading, to: source)
      try source.execute("BEGIN; SELECT count(*) FROM meta")
    } catch {
      throw error.asOpeningFailure
    }
    return source
  }

  /// Copies a whole database into an empty file, which is synced and stands alone when this returns.
  static func copyPages(from source: Connection, to file: StoreFile) throws(StoreFault) {
    let target = try Connection(path: file.path, .readWrite)
    try target.execute("PRAGMA synchronous = FULL")
    guard let copying = unsafe sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
      throw target.fault(unsafe sqlite3_extended_errcode(target.handle), sql: "backup")
    }
    var code: Int32
    repeat { code = unsafe sqlite3_backup_step(copying, pagesAtOnce) } while code == SQLITE_OK
    let finished = unsafe sqlite3_backup_finish(copying)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw target.fault(code == SQLITE_DONE ? finished : code, sql: "backup")
    }
    // A copy is one file; as a store it gets its log again.
    let mode = try Statement(target, "PRAGMA journal_mode = DELETE")
    let now = try mode.firstRow { mode.nextText() }
    guard now == "delete" else {
      throw StoreFault(code: SQLITE_ERROR, message: "journal_mode stays \(now ?? "unknown")", sql: "")
    }
  }

  /// Opens a copy as a store would be, has SQLite look through all of it, and says what is in it.
  static func look(at file: StoreFile) throws(StoreFailure) -> BackupReport {
    // Not for reading only: SQLite would then pass over the CHECKs of the schema.
    let connection = try StoreOpening.connect(file.path, .readWrite)
    do throws(StoreFault) {
      try StoreSettings.apply(StoreSettings.reading, to: connection)
      if let damage = try StoreOpening.findDamage(connection, check: "integrity_check") {
        throw StoreFault(code: SQLITE_CORRUPT, message: damage, sql: "")
      }
      let counts = try Statement(
        connection,
        "SELECT (SELECT count(*) FROM wish), (SELECT coalesce(max(seq), 0) FROM event)"
      )
      let found = try counts.firstRow { (counts.nextInt(), counts.nextInt64()) }
      return BackupReport(bytes: file.byteCount, wishes: found?.0 ?? 0, seq: found?.1 ?? 0)
    } catch {
      throw error.asReadFailure
    }
  }
}
