import Foundation
import Testing

extension EndToEnd {
  @Suite("A wish's life over the socket")
  struct LifeTests {
    @Test("goes from the slip to the yes, by lines that a person types and lines that a program sends")
    func wholeLife() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let desk = try daemon.connect(as: "desk")
      let program = try daemon.connect(as: "li", over: daemon.door)
      let member = try daemon.connect(as: "m1")

      #expect(try desk.ask("post source=box :楼道灯坏了: 求人 修一修").hasPrefix("OK wish=1 state=collected seq="))
      #expect(try desk.ask("SHOW 1").refusal == "NOT_FOUND")
      let post = #"#p.1 POST key=slip-2 name="王 大爷" phone=13912345678 source=visit text="一\"二\"\n三\u{56db}""#
      let posted = try program.ask(post)
      #expect(posted.hasPrefix("#p.1 OK wish=2 state=collected seq="))
      #expect(try program.ask(post).hasPrefix(posted + " "))
      #expect(try program.ask(post).hasSuffix(" replay=yes"))
      let shown = try program.say("#p.2 SHOW 2")
      #expect(shown.allSatisfy { $0.hasPrefix("#p.2 ") })
      #expect(shown.first?.contains(#" text="一\"二\"\n三四""#) == true)
      #expect(shown.first?.contains(#" name="王 大爷""#) == true)

      let approve = "APPROVE 1 category=便民利民 limit=7d open=yes"
      #expect(try program.ask(approve).hasPrefix("OK wish=1 state=approved "))
      #expect(try program.ask("PUBLISH 1").hasPrefix("OK wish=1 state=published "))
      let claimed = try member.ask("Claim 1\r")
      #expect(claimed.hasPrefix("OK wish=1 state=claimed "))
      #expect(claimed.field("due") != nil)
      #expect(try member.say("MINE").first?.hasPrefix("= wish=1 state=claimed ") == true)
      #expect(try member.ask("FULFIL 1 :换了灯管").hasPrefix("OK wish=1 state=fulfilled "))
      let confirm = "CONFIRM 1 solved=yes rating=5 via=phone :很满意"
      #expect(try program.ask(confirm).hasPrefix("OK wish=1 state=confirmed "))

      let history = try program.say("HISTORY 1").dropLast()
      let types = ["posted", "approved", "published", "claimed", "fulfilled", "confirmed"]
      #expect(history.compactMap { $0.field("type") } == types)
      #expect(history.compactMap { $0.field("account") } == ["desk", "li", "li", "m1", "m1", "li"])
      let numbers = history.compactMap { $0.field("seq") }.compactMap { Int($0) }
      #expect(numbers.count == types.count && numbers == numbers.sorted())
      #expect(try program.ask("QUIT") == "OK")
      #expect(try program.readToEnd() == [])
    }

