/// A member who looks for wishes, as the index sees it: what each class of wishes is worth to it.
struct WishSeeker {
  /// Where it has reported in.
  let places: [Int32]
  /// The lists of skills that it is eligible for, in ascending order, with their points.
  let lists: [(list: Int32, points: Int)]
  /// For each category, then none, and for a service, then each sort of goods.
  private let willing: [[Int]]
  /// For each day by which it must be done: whether there is time, and the hurry.
  private let time: [Int]
  private let room: Int

  init(_ standing: MemberIndex.Standing, index: WishIndex) {
    let member = standing.member
    places = Array(Set(member.areas)).compactMap { index.places[$0] }
    let own = member.skills.compactMap { index.lists[$0] }
    lists =
      [(0, MatchWeights.noSkillAsked)] + index.lists.eligible(index.lists.grades(own))
    let categories: [Category?] = Category.allCases + [nil]
    let service = categories.map { MatchWeights.points(of: $0, preferred: member.prefers) }
    let bands: [GoodsBand?] = [nil] + (0..<GoodsBand.count).map { GoodsBand(step: $0) }
    let values = bands.map { MatchWeights.points(of: GoodsBand.compare($0, with: standing.dearest)) }
    willing = service.map { points in [points] + values.map { points / 2 + $0 } }
    let free = FreeTime(member.available)
    let today = index.today
    let days = (0..<Int64(MatchWeights.soonDays)).map { weekday in
      Day(number: today.number + (weekday - today.weekday + 7) % 7)
    }
    time =
      [MatchWeights.time] + days.map { free.hasTime(until: $0, from: today) ? MatchWeights.time : 0 }
    room = MatchWeights.points(holding: standing.holding, capacity: member.capacity)
  }

  /// What a class is worth, skills and nearness apart.
  func points(of kind: WishEntry.Class) -> Int {
    willing[kind.category][kind.goods] + time[kind.needed] + room
      + Fit.pressingPoints(kind.isUrgent ? .urgent : .normal, isSoon: kind.needed > 0)
  }
}
