import Foundation
import Testing

extension EndToEnd {
  @Suite("On its machine the daemon")
  struct SystemTests {
    @Test("keeps its files to itself, and only the walls are for everybody")
    func modes() throws {
      let daemon = try LiveDaemon()
      try daemon.start(under: "umask 000;")
      try daemon.settle()
      _ = try daemon.publish("修灯", by: try daemon.connect(as: "li"))
      #expect(waits { daemon.wall("c01.txt").contains("修灯") })
      #expect(try mode(daemon.data) == 0o700)
      for file in ["wish.db", "wish.db-wal", "wishd.lock", "wishd.sock"] {
        #expect(try mode("\(daemon.data)/\(file)") & 0o077 == 0, "\(file)")
      }
      #expect(try mode("\(daemon.data)/wall") == 0o755)
      #expect(try mode("\(daemon.data)/wall/c01.txt") == 0o644)
    }

    @Test("follows no link that was planted among the walls")
    func plantedLinks() throws {
      let daemon = try LiveDaemon()
      let victims = try (0..<4).map { try daemon.file("victim\($0)", "mine") }
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      #expect(waits { daemon.wall("c01.txt").contains("向阳") })
      let names = ["c01.txt", "all.html", ".wishd-all.txt.tmp", ".wishd-c01.md.tmp"]
      for (name, victim) in zip(names, victims) {
        let path = "\(daemon.data)/wall/\(name)"
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: victim)
      }
      _ = try daemon.publish("修灯", by: staff)
      #expect(
        waits { ["c01.txt", "c01.md", "all.txt", "all.html"].allSatisfy { daemon.wall($0).contains("修灯") } }
      )
      for victim in victims { #expect(text(of: victim) == "mine") }
      let kept = try FileManager.default.attributesOfItem(atPath: "\(daemon.data)/wall/c01.txt")
      #expect(kept[.type] as? FileAttributeType == .typeRegular)
    }