    @Test("hangs on the wall within a second of a change, and WALL is that file byte for byte")
    func wall() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let member = try daemon.connect(as: "m1")
      let wish = try daemon.publish("求人换一盏楼道灯", by: staff)
      let files = ["c01", "all"].flatMap { name in ["txt", "md", "html"].map { "\(name).\($0)" } }
      #expect(waits(atMost: 1) { files.allSatisfy { daemon.wall($0).contains("求人换一盏楼道灯") } })
      let before = files.map { daemon.wall($0) }
      #expect(try member.ask("CLAIM \(wish)").hasPrefix("OK "))
      #expect(waits(atMost: 1) { zip(files, before).allSatisfy { daemon.wall($0) != $1 } })
      for file in files {
        let parts = file.split(separator: ".")
        let format = ["txt": "text", "md": "markdown", "html": "html"][parts[1]] ?? ""
        let place = parts[0] == "all" ? "" : " community=\(parts[0])"
        let reply = try daemon.connect().say("WALL\(place) format=\(format)")
        #expect(reply.last == "OK")
        let rows = reply.dropLast().map { $0 == "~" ? "" : String($0.dropFirst(2)) }
        #expect(rows.map { $0 + "\n" }.joined() == daemon.wall(file))
      }
    }

    @Test("is still there after an orderly restart, and so are the secrets and the numbers")
    func restart() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let wish = try daemon.publish("甲", by: staff)
      let shown = try staff.say("SHOW \(wish)")
      staff.endSending()
      #expect(try daemon.stop() == 0)
      try daemon.start()
      let again = try daemon.connect(as: "li")
      #expect(try again.say("SHOW \(wish)") == shown)
      #expect(try again.ask("POST :乙").hasPrefix("OK wish=\(wish + 1) "))
    }
  }

  @Suite("The exit code")
  struct ExitCodeTests {
    @Test("of send says how the requests went")
    func send() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      for address in daemon.addresses {
        let to = ["send", "--to", address]
        #expect(try BuiltProgram.run(to, input: "PING\n\n#x HELP post\n").exit == 0)
        #expect(try BuiltProgram.run(to, input: "PING\nLIST\nPING\n").exit == 1)
      }
      let to = ["send", "--to", daemon.door, "--as", "li", "--secret-file"]
      let right = to + [try daemon.file("right", "\(daemon.secrets["li"] ?? "")\n")]
      let posted = try BuiltProgram.run(right, input: "#1 POST key=a :甲\n#2 POST key=b :乙\n#3 WHOAMI")
      #expect(posted.exit == 0)
      #expect(posted.errors.isEmpty)
      #expect(posted.output.split(separator: "\n").map { String($0).field("wish") } == ["1", "2", nil])
      let wrong = try BuiltProgram.run(to + [try daemon.file("wrong", "nonesuch\n")], input: "POST :丙\n")
      #expect(wrong.exit == 77)
      #expect(wrong.output.isEmpty)
      #expect(try BuiltProgram.run(right, input: "LIST\n").output.split(separator: "\n").count == 3)
      let nobody = ["send", "--to", "unix:\(daemon.directory)/nobody"]
      #expect(try BuiltProgram.run(nobody, input: "PING\n").exit == 69)
    }

    @Test("of init and serve says what stands in the way")
    func obstacles() throws {
      let daemon = try LiveDaemon()
      let first = try Data(contentsOf: URL(fileURLWithPath: "\(daemon.data)/wish.db"))
      let again = try BuiltProgram.run(["init", "--data", daemon.data])
      #expect(again.exit == 73)
      #expect(again.output.isEmpty)
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(daemon.data)/wish.db")) == first)
      try daemon.start()
      #expect(try serve(daemon.data).exit == 69)
      #expect(try BuiltProgram.run(["init", "--data", daemon.data]).exit == 73)
      #expect(try daemon.connect().ask("PING") == "OK")
      let other = try LiveDaemon()
      #expect(try serve(other.data, listen: daemon.addresses[1]).exit == 69)
      #expect(try serve(other.data, listen: daemon.door).exit == 69)
      #expect(try daemon.connect(over: daemon.door).ask("PING") == "OK")
    }

    @Test(
      "is 65 for data that is no store, or a damaged one",
      arguments: ["", "这不是数据库", String(repeating: "x", count: 8_192), "damaged"]
    )
    func unusable(_ content: String) throws {
      let daemon = try LiveDaemon()
      let path = URL(fileURLWithPath: "\(daemon.data)/wish.db")
      var bytes = Data(content.utf8)
      if content == "damaged" {
        // The header still says SQLite; every page behind the first is noise.
        let whole = try Data(contentsOf: path)
        bytes = whole.prefix(4_096) + Data(repeating: 0x5A, count: whole.count - 4_096)
      }
      try bytes.write(to: path)
      let run = try serve(daemon.data)
      #expect(run.exit == 65, "\(run.errors)")
      #expect(try Data(contentsOf: path) == bytes)
    }

    @Test(
      "is 64 for a command line that says nothing that we know",
      arguments: [
        [], ["serv"], ["init"], ["serve"], ["serve", "--data"], ["serve", "--data", "x", "--listen", "7117"],
        ["send", "--as", "li"], ["init", "--data", "x", "--data", "y"], ["demo", "now"],
      ]
    )
    func usage(_ arguments: [String]) throws {
      let run = try BuiltProgram.run(arguments)
      #expect(run.exit == 64)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("wishd: "))
    }

    private func serve(_ data: String, listen: String = "127.0.0.1:0") throws -> BuiltProgram.Run {
      try BuiltProgram.run(["serve", "--data", data, "--listen", listen])
    }
  }
}
