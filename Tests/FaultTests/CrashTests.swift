import Testing

@testable import WishCore

/// A run with SWIFT_DETERMINISTIC_HASHING=1 makes the same record, and so the same states, every time; else
/// the order of a batch's keys varies, and with it here and there a page that is written.
@Suite("Whenever the power is cut, what was acknowledged is there, in whole batches")
struct CrashTests {
  /// Different states that a run must have looked at.
  static let statesMin = 20_000
  /// States that are chosen at random at each change.
  static let statesAtRandom = 72

  /// What came of many states.
  struct Tally: Sendable {
    var states = 0
    var losses: [String] = []
  }

  /// Looks at the crash states of all chapters.
  private static func crash(
    _ rehearsals: [Rehearsal],
    atRandom count: Int,
    settings: String = ""
  ) async throws -> Tally {
    try await withThrowingTaskGroup(of: Tally.self) { group in
      for rehearsal in rehearsals {
        group.addTask {
          let run = try CrashRun(rehearsal, settings: settings)
          try await run.crash(atRandom: count, seed: 1)
          return Tally(states: run.states, losses: run.losses)
        }
      }
      return try await group.reduce(into: Tally()) {
        $0.states += $1.states
        $0.losses += $1.losses
      }
    }
  }

  @Test("Unsynced writes lost, kept, reordered or torn: every state opens, is whole and replays")
  func everyCrash() async throws {
    let total = try await Self.crash(Rehearsal.all(), atRandom: Self.statesAtRandom)
    print("crash states: \(total.states), losses \(total.losses.count)")
    #expect(total.losses.isEmpty, "\(total.losses.prefix(5).joined(separator: "\n"))")
    #expect(total.states >= Self.statesMin)
  }

  @Test("With synchronous=NORMAL the same run finds acknowledged changes lost")
  func canary() async throws {
    let total = try await Self.crash(
      Array(Rehearsal.all().prefix(2)),
      atRandom: 2,
      settings: "PRAGMA synchronous = NORMAL"
    )
    print(
      "crash states with synchronous=NORMAL: \(total.states), losses \(total.losses.count), as it must be"
    )
    #expect(!total.losses.isEmpty)
    #expect(total.losses.allSatisfy { $0.contains("turns that were acknowledged") })
  }
}
