/// What one community's wall is made of, read from the store at one moment.
public struct WallSource: Equatable, Sendable {
  /// The community.
  public var area: Area
  /// How many of its wishes ever reached each stage, confidential ones not counted.
  public var tally: Tally
  /// The wishes that have a card, by number.
  public var entries: [WallEntry]

  /// Makes a wall's source.
  public init(area: Area, tally: Tally, entries: [WallEntry]) {
    self.area = area
    self.tally = tally
    self.entries = entries
  }
}

/// One wish on the wall: as much of it as its card tells.
public struct WallEntry: Equatable, Sendable {
  /// The wish.
  public var number: WishNumber
  /// Whether it has a card at all.
  public var hasCard: Bool
  /// Where it stands.
  public var state: WishState
  /// How many members are still wanted, where some hold it already and it is published.
  public var wanted: Int?
  /// Its service category.
  public var category: Category?
  /// How pressing it is.
  public var urgency: Urgency
  /// How many households asked for it.
  public var askers: Int
  /// Service or goods.
  public var kind: WishKind
  /// What the goods cost, in yuan.
  public var valueYuan: Int?
  /// The skills of which a member needs one; none where everybody may take it.
  public var skills: [SkillName]
  /// The time limit of each claim.
  public var limit: Span?
  /// When it must be done by.
  public var needed: Moment?
  /// How many members may hold it.
  public var slots: Int
  /// How the person helped is named.
  public var nameShown: NameShown
  /// The name on the slip, only where the slip asked for the surname.
  public var name: String?
  /// Its words.
  public var card: Card

  /// Takes from a wish what its card tells; `name` is the one on the slip.
  public init(wish: Wish, card: Card, name: String?) {
    self.init(
      number: wish.number,
      hasCard: wish.hasCard,
      state: wish.state,
      wanted: wish.wanted,
      category: wish.category,
      urgency: wish.urgency,
      askers: wish.askers,
      kind: wish.kind,
      valueYuan: wish.valueYuan,
      skills: wish.kind == .goods || wish.isOpenToAll ? [] : wish.skills,
      limit: wish.limit,
      needed: wish.needed,
      slots: wish.slots,
      nameShown: wish.nameShown,
      name: wish.nameShown == .surname ? name : nil,
      card: card
    )
  }

  init(
    number: WishNumber,
    hasCard: Bool,
    state: WishState,
    wanted: Int?,
    category: Category?,
    urgency: Urgency,
    askers: Int,
    kind: WishKind,
    valueYuan: Int?,
    skills: [SkillName],
    limit: Span?,
    needed: Moment?,
    slots: Int,
    nameShown: NameShown,
    name: String?,
    card: Card
  ) {
    self.number = number
    self.hasCard = hasCard
    self.state = state
    self.wanted = wanted
    self.category = category
    self.urgency = urgency
    self.askers = askers
    self.kind = kind
    self.valueYuan = valueYuan
    self.skills = skills
    self.limit = limit
    self.needed = needed
    self.slots = slots
    self.nameShown = nameShown
    self.name = name
    self.card = card
  }
}

extension Wish {
  /// How many members are still wanted, where some hold it already and it is published.
  var wanted: Int? { state == .published && held > 0 ? left : nil }
}
