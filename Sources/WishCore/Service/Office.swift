/// The office as the deciding thread sees it: what is committed, and over it what this turn's requests
/// have changed so far.
///
/// Reading verbs run while nothing is pending; changing ones see the batch. A failed commit drops the
/// batch and with it every pending change.
final class Office: AreaTree {
  let store: Store
  /// What is committed, in memory.
  var register: Register
  var openWishes = OpenWishes()
  var board = OpenBoard()
  var holdings: [AccountCode: [WishNumber]] = [:]
  var invitations: [AccountCode: Set<WishNumber>] = [:]
  /// The wishes for which each member waits.
  var waits: [AccountCode: Set<WishNumber>] = [:]
  var dues = Heap<DueEntry>()
  var goodsTaken = GoodsTaken()
  var matches: MatchIndex
  var skillIndex: SkillIndex
  var lastWish: WishNumber
  var lastEvent: EventNumber
  var lastMoment: Moment

  /// What this turn has changed.
  var batch = Batch()
  var pendingHoldings: [AccountCode: [WishNumber]] = [:]
  /// The time of this turn; never earlier than the last event's.
  private(set) var now: Moment

  /// Reads what the store holds.
  init(store: Store) throws {
    self.store = store
    register = try store.loadRegister()
    skillIndex = SkillIndex(register.skills.values)
    let last = try store.last()
    lastWish = last.wish
    lastEvent = last.event
    lastMoment = last.at
    now = last.at
    matches = MatchIndex(today: now.day)
    matches.set(register)
    try store.forEachOpenWish { wish in
      settle(wish, replacing: nil)
      for claim in wish.activeClaims { holdings[claim.member, default: []].append(wish.number) }
    }
    try store.forEachGoodsTaken { goodsTaken.add($0, yuan: $1, claims: $2) }
    matches.putInOrder(register.members.values.compactMap { standing(of: $0.account) })
  }

  /// Starts a turn.
  func begin(at moment: Moment) {
    now = max(moment, lastMoment)
    matches.turn(to: now.day) { openWishes[$0] }
  }

  // MARK: What stands, pending changes included

  func area(_ code: AreaCode) -> Area? { batch.register.areas[code] ?? register.areas[code] }
  func unit(_ code: UnitCode) -> Unit? { batch.register.units[code] ?? register.units[code] }
  func account(_ code: AccountCode) -> Account? {
    batch.register.accounts[code] ?? register.accounts[code]
  }
  func member(_ code: AccountCode) -> Member? { batch.register.members[code] ?? register.members[code] }
  func standard(_ key: StandardKey) -> Standard? {
    batch.register.standards[key] ?? register.standards[key]
  }
  func skill(_ name: SkillName) -> Skill? { batch.register.skills[name] ?? register.skills[name] }

  /// The wishes that a member is working on.
  func holding(of member: AccountCode) -> [WishNumber] {
    pendingHoldings[member] ?? holdings[member] ?? []
  }

  /// The wishes for which a member waits.
  func waits(of member: AccountCode) -> [WishNumber] {
    let known = (waits[member] ?? []).union(batch.wishes.keys)
    return known.filter { (batch.wishes[$0] ?? openWishes[$0])?.isAwaited(by: member) == true }.sorted()
  }

  func wish(_ number: WishNumber) throws(Refusal) -> Wish? {
    if let wish = batch.wishes[number] { return wish }
    if let wish = openWishes[number] { return wish }
    guard number <= lastWish else { return nil }
    return try reading { try store.wish(number) }
  }

  func papers(of number: WishNumber) throws(Refusal) -> Papers {
    if let papers = batch.papers[number] { return papers }
    guard let papers = try reading({ try store.papers(number) }) else {
      preconditionFailure("wish \(number) has no papers")
    }
    return papers
  }

  func card(of number: WishNumber) throws(Refusal) -> Card? {
    if let card = batch.cards[number] { return card }
    return try reading { try store.card(number) }
  }

  /// A failed read is our fault, not the client's: INTERNAL, and the log says why.
  func reading<Value>(_ read: () throws -> Value) throws(Refusal) -> Value {
    do { return try read() } catch {
      onFault("read failed: \(error)")
      throw .fault
    }
  }

  /// Where faults are told.
  var onFault: (String) -> Void = { _ in }

  /// The secret that was made for the request being decided.
  var freshSecret: FreshSecret?

  // MARK: Who asks, and what they may see

