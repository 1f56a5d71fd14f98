import Foundation
import Testing

@testable import wishd

@Suite("The commands for a store without a daemon") struct RestoreTests {
  /// Sends requests as admin and returns what was answered.
  private func send(_ lines: String, to daemon: Daemon) throws -> String {
    let secret = try daemon.file("secret", daemon.secret)
    let sent = try Daemon.run(
      ["send", "--to", daemon.addresses[0], "--as", "admin", "--secret-file", secret],
      input: lines
    )
    return sent.output
  }

  @Test("A day's copy is restored, the former store is kept, and both are whole") func roundTrip() throws {
    let daemon = try Daemon()
    try daemon.start()
    #expect(try send("SKILL 修鞋\nBACKUP mon\nSKILL 补锅\n", to: daemon).contains("OK name=mon bytes="))
    for command in [["check"], ["restore", "--from", "mon"]] {
      let refused = try Daemon.run(command + ["--data", daemon.data])
      #expect(refused.exit == 69, "a daemon has it")
    }
    #expect(daemon.stop() == 0)
    #expect(try Daemon.run(["check", "--data", daemon.data]).output == "OK wishes=0 events=2\n")
    let restored = try Daemon.run(["restore", "--data", daemon.data, "--from", "mon"])
    #expect(restored.exit == 0)
    #expect(
      restored.output == """
        restored from=\(daemon.data)/backup/mon.db wishes=0 seq=1
        kept=\(daemon.data)/wish.db.before-restore-1

        """
    )
    #expect(try Daemon.run(["check", "--data", daemon.data]).output == "OK wishes=0 events=1\n")
    let back = try Daemon.run([
      "restore", "--data", daemon.data, "--from", "\(daemon.data)/wish.db.before-restore-1",
    ])
    #expect(back.output.contains("seq=2\nkept=\(daemon.data)/wish.db.before-restore-2\n"))
    try daemon.start()
    #expect(try send("SKILL 修伞\n", to: daemon).contains("seq=3"))
    #expect(daemon.stop() == 0)
  }

  @Test("What is no backup is refused and changes nothing") func refuses() throws {
    let daemon = try Daemon()
    let other = try daemon.file("other.db", "不是库")
    for (from, exit) in [("tue", 66), ("/nowhere/x.db", 66), (other, 65)] as [(String, Int32)] {
      let refused = try Daemon.run(["restore", "--data", daemon.data, "--from", from])
      #expect(refused.exit == exit, "\(from): \(refused.errors)")
    }
    #expect(try Daemon.run(["check", "--data", daemon.data]).exit == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: daemon.data).sorted() == ["wish.db", "wishd.lock"]
    )
  }

  @Test("A damaged store is told of line by line, with exit code 65") func damage() throws {
    let daemon = try Daemon()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: daemon.data + "/wish.db"))
    try file.seek(toOffset: 8 * 4_096)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
    try file.close()
    let check = try Daemon.run(["check", "--data", daemon.data])
    #expect(check.exit == 65)
    #expect(!check.output.contains("OK"))
    #expect(try Daemon.run(["check", "--data", daemon.data + "/none"]).exit == 66)
  }

  @Test("A disk that has no room for a copy is READONLY; the service goes on and nothing is left")
  func noRoom()
    throws
  {
    let daemon = try Daemon()
    let pages = try #require(
      FileManager.default.attributesOfItem(atPath: daemon.data + "/wish.db")[.size] as? Int
    )
    // Room for the log, which begins anew, and not for a file as large as the store.
    try daemon.start(shell: "ulimit -f \(pages / 512 / 2);")
    let replies = try send("BACKUP mon\nPING\nSTATS\n", to: daemon)
    #expect(replies.contains("ERR READONLY"))
    #expect(replies.contains("wishes-open"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: daemon.data + "/backup") == [])
    #expect(daemon.stop() == 0)
  }
}
