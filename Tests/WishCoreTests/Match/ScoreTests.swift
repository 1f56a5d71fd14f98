import Foundation
import Testing

@testable import WishCore

@Suite("A score is made of the table's points and of waiting") struct ScoreTests {
  private static let day = Day(number: 20_000)
  private static let skills: [SkillName: Skill] = {
    let table = [("水电维修", nil), ("电工", "水电维修"), ("灯具维修", "电工"), ("搬运", nil), ("陪诊", nil)]
    return Dictionary(
      uniqueKeysWithValues: table.map {
        (SkillName($0.0), Skill(name: SkillName($0.0), parent: $0.1.map { SkillName($0) }))
      }
    )
  }()

  /// A published wish.
  private func wish(_ change: (inout Wish) -> Void = { _ in }) -> Wish {
    var wish = Wish(
      number: 1,
      posting: Fact.Posting(community: AreaCode(stored: "c01")),
      event: 1,
      at: Moment(milliseconds: 0)
    )
    wish.state = .published
    wish.category = .convenience
    wish.published = Moment(milliseconds: Self.day.end.milliseconds - 1)
    change(&wish)
    return wish
  }

  private func member(_ skills: [String] = [], _ change: (inout Member) -> Void = { _ in }) -> Member {
    var member = Member(account: AccountCode(stored: "m1"), area: AreaCode(stored: "c01"))
    member.skills = skills.map { SkillName($0) }
    change(&member)
    return member
  }

  private func fit(
    _ wish: Wish,
    _ member: Member,
    today: Int64 = 0,
    holding: Int = 0,
    near: AreaLevel = .community,
    dearest: Int? = nil
  ) -> Fit {
    let circumstances = Circumstances(
      today: Day(number: Self.day.number + today),
      holding: holding,
      near: near,
      dearest: dearest.map { GoodsBand(yuan: $0) }
    )
    return Fit(wish, member, circumstances, skills: SkillGrades(member) { Self.skills[$0] })
  }

  /// Points more or less than the same wish, asking for no skill, gets from a member with nothing to say.
  private func difference(_ changed: Fit) -> Int { changed.score.points - fit(wish(), member()).score.points }

  @Test("Nobody reaches a hundred points on the first day, for waiting must be able to pass anybody")
  func most() {
    let weights =
      MatchWeights.skill + MatchWeights.willing + MatchWeights.time + MatchWeights.room + MatchWeights.urgent
      + (MatchWeights.near.values.max() ?? 0)
    #expect(weights == MatchWeights.most && MatchWeights.most < MatchWeights.full)
    let perfect = fit(
      wish {
        $0.skills = [SkillName("电工")]
        $0.urgency = .urgent
        $0.grid = AreaCode(stored: "c01-g1")
      },
      member(["电工"]) { $0.prefers = [.convenience] },
      near: .grid
    )
    #expect(perfect.score.points == MatchWeights.most)
    #expect(perfect.score.text == "0.900")
    #expect(Set(MatchWeights.near.keys) == Set(AreaLevel.allCases))
    #expect(MatchWeights.neededSoon < MatchWeights.urgent)
  }

  @Test(
    "Skills: all, some, a part of the asked one, the whole of it",
    arguments: [
      (["电工"], ["电工"], 30), (["水电维修"], ["电工"], 22), (["水电维修"], ["灯具维修"], 22),
      (["电工", "搬运"], ["电工", "搬运"], 30), (["电工", "搬运"], ["电工"], 22),
      (["电工", "搬运"], ["搬运", "水电维修"], 24), (["电工", "搬运"], ["灯具维修"], 16),
      (["电工", "搬运", "陪诊"], ["陪诊"], 20), (["水电维修", "搬运"], ["电工", "搬运"], 28),
    ]
  )
  func skills(asked: [String], own: [String], points: Int) {
    let wish = wish { $0.skills = asked.map { SkillName($0) } }
    #expect(difference(fit(wish, member(own))) == points - MatchWeights.noSkillAsked)
    #expect(SkillGrades(member(own)) { Self.skills[$0] }.areEnough(for: wish))
  }

  @Test("Goods and open wishes ask no skill, so none counts") func noSkill() {
    for change in [{ $0.kind = .goods }, { $0.isOpenToAll = true }] as [(inout Wish) -> Void] {
      var wish = wish { $0.skills = [SkillName("电工")] }
      change(&wish)
      #expect(fit(wish, member(["电工"])).score == fit(wish, member()).score)
    }
  }

  @Test("A category that is preferred counts whole, no preference half, others not at all") func willing() {
    #expect(difference(fit(wish(), member { $0.prefers = [.culture, .convenience] })) == 10)
    #expect(difference(fit(wish(), member { $0.prefers = [.culture] })) == -10)
  }

  private static let prices: [(value: Int?, dearest: Int?, points: Int)] = [
    (200, 150, 0), (200, 100, -5), (200, 50, -10), (200, 2_000, 0), (200, nil, -5), (nil, 50, -5),
  ]

  @Test(
    "Goods: no dearer than what was taken before is best; one step more or none before is half",
    arguments: prices.indices
  )
  func goods(index: Int) {
    let (value, dearest, points) = Self.prices[index]
    let wish = wish {
      $0.kind = .goods
      $0.valueYuan = value
    }
    // A member without preferences has 10 of 20 points for a service: 5 for the category, 5 for the value.
    let best = fit(wish, member { $0.prefers = [.convenience] }, dearest: dearest)
    #expect(difference(best) == 10 + points)
    #expect(difference(fit(wish, member(), dearest: dearest)) == 5 + points)
  }