  /// The account as it stands now; nil where it is gone, disabled, or changed since the session's login.
  func identity(of code: AccountCode, generation: Int) -> Identity? {
    guard let account = account(code), account.isEnabled, account.generation == generation else { return nil }
    return identity(of: account)
  }

  func identity(of account: Account) -> Identity {
    switch account.role {
    case .admin: return Identity(account: account.code, role: .admin, areas: [])
    case .member:
      return Identity(account: account.code, role: .member, areas: member(account.code)?.areas ?? [])
    case .terminal, .staff, .supervisor:
      guard let code = account.area else { preconditionFailure("\(account.code) has no area") }
      return Identity(
        account: account.code,
        role: account.role,
        areas: [code],
        isAtGrid: area(code)?.level == .grid
      )
    }
  }

  /// A wish that the account may see; otherwise NOT_FOUND, as if there were none.
  func wish(_ number: WishNumber, seenBy who: Identity, atLeast least: Sight = .publicText) throws(Refusal)
    -> Wish
  {
    guard let wish = try wish(number), Policy.sight(of: wish, by: who, in: self) >= least else {
      throw .notFound
    }
    return wish
  }

  /// An area within reach of the account; otherwise NOT_FOUND.
  func area(_ code: AreaCode, reachedBy who: Identity) throws(Refusal) -> Area {
    guard let area = area(code), Policy.covers(who, code, in: self) else { throw .notFound }
    return area
  }

  // MARK: Changing

  /// Appends an event to the log.
  func log(_ matter: Event.Matter, seenBy audience: Audience? = nil, by account: AccountCode) -> EventNumber {
    let number = nextEvent
    batch.events.append(Event(number: number, at: now, account: account, matter: matter, audience: audience))
    return number
  }

  private var nextEvent: EventNumber { lastEvent + EventNumber(batch.events.count) + 1 }

  /// Enters a new wish.
  func enter(_ posting: Fact.Posting, papers: Papers, by account: AccountCode) -> (Wish, EventNumber) {
    let number = lastWish + WishNumber(batch.newWishes) + 1
    let wish = Wish(number: number, posting: posting, event: nextEvent, at: now)
    let event = log(.wish(number, .posted(posting)), seenBy: Audience(nil, wish), by: account)
    batch.papers[number] = papers
    put(wish, replacing: nil)
    return (wish, event)
  }

  /// Decides a step and, where it is possible, makes it true in the batch. A refusal leaves the batch as
  /// it was.
  func take(
    _ step: Step,
    on wish: Wish,
    by account: AccountCode,
    note: String? = nil
  ) throws(Refusal) -> (wish: Wish, event: EventNumber) {
    let fact = try Lifecycle.decide(step, on: wish, at: now)
    return (try make(fact, true: wish, by: account, note: note))
  }

  private func make(
    _ fact: Fact,
    true old: Wish,
    by account: AccountCode,
    note: String?
  ) throws(Refusal) -> (wish: Wish, event: EventNumber) {
    // Looked up before anything is changed, so that a failed read leaves no half of a change.
    let counterparts: [Wish]
    let gained: Int
    switch fact {
    case .merged(let into, let askers): (counterparts, gained) = (try chain(from: into), askers)
    case .reopened(let from?, let askers): (counterparts, gained) = (try chain(from: from), -askers)
    default: (counterparts, gained) = ([], 0)
    }
    var wish = old
    let event = apply(fact, to: &wish, by: account)
    for counterpart in counterparts {
      var other = counterpart
      other.askers += gained
      put(other, replacing: counterpart)
    }
    if let note { batch.notes.append(Note(event: event, wish: old.number, text: note)) }
    if endsClaims(fact) {
      for claim in old.activeClaims {
        _ = apply(.cancelled(claim.member), to: &wish, by: account)
      }
    }
    return (wish, event)
  }

  /// A wish, the one that it counts with, and so on.
  private func chain(from number: WishNumber) throws(Refusal) -> [Wish] {
    var chain: [Wish] = []
    var next: WishNumber? = number
    while let number = next, let wish = try wish(number) {
      chain.append(wish)
      next = wish.mergedInto
    }
    return chain
  }

  private func apply(_ fact: Fact, to wish: inout Wish, by account: AccountCode) -> EventNumber {
    let old = wish
    wish.apply(fact, event: nextEvent, at: now)
    put(wish, replacing: old)
    let audience = fact.isBetweenMemberAndStaff ? Audience(staffFor: wish) : Audience(old, wish)
    return log(.wish(wish.number, fact), seenBy: audience, by: account)
  }

