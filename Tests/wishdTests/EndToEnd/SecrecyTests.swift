import Foundation
import Testing

@testable import WishCore

extension EndToEnd {
  @Suite("What a slip says of a person")
  struct SecrecyTests {
    /// Words that stand nowhere but on the slip, in the notes about it, and in what is refused.
    private static let words = [
      "欧阳麒麟", "13912340987", "凤凰路", "3单元901", "司徒獬豸", "13812340456", "貔貅册", "饕餮批", "混沌言",
    ]
    private static let person =
      "name=欧阳麒麟 phone=13912340987 address=凤凰路77号3单元901室 contact-name=司徒獬豸 contact-phone=13812340456"
    private static let slip =
      "\(person) ref=貔貅册 batch=饕餮批 group=elder-alone relation=self show=anonymous "
      + "text=\"欧阳麒麟独居凤凰路77号3单元901室，电话13912340987，想换一盏灯\""

    /// Everybody who is no staff of the community, what they heard, and where they heard it.
    private final class Crowd {
      let clients: [(name: String, client: LineClient)]
      private(set) var heard: [String] = []

      init(of daemon: LiveDaemon) throws {
        var clients = [("nobody", try daemon.connect())]
        for account in ["desk", "m1", "m2", "far", "street", "wang", "admin"] {
          clients.append((account, try daemon.connect(as: account)))
        }
        self.clients = clients
        for (name, client) in clients where !["nobody", "desk"].contains(name) {
          #expect(try client.ask("SUB").hasPrefix("OK"))
        }
      }

      /// Has everybody say the lines, and keeps all that they are told, pushes too.
      func say(_ lines: [String]) throws {
        for (name, client) in clients {
          for line in lines + ["PING"] { try client.send(line) }
          var left = lines.count + 1
          while left > 0, let line = try client.readLine() {
            heard.append("\(name): \(line)")
            if line.isFinal { left -= 1 }
          }
        }
      }
    }

    private func daemon() throws -> (LiveDaemon, staff: LineClient) {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle(members: 2)
      let admin = try daemon.connect(as: "admin")
      try daemon.hire("street", "supervisor", "d01", by: admin)
      try daemon.hire("wang", "staff", "c02", by: admin)
      try daemon.hire("far", "member", "c02", by: admin)
      return (daemon, try daemon.connect(as: "li"))
    }

    /// A slip's life up to its end, with a note at every step that takes one.
    private static func life(of wish: Int) -> [String] {
      [
        "RETURN \(wish) :混沌言", "AMEND \(wish) phone=13912340987 contact-phone=13812340456",
        "APPROVE \(wish) category=convenience limit=7d contact=desk", "PUBLISH \(wish)",
        "INVITE \(wish) m1 :混沌言", "CLAIM \(wish) member=m1", "RENEW \(wish) member=m1 :混沌言",
        "RELEASE \(wish) member=m1 :混沌言", "CLAIM \(wish) member=m2", "FULFIL \(wish) member=m2 :混沌言",
        "CONFIRM \(wish) solved=no :混沌言", "REFER \(wish) to=电力公司 :混沌言", "REOPEN \(wish) :混沌言",
        "APPROVE \(wish) category=convenience limit=7d public=想换一盏灯 key=k\(wish)",
        "REJECT \(wish) :混沌言", "REOPEN \(wish) :混沌言", "FULFIL \(wish) :混沌言",
        "CONFIRM \(wish) solved=yes :混沌言",
      ]
    }

    private static func readings(of wish: Int) -> [String] {
      [
        "SHOW \(wish)", "HISTORY \(wish)", "LIST", "LIST overdue=yes",
        "LIST state=collected,returned,approved,rejected,confirmed", "MATCH", "MATCH wish=\(wish)", "MINE",
        "STATS", "WALL",
        "WALL community=c01 format=markdown", "WALL community=c01 format=html", "SUB since=0",
      ]
    }

    /// Every verb with what it does not expect, which no reply may repeat.
    private static let errors = Verb.allCases.filter { ![.quit, .auth, .logout, .drain].contains($0) }.flatMap
    {
      ["\($0) \(person) :混沌言", "\($0) 欧阳麒麟 凤凰路 key=13912340987 :混沌言", "#t \($0) 饕餮批=貔貅册 \"混沌言"]
    }

