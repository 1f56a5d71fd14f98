/// Reads wishes with their skills, invitations and claims.
final class WishReader {
  static let columns = """
    number, posted, changed, last_event, community, grid, slots, round, askers, received, state, source,
    category, kind, urgency, name_shown, contact, value_yuan, open_to_all, consent, confidential,
    approved, reached, erased, needed, time_limit, published, merged_into, referred_until, last_claim
    """

  private let one: Statement
  private let open: Statement
  private let skillsOf: Statement
  private let invitedOf: Statement
  private let allSkills: Statement
  private let allInvited: Statement
  private let waitingFor: Statement
  private let allWaiting: Statement
  private let claim: Statement
  private let words = WishWords()

  init(_ connection: Connection) throws(StoreFault) {
    one = try Statement(connection, "SELECT \(Self.columns) FROM wish WHERE number = ?")
    // No index of the open ones: it would be one more b-tree for every POST, and reading past the ended
    // ones costs a start less than a second a million.
    open = try Statement(connection, "SELECT \(Self.columns) FROM wish WHERE NOT ended ORDER BY number")
    skillsOf = try Statement(connection, "SELECT skill FROM wish_skill WHERE wish = ? ORDER BY position")
    invitedOf = try Statement(connection, "SELECT member FROM invitation WHERE wish = ? ORDER BY position")
    allSkills = try Statement(connection, "SELECT wish, skill FROM wish_skill ORDER BY wish, position")
    allInvited = try Statement(connection, "SELECT wish, member FROM invitation ORDER BY wish, position")
    waitingFor = try Statement(
      connection,
      "SELECT event, member FROM waiting WHERE wish = ? ORDER BY event"
    )
    allWaiting = try Statement(connection, "SELECT wish, event, member FROM waiting ORDER BY wish, event")
    claim = try Statement(
      connection,
      """
      SELECT before, event, member, state, made, due, renewed, unit, level, round, disclosed
      FROM claim WHERE event = ?
      """
    )
  }

  func wish(_ number: WishNumber) throws(StoreFault) -> Wish? {
    one.bind(number)
    let found = try one.firstRow { () throws(StoreFault) in try row(one) }
    guard let (row, lastClaim) = found else { return nil }
    var wish = row
    wish.skills = try skills(of: number)
    wish.invited = try invited(to: number)
    wish.waiting = try waiting(for: number)
    wish.claims = try claims(from: lastClaim)
    return wish
  }

  func skills(of number: WishNumber) throws(StoreFault) -> [SkillName] {
    var skills: [SkillName] = []
    skillsOf.bind(number)
    try skillsOf.forEachRow { skills.append(skillsOf.nextSkill()) }
    return skills
  }

  func invited(to number: WishNumber) throws(StoreFault) -> [AccountCode] {
    var members: [AccountCode] = []
    invitedOf.bind(number)
    try invitedOf.forEachRow { members.append(invitedOf.nextCode()) }
    return members
  }

  func waiting(for number: WishNumber) throws(StoreFault) -> [Wait] {
    var waiting: [Wait] = []
    waitingFor.bind(number)
    try waitingFor.forEachRow {
      waiting.append(Wait(event: waitingFor.nextInt64(), member: waitingFor.nextCode()))
    }
    return waiting
  }

  /// The claims of one wish, oldest first, along the chain that ends in `last`.
  func claims(from last: EventNumber?) throws(StoreFault) -> [Claim] {
    var claims: [Claim] = []
    var next = last
    while let event = next {
      claim.bind(event)
      let found = try claim.firstRow { () throws(StoreFault) in
        next = claim.nextOptionalInt64()
        return Claim(
          event: claim.nextInt64(),
          member: claim.nextCode(),
          state: try words.claimState.next(claim),
          made: claim.nextMoment(),
          due: claim.nextMoment(),
          isRenewed: claim.nextBool(),
          unit: claim.nextOptionalCode(),
          level: try words.level.next(claim),
          round: claim.nextInt(),
          isDisclosed: claim.nextBool()
        )
      }
      guard let found else { throw .row("claim", "the chain of a wish leads nowhere") }
      claims.append(found)
    }
    claims.reverse()
    return claims
  }

