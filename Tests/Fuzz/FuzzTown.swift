import Foundation

@testable import WishCore

/// A small town on a store of its own, for one input: a copy of one that is prepared once.
final class FuzzTown {
  /// Who speaks, by the letter before a line; nobody is logged in as `N`.
  static let accounts: [(letter: UInt8, code: String)] = [
    (0x53, "li"), (0x54, "desk"), (0x4D, "m1"), (0x4B, "m2"), (0x47, "grid"), (0x56, "street"),
    (0x41, "admin"), (0x57, "wang"), (0x4E, ""),
  ]

  let path: String
  private(set) var service: Service
  private var store: Store
  private let folder: URL
  private var sessions: [UInt8: Session] = [:]
  private var now = FuzzTown.start
  private var uptime: Int64 = 1_000

  /// 2026-11-20T08:00:00Z.
  private static let start = Moment(milliseconds: 1_795_161_600_000)

  /// Events by which the town is made.
  private static let eventsPrepared: EventNumber = 12
  /// The prepared store's bytes.
  private static let prepared = Result { try prepare() }

  init() throws(Violation) {
    do {
      (folder, path) = try Self.place()
      try Self.prepared.get().write(to: URL(filePath: path))
      store = try Store(path: path)
      service = try Self.service(on: store, path, folder)
    } catch { throw Violation("no town: \(error)") }
    try Violation.unless(service.office.lastEvent == Self.eventsPrepared, "the town is not what was prepared")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Starts another service on the same store, as after an orderly stop.
  func restart() throws {
    try store.close()
    store = try Store(path: path)
    service = try Self.service(on: store, path, folder)
    sessions = [:]
  }

  /// The session of a letter; a new one where the old one has ended.
  func session(_ letter: UInt8) -> Session {
    if let session = sessions[letter], !session.isFinished { return session }
    let session = service.open(.local, uptimeMilliseconds: uptime)
    let code = Self.accounts.first { $0.letter == letter }?.code ?? ""
    if let account = AccountCode(code).flatMap({ service.office.account($0) }), account.isEnabled {
      session.login = Session.Login(
        account: account.code,
        generation: account.generation,
        idleMilliseconds: nil
      )
    }
    _ = session.takeOutput()
    sessions[letter] = session
    return session
  }

  /// Sends a line and returns what comes of it.
  func say(_ line: [UInt8], on session: Session) throws(Violation) -> [(tag: String?, line: ReplyLine)] {
    session.receive(line + [0x0A])
    settle()
    let output = session.takeOutput()
    try Violation.unless(output.isEmpty || output.last == 0x0A, "half a line: \(output)")
    var lines: [(tag: String?, line: ReplyLine)] = []
    for bytes in output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      guard let line = ReplyLine.parse(bytes) else {
        throw Violation("no line: \(String(decoding: bytes, as: UTF8.self))")
      }
      lines.append(line)
    }
    return lines
  }

  /// Lets time pass on both clocks.
  func pass(seconds: Int64) {
    now = now.advanced(bySeconds: seconds)
    uptime += seconds * 1_000
    settle()
    for session in sessions.values { _ = session.takeOutput() }
  }

  /// Turns until nobody waits for anything. No secret is hashed, for that takes longer than all else.
  private func settle() {
    repeat {
      service.turn(now: now, uptimeMilliseconds: uptime)
      for work in service.takeWork() where work.lane != .secrets { service.finish(work.run()) }
      for session in sessions.values {
        switch session.waiting {
        case .login:
          service.finish(
            WorkResult(outcome: .login(session: session.id, account: .system, generation: 0, isRight: false))
          )
        case .secret:
          service.finish(
            WorkResult(
              outcome: .secret(session: session.id, FreshSecret(plain: "secret", hash: Secret.nobody))
            )
          )
        case .delay: uptime += 100
        case .reading, .wall, .backup, .plan, .erasure, nil: break
        }
      }
    } while service.wakeAfterMilliseconds == 0
      || sessions.values.contains { $0.waiting != nil && !$0.isFinished }
  }

  private static func place() throws -> (folder: URL, path: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (folder, folder.appending(path: "wish.db").path)
  }

  private static func service(on store: Store, _ path: String, _ folder: URL) throws -> Service {
    try Service(
      store: store,
      storePath: path,
      shelf: NoShelf(),
      backups: BackupFolder(path: folder.appending(path: "backup").path),
      random: InputRandom([])
    )
  }

  private static func prepare() throws -> Data {
    let (folder, path) = try place()
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = InputRandom([])
    _ = try Founding.found(path: path, at: start, using: &random)
    let store = try Store(path: path)
    let service = try service(on: store, path, folder)
    let admin = service.open(.local, uptimeMilliseconds: 1_000)
    admin.login = Session.Login(account: AccountCode(stored: "admin"), generation: 0, idleMilliseconds: nil)
    for line in [
      "AREA d01 name=东区 level=district", "AREA c01 name=向阳社区 level=community parent=d01",
      "AREA g01 name=一网格 level=grid parent=c01", "AREA c02 name=和平社区 level=community parent=d01",
      "ACCOUNT li role=staff area=c01", "ACCOUNT desk role=terminal area=c01",
      "ACCOUNT m1 role=member area=c01",
      "ACCOUNT m2 role=member area=c01", "ACCOUNT grid role=staff area=g01",
      "ACCOUNT street role=supervisor area=d01",
      "ACCOUNT wang role=staff area=c02", "MEMBER m1 skills=电工,搬运 prefers=便民利民",
    ] {
      admin.receive(Array("\(line)\n".utf8))
      service.turn(now: start, uptimeMilliseconds: 1_000)
      // Walls too: a reading that is not ended would keep the log from being copied into the file.
      for work in service.takeWork() { service.finish(work.run()) }
      service.turn(now: start, uptimeMilliseconds: 1_000)
    }
    guard service.office.lastEvent == eventsPrepared else {
      throw Violation("no town: \(String(decoding: admin.takeOutput(), as: UTF8.self))")
    }
    try store.close()
    return try Data(contentsOf: URL(filePath: path))
  }
}

/// Walls are rendered and thrown away.
private struct NoShelf: WallShelf {
  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    let sheets = names.map { _ in MemorySheet() }
    try write(sheets)
    return sheets
  }
}
