@testable import WishCore

/// A chapter as it goes without a fault: what every other run of it is held against.
struct Rehearsal: Sendable {
  let chapter: Chapter
  /// The store's files before the chapter.
  let files: [[UInt8]?]
  /// What the store holds before the chapter and after each turn.
  let digests: [UInt64]
  /// The replies to each turn, without what differs when they are repeated.
  let replies: [[String]]

  /// Something that a rehearsal must not do.
  struct Failed: Error, CustomStringConvertible { let description: String }

  /// Rehearses the whole workload.
  static func all() throws -> [Rehearsal] {
    let home = try StoreFiles()
    try home.found(at: Chapter.all[0].start)
    return try Chapter.all.map { try Rehearsal($0, on: home) }
  }

  /// Rehearses a chapter on the store that the one before it left.
  private init(_ chapter: Chapter, on home: StoreFiles) throws {
    if !chapter.preparation.isEmpty {
      let life = try DaemonLife(home.path)
      for turn in chapter.preparation { _ = try Self.take(turn, at: chapter.start, in: life, of: chapter) }
      try life.store.close()
    }
    self.chapter = chapter
    files = try home.read()
    let life = try DaemonLife(home.path)
    var digests = [try StoreInspection.digest(life.store)]
    var replies: [[String]] = []
    for (turn, now) in zip(chapter.turns, chapter.moments) {
      replies.append(try Self.take(turn, at: now, in: life, of: chapter))
      digests.append(try StoreInspection.digest(life.store))
    }
    let problems = try StoreInspection.replay(life.store)
    guard problems.isEmpty else { throw Failed(description: "\(chapter.name): \(problems)") }
    try life.store.close()
    self.digests = digests
    self.replies = replies
  }

  private static func take(
    _ turn: Turn,
    at now: Moment,
    in life: DaemonLife,
    of chapter: Chapter
  ) throws -> [String] {
    try life.take(turn, at: now, copiesLog: chapter.copiesLog).map { reply in
      guard let reply, reply.hasPrefix("OK ") else {
        throw Failed(description: "\(chapter.name): \(turn) is answered \(reply ?? "not at all")")
      }
      return reply.withoutReplay
    }
  }
}
