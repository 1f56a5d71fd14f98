/// Finds the members that may take each of many wishes.
///
/// Wishes that ask for the same are weighed together: of those, all members stand in the same order.
struct PlanCandidates {
  /// A member that may be asked.
  struct Choice {
    let member: Member
    let skills: SkillGrades
    let holding: Int

    var code: AccountCode { member.account }
    /// How many wishes more it may hold.
    var room: Int { member.capacity - holding }
  }

  /// What the points of a wish and a member depend on, as far as the wish goes.
  private struct Demand: Hashable {
    let place: AreaCode
    let asked: [SkillName]?
    let category: Category?
    let kind: WishKind
    let goods: GoodsBand?
    let urgency: Urgency
    let soon: Day?

    init(_ wish: Wish, today: Day) {
      place = wish.grid ?? wish.community
      asked = Eligibility.asksSkill(wish) ? wish.skills : nil
      category = wish.category
      kind = wish.kind
      goods = wish.goodsBand
      urgency = wish.urgency
      soon = Deadline.soon(wish, today: today)
    }
  }

  /// A member in whose areas a place lies, and the level of the smallest of them.
  private struct Neighbour {
    let index: Int
    let near: AreaLevel
  }

  /// Every member with an account and room, by code.
  let members: [Choice]
  private let byArea: [AreaCode: [Int]]
  private let source: PlanSource
  /// Who is in reach of each place that was asked for.
  private var reach: [AreaCode: [Neighbour]] = [:]

  init(_ source: PlanSource) {
    self.source = source
    let register = source.register
    var choices: [Choice] = []
    for member in register.members.values where register.accounts[member.account]?.isEnabled == true {
      let holding = source.holdings[member.account]?.count ?? 0
      guard holding < member.capacity else { continue }
      let skills = SkillGrades(member) { register.skills[$0] }
      choices.append(Choice(member: member, skills: skills, holding: holding))
    }
    choices.sort { $0.code < $1.code }
    var byArea: [AreaCode: [Int]] = [:]
    for (index, choice) in choices.enumerated() {
      for area in choice.member.areas { byArea[area, default: []].append(index) }
    }
    members = choices
    self.byArea = byArea
  }

  /// The best candidates of every wish: those who could claim it and were not asked yet. Nil where more
  /// than `most` pairs would have to be weighed.
  mutating func best(weighing most: Int) -> [[AssignmentBoard.Candidate]?] {
    var wishes: [Demand: [Int]] = [:]
    var order: [Demand] = []
    for (index, wish) in source.wishes.enumerated() {
      let demand = Demand(wish, today: source.today)
      if wishes[demand] == nil { order.append(demand) }
      wishes[demand, default: []].append(index)
    }
    var best: [[AssignmentBoard.Candidate]?] = Array(repeating: nil, count: source.wishes.count)
    var weighed = 0
    for demand in order {
      guard let alike = wishes[demand], let first = alike.first else { continue }
      weighed += inReach(of: demand.place).count
      guard weighed <= most else { break }
      let ranked = rank(for: source.wishes[first])
      for index in alike { best[index] = choose(from: ranked, for: source.wishes[index]) }
    }
    return best
  }

  /// The members who are good enough for a wish, in groups of equal points, the best first.
  private mutating func rank(for wish: Wish) -> [(points: Int, members: [Int])] {
    var groups: [Int: [Int]] = [:]
    for neighbour in inReach(of: wish.grid ?? wish.community) {
      let choice = members[neighbour.index]
      guard choice.skills.areEnough(for: wish) else { continue }
      let points = fit(wish, choice, near: neighbour.near).score.points
      groups[points, default: []].append(neighbour.index)
    }
    return groups.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
  }

  /// As many as are weighed for a wish. Of equal ones each wish takes others, so that where all are alike
  /// not the same few are weighed for every wish.
  private func choose(
    from ranked: [(points: Int, members: [Int])],
    for wish: Wish
  ) -> [AssignmentBoard.Candidate] {
    let taken = Set(wish.holders.map(\.member)).union(wish.invited)
    let days = Fit.waitedDays(wish, source.today)
    let most = max(Limits.planCandidatesMax, wish.left)
    var chosen: [AssignmentBoard.Candidate] = []
    for (points, equal) in ranked {
      let left = most - chosen.count
      guard left > 0 else { break }
      var free = taken.isEmpty ? equal : equal.filter { !taken.contains(members[$0].code) }
      if free.count > left { free = Self.draw(left, of: free, for: wish.number) }
      let worth = Int32(Score(points: points, waitedDays: days).thousandths)
      chosen += free.map { .init(member: Int32($0), worth: worth) }
    }
    return chosen
  }

  /// How well a wish and one of its candidates fit.
  mutating func fit(_ wish: Wish, _ index: Int) -> Fit {
    guard let neighbour = inReach(of: wish.grid ?? wish.community).first(where: { $0.index == index }) else {
      preconditionFailure("wish \(wish.number) is out of reach of \(members[index].code)")
    }
    return fit(wish, members[index], near: neighbour.near)
  }

  private func fit(_ wish: Wish, _ choice: Choice, near: AreaLevel) -> Fit {
    let circumstances = Circumstances(
      today: source.today,
      holding: choice.holding,
      near: near,
      dearest: source.goodsTaken.dearest(of: choice.code)
    )
    return Fit(wish, choice.member, circumstances, skills: choice.skills)
  }

  /// The members one of whose areas is the place or lies around it.
  private mutating func inReach(of place: AreaCode) -> [Neighbour] {
    if let known = reach[place] { return known }
    var levels: [Int: AreaLevel] = [:]
    var next: AreaCode? = place
    while let here = next, let area = source.register.areas[here] {
      for index in byArea[here] ?? [] where levels[index] == nil { levels[index] = area.level }
      next = area.parent
    }
    let found = levels.sorted { $0.key < $1.key }.map { Neighbour(index: $0.key, near: $0.value) }
    reach[place] = found
    return found
  }

  /// So many of the members, by lot.
  private static func draw(_ count: Int, of members: [Int], for wish: WishNumber) -> [Int] {
    var drawn: [(lot: UInt64, index: Int)] = []
    for index in members {
      let lot = lot(wish, index)
      guard drawn.count < count || lot < drawn[count - 1].lot else { continue }
      drawn.insert((lot, index), at: drawn.firstIndex { lot < $0.lot } ?? drawn.count)
      if drawn.count > count { drawn.removeLast() }
    }
    return drawn.map(\.index)
  }

  /// A number that differs from pair to pair and is the same for a pair every time: the finalizer of
  /// SplitMix64 (Steele, Lea, Flood 2014).
  private static func lot(_ wish: WishNumber, _ member: Int) -> UInt64 {
    var mixed = UInt64(bitPattern: wish) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(member)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
