import WishCore

/// Makes stores for MATCH, through the library: wishes that ask for much that is different, and members who
/// can do much that is different, so that no list is short because the town is dull.
///
/// A district of 5 streets and 50 communities. Skills are those of the table, some asked for a hundred times as
/// often as others; three wishes in ten ask for two, one in ten is for goods, one in ten has a day by which
/// it must be done, one in twenty is urgent. They were published over the last sixty days.
final class MatchStore {
  /// Members of the store.
  static let members = 100_000
  /// Who asks: a member of one community with three skills, one of the district with three and one with 32,
  /// as many as a member may name; and staff of the district.
  static let (own, district, broad, staff) = ("m-own", "m-district", "m-broad", "staff")
  /// The skills of the first two are the commonest.
  private static let skillsOfSome = 3
  private static let days: Int64 = 60

  private let store: Store
  private var random = SplitMix(state: 1)
  private var batch = Batch()
  private var nextEvent: EventNumber = 1
  private let skills = SkillTable.starting.map(\.name)
  private let communities = (0..<World.communities).map(World.community)

  /// Makes a store of so many published wishes in a directory.
  static func make(in data: String, wishes count: Int) throws(Failure) -> StoreMaker.Made {
    let start = Clock.now
    do {
      let path = "\(data)/wish.db"
      let now = StoreMaker.now
      var random = SystemRandomNumberGenerator()
      let secret = try Founding.found(
        path: path,
        at: Moment(milliseconds: now.milliseconds - days * 86_400_000),
        using: &random
      )
      let store = try Store(path: path)
      let maker = MatchStore(store)
      try maker.settle(secret, at: now)
      try maker.publish(count, until: now)
      try store.close()
      let accounts = ["admin", own, district, broad, staff]
      return StoreMaker.Made(
        data: data,
        secrets: Dictionary(uniqueKeysWithValues: accounts.map { ($0, secret) }),
        wishes: [],
        seconds: Clock.seconds(since: start)
      )
    } catch {
      throw Failure("cannot make a store in \(data): \(error)")
    }
  }

  private init(_ store: Store) {
    self.store = store
  }

  private func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// A skill; the first of the table a hundred times as often as the last.
  private func skill() -> SkillName {
    var place = 0
    // Each further one is a little less likely than the one before.
    while place < skills.count - 1, below(52) > 0 { place += 1 }
    return skills[place]
  }

  private func code<Subject>(_ text: String) throws(Failure) -> Code<Subject> {
    guard let code = Code<Subject>(text) else { throw Failure("\(text) is no code") }
    return code
  }

  private func settle(_ secret: String, at now: Moment) throws {
    let district: AreaCode = try code("d01")
    var areas = [Area(code: district, name: "东区", level: .district)]
    let streets = try (0..<5).map { number -> AreaCode in try code("s0\(number)") }
    areas += streets.map { Area(code: $0, name: "街道", level: .street, parent: district) }
    for (index, name) in communities.enumerated() {
      areas.append(Area(code: try code(name), name: name, level: .community, parent: streets[index % 5]))
    }
    for area in areas { batch.register.areas[area.code] = area }
    let hash = Secret.hash(secret, salt: Secret.salt(using: &random))
    func hire(_ account: String, _ role: Role, _ area: AreaCode) throws(Failure) -> AccountCode {
      let account: AccountCode = try code(account)
      batch.register.accounts[account] = Account(code: account, role: role, area: area)
      batch.register.secrets[account] = hash
      return account
    }
    _ = try hire(Self.staff, .staff, district)
    for (account, area, count) in [
      (Self.own, try code(communities[0]), Self.skillsOfSome), (Self.district, district, Self.skillsOfSome),
      (Self.broad, district, Limits.listItemsMax),
    ] {
      var member = Member(account: try hire(account, .member, area), area: area)
      member.skills = Array(skills.prefix(count))
      member.prefers = [.convenience]
      batch.register.members[member.account] = member
    }
    for number in 0..<Self.members {
      let area: AreaCode = number % 10 == 0 ? district : try code(communities[number % communities.count])
      var member = Member(account: try hire("m\(number)", .member, area), area: area)
      member.skills = Array(Set((0..<3).map { _ in skill() })).sorted()
      member.prefers = Array(Category.allCases.shuffled(using: &random).prefix(below(4)))
      member.available = [Availability.allCases.randomElement(using: &random) ?? .any]
      batch.register.members[member.account] = member
    }
    log(
      .register(type: .area, code: district.text),
      nil,
      try code("admin"),
      now.advanced(bySeconds: -Self.days * 86_400)
    )
    try commit()
  }

  private func log(_ matter: Event.Matter, _ audience: Audience?, _ account: AccountCode, _ at: Moment) {
    batch.events.append(
      Event(number: nextEvent, at: at, account: account, matter: matter, audience: audience)
    )
    nextEvent += 1
  }

  private func commit() throws {
    try store.commit(batch)
    batch = Batch()
  }

  private func publish(_ count: Int, until now: Moment) throws {
    let staff: AccountCode = try code(Self.staff)
    for index in 0..<count {
      let step = Self.days * 86_400_000 / Int64(count)
      let at = Moment(milliseconds: now.milliseconds - Int64(count - index) * step)
      let community: AreaCode = try code(communities[index % communities.count])
      let posting = Fact.Posting(community: community, source: .box)
      let number = WishNumber(index + 1)
      var wish = Wish(number: number, posting: posting, event: nextEvent, at: at)
      log(.wish(number, .posted(posting)), Audience(nil, wish), staff, at)
      for fact in [Fact.approved(try approval(now)), .published] {
        let old = wish
        wish.apply(fact, event: nextEvent, at: at)
        log(.wish(number, fact), Audience(old, wish), staff, at)
      }
      let text = World.texts[index % World.texts.count]
      batch.put(wish, replacing: nil)
      batch.papers[number] = Papers(text: text)
      batch.cards[number] = Card(publicText: text)
      batch.tallies[community, default: Tally()].add(wish.reached, by: 1)
      if batch.newWishes == Self.batchWishes { try commit() }
    }
    if batch.newWishes > 0 { try commit() }
  }

  private static let batchWishes = 5_000

  private func approval(_ now: Moment) throws(Failure) -> Fact.Approval {
    guard let limit = Span("7d") else { throw Failure("7d is no time limit") }
    let first = skill()
    let place = skills.firstIndex(of: first) ?? 0
    let categories = Category.allCases
    var approval = Fact.Approval(category: categories[below(10) < 8 ? place % 8 : below(8)], limit: limit)
    approval.skills = [first]
    if below(10) < 3 {
      let second = below(3) == 0 ? skill() : skills[(place + 1 + below(3)) % skills.count]
      if second != first { approval.skills.append(second) }
    }
    if below(10) == 0 {
      approval.kind = .goods
      approval.valueYuan = 10 + below(3_000)
    }
    if below(20) == 0 { approval.urgency = .urgent }
    if below(10) == 0 { approval.needed = now.advanced(bySeconds: Int64(below(60)) * 86_400) }
    return approval
  }
}
