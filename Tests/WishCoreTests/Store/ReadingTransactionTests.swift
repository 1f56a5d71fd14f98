import Testing

@testable import WishCore

@Suite("Looks into the store share a transaction, and nobody waits for its end")
struct ReadingTransactionTests {
  let town: Town
  let staff: Client
  /// Somebody else who wants to empty the log, which can only be while nobody reads from it.
  let other: Connection

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
    #expect(staff.ask("POST :灯").hasPrefix("OK"))
    other = try Connection(path: town.path, .readWrite)
    // Before its first look a connection knows of no log.
    try other.execute("PRAGMA user_version")
  }

  @Test("it stays open from one look to the next, until it is ended") func looks() throws {
    #expect(try town.store.wish(1) != nil)
    #expect(try town.store.papers(1) != nil)
    #expect(try !other.checkpoint(.truncate))
    town.store.endReading()
    #expect(try other.checkpoint(.truncate))
    #expect(try town.store.wish(1) != nil)
  }

  @Test("after a turn there is none", arguments: ["SHOW 1", "HISTORY 1", "LIST", "POST :水 key=k", "SHOW 7"])
  func turn(line: String) throws {
    _ = staff.ask(line)
    #expect(try other.checkpoint(.truncate))
  }

  @Test("after a start there is none") func start() throws {
    try town.restart()
    #expect(town.store.connection.isIdle)
  }

  @Test("whatever writes or copies the log ends it by itself") func writers() throws {
    _ = try town.store.wish(1)
    try town.store.commit(Batch())
    #expect(town.store.connection.isIdle)
    _ = try town.store.wish(1)
    #expect(try town.store.forgetReceipts(before: town.now, atMost: 1) == 0)
    #expect(town.store.connection.isIdle)
    _ = try town.store.wish(1)
    try town.store.checkpoint()
    #expect(town.store.connection.isIdle)
    _ = try town.store.wish(1)
    town.store.holdsErased = true
    #expect(try town.store.scrub())
    _ = try town.store.wish(1)
    try town.store.close()
    #expect(town.store.connection.isIdle)
  }
}
