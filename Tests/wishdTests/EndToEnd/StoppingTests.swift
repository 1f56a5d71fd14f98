import Foundation
import Testing

extension EndToEnd {
  @Suite("A daemon that is told to stop")
  struct StoppingTests {
    @Test("finishes what it has accepted, says goodbye and leaves the store in order")
    func finishes() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let clients = try daemon.addresses.map { try daemon.connect(as: "li", over: $0) }
      // Every wall that follows a change is rendered first, so that it is told to stop in the middle.
      let requests = (0..<100).map { $0 < 12 && $0 % 2 == 1 ? "#\($0) WALL\n" : "#\($0) POST :甲\n" }.joined()
      for client in clients { try client.send(bytes: Array(requests.utf8)) }
      for client in clients { #expect(try client.readLine()?.hasPrefix("#0 OK wish=") == true) }
      daemon.signal(SIGTERM)
      for client in clients {
        let lines = try client.readToEnd()
        client.endSending()
        #expect(lines.last?.hasPrefix("* BYE reason=shutdown") == true)
        let finals = lines.filter(\.isFinal)
        #expect(finals.count == 99)
        for (index, final) in finals.enumerated() { #expect("\(final) ".hasPrefix("#\(index + 1) OK ")) }
      }
      #expect(try daemon.stop() == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(daemon.data)/wish.db-wal"))
      #expect(!FileManager.default.fileExists(atPath: "\(daemon.data)/wishd.sock"))
      try daemon.start()
      #expect(try daemon.connect(as: "li").ask("POST :乙").hasPrefix("OK wish=189 "))
    }

    @Test("does not wait for connections that ask nothing, and takes no new ones")
    func idleConnections() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      let idle = try (0..<20).map { try daemon.connect(over: daemon.addresses[$0 % 2]) }
      try idle[0].send(bytes: Array("#half PI".utf8))
      let address = try #require(daemon.addresses.last)
      let start = Date()
      daemon.signal(SIGTERM)
      for client in idle {
        #expect(try client.readToEnd().last?.hasPrefix("* BYE reason=shutdown") == true)
        client.endSending()
      }
      #expect(throws: (any Error).self) { try daemon.connect(over: address) }
      #expect(try daemon.stop() == 0)
      #expect(Date().timeIntervalSince(start) < 5)
    }

    @Test("by a terminal that hangs up goes on", arguments: [SIGHUP, SIGPIPE])
    func ignores(_ signal: Int32) throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      let client = try daemon.connect()
      daemon.signal(signal)
      #expect(try client.ask("PING") == "OK")
      usleep(50_000)
      #expect(try daemon.connect().ask("PING") == "OK")
      client.endSending()
      #expect(try daemon.stop(SIGINT) == 0)
    }

    @Test("by kill -9 leaves a socket file, which the next one takes over; a stranger's file it leaves alone")
    func staleSocket() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      #expect(try daemon.stop(SIGKILL) == nil)
      #expect(FileManager.default.fileExists(atPath: "\(daemon.data)/wishd.sock"))
      try daemon.start()
      #expect(try daemon.connect(over: daemon.door).ask("PING") == "OK")
      #expect(try daemon.stop() == 0)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(daemon.data)/wishd.sock"))
      let run = try BuiltProgram.run(["serve", "--data", daemon.data, "--listen", daemon.door])
      #expect(run.exit == 69)
      #expect(text(of: "\(daemon.data)/wishd.sock") == "mine")
    }
  }
}
