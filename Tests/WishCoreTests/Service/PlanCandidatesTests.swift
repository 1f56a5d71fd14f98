import Testing

@testable import WishCore

@Suite("A plan weighs the best members for each wish") struct PlanCandidatesTests {
  private static let community = LifeOfAWish.fuqiang

  /// A community of members with nothing to tell them apart, and wishes for anybody.
  private func source(
    wishes: Int,
    slots: Int = 1,
    members: Int,
    capacity: Int = 2,
    hasMore: Bool = false
  ) throws -> PlanSource {
    var register = Register()
    register.areas[Self.community] = Area(code: Self.community, name: "富强社区", level: .community)
    for number in 0..<members {
      let code = AccountCode(stored: "m\(number)")
      register.accounts[code] = Account(code: code, role: .member, area: Self.community)
      register.members[code] = Member(account: code, area: Self.community)
      register.members[code]?.capacity = capacity
    }
    return PlanSource(
      wishes: try (1...wishes).map { number in
        try LifeOfAWish.published(number: WishNumber(number), slots: slots).wish
      },
      hasMore: hasMore,
      register: register,
      holdings: [:],
      goodsTaken: GoodsTaken(),
      today: LifeOfAWish.tenOnThe20th.day
    )
  }

  @Test("Where all are alike each wish draws others, and nobody's room is left over")
  func alike() throws {
    let plan = Plan(try source(wishes: 200, members: 100))
    #expect(plan.asks.count == 200)
    #expect(Set(plan.asks.map(\.member)).count == 100)
    var candidates = PlanCandidates(try source(wishes: 3, members: 100))
    let best = candidates.best(weighing: .max).compactMap { $0 }
    #expect(best.map(\.count) == [30, 30, 30])
    #expect(Set(best[0].map(\.member)) != Set(best[1].map(\.member)))
  }

  @Test("A wish with many slots weighs as many members as it has slots") func manySlots() throws {
    let plan = Plan(try source(wishes: 1, slots: 80, members: 100))
    #expect(plan.asks.count == 80 && plan.slots == 80)
  }

  @Test("Wishes beyond what may be weighed are left out, and the plan says so") func bound() throws {
    var candidates = PlanCandidates(try source(wishes: 3, members: 100))
    #expect(candidates.best(weighing: 100).map { $0?.count } == [30, 30, 30], "they ask for the same")
    #expect(candidates.best(weighing: 99).map { $0?.count } == [nil, nil, nil])
    let plan = Plan(try source(wishes: 3, members: 0, hasMore: true))
    #expect(
      String(decoding: plan.reply(tag: "t"), as: UTF8.self) == "#t OK slots=3 asked=0 total=0.000 more=yes\n"
    )
  }

  @Test("Every ask is worth what MATCH would say of the pair") func worth() throws {
    let plan = Plan(try source(wishes: 20, slots: 2, members: 30))
    #expect(plan.asks.reduce(0) { $0 + $1.fit.score.thousandths } == plan.total)
  }
}
