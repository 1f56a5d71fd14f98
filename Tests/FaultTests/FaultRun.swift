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
  /// How many of the unknown are there, though a write of theirs failed: what it left out stood there
  /// already, from an earlier use of the log.
  private(set) var written = 0

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
        try expectUnknown(replies, at: index, on: home)
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
      try expectNothing(of: index, on: home)
      guard refusals < Self.refusalsMax, losses.isEmpty else {
        lose("turn \(index) does not recover")
        return false
      }
      expectReading(life, at: chapter.moments[index])
      if refusals + 1 >= Self.refusalsBeforeHealing { disk.heal() }
    }
    return true
  }

  /// Nothing is acknowledged in a turn of which nobody knows whether it is there. Where a write failed, it
  /// is there: nobody stops for less.
  private mutating func expectUnknown(_ replies: [String?], at index: Int, on home: StoreFiles) throws {
    isInDoubt = true
    unknown += 1
    if !replies.allSatisfy({ $0?.hasPrefix("ERR UNKNOWN retry=later") == true }) {
      lose("not UNKNOWN: \(replies)")
    }
    guard ![.syncError, .stop].contains(fault.kind) else { return }
    if try digest(of: home) == rehearsal.digests[index + 1] {
      written += 1
    } else {
      lose("turn \(index) is unknown, and nothing of it is there")
    }
  }

  /// What a crash would find now.
  private func digest(of home: StoreFiles) throws -> UInt64 {
    let copy = try StoreFiles(home.read())
    return try StoreInspection.digest(Store(path: copy.path))
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
  private mutating func expectNothing(of index: Int, on home: StoreFiles) throws {
    if try digest(of: home) != rehearsal.digests[index] { lose("turn \(index) left something") }
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
    if let word = try home.firstForgotten(by: chapter) { lose("\(word) is erased and still in a file") }
  }
}
