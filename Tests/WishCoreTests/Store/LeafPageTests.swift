import Foundation
import Testing

@testable import WishCore

@Suite("What SQLite leaves between the rows of a page goes into no database file")
struct LeafPageTests {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Rows that come, grow, shrink and go, so that pages fill, split and merge.
  private func workload(seed: UInt64, pageBytes: Int) -> [String] {
    var random = SeededRandom(seed: seed)
    var statements = [
      "PRAGMA page_size = \(pageBytes)", "PRAGMA secure_delete = ON",
      "CREATE TABLE slip (number INTEGER PRIMARY KEY, text BLOB)",
      "CREATE TABLE note (event INTEGER PRIMARY KEY, text BLOB)",
    ]
    // Around the lengths at which a row begins to need pages of its own, too.
    let lengths = [0, 1, 100, 127, 128, pageBytes - 40, pageBytes - 35, pageBytes, 3 * pageBytes]
    for step in 0..<600 {
      let number = Int64.random(in: -3...80, using: &random) * (step % 7 == 0 ? 1 << 40 : 1)
      let length =
        step % 3 == 0
        ? lengths.randomElement(using: &random) ?? 0 : Int.random(in: 0...pageBytes / 4, using: &random)
      let table = step % 2 == 0 ? "slip" : "note"
      switch Int.random(in: 0..<6, using: &random) {
      case 0: statements.append("DELETE FROM \(table) WHERE rowid = \(number)")
      case 1: statements.append("UPDATE \(table) SET text = zeroblob(0) WHERE rowid > \(number + 60)")
      default: statements.append("INSERT OR REPLACE INTO \(table) VALUES (\(number), randomblob(\(length)))")
      }
    }
    return statements
  }

  /// What the rows come to.
  private func rows(_ connection: Connection) throws -> [[UInt8]] {
    var rows: [[UInt8]] = []
    for sql in ["SELECT text FROM slip ORDER BY 1", "SELECT text FROM note ORDER BY 1"] {
      let all = try Statement(connection, sql)
      try all.forEachRow { rows.append(all.nextBlob()) }
    }
    return rows
  }

  /// The pages of a file that are leaves of tables; and those among them that hold anything between rows.
  private func leaves(of path: String, pageBytes: Int) throws -> (count: Int, unaccounted: Int, unclean: Int)
  {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var found = (count: 0, unaccounted: 0, unclean: 0)
    for start in stride(from: pageBytes, to: bytes.count, by: pageBytes) {
      let page = Array(bytes[start..<start + pageBytes])
      guard page[0] == LeafPage.mark else { continue }
      found.count += 1
      guard let copy = copy(of: page) else {
        found.unaccounted += 1
        continue
      }
      if copy != page { found.unclean += 1 }
    }
    return found
  }

  private func copy(of page: [UInt8]) -> [UInt8]? {
    var copy = [UInt8](repeating: 0, count: page.count)
    let isWhole = unsafe page.withUnsafeBytes { page in
      unsafe copy.withUnsafeMutableBytes { unsafe LeafPage.copyRows(of: page, to: $0) }
    }
    return isWhole ? copy : nil
  }

  @Test(
    "Every leaf that SQLite writes is understood, and loses everything but its rows",
    arguments: [512, 4_096, 65_536],
    ["DELETE", "WAL"]
  )
  func everyLeaf(pageBytes: Int, journal: String) throws {
    let path = folder + "/clean.db"
    for seed in 1...3 as ClosedRange<UInt64> {
      StoreFile(path: path).remove()
      try StoreFile(path: path).makeEmpty()
      var before: [[UInt8]] = []
      do {
        let connection = try Connection(path: path, .readWrite)
        let statements = workload(seed: seed, pageBytes: pageBytes)
        for sql in statements.prefix(2) + ["PRAGMA journal_mode = \(journal)"] + statements.dropFirst(2) {
          try connection.execute(sql)
        }
        before = try rows(connection)
        if journal == "WAL" { try connection.checkpoint(.truncate) }
      }
      let leaves = try leaves(of: path, pageBytes: pageBytes)
      #expect(leaves.count > 2)
      #expect((leaves.unaccounted, leaves.unclean) == (0, 0))
      let connection = try Connection(path: path, .readWrite)
      #expect(try StoreOpening.findDamage(connection, check: "integrity_check") == nil)
      #expect(try rows(connection) == before)
    }
  }

  @Test("Without it, something is left behind")
  func canary() throws {
    let path = folder + "/plain.db"
    do {
      let database = try RawDatabase(path)
      for sql in workload(seed: 1, pageBytes: 4_096) { try database.run(sql) }
    }
    let leaves = try leaves(of: path, pageBytes: 4_096)
    #expect(leaves.unaccounted == 0)
    #expect(leaves.unclean > 0)
  }

  @Test("A page that does not add up is not touched, whatever its bytes are")
  func damaged() throws {
    let path = folder + "/sound.db"
    do {
      let database = try RawDatabase(path)
      for sql in workload(seed: 2, pageBytes: 512) { try database.run(sql) }
    }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededRandom(seed: 3)
    var refused = 0
    for start in stride(from: 512, to: bytes.count, by: 512) where bytes[start] == LeafPage.mark {
      for _ in 0..<40 {
        var page = Array(bytes[start..<start + 512])
        page[Int.random(in: 1..<16, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        if copy(of: page) == nil { refused += 1 }
      }
    }
    #expect(refused > 100)
    #expect(copy(of: [LeafPage.mark]) == nil)
    #expect(copy(of: [UInt8](repeating: LeafPage.mark, count: 512)) == nil)
    for _ in 0..<2_000 {
      var page = (0..<512).map { _ in UInt8.random(in: 0...255, using: &random) }
      page[0] = LeafPage.mark
      #expect(copy(of: page) == nil)
    }
  }
}
