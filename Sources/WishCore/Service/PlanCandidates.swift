/// Finds the members that may take a wish, for one wish after another.
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

  /// The best candidates for a wish, best first: those who could claim it and were not asked yet.
  ///
  /// Of equal ones each wish prefers others, so that where all are alike not the same few are weighed for
  /// every wish.
  mutating func best(for wish: Wish) -> [AssignmentBoard.Candidate] {
    var best: [(worth: Int, lot: UInt64, index: Int)] = []
    for neighbour in inReach(of: wish.grid ?? wish.community) {
      let choice = members[neighbour.index]
      guard choice.skills.areEnough(for: wish), !wish.invited.contains(choice.code),
        !wish.holders.contains(where: { $0.member == choice.code })
      else { continue }
      let worth = fit(wish, choice, near: neighbour.near).score.thousandths
      let lot = Self.lot(wish.number, neighbour.index)
      let place = best.firstIndex { (worth, $0.lot) > ($0.worth, lot) } ?? best.count
      guard place < Limits.planCandidatesMax else { continue }
      best.insert((worth, lot, neighbour.index), at: place)
      if best.count > Limits.planCandidatesMax { best.removeLast() }
    }
    return best.map { AssignmentBoard.Candidate(member: Int32($0.index), worth: Int32($0.worth)) }
  }

  /// How well a wish and one of its candidates fit.
  mutating func fit(_ wish: Wish, _ index: Int) -> Fit {
    let neighbours = inReach(of: wish.grid ?? wish.community)
    guard let neighbour = neighbours.first(where: { $0.index == index }) else {
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

  /// A number that differs from pair to pair and is the same for a pair every time: the finalizer of
  /// SplitMix64 (Steele, Lea, Flood 2014).
  private static func lot(_ wish: WishNumber, _ member: Int) -> UInt64 {
    var mixed = UInt64(bitPattern: wish) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(member)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
