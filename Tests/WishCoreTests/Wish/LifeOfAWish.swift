@testable import WishCore

/// A wish that tests lead through its life, step by step, on a clock of their own.
struct LifeOfAWish {
  private(set) var wish: Wish
  /// 2026-11-20T02:00:00Z: ten in the morning at UTC+8.
  var now = LifeOfAWish.tenOnThe20th
  private var events: EventNumber = 1

  static let tenOnThe20th = Moment(milliseconds: 1_795_140_000_000)
  static let li = AccountCode(stored: "li")
  static let wang = AccountCode(stored: "wang")
  static let zhao = AccountCode(stored: "zhao")
  static let staff = AccountCode(stored: "staff")
  static let fuqiang = AreaCode(stored: "fuqiang")

  /// A slip as the desk enters it.
  init(
    number: WishNumber = 1,
    slots: Int = 1,
    category: Category? = .convenience,
    isConfidential: Bool = false
  ) {
    let posting = Fact.Posting(
      community: Self.fuqiang,
      grid: nil,
      source: nil,
      received: nil,
      category: category,
      kind: .service,
      valueYuan: nil,
      skills: [],
      slots: slots,
      urgency: .normal,
      needed: nil,
      nameShown: .anonymous,
      hasConsent: true,
      isConfidential: isConfidential
    )
    wish = Wish(number: number, posting: posting, event: 1, at: now)
  }

  /// The same, reviewed and on the wall.
  static func published(
    number: WishNumber = 1,
    slots: Int = 1,
    limit: String = "7d",
    needed: Moment? = nil,
    isConfidential: Bool = false
  ) throws -> LifeOfAWish {
    var life = LifeOfAWish(number: number, slots: slots, isConfidential: isConfidential)
    try life.take(
      .approve(approval(slots: slots, limit: limit, needed: needed, isConfidential: isConfidential))
    )
    try life.take(.publish)
    return life
  }

  static func approval(
    slots: Int = 1,
    limit: String = "7d",
    needed: Moment? = nil,
    isConfidential: Bool = false
  ) -> Fact.Approval {
    Fact.Approval(
      category: .convenience,
      limit: span(limit),
      skills: [],
      isOpenToAll: false,
      slots: slots,
      urgency: .normal,
      kind: .service,
      valueYuan: nil,
      needed: needed,
      contact: nil,
      isConfidential: isConfidential
    )
  }

  static func claimant(
    _ member: AccountCode,
    isEligible: Bool = true,
    holding: Int = 0,
    capacity: Int = 3
  ) -> Step.Claimant {
    Step.Claimant(
      member: member,
      unit: nil,
      level: .other,
      isEligible: isEligible,
      holding: holding,
      capacity: capacity
    )
  }

  static func span(_ text: String) -> Span {
    guard let span = Span(text) else { preconditionFailure("\(text) is no span") }
    return span
  }

  static func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("\(text) is no moment") }
    return moment
  }

  /// Decides a step and makes its fact true.
  @discardableResult
  mutating func take(_ step: Step) throws(Refusal) -> Fact {
    let fact = try Lifecycle.decide(step, on: wish, at: now)
    events += 1
    wish.apply(fact, event: events, at: now)
    return fact
  }

  /// Takes a slot for a member.
  mutating func claim(_ member: AccountCode) throws(Refusal) {
    try take(.claim(Self.claimant(member)))
  }

  /// Asks the resident.
  mutating func confirm(
    _ solved: Solved,
    then: AfterNo? = nil,
    judge: AccountCode = LifeOfAWish.staff
  ) throws(Refusal) {
    try take(.confirm(Fact.Answer(solved: solved, rating: nil, via: nil), then: then, judge: judge))
  }

  /// What a step is refused with; nil where it is done. The wish stays as it is.
  func refusal(of step: Step) -> Refusal? {
    do {
      _ = try Lifecycle.decide(step, on: wish, at: now)
      return nil
    } catch {
      return error
    }
  }

  /// Puts the wish into a situation, reachable or not.
  mutating func place(in state: WishState, claims: [Claim], waiting: [Wait] = []) {
    wish.state = state
    wish.claims = claims
    wish.waiting = waiting
    wish.round = 1
    wish.limit = Self.span("7d")
    switch state {
    case .collected, .returned: wish.isApproved = false
    case .approved, .published, .claimed, .fulfilled, .referred, .confirmed, .closed, .rejected, .merged,
      .withdrawn:
      wish.isApproved = true
    }
  }

  /// A claim in the first round.
  static func claim(of member: AccountCode, _ state: ClaimState, event: EventNumber = 2) -> Claim {
    Claim(
      event: event,
      member: member,
      state: state,
      made: tenOnThe20th,
      due: moment("2026-11-27T16:00:00Z"),
      isRenewed: false,
      unit: nil,
      level: .other,
      round: 1,
      isDisclosed: false
    )
  }
}
