import Foundation
import Testing

@testable import WishCore

@Suite("BACKUP")
struct BackupTests {
  private func town(wishes: Int) throws -> (town: Town, staff: Client, admin: Client) {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 0..<wishes { staff.done("POST name=李\(number) :楼道灯坏了\(number)") }
    return (town, staff, town.connectAsAdmin())
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("makes a store that opens and holds what was there, in one file for its owner alone")
  func isAStore() throws {
    let (town, _, admin) = try town(wishes: 5)
    let reply = admin.done("BACKUP mon-1")
    #expect(reply.names == ["name", "bytes", "wishes", "seq"])
    #expect(reply.number("wishes") == 5)
    #expect(reply.number("seq") == town.last)
    let file = town.backups.path + "/mon-1.db"
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)).count == reply["bytes"].flatMap { Int($0) })
    #expect(try FileManager.default.contentsOfDirectory(atPath: town.backups.path) == ["mon-1.db"])
    #expect(try mode(file) == 0o600)
    #expect(try mode(town.backups.path) == 0o700)
    let copy = try Store(path: file)
    #expect(try copy.last().event == town.last)
    #expect(try copy.papers(3)?.name == "李2")
    #expect(try copy.loadRegister() == town.store.loadRegister())
  }

  @Test("holds one moment of a store that is written to while it is made")
  func underLoad() throws {
    let (town, staff, admin) = try town(wishes: 20)
    let before = town.last
    town.holdsWork = true
    admin.send("BACKUP busy")
    town.turn()
    let stop = Flag()
    let done = DispatchSemaphore(value: 0)
    let folder = town.backups
    let path = town.path
    // The copies are made beside a writer that never rests.
    DispatchQueue.global().async {
      for number in 0..<5 {
        let name = BackupName(stored: "load-\(number)")
        do {
          _ = try folder.copy(storePath: path, as: name)
        } catch {
          Issue.record("\(error)")
        }
      }
      stop.set()
      done.signal()
    }
    while !stop.isSet { staff.done("POST :写个不停") }
    done.wait()
    town.runHeldWork()
    #expect(Reply.outcome(admin.read().last ?? "") == "OK")
    var latest = before
    for number in 0..<5 {
      let copy = try Store(path: folder.file(of: BackupName(stored: "load-\(number)")))
      let last = try copy.last()
      #expect(last.event >= latest && last.event <= town.last)
      // One POST, one event: a copy of two moments would have more of the one than of the other.
      #expect(last.event - before == last.wish - 20)
      latest = last.event
    }
    #expect(latest > before, "something was written while copies were made")
  }

  @Test("keeps to the moment at which it began, however much is written before the first page is copied")
  func oneMoment() throws {
    let (town, staff, _) = try town(wishes: 3)
    let before = town.last
    let reader = try BackupFolder.reader(of: town.path)
    staff.done("POST :后来的")
    let copy = StoreFile(path: town.path + ".copy")
    try copy.makeEmpty()
    try BackupFolder.copyPages(from: reader, to: copy)
    let report = try BackupFolder.look(at: copy)
    #expect(report.seq == before)
    #expect(report.wishes == 3)
  }

  @Test(
    "refuses a name that is none, before it touches the disk",
    arguments: [
      "..", "../wish", "a/b", "/tmp/x", "A", "备份", "a.db", "all", "system", "\"\"", "\"a b\"",
      String(repeating: "x", count: 33), "２０２６",
    ]
  )
  func names(name: String) throws {
    let (town, _, admin) = try town(wishes: 0)
    #expect(admin.outcome("BACKUP \(name)") == "BAD_ARG name")
    #expect(!FileManager.default.fileExists(atPath: town.backups.path))
  }

  @Test("refuses a name that is taken, be it by a link to nowhere, and leaves what has it")
  func taken() throws {
    let (town, _, admin) = try town(wishes: 1)
    admin.done("BACKUP a")
    let file = town.backups.path + "/a.db"
    let first = try Data(contentsOf: URL(fileURLWithPath: file))
    admin.done("SKILL 修鞋")
    #expect(admin.outcome("BACKUP a") == "BAD_ARG name")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == first)
    try FileManager.default.createSymbolicLink(
      atPath: town.backups.path + "/b.db",
      withDestinationPath: "/nowhere"
    )
    #expect(admin.ask("BACKUP b") == "ERR BAD_ARG retry=no arg=name :这个名字已经用过，请换一个")
    admin.done("HELLO lang=en")
    #expect(admin.ask("BACKUP b") == "ERR BAD_ARG retry=no arg=name :This name is taken: choose another")
  }

  @Test("is for administrators, takes no key, writes no event and works while draining")
  func rules() throws {
    let (town, staff, admin) = try town(wishes: 1)
    #expect(staff.outcome("BACKUP a") == "FORBIDDEN")
    #expect(town.connect().outcome("BACKUP a") == "AUTH_REQUIRED")
    #expect(admin.outcome("BACKUP a key=k") == "BAD_ARG key")
    #expect(admin.outcome("BACKUP") == "BAD_ARG name")
    admin.done("DRAIN on")
    let before = town.last
    admin.done("BACKUP a")
    #expect(town.last == before)
  }

  @Test("keeps nobody else waiting, and its own connection in order")
  func order() throws {
    let (town, staff, admin) = try town(wishes: 1)
    town.holdsWork = true
    #expect(admin.pipeline(["#1 BACKUP a", "#2 PING"]) == [])
    #expect(staff.outcome("POST :换灯") == "OK")
    town.runHeldWork()
    #expect(admin.read().map { $0.prefix(5) } == ["#1 OK", "#2 OK"])
  }

  @Test("answers a disk that takes nothing with READONLY, leaves nothing behind, and goes on after")
  func noRoom() throws {
    let (town, staff, admin) = try town(wishes: 1)
    try Data().write(to: URL(fileURLWithPath: town.backups.path))
    #expect(admin.outcome("BACKUP a") == "READONLY")
    #expect(staff.outcome("POST :换灯") == "OK")
    try FileManager.default.removeItem(atPath: town.backups.path)
    admin.done("BACKUP a")
  }

  @Test("clears away what a copy that was cut short has left, and nothing else")
  func leftOvers() throws {
    let (town, _, admin) = try town(wishes: 1)
    admin.done("BACKUP a")
    for name in ["x.db.new", "x.db.new-wal", "x.db.new-journal", "notes.txt"] {
      try Data([1]).write(to: URL(fileURLWithPath: town.backups.path + "/" + name))
    }
    try town.restart()
    let left = try FileManager.default.contentsOfDirectory(atPath: town.backups.path).sorted()
    #expect(left == ["a.db", "notes.txt"])
  }
}

/// Something that one thread raises and another looks for.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  func set() { lock.withLock { value = true } }

  var isSet: Bool { lock.withLock { value } }
}
