import Foundation

/// wishd and its peers side by side: the same load, in alternating rounds.
final class Comparison {
  private let options: Options
  private let scratch: Scratch
  private var cells: [Cell] = []
  private var floor: [Measured] = []

  /// What one peer did in one kind of round.
  struct Cell {
    let workload: Workload
    let shape: Options.Shape
    let peer: String
    var rounds: [Measured] = []

    /// Requests a second: the median of the rounds.
    var rate: Double { Self.median(rounds.map(\.rate)) }

    /// Of all rounds together.
    var times: Histogram {
      rounds.reduce(into: Histogram()) { $0.add($1.times) }
    }

    static func median(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      guard !sorted.isEmpty else { return 0 }
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
  }

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  func run() throws(Failure) {
    var contestants: [Contestant] = []
    for name in options.peers {
      let peer: any Peer =
        switch name {
        case "redis": RedisPeer()
        case "postgresql": PostgresPeer()
        case "beanstalkd": BeanstalkPeer()
        default: WishdPeer()
        }
      Report.progress("\(peer.name): \(options.wishes) wishes")
      contestants.append(try Contestant(peer, in: scratch, wishes: options.wishes))
    }
    for workload in options.workloads {
      for shape in options.shapes { try run(workload, shape, contestants) }
    }
    for contestant in contestants { contestant.peer.stop() }
    report()
  }

  private func run(_ workload: Workload, _ shape: Options.Shape, _ all: [Contestant]) throws(Failure) {
    let able = all.filter { $0.peer.does(workload) }
    var lines: [[Line]] = []
    for contestant in able {
      lines.append(try contestant.open(workload, connections: shape.connections, inFlight: shape.inFlight))
    }
    var new = able.map { Cell(workload: workload, shape: shape, peer: $0.peer.name) }
    let hasFloor = workload == .post && shape.connections == 1 && shape.inFlight == 1
    for round in 0..<options.rounds {
      if hasFloor { floor.append(try Floor.measure(in: scratch.path, seconds: options.seconds)) }
      for turn in able.indices {
        // A different one begins each time.
        let index = (turn + round) % able.count
        // What the last one still does behind its replies is not this one's burden.
        usleep(300_000)
        let measured = try Generator.run(lines[index], seconds: options.seconds)
        if let refusal = measured.firstRefusal {
          throw Failure("\(able[index].peer.name), \(workload): \(measured.refusals) refused: \(refusal)")
        }
        new[index].rounds.append(measured)
      }
    }
    for own in lines { try Generator.giveBack(own) }
    cells += new
    for cell in new { Report.progress(row(cell)) }
  }

  // MARK: What is told

  private func row(_ cell: Cell) -> String {
    let rates = cell.rounds.map(\.rate)
    let ours = cells.first {
      $0.workload == cell.workload && $0.shape.description == cell.shape.description && $0.peer == "wishd"
    }
    let ratio = cell.peer == "wishd" ? "" : ours.map { Report.ratio($0.rate / cell.rate) } ?? ""
    let times = cell.times
    return Report.row([
      cell.workload.rawValue, "\(cell.shape)", cell.peer, Report.count(cell.rate),
      "\(Report.count(rates.min() ?? 0))–\(Report.count(rates.max() ?? 0))", ratio,
      Report.time(times.percentile(0.5)), Report.time(times.percentile(0.99)),
      Report.time(times.percentile(0.999)),
    ])
  }

  private func report() {
    Report.say("\n" + Report.machine + "\n")
    Report.say(
      Report.row(["work", "connections", "who", "a second", "spread", "wishd is", "p50", "p99", "p99.9"])
    )
    Report.say(Report.rule(9))
    for cell in cells { Report.say(row(cell)) }
    if !floor.isEmpty {
      let cell = Cell(workload: .post, shape: options.shapes[0], peer: "floor", rounds: floor)
      Report.say(row(cell).replacingOccurrences(of: "post", with: "4 KiB append + fdatasync"))
    }
    Report.say("\n" + Report.row(["goal", "wanted", "measured", ""]))
    Report.say(Report.rule(4))
    for (peer, wanted) in [("Redis", 1.5), ("PostgreSQL", 4.0), ("beanstalkd", 3.0)] {
      for workload in [Workload.post, .claim] { goal(workload, peer, wanted) }
    }
    floorGoal()
  }

  private func cell(_ workload: Workload, _ peer: String, connections: Int) -> Cell? {
    cells.first {
      $0.workload == workload && $0.peer == peer && $0.shape.connections == connections
        && $0.shape.inFlight == 1
    }
  }

  private func goal(_ workload: Workload, _ peer: String, _ wanted: Double) {
    // beanstalkd writes nothing when a job is reserved or released: what it does durably is put.
    let isPut = peer == "beanstalkd" && workload == .claim
    guard let ours = cell(workload, "wishd", connections: 50),
      let theirs = cell(isPut ? .post : workload, peer, connections: 50)
    else { return }
    let ratio = ours.rate / theirs.rate
    let what = "durable \(workload.rawValue.uppercased()), 50 connections, against \(peer)"
    Report.say(
      Report.goal(isPut ? "\(what)'s put" : what, "≥ \(wanted) ×", Report.ratio(ratio), ratio >= wanted)
    )
  }

  private func floorGoal() {
    guard let ours = cell(.post, "wishd", connections: 1), !floor.isEmpty else { return }
    let bare = floor.reduce(into: Histogram()) { $0.add($1.times) }.percentile(0.5)
    let ratio = ours.times.percentile(0.5) / bare
    Report.say(
      Report.goal("one client's POST, p50, against the floor", "≤ 1.6 ×", Report.ratio(ratio), ratio <= 1.6)
    )
  }
}