    @Test("reaches nobody but staff of its community: by no verb, error, push, wall, log or file name")
    func everyWay() throws {
      let (daemon, staff) = try daemon()
      let crowd = try Crowd(of: daemon)
      let posted = try staff.ask("POST \(Self.slip)")
      let wish = try #require(posted.field("wish").flatMap { Int($0) })
      try crowd.say(Self.readings(of: wish))
      for line in Self.life(of: wish) {
        #expect(try staff.ask(line).hasPrefix("OK "), "\(line)")
        try crowd.say(Self.readings(of: wish))
      }
      try crowd.say(Self.errors)
      // What everybody was told, what is written for everybody, and what the machine shows of the process.
      #expect(crowd.heard.count > 3_000)
      let known = try (staff.say("SHOW \(wish)") + staff.say("HISTORY \(wish)")).joined()
      #expect(Self.words.allSatisfy { known.contains($0) }, "staff see it")
      var places = crowd.heard + daemon.log.split(separator: "\n").map { "log: \($0)" }
      for name in try FileManager.default.subpathsOfDirectory(atPath: daemon.data) {
        places.append("name: \(name)")
        if name.hasPrefix("wall/") { places.append("\(name): \(text(of: "\(daemon.data)/\(name)"))") }
      }
      for file in ["cmdline", "environ"] { places.append(text(of: "/proc/\(daemon.number)/\(file)")) }
      for word in Self.words + daemon.secrets.values {
        #expect(places.first { $0.contains(word) } == nil, "\(word)")
      }
    }

    @Test("is gone once it is erased: from every file, every later copy, and an earlier one that is restored")
    func erased() throws {
      let (daemon, staff) = try daemon()
      let admin = try daemon.connect(as: "admin")
      #expect(try staff.ask("POST \(Self.slip)").hasPrefix("OK wish=1 "))
      #expect(try admin.ask("BACKUP open").hasPrefix("OK "))
      for line in Self.life(of: 1) { #expect(try staff.ask(line).hasPrefix("OK "), "\(line)") }
      #expect(try admin.ask("BACKUP ended").hasPrefix("OK "))
      #expect(try !files(of: daemon, but: []).isEmpty)
      #expect(try staff.ask("ERASE 1 :本人要求").hasPrefix("OK "))
      let earlier = ["backup/open.db", "backup/ended.db"]
      #expect(try files(of: daemon, but: earlier) == [])
      #expect(try admin.ask("BACKUP later").hasPrefix("OK "))
      #expect(try staff.ask("POST :别的").hasPrefix("OK "))
      #expect(try files(of: daemon, but: earlier) == [])
      #expect(try daemon.stop(SIGKILL) == nil)
      try daemon.start()
      #expect(try files(of: daemon, but: earlier) == [])
      #expect(try daemon.stop() == 0)
      #expect(try files(of: daemon, but: earlier) == [])
      for name in ["ended", "open"] {
        let restored = try BuiltProgram.run(["restore", "--data", daemon.data, "--from", name])
        #expect(restored.output.contains("erased-again=1\n"), "\(restored.errors)")
        #expect(try files(of: daemon, but: earlier) == [])
        #expect(try BuiltProgram.run(["check", "--data", daemon.data]).output.hasPrefix("OK wishes=1 "))
        try daemon.start()
        let again = try daemon.connect(as: "li").say("SHOW 1") + daemon.connect(as: "li").say("HISTORY 1")
        #expect(again.count > 4)
        for word in Self.words { #expect(!again.contains { $0.contains(word) }, "\(word)") }
        #expect(try daemon.stop() == 0)
      }
    }

    /// The files of the data directory in which any of the words stands.
    private func files(of daemon: LiveDaemon, but known: [String]) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: daemon.data).sorted().filter { name in
        guard !known.contains(name),
          let bytes = FileManager.default.contents(atPath: "\(daemon.data)/\(name)")
        else { return false }
        return Self.words.contains { bytes.range(of: Data($0.utf8)) != nil }
      }
    }
  }
}
