import Foundation

/// Stores of growing size: what a change costs, MATCH, walls, start, memory and disk.
final class ScaleRun {
  private let options: Options
  private let scratch: Scratch

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  /// What was measured of one store.
  private struct Row {
    let wishes: Int
    var post = 0.0
    var claim = 0.0
    var match = Histogram()
    var matchEverywhere = Histogram()
    var wallSeconds = 0.0
    var quiet = 0.0
    var underWalls = 0.0
    var startSeconds = 0.0
    var residentBytes = 0
    /// Once the first walls hang.
    var restingBytes = 0
    var diskBytes = 0
    var making = 0.0
  }

  func run() throws(Failure) {
    var rows: [Row] = []
    for size in options.sizes { rows.append(try measure(size)) }
    Report.say("\n" + Report.machine + "\n")
    Report.say(
      Report.row([
        "wishes", "POST/s", "CLAIM/s", "MATCH own p50", "p99", "MATCH district p50", "p99", "wall rewritten",
        "p99 quiet", "p99 under walls", "ready in", "RSS", "RSS at rest", "bytes a wish", "made at",
      ])
    )
    Report.say(Report.rule(15))
    for row in rows { Report.say(line(row)) }
    goals(rows)
  }

  private func line(_ row: Row) -> String {
    Report.row([
      Report.count(Double(row.wishes)), Report.count(row.post), Report.count(row.claim),
      Report.time(row.match.percentile(0.5)), Report.time(row.match.percentile(0.99)),
      Report.time(row.matchEverywhere.percentile(0.5)), Report.time(row.matchEverywhere.percentile(0.99)),
      Report.time(row.wallSeconds * 1e6), Report.time(row.quiet), Report.time(row.underWalls),
      Report.time(row.startSeconds * 1e6), Report.megabytes(row.residentBytes),
      Report.megabytes(row.restingBytes),
      Report.count(Double(row.diskBytes) / Double(max(1, row.wishes))),
      "\(Report.count(Double(row.wishes) / row.making))/s",
    ])
  }

  private func measure(_ size: Int) throws(Failure) -> Row {
    var row = Row(wishes: size)
    let directory = try scratch.directory("scale-\(size)")
    Report.progress("\(size) wishes are being made")
    let made = try StoreMaker.make(in: directory, wishes: size)
    row.making = made.seconds
    row.diskBytes = Scratch.bytes(in: directory)
    let peer = WishdPeer()
    try peer.start(made, in: scratch)
    defer { peer.stop() }
    row.startSeconds = peer.startSeconds
    row.residentBytes = peer.server?.residentBytes ?? 0
    Report.progress("\(size): ready in \(row.startSeconds) s, \(Report.megabytes(row.residentBytes))")
    guard let server = peer.server else { throw Failure("wishd does not run") }
    // The first walls after a start are not what is measured.
    try server.waitUntilIdle()
    row.restingBytes = server.residentBytes
    let walls = Walls(data: directory, server: server)
    let contestant = Contestant(peer, holding: made.wishes)
    row.wallSeconds = try walls.seconds(after: contestant)
    (row.quiet, row.underWalls) = try quietAndUnderWalls(contestant)
    row.match = try match(
      contestant.open(.only(.match(community: 0)), seats: { _ in .member }, connections: 1, inFlight: 1)
    )
    let lane = Lane(.only(.match(community: 0)), seat: .member, community: 0, wishes: [], seed: 0)
    let everywhere = try peer.connect(as: StoreMaker.everywhere)
    row.matchEverywhere = try match([Line(socket: everywhere, wording: WishdWording(), lanes: [lane])])
    row.post = try rate(contestant, .post)
    row.claim = try rate(contestant, .claim)
    Report.progress(line(row))
    return row
  }

  /// As long as it takes to hear at least a few.
  private func match(_ lines: [Line]) throws(Failure) -> Histogram {
    var times = Histogram()
    var seconds = max(options.seconds, 3)
    while times.count < 3, seconds < 600 {
      let measured = try Generator.run(lines, seconds: seconds)
      if let refusal = measured.firstRefusal { throw Failure("MATCH: \(refusal)") }
      times = measured.times
      seconds *= 10
    }
    return times
  }

