/// The dearest goods that each member has ever taken, whatever became of the claim: who lapsed was no less
/// willing to give.
struct GoodsTaken: Sendable {
  /// For each member how many claims it made on goods of each step.
  private var counts: [AccountCode: [Int32]] = [:]

  /// The dearest step that a member has taken.
  func dearest(of member: AccountCode) -> GoodsBand? {
    counts[member]?.lastIndex { $0 > 0 }.map { GoodsBand(step: $0) }
  }

  /// Takes note of claims on goods of a value.
  mutating func add(_ member: AccountCode, yuan: Int, claims: Int) {
    counts[member, default: Array(repeating: 0, count: GoodsBand.count)][GoodsBand(yuan: yuan).step] +=
      Int32(claims)
  }

  /// Takes note of what became of a wish.
  mutating func replace(_ old: Wish?, by new: Wish) {
    guard old?.kind != new.kind || old?.valueYuan != new.valueYuan || old?.claims.count != new.claims.count
    else { return }
    if let old { add(old, -1) }
    add(new, 1)
  }

  private mutating func add(_ wish: Wish, _ claims: Int) {
    guard wish.kind == .goods, let yuan = wish.valueYuan else { return }
    for claim in wish.claims { add(claim.member, yuan: yuan, claims: claims) }
  }
}
