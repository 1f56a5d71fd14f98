/// A place of the area tree: a district, a street, a community or a grid.
public struct Area: Equatable, Sendable {
  /// Its code.
  public let code: AreaCode
  /// Its name, as the wall shows it.
  public var name: String
  /// Where it stands in the tree.
  public let level: AreaLevel
  /// The area that it lies in; nil at the top.
  public var parent: AreaCode?
  /// The value in yuan that a goods wish here may have without `over=yes`.
  public var capYuan: Int
  /// After so long untouched a published wish with a free slot is stale; nil where the area around says.
  public var stale: Span?

  /// Makes an area.
  public init(
    code: AreaCode,
    name: String,
    level: AreaLevel,
    parent: AreaCode? = nil,
    capYuan: Int = Limits.capYuanDefault,
    stale: Span? = nil
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.capYuan = capYuan
    self.stale = stale
  }
}

extension Area {
  /// After so long untouched a wish is stale where no area around it says otherwise.
  public static let staleDefault: Span = {
    guard let days = Span("14d") else { preconditionFailure("two weeks are a span") }
    return days
  }()
}

/// A unit that members come from, or that wishes are referred to: 供电公司.
public struct Unit: Equatable, Sendable {
  /// Its code.
  public let code: UnitCode
  /// Its name.
  public var name: String

  /// Makes a unit.
  public init(code: UnitCode, name: String) {
    self.code = code
    self.name = name
  }
}

/// A skill that a wish may require and a member may have.
public struct Skill: Equatable, Sendable {
  /// Its canonical name.
  public let name: SkillName
  /// The skill that it is a part of; who has the child has what the parent asks for.
  public var parent: SkillName?
  /// Other names for it.
  public var aliases: [String]

  /// Makes a skill.
  public init(name: SkillName, parent: SkillName? = nil, aliases: [String] = []) {
    self.name = name
    self.parent = parent
    self.aliases = aliases
  }
}
