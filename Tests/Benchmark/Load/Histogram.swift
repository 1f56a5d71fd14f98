/// Times in nanoseconds, counted in buckets of about 3 % width: sixteen to each doubling.
struct Histogram {
  private static let steps = 16
  private var counts = [Int](repeating: 0, count: 60 * steps)
  /// How many there are.
  private(set) var count = 0

  mutating func add(_ nanoseconds: UInt64) {
    let value = max(nanoseconds, UInt64(Self.steps))
    let exponent = 63 - value.leadingZeroBitCount
    let index = exponent * Self.steps + Int((value >> UInt64(exponent - 4)) & 15)
    counts[index] += 1
    count += 1
  }

  mutating func add(_ other: Histogram) {
    for index in counts.indices { counts[index] += other.counts[index] }
    count += other.count
  }

  /// The time that `share` of all do not exceed, in microseconds; zero where there is none.
  func percentile(_ share: Double) -> Double {
    let wanted = max(1, Int((Double(count) * share).rounded(.up)))
    var seen = 0
    for index in counts.indices {
      seen += counts[index]
      guard seen >= wanted, count > 0 else { continue }
      let exponent = index / Self.steps
      let low = Double(UInt64(1) << UInt64(exponent)) * (1 + Double(index % Self.steps) / Double(Self.steps))
      return low * (1 + 0.5 / Double(Self.steps)) / 1_000
    }
    return 0
  }
}
