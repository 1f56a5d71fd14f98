/// How far the store has come with writing over what was erased.
public enum Scrub: Equatable, Sendable {
  /// Rows were erased; their pages are to be written anew.
  case needed
  /// The pages are written anew; the old ones are still in the database file, or in the log.
  case rewritten
  /// What was erased is in no file of the store.
  case done
}

extension Store {
  /// Goes on with writing over what was erased, from where it was left.
  ///
  /// `secure_delete` is not enough: it writes zeros over the deleted row, and not over what stayed behind
  /// in the free space of a page when the row once moved to another (`rebuildPage` in btree.c). VACUUM
  /// writes every page anew, in time that grows with the store.
  ///
  /// - Returns: how far it came: a reader may keep the old state, or the disk may take nothing; call again.
  /// - Throws: as ``checkpoint()``.
  @discardableResult public func continueScrub() throws(StoreFailure) -> Scrub {
    do {
      if scrub == .needed {
        try connection.execute("VACUUM")
        scrub = .rewritten
      }
      if scrub == .rewritten, try connection.checkpoint(.truncate) {
        checkpointAt = StoreSettings.checkpointFrames
        scrub = .done
      }
    } catch {
      // A commit that failed and is gone, or a checkpoint that will be tried again.
      guard connection.rollBack(), error.isGone(inCommit: scrub == .needed) else {
        throw .outcomeUnknown(error)
      }
    }
    return scrub
  }

  /// Whether anything was ever erased.
  static func hasErased(_ connection: Connection) throws(StoreFault) -> Bool {
    let some = try Statement(connection, "SELECT 1 FROM wish WHERE erased = 1 LIMIT 1")
    return try some.firstRow { true } ?? false
  }
}
