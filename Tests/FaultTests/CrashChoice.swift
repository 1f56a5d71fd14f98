/// Which of the changes that were not synced are there after a crash: chosen from a seed.
enum CrashChoice {
  /// The choices that are tried at every point, and as many at random as are wanted.
  static func all(
    of disk: CrashDisk,
    atRandom count: Int,
    using random: inout SeededRandom
  ) -> [[[CrashDisk.Part]]] {
    let pending = disk.pending
    guard pending.contains(where: { !$0.isEmpty }) else { return [pending.map { _ in [] }] }
    var choices = [keeping(pending) { _ in false }, keeping(pending) { _ in true }]
    for file in pending.indices where !pending[file].isEmpty {
      choices.append(keeping(pending) { $0 == file })
      choices.append(keeping(pending) { $0 != file })
    }
    for _ in 0..<count {
      choices.append(pending.map { choose(among: $0, of: disk, using: &random) })
    }
    return choices
  }

  private static func keeping(_ pending: [[Int]], _ keeps: (Int) -> Bool) -> [[CrashDisk.Part]] {
    pending.indices.map { file in pending[file].map { _ in keeps(file) ? .all : .none } }
  }

  /// What becomes of one file.
  private static func choose(
    among changes: [Int],
    of disk: CrashDisk,
    using random: inout SeededRandom
  ) -> [CrashDisk.Part] {
    switch Int.random(in: 0..<7, using: &random) {
    // All lost, or all kept, while the other files fare otherwise.
    case 0: return changes.map { _ in .none }
    case 1: return changes.map { _ in .all }
    // In order up to some change, which is torn.
    case 2, 3:
      let last = Int.random(in: 0...changes.count, using: &random)
      return changes.enumerated().map { place, change in
        if place == last { return torn(change, of: disk, using: &random) }
        return place < last ? .all : .none
      }
    // Any of the changes, whatever their order was.
    case 4:
      return changes.map { _ in Bool.random(using: &random) ? .all : .none }
    // All but a few: a hole, a sector of it, or a length without bytes.
    case 5:
      let holes = Set((0..<2).map { _ in Int.random(in: 0...changes.count, using: &random) })
      return changes.enumerated().map { place, change in
        guard holes.contains(place) else { return .all }
        return Bool.random(using: &random) ? .length : torn(change, of: disk, using: &random)
      }
    // Every sector for itself.
    default: return changes.map { torn($0, of: disk, using: &random) }
    }
  }

  private static func torn(
    _ change: Int,
    of disk: CrashDisk,
    using random: inout SeededRandom
  ) -> CrashDisk.Part {
    let bits = random.next()
    return .sectors(Set((0..<disk.sectorCount(change)).filter { bits >> UInt64($0 % 64) & 1 == 1 }))
  }
}
