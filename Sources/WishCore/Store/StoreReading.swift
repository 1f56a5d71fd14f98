extension Store {
  /// Everything that the register holds.
  public func loadRegister() throws(StoreFailure) -> Register {
    try reading { () throws(StoreFault) in try RegisterReader(connection: connection).register() }
  }

  /// Gives every open wish, with its claims, skills and invitations, in the order of numbers.
  public func forEachOpenWish(_ body: (Wish) -> Void) throws(StoreFailure) {
    try reading { () throws(StoreFault) in try wishes.forEachOpen(body) }
  }

  /// A wish as it stands, open or ended.
  public func wish(_ number: WishNumber) throws(StoreFailure) -> Wish? {
    try reading { () throws(StoreFault) in try wishes.wish(number) }
  }

  /// What a wish's slip says and who it is for.
  public func papers(_ wish: WishNumber) throws(StoreFailure) -> Papers? {
    try reading { () throws(StoreFault) in try texts.papers(wish) }
  }

  /// What the wall says of a wish, or said.
  public func card(_ wish: WishNumber) throws(StoreFailure) -> Card? {
    try reading { () throws(StoreFault) in try texts.card(wish) }
  }

  /// The events of a wish with what was noted, oldest first.
  public func history(of wish: WishNumber) throws(StoreFailure) -> [(event: Event, note: String?)] {
    try reading { () throws(StoreFault) in try log.history(of: wish) }
  }

  /// The number of a wish's latest event.
  public func lastEvent(of wish: WishNumber) throws(StoreFailure) -> EventNumber? {
    try reading { () throws(StoreFault) in try log.lastEvent(of: wish) }
  }

  /// At most `limit` events of a wish with what was noted, newest first, from `last` on back; and where it
  /// goes on.
  public func history(from last: EventNumber, limit: Int) throws(StoreFailure) -> (
    events: [(event: Event, note: String?)], next: EventNumber?
  ) {
    try reading { () throws(StoreFault) in try log.history(from: last, limit: limit) }
  }

  /// At most `limit` lines of the log after `number`, in order.
  public func events(after number: EventNumber, limit: Int) throws(StoreFailure) -> [Event] {
    try reading { () throws(StoreFault) in try log.events(after: number, limit: limit) }
  }

  /// What the account was answered under this key, if it is remembered.
  public func receipt(_ key: ReceiptKey) throws(StoreFailure) -> Receipt? {
    try reading { () throws(StoreFault) in try receipts.receipt(key) }
  }

  /// The wall's counts of a community.
  public func tally(of community: AreaCode) throws(StoreFailure) -> Tally {
    try reading { () throws(StoreFault) in try tallies.tally(of: community) }
  }

  /// The numbers of ended wishes, urgent ones first, then by number.
  public func endedWishes(_ query: EndedQuery) throws(StoreFailure) -> [WishNumber] {
    try reading { () throws(StoreFault) in try ended.numbers(query) }
  }

  /// The ended wishes to which nothing has happened since before `moment` and which are not erased, the
  /// oldest first.
  public func keptWishes(endedBefore moment: Moment, limit: Int) throws(StoreFailure) -> [WishNumber] {
    try reading { () throws(StoreFault) in try erasing.kept(endedBefore: moment, limit: limit) }
  }

  /// How many asked for `wish`, confidential ones not counted.
  public func publicAskers(of wish: WishNumber) throws(StoreFailure) -> Int {
    try reading { () throws(StoreFault) in try ended.publicAskers(of: wish) }
  }

  /// The wishes that count with `wish`, by number.
  public func merged(into wish: WishNumber) throws(StoreFailure) -> [WishNumber] {
    try reading { () throws(StoreFault) in try ended.merged(into: wish) }
  }

  /// How many claims each member made on ended wishes for goods of a value in yuan, whatever became of them.
  public func forEachGoodsTaken(
    _ body: (_ member: AccountCode, _ yuan: Int, _ claims: Int) -> Void
  ) throws(StoreFailure) {
    try reading { () throws(StoreFault) in try ended.forEachGoodsTaken(body) }
  }
}
