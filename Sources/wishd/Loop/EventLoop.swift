import WishCore

/// The one thread that owns the sockets and the service.
///
/// Every turn reads all that is ready, lets the service decide and commit it at once, and writes what
/// came of it. Nothing in here decides anything about wishes. It is safe although it holds a raw buffer:
/// the buffer lives as long as the loop, and nobody keeps a pointer into it.
@safe final class EventLoop {
  private let service: Service
  private let log: Log
  private let events: EventSet
  private let acceptor: Acceptor
  private let workshop: Workshop
  private let stopSignals: Descriptor
  private let buffer: UnsafeMutableRawBufferPointer
  /// By descriptor, which the session's tag repeats.
  private var connections: [Connection?] = []
  private var connectionCount = 0
  /// To be written to and looked after when the turn ends.
  private var touched: [Connection] = []
  /// Those with a deadline, by descriptor.
  private var watched: Set<Int32> = []
  private var sweptAt: Int64 = 0
  /// When the daemon gives up finishing; set once it was told to stop.
  private var stopAt: Int64?

  /// `stopSignals` becomes readable once the daemon is to stop; `descriptorsMax` is how many descriptors
  /// the process may have.
  init(
    service: Service,
    listeners: [Listener],
    stopSignals: Descriptor,
    descriptorsMax: Int,
    log: Log
  ) throws(SystemError) {
    self.service = service
    self.log = log
    self.stopSignals = stopSignals
    events = try EventSet(batch: Limits.readyBatchMax)
    workshop = try Workshop()
    acceptor = try Acceptor(listeners: listeners, events: events, descriptorsMax: descriptorsMax)
    unsafe buffer = .allocate(byteCount: Limits.readBytesMax, alignment: 16)
    try events.add(stopSignals.number, .read)
    try events.add(workshop.bell, .read)
  }

  deinit { unsafe buffer.deallocate() }

  /// Turns until the daemon has stopped, and says how to exit.
  func run() throws(SystemError) -> ExitCode {
    try turn([])
    while true {
      if service.mustStop {
        sayLastWords()
        return .inputOutput
      }
      if let stopAt, isDone || System.uptimeMilliseconds >= stopAt {
        sayLastWords()
        return .success
      }
      try turn(try events.wait(timeoutMilliseconds: timeout))
    }
  }

  private func turn(_ ready: [Readied]) throws(SystemError) {
    let now = System.uptimeMilliseconds
    try takeIn(ready, now: now)
    service.turn(now: System.now, uptimeMilliseconds: now)
    for work in service.takeWork() { workshop.start(work) }
    log.write(service.takeLog())
    for session in service.takeSessionsWithOutput() {
      // The tag of a session that is over may be another's by now.
      if let connection = connection(Int32(session.tag)), connection.session === session { touch(connection) }
    }
    if !service.mustStop { try giveOut(now: now) }
    if !watched.isEmpty && now - sweptAt >= Limits.sweepMilliseconds { try sweep(now: now) }
    if let resumesAt = acceptor.resumesAt, now >= resumesAt { try acceptor.resume() }
  }

  private func takeIn(_ ready: [Readied], now: Int64) throws(SystemError) {
    for event in ready {
      if let connection = connection(event.descriptor) {
        try attend(connection, event.readiness, now: now)
      } else if event.descriptor == workshop.bell {
        for result in workshop.takeResults() { service.finish(result) }
      } else if event.descriptor == stopSignals.number {
        if let (signal, sender) = try System.takeSignal(stopSignals) {
          log.write(["stopping: signal \(signal) from process \(sender)"])
          beginStop(now: now)
        }
      } else if let accepted = try acceptor.accept(event.descriptor, now: now) {
        for (descriptor, peer) in accepted { welcome(descriptor, peer, now: now) }
      }
    }
  }

  private func attend(_ connection: Connection, _ readiness: Readiness, now: Int64) throws(SystemError) {
    touch(connection)
    let isBroken = !readiness.isDisjoint(with: [.hangUp, .error])
    // Writing first: the service may have waited for room to go on answering.
    if isBroken || readiness.contains(.write) { connection.write(now: now, isReady: true) }
    if connection.wanted.contains(.read) {
      if isBroken || readiness.contains(.read) { unsafe connection.read(into: buffer) }
    } else if isBroken, connection.wanted.isEmpty, connection.phase != .gone {
      // The peer is gone, nothing is to be read now, and the set would say so for ever. Back in it, once
      // something is wanted, what the peer had sent before is still read.
      connection.registered = nil
      try events.remove(connection.descriptor.number)
    }
  }

