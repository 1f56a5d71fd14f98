import Testing
import WishSchema

@testable import WishCore

@Suite("A store of version 1 is brought up to date")
struct MigrationTests {
  let rehearsal: Rehearsal
  /// A store of version 1 with every sort of row in it.
  let old: [[UInt8]?]

  init() throws {
    rehearsal = try #require(Rehearsal.all().last)
    old = try FirstVersion.files(of: rehearsal)
  }

  @Test("when it is opened, and then says what it said and follows from its log")
  func opening() throws {
    let home = try StoreFiles(old)
    #expect(try FirstVersion.version(of: home.path) == 1)
    let store = try Store(path: home.path)
    #expect(try StoreInspection.digest(store) == rehearsal.digests[0])
    #expect(try StoreInspection.replay(store).isEmpty)
    #expect(try StoreInspection.damage(store) == nil)
    try store.close()
    #expect(try FirstVersion.version(of: home.path) == WishSchema.migrations.count)
    #expect(try StoreCheck(path: home.path).findings == [])
  }

  @Test("to the same schema, byte for byte, that a new store is made with")
  func schema() throws {
    let home = try StoreFiles(old)
    try Store(path: home.path).close()
    let new = try StoreFiles()
    try new.found(at: rehearsal.chapter.start)
    let schema = try FirstVersion.schema(of: new.path)
    #expect(try FirstVersion.schema(of: home.path) == schema)
    #expect(schema.contains { $0.hasPrefix("trigger event_is_not_deleted") })
  }

  @Test("and has nothing left between the rows of its pages, where erasing would not come")
  func gaps() throws {
    var files = old
    var planted = 0
    let word = Array("鲎某甲".utf8)
    var file = try #require(files[0])
    for page in stride(from: 4_096, to: file.count, by: 4_096) where file[page] == LeafPage.mark {
      // Behind the list of cells and before the first of them.
      let start = page + 8 + 2 * (Int(file[page + 3]) << 8 | Int(file[page + 4]))
      guard page + (Int(file[page + 5]) << 8 | Int(file[page + 6])) - start > word.count else { continue }
      file.replaceSubrange(start..<start + word.count, with: word)
      planted += 1
    }
    #expect(planted > 5)
    files[0] = file
    let home = try StoreFiles(files)
    let store = try Store(path: home.path)
    #expect(try StoreInspection.digest(store) == rehearsal.digests[0])
    for bytes in try home.read().compactMap({ $0 }) { #expect(!bytes.holds(word)) }
  }

  @Test("and looked through by a check as it is, which changes nothing")
  func check() throws {
    let home = try StoreFiles(old)
    let check = try StoreCheck(path: home.path)
    #expect(check.findings == [])
    #expect(check.wishes == 12)
    #expect(try FirstVersion.version(of: home.path) == 1)
    #expect(try home.read()[0] == old[0])
  }

  @Test("as a copy that is restored, and what was erased since is erased in it")
  func restoring() throws {
    let home = try StoreFiles(old)
    let copy = try StoreFiles(old)
    let backups = BackupFolder(path: home.folder + "/backup")
    try backups.make()
    let posted = try #require(try Store(path: home.path).wish(4)?.posted)
    _ = try ErasureList(folder: backups).append(
      [ErasureList.Entry(wish: 4, posted: posted)],
      at: rehearsal.chapter.start
    )
    let restoration = try Restoring.prepare(
      from: copy.path,
      for: home.path,
      listIn: backups,
      at: rehearsal.chapter.start
    )
    #expect(restoration.findings == [])
    #expect(restoration.erased == [4])
    _ = try Restoring.place(storePath: home.path)
    #expect(try FirstVersion.version(of: home.path) == WishSchema.migrations.count)
    #expect(try FirstVersion.version(of: copy.path) == 1)
  }

  @Test("or left as it was, whatever write or sync fails meanwhile")
  func everyFault() throws {
    var points = 0
    for kind in Fault.Kind.allCases {
      for isSticky in kind == .stop ? [false] : [false, true] {
        for number in 1... {
          let fault = Fault(kind: kind, number: number, isSticky: isSticky)
          let home = try StoreFiles(old)
          let disk = FaultDisk()
          disk.plan(fault)
          // A program that ends where it met the fault; where it did not, a store that is in use.
          let store = try? Store(path: home.path, vfs: disk.name)
          let left = try StoreFiles(home.read())
          #expect(store != nil || disk.hasFailed, "\(fault)")
          guard disk.hasFailed else { break }
          points += 1
          try inspect(left, "\(fault)")
        }
      }
    }
    print("fault points of a migration: \(points)")
    #expect(points > 100)
  }

  @Test("or left as it was, whenever the power is cut")
  func everyCrash() throws {
    let home = try StoreFiles(old)
    let disk = FaultDisk(records: true)
    try Store(path: home.path, vfs: disk.name).close()
    var crash = CrashDisk(old, changesOf: disk)
    var versions: Set<Int> = []
    var states = 0
    repeat {
      var random = SeededRandom(seed: UInt64(crash.position))
      for parts in CrashChoice.all(of: crash, atRandom: 4, using: &random) {
        let left = try StoreFiles(crash.files(parts))
        versions.insert(try inspect(left, "change \(crash.position)"))
        states += 1
      }
    } while crash.advance()
    print("crash states of a migration: \(states)")
    #expect(versions == [1, WishSchema.migrations.count])
    #expect(states > 300)
  }

  /// Opens what was left: it is of one version or the other, and holds what it held.
  @discardableResult
  private func inspect(_ left: StoreFiles, _ what: String) throws -> Int {
    let version = try FirstVersion.version(of: left.path)
    #expect(version == 1 || version == WishSchema.migrations.count, "\(what)")
    let store = try Store(path: left.path)
    #expect(try StoreInspection.digest(store) == rehearsal.digests[0], "\(what)")
    #expect(try StoreInspection.damage(store) == nil, "\(what)")
    return version
  }
}
