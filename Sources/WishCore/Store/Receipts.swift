/// Reads, writes and forgets what keyed requests were answered with.
final class Receipts {
  private let find: Statement
  private let insert: Statement
  private let oldest: Statement
  private let delete: Statement

  init(_ connection: Connection) throws(StoreFault) {
    find = try Statement(
      connection,
      "SELECT request_hash, reply, at FROM receipt WHERE account = ? AND key = ?"
    )
    // A key whose seven days are over may come again before it was forgotten: the new row takes its place,
    // numbered by its own time.
    insert = try Statement(
      connection,
      "INSERT OR REPLACE INTO receipt (account, key, request_hash, reply, at) VALUES (?, ?, ?, ?, ?)"
    )
    oldest = try Statement(connection, "SELECT id, at FROM receipt ORDER BY id LIMIT ?")
    delete = try Statement(connection, "DELETE FROM receipt WHERE id = ?")
  }

  func receipt(_ key: ReceiptKey) throws(StoreFault) -> Receipt? {
    find.bind(key.account)
    find.bind(key.key)
    return try find.firstRow {
      Receipt(requestHash: find.nextBlob(), reply: find.nextBlob(), at: find.nextMoment())
    }
  }

  func write(_ receipt: Receipt, for key: ReceiptKey) throws(StoreFault) {
    insert.bind(key.account)
    insert.bind(key.key)
    insert.bind(receipt.requestHash)
    insert.bind(receipt.reply)
    insert.bind(receipt.at)
    try insert.run()
  }

  /// Deletes the oldest receipts, at most `limit` of them, up to the first that is not older than
  /// `moment`: rows are numbered in the order of time, so that no index of times is needed.
  func forget(before moment: Moment, atMost limit: Int) throws(StoreFault) -> Int {
    var old: [Int64] = []
    oldest.bind(limit)
    try oldest.forEachRow {
      let id = oldest.nextInt64()
      if oldest.nextMoment() < moment { old.append(id) }
    }
    for id in old {
      delete.bind(id)
      try delete.run()
    }
    return old.count
  }
}
