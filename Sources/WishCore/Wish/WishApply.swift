extension Wish {
  /// The wish that a posting makes; `event` is the posting's number in the log.
  public init(number: WishNumber, posting: Fact.Posting, event: EventNumber, at now: Moment) {
    self.number = number
    lastEvent = event
    state = .collected
    community = posting.community
    grid = posting.grid
    source = posting.source
    received = posting.received
    posted = now
    changed = now
    category = posting.category
    kind = posting.kind
    valueYuan = posting.valueYuan
    skills = posting.skills
    isOpenToAll = false
    slots = posting.slots
    claims = []
    urgency = posting.urgency
    needed = posting.needed
    nameShown = posting.nameShown
    hasConsent = posting.hasConsent
    isConfidential = posting.isConfidential
    contactGiven = nil
    limit = nil
    isApproved = false
    round = 0
    published = nil
    invited = []
    waiting = []
    askers = 1
    mergedInto = nil
    referredUntil = nil
    reached = .collected
    isErased = false
  }

  /// Makes `fact` true of this wish. Facts come from ``Lifecycle`` or from the log, which it wrote; one
  /// that cannot follow on the wish's state is a fault of the program and stops it.
  ///
  /// - Parameters:
  ///   - fact: What happened; never ``Fact/posted(_:)``, which ``init(number:posting:event:at:)`` makes a
  ///     wish of.
  ///   - event: The fact's number in the log; a claim is named by it.
  ///   - now: When it happened.
  public mutating func apply(_ fact: Fact, event: EventNumber, at now: Moment) {
    changed = now
    lastEvent = event
    switch fact {
    case .posted: preconditionFailure("a wish is posted once")
    case .amended(let amendment): amend(amendment)
    case .approved(let approval): approve(approval)
    case .published: publish(at: now)
    case .returned:
      state = .returned
      isApproved = false
    case .rejected: state = .rejected
    case .withdrawn: state = .withdrawn
    case .merged(let into, _):
      state = .merged
      mergedInto = into
    case .referred(let until):
      state = .referred
      referredUntil = until
    case .reopened:
      returnToReview()
      mergedInto = nil
      referredUntil = nil
    case .invited(let member):
      if !invited.contains(member) { invited.append(member) }
    case .claimed(let claimed):
      claims.append(
        Claim(
          event: event,
          member: claimed.member,
          state: .active,
          made: now,
          due: claimed.due,
          isRenewed: false,
          unit: claimed.unit,
          level: claimed.level,
          round: round,
          isDisclosed: claimed.isDisclosed
        )
      )
      waiting.removeAll { $0.member == claimed.member }
      reached.insert(.claimed)
      settle()
    case .waited(let member):
      if !isAwaited(by: member) { waiting.append(Wait(event: event, member: member)) }
    case .unwaited(let member): waiting.removeAll { $0.member == member }
    case .released(let member): end(claimOf: member, as: .released)
    case .lapsed(let member): end(claimOf: member, as: .lapsed)
    case .cancelled(let member): end(claimOf: member, as: .cancelled)
    case .renewed(let member, let due, let byMember):
      change(claimOf: member, in: [.active]) {
        $0.due = due
        $0.isRenewed = $0.isRenewed || byMember
      }
    case .fulfilled(let member?, _):
      change(claimOf: member, in: [.active, .lapsed]) { $0.state = .fulfilled }
      waiting.removeAll { $0.member == member }
      settle()
    case .fulfilled(nil, let category): fulfilWhole(category: category)
    case .confirmed:
      state = .confirmed
      reached.insert(.confirmed)
    case .unconfirmed(_, let toReview):
      cancelHolders()
      if toReview || !isApproved { returnToReview() } else { publish(at: now) }
    case .closed(let answer):
      // Who could not be reached said nothing against the work: it stays done.
      if answer.solved == .no { cancelHolders() }
      state = .closed
    case .erased: isErased = true
    }
    trimWaiting()
  }

  private mutating func amend(_ amendment: Amendment) {
    switch state {
    case .collected, .returned, .approved:
      state = .collected
      isApproved = false
    case .published, .claimed, .fulfilled, .referred, .confirmed, .closed, .rejected, .merged, .withdrawn:
      break
    }
    community = amendment.community ?? community
    grid = amendment.grid.applied(to: grid)
    source = amendment.source.applied(to: source)
    received = amendment.received.applied(to: received)
    category = amendment.category.applied(to: category)
    kind = amendment.kind ?? kind
    valueYuan = kind == .goods ? amendment.value.applied(to: valueYuan) : nil
    skills = amendment.skills ?? skills
    slots = amendment.slots ?? slots
    urgency = amendment.urgency ?? urgency
    needed = amendment.needed.applied(to: needed)
    nameShown = amendment.nameShown ?? nameShown
    hasConsent = amendment.hasConsent ?? hasConsent
    isConfidential = (amendment.isConfidential ?? isConfidential) || !hasConsent
    // A wish that is now kept between few is handed over at the desk.
    if amendment.isConfidential == true { contactGiven = nil }
    settle()
  }

  private mutating func approve(_ approval: Fact.Approval) {
    state = .approved
    isApproved = true
    category = approval.category
    limit = approval.limit
    skills = approval.skills
    isOpenToAll = approval.isOpenToAll
    slots = approval.slots
    urgency = approval.urgency
    kind = approval.kind
    valueYuan = approval.valueYuan
    needed = approval.needed
    contactGiven = approval.contact
    isConfidential = approval.isConfidential
  }

  private mutating func publish(at now: Moment) {
    state = .published
    round += 1
    published = published ?? now
    reached.insert(.published)
  }

  private mutating func returnToReview() {
    state = .collected
    isApproved = false
    round += 1
  }

  private mutating func fulfilWhole(category: Category?) {
    for index in claims.indices where claims[index].state == .active { claims[index].state = .fulfilled }
    self.category = category ?? self.category
    slots = max(1, held)
    state = .fulfilled
    reached.insert(.fulfilled)
  }

  private mutating func cancelHolders() {
    for index in claims.indices where claims[index].round == round && claims[index].state.holdsSlot {
      claims[index].state = .cancelled
    }
  }

  private mutating func end(claimOf member: AccountCode, as state: ClaimState) {
    change(claimOf: member, in: [.active]) { $0.state = state }
    settle()
  }

  private mutating func change(
    claimOf member: AccountCode,
    in states: Set<ClaimState>,
    _ change: (inout Claim) -> Void
  ) {
    guard let index = index(ofClaimBy: member, in: states) else {
      preconditionFailure("wish \(number) has no such claim")
    }
    change(&claims[index])
  }

  private func index(ofClaimBy member: AccountCode, in states: Set<ClaimState>) -> Int? {
    claims.indices.last {
      claims[$0].round == round && claims[$0].member == member && states.contains(claims[$0].state)
    }
  }

  /// Whether ``apply(_:event:at:)`` can make `fact` true: a damaged log may say what never was.
  func admits(_ fact: Fact) -> Bool {
    switch fact {
    case .posted: false
    case .released(let member), .lapsed(let member), .cancelled(let member), .renewed(let member, _, _):
      index(ofClaimBy: member, in: [.active]) != nil
    case .fulfilled(let member?, _): index(ofClaimBy: member, in: [.active, .lapsed]) != nil
    case .waited(let member): !isAwaited(by: member)
    case .unwaited(let member): isAwaited(by: member)
    case .fulfilled(nil, _), .amended, .approved, .published, .returned, .rejected, .withdrawn, .merged,
      .referred, .reopened, .invited, .claimed, .confirmed, .unconfirmed, .closed, .erased:
      true
    }
  }

  /// On the wall the claims decide the state: claimed when all slots are held, fulfilled when all are
  /// fulfilled.
  private mutating func settle() {
    switch state {
    case .published, .claimed: break
    case .fulfilled:
      // More slots than were fulfilled: the rest goes back on the wall.
      guard isApproved, held > 0, slots > held else { return }
    case .collected, .returned, .approved, .referred, .confirmed, .closed, .rejected, .merged, .withdrawn:
      return
    }
    let done = holders.filter { $0.state == .fulfilled }.count
    if done >= slots {
      state = .fulfilled
      reached.insert(.fulfilled)
    } else {
      state = held >= slots ? .claimed : .published
    }
  }
}