  /// The median of the rounds, 50 connections.
  private func rate(_ contestant: Contestant, _ workload: Workload) throws(Failure) -> Double {
    let lines = try contestant.open(workload, connections: 50, inFlight: 1)
    var rates: [Double] = []
    for _ in 0..<options.rounds {
      let measured = try Generator.run(lines, seconds: options.seconds)
      if let refusal = measured.firstRefusal { throw Failure("\(workload): \(refusal)") }
      rates.append(measured.rate)
    }
    try Generator.giveBack(lines)
    return Comparison.Cell.median(rates)
  }

  /// p99 of SHOW on ten connections, in microseconds: first by itself, then while a change every 200 ms
  /// has the walls rewritten without pause.
  private func quietAndUnderWalls(_ contestant: Contestant) throws(Failure) -> (Double, Double) {
    let show = try contestant.open(.show, seats: { _ in .desk }, connections: 10, inFlight: 1)
    let quiet = try Generator.run(show, seconds: 4)
    let changer = try contestant.open(.claim, connections: 1, inFlight: 1)
    let busy = try Generator.run(show, seconds: 6, sideMilliseconds: 200) { () throws(Failure) in
      _ = try Generator.run(changer, seconds: 0)
    }
    try Generator.giveBack(changer)
    if let refusal = quiet.firstRefusal ?? busy.firstRefusal { throw Failure("SHOW: \(refusal)") }
    return (quiet.times.percentile(0.99), busy.times.percentile(0.99))
  }

  private func goals(_ rows: [Row]) {
    Report.say("\n" + Report.row(["goal", "wanted", "measured", ""]))
    Report.say(Report.rule(4))
    if let last = rows.last {
      let (p50, p99) = (last.matchEverywhere.percentile(0.5), last.matchEverywhere.percentile(0.99))
      let count = Report.count(Double(last.wishes))
      Report.say(
        Report.goal(
          "MATCH top 20 among \(count) open wishes, p50 / p99",
          "≤ 1 ms / 5 ms",
          "\(Report.time(p50)) / \(Report.time(p99))",
          last.matchEverywhere.count > 0 && p50 <= 1_000 && p99 <= 5_000
        )
      )
      let (start, memory) = (last.startSeconds, max(last.residentBytes, last.restingBytes))
      Report.say(Report.goal("ready with \(count) wishes", "≤ 3 s", Report.time(start * 1e6), start <= 3))
      Report.say(Report.goal("RSS then", "≤ 600 MB", Report.megabytes(memory), memory <= 600_000_000))
    }
    if let row = rows.first(where: { $0.wishes == 100_000 }) {
      let seconds = row.wallSeconds
      Report.say(
        Report.goal("wall among 100,000 open wishes", "≤ 1 s", Report.time(seconds * 1e6), seconds <= 1)
      )
      let ratio = row.underWalls / row.quiet
      Report.say(Report.goal("others' p99 meanwhile", "≤ 2 ×", Report.ratio(ratio), ratio <= 2))
    }
    if let first = rows.first, let last = rows.last, rows.count > 1 {
      for (name, kept) in [("POST", last.post / first.post), ("CLAIM", last.claim / first.claim)] {
        let what = "\(name) rate at \(Report.count(Double(last.wishes))) wishes"
        let wanted = "> 0.80 × that at \(Report.count(Double(first.wishes)))"
        Report.say(Report.goal(what, wanted, Report.ratio(kept), kept > 0.8))
      }
    }
  }
}

/// The walls' files of a daemon, looked at from outside.
struct Walls {
  /// The data directory.
  let data: String
  let server: Server

  private var changed: Date? {
    let file = "\(data)/wall/all.html"
    return (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
  }

  /// Seconds from the reply to a change until the last file of all communities' wall is new; the median of
  /// three.
  func seconds(after contestant: Contestant) throws(Failure) -> Double {
    var times: [Double] = []
    let lines = try contestant.open(.claim, connections: 1, inFlight: 1)
    for _ in 0..<3 {
      try server.waitUntilIdle()
      let before = changed
      _ = try Generator.run(lines, seconds: 0)
      let start = Clock.now
      while changed == before {
        try Interruption.check()
        guard Clock.seconds(since: start) < 300 else { throw Failure("the wall is not rewritten") }
        usleep(1_000)
      }
      times.append(Clock.seconds(since: start))
    }
    try Generator.giveBack(lines)
    return Comparison.Cell.median(times)
  }
}
