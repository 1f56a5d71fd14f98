@testable import WishCore

/// A chapter without a fault on a disk that remembers, and the states in which a crash may leave it.
final class CrashRun {
  let rehearsal: Rehearsal
  private let disk: FaultDisk
  private(set) var states = 0
  private(set) var losses: [String] = []
  /// What the log was replayed to already; the digest tells the stores apart.
  private var replayed: Set<UInt64> = []
  private var seen: Set<State> = []
  private let scratch: StoreFiles

  /// Two states are the same where they promise the same and hold the same.
  private struct State: Hashable {
    let acknowledged: Int
    let epoch: Int
    let parts: [[CrashDisk.Part]]
  }

  /// Plays the chapter, with a mark in the record for every turn that was acknowledged.
  ///
  /// - Parameters:
  ///   - rehearsal: the chapter and what must come of it.
  ///   - settings: SQL that weakens the connection, for the test of this test.
  /// - Throws: ``Rehearsal/Failed`` where the chapter does not go as rehearsed.
  init(_ rehearsal: Rehearsal, settings: String = "") throws {
    self.rehearsal = rehearsal
    scratch = try StoreFiles()
    disk = FaultDisk(records: true)
    let chapter = rehearsal.chapter
    let home = try StoreFiles(rehearsal.files)
    let life = try DaemonLife(home.path, on: disk)
    try life.store.connection.execute(settings)
    for (index, turn) in chapter.turns.enumerated() {
      let replies = life.take(turn, at: chapter.moments[index], copiesLog: chapter.copiesLog)
      guard replies.map({ $0?.withoutReplay }) == rehearsal.replies[index] else {
        throw Rehearsal.Failed(description: "\(chapter.name), turn \(index): \(replies)")
      }
      disk.mark(index + 1)
    }
    try life.store.close()
  }

  /// How many changes the chapter makes.
  var changeCount: Int { disk.changeCount }

  /// Cuts the power at every change of the record, in the states of ``CrashChoice``.
  func crash(atRandom count: Int, seed: UInt64) async throws {
    var crash = CrashDisk(rehearsal.files, changesOf: disk)
    repeat {
      await Task.yield()
      var random = SeededRandom(seed: seed &+ UInt64(crash.position) &* 0x1_0000_0001)
      for parts in CrashChoice.all(of: crash, atRandom: count, using: &random) {
        let there = parts.map { Array($0.reversed().drop { $0 == .none }.reversed()) }
        let state = State(acknowledged: crash.mark, epoch: crash.epoch, parts: there)
        guard seen.insert(state).inserted else { continue }
        states += 1
        try inspect(crash.files(parts), crash)
      }
    } while crash.advance()
  }

  private func lose(_ what: String, _ crash: CrashDisk) {
    losses.append("\(rehearsal.chapter.name), after change \(crash.position), state \(states): \(what)")
  }

  /// Opens what a crash left, and holds it against what was acknowledged.
  private func inspect(_ files: [[UInt8]?], _ crash: CrashDisk) throws {
    try scratch.put(files)
    do {
      guard let problem = try problem(crash) else {
        if states % Self.statesBetweenStarts == 0 { try askAgain(crash) }
        return
      }
      lose(problem, crash)
    } catch {
      lose("cannot be read: \(error)", crash)
    }
  }

  /// What is wrong with the store, or nil.
  private func problem(_ crash: CrashDisk) throws -> String? {
    let store = try Store(path: scratch.path)
    if let damage = try StoreInspection.damage(store) { return damage }
    let found = try StoreInspection.digest(store)
    // The turn that is under way may be there, whole.
    guard rehearsal.digests[crash.mark...].prefix(2).contains(found) else {
      return "holds something else than the \(crash.mark) turns that were acknowledged"
    }
    if found == rehearsal.digests.last, let word = try scratch.firstForgotten(by: rehearsal.chapter) {
      return "\(word) is erased and still in a file"
    }
    guard replayed.insert(found).inserted else { return nil }
    let problems = try StoreInspection.replay(store)
    return problems.isEmpty ? nil : problems.joined(separator: "; ")
  }

  /// Every so many states the daemon is started on one and every request is sent again.
  private static let statesBetweenStarts = 50

  /// Sends every request of the chapter again: each is done exactly once.
  private func askAgain(_ crash: CrashDisk) throws {
    let chapter = rehearsal.chapter
    let life = try DaemonLife(scratch.path)
    for (index, turn) in chapter.turns.enumerated() {
      let replies = life.take(turn, at: chapter.moments[index])
      if replies.map({ $0?.withoutReplay }) != rehearsal.replies[index] {
        lose("turn \(index) again: \(replies)", crash)
      }
    }
    if try StoreInspection.digest(life.store) != rehearsal.digests.last { lose("not exactly once", crash) }
  }
}
