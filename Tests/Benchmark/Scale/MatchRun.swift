import Foundation

/// MATCH both ways in stores of growing size, and what the index takes; one client that asks and waits.
final class MatchRun {
  private let options: Options
  private let scratch: Scratch

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  /// What was measured of one store.
  private struct Row {
    let wishes: Int
    var times: [(what: String, times: Histogram)] = []
    var startSeconds = 0.0
    var bytesAWish = 0.0
    var bytesAMember = 0.0
  }

  func run() throws(Failure) {
    var rows: [Row] = []
    for size in options.sizes { rows.append(try measure(size)) }
    Report.say("\n" + Report.machine + "\n")
    Report.say(
      Report.row(
        ["wishes"] + (rows.first?.times.flatMap { ["\($0.what) p50", "p99"] } ?? [])
          + ["ready in", "index, bytes a wish", "a member"]
      )
    )
    Report.say(Report.rule(4 + 2 * (rows.first?.times.count ?? 0)))
    for row in rows { Report.say(line(row)) }
    goals(rows)
  }

  private func line(_ row: Row) -> String {
    Report.row(
      [Report.count(Double(row.wishes))]
        + row.times.flatMap {
          [Report.time($0.times.percentile(0.5)), Report.time($0.times.percentile(0.99))]
        }
        + [
          Report.time(row.startSeconds * 1e6), Report.count(row.bytesAWish), Report.count(row.bytesAMember),
        ]
    )
  }

  private func measure(_ size: Int) throws(Failure) -> Row {
    var row = Row(wishes: size)
    Report.progress("\(size) wishes are being made")
    let made = try MatchStore.make(in: try scratch.directory("match-\(size)"), wishes: size)
    let peer = WishdPeer()
    try peer.start(made, in: scratch)
    defer { peer.stop() }
    row.startSeconds = peer.startSeconds
    // The first walls after a start are not what is measured.
    try peer.server?.waitUntilIdle()
    for (what, account) in [
      ("own community", MatchStore.own), ("whole district", MatchStore.district),
      ("district, 32 skills", MatchStore.broad),
    ] {
      let socket = try peer.connect(as: account)
      row.times.append((what, try time(socket) { _ in "MATCH limit=20" }))
    }
    let staff = try peer.connect(as: MatchStore.staff)
    row.times.append(("members", try time(staff) { "MATCH wish=\($0 &* 7_919 % size + 1)" }))
    let stats = Conversation(try peer.connect(as: "admin"))
    let text = try stats.ask("STATS")
    row.bytesAWish = Self.gauge("match-wish-bytes", in: text) / Double(size)
    row.bytesAMember = Self.gauge("match-member-bytes", in: text) / Double(MatchStore.members)
    Report.progress(line(row))
    return row
  }

  private func time(_ socket: Socket, _ request: (Int) -> String) throws(Failure) -> Histogram {
    let conversation = Conversation(socket)
    var times = Histogram()
    let start = Clock.now
    while Clock.seconds(since: start) < options.seconds {
      let line = request(times.count)
      let before = Clock.now
      let reply = try conversation.ask(line)
      times.add(Clock.now - before)
      guard reply.contains("score=") else { throw Failure("\(line): \(reply)") }
    }
    return times
  }

  private static func gauge(_ name: String, in stats: String) -> Double {
    let row = stats.split(separator: "\n").first { $0.contains("name=\(name) ") }
    return row?.split(separator: "=").last.flatMap { Double($0) } ?? 0
  }

  private func goals(_ rows: [Row]) {
    guard let last = rows.last else { return }
    Report.say("\n" + Report.row(["goal", "wanted", "measured", ""]))
    Report.say(Report.rule(4))
    for (what, times) in last.times {
      let (p50, p99) = (times.percentile(0.5), times.percentile(0.99))
      Report.say(
        Report.goal(
          "MATCH, \(what), among \(Report.count(Double(last.wishes))), p50 / p99",
          "≤ 1 ms / 5 ms",
          "\(Report.time(p50)) / \(Report.time(p99))",
          p50 <= 1_000 && p99 <= 5_000
        )
      )
    }
    Report.say(
      Report.goal(
        "the index, bytes an open wish",
        "≤ 150",
        Report.count(last.bytesAWish),
        last.bytesAWish <= 150
      )
    )
  }
}

/// One request at a time, and its whole reply.
private struct Conversation {
  private let socket: Socket

  init(_ socket: Socket) {
    self.socket = socket
  }

  func ask(_ line: String) throws(Failure) -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    defer { unsafe buffer.deallocate() }
    try socket.send(Array("\(line)\n".utf8))
    var reply: [UInt8] = []
    while true {
      let count = try unsafe socket.receive(into: buffer)
      unsafe reply.append(contentsOf: buffer[..<count])
      // The last line says OK or ERR.
      guard reply.last == 0x0A else { continue }
      let lineStart = reply.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if [0x4F, 0x45].contains(reply[lineStart]) { return String(decoding: reply, as: UTF8.self) }
    }
  }
}
