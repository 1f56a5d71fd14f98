/// The `name=value` pairs of a reply line, in the order added. What is not known is left out.
public struct Fields: Equatable, Sendable {
  /// The pairs, in order.
  public private(set) var pairs: [(name: String, value: String)] = []

  /// Makes none, with room for as many as most replies have.
  public init() {
    pairs.reserveCapacity(4)
  }

  /// Adds a value; nil adds nothing.
  public mutating func add(_ name: String, _ value: String?) {
    if let value { pairs.append((name, value)) }
  }

  /// Adds a number in decimal; nil adds nothing.
  public mutating func add(_ name: String, _ value: Int?) {
    if let value { pairs.append((name, String(value))) }
  }

  /// Adds a number in decimal; nil adds nothing.
  public mutating func add(_ name: String, _ value: Int64?) {
    if let value { pairs.append((name, String(value))) }
  }

  /// Adds a moment in UTC, `2026-11-20T08:00:00Z`; nil adds nothing.
  public mutating func add(_ name: String, _ value: Moment?) {
    if let value { pairs.append((name, value.text)) }
  }

  /// Adds a list, joined by commas; an empty one adds nothing.
  public mutating func add(_ name: String, _ values: [String]) {
    if !values.isEmpty { pairs.append((name, values.joined(separator: ","))) }
  }

  /// The value first added under a name.
  public subscript(name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// Whether both have the same pairs in the same order.
  public static func == (left: Self, right: Self) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0 == $1 }
  }
}
