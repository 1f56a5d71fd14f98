/// The one row about the store itself.
struct Meta {
  let hashKey: [UInt8]
  let created: Moment
  let isClean: Bool

  static func read(_ connection: Connection) throws(StoreFault) -> Meta {
    let row = try Statement(connection, "SELECT hash_key, created, clean FROM meta WHERE id = 1")
    let meta = try row.firstRow {
      Meta(hashKey: row.nextBlob(), created: row.nextMoment(), isClean: row.nextBool())
    }
    guard let meta else { throw .row("meta", "no row") }
    return meta
  }

  static func insert(
    hashKey: [UInt8],
    created: Moment,
    _ connection: Connection
  ) throws(StoreFault) {
    let row = try Statement(
      connection,
      "INSERT INTO meta (id, created, hash_key, clean) VALUES (1, ?, ?, 1)"
    )
    row.bind(created)
    row.bind(hashKey)
    try row.run()
  }

  /// Says whether the store is closed in order, in a transaction of its own.
  static func mark(clean: Bool, _ connection: Connection) throws(StoreFault) {
    let row = try Statement(connection, "UPDATE meta SET clean = ? WHERE id = 1")
    row.bind(clean)
    try row.run()
  }
}
