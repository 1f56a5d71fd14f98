import Foundation
import Testing

extension EndToEnd {
  /// Every test ends with ``Witness/noticedNothing()``: another connection, open all the while.
  @Suite("Bytes of every kind on one connection leave the others alone")
  struct FramingTests {
    @Test("An over-long line is answered once, with its tag, and the connection goes on")
    func overlong() throws {
      let witness = try Witness()
      let stranger = try witness.daemon.connect()
      try stranger.send("#long PING :" + String(repeating: "x", count: 3_000))
      #expect(try stranger.readFinal().hasPrefix("#long ERR TOO_LONG "))
      #expect(try stranger.ask("PING") == "OK")
      let staff = try witness.daemon.connect(as: "li")
      try staff.send(bytes: [UInt8](repeating: 0x78, count: 2_000_000))
      try witness.noticedNothing()
      try staff.send("\n#after PING")
      #expect(try staff.readFinal().refusal == "TOO_LONG")
      #expect(try staff.readFinal() == "#after OK")
      #expect(try staff.ask("POST :" + String(repeating: "长", count: 4_000)).hasPrefix("OK "))
      try witness.noticedNothing()
    }

    @Test("A line may come a byte at a time, or in two halves, and is answered when it has ended")
    func slowly() throws {
      let witness = try Witness()
      let half = try witness.daemon.connect()
      try half.send(bytes: Array("#h PI".utf8))
      let slow = try witness.daemon.connect(as: "li")
      for byte in "#s POST :一个字一个字地说\r\n".utf8 { try slow.send(bytes: [byte]) }
      #expect(try slow.readFinal().hasPrefix("#s OK wish=1 "))
      try witness.noticedNothing()
      #expect(try half.isSilent(for: 0.1))
      try half.send("NG")
      #expect(try half.readFinal() == "#h OK")
    }

    @Test("What ends inside a line is not carried out, and all before it is answered")
    func endInsideLine() throws {
      let witness = try Witness()
      let client = try witness.daemon.connect(as: "li")
      try client.send(bytes: Array("#1 POST :甲\n#2 POST :乙".utf8))
      client.endSending()
      let lines = try client.readToEnd()
      #expect(lines.first?.hasPrefix("#1 OK wish=1 ") == true)
      #expect(lines.dropFirst().allSatisfy { $0.refusal != nil })
      #expect(try witness.daemon.connect(as: "li").ask("SHOW 2").refusal == "NOT_FOUND")
      try witness.noticedNothing()
    }

    @Test(
      "Half a connection is enough: everything is answered, AUTH and what waits behind it too, then the end"
    )
    func halfClose() throws {
      let witness = try Witness()
      let client = try witness.daemon.connect()
      try client.send("AUTH li :\(witness.daemon.secrets["li"] ?? "")")
      for index in 0..<200 { try client.send("#\(index) \(["POST :甲", "PING", "HELP"][index % 3])") }
      try client.send("#200 WALL")
      client.endSending()
      let finals = try client.readToEnd().filter(\.isFinal)
      #expect(finals.count == 202)
      #expect(finals.dropFirst().enumerated().allSatisfy { $1 == "#\($0) OK" || $1.hasPrefix("#\($0) OK ") })
      try witness.noticedNothing()
    }

    @Test("A thousand requests sent before the first reply is read are all answered, in their order")
    func pipelining() throws {
      let witness = try Witness()
      for address in witness.daemon.addresses {
        let client = try witness.daemon.connect(over: address)
        let requests = (0..<1_000).map { "#\($0) \($0 % 10 == 0 ? "HELP" : "PING")\n" }.joined()
        let sent = try client.offer(Array(requests.utf8), within: 0.5)
        try witness.noticedNothing()
        var rest = Array(requests.utf8.dropFirst(sent))
        for index in 0..<1_000 {
          if !rest.isEmpty { rest.removeFirst(try client.offer(rest, within: 0)) }
          #expect(try client.readFinal() == "#\(index) OK")
        }
      }
      try witness.noticedNothing()
    }

