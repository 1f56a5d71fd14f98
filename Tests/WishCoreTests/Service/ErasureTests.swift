import Foundation
import Testing

@testable import WishCore

@Suite("ERASE") struct ErasureTests {
  /// Words that stand nowhere but in what people wrote.
  private static let canaries = [
    "鲎某甲", "19912345678", "鲎街77号", "鲎某乙", "19987654321", "请帮鲎家换灯", "鲎家公示", "鲎家标准", "鲎家缘由", "鲎家回访",
    "鲎单号", "鲎批次",
  ]

  /// A wish that says every canary, confirmed.
  private func confirmed(_ staff: Client, key: String = "") -> WishNumber {
    let posted = staff.done(
      "POST name=鲎某甲 phone=19912345678 address=鲎街77号 contact-name=鲎某乙 contact-phone=19987654321 "
        + "ref=鲎单号 batch=鲎批次 group=disabled :请帮鲎家换灯"
    )
    let number = posted.number("wish") ?? 0
    for line in [
      "APPROVE \(number) category=convenience limit=7d public=鲎家公示 standard=鲎家标准 \(key)",
      "PUBLISH \(number)", "CLAIM \(number) member=m1", "RELEASE \(number) member=m1 :鲎家缘由",
      "FULFIL \(number)", "CONFIRM \(number) solved=yes :鲎家回访",
    ] { staff.done(line) }
    return number
  }

  private func town() throws -> (town: Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  /// Which canaries stand in which files of the data directory.
  private func traces(in town: Town, of canaries: [String] = canaries) throws -> [String] {
    let folder = URL(fileURLWithPath: town.path).deletingLastPathComponent()
    var found: [String] = []
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    ) where (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
      let bytes = try Data(contentsOf: file)
      for canary in canaries where bytes.range(of: Data(canary.utf8)) != nil {
        found.append("\(file.lastPathComponent): \(canary)")
      }
    }
    return found
  }

  @Test("leaves nothing that people wrote in any file, nor in a copy made after it") func leavesNothing()
    throws
  {
    let (town, staff) = try town()
    let number = confirmed(staff, key: "key=a1")
    #expect(!(try traces(in: town).isEmpty))
    staff.done("ERASE \(number) :鲎某甲要求")
    #expect(try traces(in: town) == [])
    town.connectAsAdmin().done("BACKUP after")
    #expect(try traces(in: town) == [])
    #expect(town.shelf.everything.allSatisfy { !$0.contains("鲎") })
    #expect(town.log.allSatisfy { !$0.contains("鲎") })
    try town.restart()
    #expect(try traces(in: town) == [])
    #expect(staff.session !== town.connect().session)
  }

  @Test("is seen in no reply afterwards; codes, numbers and the reason stay") func replies() throws {
    let (town, staff) = try town()
    let number = confirmed(staff, key: "key=a1")
    let reply = staff.done("ERASE \(number) key=e1 :鲎某甲要求")
    #expect(reply["state"] == "confirmed")
    #expect(reply.number("seq") == town.last)
    let shown = staff.row("SHOW \(number)")
    #expect(shown["erased"] == "yes")
    #expect(shown["category"] == "convenience")
    for name in ["text", "public", "standard", "name", "phone", "address", "ref", "batch", "group"] {
      #expect(shown[name] == nil, "\(name)")
    }
    let history = staff.rows("HISTORY \(number)")
    #expect(history.map { $0["type"] ?? "" }.last == "erased")
    #expect(history.compactMap { $0["note"] } == ["\(Masking.nameMark)要求"], "the reason, masked")
    for line in staff.say("LIST state=confirmed") + staff.say("SHOW \(number)") + staff.say("WALL") {
      #expect(!line.contains("鲎"), "\(line)")
    }
    let replayed = staff.done(
      "APPROVE \(number) category=convenience limit=7d public=鲎家公示 standard=鲎家标准 key=a1"
    )
    #expect(replayed["replay"] == "yes")
    #expect(replayed["public"] == nil)
    #expect(staff.done("ERASE \(number) key=e1 :鲎某甲要求")["replay"] == "yes")
  }

