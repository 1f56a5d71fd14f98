import Testing

@testable import WishCore

@Suite("WALL") struct WallRequestTests {
  private let town: Town
  private let staff: Client

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
    town.pass(seconds: 2)
  }

  private func publish(_ text: String, by client: Client? = nil) {
    let staff = client ?? staff
    let number = staff.ask("POST :\(text)").split(separator: " ")[1].dropFirst("wish=".count)
    #expect(staff.ask("APPROVE \(number) category=convenience limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH \(number)").hasPrefix("OK"))
  }

  /// The wall of a reply.
  private func wall(_ lines: [String], tag: String = "") -> String {
    lines.dropLast().map { $0.dropFirst((tag + "~").count) }
      .map { ($0.first == " " ? $0.dropFirst() : $0) + "\n" }.joined()
  }

  @Test("of a community waits for that wall alone, not for files, nor for the wall of all")
  func ownAlone() throws {
    town.holdsWork = true
    publish("修灯")
    staff.send("#w WALL community=c01 format=markdown")
    town.turn()
    #expect(staff.read() == [])
    town.runHeldWork { $0 == .wallPages }
    let lines = staff.read()
    #expect(lines.last == "#w OK")
    let rendered = wall(lines, tag: "#w ")
    #expect(rendered.contains("修灯"))
    town.holdsWork = false
    town.runHeldWork()
    town.pass(seconds: 2)
    #expect(rendered == town.shelf["c01.md"], "the file will hold the same")
  }

  @Test(
    "shows what was acknowledged before it, whatever is being rendered meanwhile",
    arguments: ["", "c01"]
  )
  func freshness(community: String) throws {
    let line = community.isEmpty ? "WALL" : "WALL community=\(community)"
    town.holdsWork = true
    publish("第一件")
    staff.send(line)
    town.turn()
    let other = town.connectWithoutHashing(as: "li")
    publish("第二件", by: other)
    other.send(line)
    town.turn()
    town.runHeldWork()
    town.runHeldWork()
    #expect(staff.read().contains { $0.contains("第一件") })
    town.pass(seconds: 2)
    town.runHeldWork()
    #expect(other.read().contains { $0.contains("第二件") })
  }

  @Test("asked for by many at once is rendered once for all of them") func together() throws {
    town.holdsWork = true
    let clients = (0..<5).map { _ in town.connect() }
    for client in clients { client.send("WALL community=c02") }
    town.turn()
    #expect(town.heldWork.filter { $0.lane == .wallPages }.count == 1)
    town.runHeldWork()
    let replies = clients.map { $0.read() }
    #expect(replies.allSatisfy { $0 == replies[0] && $0.last == "OK" })
  }

  @Test("of everything is sent as the peer takes it, and what is pushed meanwhile comes behind it")
  func streamed() throws {
    for number in 0..<40 { publish(String(repeating: "长\(number)", count: 1_500)) }
    town.pass(seconds: 2)
    #expect(staff.ask("SUB").hasPrefix("OK"))
    staff.send("#big WALL format=html")
    town.turn()
    let client = try town.connect(as: "desk")
    #expect(client.ask("POST :后来的").hasPrefix("OK"))
    #expect(town.shelf["all.html"].utf8.count > 3 * WallReply.sliceBytes)
    #expect(staff.session.output.readyCount < 100, "nothing is made before there is room")
    let lines = staff.read()
    let end = try #require(lines.firstIndex(of: "#big OK"))
    #expect(lines[..<end].allSatisfy { $0.hasPrefix("#big ~") })
    #expect(wall(Array(lines[...end]), tag: "#big ") == town.shelf["all.html"])
    #expect(lines[(end + 1)...].map { $0.prefix(8) } == ["* EVENT "])
  }

  @Test("shows what hung last while the folder takes nothing, and says so where nothing ever hung")
  func fullFolder() throws {
    publish("修灯")
    town.pass(seconds: 2)
    town.shelf.takesNothing = true
    publish("补鞋")
    let lines = staff.say("WALL")
    #expect(lines.last == "OK")
    #expect(lines.contains { $0.contains("修灯") } && !lines.contains { $0.contains("补鞋") })
    #expect(staff.say("WALL community=c01").contains { $0.contains("补鞋") }, "which needs no file")
    try town.restart()
    let anybody = town.connect()
    #expect(anybody.ask("WALL").hasPrefix("ERR INTERNAL"))
    town.shelf.takesNothing = false
    #expect(anybody.say("WALL").contains { $0.contains("补鞋") })
  }

  @Test("keeps so many slow peers waiting, no more, and goes on once one has taken its wall") func slowPeers()
    throws
  {
    for number in 0..<40 { publish(String(repeating: "长\(number)", count: 1_500)) }
    town.pass(seconds: 2)
    let slow = (0..<Limits.wallFilesSentMax).map { _ in town.connect() }
    for client in slow { client.send("WALL format=html") }
    town.turn()
    let one = town.connect()
    #expect(one.ask("WALL format=html").hasPrefix("ERR BUSY retry=later"))
    #expect(one.ask("WALL community=c01") == "OK", "which needs no file")
    #expect(slow[3].read().last == "OK")
    #expect(one.ask("WALL format=html") == "OK")
    let sent = WallsSent()
    let large = WallReply.Content.bytes(Array(repeating: 0x0A, count: Limits.wallBytesSentMax / 2 + 1))
    var share = sent.share(large)
    #expect(share != nil && sent.share(large) == nil)
    share = nil
    #expect(sent.share(large) != nil)
  }

  @Test("rows are the wall's lines behind the tag, however it is sliced", arguments: [nil, "t-1"])
  func rows(tag: String?) throws {
    let lines = (0..<9_000).map { $0 % 7 == 0 ? "" : String(repeating: "字", count: $0 % 40) + "\($0)" }
    let sheet = MemorySheet()
    sheet.append(Array(lines.map { $0 + "\n" }.joined().utf8))
    #expect(sheet.count > 4 * WallReply.sliceBytes)
    let sent = WallsSent()
    var reply = WallReply(.file(sheet), tag: tag, share: try #require(sent.share(.file(sheet))))
    var bytes: [UInt8] = []
    while reply.left > 0 { try reply.addSlice(to: &bytes) }
    var expected: [UInt8] = []
    for line in lines { ReplyLine.display(line).encode(tag: tag, into: &expected) }
    #expect(bytes == expected)
  }
}