  /// Gives every open wish in the order of numbers: ordered cursors side by side, and the chain of claims
  /// only where there is one.
  func forEachOpen(_ body: (Wish) -> Void) throws(StoreFault) {
    defer {
      allSkills.reset()
      allInvited.reset()
      allWaiting.reset()
    }
    var nextSkill: (wish: WishNumber, skill: SkillName)?
    var nextInvited: (wish: WishNumber, member: AccountCode)?
    var nextWaiting: (wish: WishNumber, wait: Wait)?
    func stepSkill() throws(StoreFault) {
      nextSkill = try allSkills.step() ? (allSkills.nextInt64(), allSkills.nextSkill()) : nil
    }
    func stepInvited() throws(StoreFault) {
      nextInvited = try allInvited.step() ? (allInvited.nextInt64(), allInvited.nextCode()) : nil
    }
    func stepWaiting() throws(StoreFault) {
      nextWaiting =
        try allWaiting.step()
        ? (allWaiting.nextInt64(), Wait(event: allWaiting.nextInt64(), member: allWaiting.nextCode())) : nil
    }
    // Many wishes ask for the same skills; in memory they share one list of them.
    var lists: [[SkillName]: [SkillName]] = [:]
    var skills: [SkillName] = []
    try stepSkill()
    try stepInvited()
    try stepWaiting()
    while let (wish, lastClaim) = try nextOpen() {
      var wish = wish
      skills.removeAll(keepingCapacity: true)
      while let next = nextSkill, next.wish <= wish.number {
        if next.wish == wish.number { skills.append(next.skill) }
        try stepSkill()
      }
      if let list = lists[skills] {
        wish.skills = list
      } else {
        wish.skills = Array(skills[...])
        lists[wish.skills] = wish.skills
      }
      while let next = nextInvited, next.wish <= wish.number {
        if next.wish == wish.number { wish.invited.append(next.member) }
        try stepInvited()
      }
      while let next = nextWaiting, next.wish <= wish.number {
        if next.wish == wish.number { wish.waiting.append(next.wait) }
        try stepWaiting()
      }
      if lastClaim != nil { wish.claims = try claims(from: lastClaim) }
      body(wish)
    }
  }

  private func nextOpen() throws(StoreFault) -> (Wish, lastClaim: EventNumber?)? {
    guard try open.step() else { return nil }
    do {
      return try row(open)
    } catch {
      open.reset()
      throw error
    }
  }

  private func row(_ row: Statement) throws(StoreFault) -> (Wish, lastClaim: EventNumber?) {
    let wish = Wish(
      number: row.nextInt64(),
      posted: row.nextMoment(),
      changed: row.nextMoment(),
      lastEvent: row.nextInt64(),
      community: row.nextCode(),
      grid: row.nextOptionalCode(),
      skills: [],
      claims: [],
      invited: [],
      waiting: [],
      slots: row.nextInt(),
      round: row.nextInt(),
      askers: row.nextInt(),
      received: try row.nextOptionalText().map(WishReader.day),
      state: try words.state.next(row),
      source: try words.source.nextOptional(row),
      category: try words.category.nextOptional(row),
      kind: try words.kind.next(row),
      urgency: try words.urgency.next(row),
      nameShown: try words.nameShown.next(row),
      contactGiven: try words.contact.nextOptional(row),
      valueYuan: row.nextOptionalInt(),
      isOpenToAll: row.nextBool(),
      hasConsent: row.nextBool(),
      isConfidential: row.nextBool(),
      isApproved: row.nextBool(),
      reached: Stages(rawValue: UInt8(clamping: row.nextInt64())),
      isErased: row.nextBool(),
      needed: row.nextOptionalMoment(),
      limit: try row.nextOptionalSpan(),
      published: row.nextOptionalMoment(),
      mergedInto: row.nextOptionalInt64(),
      referredUntil: row.nextOptionalMoment()
    )
    return (wish, row.nextOptionalInt64())
  }

  private static func day(_ text: String) throws(StoreFault) -> Day {
    guard let day = Day(text) else { throw .row("wish", "no such day") }
    return day
  }
}

/// The words that stand in the columns of wish and claim.
struct WishWords {
  let state = WordColumn<WishState>("state")
  let source = WordColumn<Source>("source")
  let category = WordColumn<Category>("category")
  let kind = WordColumn<WishKind>("kind")
  let urgency = WordColumn<Urgency>("urgency")
  let nameShown = WordColumn<NameShown>("name_shown")
  let contact = WordColumn<Contact>("contact")
  let claimState = WordColumn<ClaimState>("claim.state")
  let level = WordColumn<MemberLevel>("level")
}
