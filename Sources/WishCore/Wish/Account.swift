/// Somebody, or a terminal, that may log in.
public struct Account: Equatable, Sendable {
  /// Its code.
  public let code: AccountCode
  /// What it may do.
  public var role: Role
  /// Where it may do it; nil for an administrator, whose area is the whole store.
  public var area: AreaCode?
  /// A name for staff to know it by.
  public var name: String?
  /// Whether it may log in.
  public var isEnabled: Bool
  /// Counts up with each ROTATE, DISABLE, ENABLE and change of role or area: a session made under an
  /// older number has no account any more.
  public var generation: Int

  /// Makes an account that may log in.
  public init(code: AccountCode, role: Role, area: AreaCode?, name: String? = nil) {
    self.code = code
    self.role = role
    self.area = area
    self.name = name
    self.isEnabled = true
    self.generation = 0
  }
}

/// What is known of an account that takes on wishes.
public struct Member: Equatable, Sendable {
  /// Its account.
  public let account: AccountCode
  /// What sort of claimant it is.
  public var kind: MemberKind
  /// The level of the organisation that manages it.
  public var level: MemberLevel
  /// Where it works.
  public var unit: UnitCode?
  /// What it can do, in canonical names, in the order given.
  public var skills: [SkillName]
  /// The categories that it likes best.
  public var prefers: [Category]
  /// Where it has reported in; the first is its account's area. Never empty.
  public var areas: [AreaCode]
  /// How many wishes it may hold at once.
  public var capacity: Int
  /// When it has time.
  public var available: [Availability]

  /// Makes a member as it is before anybody says more.
  public init(account: AccountCode, area: AreaCode) {
    self.account = account
    self.kind = .inservice
    self.level = .other
    self.unit = nil
    self.skills = []
    self.prefers = []
    self.areas = [area]
    self.capacity = Limits.capacityDefault
    self.available = [.any]
  }
}
