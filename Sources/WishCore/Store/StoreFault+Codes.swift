import CSQLite

extension StoreFault {
  /// A row that the schema's checks should have kept out.
  static func row(_ table: StaticString, _ problem: String) -> StoreFault {
    StoreFault(code: SQLITE_CORRUPT, message: "\(table): \(problem)", sql: "")
  }

  /// Whether the program, not the machine, is at fault: the statement cannot work as it is written.
  var isOurs: Bool {
    switch primaryCode {
    case SQLITE_MISUSE, SQLITE_RANGE, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_ERROR, SQLITE_TOOBIG: true
    default: false
    }
  }

  /// What a read's error means for the caller.
  var asReadFailure: StoreFailure {
    switch primaryCode {
    case SQLITE_CORRUPT: .damaged(description)
    case SQLITE_NOTADB: .notDatabase
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    default: .unreadable(self)
    }
  }

  /// What an error during opening means for the caller.
  var asOpeningFailure: StoreFailure {
    switch primaryCode {
    // A table or a column is missing in what calls itself a store of this version.
    case SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH: .damaged(description)
    case SQLITE_NOTADB: .notDatabase
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    default: .unusable(self)
    }
  }

  /// Whether a batch is gone by what failed, given that the transaction is over.
  ///
  /// Before COMMIT nothing of it can be valid in the log file, whatever failed, short of a damaged file.
  /// In COMMIT, a write that failed has left the last frame incomplete as a rule, not always: what the log
  /// really holds is then asked of ``LogTail``.
  ///
  /// Once the frames are synced only shared memory remains to be changed, and an error there (IOERR_SHM…,
  /// NOMEM) leaves a batch that the next start finds. See `sqlite3WalFrames` in wal.c, and on syncs that
  /// fail sqlite.org/atomiccommit.html: their outcome cannot be known and a second try may lie.
  func isGone(inCommit: Bool) -> Bool {
    switch code {
    case SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC: return false
    case SQLITE_IOERR_WRITE: return true
    default: break
    }
    switch primaryCode {
    case SQLITE_FULL, SQLITE_READONLY, SQLITE_BUSY, SQLITE_LOCKED: return true
    case SQLITE_NOMEM, SQLITE_IOERR, SQLITE_INTERRUPT, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_PROTOCOL:
      return !inCommit
    default: return false
    }
  }
}

// shim.h is C: these are macros over other macros, which Swift does not import.
let SQLITE_IOERR_SHORT_READ = SQLITE_IOERR | (2 << 8)
let SQLITE_IOERR_WRITE = SQLITE_IOERR | (3 << 8)
let SQLITE_IOERR_FSYNC = SQLITE_IOERR | (4 << 8)
let SQLITE_IOERR_DIR_FSYNC = SQLITE_IOERR | (5 << 8)
