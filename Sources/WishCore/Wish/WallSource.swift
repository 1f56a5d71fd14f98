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

/// One wish on the wall.
public struct WallEntry: Equatable, Sendable {
  /// The wish.
  public var wish: Wish
  /// Its words.
  public var card: Card
  /// The name on the slip, only where the slip asked for the surname.
  public var name: String?

  /// Makes an entry.
  public init(wish: Wish, card: Card, name: String?) {
    self.wish = wish
    self.card = card
    self.name = name
  }
}
