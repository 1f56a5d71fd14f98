/// One connection of the load generator: its lanes, and the requests that wait for their reply.
///
/// Replies come in the order of requests on every peer, so that a queue of lanes tells whose a reply is.
final class Line {
  let socket: Socket
  var lanes: [Lane]
  private let wording: any Wording
  private var waiting: [(lane: Int, sentAt: UInt64)] = []
  private var firstWaiting = 0
  /// What came of a reply that is not whole yet.
  private var rest: [UInt8] = []
  private var request: [UInt8] = []

  init(socket: Socket, wording: any Wording, lanes: [Lane]) {
    self.socket = socket
    self.wording = wording
    self.lanes = lanes
  }

  /// Requests under way.
  var inFlight: Int { waiting.count - firstWaiting }

  /// Sends the first request of every lane.
  func start() throws(Failure) {
    for index in lanes.indices { ask(index) }
    try flush()
  }

  /// Takes bytes; for every reply in them `body` gets the time that it took, and its lane asks again while
  /// `goesOn`.
  func take(
    _ bytes: UnsafeRawBufferPointer,
    now: UInt64,
    goesOn: Bool,
    _ body: (UInt64, Answer) -> Void
  ) throws(Failure) {
    if rest.isEmpty {
      let used = try unsafe hearAll(bytes, now: now, goesOn: goesOn, body)
      if used < bytes.count { unsafe rest.append(contentsOf: bytes[used...]) }
    } else {
      unsafe rest.append(contentsOf: bytes)
      let whole = rest
      let used = try hearAll(whole, now: now, goesOn: goesOn, body)
      rest.removeFirst(used)
    }
    try flush()
  }

  private func hearAll(
    _ bytes: [UInt8],
    now: UInt64,
    goesOn: Bool,
    _ body: (UInt64, Answer) -> Void
  ) throws(Failure) -> Int {
    let result: Result<Int, Failure> = unsafe bytes.withUnsafeBytes { bytes in
      do throws(Failure) {
        return .success(try unsafe hearAll(bytes, now: now, goesOn: goesOn, body))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func hearAll(
    _ bytes: UnsafeRawBufferPointer,
    now: UInt64,
    goesOn: Bool,
    _ body: (UInt64, Answer) -> Void
  ) throws(Failure) -> Int {
    var used = 0
    while used < bytes.count {
      guard let answer = try unsafe wording.hear(UnsafeRawBufferPointer(rebasing: bytes[used...])) else {
        break
      }
      used += answer.length
      guard firstWaiting < waiting.count else { throw Failure("a reply came to no request") }
      let (lane, sentAt) = waiting[firstWaiting]
      firstWaiting += 1
      lanes[lane].take(answer)
      body(now - sentAt, answer)
      if goesOn { ask(lane) }
    }
    if firstWaiting == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      firstWaiting = 0
    }
    return used
  }

  private func ask(_ lane: Int) {
    guard let act = lanes[lane].next() else { return }
    wording.ask(act, as: lanes[lane].seat, into: &request)
    waiting.append((lane, Clock.now))
  }

  private func flush() throws(Failure) {
    guard !request.isEmpty else { return }
    try socket.send(request)
    request.removeAll(keepingCapacity: true)
  }
}
