@testable import WishCore

/// A random town as the match index sees it, and what scoring everything finds in it.
struct MatchTown {
  private(set) var index: MatchIndex
  private(set) var wishes: [WishNumber: Wish] = [:]
  private(set) var members: [AccountCode: Member] = [:]
  private var holding: [AccountCode: Int] = [:]
  private var dearest: [AccountCode: GoodsBand] = [:]
  private var disabled: Set<AccountCode> = []
  private(set) var areas: [AreaCode: Area] = [:]
  private(set) var skills: [SkillName: Skill] = [:]
  private(set) var today = Day(number: 20_000)
  /// Whether the index has been put in order.
  private var isOpen = false
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    index = MatchIndex(today: today)
    var register = Register()
    for line in [
      "d1 district", "d2 district", "s1 street d1", "s2 street d1", "c1 community s1", "c2 community s1",
      "c3 community s2", "c4 community d1", "c5 community d2", "c6 community", "g1 grid c1", "g2 grid c1",
      "g4 grid c4",
    ] {
      let words = line.split(separator: " ").map(String.init)
      guard let level = AreaLevel(rawValue: words[1]) else { continue }
      let parent = words.count > 2 ? AreaCode(stored: words[2]) : nil
      let area = Area(code: AreaCode(stored: words[0]), name: words[0], level: level, parent: parent)
      areas[area.code] = area
    }
    for number in 0..<10 {
      let parent = number > 2 && number < 8 ? SkillName("k\((number - 1) / 2)") : nil
      skills[SkillName("k\(number)")] = Skill(name: SkillName("k\(number)"), parent: parent)
    }
    register.areas = areas
    register.skills = skills
    index.set(register)
    // What stands at the start is piled up, the rest comes one by one.
    for _ in 0..<chance(40) { publish() }
    for _ in 0..<chance(12) { enrol() }
    index.putInOrder(members.keys.compactMap { standing($0) })
    isOpen = true
  }

  private mutating func chance(_ of: Int) -> Int { Int.random(in: 0..<of, using: &random) }
  private mutating func one<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }
  private mutating func some<Item>(_ items: [Item], _ most: Int) -> [Item] {
    Array(items.shuffled(using: &random).prefix(chance(most + 1)))
  }

  // MARK: What happens

  /// One random change.
  mutating func change() {
    switch chance(20) {
    case 0...3: publish()
    case 4...9: if let wish = one(wishes.keys.sorted()).flatMap({ wishes[$0] }) { change(wish) }
    case 10: enrol()
    case 11...14: if let member = one(members.keys.sorted()).flatMap({ members[$0] }) { change(member) }
    case 15: changeStanding()
    case 16: move()
    case 17: reparent()
    case 18: turn()
    default: grow()
    }
  }

  private mutating func publish() {
    let community = one(areas.values.filter { $0.level == .community }.map(\.code).sorted())
    guard let community else { return }
    let number = WishNumber(wishes.count + 1)
    let posting = Fact.Posting(community: community, slots: 1 + chance(3))
    var wish = Wish(number: number, posting: posting, event: 1, at: Moment(milliseconds: 0))
    wish.state = .published
    wish.isApproved = true
    let day = today.number - Int64(chance(4) == 0 ? chance(200) : chance(3))
    wish.published = Moment(milliseconds: Day(number: day).end.milliseconds - 1 - Int64(chance(80_000_000)))
    for field in 0..<8 { change(&wish, field) }
    put(wish)
  }

  private mutating func change(_ wish: inout Wish, _ field: Int) {
    switch field {
    case 0: wish.category = chance(30) == 0 ? nil : one(Array(Category.allCases.prefix(3)))
    case 1: wish.skills = some(skills.keys.sorted(), 3)
    case 2: wish.urgency = chance(4) == 0 ? .urgent : .normal
    case 3: wish.needed = chance(3) == 0 ? Day(number: today.number + Int64(chance(12)) - 2).end : nil
    case 4:
      wish.kind = chance(4) == 0 ? .goods : .service
      wish.valueYuan = wish.kind == .goods && chance(5) > 0 ? chance(3_000) : nil
    case 5: wish.isOpenToAll = chance(6) == 0
    case 6:
      let community = wish.community
      let grids = areas.values.filter { $0.level == .grid && $0.parent == community }.map(\.code).sorted()
      wish.grid = chance(2) == 0 ? one(grids) : nil
    case 7: wish.isConfidential = chance(12) == 0
    case 8:
      wish.state = one(WishState.allCases) ?? .published
    case 9: wish.isApproved = chance(8) > 0
    case 10:
      if let community = one(areas.values.filter { $0.level == .community }.map(\.code).sorted()) {
        wish.community = community
        wish.grid = nil
      }
    default:
      guard let member = one(members.keys.sorted()) else { return }
      wish.claims.append(
        Claim(
          event: EventNumber(wish.claims.count + 1),
          member: member,
          state: one(ClaimState.allCases) ?? .active,
          made: Moment(milliseconds: 0),
          due: Moment(milliseconds: 0),
          isRenewed: false,
          unit: nil,
          level: .other,
          round: wish.round,
          isDisclosed: false
        )
      )
    }
  }

  private mutating func change(_ wish: Wish) {
    var wish = wish
    for _ in 0...chance(2) { change(&wish, chance(12)) }
    if chance(2) == 0 { wish.state = .published }
    put(wish)
  }

  private mutating func put(_ wish: Wish) {
    index.replace(wishes[wish.number], by: wish)
    wishes[wish.number] = wish
  }

  private mutating func enrol() {
    guard let area = one(areas.keys.sorted()) else { return }
    let member = Member(account: AccountCode(stored: "m\(chance(1_000))"), area: area)
    guard members[member.account] == nil else { return }
    change(member)
  }

  private mutating func change(_ old: Member) {
    var member = old
    member.skills = some(skills.keys.sorted(), 4)
    member.prefers = some(Array(Category.allCases.prefix(3)), 2)
    member.available = [one(Availability.allCases) ?? .any] + some(Availability.allCases, 1)
    member.capacity = 1 + chance(5)
    member.areas = [member.areas[0]] + some(areas.keys.sorted(), 2)
    members[member.account] = member
    refile(member.account)
  }

  private mutating func changeStanding() {
    guard let code = one(members.keys.sorted()) else { return }
    holding[code] = chance(4)
    dearest[code] = chance(3) == 0 ? nil : GoodsBand(step: chance(GoodsBand.count))
    if chance(4) == 0 { disabled.formSymmetricDifference([code]) }
    refile(code)
  }

  private mutating func refile(_ code: AccountCode) {
    guard isOpen else { return }
    index.replace(code, by: disabled.contains(code) ? nil : standing(code))
  }

  func standing(_ code: AccountCode) -> MemberIndex.Standing? {
    members[code].map {
      MemberIndex.Standing(member: $0, holding: holding[code] ?? 0, dearest: dearest[code])
    }
  }

  private mutating func move() {
    let movable = areas.values.filter { $0.level == .community || $0.level == .street }
    guard var area = one(movable.sorted { $0.code < $1.code }) else { return }
    let above = areas.values.filter { [level = area.level] in $0.level.depth < level.depth }
    area.parent = chance(4) == 0 ? nil : one(above.map(\.code).sorted())
    areas[area.code] = area
    setRegister { $0.areas[area.code] = area }
  }

  private mutating func reparent() {
    guard var skill = one(skills.values.sorted { $0.name < $1.name }) else { return }
    let name = skill.name
    let parent = chance(3) == 0 ? nil : one(skills.keys.sorted())
    var above = parent
    while let here = above {
      guard here != name else { return }
      above = skills[here]?.parent
    }
    skill.parent = parent
    skills[name] = skill
    setRegister { $0.skills[name] = skill }
  }

  private mutating func grow() {
    let parent = areas.values.filter { $0.level == .street }.map(\.code).sorted()
    let area = Area(
      code: AreaCode(stored: "n\(areas.count)"),
      name: "",
      level: .community,
      parent: one(parent)
    )
    let skill = Skill(name: SkillName("n\(skills.count)"), parent: one(skills.keys.sorted()))
    areas[area.code] = area
    let isFew = skills.count < 16
    if isFew { skills[skill.name] = skill }
    setRegister {
      $0.areas[area.code] = area
      if isFew { $0.skills[skill.name] = skill }
    }
  }

  private mutating func setRegister(_ change: (inout Register) -> Void) {
    var register = Register()
    change(&register)
    index.set(register)
  }

  private mutating func turn() {
    today = Day(number: today.number + Int64([1, 1, 1, 2, 6, 8, 30][chance(7)]))
    let open = wishes
    index.turn(to: today) { open[$0] }
  }

  // MARK: What is found

  /// A row in a form that can be compared.
  struct Row: Equatable {
    let name: String
    let score: Score
  }

  func indexed(_ member: Member, limit: Int) -> [Row] {
    guard let standing = standing(member.account) else { return [] }
    return index.wishes(for: standing, limit: limit) { wishes[$0].map { !isHeld($0, by: member) } ?? false }
      .map { Row(name: "\($0.number)", score: $0.score) }
  }

  func indexed(_ wish: Wish, limit: Int) -> [Row] {
    index.members(for: wish, limit: limit) { members[$0].map { !isHeld(wish, by: $0) } ?? false }
      .map { Row(name: "\($0.member)", score: $0.score) }
  }

  private func isHeld(_ wish: Wish, by member: Member) -> Bool {
    wish.holders.contains { $0.member == member.account }
  }

  /// The level of the smallest area of the member's in which the wish lies.
  private func near(_ wish: Wish, _ member: Member) -> AreaLevel? {
    var place: AreaCode? = wish.grid ?? wish.community
    while let here = place {
      if member.areas.contains(here) { return areas[here]?.level }
      place = areas[here]?.parent
    }
    return nil
  }

  private func score(_ wish: Wish, _ member: Member) -> Score? {
    let grades = SkillGrades(member) { self.skills[$0] }
    guard let standing = standing(member.account), let near = near(wish, member),
      grades.areEnough(for: wish), !isHeld(wish, by: member)
    else { return nil }
    let circumstances = Circumstances(
      today: today,
      holding: standing.holding,
      near: near,
      dearest: standing.dearest
    )
    return Fit(wish, member, circumstances, skills: grades).score
  }

  func scored(_ member: Member, limit: Int) -> [Row] {
    let found = wishes.values.compactMap { wish -> (WishNumber, Score)? in
      guard wish.state == .published, wish.isApproved, !wish.isConfidential else { return nil }
      return score(wish, member).map { (wish.number, $0) }
    }
    let sorted = found.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : Score.isBetter($0.1, than: $1.1) }
    return sorted.prefix(limit).map { Row(name: "\($0.0)", score: $0.1) }
  }

  func scored(_ wish: Wish, limit: Int) -> [Row] {
    let found = members.values.compactMap { member -> (AccountCode, Score)? in
      guard !disabled.contains(member.account), holding[member.account] ?? 0 < member.capacity else {
        return nil
      }
      return score(wish, member).map { (member.account, $0) }
    }
    let sorted = found.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : Score.isBetter($0.1, than: $1.1) }
    return sorted.prefix(limit).map { Row(name: "\($0.0)", score: $0.1) }
  }
}
