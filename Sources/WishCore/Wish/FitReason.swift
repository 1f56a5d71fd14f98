/// One reason why a wish and a member fit, with the points that it is worth.
///
/// `Match` finds the reasons, `Render` puts them into words; a person can add the points up.
struct FitReason: Equatable, Sendable {
  /// A skill that is asked for, and the member's own one that comes near it.
  struct Kinship: Equatable, Sendable {
    let asked: SkillName
    let own: SkillName
  }

  /// How goods compare with the dearest that the member has taken so far.
  enum GoodsFit: Equatable, Sendable {
    /// No dearer.
    case usual
    /// One step dearer.
    case dearer
    /// Two steps dearer or more.
    case muchDearer
    /// The member has taken none.
    case neverTaken
    /// The wish does not say what they cost.
    case valueUnknown
  }

  /// What it is about.
  enum Matter: Equatable, Sendable {
    /// Of the skills asked for, those that the member has, has a part of, or has the whole of.
    case skills(own: [SkillName], parts: [Kinship], wholes: [Kinship], asked: Int)
    /// Goods, and wishes open to all, ask for no skill.
    case asksNoSkill
    /// The category is one that the member likes best.
    case prefers(Category)
    /// The member likes other categories better.
    case prefersOthers
    /// The member has named no category.
    case namesNoCategory
    case goods(GoodsFit)
    /// The smallest of the member's areas in which the wish lies is a grid, a community, ….
    case near(AreaLevel)
    /// It need not be done within the week.
    case noHurry
    /// The member has time before the end of this day, by which it must be done.
    case hasTime(Day)
    /// The member has no time before the end of this day.
    case hasNoTime(Day)
    /// What the member is working on, of what it may.
    case room(holding: Int, capacity: Int)
    case urgent
    /// It must be done by this day, which is within the week.
    case neededSoon(Day)
    /// Days since it was first published; they bring no points but make what is missing smaller.
    case waited(days: Int)
  }

  let matter: Matter
  /// Points of 100.
  let points: Int
}
