import WishCore

/// One connection: a socket and the session behind it.
///
/// It moves bytes between the two and says what it waits for; the ``EventLoop`` does the waiting.
final class Connection {
  /// Where it stands.
  enum Phase: Equatable {
    /// The session reads and answers.
    case serving
    /// The session is over and everything is sent: until then the peer may end its side.
    case lingering(until: Int64)
    /// To be closed when the turn ends.
    case gone
  }

  /// The socket.
  let descriptor: Descriptor
  /// What the core knows it as.
  let session: Session
  /// Where it comes from.
  let peer: Peer
  /// Where it stands.
  private(set) var phase = Phase.serving
  /// Since when the socket has taken nothing of what waits for it, on the monotonic clock; nil where it
  /// takes everything.
  private(set) var fullSince: Int64?
  /// What the event set waits for; nil while it is not in the set.
  var registered: Readiness?
  /// Whether it is on the loop's list for this turn.
  var isTouched = false
  /// Whether the peer has ended its side.
  private var inputEnded = false

  init(descriptor: Descriptor, session: Session, peer: Peer) {
    self.descriptor = descriptor
    self.session = session
    self.peer = peer
  }

  /// What it waits for now.
  var wanted: Readiness {
    switch phase {
    case .serving:
      var wanted: Readiness = []
      if session.wantsInput && !session.isFinished && !inputEnded { wanted.insert(.read) }
      if fullSince != nil { wanted.insert(.write) }
      return wanted
    case .lingering: return .read
    case .gone: return []
    }
  }

  /// Reads once, at most a buffer full: no connection keeps the others waiting.
  func read(into buffer: UnsafeMutableRawBufferPointer) {
    guard wanted.contains(.read) else { return }
    do {
      switch (try unsafe System.receive(descriptor, buffer), phase) {
      case (.bytes(let count), .serving):
        unsafe session.receive(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      case (.bytes, _), (.wouldBlock, _):
        break
      case (.end, .serving):
        inputEnded = true
        session.receiveEnd()
      case (.end, _):
        phase = .gone
      }
    } catch {
      phase = .gone
    }
  }

  /// Writes once what the session has ready; to a full socket only if the set has said, by `isReady`, that
  /// it takes bytes again.
  func write(now: Int64, isReady: Bool = false) {
    guard phase == .serving, fullSince == nil || isReady, session.hasOutput else { return }
    do {
      var taken = 0
      try unsafe session.drain { bytes in
        taken = try unsafe System.send(descriptor, bytes).count
        return taken
      }
      if !session.hasOutput {
        fullSince = nil
      } else if taken > 0 || fullSince == nil {
        fullSince = now
      }
    } catch {
      phase = .gone
    }
  }

  /// Once the session is over and everything is sent: says so to the peer and lets it end its side.
  /// Returns whether that has just begun.
  func finishWhenDrained(now: Int64) -> Bool {
    guard phase == .serving, session.isFinished, !session.hasOutput else { return false }
    if inputEnded {
      phase = .gone
    } else {
      System.endSending(descriptor)
      phase = .lingering(until: now + Limits.lingerMilliseconds)
    }
    return true
  }

  /// Whether it is waited for with a deadline: ``expire(now:)`` is to be asked from time to time.
  var hasDeadline: Bool {
    switch phase {
    case .serving: fullSince != nil
    case .lingering: true
    case .gone: false
    }
  }

  /// Gives up a peer that takes nothing, or does not end its side, for too long.
  func expire(now: Int64) {
    switch phase {
    case .serving:
      if let fullSince, now - fullSince >= Limits.stalledWriteSeconds * 1_000 { phase = .gone }
    case .lingering(let until):
      if now >= until { phase = .gone }
    case .gone: break
    }
  }

  /// Gives it up at once.
  func abandon() {
    phase = .gone
  }
}
