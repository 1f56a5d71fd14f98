/// Reads and writes the log.
final class Events {
  private let insert: Statement
  private let after: Statement
  private let last: Statement
  private let lastOf: Statement
  private let one: Statement

  static let columns = "seq, at, account, wish, type, member, code, place, audience, detail"

  init(_ connection: Connection) throws(StoreFault) {
    insert = try Statement(
      connection,
      """
      INSERT INTO event (seq, at, account, wish, before, type, member, code, place, audience, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    after = try Statement(
      connection,
      "SELECT \(Self.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
    )
    last = try Statement(connection, "SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1")
    lastOf = try Statement(connection, "SELECT last_event FROM wish WHERE number = ?")
    one = try Statement(
      connection,
      """
      SELECT before, note.text, \(Self.columns.split(separator: ", ").map { "event.\($0)" }.joined(separator: ", "))
      FROM event LEFT JOIN note ON note.event = seq WHERE seq = ?
      """
    )
  }

  /// Adds a line; `before` is the wish's event before it.
  func write(_ event: Event, before: EventNumber?) throws(StoreFault) {
    insert.bind(event.number)
    insert.bind(event.at)
    insert.bind(event.account)
    switch event.matter {
    case .wish(let wish, let fact):
      insert.bind(wish)
      insert.bind(before)
      insert.bind(fact.type)
      insert.bind(fact.member)
      insert.bind(nil as String?)
      insert.bind(event.audience?.place)
      insert.bind(event.audience.map { $0.bits })
      insert.bind(fact.detail)
    case .register(let type, let code):
      insert.bind(nil as Int64?)
      insert.bind(nil as Int64?)
      insert.bind(type)
      insert.bind(nil as String?)
      insert.bind(code)
      insert.bind(nil as String?)
      insert.bind(nil as Int64?)
      insert.bind("")
    }
    try insert.run()
  }

  /// The number and the moment of the last line.
  func latest() throws(StoreFault) -> (number: EventNumber, at: Moment)? {
    try last.firstRow { (last.nextInt64(), last.nextMoment()) }
  }

  func events(after number: EventNumber, limit: Int) throws(StoreFault) -> [Event] {
    var events: [Event] = []
    after.bind(number)
    after.bind(limit)
    try after.forEachRow { () throws(StoreFault) in events.append(try Self.event(after)) }
    return events
  }

  /// The events of one wish, oldest first, with their notes.
  func history(of wish: WishNumber) throws(StoreFault) -> [(event: Event, note: String?)] {
    guard let last = try lastEvent(of: wish) else { return [] }
    return try history(from: last, limit: .max).events.reversed()
  }

  /// The latest event of a wish.
  func lastEvent(of wish: WishNumber) throws(StoreFault) -> EventNumber? {
    lastOf.bind(wish)
    return try lastOf.firstRow { lastOf.nextInt64() }
  }

  /// At most `limit` events of a wish, newest first, with their notes, along the chain that ends in `last`;
  /// and where it goes on.
  func history(from last: EventNumber, limit: Int) throws(StoreFault) -> (
    events: [(event: Event, note: String?)], next: EventNumber?
  ) {
    var next: EventNumber? = last
    var events: [(event: Event, note: String?)] = []
    while events.count < limit, let number = next {
      one.bind(number)
      let found = try one.firstRow { () throws(StoreFault) in
        next = one.nextOptionalInt64()
        let note = one.nextOptionalText()
        return (event: try Self.event(one), note: note)
      }
      guard let found else { throw .row("event", "the chain of a wish leads nowhere") }
      events.append(found)
    }
    return (events, next)
  }

  /// Reads a line from the columns above.
  static func event(_ row: Statement) throws(StoreFault) -> Event {
    let number = row.nextInt64()
    let at = row.nextMoment()
    let account: AccountCode = row.nextCode()
    let wish = row.nextOptionalInt64()
    let type = row.nextText()
    let member: AccountCode? = row.nextOptionalCode()
    let code = row.nextOptionalText()
    let place: AreaCode? = row.nextOptionalCode()
    let bits = row.nextOptionalInt64()
    let detail = row.nextText()
    if let wish {
      guard let fact = Fact(type: type, member: member, detail: detail) else {
        throw .row("event", "line \(number) cannot be read")
      }
      let audience = place.flatMap { place in bits.map { Audience(place: place, bits: $0) } }
      return Event(number: number, at: at, account: account, matter: .wish(wish, fact), audience: audience)
    }
    guard let change = RegisterChange(rawValue: type), let code else {
      throw .row("event", "line \(number) cannot be read")
    }
    return Event(number: number, at: at, account: account, matter: .register(type: change, code: code))
  }
}
