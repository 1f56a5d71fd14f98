/// A micro-wish as it stands: codes, numbers and words of the tables only.
///
/// What a person wrote, and who it is for, lies apart in ``Papers`` and ``Card``, so that it can be
/// erased. The log's facts, applied one after another, make exactly this value.
public struct Wish: Equatable, Sendable {
  // Words and flags stand where an optional number leaves room before the next one: a million open wishes
  // are in memory.

  /// Its number.
  public let number: WishNumber
  /// When it was entered.
  public let posted: Moment
  /// When anything last happened to it.
  public internal(set) var changed: Moment
  /// The latest line of the log about it.
  public internal(set) var lastEvent: EventNumber
  /// The community it belongs to.
  public internal(set) var community: AreaCode
  /// The grid of that community, where known.
  public internal(set) var grid: AreaCode?
  /// The skills asked for: one of them is enough.
  public internal(set) var skills: [SkillName]
  /// Every claim ever made on it, oldest first.
  public internal(set) var claims: [Claim]
  /// Members who were asked to take it.
  public internal(set) var invited: [AccountCode]
  /// Members who wait for a slot, in the order of their coming; at most ``Limits/waitingMax``.
  public internal(set) var waiting: [Wait]
  /// How many members may hold it.
  public internal(set) var slots: Int
  /// Counts publications and reopenings: claims of earlier rounds hold nothing any more.
  public internal(set) var round: Int
  /// How many households asked for it.
  public internal(set) var askers: Int
  /// The day on the slip.
  public internal(set) var received: Day?
  /// Where it stands.
  public internal(set) var state: WishState
  /// How the slip came in.
  public internal(set) var source: Source?
  /// Its service category, once known.
  public internal(set) var category: Category?
  /// Service or goods.
  public internal(set) var kind: WishKind
  /// How pressing it is.
  public internal(set) var urgency: Urgency
  /// How the wall names the person helped.
  public internal(set) var nameShown: NameShown
  /// Who hands over; nil until somebody says so.
  public internal(set) var contactGiven: Contact?
  /// What the goods cost, in yuan.
  public internal(set) var valueYuan: Int?
  /// Whether the skills are waived.
  public internal(set) var isOpenToAll: Bool
  /// Whether the person agreed to be on the wall.
  public internal(set) var hasConsent: Bool
  /// Whether staff keep it between themselves and those invited.
  public internal(set) var isConfidential: Bool
  /// Whether a review stands: without one it has no public text.
  public internal(set) var isApproved: Bool
  /// Every stage that it ever reached.
  public internal(set) var reached: Stages
  /// Whether what people wrote about it is gone for good.
  public internal(set) var isErased: Bool
  /// When it must be done by, whatever the limit.
  public internal(set) var needed: Moment?
  /// The time limit of each claim.
  public internal(set) var limit: Span?
  /// When it was first published.
  public internal(set) var published: Moment?
  /// The wish that it counts with.
  public internal(set) var mergedInto: WishNumber?
  /// When those it was referred to should be done.
  public internal(set) var referredUntil: Moment?

  /// Who hands over, where nobody said: the desk for goods and for confidential wishes.
  public var contact: Contact {
    contactGiven ?? (kind == .goods || isConfidential ? .desk : .direct)
  }

  // A wish keeps all its claims, and nearly all of them are past: these look at each where it lies and copy
  // only what they are asked for.

  /// The claims that hold a slot now.
  public var holders: some Sequence<Claim> {
    claims.indices.lazy.filter { holdsSlot($0) }.map { claims[$0] }
  }

  /// The claims that are being worked on.
  public var activeClaims: some Sequence<Claim> {
    claims.indices.lazy.filter { claims[$0].state == .active }.map { claims[$0] }
  }

  private func holdsSlot(_ index: Int) -> Bool {
    claims[index].round == round && claims[index].state.holdsSlot
  }

  /// How many slots are held.
  public var held: Int { claims.indices.reduce(0) { holdsSlot($1) ? $0 + 1 : $0 } }

  /// How many slots are free.
  public var left: Int {
    switch state {
    case .fulfilled, .confirmed: 0
    case .collected, .returned, .approved, .published, .claimed, .referred, .closed, .rejected, .merged,
      .withdrawn:
      max(0, slots - held)
    }
  }

  /// The earliest due time of the claims being worked on.
  public var due: Moment? { activeClaims.map(\.due).min() }

  /// Whether the member is working on it.
  public func isActivelyHeld(by member: AccountCode) -> Bool {
    claims.indices.contains { claims[$0].state == .active && claims[$0].member == member }
  }

  /// The claim by which the member stands in this round: the one that holds a slot, else the latest.
  public func claim(of member: AccountCode) -> Claim? {
    func isOwn(_ index: Int) -> Bool { claims[index].round == round && claims[index].member == member }
    let index =
      claims.indices.first { claims[$0].state.holdsSlot && isOwn($0) } ?? claims.indices.last { isOwn($0) }
    return index.map { claims[$0] }
  }

  /// The claims of this round that lapsed and whose members hold no slot again.
  public var lapses: [Claim] {
    claims.filter { $0.round == round && $0.state == .lapsed && claim(of: $0.member) == $0 }
  }

  /// Whether it should have been fulfilled by now: first publication + limit, or `needed`, has passed.
  public func isOverdue(at now: Moment) -> Bool {
    guard state.isOpen, state != .fulfilled else { return false }
    if let needed, needed <= now { return true }
    guard let published, let limit else { return false }
    return limit.end(from: published) <= now
  }

  /// Whether it has a card on the wall.
  public var hasCard: Bool { state.isOnWall && isApproved && !isConfidential }
}

/// The stages that the wall counts.
public struct Stages: OptionSet, Hashable, Sendable {
  /// One bit a stage, as the store keeps them.
  public let rawValue: UInt8

  /// Takes the bits back.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Entered.
  public static let collected = Stages(rawValue: 1)
  /// Put on the wall.
  public static let published = Stages(rawValue: 2)
  /// Taken by at least one member.
  public static let claimed = Stages(rawValue: 4)
  /// Done.
  public static let fulfilled = Stages(rawValue: 8)
  /// Confirmed by the resident.
  public static let confirmed = Stages(rawValue: 16)

  /// In the order of the wall.
  public static let inOrder: [Stages] = [.collected, .published, .claimed, .fulfilled, .confirmed]
}

/// How many wishes ever reached each stage.
public struct Tally: Equatable, Sendable {
  /// Counts in the order of ``Stages/inOrder``.
  public private(set) var counts: [Int]

  /// Starts at nothing.
  public init() {
    counts = Array(repeating: 0, count: Stages.inOrder.count)
  }

  /// Takes counts in the order of ``Stages/inOrder``.
  public init(counts: [Int]) {
    self.counts = counts
  }

  /// How many reached `stage`.
  public subscript(stage: Stages) -> Int {
    Stages.inOrder.firstIndex(of: stage).map { counts[$0] } ?? 0
  }

  /// Adds every stage of `stages`, `by` times.
  public mutating func add(_ stages: Stages, by: Int) {
    for (index, stage) in Stages.inOrder.enumerated() where stages.contains(stage) { counts[index] += by }
  }

  /// Adds another tally.
  public mutating func add(_ other: Tally) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// Whether it would change nothing.
  public var isZero: Bool { counts.allSatisfy { $0 == 0 } }
}
