import CSQLite

extension Store {
  /// Writes a batch in one transaction, synced to the disk when this returns.
  ///
  /// New wishes, events and receipts are inserted, everything else is written over what is there. A batch
  /// that breaks the schema's rules is a fault of ours and stops the program, with nothing of it written.
  ///
  /// - Throws: ``StoreFailure/rolledBack(_:)`` where nothing of it is there and the store can go on,
  ///   ``StoreFailure/outcomeUnknown(_:)`` where nobody can tell.
  public func commit(_ batch: Batch) throws(StoreFailure) {
    endReading()
    if connection.logFrames >= checkpointAt { try checkpoint() }
    let highest: WishNumber
    do {
      try transaction.begin.run()
      highest = try write(batch)
    } catch {
      throw failure(error, inCommit: false)
    }
    do {
      try transaction.commit.run()
    } catch {
      throw failure(error, inCommit: true)
    }
    lastWish = highest
    if !batch.erasures.isEmpty { holdsErased = true }
    if connection.logFrames < checkpointAt - StoreSettings.checkpointFrames {
      // The log has started anew from its beginning.
      checkpointAt = StoreSettings.checkpointFrames
    }
  }

  /// Deletes receipts older than `moment`, the oldest first, at most `limit` of them.
  ///
  /// - Returns: how many were deleted; call again while it is `limit`.
  /// - Throws: as ``commit(_:)``.
  public func forgetReceipts(before moment: Moment, atMost limit: Int) throws(StoreFailure) -> Int {
    endReading()
    let count: Int
    do {
      try transaction.begin.run()
      count = try receipts.forget(before: moment, atMost: limit)
    } catch {
      throw failure(error, inCommit: false)
    }
    do {
      try transaction.commit.run()
    } catch {
      throw failure(error, inCommit: true)
    }
    return count
  }

  /// Rolls back what an error left open, and says what the error means.
  func failure(_ fault: StoreFault, inCommit: Bool) -> StoreFailure {
    guard transaction.rollBack(), fault.isGone(inCommit: inCommit), !inCommit || LogTail.isClear(connection)
    else { return .outcomeUnknown(fault) }
    return .rolledBack(fault)
  }

  /// - Returns: the highest number of a wish after the batch.
  private func write(_ batch: Batch) throws(StoreFault) -> WishNumber {
    if batch.register != Register() {
      try RegisterWriter(connection: connection).write(batch.register)
    }
    try writeWishes(batch)
    // In the keys' order, never a dictionary's own: the same requests leave the same file.
    for (wish, papers) in batch.papers.inOrder { try texts.write(papers, of: wish) }
    for (wish, card) in batch.cards.inOrder { try texts.write(card, of: wish) }
    for note in batch.notes { try texts.write(note) }
    for (key, receipt) in batch.receipts.inOrder { try receipts.write(receipt, for: key) }
    for wish in batch.erasures.sorted() { try erasing.erase(wish) }
    for (community, tally) in batch.tallies.inOrder where !tally.isZero {
      try tallies.add(tally, to: community)
    }
    return max(lastWish, batch.wishes.keys.max() ?? 0)
  }

  /// Writes the wishes' rows, then the log, whose lines refer to them, then what refers to the log.
  private func writeWishes(_ batch: Batch) throws(StoreFault) {
    // Ascending, so that new rows go to the end of their table.
    let numbers = batch.wishes.keys.sorted()
    let changes = numbers.compactMap { number in
      batch.wishes[number].map { (new: $0, old: batch.before[number]) }
    }
    for (wish, old) in changes { try wishWriter.writeRow(wish, over: old) }
    try writeLog(batch)
    for (wish, old) in changes { try wishWriter.writeParts(wish, over: old) }
  }

  /// Writes the lines of the log, each with the number of the line before it about the same wish.
  private func writeLog(_ batch: Batch) throws(StoreFault) {
    var latest: [WishNumber: EventNumber] = [:]
    for event in batch.events {
      guard case .wish(let wish, _) = event.matter else {
        try log.write(event, before: nil)
        continue
      }
      try log.write(event, before: latest[wish] ?? batch.before[wish]?.lastEvent)
      latest[wish] = event.number
    }
  }
}

/// The ends of a transaction.
struct Transaction {
  let begin: Statement
  let commit: Statement
  private let rollback: Statement
  private let connection: Connection

  /// One that writes takes the lock for it at once, unless `begin` says otherwise.
  init(_ connection: Connection, begin: String = "BEGIN IMMEDIATE") throws(StoreFault) {
    self.connection = connection
    self.begin = try Statement(connection, begin)
    commit = try Statement(connection, "COMMIT")
    rollback = try Statement(connection, "ROLLBACK")
  }

  /// Ends the transaction after an error, unless SQLite has done so itself.
  ///
  /// "It is recommended that applications respond to the errors listed above by explicitly issuing a
  /// ROLLBACK command": sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction". It was
  /// prepared beforehand, for where memory has run out there is none to prepare it.
  ///
  /// - Returns: whether the transaction is over.
  func rollBack() -> Bool {
    if connection.isIdle { return true }
    // Its error says nothing: whether a transaction is open says all.
    try? rollback.run()
    return connection.isIdle
  }
}

/// Reads and writes the wall's counts.
struct Tallies {
  private let add: Statement
  private let read: Statement

  init(_ connection: Connection) throws(StoreFault) {
    add = try Statement(
      connection,
      """
      INSERT INTO tally (community, collected, published, claimed, fulfilled, confirmed)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (community) DO UPDATE SET collected = collected + excluded.collected,
        published = published + excluded.published, claimed = claimed + excluded.claimed,
        fulfilled = fulfilled + excluded.fulfilled, confirmed = confirmed + excluded.confirmed
      """
    )
    read = try Statement(
      connection,
      "SELECT collected, published, claimed, fulfilled, confirmed FROM tally WHERE community = ?"
    )
  }

  func add(_ tally: Tally, to community: AreaCode) throws(StoreFault) {
    add.bind(community)
    for count in tally.counts { add.bind(count) }
    try add.run()
  }

  func tally(of community: AreaCode) throws(StoreFault) -> Tally {
    read.bind(community)
    let counts = try read.firstRow { Stages.inOrder.map { _ in read.nextInt() } }
    return counts.map { Tally(counts: $0) } ?? Tally()
  }
}