  @Test(
    "The smaller the area by which a member reaches a wish, the nearer",
    arguments: [(AreaLevel.grid, 2), (.community, 0), (.street, -4), (.district, -8)]
  )
  func near(level: AreaLevel, points: Int) {
    #expect(difference(fit(wish(), member(), near: level)) == points)
  }

  @Test("The more of the capacity is taken, the fewer points; a large capacity fills slowly") func room() {
    #expect(difference(fit(wish(), member(), holding: 1)) == -5)
    #expect(difference(fit(wish(), member(), holding: 2)) == -10)
    #expect(difference(fit(wish(), member { $0.capacity = 30 }, holding: 2)) == -1)
  }

  // 2024-10-04, day 20,000, was a Friday.
  @Test(
    "Who has no time before the day by which it must be done is behind",
    arguments: [
      (0, [Availability.weekday], true), (0, [.weekend], false), (1, [.weekend], true), (0, [.evening], true),
      (6, [.holiday], false), (0, [.any], true), (0, [.weekend, .weekday], true), (7, [.holiday], true),
    ]
  )
  func time(days: Int64, available: [Availability], hasTime: Bool) {
    #expect(Self.day.weekday == 4)
    let wish = wish { $0.needed = Day(number: Self.day.number + days).end }
    let member = member { $0.available = available }
    let pressing = days < 7 ? MatchWeights.neededSoon : 0
    #expect(difference(fit(wish, member)) == pressing - (hasTime ? 0 : MatchWeights.time))
  }

  @Test("On a Sunday a working day is tomorrow; what was needed yesterday is asked of everybody alike")
  func lateTime() {
    let sunday: Int64 = 2
    let needed = wish { $0.needed = Day(number: Self.day.number + sunday).end }
    let weekday = member { $0.available = [.weekday] }
    #expect(difference(fit(needed, weekday, today: sunday)) == MatchWeights.neededSoon - MatchWeights.time)
    let weekend = member { $0.available = [.weekend] }
    #expect(fit(needed, weekend, today: 3).score == fit(wish(), weekend, today: 3).score)
  }

  @Test("What is missing halves every fourteen days of waiting, by whole days in UTC+8") func waiting() {
    let points = fit(wish(), member()).score.points
    #expect(points == 58)
    #expect(fit(wish(), member()).score.text == "0.580")
    #expect(fit(wish(), member(), today: 14).score.text == "0.790")
    #expect(fit(wish(), member(), today: 28).score.text == "0.895")
    #expect(fit(wish(), member(), today: 7).score.text == "0.703")
    for (days, factor) in Score.halving.enumerated() {
      #expect(abs(factor - pow(2, -Double(days) / 14)) < 1e-15)
    }
  }

  @Test("A day more is always better, for decades; never is a wish behind one that came 47 days later")
  func nothingStarves() {
    for points in 0...MatchWeights.most {
      for days in 0..<5_000 {
        let score = Score(points: points, waitedDays: days)
        #expect(Score.isBetter(Score(points: points, waitedDays: days + 1), than: score))
        let later = Score(points: MatchWeights.most, waitedDays: max(0, days - Score.daysToPassAnything))
        #expect(days < Score.daysToPassAnything || Score.isBetter(score, than: later))
      }
    }
    // A day earlier the best may still be before the worst.
    let best = Score(points: MatchWeights.most, waitedDays: 100)
    #expect(Score.isBetter(best, than: Score(points: 0, waitedDays: 100 + Score.daysToPassAnything - 1)))
  }

  @Test("A member who takes the first of the list each day comes to the poorest wish in a bounded time")
  func poorest() {
    // Each day two perfect wishes come and one is taken: the list grows without end.
    var list = [(points: 0, day: 0)]
    for today in 0..<200 {
      list += [(MatchWeights.most, today), (MatchWeights.most, today)]
      let first = list.indices.min {
        Score.isBetter(
          Score(points: list[$0].points, waitedDays: today - list[$0].day),
          than: Score(points: list[$1].points, waitedDays: today - list[$1].day)
        )
      }
      guard let first else { return }
      if list.remove(at: first).points == 0 {
        // Before it are at most the two of each of the first 47 days.
        #expect(today <= 2 * Score.daysToPassAnything)
        return
      }
    }
    Issue.record("the poorest wish was never the first")
  }

  @Test("The reasons' points add up to the score, whatever meets") func reasons() {
    var random = SeededRandom(seed: 5)
    let names = Self.skills.keys.sorted()
    for _ in 0..<3_000 {
      let wish = wish {
        $0.skills = Array(names.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
        $0.kind = Bool.random(using: &random) ? .goods : .service
        $0.valueYuan = Bool.random(using: &random) ? Int.random(in: 0...9_000, using: &random) : nil
        $0.category = Category.allCases.randomElement(using: &random)
        $0.urgency = Bool.random(using: &random) ? .urgent : .normal
        let days = Int64.random(in: -2...9, using: &random)
        $0.needed = Bool.random(using: &random) ? Day(number: Self.day.number + days).end : nil
      }
      let member = member(
        Array(names.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))).map(\.text)
      ) {
        $0.prefers = Array(
          Category.allCases.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
        )
        $0.available = Array(
          Availability.allCases.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
        )
        $0.capacity = Int.random(in: 1...9, using: &random)
      }
      let fit = fit(
        wish,
        member,
        today: Int64.random(in: 0...3, using: &random),
        holding: Int.random(in: 0..<member.capacity, using: &random),
        near: AreaLevel.allCases.randomElement(using: &random) ?? .grid,
        dearest: Bool.random(using: &random) ? Int.random(in: 0...9_000, using: &random) : nil
      )
      #expect(fit.reasons.reduce(0) { $0 + $1.points } == fit.score.points)
    }
  }
}
