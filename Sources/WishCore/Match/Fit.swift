/// What a fit depends on besides the wish and the member.
struct Circumstances: Sendable {
  /// The day on which somebody asks.
  var today: Day
  /// Wishes that the member is working on.
  var holding: Int
  /// The level of the smallest of the member's areas in which the wish lies.
  var near: AreaLevel
  /// The dearest goods that the member has ever taken.
  var dearest: GoodsBand?
}

/// How an eligible member and a wish fit: the score and what it is made of.
struct Fit {
  let score: Score
  private let wish: Wish
  private let member: Member
  private let circumstances: Circumstances
  private let skills: SkillGrades
  private let soon: Day?

  /// Weighs a wish and a member.
  ///
  /// - Parameters:
  ///   - wish: one that is published.
  ///   - member: one that may take it.
  ///   - circumstances: the day, and how the member stands.
  ///   - skills: what the member can do.
  init(_ wish: Wish, _ member: Member, _ circumstances: Circumstances, skills: SkillGrades) {
    self.wish = wish
    self.member = member
    self.circumstances = circumstances
    self.skills = skills
    soon = Deadline.soon(wish, today: circumstances.today)
    var points = Self.skillPoints(wish, skills)
    points += Self.willingPoints(wish, member, circumstances.dearest)
    points += MatchWeights.points(near: circumstances.near)
    points += Self.hasTime(member, before: soon, circumstances.today) ? MatchWeights.time : 0
    points += MatchWeights.points(holding: circumstances.holding, capacity: member.capacity)
    points += Self.pressingPoints(wish.urgency, isSoon: soon != nil)
    score = Score(points: points, waitedDays: Self.waitedDays(wish, circumstances.today))
  }

  private static func skillPoints(_ wish: Wish, _ skills: SkillGrades) -> Int {
    guard Eligibility.asksSkill(wish) else { return MatchWeights.noSkillAsked }
    return MatchWeights.points(grades: wish.skills.map(skills.grade))
  }

  private static func willingPoints(_ wish: Wish, _ member: Member, _ dearest: GoodsBand?) -> Int {
    let points = MatchWeights.points(of: wish.category, preferred: member.prefers)
    switch wish.kind {
    case .service: return points
    case .goods:
      return points / 2 + MatchWeights.points(of: GoodsBand.compare(wish.goodsBand, with: dearest))
    }
  }

  private static func hasTime(_ member: Member, before soon: Day?, _ today: Day) -> Bool {
    soon.map { FreeTime(member.available).hasTime(until: $0, from: today) } ?? true
  }

  static func pressingPoints(_ urgency: Urgency, isSoon: Bool) -> Int {
    switch urgency {
    case .urgent: MatchWeights.urgent
    case .normal: isSoon ? MatchWeights.neededSoon : 0
    }
  }

  static func waitedDays(_ wish: Wish, _ today: Day) -> Int {
    wish.published.map { Int(max(0, today.number - $0.day.number)) } ?? 0
  }

  /// The reasons with their points, in the order of the table; put together only for rows that are shown.
  var reasons: [FitReason] {
    var reasons = [FitReason(matter: skillMatter, points: Self.skillPoints(wish, skills))]
    reasons += willingReasons
    reasons.append(
      FitReason(
        matter: .near(circumstances.near),
        points: MatchWeights.points(near: circumstances.near)
      )
    )
    let hasTime = Self.hasTime(member, before: soon, circumstances.today)
    let time = soon.map { hasTime ? FitReason.Matter.hasTime($0) : .hasNoTime($0) } ?? .noHurry
    reasons.append(FitReason(matter: time, points: hasTime ? MatchWeights.time : 0))
    reasons.append(
      FitReason(
        matter: .room(holding: circumstances.holding, capacity: member.capacity),
        points: MatchWeights.points(holding: circumstances.holding, capacity: member.capacity)
      )
    )
    let pressing = Self.pressingPoints(wish.urgency, isSoon: soon != nil)
    if wish.urgency == .urgent {
      reasons.append(FitReason(matter: .urgent, points: pressing))
    } else if let soon {
      reasons.append(FitReason(matter: .neededSoon(soon), points: pressing))
    }
    if score.waitedDays > 0 {
      reasons.append(FitReason(matter: .waited(days: score.waitedDays), points: 0))
    }
    return reasons
  }

  private var skillMatter: FitReason.Matter {
    guard Eligibility.asksSkill(wish) else { return .asksNoSkill }
    var own: [SkillName] = []
    var parts: [FitReason.Kinship] = []
    var wholes: [FitReason.Kinship] = []
    for asked in wish.skills {
      switch skills.grade(of: asked) {
      case .own: own.append(asked)
      case .part: if let kin = skills.part(of: asked) { parts.append(.init(asked: asked, own: kin)) }
      case .whole: if let kin = skills.whole(of: asked) { wholes.append(.init(asked: asked, own: kin)) }
      case .none: break
      }
    }
    return .skills(own: own, parts: parts, wholes: wholes, asked: wish.skills.count)
  }

  private var willingReasons: [FitReason] {
    let whole = MatchWeights.points(of: wish.category, preferred: member.prefers)
    let points = wish.kind == .goods ? whole / 2 : whole
    let matter: FitReason.Matter
    if member.prefers.isEmpty {
      matter = .namesNoCategory
    } else if let category = wish.category, member.prefers.contains(category) {
      matter = .prefers(category)
    } else {
      matter = .prefersOthers
    }
    let willing = FitReason(matter: matter, points: points)
    guard wish.kind == .goods else { return [willing] }
    let goods = GoodsBand.compare(wish.goodsBand, with: circumstances.dearest)
    return [willing, FitReason(matter: .goods(goods), points: MatchWeights.points(of: goods))]
  }
}

extension Wish {
  /// The step of value of the goods; nil where the wish does not say.
  var goodsBand: GoodsBand? { valueYuan.map { GoodsBand(yuan: $0) } }
}
