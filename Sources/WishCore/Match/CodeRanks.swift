/// Numbers in the order of account codes, with room between them for codes that come later.
struct CodeRanks: Sendable {
  /// Ranks are less than 2^60.
  static let mask: UInt64 = 1 << 60 - 1
  /// How far behind the last one a code is put that comes after it.
  private static let stepBehind: UInt64 = 1 << 32

  /// In ascending order, each with its rank.
  private var codes: [AccountCode]
  private var ranks: [UInt64] = []

  /// Takes codes in ascending order.
  init(_ codes: [AccountCode] = []) {
    self.codes = codes
    spread()
  }

  /// Gives all codes new ranks, as far apart as there is room.
  mutating func spread() {
    let step = Self.mask / UInt64(codes.count + 1)
    ranks = codes.indices.map { UInt64($0 + 1) * step }
  }

  /// The rank of a code that has one.
  subscript(code: AccountCode) -> UInt64? {
    let index = place(of: code)
    return index < codes.count && codes[index] == code ? ranks[index] : nil
  }

  /// The code of a rank that was given.
  func code(at rank: UInt64) -> AccountCode {
    var low = 0
    var high = ranks.count
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return codes[low]
  }

  /// Gives a code a rank unless it has one. False where there was no room: then all need to be spread.
  mutating func insert(_ code: AccountCode) -> Bool {
    let index = place(of: code)
    guard index == codes.count || codes[index] != code else { return true }
    let before = index > 0 ? ranks[index - 1] : 0
    let after = index < ranks.count ? ranks[index] : min(Self.mask, before + 2 * Self.stepBehind)
    codes.insert(code, at: index)
    ranks.insert(before + (after - before) / 2, at: index)
    return after - before > 1
  }

  private func place(of code: AccountCode) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Bytes of memory, about, spare room not counted: that differs from one run to the next.
  var bytes: Int { codes.count * MemoryLayout<AccountCode>.stride + ranks.count * 8 }
}
