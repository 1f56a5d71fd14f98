@testable import FaultTests
@testable import WishCore

/// A daemon's life without threads and sockets: store, service, and the slow work that waits to be done.
final class Daemon {
  let disk: FaultDisk
  let store: Store
  let service: Service
  /// The files with which it began.
  private let files: [[UInt8]?]
  /// Work that waits, one lane's in order, with the step of the simulation at which it was handed out.
  private var waiting: [[(work: Work, since: Int)]] = Work.Lane.allCases.map { _ in [] }
  /// Results that wait for the loop.
  private var done: [WorkResult] = []
  private var turnedAt: Int64 = 0
  /// Whether it has turned at all: the first turn does what came due while there was none.
  private(set) var hasTurned = false
  /// Whether something happened of which the service must be told by a turn.
  var isTouched = true

  /// Starts on the files that are at home, through a disk which must outlive it.
  init(_ home: StoreFiles, on disk: FaultDisk, shelf: Shelf, seed: UInt64) throws {
    files = try home.read()
    self.disk = disk
    store = try Store(path: home.path, vfs: disk.name)
    service = try Service(
      store: store,
      storePath: home.path,
      shelf: shelf,
      backups: BackupFolder(path: home.folder + "/backup"),
      random: SeededRandom(seed: seed)
    )
  }

  /// Turns as the loop does: when something arrived, or when the service asked for it.
  func turn(now: Moment, uptime: Int64, step: Int) {
    let wake = service.wakeAfterMilliseconds.map { turnedAt + $0 }
    guard isTouched || !done.isEmpty || wake.map({ $0 <= uptime }) == true else { return }
    isTouched = false
    for result in done { service.finish(result) }
    done = []
    turnedAt = uptime
    hasTurned = true
    service.turn(now: now, uptimeMilliseconds: uptime)
    for work in service.takeWork() { waiting[Self.number(of: work.lane)].append((work, step)) }
    _ = service.takeSessionsWithOutput()
  }

  /// When it wants to be turned, on the monotonic clock; nil where it waits for input alone.
  var wakeAt: Int64? {
    isTouched || !done.isEmpty ? turnedAt : service.wakeAfterMilliseconds.map { turnedAt + $0 }
  }

  /// Whether results wait for the loop, or somebody is still being told of the log.
  var isBusy: Bool { isTouched || !done.isEmpty || service.canCatchUp }

  var hasWork: Bool { waiting.contains { !$0.isEmpty } }

  /// Does the next piece of work of some lane. Where that was one of the walls', whose files show the
  /// moment at which it was handed out: the step of that.
  func work(using random: inout SeededRandom) -> Int? {
    let lanes = waiting.indices.filter { !waiting[$0].isEmpty }
    guard let lane = lanes.randomElement(using: &random) else { return nil }
    let (work, since) = waiting[lane].removeFirst()
    done.append(work.run())
    return work.lane == .walls || work.lane == .wallOfAll ? since : nil
  }

  private static func number(of lane: Work.Lane) -> Int {
    guard let number = Work.Lane.allCases.firstIndex(of: lane) else { preconditionFailure("no such lane") }
    return number
  }

  /// What the disk may hold when the power is cut now.
  func crash(using random: inout SeededRandom) -> [[UInt8]?] {
    var crash = CrashDisk(files, changesOf: disk)
    while crash.advance() {}
    let choices = CrashChoice.all(of: crash, atRandom: 3, using: &random)
    let parts = choices.randomElement(using: &random) ?? crash.pending.map { _ in [] }
    // From now on nothing is written, whatever the closing of the store tries.
    disk.plan(Fault(kind: .stop, number: 1, isSticky: true))
    return crash.files(parts)
  }

  /// What the disk holds when the program is killed and the machine goes on.
  func kill() -> [[UInt8]?] {
    var crash = CrashDisk(files, changesOf: disk)
    while crash.advance() {}
    disk.plan(Fault(kind: .stop, number: 1, isSticky: true))
    return crash.files(crash.pending.map { $0.map { _ in .all } })
  }
}

/// The walls' files, in memory; it takes nothing while it is told to fail. Used by one thread.
final class Shelf: WallShelf, @unchecked Sendable {
  private(set) var files: [String: [UInt8]] = [:]
  var fails = false
  /// The files that were replaced since somebody asked.
  private var replaced: Set<String> = []
  /// Whether it ever failed.
  private(set) var hasFailed = false

  struct Full: Error {}

  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    let sheets = names.map { _ in MemorySheet() }
    try write(sheets)
    if fails {
      hasFailed = true
      throw Full()
    }
    for (name, sheet) in zip(names, sheets) {
      files[name] = sheet.bytes
      replaced.insert(name)
    }
    return sheets
  }

  /// The files that were replaced since the last call, by name.
  func takeReplaced() -> [String] {
    defer { replaced = [] }
    return replaced.sorted()
  }
}
