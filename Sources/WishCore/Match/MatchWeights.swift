/// The weights of MATCH, in points of 100: the one table, told to people on the page Matching.
///
/// They add up to 90. The last ten come by waiting alone, see ``Score``: so nothing is perfect on its first
/// day, and everything may still come before it.
enum MatchWeights {
  /// The required skills: half for the best of them, half for the mean of all.
  static let skill = 30
  /// Of those, where no skill is asked.
  static let noSkillAsked = 15
  /// The category; for goods one half category, one half value.
  static let willing = 20
  /// The smallest of the member's areas in which the wish lies, by its level.
  static let near: [AreaLevel: Int] = [.grid: 10, .community: 8, .street: 4, .district: 0]
  /// The member has time before the wish must be done.
  static let time = 10
  /// The free share of the member's capacity.
  static let room = 15
  /// The wish is urgent.
  static let urgent = 5
  /// It is not called urgent, but must be done within ``soonDays``.
  static let neededSoon = 3

  /// What all of them come to at most.
  static let most = 90
  /// What there is.
  static let full = 100

  /// So many days of waiting halve what is missing to the full.
  static let halvingDays = 14
  /// A wish that must be done within so many days, today being the first, is asked of who has time.
  static let soonDays = 7

  // MARK: The points of each part

  /// How near a member's skills come to one that is asked for.
  enum SkillGrade: Int {
    case none = 0
    /// The member has the whole, of which the asked one is a part: 水电维修 for 电工. It does not make
    /// eligible.
    case whole = 1
    /// The member has a part of the asked one: 电工 for 水电维修.
    case part = 3
    case own = 4
  }

  /// Points for skills, from the grades of all that are asked for; at least one.
  static func points(grades: some Collection<SkillGrade>) -> Int {
    var best = 0
    var sum = 0
    for grade in grades {
      best = max(best, grade.rawValue)
      sum += grade.rawValue
    }
    let count = grades.count
    return skill * (best * count + sum) / (2 * SkillGrade.own.rawValue * count)
  }

  /// Points for the category of a service wish: all where the member prefers it, half where it names none.
  static func points(of category: Category?, preferred: [Category]) -> Int {
    points(isPreferred: category.map(preferred.contains) ?? false, namesNone: preferred.isEmpty)
  }

  static func points(isPreferred: Bool, namesNone: Bool) -> Int {
    if namesNone { return willing / 2 }
    return isPreferred ? willing : 0
  }

  /// Points for what goods cost, against the dearest that the member has taken.
  static func points(of goods: FitReason.GoodsFit) -> Int {
    switch goods {
    case .usual: willing / 2
    case .dearer, .neverTaken, .valueUnknown: willing / 4
    case .muchDearer: 0
    }
  }

  /// Points for room: what is free of the capacity.
  static func points(holding: Int, capacity: Int) -> Int {
    room * max(0, capacity - holding) / capacity
  }

  static func points(near level: AreaLevel) -> Int { near[level] ?? 0 }
}
