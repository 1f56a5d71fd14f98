/// The whole service on one thread: sessions in, decisions, one commit a turn, replies out.
public final class Service {
  /// Opens a session for a connection.
  public func open(_ peer: Peer) -> Session { Session(peer: peer) }

  /// Forgets a session whose connection is gone.
  public func close(_ session: Session) {}

  /// Does everything that is ready: lapses, then the waiting requests of all sessions in one
  /// transaction, then pushes and time-outs.
  ///
  /// - Parameters:
  ///   - now: the wall clock, for promises to people.
  ///   - uptimeMilliseconds: the monotonic clock, for time-outs.
  public func turn(now: Moment, uptimeMilliseconds: Int64) {}

  /// When ``turn(now:uptimeMilliseconds:)`` must run again though nothing arrives, in milliseconds from
  /// the last turn; nil for never.
  public var wakeAfterMilliseconds: Int64? { nil }

  /// Slow work to be run elsewhere, each piece handed out once.
  public func takeWork() -> [Work] { [] }

  /// Takes the result of a piece of work; the next turn acts on it.
  public func finish(_ result: WorkResult) {}

  /// Whether the daemon must stop now with exit 74: the outcome of a commit is not known.
  public private(set) var mustStop = false

  /// No new requests are read; what was received is answered and sessions then finish.
  public func beginShutdown() {}

  /// Lines for the log since the last call, each without LF and without personal data.
  public func takeLog() -> [String] { [] }
}
