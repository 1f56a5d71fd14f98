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
    var foundAllTheSame = 0
    var losses: [String] = []

    mutating func add(_ other: Tally) {
      points += other.points
      refused += other.refused
      unknown += other.unknown
      foundAllTheSame += other.foundAllTheSame
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
      fault points: \(total.points), batches refused \(total.refused) \
      (found by a crash all the same \(total.foundAllTheSame)), outcomes unknown \(total.unknown), losses \(total.losses.count)
      """
    )
    #expect(total.losses.isEmpty, "\(total.losses.prefix(5).joined(separator: "\n"))")
    #expect(total.points >= Self.pointsMin)
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
      tally.foundAllTheSame += run.foundAllTheSame
      guard run.isMet else { break }
      tally.points += 1
    }
    return tally
  }
}
