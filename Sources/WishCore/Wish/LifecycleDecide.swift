extension Lifecycle {
  /// What `step` makes true of `wish`, or why it cannot be.
  ///
  /// The checks stand in the protocol's order: no claim held, own confirmation, the state, then what the
  /// particulars need.
  public static func decide(_ step: Step, on wish: Wish, at now: Moment) throws(Refusal) -> Fact {
    try checkClaim(for: step, on: wish)
    let verdict = verdict(on: step.act, in: wish.state)
    guard verdict != .wrongState else { throw .wrongState(wish.state) }
    switch step {
    case .amend(let amendment): return try amend(wish, amendment)
    case .approve(let approval): return .approved(approval)
    case .publish: return .published
    case .sendBack:
      guard wish.activeClaims.first(where: { _ in true }) == nil else { throw .wrongState(wish.state) }
      return .returned
    case .reject(let reason): return .rejected(reason)
    case .withdraw(let reason): return .withdrawn(reason)
    case .merge(let into):
      guard into.state.isOpen, into.community == wish.community,
        into.isConfidential || !wish.isConfidential
      else { throw .wrongState(into.state) }
      return .merged(into: into.number, askers: wish.askers)
    case .refer(let span): return .referred(until: span?.end(from: now))
    case .reopen:
      // Nobody could review a slip that says nothing any more.
      guard !wish.isErased else { throw .wrongState(wish.state) }
      return .reopened(from: wish.mergedInto, askers: wish.mergedInto == nil ? 0 : wish.askers)
    case .invite(let member): return .invited(member)
    case .claim(let claimant): return try claim(wish, claimant, verdict, at: now)
    case .wait(let member, let isEligible): return try wait(wish, member, isEligible: isEligible)
    case .unwait(let member): return .unwaited(member)
    case .release(let member): return .released(member)
    case .renew(let member, let span, let asStaff): return try renew(wish, member, span, asStaff: asStaff)
    case .fulfilClaim(let member): return try fulfil(wish, member)
    case .fulfilWhole(let category): return try fulfilWhole(wish, category)
    case .confirm(let answer, let then, _): return confirm(answer, then, wish)
    case .erase:
      guard !wish.isErased else { throw .wrongState(wish.state) }
      return .erased
    case .lapse(let member): return .lapsed(member)
    case .cancel(let member): return .cancelled(member)
    }
  }

  /// FORBIDDEN comes before WRONG_STATE: who holds no claim learns nothing of the state.
  private static func checkClaim(for step: Step, on wish: Wish) throws(Refusal) {
    switch step {
    case .release(let member), .renew(let member, _, _), .lapse(let member), .cancel(let member):
      guard wish.isActivelyHeld(by: member) else { throw .forbidden(.noClaim) }
    case .fulfilClaim(let member):
      switch wish.claim(of: member)?.state {
      case .active, .fulfilled, .lapsed: break
      case .released, .cancelled, nil: throw .forbidden(.noClaim)
      }
    case .unwait(let member):
      guard wish.isAwaited(by: member) else { throw .forbidden(.notWaiting) }
    case .confirm(_, _, let judge):
      guard !wish.holders.contains(where: { $0.member == judge }) else { throw .forbidden(.ownWork) }
    case .amend, .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer, .reopen, .invite, .claim,
      .wait, .fulfilWhole, .erase:
      break
    }
  }

  private static func amend(_ wish: Wish, _ amendment: Amendment) throws(Refusal) -> Fact {
    switch wish.state {
    case .collected, .returned, .approved:
      // The public text is written by APPROVE.
      guard !amendment.fields.contains("public") else { throw .wrongState(wish.state) }
    case .published, .claimed, .fulfilled, .referred:
      guard Amendment.fieldsAfterPublication.isSuperset(of: amendment.fields) else {
        throw .wrongState(wish.state)
      }
      // Without a standing approval there is no public text to change.
      guard wish.isApproved || !amendment.fields.contains("public") else { throw .wrongState(wish.state) }
    case .confirmed, .closed, .rejected, .merged, .withdrawn:
      throw .wrongState(wish.state)
    }
    if let slots = amendment.slots, slots < wish.held {
      throw .badArgument("slots", .needs(.slotsHeld(wish.held)))
    }
    if amendment.isConfidential == false, !(amendment.hasConsent ?? wish.hasConsent) {
      throw .badArgument("confidential", .needs(.consent))
    }
    if case .set = amendment.value, (amendment.kind ?? wish.kind) == .service {
      throw .badArgument("value", .needs(.goods))
    }
    return .amended(amendment)
  }

  private static func claim(
    _ wish: Wish,
    _ claimant: Step.Claimant,
    _ verdict: Verdict,
    at now: Moment
  ) throws(Refusal) -> Fact {
    guard !wish.holders.contains(where: { $0.member == claimant.member }) else {
      throw .wrongState(wish.state)
    }
    guard claimant.isEligible else { throw .notEligible(wish.skills) }
    guard verdict != .taken else { throw .taken }
    guard claimant.holding < claimant.capacity else { throw .quota(claimant.holding) }
    guard let limit = wish.limit else { preconditionFailure("wish \(wish.number) was published unlimited") }
    var due = limit.end(from: now)
    if let needed = wish.needed, needed > now { due = min(due, needed) }
    return .claimed(
      Fact.Claimed(
        member: claimant.member,
        due: due,
        unit: claimant.unit,
        level: claimant.level,
        isDisclosed: wish.contact == .direct
      )
    )
  }

  /// What CLAIM would say but for the slot; room among the member's own wishes it needs only then.
  private static func wait(
    _ wish: Wish,
    _ member: AccountCode,
    isEligible: Bool
  ) throws(Refusal) -> Fact {
    guard !wish.isAwaited(by: member), !wish.holders.contains(where: { $0.member == member }) else {
      throw .wrongState(wish.state)
    }
    guard isEligible else { throw .notEligible(wish.skills) }
    guard wish.waiting.count < Limits.waitingMax else { throw .taken }
    return .waited(member)
  }

  private static func renew(
    _ wish: Wish,
    _ member: AccountCode,
    _ span: Span?,
    asStaff: Bool
  ) throws(Refusal) -> Fact {
    guard let claim = wish.activeClaims.first(where: { $0.member == member }), let limit = wish.limit else {
      preconditionFailure("wish \(wish.number) has an active claim without a limit")
    }
    let due = (span ?? limit).end(prolonging: claim.due)
    if !asStaff {
      guard !claim.isRenewed else { throw .wrongState(wish.state) }
      guard due <= limit.end(prolonging: claim.due) else {
        throw .badArgument("by", .needs(.withinLimit(limit)))
      }
    }
    return .renewed(member, due: due, byMember: !asStaff)
  }

  private static func fulfil(_ wish: Wish, _ member: AccountCode) throws(Refusal) -> Fact {
    switch wish.claim(of: member)?.state {
    case .active: return .fulfilled(member: member, category: nil)
    case .lapsed:
      guard wish.left > 0 else { throw .taken }
      return .fulfilled(member: member, category: nil)
    case .fulfilled: throw .wrongState(wish.state)
    case .released, .cancelled, nil: throw .forbidden(.noClaim)
    }
  }

  private static func fulfilWhole(_ wish: Wish, _ category: Category?) throws(Refusal) -> Fact {
    if wish.isApproved {
      guard category == nil else { throw .badArgument("category", .unexpected) }
    } else if wish.category == nil, category == nil {
      throw .badArgument("category", .needs(.category))
    }
    return .fulfilled(member: nil, category: category)
  }

  private static func confirm(_ answer: Fact.Answer, _ then: AfterNo?, _ wish: Wish) -> Fact {
    switch (answer.solved, then) {
    case (.yes, _): .confirmed(answer)
    case (.unreached, _), (.no, .close): .closed(answer)
    case (.no, .review): .unconfirmed(answer, toReview: true)
    case (.no, .publish), (.no, nil): .unconfirmed(answer, toReview: !wish.isApproved)
    }
  }
}
