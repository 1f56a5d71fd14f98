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
}
