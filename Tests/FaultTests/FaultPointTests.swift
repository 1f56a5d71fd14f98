import Testing

@testable import WishCore

@Suite("Whatever write or sync fails, what was acknowledged is there and what was refused is not")
struct FaultPointTests {
  /// Points of failure that a run must have tried at least.
  static let pointsMin = 2_000

  /// What came of the points of one kind in one chapter.
  struct Tally: Sendable {
    var points = 0
    var refused = 0
    var unknown = 0
    var written = 0
    var losses: [String] = []

    mutating func add(_ other: Tally) {
      points += other.points
      refused += other.refused
      unknown += other.unknown
      written += other.written
      losses += other.losses
    }
  }

  @Test("Every fault point: once and for good, at the 1st, 2nd, 3rd … change, until a run is clean")
  func everyPoint() async throws {
    let rehearsals = try Rehearsal.all()
    let total = try await withThrowingTaskGroup(of: Tally.self) { group in
      for rehearsal in rehearsals {
        for kind in Fault.Kind.allCases {
          group.addTask {
            var tally = try await Self.points(of: kind, isSticky: false, in: rehearsal)
            if kind != .stop { tally.add(try await Self.points(of: kind, isSticky: true, in: rehearsal)) }
            return tally
          }
        }
      }
      return try await group.reduce(into: Tally()) { $0.add($1) }
    }
    print(
      """
      fault points: \(total.points), batches refused \(total.refused), outcomes unknown \(total.unknown) \
      (a failed write had written all the same \(total.written)), losses \(total.losses.count)
      """
    )
    #expect(total.losses.isEmpty, "\(total.losses.prefix(5).joined(separator: "\n"))")
    #expect(total.points >= Self.pointsMin)
    // Else nothing was tried of what a log that is used anew may hold.
    #expect(total.written > 0)
  }

  /// Tries one kind of fault at every change of a chapter.
  private static func points(
    of kind: Fault.Kind,
    isSticky: Bool,
    in rehearsal: Rehearsal
  ) async throws -> Tally {
    var tally = Tally()
    for number in 1... {
      await Task.yield()
      let run = try FaultRun(rehearsal, Fault(kind: kind, number: number, isSticky: isSticky))
      tally.losses += run.losses
      tally.refused += run.refused
      tally.unknown += run.unknown
      tally.written += run.written
      guard run.isMet else { break }
      tally.points += 1
    }
    return tally
  }
}
