import WishCore

/// Takes connections from the listeners, as many as there is room for.
///
/// When descriptors run out, or the room that is kept for the store's files is reached, the listeners
/// leave the event set: a level-triggered set would else report them for ever. Whoever connects meanwhile
/// waits in the kernel's queue and is taken once a connection has ended, or a second later.
final class Acceptor {
  private var listeners: [Listener]
  private let events: EventSet
  private let connectionsMax: Int
  private var connections = ConnectionCount()
  private var resumeAt: Int64?

  /// `descriptorsMax` is how many descriptors the process may have.
  init(listeners: [Listener], events: EventSet, descriptorsMax: Int) throws(SystemError) {
    self.listeners = listeners
    self.events = events
    // A very low limit is shared instead: half for connections.
    connectionsMax = max(descriptorsMax / 2, descriptorsMax - Limits.descriptorsReserved)
    for listener in listeners { try events.add(listener.descriptor.number, .read) }
  }

  /// When accepting should be tried again though nothing was reported; nil while it is not resting.
  var resumesAt: Int64? { listeners.isEmpty ? nil : resumeAt }

  /// Takes a batch of connections from the listener with this descriptor; nil where none has it.
  func accept(_ descriptor: Int32, now: Int64) throws(SystemError) -> [(Descriptor, Peer)]? {
    guard let listener = listeners.first(where: { $0.descriptor.number == descriptor }) else { return nil }
    var taken: [(Descriptor, Peer)] = []
    for _ in 0..<Limits.acceptBatchMax {
      guard connections.all < connectionsMax else {
        try pause(now: now)
        return taken
      }
      switch try System.accept(listener.descriptor) {
      case .connection(let socket, let address):
        if address.isInternet { try? System.sendAtOnce(socket) }
        if connections.admit(address.peer) { taken.append((socket, address.peer)) } else { turnAway(socket) }
      case .wouldBlock: return taken
      case .gone: continue
      case .exhausted:
        try pause(now: now)
        return taken
      }
    }
    return taken
  }

  /// Counts a connection out again, and takes new ones if there was no room for them.
  func release(_ peer: Peer) throws(SystemError) {
    connections.release(peer)
    try resume()
  }

  /// Takes up accepting again, if it rests.
  func resume() throws(SystemError) {
    guard resumeAt != nil else { return }
    resumeAt = nil
    for listener in listeners { try events.add(listener.descriptor.number, .read) }
  }

  /// Stops listening; whoever is still queued finds the connection refused.
  func close() {
    // A listener that was shut down would say so at every wait; one that rests is not in the set.
    if resumeAt == nil { for listener in listeners { try? events.remove(listener.descriptor.number) } }
    for listener in listeners { listener.close() }
    listeners = []
  }

  private func pause(now: Int64) throws(SystemError) {
    guard resumeAt == nil else { return }
    resumeAt = now + Limits.acceptPauseMilliseconds
    for listener in listeners { try events.remove(listener.descriptor.number) }
  }

  /// Tells one connection too many why it is closed, if its socket takes the line at once.
  private func turnAway(_ socket: Descriptor) {
    let line = Array("* BYE reason=connections :这个地址的连接太多，请关掉一些再连\n".utf8)
    unsafe line.withUnsafeBytes { _ = try? unsafe System.send(socket, $0) }
  }
}
