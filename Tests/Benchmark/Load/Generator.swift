/// What one round measured.
struct Measured {
  /// Replies that came within the time.
  var replies = 0
  /// The time, in seconds.
  var seconds = 0.0
  /// How long each took.
  var times = Histogram()
  /// Requests that were refused, and the first refusal.
  var refusals = 0
  var firstRefusal: String?

  /// Replies a second.
  var rate: Double { seconds > 0 ? Double(replies) / seconds : 0 }
}

/// The load generator: one thread, one epoll set, closed loop. Every peer is driven by this same code.
enum Generator {
  /// What goes before the part of a round that is measured, in seconds, but no more than a quarter of it.
  static let warmUpSeconds = 0.3
  /// How long the last replies may take to come.
  static let patienceSeconds = 120.0

  /// Drives `lines` for so many seconds, or until their lanes have done all, and then until all replies
  /// are there. `side` is called about every `sideMilliseconds`, for a second kind of load.
  static func run(
    _ lines: [Line],
    seconds: Double,
    sideMilliseconds: Int = 0,
    side: () throws(Failure) -> Void = {}
  ) throws(Failure) -> Measured {
    let set = try EventSet()
    var lineOf: [Int32: Line] = [:]
    for line in lines {
      try set.add(line.socket)
      lineOf[line.socket.number] = line
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 262_144, alignment: 16)
    defer { unsafe buffer.deallocate() }
    var measured = Measured()
    let start = Clock.now
    let from = start + Clock.nanoseconds(min(warmUpSeconds, seconds / 4))
    let until = start + Clock.nanoseconds(seconds)
    var inFlight = 0
    for line in lines {
      try line.start()
      inFlight += line.inFlight
    }
    var nextSide = start
    while inFlight > 0 {
      try Interruption.check()
      if sideMilliseconds > 0, Clock.now >= nextSide, Clock.now < until {
        try side()
        nextSide += UInt64(sideMilliseconds) * 1_000_000
      }
      guard Clock.now < until + Clock.nanoseconds(patienceSeconds) else {
        throw Failure("\(inFlight) requests are not answered")
      }
      try set.wait(milliseconds: sideMilliseconds > 0 ? 5 : 1_000) { descriptor throws(Failure) in
        guard let line = lineOf[descriptor] else { return }
        let count = try unsafe line.socket.receive(into: buffer, waits: false)
        guard count > 0 else { return }
        let now = Clock.now
        let before = line.inFlight
        try unsafe line.take(
          UnsafeRawBufferPointer(rebasing: buffer[..<count]),
          now: now,
          goesOn: now < until
        ) {
          time,
          answer in
          if let refusal = answer.refusal {
            measured.refusals += 1
            measured.firstRefusal = measured.firstRefusal ?? refusal
          }
          guard now >= from, now < until else { return }
          measured.replies += 1
          measured.times.add(time)
        }
        inFlight += line.inFlight - before
      }
    }
    measured.seconds = Double(max(from, min(Clock.now, until)) - from) / 1e9
    return measured
  }

  /// Ends the use of lines: what is claimed is given back.
  static func giveBack(_ lines: [Line]) throws(Failure) {
    for line in lines {
      for index in line.lanes.indices { line.lanes[index].script = .giveBack }
    }
    _ = try finish(lines)
  }

  /// Drives lanes that come to an end, until they have.
  static func finish(_ lines: [Line]) throws(Failure) -> Measured {
    let measured = try run(lines, seconds: 3_600)
    if let refusal = measured.firstRefusal { throw Failure("\(measured.refusals) refused: \(refusal)") }
    return measured
  }
}
