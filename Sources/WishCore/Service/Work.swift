/// Slow work that the loop hands out: it runs on a queue of its lane, on values alone, and its result
/// comes back to the loop as an event.
public struct Work: Sendable {
  /// Work of one lane runs one piece after another.
  public enum Lane: Sendable, CaseIterable {
    /// Hashing of secrets.
    case secrets
    /// Rendering of communities' walls, writing of their files.
    case walls
    /// Putting together of the wall of all communities, writing of its files.
    case wallOfAll
    /// Rendering of the walls that somebody asks for.
    case wallPages
    /// Copying of the store.
    case backups
    /// Making of plans.
    case plans
  }

  /// Where it runs.
  public let lane: Lane
  /// What runs there.
  public let run: @Sendable () -> WorkResult
}

/// What came of a piece of work; ``Service/finish(_:)`` takes it back.
public struct WorkResult: Sendable {
  let outcome: Outcome

  enum Outcome: Sendable {
    /// A login was checked for a session.
    case login(session: Int, account: AccountCode, generation: Int, isRight: Bool)
    /// A secret was made for a session's request.
    case secret(session: Int, FreshSecret)
    /// The walls of these communities were rendered and their files replaced, or were not.
    case walls(Set<AreaCode>, Result<Void, WallFault>)
    /// The wall of all was put together anew with these communities' sections, or was not.
    case wallOfAll(Set<AreaCode>, Result<WallOfAll, WallFault>)
    /// Walls that were asked for were rendered, or were not.
    case wallPages(Result<[WallPages.Ask: [UInt8]], WallFault>)
    /// A plan was made for a session, its reply written in lines.
    case plan(session: Int, lines: [UInt8])
    /// The store was copied for a session, or was not.
    case backup(session: Int, name: BackupName, Result<BackupReport, BackupFailure>)
  }
}
