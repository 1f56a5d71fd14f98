/// A short name that people give to an area, an account or a unit: `[a-z0-9-]{1,32}`, never reused.
///
/// The subject keeps an area's code from standing where an account's is meant.
public struct Code<Subject>: Hashable, Sendable {
  /// The code as written on the wire and in the store.
  public let text: String

  /// Reads a code, or nil where `text` is not one.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard (1...Limits.codeBytesMax).contains(bytes.count) else { return nil }
    guard bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) else {
      return nil
    }
    self.text = text
  }

  /// Takes back a code that the store holds, whose CHECK has already read it.
  init(stored text: String) {
    self.text = text
  }
}

extension Code: Comparable {
  /// Codes are ASCII, so this is the order of their bytes.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Code: CustomStringConvertible {
  /// The code itself.
  public var description: String { text }
}

/// The code of an ``Area``.
public typealias AreaCode = Code<Area>
/// The code of an ``Account``.
public typealias AccountCode = Code<Account>
/// The code of a ``Unit``.
public typealias UnitCode = Code<Unit>

extension Code where Subject == Account {
  /// The account that lapses claims; nobody can be it.
  public static let system = AccountCode(stored: "system")
}

/// A wish's number, counted up from 1 in the whole store.
public typealias WishNumber = Int64

/// An event's number in the log, ascending in commit order from 1.
public typealias EventNumber = Int64

/// The canonical name of a skill, as the skill table has it: 水电维修.
public struct SkillName: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// Takes a name as the skill table has it.
  public init(_ text: String) {
    self.text = text
  }

  /// The order of the names' Unicode scalars, the same on every machine.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  /// The name itself.
  public var description: String { text }
}
