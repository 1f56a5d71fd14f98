/// Slow work that the loop hands out: it runs on a queue of its lane, on values alone, and its result
/// comes back to the loop as an event.
public struct Work: Sendable {
  /// Work of one lane runs one after another.
  public enum Lane: Sendable, CaseIterable {
    /// Hashing of secrets.
    case secrets
    /// Reading and rendering of walls, writing of their files.
    case walls
  }

  /// Where it runs.
  public let lane: Lane
  /// What runs there.
  public let run: @Sendable () -> WorkResult
}

/// What came of a piece of work; ``Service/finish(_:)`` takes it back.
public enum WorkResult: Sendable {
  case placeholder
}