    @Test("writes no name, phone, address, text or secret into its log, its command line or a refusal")
    func canaries() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let papers = #"name=欧阳麒麟 phone=13912340987 address="凤凰路77号3单元901室""#
      let posted = try staff.ask("POST key=a \(papers) text=\"麒麟想要轮椅\"")
      #expect(posted.hasPrefix("OK wish=1 "))
      var answers = [posted]
      for line in [
        "POST key=a \(papers) :麒麟想要拐杖", "POST \(papers) \(papers) :麒麟",
        "POST phone=1391234098713912340987139123409871391234098 :x",
        "POST \(papers) group=麒麟 :x", "POST \(papers) :x\u{202E}麒麟", "欧阳麒麟 13912340987", "CLAIM 欧阳麒麟",
        "RETURN 1 :欧阳麒麟 13912340987", "AUTH 欧阳麒麟 :\(daemon.secrets["li"] ?? "")",
        "AUTH li :wrong\(daemon.secrets["m1"] ?? "")", "RETURN 1 :\(daemon.secrets["m1"] ?? "")",
      ] { answers.append(try staff.ask(line)) }
      #expect(try daemon.connect(as: "m1").ask("SHOW 1").refusal == "NOT_FOUND")
      staff.endSending()
      #expect(try daemon.stop() == 0)
      let canaries = ["麒麟", "13912340987", "凤凰路", "901", "轮椅"] + daemon.secrets.values
      for canary in canaries {
        #expect(!daemon.log.contains(canary), "\(canary) is in the log")
        #expect(!answers.contains { $0.contains(canary) }, "\(canary) is in a reply")
      }
      #expect(daemon.log.split(separator: "\n").count > 10)
    }

    @Test("dumps no core, and shows no secret in its arguments")
    func coreDumps() throws {
      let daemon = try LiveDaemon()
      try daemon.start(under: "ulimit -c unlimited;")
      let limits = text(of: "/proc/\(daemon.number)/limits").split(separator: "\n")
      let core = limits.first { $0.hasPrefix("Max core file size") }?.split(separator: " ").dropFirst(4)
      #expect(core.map(Array.init) == ["0", "0", "bytes"])
      // Of a process that nobody may look into, these are root's: proc(5).
      for file in ["mem", "environ"] {
        let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(daemon.number)/\(file)")
        #expect(owner[.ownerAccountID] as? Int == 0)
      }
      let arguments = text(of: "/proc/\(daemon.number)/cmdline")
      #expect(arguments.contains("serve"))
      #expect(!arguments.contains(daemon.secrets["admin"] ?? "serve"))
    }

    @Test("lets claims lapse that ran out while it was held, before it hears anything that came meanwhile")
    func lapsesAfterPause() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle(members: 2)
      let staff = try daemon.connect(as: "li")
      let late = try daemon.connect(as: "m1")
      let next = try daemon.connect(as: "m2")
      let wish = try daemon.publish("修灯", limit: "1s", by: staff)
      #expect(try late.ask("CLAIM \(wish)").hasPrefix("OK "))
      daemon.signal(SIGSTOP)
      try late.send("RENEW \(wish) :再等等")
      usleep(1_300_000)
      try next.send("CLAIM \(wish)")
      daemon.signal(SIGCONT)
      #expect(try late.readFinal().refusal == "FORBIDDEN")
      #expect(try next.readFinal().hasPrefix("OK wish=\(wish) state=claimed "))
      let history = try staff.say("HISTORY \(wish)").filter { $0.field("type") == "lapsed" }
      #expect(history.map { $0.field("account") } == ["system"])
    }

    @Test("lets claims lapse that ran out while it was down")
    func lapsesAfterStop() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let wish = try daemon.publish("修灯", limit: "1s", by: try daemon.connect(as: "li"))
      #expect(try daemon.connect(as: "m1").ask("CLAIM \(wish)").hasPrefix("OK "))
      #expect(try daemon.stop(SIGKILL) == nil)
      usleep(1_100_000)
      try daemon.start()
      #expect(try daemon.connect(as: "li").say("SHOW \(wish)").first?.field("state") == "published")
    }

    @Test("refuses changes once its files may not grow, goes on reading, and recovers by itself")
    func fullDisk() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      #expect(try daemon.stop() == 0)
      // In blocks of 512 bytes: room for some commits, in the log file of the store.
      try daemon.start(under: "ulimit -S -f 800;")
      let staff = try daemon.connect(as: "li")
      let text = String(repeating: "灯", count: 1_000)
      var replies: [String] = []
      repeat {
        replies.append(try staff.ask("POST key=k\(replies.count) :\(text)"))
      } while replies.last?.hasPrefix("OK wish=\(replies.count) ") == true && replies.count < 1_000
      #expect(replies.last?.hasPrefix("ERR READONLY retry=later ") == true, "\(replies.last ?? "")")
      let posted = replies.count - 1
      #expect(posted > 1)
      for _ in 0..<20 { #expect(try staff.ask("POST :\(text)").refusal == "READONLY") }
      #expect(try staff.ask("POST key=k0 :\(text)") == replies[0] + " replay=yes")
      #expect(try staff.say("SHOW \(posted)").first?.field("state") == "collected")
      #expect(try staff.ask("SHOW \(posted + 1)").refusal == "NOT_FOUND")
      #expect(try daemon.connect(as: "desk").ask("WHOAMI").hasPrefix("OK account=desk "))

      let grown = try Process.run(
        URL(fileURLWithPath: "/usr/bin/prlimit"),
        arguments: ["--pid", "\(daemon.number)", "--fsize=unlimited:unlimited"]
      )
      #expect(waits { !grown.isRunning })
      #expect(try staff.ask("POST key=k\(posted) :\(text)").hasPrefix("OK wish=\(posted + 1) "))
      #expect(try daemon.stop(SIGKILL) == nil)
      try daemon.start()
      let again = try daemon.connect(as: "li")
      #expect(try again.say("SHOW \(posted + 1)").count == 2)
      #expect(try again.ask("SHOW \(posted + 2)").refusal == "NOT_FOUND")
    }

    private func mode(_ path: String) throws -> Int {
      try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
  }
}
