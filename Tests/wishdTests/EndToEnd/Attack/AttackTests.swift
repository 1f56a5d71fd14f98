import Foundation
import Testing

@testable import WishCore

extension EndToEnd {
  @Suite("A daemon under attack")
  struct AttackTests {
    @Test("An account that is changed or ended has no more say on the connections that it has open")
    func changedAccounts() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let admin = try daemon.connect(as: "admin")
      for (change, account) in [
        ("DISABLE m1", "m1"), ("ACCOUNT desk role=terminal area=c02", "desk"), ("ROTATE li", "li"),
      ] {
        let client = try daemon.connect(as: account)
        #expect(try client.ask("WHOAMI").hasPrefix("OK account=\(account) "))
        #expect(try admin.ask(change).hasPrefix("OK "))
        for line in ["WHOAMI", "SHOW 1", "POST :灯坏了", "CLAIM 1"] {
          #expect(try client.ask(line) == "ERR AUTH_REQUIRED retry=auth :请先登录：AUTH 账号 :口令")
        }
        #expect(try client.ask("PING") == "OK")
      }
      let old = "AUTH li :\(daemon.secrets["li"] ?? "")"
      #expect(try daemon.connect().ask(old).refusal == "AUTH_FAILED")
    }

    @Test("A key is its account's own: another's request of the same key is another request")
    func keys() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let (staff, desk) = (try daemon.connect(as: "li"), try daemon.connect(as: "desk"))
      #expect(try staff.ask("POST key=k :灯坏了").hasPrefix("OK wish=1 "))
      let other = try desk.ask("POST key=k :灯坏了")
      #expect(other.hasPrefix("OK wish=2 ") && other.field("replay") == nil)
      #expect(try desk.ask("POST key=k :别的").refusal == "KEY_REUSED")
      #expect(try staff.ask("POST key=k :灯坏了").field("replay") == "yes")
    }

    @Test(
      "While another program locks the store changes are READONLY, readers read, and nothing is lost after"
    )
    func lockedStore() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      #expect(try staff.ask("POST :灯坏了").hasPrefix("OK wish=1 "))
      do {
        let other = try StoreOpening.connect("\(daemon.data)/wish.db", .readWrite)
        try other.execute("BEGIN IMMEDIATE")
        for _ in 0..<3 { #expect(try staff.ask("POST key=k :水管漏水").refusal == "READONLY") }
        #expect(try staff.say("SHOW 1").count == 2)
        #expect(try daemon.connect(as: "m1").ask("PING") == "OK")
        try other.execute("ROLLBACK")
      }
      #expect(try staff.ask("POST key=k :水管漏水").hasPrefix("OK wish=2 "))
      #expect(try daemon.stop() == 0)
    }

    /// The fields of the header are named in https://www.sqlite.org/fileformat.html#the_database_header.
    @Test(
      "A store that is none, another program's, newer or damaged is not served, and not touched",
      arguments: [
        ("none", 0, Array("不是心愿库".utf8)), ("application_id", 68, [1, 2, 3, 4]),
        ("user_version", 60, [0, 0, 0x7F, 0xFF]),
        ("the schema's page", 100, [UInt8](repeating: 0xAA, count: 64)),
      ] as [(String, Int, [UInt8])]
    )
    func unusableStores(_ what: String, place: Int, bytes: [UInt8]) throws {
      let daemon = try LiveDaemon()
      let path = "\(daemon.data)/wish.db"
      var file = Array(try #require(FileManager.default.contents(atPath: path)))
      file.replaceSubrange(place..<place + bytes.count, with: bytes)
      try Data(file).write(to: URL(filePath: path))
      let served = try BuiltProgram.run(["serve", "--data", daemon.data, "--listen", daemon.door])
      #expect(served.exit == 65, "\(what): \(served.errors)")
      #expect(FileManager.default.contents(atPath: path).map(Array.init) == file)
      #expect(!FileManager.default.fileExists(atPath: "\(daemon.data)/wishd.sock"))
    }

    @Test("Whoever reads a wall while it is written has a whole one, old or new") func readers() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      #expect(waits { ["c01.txt", "all.html"].allSatisfy { daemon.wall($0).contains("向阳") } })
      let isOver = Kept(false)
      let (looks, halves) = (Kept(0), Kept<[String]>([]))
      let seen = Kept<Set<Int>>([])
      let folder = "\(daemon.data)/wall"
      try onThreads(2) { number in
        while !isOver.value {
          let wall = text(of: "\(folder)/\(number == 0 ? "c01.txt" : "all.html")")
          looks.change { $0 += 1 }
          seen.change { _ = $0.insert(wall.utf8.count) }
          if !wall.hasSuffix(number == 0 ? "由许愿的居民说了算。\n" : "</html>\n") {
            halves.change { $0.append(wall) }
          }
          usleep(1_000)
        }
      } meanwhile: {
        defer { isOver.change { $0 = true } }
        for index in 0..<12 {
          _ = try daemon.publish("修灯\(index)", by: staff)
          let isShown = waits { daemon.wall("c01.txt").contains("修灯\(index)") }
          #expect(isShown)
        }
      }
      #expect(halves.value.isEmpty)
      #expect(looks.value > 100 && seen.value.count > 10)
    }
  }
}
