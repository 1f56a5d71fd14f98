/// A change to one field: left alone, set, or cleared.
public enum Edit<Value: Equatable & Sendable>: Equatable, Sendable {
  /// The field stays as it is.
  case keep
  /// The field gets a value.
  case set(Value)
  /// The field is emptied.
  case clear

  /// The field's value after the change.
  public func applied(to old: Value?) -> Value? {
    switch self {
    case .keep: old
    case .set(let new): new
    case .clear: nil
    }
  }
}

/// What AMEND changes. Personal fields and texts are in ``fields`` by name only.
public struct Amendment: Equatable, Sendable {
  /// The names of all fields that were given, sorted, as AMEND calls them; those of the values below too.
  public var fields: [String] = []
  /// Another community.
  public var community: AreaCode?
  /// Another grid, or none.
  public var grid: Edit<AreaCode> = .keep
  /// How the slip came in.
  public var source: Edit<Source> = .keep
  /// The day on the slip.
  public var received: Edit<Day> = .keep
  /// Another category.
  public var category: Edit<Category> = .keep
  /// Service or goods.
  public var kind: WishKind?
  /// What the goods cost, in yuan.
  public var value: Edit<Int> = .keep
  /// Other skills, all of them.
  public var skills: [SkillName]?
  /// How many members may hold it; within ``Limits/slots``.
  public var slots: Int?
  /// How pressing it is.
  public var urgency: Urgency?
  /// When it must be done by.
  public var needed: Edit<Moment> = .keep
  /// How the wall names the person helped.
  public var nameShown: NameShown?
  /// Whether the person agrees to be on the wall.
  public var hasConsent: Bool?
  /// Whether staff keep it between themselves and those invited.
  public var isConfidential: Bool?

  /// The fields that may change once a wish is published.
  static let fieldsAfterPublication: Set<String> = [
    "name", "phone", "address", "contact-name", "contact-phone", "public", "confidential", "slots", "skills",
    "needed", "urgency",
  ]

  /// Makes one that changes nothing.
  public init() {}
}