    @Test("Who asks and never reads is not read from any more, at no cost to others")
    func neverReads() throws {
      let witness = try Witness()
      let deaf = try witness.daemon.connect(over: witness.daemon.door)
      let requests = Array(String(repeating: "HELP\n", count: 200_000).utf8)
      let sent = try deaf.offer(requests, within: 1)
      #expect(sent < requests.count)
      try witness.noticedNothing()
      #expect(try memoryKilobytes(of: witness.daemon) < 200_000)
      #expect(try deaf.readFinal() == "OK")
    }

    @Test(
      "A line with bytes that no line may have is refused once, and none of it is repeated or carried out",
      arguments: [
        Array("POST :canary\rPOST :second\n".utf8), Array("POST :canary\u{0}\n".utf8),
        Array("POST text=\"canary\\u{d}\\nPOST :second\"\n".utf8), Array("POST\u{0} :canary\n".utf8),
        Array("POST :canary".utf8) + [0xFF, 0x0A], Array("POST :canary".utf8) + [0xC0, 0xAF, 0x0A],
        Array("POST :canary".utf8) + [0xED, 0xA0, 0x80, 0x0A], Array("POST :canary\u{1B}[2J\n".utf8),
        Array("POST :canary\u{202E}\n".utf8), Array("POST :canary\u{85}POST :second\n".utf8),
      ]
    )
    func badBytes(_ line: [UInt8]) throws {
      let witness = try Witness()
      let client = try witness.daemon.connect(as: "li")
      try client.send(bytes: Array("#t ".utf8) + line + Array("#u PING\n".utf8))
      let reply = try client.readFinal()
      #expect(reply.hasPrefix("#t ERR BAD_TEXT retry=no "))
      #expect(!reply.contains("canary"))
      #expect(try client.readFinal() == "#u OK")
      #expect(try client.ask("SHOW 1").refusal == "NOT_FOUND")
      try witness.noticedNothing()
    }

    @Test("Blank lines are passed over, and a line may end in CRLF")
    func blankLines() throws {
      let witness = try Witness()
      let client = try witness.daemon.connect()
      try client.send(bytes: Array("\n\r\n   \n  \r\n#1 PING\r\n\n#2 PING\n\n".utf8))
      client.endSending()
      #expect(try client.readToEnd() == ["#1 OK", "#2 OK"])
      try witness.noticedNothing()
    }

    @Test(
      "Another protocol's opening is answered once with what this is, and the end comes in good order",
      arguments: [
        Array("GET / HTTP/1.1\r\nHost: wish\r\n\r\n".utf8),
        Array("POST /wishes HTTP/1.1\r\n\r\nPING\r\n".utf8),
        Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), Array("*1\r\n$4\r\nPING\r\n".utf8),
        [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03],
      ],
      [0, 200_000]
    )
    func otherProtocols(_ opening: [UInt8], unread: Int) throws {
      let witness = try Witness()
      for address in witness.daemon.addresses {
        let client = try witness.daemon.connect(over: address)
        try client.send(bytes: opening + [UInt8](repeating: 0x78, count: unread))
        let lines = try client.readToEnd()
        #expect(lines.count == 1)
        #expect(lines.first?.refusal == "SYNTAX")
      }
      try witness.noticedNothing()
    }

    private func memoryKilobytes(of daemon: LiveDaemon) throws -> Int {
      let line = text(of: "/proc/\(daemon.number)/status").split(separator: "\n").first {
        $0.hasPrefix("VmRSS:")
      }
      return try #require(line?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
  }
}

/// A daemon with a connection that was open before anything strange came.
private final class Witness {
  let daemon: LiveDaemon
  private let client: LineClient

  init() throws {
    daemon = try LiveDaemon()
    try daemon.start()
    try daemon.settle()
    client = try daemon.connect(as: "li")
  }

  /// Nothing came that was not asked for, and what is asked is answered soon.
  func noticedNothing() throws {
    #expect(try client.isSilent(for: 0))
    let start = Date()
    #expect(try client.ask("#w WHOAMI") == "#w OK account=li role=staff area=c01")
    #expect(Date().timeIntervalSince(start) < 2)
    #expect(daemon.isRunning)
  }
}
