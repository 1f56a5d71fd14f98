import Foundation
import Testing

@testable import WishCore

@Suite("Checking a store") struct StoreCheckTests {
  /// A town in which wishes have come to every state, some twice, and one is erased.
  private func town() throws -> Town {
    let town = try Town()
    try town.settle()
    var staging = Staging(staff: try town.connect(as: "li"))
    staging.staff.done("MEMBER m2 capacity=100 skills=电工")
    for state in Staging.states { _ = staging.wish(state) }
    staging.second = "m3"
    staging.holder = "m1"
    staging.slip = "grid=c01-g1 confidential=yes kind=goods"
    for member in ["m1", "m3"] { staging.staff.done("MEMBER \(member) capacity=100") }
    for state in Staging.states { _ = staging.wish(state) }
    for line in [
      "MERGE 1 into=2 :同一件", "REOPEN 1 :不是", "MERGE 1 into=2 :同一件", "ERASE 1 :本人要求", "POST skills=电工 :换灯",
    ] { staging.staff.done(line) }
    town.pass(seconds: 30 * 86_400)
    try town.store.close()
    return town
  }

  @Test("finds nothing in one that the service wrote, whatever it went through") func nothing() throws {
    let town = try town()
    let check = try StoreCheck(path: town.path)
    #expect(check.findings == [])
    #expect(check.wishes == Int(town.service.office.lastWish))
    #expect(check.events == Int(town.last))
  }

  @Test(
    "finds every kind of damage, and says where",
    arguments: [
      ("UPDATE wish SET slots = 9 WHERE number = 4", "wish 4: not as the log tells it: slots"),
      ("UPDATE wish SET askers = 7 WHERE number = 2", "wish 2: not as the log tells it: askers"),
      ("UPDATE wish SET erased = 1 WHERE number = 8", "wish 8: not as the log tells it: isErased"),
      (
        "UPDATE claim SET state = 'released' WHERE event = (SELECT max(event) FROM claim WHERE wish = 6)",
        "claims"
      ),
      ("UPDATE wish SET last_claim = NULL WHERE number = 6", "wish 6: not as the log tells it: claims"),
      ("UPDATE wish SET last_event = last_event - 1 WHERE number = 6", "is not its latest event"),
      ("DELETE FROM invitation; DELETE FROM wish_skill", "skills"),
      (
        "UPDATE tally SET fulfilled = fulfilled + 1 WHERE community = 'c01'",
        "tally c01: not as the log tells it"
      ),
      ("DELETE FROM tally", "tally c01: not as the log tells it"),
      ("INSERT INTO tally VALUES ('c02', 1, 0, 0, 0, 0)", "tally c02: not as the log tells it"),
      ("DELETE FROM petitioner WHERE wish = 3", "wish 3: has no slip"),
      ("DELETE FROM card WHERE wish = 4", "wish 4: has no card"),
      ("UPDATE petitioner SET name = '某人' WHERE wish = 1", "wish 1: is erased and still says something"),
      ("INSERT INTO card VALUES (1, '灯', NULL)", "wish 1: is erased and still says something"),
      (
        "INSERT INTO note SELECT seq, 1, '某人' FROM event WHERE wish = 1 AND type = 'posted'",
        "wish 1: is erased and still says something"
      ),
      ("DELETE FROM event WHERE seq = 9", "the log has a gap"),
      ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "is not its latest event"),
      ("UPDATE event SET detail = 'word' WHERE seq = 40", "event 40: cannot be read"),
      ("UPDATE event SET at = 1 WHERE seq = 40", "event 40: earlier than the one before it"),
      (
        "UPDATE event SET before = before - 1 WHERE seq = (SELECT max(seq) FROM event WHERE before > 2)",
        "does not lead to the earlier one"
      ),
      (
        "UPDATE event SET type = 'lapsed', member = 'm1', detail = '' WHERE wish = 4 AND type = 'approved'",
        "lapsed cannot follow on wish 4"
      ),
      (
        "UPDATE event SET type = 'posted', detail = (SELECT detail FROM event WHERE type = 'posted' LIMIT 1) "
          + "WHERE wish = 4 AND type = 'approved'",
        "wish 4 is posted a second time"
      ),
      ("UPDATE wish SET community = 'nowhere' WHERE number = 3", "reference: wish 3 names no row of area"),
      ("UPDATE account SET area = 'nowhere' WHERE code = 'li'", "names no row of area"),
      ("UPDATE wish SET state = 'nonsense' WHERE number = 3", "file: CHECK constraint failed in wish"),
    ]
  )
  func damage(sql: String, finding: String) throws {
    let town = try town()
    let raw = try RawDatabase(town.path)
    try raw.run("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    try raw.run("DROP TRIGGER event_is_not_changed; DROP TRIGGER event_is_not_deleted")
    try raw.run(sql)

    let check = try StoreCheck(path: town.path)
    #expect(check.findings.contains { $0.contains(finding) }, "\(check.findings)")
    #expect(check.findings.allSatisfy { !$0.contains("某人") && !$0.contains("\n") })
  }

  @Test("finds a page that was overwritten, or says that it cannot be read") func brokenPage() throws {
    let town = try town()
    for page in [1, 3, 20, 40] {
      let copy = town.path + "-broken-\(page)"
      try FileManager.default.copyItem(atPath: town.path, toPath: copy)
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
      try file.seek(toOffset: UInt64(page * 4_096))
      try file.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
      try file.close()
      do {
        #expect(try !StoreCheck(path: copy).findings.isEmpty, "page \(page)")
      } catch StoreFailure.damaged {
      }
    }
  }

  @Test("leaves the store as it is") func changesNothing() throws {
    let town = try town()
    let before = try Data(contentsOf: URL(fileURLWithPath: town.path))
    _ = try StoreCheck(path: town.path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: town.path)) == before)
  }
}
