@testable import WishCore

/// A service on a store, from the daemon's start until it is let go: without sockets, walls and AUTH, so
/// that thousands of lives are short.
final class DaemonLife {
  let store: Store
  let service: Service
  private var sessions: [String: Session] = [:]
  private var uptime: Int64 = 1_000
  /// Whether a transaction failed in the latest turn.
  private(set) var hasFailed = false
  /// Called with a count while a reply is waited for: ERASE answers when nothing is left in the files.
  var whileWaiting: (Int) -> Void = { _ in }
  private static let waitsMax = 4

  /// Starts on a store, through a fault disk if one is given.
  init(_ path: String, on disk: FaultDisk? = nil) throws {
    store = try Store(path: path, vfs: disk?.name)
    service = try Service(
      store: store,
      storePath: path,
      shelf: NoShelf(),
      backups: BackupFolder(path: path + ".backup"),
      random: SeededRandom(seed: 7)
    )
  }

  /// Has a turn happen, and returns the replies to its lines in their order; nil where none came.
  func take(_ turn: Turn, at now: Moment, copiesLog: Bool = false) -> [String?] {
    if copiesLog { store.checkpointAt = 1 }
    switch turn {
    case .pass:
      // Long enough for old request keys to be looked for, too short for a session to be idle.
      uptime += 61_000
      serve(at: now)
      return []
    case .ask(let asks): return send(asks, at: now)
    }
  }

  /// Sends lines in one turn.
  func send(_ asks: [Ask], at now: Moment) -> [String?] {
    for ask in asks {
      let bytes = Array((ask.line + "\n").utf8)
      unsafe bytes.withUnsafeBytes { unsafe session(of: ask.account).receive($0) }
    }
    serve(at: now)
    var finals = sessions.mapValues { Self.finals($0) }
    for waits in 1...Self.waitsMax {
      let count = finals.values.reduce(0) { $0 + $1.count }
      guard count < asks.count, !service.mustStop else { break }
      whileWaiting(waits)
      uptime += 3_000
      serve(at: now)
      finals.merge(sessions.mapValues { Self.finals($0) }) { $0 + $1 }
    }
    var left = finals.mapValues { $0[...] }
    return asks.map { left[$0.account]?.popFirst() }
  }

  private func session(of account: String) -> Session {
    if let session = sessions[account] { return session }
    let session = service.open(.local, uptimeMilliseconds: uptime)
    let code = AccountCode(stored: account)
    let generation = service.office.account(code)?.generation ?? 0
    session.login = Session.Login(account: code, generation: generation, idleMilliseconds: nil)
    _ = Self.finals(session)
    sessions[account] = session
    return session
  }

  private func serve(at now: Moment) {
    hasFailed = false
    var hasWork = false
    repeat {
      service.turn(now: now, uptimeMilliseconds: uptime)
      if service.takeLog().contains(where: { $0.hasPrefix("commit failed") }) { hasFailed = true }
      let work = service.takeWork()
      hasWork = !work.isEmpty
      for piece in work {
        // No wall is rendered: for the service it is a folder that takes nothing.
        let noWall = WallFault("no walls here")
        switch piece.lane {
        case .walls: service.finish(WorkResult(outcome: .walls([], .failure(noWall))))
        case .wallOfAll: service.finish(WorkResult(outcome: .wallOfAll([], .failure(noWall))))
        case .wallPages: service.finish(WorkResult(outcome: .wallPages(.failure(noWall))))
        case .secrets, .backups, .plans: service.finish(piece.run())
        }
      }
    } while hasWork
  }

  /// The finals that wait for the peer.
  private static func finals(_ session: Session) -> [String] {
    var bytes: [UInt8] = []
    while session.hasOutput {
      unsafe session.drain {
        unsafe bytes.append(contentsOf: $0)
        return $0.count
      }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("OK") || $0.hasPrefix("ERR ") }
  }
}

extension String {
  /// A reply without what differs when a request is repeated.
  var withoutReplay: String {
    split(separator: " ").filter { $0 != "replay=yes" && !$0.hasPrefix("secret=") }.joined(separator: " ")
  }
}