  @Test("is for what has ended, once, and for good") func states() throws {
    let (_, staff) = try town()
    let number = confirmed(staff)
    staff.done("ERASE \(number) :要求")
    #expect(staff.outcome("ERASE \(number) :再来") == "WRONG_STATE")
    #expect(staff.outcome("REOPEN \(number) :再来") == "WRONG_STATE")
    #expect(staff.outcome("AMEND \(number) :再来") == "WRONG_STATE")
    #expect(staff.outcome("ERASE \(number)") == "BAD_ARG why")
  }

  @Test("covers what the same turn has written") func sameTurn() throws {
    let (town, staff) = try town()
    let replies = staff.pipeline([
      "POST name=鲎某甲 :请帮鲎家换灯", "APPROVE 1 category=convenience limit=7d public=鲎家公示 key=a1",
      "WITHDRAW 1 :鲎家缘由", "ERASE 1 :要求", "SHOW 1", "PING",
    ])
    #expect(Reply.outcomes(replies) == ["OK", "OK", "OK", "OK", "OK", "OK"])
    #expect(!replies.suffix(3).contains { $0.contains("鲎") })
    #expect(try traces(in: town) == [])
  }

  @Test("answers when no reader keeps the old log any more, and in order") func waitsForReaders() throws {
    let (town, staff) = try town()
    let number = confirmed(staff)
    var reader: WallReader? = try WallReader(path: town.path)
    _ = try reader?.sources()
    #expect(staff.pipeline(["ERASE \(number) :要求", "PING"]) == [])
    #expect(town.service.wakeAfterMilliseconds.map { $0 <= 20 } == true, "it is tried again soon")
    #expect(try town.connect(as: "li").outcome("POST :别的") == "OK", "nobody else waits")
    #expect(!(try traces(in: town).isEmpty))
    reader = nil
    town.uptime += 20
    town.turn()
    #expect(staff.read().map { $0.prefix(2) } == ["OK", "OK"])
    #expect(try traces(in: town) == [])
  }

  @Test("waits for a wall that still shows it") func waitsForWalls() throws {
    let (town, staff) = try town()
    staff.done("POST show=surname name=鲎某甲 :请帮鲎家换灯")
    for line in ["APPROVE 1 category=convenience limit=7d public=鲎家公示", "PUBLISH 1", "WALL"] {
      _ = staff.say(line)
    }
    #expect(town.shelf.everything.contains { $0.contains("鲎家公示") })
    town.holdsWork = true
    #expect(staff.pipeline(["WITHDRAW 1 :要求", "ERASE 1 :要求"]).count == 1)
    town.holdsWork = false
    town.runHeldWork()
    #expect(staff.read().count == 1)
    #expect(!town.shelf.everything.contains { $0.contains("鲎家公示") })
  }

  @Test("is finished by the next start where the daemon was killed between the commit and the end of it")
  func killed() throws {
    let (town, staff) = try town()
    let number = confirmed(staff)
    var reader: WallReader? = try WallReader(path: town.path)
    _ = try reader?.sources()
    staff.send("ERASE \(number) key=e :要求")
    town.turn()
    #expect(town.store.holdsErased)
    // As kill -9 leaves it: nothing of the first store is closed while the second one opens.
    let store = try Store(path: town.path)
    #expect(store.holdsErased)
    #expect(try !store.scrub())
    reader = nil
    #expect(try store.scrub())
    #expect(try traces(in: town) == [])
  }

