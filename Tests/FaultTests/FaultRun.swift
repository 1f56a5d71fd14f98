@testable import WishCore

/// A chapter on a disk on which one thing fails: what clients are told, what is on the disk when the
/// program ends, and what becomes of requests that are sent again.
struct FaultRun {
  let rehearsal: Rehearsal
  let fault: Fault
  /// What went wrong beyond the fault.
  private(set) var losses: [String] = []
  /// Whether the fault was met at all.
  private(set) var isMet = false
  /// How batches were answered that were not done.
  private(set) var refused = 0
  private(set) var unknown = 0
  /// How many batches would have been found by a crash though they were refused, for the failed write had
  /// left nothing to be done; see ``expectNothing(of:on:_:)``.
  private(set) var foundAllTheSame = 0

  /// Turns that were acknowledged: what stands from then on whatever happens.
  private var acknowledged = 0
  /// Whether one turn more may be there: nobody was told.
  private var isInDoubt = false

  /// How often a turn is refused before the disk is healed; how often before that counts as for ever.
  private static let refusalsBeforeHealing = 2
  private static let refusalsMax = 4

  /// Runs the chapter and looks at everything that it leaves.
  init(_ rehearsal: Rehearsal, _ fault: Fault) throws {
    self.rehearsal = rehearsal
    self.fault = fault
    let home = try StoreFiles(rehearsal.files)
    let disk = FaultDisk()
    disk.plan(fault)
    let left = try live(home, disk) ?? home.read()
    isMet = disk.hasFailed
    try start(again: StoreFiles(left))
  }

  private mutating func lose(_ what: String) {
    losses.append("\(rehearsal.chapter.name), \(fault): \(what)")
  }

  /// One life of the daemon. Returns the files as a program that ends at once leaves them, or nil where
  /// the store was closed.
  private mutating func live(_ home: StoreFiles, _ disk: FaultDisk) throws -> [[UInt8]?]? {
    let life: DaemonLife
    do {
      life = try DaemonLife(home.path, on: disk)
    } catch {
      if !disk.hasFailed || !Self.isOfTheDisk(error) { lose("no start: \(error)") }
      return nil
    }
    life.whileWaiting = { waits in
      if waits >= Self.refusalsBeforeHealing { disk.heal() }
    }
    for index in rehearsal.chapter.turns.indices {
      guard try take(index, in: life, home, disk) else { return try home.read() }
    }
    do { try life.store.close() } catch {
      if !disk.hasFailed || !Self.isOfTheDisk(error) { lose("no end: \(error)") }
      return try home.read()
    }
    return nil
  }

  /// Whether an error says that the disk failed, and nothing worse of the store.
  private static func isOfTheDisk(_ error: any Error) -> Bool {
    switch error as? StoreFailure {
    case .unusable, .unreadable, .rolledBack, .outcomeUnknown: true
    case .locked, .absent, .present, .empty, .notDatabase, .foreign, .newer, .damaged, nil: false
    }
  }

  /// Has a turn done, after refusals if need be. Returns whether the daemon may go on.
  private mutating func take(
    _ index: Int,
    in life: DaemonLife,
    _ home: StoreFiles,
    _ disk: FaultDisk
  ) throws -> Bool {
    let chapter = rehearsal.chapter
    for refusals in 0... {
      let replies = life.take(chapter.turns[index], at: chapter.moments[index], copiesLog: chapter.copiesLog)
      if life.service.mustStop {
        expectUnknown(replies)
        return false
      }
      if !life.hasFailed, replies.allSatisfy({ $0?.hasPrefix("OK ") == true }) {
        if replies.map({ $0?.withoutReplay }) != rehearsal.replies[index] {
          lose("other replies: \(replies)")
        }
        // A second sync may claim what the first could not do: sqlite.org/atomiccommit.html, 9.3, and
        // "fsyncgate" (LWN 752063). Only a new start can tell.
        if fault.kind == .syncError, disk.hasFailed { lose("turn \(index) is done after a failed sync") }
        acknowledged = index + 1
        isInDoubt = false
        return true
      }
      expectReadOnly(replies, disk)
      if refusals == 0 { try expectNothing(of: index, on: home, disk) }
      guard refusals < Self.refusalsMax, losses.isEmpty else {
        lose("turn \(index) does not recover")
        return false
      }
      expectReading(life, at: chapter.moments[index])
      if refusals + 1 >= Self.refusalsBeforeHealing { disk.heal() }
    }
    return true
  }

