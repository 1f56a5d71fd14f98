extension Store {
  /// Takes what was erased out of the last places that hold it: the log, and pages in memory, which would
  /// go into the log once more with whatever else changes on them.
  ///
  /// In the database file there is nothing of it, see `CleanFile`.
  ///
  /// - Returns: whether nothing is left; a reader may keep the old state: call again.
  /// - Throws: ``StoreFailure/rolledBack(_:)`` where the disk takes nothing: call again; else as
  ///   ``checkpoint()``.
  public func scrub() throws(StoreFailure) -> Bool {
    guard holdsErased else { return true }
    endReading()
    do {
      guard try connection.checkpoint(.truncate) else { return false }
    } catch {
      throw error.isGone(inCommit: false) ? .rolledBack(error) : .outcomeUnknown(error)
    }
    connection.forgetPages()
    checkpointAt = StoreSettings.checkpointFrames
    holdsErased = false
    return true
  }
}
