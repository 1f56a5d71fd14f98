/// Who should take what, without looking at everything: the wishes that can be taken and the members who
/// can take one, each filed by what their score depends on.
///
/// It is a value, so that slow work can keep the state of one moment. What it finds is what scoring
/// everything would find; the tests compare the two.
struct MatchIndex: Sendable {
  private var wishes: WishIndex
  private var members = MemberIndex()

  /// Makes an empty one, on which wishes are piled up until ``putInOrder(_:)``.
  init(today: Day) {
    wishes = WishIndex(today: today)
  }

  // MARK: Keeping it

  /// Takes over the areas and skills of a register, or changes to them.
  mutating func set(_ register: Register) {
    wishes.set(register.areas.values)
    wishes.set(register.skills.values)
  }

  /// Files a wish after a change.
  mutating func replace(_ old: Wish?, by new: Wish) { wishes.replace(old, by: new) }

  /// Sorts the wishes that were piled up, and files the members.
  mutating func putInOrder(_ standings: [MemberIndex.Standing]) {
    wishes.putInOrder()
    members.fill(standings, wishes.places, wishes.lists)
  }

  /// Files a member after a change; `standing` is nil for one who can take nothing.
  mutating func replace(_ member: AccountCode, by standing: MemberIndex.Standing?) {
    members.replace(member, by: standing, wishes.places, wishes.lists)
  }

  /// Goes on to another day.
  mutating func turn(to day: Day, wish: (WishNumber) -> Wish?) { wishes.turn(to: day, wish: wish) }

  /// Bytes of memory for wishes and for members, about.
  var bytes: (wishes: Int, members: Int) { (wishes.bytes, members.bytes) }

  // MARK: Finding

  /// The best wishes for a member, best first, but for confidential ones.
  func wishes(
    for standing: MemberIndex.Standing,
    limit: Int,
    accepts: (WishNumber) -> Bool
  ) -> [(number: WishNumber, score: Score)] {
    wishes.best(for: WishSeeker(standing, index: wishes), limit: limit, accepts: accepts)
  }

  /// The best members for a published wish, best first.
  func members(
    for wish: Wish,
    limit: Int,
    accepts: (AccountCode) -> Bool
  ) -> [(member: AccountCode, score: Score)] {
    let waited = Fit.waitedDays(wish, wishes.today)
    return members.best(for: MemberQuery(wish, index: wishes), limit: limit, accepts: accepts).map {
      ($0.member, Score(points: $0.points, waitedDays: waited))
    }
  }
}
