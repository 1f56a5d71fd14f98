/// The office's register: areas, units, skills, accounts, members and standards, all of it in memory.
///
/// A second value of the same shape holds a batch's own changes, not yet committed.
public struct Register: Equatable, Sendable {
  /// Areas by code.
  public var areas: [AreaCode: Area] = [:]
  /// Units by code.
  public var units: [UnitCode: Unit] = [:]
  /// Skills by canonical name.
  public var skills: [SkillName: Skill] = [:]
  /// Accounts by code.
  public var accounts: [AccountCode: Account] = [:]
  /// What AUTH compares with, by account: the hashed secret as crypt(5) writes it.
  public var secrets: [AccountCode: String] = [:]
  /// Members by account.
  public var members: [AccountCode: Member] = [:]
  /// The communities' defaults for APPROVE.
  public var standards: [StandardKey: Standard] = [:]

  /// Makes an empty register.
  public init() {}

  /// Takes over everything that `changes` holds.
  public mutating func merge(_ changes: Register) {
    areas.merge(changes.areas) { _, new in new }
    units.merge(changes.units) { _, new in new }
    skills.merge(changes.skills) { _, new in new }
    accounts.merge(changes.accounts) { _, new in new }
    secrets.merge(changes.secrets) { _, new in new }
    members.merge(changes.members) { _, new in new }
    standards.merge(changes.standards) { _, new in new }
  }
}

/// Which community's default, for which category.
public struct StandardKey: Hashable, Sendable {
  /// The community.
  public let community: AreaCode
  /// The category.
  public let category: Category

  /// Makes a key.
  public init(community: AreaCode, category: Category) {
    self.community = community
    self.category = category
  }
}

/// A service standard and a time limit.
public struct Standard: Equatable, Sendable {
  /// The time limit.
  public var limit: Span
  /// The standard in words.
  public var text: String

  /// Makes a standard.
  public init(limit: Span, text: String) {
    self.limit = limit
    self.text = text
  }
}
