import Foundation
import Testing

@testable import WishCore

/// The whole service in one process, on a clock that the test sets, from a seed; slow work runs at once.
final class Town {
  let path: String
  private(set) var service: Service
  private(set) var store: Store
  let shelf = MemoryShelf()
  /// Where copies go.
  let backups: BackupFolder
  /// The wall clock: 2026-11-20T08:00:00Z at first.
  var now = Moment(milliseconds: 1_795_161_600_000)
  /// The monotonic clock, in milliseconds.
  var uptime: Int64 = 1_000
  /// The administrator's secret.
  let adminSecret: String
  /// Every line of the log.
  private(set) var log: [String] = []
  /// What stopped work from running at once, to look at the time between.
  var holdsWork = false
  private(set) var heldWork: [Work] = []

  init(seed: UInt64 = 1) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("town-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("wish.db").path
    backups = BackupFolder(path: folder.appendingPathComponent("backup").path)
    var random = SeededRandom(seed: seed)
    adminSecret = try Founding.found(path: path, at: now, using: &random)
    store = try Store(path: path)
    service = try Service(store: store, storePath: path, shelf: shelf, backups: backups, random: random)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  /// Stops the service as SIGTERM does and starts another one on the same store, or, not `closing` the
  /// store, on what has taken its place.
  func restart(closing: Bool = true, retaining retention: Span? = nil) throws {
    if closing { try store.close() }
    store = try Store(path: path)
    service = try Service(
      store: store,
      storePath: path,
      shelf: shelf,
      backups: backups,
      retention: retention,
      random: SeededRandom(seed: 2)
    )
  }

  /// Opens a connection; its greeting is already read.
  func connect(_ peer: Peer = .local) -> Client {
    let client = Client(town: self, session: service.open(peer, uptimeMilliseconds: uptime))
    _ = client.read()
    return client
  }

  /// A connection that is logged in as the account, whose secret is given or known from its making.
  func connect(as account: String) throws -> Client {
    let client = connect()
    let secret = account == "admin" ? adminSecret : try #require(secrets[account])
    #expect(client.ask("AUTH \(account) :\(secret)").hasPrefix("OK "))
    return client
  }

  /// Secrets of the accounts that ``settle()`` and ``hire(_:_:_:)`` made.
  var secrets: [String: String] = [:]

  /// A connection of the administrator's that skips the hashing of a login.
  func connectAsAdmin() -> Client { connectWithoutHashing(as: "admin") }

  /// A connection of an account's, whose secret was never changed, that skips the hashing of a login.
  func connectWithoutHashing(as account: String) -> Client {
    let client = connect()
    client.session.login = Session.Login(
      account: AccountCode(stored: account),
      generation: 0,
      idleMilliseconds: nil
    )
    return client
  }

  /// Makes an account and keeps its secret.
  func hire(_ code: String, _ role: String, _ area: String) throws {
    let admin = connectAsAdmin()
    let reply = try #require(
      ReplyLine.parse(admin.ask("ACCOUNT \(code) role=\(role) area=\(area)").utf8)?.line
    )
    guard case .ok(let fields, _) = reply else {
      Issue.record("no account \(code): \(reply)")
      return
    }
    secrets[code] = fields["secret"]
    service.close(admin.session)
  }

  /// Two communities of one district with everybody that a story needs: d01 ⊃ c01 ⊃ c01-g1, c02.
  func settle() throws {
    let admin = connectAsAdmin()
    for line in [
      "AREA d01 name=东区 level=district", "AREA c01 name=向阳社区 level=community parent=d01",
      "AREA c01-g1 name=一网格 level=grid parent=c01", "AREA c02 name=和平社区 level=community parent=d01",
    ] { #expect(admin.ask(line).hasPrefix("OK ")) }
    try hire("desk", "terminal", "c01")
    try hire("li", "staff", "c01")
    try hire("wang", "staff", "c02")
    try hire("grid", "staff", "c01-g1")
    try hire("street", "supervisor", "d01")
    for member in ["m1", "m2", "m3"] { try hire(member, "member", "c01") }
    try hire("far", "member", "c02")
  }

  /// Lets time pass on both clocks.
  func pass(seconds: Int64) {
    now = now.advanced(bySeconds: seconds)
    uptime += seconds * 1_000
    turn()
  }

  /// Turns the service until it has done all that it was asked.
  func turn() {
    var turns = 0
    repeat {
      service.turn(now: now, uptimeMilliseconds: uptime)
      log += service.takeLog()
      let work = service.takeWork()
      if holdsWork { heldWork += work } else { for piece in work { service.finish(piece.run()) } }
      turns += 1
      let goesOn = !service.slowReadings.isEmpty || service.canCatchUp
      guard goesOn || !work.isEmpty && !holdsWork else { return }
    } while turns < 1_000
    Issue.record("the service never comes to rest")
  }

  /// Runs the work that was held back, of some lanes or of all.
  func runHeldWork(_ lanes: (Work.Lane) -> Bool = { _ in true }) {
    let work = heldWork.filter { lanes($0.lane) }
    heldWork.removeAll { lanes($0.lane) }
    for piece in work { service.finish(piece.run()) }
    turn()
  }
}

/// One connection to a ``Town``.
final class Client {
  let town: Town
  let session: Session

  init(town: Town, session: Session) {
    self.town = town
    self.session = session
  }

  /// Sends bytes without a turn.
  func send(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe session.receive($0) }
  }

  /// Sends a line without a turn.
  func send(_ line: String) { send(Array((line + "\n").utf8)) }

  /// The lines that came since the last reading.
  func read() -> [String] {
    var bytes: [UInt8] = []
    while session.hasOutput {
      unsafe session.drain {
        unsafe bytes.append(contentsOf: $0)
        return $0.count
      }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Sends a line, turns the service, and returns all lines that came.
  func say(_ line: String) -> [String] {
    send(line)
    town.turn()
    return read()
  }

  /// Sends a line and returns the last line that came: the final.
  func ask(_ line: String) -> String { say(line).last ?? "" }
}

/// Walls kept in memory.
final class MemoryShelf: WallShelf, @unchecked Sendable {
  private let lock = NSLock()
  private var files: [String: [UInt8]] = [:]
  /// Whether it is a folder that takes nothing.
  var takesNothing = false

  struct Full: Error {}

  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    let sheets = names.map { _ in MemorySheet() }
    try write(sheets)
    if takesNothing { throw Full() }
    lock.withLock { for (name, sheet) in zip(names, sheets) { files[name] = sheet.bytes } }
    return sheets
  }

  /// All files as text.
  var everything: [String] { lock.withLock { files.values.map { String(decoding: $0, as: UTF8.self) } } }

  /// A file as text.
  subscript(name: String) -> String {
    lock.withLock { files[name].map { String(decoding: $0, as: UTF8.self) } ?? "" }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed everywhere.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
