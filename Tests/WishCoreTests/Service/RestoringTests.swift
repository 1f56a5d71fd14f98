import Foundation
import Testing

@testable import WishCore

@Suite("Restoring a copy") struct RestoringTests {
  private func town() throws -> (town: Town, staff: Client) {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 1...6 { staff.done("POST name=鲎\(number)号 :请帮鲎\(number)号换灯") }
    for line in [
      "WITHDRAW 1 :鲎1号", "APPROVE 3 category=convenience limit=7d public=鲎3号", "PUBLISH 3",
      "CLAIM 3 member=m1",
      "FULFIL 4 category=convenience",
    ] { staff.done(line) }
    town.connectAsAdmin().done("BACKUP mon")
    return (town, staff)
  }

  private func restore(_ town: Town) throws -> Restoration {
    let source = town.backups.file(of: BackupName(stored: "mon"))
    return try Restoring.prepare(from: source, for: town.path, listIn: town.backups, at: town.now)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @Test("brings back what it held and keeps what was there") func roundTrip() throws {
    let (town, staff) = try town()
    let seq = town.last
    staff.done("POST :后来的")
    try town.store.close()
    let restoration = try restore(town)
    #expect(restoration == Restoration(wishes: 6, seq: seq, erased: [], findings: []))
    #expect(try Restoring.place(storePath: town.path) == town.path + ".before-restore-1")
    try town.restart(closing: false)
    #expect(town.last == seq)
    #expect(try town.connect(as: "li").row("SHOW 2")["name"] == "鲎2号")
    let kept = try Store(path: town.path + ".before-restore-1")
    #expect(try kept.last().wish == 7)
  }

  @Test("erases again what was erased since, also what the copy still holds as open") func erasesAgain()
    throws
  {
    let (town, staff) = try town()
    for line in [
      "RELEASE 3 member=m1 :鲎3号", "REJECT 2 :鲎2号", "CONFIRM 4 solved=yes :鲎4号", "WITHDRAW 3 :鲎3号",
    ] { staff.done(line) }
    for number in 1...4 { staff.done("ERASE \(number) :要求") }
    let source = try text(town.backups.file(of: BackupName(stored: "mon")))
    #expect((1...6).allSatisfy { source.contains("鲎\($0)号") })
    try town.store.close()
    let restoration = try restore(town)
    #expect(restoration.erased == [1, 2, 3, 4])
    #expect(restoration.findings == [])
    _ = try Restoring.place(storePath: town.path)
    let restored = try text(town.path)
    #expect((1...6).map { restored.contains("鲎\($0)号") } == [false, false, false, false, true, true])
    try town.restart(closing: false)
    let states = try (1...4).map { try town.store.wish($0)?.state }
    #expect(states == [.withdrawn, .withdrawn, .withdrawn, .closed])
    #expect(try town.connect(as: "m1").rows("MINE").isEmpty)
    try town.store.close()
    #expect(try StoreCheck(path: town.path).findings == [])
  }

  @Test("leaves alone a wish that was given the number of an erased one") func reusedNumber() throws {
    let (town, staff) = try town()
    let posted = staff.done("POST :鲎7号").number("wish")
    #expect(posted == 7)
    for line in ["WITHDRAW 7 :要求", "ERASE 7 :要求"] { staff.done(line) }
    try town.store.close()
    #expect(try restore(town).erased == [])
    _ = try Restoring.place(storePath: town.path)
    town.now = town.now.advanced(bySeconds: 60)
    try town.restart(closing: false)
    try town.connect(as: "li").done("POST :另一条")
    town.connectAsAdmin().done("BACKUP tue")
    try town.store.close()
    let source = town.backups.file(of: BackupName(stored: "tue"))
    let again = try Restoring.prepare(from: source, for: town.path, listIn: town.backups, at: town.now)
    #expect(again.erased == [])
  }

  @Test("refuses what is no whole store, and changes nothing") func refuses() throws {
    let (town, _) = try town()
    try town.store.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: town.path))
    let whole = try Data(contentsOf: URL(fileURLWithPath: town.backups.file(of: BackupName(stored: "mon"))))
    var torn = whole
    torn.replaceSubrange(8_192..<12_288, with: Data(repeating: 0x5A, count: 4_096))
    for (name, bytes) in [("text", Data("不是库".utf8)), ("empty", Data()), ("torn", torn)] {
      let file = town.path + "." + name
      try bytes.write(to: URL(fileURLWithPath: file))
      #expect(throws: StoreFailure.self, "\(name)") {
        try Restoring.prepare(from: file, for: town.path, listIn: town.backups, at: town.now)
      }
      #expect(!FileManager.default.fileExists(atPath: town.path + ".new"))
    }
    let odd = town.path + ".odd"
    try whole.write(to: URL(fileURLWithPath: odd))
    let raw = try RawDatabase(odd)
    try raw.run("PRAGMA ignore_check_constraints = ON; UPDATE wish SET state = 'nonsense' WHERE number = 5")
    #expect(throws: StoreFailure.self, "a word that is none") {
      try Restoring.prepare(from: odd, for: town.path, listIn: town.backups, at: town.now)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: town.path)) == before)
  }

  @Test("takes the log along that the former store had") func keepsLog() throws {
    let (town, staff) = try town()
    staff.done("POST :还在日志里")
    // Not closed: what was written last stands in the log only.
    _ = try restore(town)
    #expect(try Restoring.place(storePath: town.path) != nil)
    #expect(FileManager.default.fileExists(atPath: town.path + ".before-restore-1-wal"))
    #expect(!FileManager.default.fileExists(atPath: town.path + "-wal"))
    #expect(try StoreCheck(path: town.path).findings == [])
  }

  @Test("A line of the list that was cut short is passed over, and not added to") func tornList() throws {
    let (town, _) = try town()
    let list = ErasureList(folder: town.backups)
    let first = ErasureList.Entry(wish: 1, posted: Moment(milliseconds: 5))
    let second = ErasureList.Entry(wish: 2, posted: Moment(milliseconds: 6))
    #expect(try list.append([first], at: town.now) == 0)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: list.path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("77\t5".utf8))
    try file.close()
    #expect(try list.entries() == [first])
    _ = try list.append([second], at: town.now)
    #expect(try list.entries() == [first, second])
  }
}
