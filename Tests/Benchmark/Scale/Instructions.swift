import Foundation

/// Instructions that the loop's thread spends on a request, counted by callgrind: the difference of a run
/// of N requests and one of 2 N, divided by N, over one connection, so that neither start nor end count.
///
/// One request at a time pays for a commit by itself; with eight in flight eight share one, as they do where
/// many clients ask at once.
final class Instructions {
  private let options: Options
  private let scratch: Scratch

  /// Open wishes that MATCH chooses among and CLAIM takes from.
  private static let wishes = 1_000

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  func run() throws(Failure) {
    guard Tool.isThere("/usr/bin/valgrind") else {
      throw Failure("no /usr/bin/valgrind: as root, apt-get install valgrind")
    }
    let counted: [(String, Workload, Lane.Script, Seat, Int)] = [
      ("POST", .post, .workload(.post), .desk, 1), ("POST-8", .post, .workload(.post), .desk, 8),
      ("CLAIM", .claim, .workload(.claim), .member, 1), ("CLAIM-8", .claim, .workload(.claim), .member, 8),
      ("LIFE-8", .life, .workload(.life), .staff, 8),
      ("MATCH", .mixed, .only(.match(community: 0)), .member, 1),
    ]
    for (name, work, script, seat, inFlight) in counted where options.workloads.contains(work) {
      // MATCH answers with twenty rows: a tenth of the requests is enough.
      let requests = (name == "MATCH" ? options.requests / 10 : options.requests) / 8 * 8
      let few = try count("\(name)-1", script, seat, inFlight, requests)
      let many = try count("\(name)-2", script, seat, inFlight, 2 * requests)
      Report.say("\(name)\t\((many - few) / requests)")
    }
  }

  private func count(
    _ name: String,
    _ script: Lane.Script,
    _ seat: Seat,
    _ inFlight: Int,
    _ requests: Int
  ) throws(Failure) -> Int {
    let directory = try scratch.directory(name)
    let made = try StoreMaker.make(in: directory, wishes: Self.wishes)
    let peer = WishdPeer()
    let output = "\(scratch.path)/\(name).callgrind"
    peer.prefix = [
      "/usr/bin/valgrind", "--tool=callgrind", "--separate-threads=yes", "--instr-atstart=no",
      "--callgrind-out-file=\(output)",
    ]
    try peer.start(made, in: scratch)
    defer { peer.stop() }
    // Walls are rendered by other threads, whose instructions do not count; but the loop hears of them.
    guard let server = peer.server else { throw Failure("\(name): no server") }
    try server.waitUntilIdle()
    // Nothing of its start counts, and it takes longer than all requests where it is looked at.
    try Tool.run(["callgrind_control", "--instr=on", "\(server.identifier)"])
    let contestant = Contestant(peer, holding: made.wishes)
    var lines = try contestant.open(script, seats: { _ in seat }, connections: 1, inFlight: inFlight)
    for lane in lines[0].lanes.indices { lines[0].lanes[lane].left = requests / inFlight }
    if let refusal = try Generator.finish(lines).firstRefusal { throw Failure("\(name): \(refusal)") }
    lines = []
    try server.waitUntilIdle()
    peer.stop()
    // The thread that began is the loop's.
    let dump = (try? String(contentsOfFile: "\(output)-01", encoding: .utf8)) ?? ""
    let totals = dump.split(separator: "\n").last { $0.hasPrefix("totals:") }
    guard let words = totals?.split(separator: " "), words.count == 2, let count = Int(words[1]) else {
      throw Failure("\(name): callgrind left no totals in \(output)-01")
    }
    Report.progress("\(name): \(count) instructions for \(requests) requests")
    return count
  }
}