  private func welcome(_ descriptor: Descriptor, _ peer: Peer, now: Int64) {
    let session = service.open(peer, uptimeMilliseconds: now)
    let index = Int(descriptor.number)
    session.tag = index
    if connections.count <= index {
      connections += Array(repeating: nil, count: index + 1 - connections.count)
    }
    let connection = Connection(descriptor: descriptor, session: session, peer: peer)
    connections[index] = connection
    connectionCount += 1
    touch(connection)
  }

  /// Writes to every touched connection, and has the event set wait for what each wants next.
  private func giveOut(now: Int64) throws(SystemError) {
    for connection in touched {
      connection.isTouched = false
      connection.write(now: now)
      try settle(connection, now: now)
    }
    touched.removeAll(keepingCapacity: true)
  }

  private func settle(_ connection: Connection, now: Int64) throws(SystemError) {
    if connection.finishWhenDrained(now: now) { service.close(connection.session) }
    let number = connection.descriptor.number
    if connection.phase == .gone {
      try forget(connection)
      return
    }
    if connection.hasDeadline { watched.insert(number) } else { watched.remove(number) }
    do throws(SystemError) {
      try register(connection)
    } catch {
      // The system watches no more descriptors for this user: one connection's loss, not the daemon's.
      log.write(["connection dropped: \(error)"])
      connection.abandon()
      try forget(connection)
    }
  }

  private func register(_ connection: Connection) throws(SystemError) {
    let number = connection.descriptor.number
    let wanted = connection.wanted
    switch connection.registered {
    case wanted?: return
    case nil:
      // One whose peer hung up stays out until something is wanted of it.
      if wanted.isEmpty { return }
      try events.add(number, wanted)
    case _?: try events.change(number, wanted)
    }
    connection.registered = wanted
  }

  private func sweep(now: Int64) throws(SystemError) {
    sweptAt = now
    for number in watched {
      guard let connection = connection(number) else { continue }
      connection.expire(now: now)
      if connection.phase == .gone { try forget(connection) }
    }
  }

  /// Closes, at the end of a turn only: a descriptor's number must not be given out again while events of
  /// the old one are still at hand.
  private func forget(_ connection: Connection) throws(SystemError) {
    let number = connection.descriptor.number
    watched.remove(number)
    service.close(connection.session)
    connections[Int(number)] = nil
    connectionCount -= 1
    try acceptor.release(connection.peer)
  }

  private func beginStop(now: Int64) {
    guard stopAt == nil else { return }
    stopAt = now + Limits.shutdownMilliseconds
    acceptor.close()
    service.beginShutdown()
  }

  private var isDone: Bool { connectionCount == 0 && workshop.inFlight == 0 }

  /// What can be sent at once is sent; then the connections end.
  private func sayLastWords() {
    acceptor.close()
    let now = System.uptimeMilliseconds
    for case let connection? in connections {
      connection.write(now: now)
      System.endSending(connection.descriptor)
      unsafe connection.read(into: buffer)
    }
    log.write(service.takeLog())
  }

  /// How long nothing needs to be done. The service is asked after its output was written, so that one
  /// which waited for room can say that there is some.
  private var timeout: Int64? {
    var waits: [Int64] = []
    if let wake = service.wakeAfterMilliseconds { waits.append(wake) }
    if !watched.isEmpty { waits.append(Limits.sweepMilliseconds) }
    if let resumesAt = acceptor.resumesAt { waits.append(resumesAt - System.uptimeMilliseconds) }
    if let stopAt { waits.append(stopAt - System.uptimeMilliseconds) }
    return waits.min()
  }

  private func connection(_ descriptor: Int32) -> Connection? {
    let index = Int(descriptor)
    return index < connections.count ? connections[index] : nil
  }

  private func touch(_ connection: Connection) {
    if connection.isTouched { return }
    connection.isTouched = true
    touched.append(connection)
  }
}
