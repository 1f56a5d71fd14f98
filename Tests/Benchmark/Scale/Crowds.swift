import Foundation

/// Many connections at once: idle ones, and ones that follow the log.
final class Crowds {
  private let options: Options
  private let scratch: Scratch

  private static let idle = 10_000
  private static let subscribers = 1_000
  private static let writers = 50

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  func run() throws(Failure) {
    let made = try StoreMaker.make(in: try scratch.directory("crowds"), wishes: 1_000)
    let peer = WishdPeer()
    try peer.start(made, in: scratch)
    defer { peer.stop() }
    Report.say("\n" + Report.row(["goal", "wanted", "measured", ""]))
    Report.say(Report.rule(4))
    try measureIdle(peer)
    try measureSubscribers(peer, Contestant(peer, holding: made.wishes))
  }

  private func measureIdle(_ peer: WishdPeer) throws(Failure) {
    let before = peer.server?.residentBytes ?? 0
    var sockets: [Socket] = []
    for _ in 0..<Self.idle { sockets.append(try peer.connectAsNobody()) }
    let more = (peer.server?.residentBytes ?? 0) - before
    let what = "\(Report.count(Double(sockets.count))) idle connections, memory more"
    Report.say(Report.goal(what, "≤ 60 MB", Report.megabytes(more), more <= 60_000_000))
  }

  /// Writers by themselves, then with subscribers who read all they are told.
  private func measureSubscribers(_ peer: WishdPeer, _ contestant: Contestant) throws(Failure) {
    let writers = try contestant.open(.claim, connections: Self.writers, inFlight: 1)
    let alone = try Generator.run(writers, seconds: options.seconds)
    let before = peer.server?.residentBytes ?? 0
    let followers = Followers()
    for index in 0..<Self.subscribers {
      let socket = try peer.connect(as: StoreMaker.staff(index % World.communities))
      try socket.send(Array("SUB\n".utf8))
      _ = try readLine(socket)
      followers.sockets.append(socket)
    }
    followers.start()
    let followed = try Generator.run(writers, seconds: options.seconds)
    let more = (peer.server?.residentBytes ?? 0) - before
    followers.finish()
    try Generator.giveBack(writers)
    if let refusal = alone.firstRefusal ?? followed.firstRefusal { throw Failure(refusal) }
    let kept = followed.rate / alone.rate
    Report.say(
      Report.row([
        "\(Self.writers) writers with \(Report.count(Double(Self.subscribers))) subscribers", "never wait",
        "\(Report.count(followed.rate))/s of \(Report.count(alone.rate))/s (\(Report.ratio(kept)))",
        "p99 \(Report.time(followed.times.percentile(0.99))), was \(Report.time(alone.times.percentile(0.99)))",
      ])
    )
    Report.say(
      Report.row([
        "what they were told", "", "\(Report.count(Double(followers.pushes) / options.seconds)) events/s",
        "\(followers.dropped) dropped as slow, memory \(Report.megabytes(more)) more",
      ])
    )
  }
}

/// Subscribers that read whatever comes, on a thread of their own.
///
/// It is safe to share: the thread alone touches the counts until it has ended. The compiler cannot see
/// that.
private final class Followers: @unchecked Sendable {
  var sockets: [Socket] = []
  private(set) var pushes = 0
  private(set) var dropped = 0
  private var isOver = false
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)

  func start() {
    Thread { [self] in
      try? follow()
      ended.signal()
    }.start()
  }

  func finish() {
    lock.withLock { isOver = true }
    ended.wait()
  }

  private func follow() throws(Failure) {
    let set = try EventSet()
    var socketOf: [Int32: Socket] = [:]
    for socket in sockets {
      try set.add(socket)
      socketOf[socket.number] = socket
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 262_144, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while !lock.withLock({ isOver }) {
      try set.wait(milliseconds: 50) { descriptor throws(Failure) in
        guard let socket = socketOf[descriptor] else { return }
        do throws(Failure) {
          let count = try unsafe socket.receive(into: buffer, waits: false)
          for index in 0..<count where unsafe buffer[index] == 0x0A { pushes += 1 }
        } catch {
          // It was told BYE.
          dropped += 1
          socketOf[descriptor] = nil
        }
      }
    }
  }
}
