/// A micro-wish as it stands: codes, numbers and words of the tables only.
///
/// What a person wrote, and who it is for, lies apart in ``Papers`` and ``Card``, so that it can be
/// erased. The log's facts, applied one after another, make exactly this value.
public struct Wish: Equatable, Sendable {
  /// Its number.
  public let number: WishNumber
  /// Where it stands.
  public internal(set) var state: WishState
  /// The community it belongs to.
  public internal(set) var community: AreaCode
  /// The grid of that community, where known.
  public internal(set) var grid: AreaCode?
  /// How the slip came in.
  public internal(set) var source: Source?
  /// The day on the slip.
  public internal(set) var received: Day?
  /// When it was entered.
  public let posted: Moment
  /// When anything last happened to it.
  public internal(set) var changed: Moment
  /// Its service category, once known.
  public internal(set) var category: Category?
  /// Service or goods.
  public internal(set) var kind: WishKind
  /// What the goods cost, in yuan.
  public internal(set) var valueYuan: Int?
  /// The skills asked for: one of them is enough.
  public internal(set) var skills: [SkillName]
  /// Whether the skills are waived.
  public internal(set) var isOpenToAll: Bool
  /// How many members may hold it.
  public internal(set) var slots: Int
  /// Every claim ever made on it, oldest first.
  public internal(set) var claims: [Claim]
  /// How pressing it is.
  public internal(set) var urgency: Urgency
  /// When it must be done by, whatever the limit.
  public internal(set) var needed: Moment?
  /// How the wall names the person helped.
  public internal(set) var nameShown: NameShown
  /// Whether the person agreed to be on the wall.
  public internal(set) var hasConsent: Bool
  /// Whether staff keep it between themselves and those invited.
  public internal(set) var isConfidential: Bool
  /// Who hands over; nil until somebody says so.
  public internal(set) var contactGiven: Contact?
  /// The time limit of each claim.
  public internal(set) var limit: Span?
  /// Whether a review stands: without one it has no public text.
  public internal(set) var isApproved: Bool
  /// Counts publications and reopenings: claims of earlier rounds hold nothing any more.
  public internal(set) var round: Int
  /// When it was first published.
  public internal(set) var published: Moment?
  /// Members who were asked to take it.
  public internal(set) var invited: [AccountCode]
  /// How many households asked for it.
  public internal(set) var askers: Int
  /// The wish that it counts with.
  public internal(set) var mergedInto: WishNumber?
  /// When those it was referred to should be done.
  public internal(set) var referredUntil: Moment?
  /// Every stage that it ever reached.
  public internal(set) var reached: Stages
  /// Whether what people wrote about it is gone for good.
  public internal(set) var isErased: Bool

  /// Who hands over, where nobody said: the desk for goods and for confidential wishes.
  public var contact: Contact {
    contactGiven ?? (kind == .goods || isConfidential ? .desk : .direct)
  }

  /// The claims that hold a slot now.
  public var holders: some Sequence<Claim> {
    claims.lazy.filter { [round] in $0.round == round && $0.state.holdsSlot }
  }

  /// The claims that are being worked on.
  public var activeClaims: some Sequence<Claim> {
    claims.lazy.filter { $0.state == .active }
  }

  /// How many slots are held.
  public var held: Int { holders.reduce(0) { count, _ in count + 1 } }

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
    activeClaims.contains { $0.member == member }
  }

  /// The claim by which the member stands in this round: the one that holds a slot, else the latest.
  public func claim(of member: AccountCode) -> Claim? {
    let own = claims.filter { $0.round == round && $0.member == member }
    return own.first { $0.state.holdsSlot } ?? own.last
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
