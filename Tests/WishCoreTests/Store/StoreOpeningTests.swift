import Foundation
import Testing

@testable import WishCore

@Suite("A store is opened only where it is one")
struct StoreOpeningTests {
  let fixture: StoreFixture

  init() throws { fixture = try StoreFixture() }

  /// How opening fails; an empty string where it does not.
  private func failure(_ path: String? = nil) -> String {
    do {
      _ = try Store(path: path ?? fixture.path)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test("What is not there is absent")
  func absent() { #expect(failure(fixture.directory + "/none.db") == "absent") }

  @Test("An empty file is empty")
  func empty() throws {
    let path = fixture.directory + "/empty.db"
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(failure(path) == "empty")
  }

  @Test("A file of something else is not a database")
  func notDatabase() throws {
    let path = fixture.directory + "/text.db"
    try Data(String(repeating: "心愿", count: 1_000).utf8).write(to: URL(fileURLWithPath: path))
    #expect(failure(path) == "notDatabase")
  }

  @Test("Another program's database is foreign, and is not touched")
  func foreign() throws {
    let path = fixture.directory + "/foreign.db"
    do { try RawDatabase(path).run("CREATE TABLE t (x); PRAGMA application_id = 7") }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(failure(path) == "foreign")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("A newer version is refused by its number")
  func newer() throws {
    do { try RawDatabase(fixture.path).run("PRAGMA user_version = 99") }
    #expect(failure() == "newer(found: 99)")
  }

  @Test("A store without one of its tables is damaged")
  func damaged() throws {
    do { try RawDatabase(fixture.path).run("DROP TABLE tally") }
    #expect(failure().hasPrefix("damaged"))
  }

  @Test("A store that another program is writing to is locked")
  func locked() throws {
    let other = try RawDatabase(fixture.path)
    try other.run("BEGIN EXCLUSIVE")
    #expect(failure() == "locked")
    try other.run("ROLLBACK")
    #expect(failure() == "")
  }

  @Test("A store is not made where there is something")
  func present() throws {
    #expect(throws: StoreFailure.self) {
      try Store.create(
        path: fixture.path,
        hashKey: StoreFixture.hashKey,
        skills: [],
        admin: (StoreFixture.admin, secretHash: ""),
        at: StoreFixture.start
      )
    }
    #expect(failure() == "")
  }

  @Test("Nobody but its owner reads the file, and nothing else is left beside it")
  func mode() throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.directory) == ["wishd.db"])
    let store = try fixture.open()
    for suffix in ["-wal", "-shm"] {
      let beside = try FileManager.default.attributesOfItem(atPath: fixture.path + suffix)
      #expect((beside[.posixPermissions] as? Int) == 0o600)
    }
    try store.close()
  }

  @Test("Every setting reads back as it was set")
  func settings() throws {
    let store = try fixture.open()
    for (pragma, _, reads) in StoreSettings.writing {
      #expect(try StoreSettings.text(of: pragma, store.connection) == reads, "\(pragma)")
    }
    #expect(try StoreSettings.number(of: "application_id", store.connection) == 0x5749_5348)
    #expect(try StoreSettings.number(of: "trusted_schema", store.connection) == 0)
  }

  @Test("A setting that does not take is an error")
  func settingRefused() throws {
    let store = try fixture.open()
    #expect(throws: StoreFault.self) {
      try StoreSettings.apply([("busy_timeout", "5", "6")], to: store.connection)
    }
  }

  @Test("A store that was not closed in order is looked through, and one that was is not")
  func quickCheck() throws {
    do {
      let store = try fixture.open()
      #expect(try !Meta.read(store.connection).isClean)
      try store.close()
    }
    do {
      let database = try RawDatabase(fixture.path)
      // Damage that only a look through the whole file finds.
      try database.run("PRAGMA ignore_check_constraints = ON; INSERT INTO unit VALUES ('NO CODE', '')")
    }
    #expect(failure() == "")
    #expect(failure().hasPrefix("damaged"))
  }
}
