/// A wish that looks for members, as the index sees it: what each profile is worth to it.
struct MemberQuery {
  /// The places that it lies in, the smallest first.
  let line: PlaceTree.Line
  /// The skills that are asked for; none where nobody asks.
  let asked: [Int32]
  /// The skills by which a member is eligible, with the points that this brings at most.
  let skills: [(skill: Int32, points: Int)]
  /// The points that all the skills bring.
  let mostSkillPoints = MatchWeights.skill
  /// For each skill asked for, how near each skill comes to it.
  private let grades: [[MatchWeights.SkillGrade]]
  /// For each step of goods taken before, 0 for none: what the value is worth; nil for a service.
  private let goods: [Int]?
  private let category: Category?
  /// For each sort of free time: whether there is time.
  private let time: [Int]
  private let pressing: Int

  init(_ wish: Wish, index: WishIndex) {
    line = index.places[wish.grid ?? wish.community].map { index.places.line(from: $0) } ?? []
    let asked = Eligibility.asksSkill(wish) ? wish.skills.compactMap { index.lists[$0] } : []
    let grades = asked.map { index.lists.nearness(to: $0) }
    self.asked = asked
    self.grades = grades
    skills = (0..<Int32(index.lists.count)).compactMap { skill in
      let best = grades.map { $0[Int(skill)] }.max { $0.rawValue < $1.rawValue } ?? .none
      guard best == .own || best == .part else { return nil }
      return (skill, asked.count == 1 ? MatchWeights.points(grades: [best]) : MatchWeights.skill)
    }
    category = wish.category
    let dearest: [GoodsBand?] = [nil] + (0..<GoodsBand.count).map { GoodsBand(step: $0) }
    goods =
      wish.kind == .goods
      ? dearest.map { MatchWeights.points(of: GoodsBand.compare(wish.goodsBand, with: $0)) } : nil
    let soon = Deadline.soon(wish, today: index.today)
    time = [FreeTime.always, .weekdays, .weekends, .holidays].map { free in
      soon.map { free.hasTime(until: $0, from: index.today) } ?? true ? MatchWeights.time : 0
    }
    pressing = Fit.pressingPoints(wish.urgency, isSoon: soon != nil)
  }

  /// What anybody is worth who is so near; nil where a skill is asked for.
  func points(anybody near: Int) -> Int? { asked.isEmpty ? MatchWeights.noSkillAsked + near : nil }

  /// What a profile, the lowest 14 bits of an entry's first 64, is worth: willingness, time and hurry.
  func points(profile: UInt64) -> Int {
    let prefers = profile >> 6 & 0xFF
    let isPreferred = category.map { prefers >> UInt64($0.order) & 1 == 1 } ?? false
    let willing = MatchWeights.points(isPreferred: isPreferred, namesNone: prefers == 0)
    return (goods.map { willing / 2 + $0[Int(profile & 0xF)] } ?? willing) + time[Int(profile >> 4 & 3)]
      + pressing
  }

  /// What a member's own skills are worth.
  func skillPoints(_ own: [Int32]) -> Int {
    MatchWeights.points(
      grades: grades.map { nearness in
        own.map { nearness[Int($0)] }.max { $0.rawValue < $1.rawValue } ?? .none
      }
    )
  }
}
