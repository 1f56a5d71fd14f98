import Testing

@testable import WishCore

@Suite("The workload of the fault tests") struct RehearsalTests {
  @Test("Every changing verb is in it, and every turn but the first changes the store")
  func workload() throws {
    let verbs = Chapter.all.flatMap { $0.preparation + $0.turns }.flatMap { turn -> [String] in
      guard case .ask(let asks) = turn else { return [] }
      return asks.map { String($0.line.prefix { $0 != " " }) }
    }
    #expect(Set(verbs) == Set(Verb.allCases.filter(\.changes).map(\.rawValue)))
    for rehearsal in try Rehearsal.all() {
      let digests = rehearsal.digests
      #expect(Set(digests.dropFirst()).count == digests.count - 1, "\(rehearsal.chapter.name)")
    }
  }

  @Test(
    "A row that the log does not tell of is found",
    arguments: [
      "UPDATE wish SET askers = askers + 1 WHERE number = 5", "UPDATE wish SET slots = 9 WHERE number = 1",
      "UPDATE claim SET renewed = 1 WHERE event = (SELECT max(event) FROM claim)",
      "UPDATE tally SET claimed = claimed + 1", "DELETE FROM wish_skill WHERE wish = 1",
      "UPDATE wish SET last_event = 1 WHERE number = 2",
    ]
  )
  func replay(_ sql: String) throws {
    let rehearsals = try Rehearsal.all()
    let files = try #require(rehearsals.last?.files)
    let home = try StoreFiles(files)
    let store = try Store(path: home.path)
    let digest = try StoreInspection.digest(store)
    #expect(try StoreInspection.replay(store).isEmpty)
    try store.connection.execute(sql)
    #expect(try !StoreInspection.replay(store).isEmpty)
    #expect(try StoreInspection.digest(store) != digest)
  }
}
