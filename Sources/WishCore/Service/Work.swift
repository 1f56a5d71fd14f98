/// Slow work that the loop hands out: it runs on a queue of its lane, on values alone, and its result
/// comes back to the loop as an event.
public struct Work: Sendable {
  /// Work of one lane runs one piece after another.
  public enum Lane: Sendable, CaseIterable {
    /// Hashing of secrets.
    case secrets
    /// Reading and rendering of walls, writing of their files.
    case walls
    /// Copying of the store.
    case backups
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
    /// The walls of these communities were rendered and their files replaced; `fault` says what was not.
    case walls(communities: Set<AreaCode>, fault: String?)
    /// A wall's file was read for a session; nil where that failed.
    case wallPage(session: Int, text: String?)
    /// The store was copied for a session, or was not.
    case backup(session: Int, name: BackupName, Result<BackupReport, BackupFailure>)
  }
}

/// Where the walls' files are kept.
public protocol WallShelf: Sendable {
  /// Replaces the file `name`, whole or not at all.
  func replace(_ name: String, with bytes: [UInt8]) throws
  /// The file's bytes; nil where there is none.
  func read(_ name: String) throws -> [UInt8]?
}