  @Test("is listed beside the copies before it is done, and not done where it cannot be") func list() throws {
    let (town, staff) = try town()
    let number = confirmed(staff)
    try Data().write(to: URL(fileURLWithPath: town.backups.path))
    #expect(staff.outcome("ERASE \(number) :要求") == "READONLY")
    #expect(staff.row("SHOW \(number)")["text"] == "请帮鲎家换灯")
    try FileManager.default.removeItem(atPath: town.backups.path)
    staff.done("ERASE \(number) :要求")
    let list = ErasureList(folder: town.backups)
    let wish = try #require(try town.store.wish(number))
    #expect(try list.entries() == [ErasureList.Entry(wish: number, posted: wish.posted)])
    let mode = try FileManager.default.attributesOfItem(atPath: list.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("A batch that the disk refuses is taken from the list again") func listIsTakenBack() throws {
    let (town, staff) = try town()
    let number = confirmed(staff)
    let pages = try StoreSettings.number(of: "page_count", town.store.connection)
    _ = try StoreSettings.text(of: "max_page_count = \(pages)", town.store.connection)
    let other = try town.connect(as: "li")
    other.send("POST :\(String(repeating: "字", count: 4_000))")
    #expect(staff.outcome("ERASE \(number) :要求") == "READONLY")
    #expect(other.read().map { Reply.outcome($0) } == ["READONLY"])
    #expect(try ErasureList(folder: town.backups).entries() == [])
    _ = try StoreSettings.text(of: "max_page_count = 1000000", town.store.connection)
    staff.done("ERASE \(number) :要求")
    #expect(try traces(in: town) == [])
  }

  @Test(
    "leaves nothing also where slips grew and moved from page to page, among others that stay and change",
    arguments: [1, 2, 3] as [UInt64]
  )
  func manySlips(seed: UInt64) throws {
    let (town, staff) = try town()
    var random = SeededRandom(seed: seed)
    func text(_ number: Int, atMost limit: Int = 600) -> String {
      String(repeating: "鲎\(number)号 ", count: Int.random(in: 1...limit, using: &random) / 10 + 1)
    }
    func send(_ lines: [String]) {
      for start in stride(from: 0, to: lines.count, by: 20) {
        let replies = staff.pipeline(Array(lines[start..<min(start + 20, lines.count)]))
        #expect(Set(Reply.outcomes(replies)) == ["OK"])
      }
    }
    let numbers = Array(1...120)
    send(numbers.map { "POST :\(text($0, atMost: 200))" })
    for _ in 0..<6 { send(numbers.shuffled(using: &random).prefix(80).map { "AMEND \($0) :\(text($0))" }) }
    send(numbers.map { "APPROVE \($0) category=convenience limit=7d key=k\($0) public=\"\(text($0))\"" })
    send(numbers.map { "WITHDRAW \($0) :\(text($0, atMost: 90))" })
    let gone = numbers.shuffled(using: &random).prefix(60)
    send(gone.map { "ERASE \($0) :要求" })
    #expect(try traces(in: town, of: gone.map { "鲎\($0)号" }) == [])
    #expect(try traces(in: town, of: numbers.map { "鲎\($0)号" }).count >= 60)
    // Nor does a page that was in memory bring anything back, when others on it are written.
    let kept = numbers.filter { !gone.contains($0) }
    send(kept.map { "REOPEN \($0) :再看" })
    send(kept.map { "AMEND \($0) :改" })
    #expect(try traces(in: town, of: gone.map { "鲎\($0)号" }) == [])
    town.connectAsAdmin().done("BACKUP next")
    #expect(try traces(in: town, of: gone.map { "鲎\($0)号" }) == [])
  }
}

@Suite("serve --retain") struct RetentionTests {
  @Test("erases by itself what ended longer ago, and nothing else") func retains() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 1...45 { staff.done("POST :鲎\(number)") }
    for number in 1...42 { staff.done("WITHDRAW \(number) :鲎") }
    try town.restart(retaining: Span("365d"))
    town.pass(seconds: 364 * 86_400)
    let later = try town.connect(as: "li")
    later.done("WITHDRAW 43 :鲎")
    later.done("REOPEN 1 :鲎")
    #expect(try town.store.wish(2)?.isErased == false)
    town.pass(seconds: 2 * 86_400)
    for _ in 0..<4 { town.pass(seconds: 1) }
    let erased = try (1...45).filter { try town.store.wish($0)?.isErased == true }
    #expect(erased == Array(2...42))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: town.path))
    #expect(bytes.range(of: Data("鲎20".utf8)) == nil)
    #expect(bytes.range(of: Data("鲎44".utf8)) != nil)
    #expect(try town.connect(as: "li").rows("HISTORY 20").last?["account"] == "system")
    #expect(try ErasureList(folder: town.backups).entries().map(\.wish) == Array(2...42))
    #expect(town.service.wakeAfterMilliseconds.map { $0 > 500 } == true, "then it rests")
  }

  @Test("waits while draining, and for ever where nothing was said") func rests() throws {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for line in ["POST :鲎", "WITHDRAW 1 :鲎"] { staff.done(line) }
    town.pass(seconds: 3_600 * 86_400)
    #expect(try town.store.wish(1)?.isErased == false)
    try town.restart(retaining: Span("365d"))
    town.service.isDraining = true
    town.pass(seconds: 7_200)
    #expect(try town.store.wish(1)?.isErased == false)
    town.service.isDraining = false
    town.pass(seconds: 7_200)
    #expect(try town.store.wish(1)?.isErased == true)
  }
}
