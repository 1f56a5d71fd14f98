import Foundation
import Testing

@Suite("What is fuzzed holds for the seeds") struct SeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Seeds")

  /// The files of a target, in the order of their names.
  private static func seeds(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let place = folder.appending(path: target.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted().map { name in
      (name, Array(try Data(contentsOf: place.appending(path: name))))
    }
  }

  @Test("Every seed, each cut short, and each put behind another", arguments: FuzzTarget.allCases)
  func seeds(_ target: FuzzTarget) throws {
    let seeds = try Self.seeds(target)
    #expect(seeds.count > 3)
    for (name, bytes) in seeds {
      #expect(throws: Never.self, "\(target) \(name)") { try target.check(bytes) }
      for cut in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 7)) {
        #expect(throws: Never.self, "\(target) \(name), cut at \(cut)") {
          try target.check(Array(bytes[..<cut]))
        }
      }
    }
    for ((first, head), (second, tail)) in zip(seeds, seeds.dropFirst()) {
      #expect(throws: Never.self, "\(target) \(first) and \(second)") { try target.check(head + tail) }
    }
  }
}
