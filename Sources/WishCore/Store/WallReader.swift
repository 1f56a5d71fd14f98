/// Reads walls' sources for a job off the main thread, all of them as they stood at one moment: that of
/// the first read. Open one for each job, and let it go with it: its transaction keeps the write-ahead
/// log from starting anew.
public struct WallReader {
  private let connection: Connection
  private let wishes: WishReader
  private let texts: Texts
  private let tallies: Tallies
  private let numbers: Statement

  /// Opens the store at `path` for reading.
  public init(path: String) throws(StoreFailure) {
    connection = try StoreOpening.connect(path, .readOnly)
    do {
      try StoreSettings.apply(StoreSettings.reading, to: connection)
      wishes = try WishReader(connection)
      texts = try Texts(connection)
      tallies = try Tallies(connection)
      numbers = try Statement(
        connection,
        "SELECT number FROM wish WHERE has_card = 1 AND community = ? ORDER BY number"
      )
      try connection.execute("BEGIN")
    } catch {
      throw error.asOpeningFailure
    }
  }

  /// The source of one community's wall; nil where there is no such community.
  public func source(of community: AreaCode) throws(StoreFailure) -> WallSource? {
    try reading { () throws(StoreFault) in
      let found = try RegisterReader(connection: connection).areas(where: "code = ?", community)
      guard let area = found.first, area.level == .community else { return nil }
      return try source(area)
    }
  }

  /// The sources of all communities' walls, by code.
  public func sources() throws(StoreFailure) -> [WallSource] {
    try reading { () throws(StoreFault) in
      var sources: [WallSource] = []
      for area in try RegisterReader(connection: connection).areas() where area.level == .community {
        sources.append(try source(area))
      }
      return sources
    }
  }

  private func source(_ area: Area) throws(StoreFault) -> WallSource {
    var listed: [WishNumber] = []
    numbers.bind(area.code)
    try numbers.forEachRow { listed.append(numbers.nextInt64()) }
    var entries: [WallEntry] = []
    for number in listed {
      guard let wish = try wishes.wish(number), let card = try texts.card(number) else {
        throw .row("card", "wish \(number) has none")
      }
      let name = wish.nameShown == .surname ? try texts.papers(number)?.name : nil
      entries.append(WallEntry(wish: wish, card: card, name: name))
    }
    return WallSource(area: area, tally: try tallies.tally(of: area.code), entries: entries)
  }

  private func reading<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFailure) -> Value {
    do {
      return try body()
    } catch {
      throw error.asReadFailure
    }
  }
}