  /// Nothing is acknowledged in a turn of which nobody knows whether it is there.
  private mutating func expectUnknown(_ replies: [String?]) {
    isInDoubt = true
    unknown += 1
    if !replies.allSatisfy({ $0?.hasPrefix("ERR UNKNOWN retry=later") == true }) {
      lose("not UNKNOWN: \(replies)")
    }
  }

  /// The whole of the turn is refused, and the client may come again. Where not even a read succeeds, a
  /// request may fail before the batch does.
  private mutating func expectReadOnly(_ replies: [String?], _ disk: FaultDisk) {
    refused += 1
    if !disk.hasFailed { lose("refused without a fault: \(replies)") }
    let codes = fault.kind == .stop ? ["READONLY", "INTERNAL"] : ["READONLY"]
    if !replies.allSatisfy({ reply in codes.contains { reply?.hasPrefix("ERR \($0) retry=later") == true } })
    {
      lose("not READONLY: \(replies)")
    }
  }

  /// What was answered READONLY is not there, not even when the power is cut now.
  ///
  /// But for one case that SQLite cannot see: the write of the batch's last page failed, and what was not
  /// written of it stood there already, from an earlier use of the log. Then a crash before the next commit
  /// finds the batch. It is whole, and its keys tell the client.
  private mutating func expectNothing(of index: Int, on home: StoreFiles, _ disk: FaultDisk) throws {
    let copy = try StoreFiles(home.read())
    let store = try Store(path: copy.path)
    let found = try StoreInspection.digest(store)
    if found == rehearsal.digests[index] { return }
    guard disk.hasFailedIdly, found == rehearsal.digests[index + 1] else {
      return lose("turn \(index) left something")
    }
    foundAllTheSame += 1
    isInDoubt = true
  }

  /// Whoever only reads is served, where the disk can be read.
  private mutating func expectReading(_ life: DaemonLife, at now: Moment) {
    guard fault.kind != .stop else { return }
    let replies = life.send([Ask("admin", "LIST"), Ask("admin", "STATS")], at: now)
    if !replies.allSatisfy({ $0?.hasPrefix("OK") == true }) { lose("not read: \(replies)") }
  }

  /// The next start, on a disk without faults: the store is whole and holds what was acknowledged; then
  /// every request is sent again, and each is done exactly once.
  private mutating func start(again home: StoreFiles) throws {
    let life: DaemonLife
    do { life = try DaemonLife(home.path) } catch {
      lose("no second start: \(error)")
      return
    }
    if let damage = try StoreInspection.damage(life.store) { lose(damage) }
    let found = try StoreInspection.digest(life.store)
    var allowed = [rehearsal.digests[acknowledged]]
    if isInDoubt { allowed.append(rehearsal.digests[acknowledged + 1]) }
    guard allowed.contains(found) else {
      lose("the store holds something else than the \(acknowledged) turns that were acknowledged")
      return
    }
    let chapter = rehearsal.chapter
    for (index, turn) in chapter.turns.enumerated() {
      let replies = life.take(turn, at: chapter.moments[index])
      if replies.map({ $0?.withoutReplay }) != rehearsal.replies[index] {
        lose("turn \(index) again: \(replies)")
      }
    }
    if try StoreInspection.digest(life.store) != rehearsal.digests.last { lose("not exactly once") }
  }
}
