import Foundation
import Testing

@testable import WishCore

@Suite("The page about the life of a wish")
struct LifecyclePageTests {
  /// The cells of the page's table, row by row.
  private func rows() throws -> [[String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let page = root.appending(path: "Sources/WishCore/WishCore.docc/LifeOfAWish.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
  }

  @Test("Its table is the lifecycle's, act by act and state by state")
  func table() throws {
    let rows = try rows()
    #expect(rows.first == ["act"] + WishState.allCases.map(\.rawValue))
    let body = rows.dropFirst(2)
    #expect(body.map(\.first) == Act.allCases.map(\.rawValue))
    for (act, row) in zip(Act.allCases, body) {
      try #require(row.count == 1 + WishState.allCases.count)
      for (state, cell) in zip(WishState.allCases, row.dropFirst()) {
        let said: Lifecycle.Verdict? =
          switch cell {
          case "yes": .possible
          case "·": .wrongState
          case "full": .taken
          default: nil
          }
        #expect(said == Lifecycle.verdict(on: act, in: state), "\(act) in \(state)")
      }
    }
  }
}