  /// Whether the active claims end with what happened to the wish, each by an event of its own.
  private func endsClaims(_ fact: Fact) -> Bool {
    switch fact {
    case .rejected, .withdrawn, .merged, .referred: true
    case .posted, .amended, .approved, .published, .returned, .reopened, .invited, .waited, .unwaited,
      .claimed, .released, .renewed, .lapsed, .cancelled, .fulfilled, .confirmed, .unconfirmed, .closed,
      .erased:
      false
    }
  }

  /// Puts a wish into the batch with all that follows: the wall's counts, who holds what.
  private func put(_ new: Wish, replacing old: Wish?) {
    batch.put(new, replacing: old)
    if old.map(WallCount.init) != WallCount(new) {
      count(old, by: -1)
      count(new, by: 1)
    }
    for claim in new.activeClaims where old?.isActivelyHeld(by: claim.member) != true {
      pendingHoldings[claim.member] = holding(of: claim.member) + [new.number]
    }
    guard let old else { return }
    for claim in old.activeClaims where !new.isActivelyHeld(by: claim.member) {
      pendingHoldings[claim.member] = holding(of: claim.member).filter { $0 != new.number }
    }
  }

  /// What a wish adds to the wall's counts.
  private struct WallCount: Equatable {
    let community: AreaCode
    let stages: Stages

    init(_ wish: Wish) {
      community = wish.community
      stages = wish.isConfidential ? [] : wish.reached
    }
  }

  private func count(_ wish: Wish?, by: Int) {
    guard let wish, !wish.isConfidential else { return }
    batch.tallies[wish.community, default: Tally()].add(wish.reached, by: by)
  }

  // MARK: Committing

  /// Writes the batch and, once it is on disk, makes it the committed state. Returns the batch, for the
  /// pushes and walls that follow.
  func commit() throws(StoreFailure) -> Batch {
    defer { drop() }
    batch.tallies = batch.tallies.filter { !$0.value.isZero }
    try store.commit(batch)
    register.merge(batch.register)
    matches.set(batch.register)
    for (number, wish) in batch.wishes { settle(wish, replacing: batch.before[number]) }
    if !batch.register.skills.isEmpty { skillIndex = SkillIndex(register.skills.values) }
    holdings.merge(pendingHoldings) { _, new in new }
    for member in membersConcerned() { matches.replace(member, by: standing(of: member)) }
    lastWish += WishNumber(batch.newWishes)
    lastEvent += EventNumber(batch.events.count)
    if let last = batch.events.last { lastMoment = last.at }
    return batch
  }

  /// Forgets the batch.
  func drop() {
    batch = Batch()
    pendingHoldings = [:]
  }

  /// Members whose standing the batch may have changed, in the order of their codes.
  private func membersConcerned() -> [AccountCode] {
    var members = Set(batch.register.members.keys)
    members.formUnion(batch.register.accounts.keys)
    members.formUnion(pendingHoldings.keys)
    for wish in batch.wishes.values where wish.kind == .goods || batch.before[wish.number]?.kind == .goods {
      for claim in wish.claims { members.insert(claim.member) }
    }
    return members.sorted()
  }

  /// Takes a committed wish into memory, or out of it.
  private func settle(_ wish: Wish, replacing old: Wish?) {
    openWishes[wish.number] = wish.state.isOpen ? wish : nil
    board.replace(old, by: wish)
    goodsTaken.replace(old, by: wish)
    matches.replace(old, by: wish)
    for claim in wish.activeClaims {
      if old?.claims.contains(where: { $0.event == claim.event && $0.due == claim.due && $0.state == .active }
      )
        != true
      {
        dues.add(DueEntry(due: claim.due, wish: wish.number, claim: claim.event))
      }
    }
    if old?.waiting ?? [] != wish.waiting {
      for wait in old?.waiting ?? [] { waits[wait.member]?.remove(wish.number) }
      for wait in wish.waiting { waits[wait.member, default: []].insert(wish.number) }
    }
    let asked = wish.state == .published ? wish.invited : []
    let askedBefore = old?.state == .published ? old?.invited ?? [] : []
    guard asked != askedBefore else { return }
    for member in askedBefore { invitations[member]?.remove(wish.number) }
    for member in asked { invitations[member, default: []].insert(wish.number) }
  }
}
