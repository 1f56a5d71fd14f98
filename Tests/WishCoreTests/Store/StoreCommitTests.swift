import Testing

@testable import WishCore

@Suite("A batch is there as a whole or not at all")
struct StoreCommitTests {
  let fixture: StoreFixture

  init() throws { fixture = try StoreFixture() }

  private func prepared() throws -> (Store, Scribe) {
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    scribe.record(.posted(StoreFixture.posting()), 1)
    try scribe.commit(to: store)
    return (store, scribe)
  }

  /// Why the store rolled a batch back; nil where it did not.
  private func refusal(of batch: Batch, by store: Store) -> String? {
    do {
      try store.commit(batch)
      return nil
    } catch {
      guard case .rolledBack(let fault) = error else { return nil }
      return fault.description
    }
  }

  @Test("A full disk rolls a batch back; the store reads on, and writes again when there is room")
  func fullDisk() throws {
    let (store, first) = try prepared()
    var scribe = first
    let pages = try StoreSettings.number(of: "page_count", store.connection)
    #expect(try StoreSettings.text(of: "max_page_count = \(pages)", store.connection) == "\(pages)")
    let known = try store.wish(1)
    scribe.record(.withdrawn(nil), 1)
    for number in 2...500 { scribe.record(.posted(StoreFixture.posting()), WishNumber(number)) }
    #expect(refusal(of: scribe.batch, by: store)?.contains("full") == true)
    #expect(store.connection.isIdle)
    #expect(try store.wish(1) == known)
    #expect(try store.last().wish == 1)
    #expect(try store.last().event == 2)
    #expect(try StoreSettings.number(of: "max_page_count = 1000000", store.connection) == 1_000_000)
    try scribe.commit(to: store)
    #expect(try store.wish(1) == scribe.wishes[1])
    #expect(try store.wish(500) == scribe.wishes[500])
  }

  @Test("Another program's lock rolls a batch back")
  func locked() throws {
    let (store, first) = try prepared()
    var scribe = first
    scribe.record(.withdrawn(.moved), 1)
    let other = try RawDatabase(fixture.path)
    try other.run("BEGIN IMMEDIATE")
    #expect(refusal(of: scribe.batch, by: store)?.contains("locked") == true)
    try other.run("ROLLBACK")
    try scribe.commit(to: store)
    #expect(try store.wish(1)?.state == .withdrawn)
  }

  @Test("A batch that breaks the schema's rules stops the program, and nothing of it is written")
  func broken() async throws {
    do { try prepared().0.close() }
    let path = fixture.path
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let store = try Store(path: path)
      var scribe = try Scribe(store)
      scribe.record(.posted(StoreFixture.posting()), 2)
      scribe.record(.posted(StoreFixture.posting("nowhere")), 3)
      try store.commit(scribe.batch)
    }
    let store = try fixture.open()
    let last = try store.last()
    #expect(last.wish == 1)
    #expect(last.event == 2)
    #expect(try store.wish(2) == nil)
  }

  @Test(
    "Only an error that leaves nothing behind is called rolled back",
    arguments: [
      (13, true, true), (13, false, true), (778, true, true), (8, true, true), (5, true, true),
      (7, false, true), (7, true, false), (1034, false, false), (1034, true, false), (1290, true, false),
      (11, false, false), (4874, true, false), (5386, true, false), (266, false, true), (266, true, false),
    ]
  )
  func classification(_ code: Int, _ inCommit: Bool, _ gone: Bool) {
    let fault = StoreFault(code: Int32(code), message: "", sql: "")
    #expect(fault.isGone(inCommit: inCommit) == gone)
  }

  @Test("Tallies add up, and a new one starts at nothing")
  func tallies() throws {
    let (store, _) = try prepared()
    let east = AreaCode(stored: "east")
    #expect(try store.tally(of: east) == Tally())
    for round in 1...3 {
      var batch = Batch()
      batch.tallies[east] = Tally(counts: [5, 4, 3, 2, round == 3 ? -1 : 1])
      try store.commit(batch)
    }
    #expect(try store.tally(of: east) == Tally(counts: [15, 12, 9, 6, 1]))
  }

  @Test("A long log is copied into the file without being asked, and the store goes on")
  func checkpoint() throws {
    let (store, first) = try prepared()
    var scribe = first
    store.checkpointAt = 8
    for number in 2...50 {
      scribe.record(.posted(StoreFixture.posting()), WishNumber(number))
      try scribe.commit(to: store)
      store.checkpointAt = min(store.checkpointAt, 16)
    }
    try store.checkpoint()
    #expect(try store.wish(50) == scribe.wishes[50])
  }
}
