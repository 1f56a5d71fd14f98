/// When a claim lapses. Entries stay in their heap when the claim ends or is prolonged; whoever takes
/// the first one checks whether it still stands.
struct DueEntry: Comparable {
  let due: Moment
  let wish: WishNumber
  let claim: EventNumber

  /// By due time; equal ones by wish and claim, so that lapses come in the same order everywhere.
  static func < (left: Self, right: Self) -> Bool {
    (left.due, left.wish, left.claim) < (right.due, right.wish, right.claim)
  }
}
