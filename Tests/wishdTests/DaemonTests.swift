import Foundation
import Testing

@testable import wishd

@Suite("The daemon", .serialized)
struct DaemonTests {
  @Test("keeps a second one off its data, and init off a store that is there")
  func isAlone() throws {
    let daemon = try Daemon()
    #expect(try Daemon.run(["init", "--data", daemon.data]).exit == 73)
    #expect(try Daemon.run(["serve", "--data", daemon.data + "-none"]).exit == 66)
    try daemon.start()
    let second = try Daemon.run(["serve", "--data", daemon.data, "--listen", "127.0.0.1:0"])
    #expect(second.exit == 69)
    #expect(second.errors.contains("正由另一个 wishd 使用"))
  }

  @Test("answers all that it received before the peer ended, or before it was told to stop")
  func answersAll() throws {
    let daemon = try Daemon()
    try daemon.start()
    let half = try daemon.connect()
    try System.writeAll(half, Array(String(repeating: "PING\n", count: 1_000).utf8))
    System.endSending(half)
    #expect(try read(half).split(separator: "\n").count { $0 == "OK" } == 1_000)

    let open = try daemon.connect()
    try System.writeAll(open, Array("#a PING\n".utf8))
    #expect(try read(open, lines: 2).hasSuffix("#a OK\n"))
    #expect(daemon.stop() == 0)
    #expect(try read(open).hasPrefix("* BYE "))
  }

  @Test("listens on both kinds of socket, takes over its own stale one, and leaves a stranger's file alone")
  func sockets() throws {
    let daemon = try Daemon()
    let path = "\(daemon.data)/wishd.sock"
    let options = ["--listen", "unix:\(path)", "--listen", "[::1]:0"]
    try daemon.start(options)
    #expect(daemon.stop(SIGKILL) != 0)
    #expect(try System.status(ofPath: path)?.kind == .socket)
    try daemon.start(options)
    for address in daemon.addresses {
      #expect(try Daemon.run(["send", "--to", address], input: "PING\n").output == "OK\n")
    }
    #expect(daemon.stop() == 0)
    #expect(try System.status(ofPath: path) == nil)

    let file = try daemon.file("file", "mine")
    let refused = try Daemon.run(["serve", "--data", daemon.data, "--listen", "unix:\(file)"])
    #expect(refused.exit == 69)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }

  @Test("waits without spinning when descriptors have run out, and takes whoever waits once there are some")
  func outOfDescriptors() throws {
    let daemon = try Daemon()
    try daemon.start(shell: "ulimit -n 40;")
    var peers: [Descriptor] = []
    for _ in 0..<60 { peers.append(try daemon.connect()) }
    #expect(try read(peers[0], lines: 1).hasPrefix("* HELLO "))
    #expect(try read(peers[59], lines: 1, within: 0.5).isEmpty)
    let before = try daemon.ticks()
    Thread.sleep(forTimeInterval: 2)
    #expect(try daemon.ticks() - before < 40)
    peers.removeFirst(50)
    #expect(try read(peers[9], lines: 1).hasPrefix("* HELLO "))
  }

  @Test("does not spin on peers that vanish behind their requests")
  func vanishingPeers() throws {
    let daemon = try Daemon()
    try daemon.start(["--listen", "unix:\(daemon.data)/wishd.sock"])
    for _ in 0..<10 {
      let peer = try daemon.connect()
      try System.writeAll(peer, Array(String(repeating: "HELP\n", count: 2_000).utf8))
    }
    #expect(try Daemon.run(["send", "--to", daemon.addresses[0]], input: "PING\n").exit == 0)
    let before = try daemon.ticks()
    Thread.sleep(forTimeInterval: 1)
    #expect(try daemon.ticks() - before < 20)
  }

  @Test("gives a foreign protocol its sentence, though the rest of what it sent is unread")
  func foreignProtocol() throws {
    let daemon = try Daemon()
    try daemon.start()
    let peer = try daemon.connect()
    try System.writeAll(peer, Array("POST / HTTP/1.1\r\n".utf8) + [UInt8](repeating: 0x78, count: 300_000))
    #expect(try read(peer).contains("\nERR SYNTAX "))
  }

  @Test("is told of by send in its exit codes")
  func exitCodes() throws {
    let daemon = try Daemon()
    try daemon.start()
    let to = ["send", "--to", daemon.addresses[0]]
    let right = try daemon.file("right", daemon.secret + "\r\nnot read\n")
    let wrong = try daemon.file("wrong", "x\n")
    let ok = try Daemon.run(to + ["--as", "admin", "--secret-file", right], input: "#1 WHOAMI")
    #expect(ok.exit == 0)
    #expect(ok.output.hasPrefix("#1 OK account=admin "))
    let refused = try Daemon.run(to + ["--as", "admin", "--secret-file", wrong], input: "WHOAMI\n")
    #expect(refused.exit == 77)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("ERR AUTH_FAILED "))
    #expect(try Daemon.run(to, input: "PING\nNOPE\nPING\n").exit == 1)
    #expect(try Daemon.run(to, input: "QUIT\nPING\n").exit == 74)
    #expect(try Daemon.run(["send", "--to", "unix:\(daemon.data)/none"], input: "").exit == 69)
    #expect(try Daemon.run(to + ["--as", "admin", "--secret-file", right + "-none"]).exit == 66)
  }
}
