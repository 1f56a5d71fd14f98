extension Fact {
  /// What POST records.
  public struct Posting: Equatable, Sendable {
    /// The community that the wish belongs to.
    public var community: AreaCode
    /// The grid of that community, where known.
    public var grid: AreaCode?
    /// How the slip came in.
    public var source: Source?
    /// The day on the slip.
    public var received: Day?
    /// Its service category, where somebody knows it already.
    public var category: Category?
    /// Service or goods.
    public var kind: WishKind
    /// What the goods cost, in yuan; nil for a service.
    public var valueYuan: Int?
    /// The skills asked for: one of them is enough.
    public var skills: [SkillName]
    /// How many members may hold it; within ``Limits/slots``.
    public var slots: Int
    /// How pressing it is.
    public var urgency: Urgency
    /// When it must be done by.
    public var needed: Moment?
    /// How the wall names the person helped.
    public var nameShown: NameShown
    /// Whether the person agreed to be on the wall.
    public var hasConsent: Bool
    /// Whether staff keep it between themselves and those invited.
    public var isConfidential: Bool

    /// Makes a posting; what is not given is as a POST that does not say it.
    public init(
      community: AreaCode,
      grid: AreaCode? = nil,
      source: Source? = nil,
      received: Day? = nil,
      category: Category? = nil,
      kind: WishKind = .service,
      valueYuan: Int? = nil,
      skills: [SkillName] = [],
      slots: Int = 1,
      urgency: Urgency = .normal,
      needed: Moment? = nil,
      nameShown: NameShown = .anonymous,
      hasConsent: Bool = true,
      isConfidential: Bool = false
    ) {
      self.community = community
      self.grid = grid
      self.source = source
      self.received = received
      self.category = category
      self.kind = kind
      self.valueYuan = valueYuan
      self.skills = skills
      self.slots = slots
      self.urgency = urgency
      self.needed = needed
      self.nameShown = nameShown
      self.hasConsent = hasConsent
      self.isConfidential = isConfidential
    }
  }

  /// What APPROVE decides; the texts lie in ``Card``.
  public struct Approval: Equatable, Sendable {
    /// The service category.
    public var category: Category
    /// The time limit of each claim.
    public var limit: Span
    /// The skills asked for: one of them is enough.
    public var skills: [SkillName]
    /// Whether the skills are waived.
    public var isOpenToAll: Bool
    /// How many members may hold it; within ``Limits/slots``.
    public var slots: Int
    /// How pressing it is.
    public var urgency: Urgency
    /// Service or goods.
    public var kind: WishKind
    /// What the goods cost, in yuan; nil for a service.
    public var valueYuan: Int?
    /// When it must be done by, whatever the limit.
    public var needed: Moment?
    /// Who hands over; nil where nobody said.
    public var contact: Contact?
    /// Whether staff keep it between themselves and those invited.
    public var isConfidential: Bool

    /// Makes an approval of a service for one member, unless more is given.
    public init(
      category: Category,
      limit: Span,
      skills: [SkillName] = [],
      isOpenToAll: Bool = false,
      slots: Int = 1,
      urgency: Urgency = .normal,
      kind: WishKind = .service,
      valueYuan: Int? = nil,
      needed: Moment? = nil,
      contact: Contact? = nil,
      isConfidential: Bool = false
    ) {
      self.category = category
      self.limit = limit
      self.skills = skills
      self.isOpenToAll = isOpenToAll
      self.slots = slots
      self.urgency = urgency
      self.kind = kind
      self.valueYuan = valueYuan
      self.needed = needed
      self.contact = contact
      self.isConfidential = isConfidential
    }
  }

  /// What CLAIM records of the member on the day.
  public struct Claimed: Equatable, Sendable {
    /// The member.
    public var member: AccountCode
    /// When the claim lapses unless it is fulfilled.
    public var due: Moment
    /// The member's unit on that day.
    public var unit: UnitCode?
    /// The member's level on that day.
    public var level: MemberLevel
    /// Whether the member was shown name, phone and address.
    public var isDisclosed: Bool

    /// Makes the record of a claim.
    public init(member: AccountCode, due: Moment, unit: UnitCode?, level: MemberLevel, isDisclosed: Bool) {
      self.member = member
      self.due = due
      self.unit = unit
      self.level = level
      self.isDisclosed = isDisclosed
    }
  }

  /// What the resident answered.
  public struct Answer: Equatable, Sendable {
    /// Whether it helped.
    public var solved: Solved
    /// The resident's rating; within ``Limits/rating``.
    public var rating: Int?
    /// How the resident was asked.
    public var via: CallBack?

    /// Makes an answer.
    public init(solved: Solved, rating: Int? = nil, via: CallBack? = nil) {
      self.solved = solved
      self.rating = rating
      self.via = via
    }
  }
}
