import Foundation
import Testing

extension EndToEnd {
  @Suite("A store on the disk is whole or not there")
  struct WholeStoreTests {
    @Test("A backup can be served as a store, with all that was acknowledged before it was asked for")
    func backup() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let admin = try daemon.connect(as: "admin")
      for _ in 0..<100 { try staff.send("POST :甲") }
      for _ in 0..<100 { #expect(try staff.readFinal().hasPrefix("OK ")) }
      // A change that is under way may be in it or not.
      try staff.send("POST :乙")
      #expect(try admin.ask("BACKUP first").hasPrefix("OK name=first "))
      #expect(try admin.ask("BACKUP first").refusal == "BAD_ARG")
      #expect(try staff.readFinal().hasPrefix("OK wish=101 "))
      let restored = try LiveDaemon()
      try restored.adopt("\(daemon.data)/backup/first.db", of: daemon)
      try restored.start()
      let again = try restored.connect(as: "li")
      #expect(try again.say("SHOW 100").count == 2)
      let next = try again.ask("POST :丙").field("wish")
      #expect(next == "101" || next == "102")
    }

    @Test("A daemon that is killed during a backup leaves no half of one, and its name can be taken again")
    func killedBackup() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let text = String(repeating: "灯", count: 3_000)
      for _ in 0..<20 {
        for _ in 0..<50 { try staff.send("POST :\(text)") }
        for _ in 0..<50 { #expect(try staff.readFinal().hasPrefix("OK ")) }
      }
      var killedInside = 0
      for turn in 0..<3 {
        let admin = try daemon.connect(as: "admin")
        try admin.send("BACKUP copy\(turn)")
        let folder = "\(daemon.data)/backup"
        _ = waits { (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0 > 0 }
        usleep(.random(in: 0...20_000))
        #expect(try daemon.stop(SIGKILL) == nil)
        let isDone = FileManager.default.fileExists(atPath: "\(folder)/copy\(turn).db")
        if !isDone { killedInside += 1 }
        try daemon.start()
        let again = try daemon.connect(as: "admin").ask("BACKUP copy\(turn)")
        #expect(isDone ? again.refusal == "BAD_ARG" : again.hasPrefix("OK "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy\(turn).db"])
        let restored = try LiveDaemon()
        try restored.adopt("\(folder)/copy\(turn).db", of: daemon)
        try restored.start()
        #expect(try restored.connect(as: "li").say("SHOW 1000").count == 2)
        try FileManager.default.removeItem(atPath: "\(folder)/copy\(turn).db")
      }
      #expect(killedInside > 0, "no backup was under way when it was killed")
    }

    @Test("An init that is killed leaves nothing in the way of the next one, or a store that can be served")
    func killedInit() throws {
      let place = try LiveDaemon()
      for turn in 0..<15 {
        let data = "\(place.directory)/i\(turn)"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = ["init", "--data", data]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        usleep(.random(in: 0...60_000))
        kill(process.processIdentifier, SIGKILL)
        #expect(waits { !process.isRunning })
        let isThere = FileManager.default.fileExists(atPath: "\(data)/wish.db")
        let next = try BuiltProgram.run(["init", "--data", data])
        #expect(next.exit == (isThere ? 73 : 0), "\(next.errors)")
        guard isThere else { continue }
        let daemon = try LiveDaemon()
        try daemon.adopt("\(data)/wish.db", of: place)
        try daemon.start()
      }
    }

    @Test("A daemon that is born without standard input, output and error puts nothing else in their places")
    func closedDescriptors() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      #expect(try daemon.stop() == 0)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "exec \"$0\" \"$@\" <&- >&- 2>&-", BuiltProgram.path, "serve", "--data", daemon.data]
        + ["--listen", daemon.door]
      try process.run()
      defer { kill(process.processIdentifier, SIGKILL) }
      #expect(waits { (try? daemon.connect(over: daemon.door)) != nil })
      let staff = try daemon.connect(as: "li", over: daemon.door)
      #expect(try staff.ask("POST :甲").hasPrefix("OK wish=1 "))
      for number in 0...2 {
        // Whoever is not root may not look.
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/\(process.processIdentifier)/fd/\(number)"
        )
        #expect(target ?? "/dev/null" == "/dev/null")
      }
      staff.endSending()
      kill(process.processIdentifier, SIGTERM)
      #expect(waits { !process.isRunning })
      #expect(process.terminationStatus == 0)
      try daemon.start()
      #expect(try daemon.connect(as: "li").say("SHOW 1").count == 2)
    }
  }
}
