import Foundation
import Testing

@Suite("The pages about trust")
struct TrustPageTests {
  private func page(_ name: String) throws -> String {
    let page = SourceFile.root.appending(path: "Sources/WishCore/WishCore.docc/\(name).md")
    return try String(contentsOf: page, encoding: .utf8)
  }

  /// What stands between back quotes and is the path of a test.
  private func proofs(in text: String) -> [String] {
    text.split { $0 == "`" }.map(String.init).filter { $0.hasPrefix("Tests/") && $0.hasSuffix(".swift") }
  }

  @Test("name only tests that are there", arguments: ["Reliability", "ThreatModel"])
  func proofsAreThere(name: String) throws {
    let proofs = try proofs(in: page(name))
    #expect(proofs.count > 10)
    for proof in Set(proofs) {
      let text = try? String(contentsOf: SourceFile.root.appending(path: proof), encoding: .utf8)
      #expect(text?.contains("@Test(") == true, "\(proof)")
    }
  }

  @Test("leave no promise, and no attacker, without a proof", arguments: ["Reliability", "ThreatModel"])
  func everyRow(name: String) throws {
    let rows = try page(name).split { $0 == "\n" }.map(String.init)
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }
    let tables = rows.split { $0.contains("proved by") || $0.contains("must be at least") }
    let promises = try #require(tables.first { $0.contains { !proofs(in: $0).isEmpty } })
    #expect(promises.count >= 7)
    for row in promises { #expect(!proofs(in: row).isEmpty, "\(row)") }
  }

  @Test("say of every promise what proves it")
  func promises() throws {
    let page = try page("Reliability")
    for promise in ["D1", "D2", "E", "C", "I", "P", "S"] { #expect(page.contains("\n| \(promise) | ")) }
  }
}
