import Foundation
import Testing

@testable import WishCore

@Suite("The whole service on a simulated clock, disk and network keeps its promises, seed by seed")
struct SimulationTests {
  /// Seeds of a plain test run. Others are asked for, or one, whose transcript is then printed:
  ///
  ///     SIMULATE=1-1000000 swift test -c release --filter everySeed
  ///     SIMULATE=4711 swift test --filter everySeed
  static let usual: ClosedRange<UInt64> = 1...1_000

  @Test("Whatever the seed: claims, keys, walls, secrecy and the log hold")
  func everySeed() async throws {
    let seeds = Self.asked ?? Self.usual
    let town = try PreparedTown()
    let start = ContinuousClock.now
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    let total = await withTaskGroup(of: (RunTally, [String]).self) { group in
      for lane in 0..<lanes {
        group.addTask { await Self.run(seeds, lane: lane, of: lanes, in: town) }
      }
      return await group.reduce(into: (RunTally(), [String]())) {
        $0.0.add($1.0)
        $0.1 += $1.1
      }
    }
    let seconds = Double((ContinuousClock.now - start).components.seconds) + 0.5
    print(
      """
      simulation: \(seeds.count) seeds, \(total.0.steps) steps, \(total.0.requests) requests, \
      \(total.0.replays) replays, \(total.0.crashes) crashes, \(total.0.stops) stops, \
      \(total.0.refused) refused by the disk, \(total.0.unknown) ends with exit 74, \
      \(Int(Double(seeds.count) / seconds)) seeds/s, violations \(total.1.count), digest \(String(total.0.digest, radix: 16))
      """
    )
    for line in total.1.sorted().prefix(20) { print(line) }
    #expect(total.1.isEmpty, "\(total.1.sorted().first ?? "")")
  }

  @Test("The same seed is the same run to the byte, in this process and in another one")
  func sameRun() async throws {
    let here = try Self.digests()
    #expect(try Self.digests() == here)
    // Another process hashes otherwise: an order that is a dictionary's own shows.
    let there = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      print("digests", try SimulationTests.digests())
    }
    let said = String(decoding: there?.standardOutputContent ?? [], as: UTF8.self)
    #expect(said.contains("digests \(here)\n"))
  }

  /// What a few seeds' transcripts come to.
  private static func digests() throws -> [UInt64] {
    let town = try PreparedTown()
    return try (1...6).map { try run($0, in: town).get().digest }
  }

  /// Runs the seeds of one lane, and returns a line for each that fails.
  private static func run(
    _ seeds: ClosedRange<UInt64>,
    lane: Int,
    of lanes: Int,
    in town: PreparedTown
  ) async -> (RunTally, [String]) {
    var total = RunTally()
    var failures: [String] = []
    for seed in seeds where Int(seed % UInt64(lanes)) == lane {
      await Task.yield()
      switch run(seed, in: town, isPrinted: seeds.count == 1) {
      case .success(let tally): total.add(tally)
      case .failure(let violation): failures.append(violation.description)
      }
      // A fault in everything need not be told a million times.
      if failures.count >= 20 { break }
    }
    return (total, failures)
  }

  /// Runs one seed.
  static func run(_ seed: UInt64, in town: PreparedTown, isPrinted: Bool = false) -> Result<
    RunTally, Violation
  > {
    var step = 0
    do {
      let simulation = try Simulation(seed: seed, in: town, isPrinted: isPrinted)
      defer { step = simulation.step }
      return .success(try simulation.run())
    } catch {
      return .failure(
        Violation(
          "seed \(seed), step \(step): \(error) — SIMULATE=\(seed) swift test --filter SimulationTests"
        )
      )
    }
  }

  private static var asked: ClosedRange<UInt64>? {
    guard let text = ProcessInfo.processInfo.environment["SIMULATE"] else { return nil }
    let ends = text.split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return nil }
    return first...last
  }
}
