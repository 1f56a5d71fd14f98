/// What somebody asks of a wish, with its particulars, already read, allowed and looked up.
public enum Step: Equatable, Sendable {
  /// Change fields.
  case amend(Amendment)
  /// Review it.
  case approve(Fact.Approval)
  /// Put it on the wall.
  case publish
  /// Send it back.
  case sendBack
  /// Say that it cannot be done.
  case reject(RejectReason?)
  /// Take it back.
  case withdraw(WithdrawReason?)
  /// Let it count with another wish.
  case merge(into: Wish)
  /// Hand it to somebody outside.
  case refer(within: Span?)
  /// Take it up again.
  case reopen
  /// Ask a member to take it.
  case invite(AccountCode)
  /// Take a slot.
  case claim(Claimant)
  /// Wait for a slot; `isEligible` says whether the member may do this wish.
  case wait(AccountCode, isEligible: Bool)
  /// Wait no longer.
  case unwait(AccountCode)
  /// Give a slot back.
  case release(AccountCode)
  /// Prolong a claim; a member once and at most by the limit, staff freely.
  case renew(AccountCode, by: Span?, asStaff: Bool)
  /// Fulfil one claim.
  case fulfilClaim(AccountCode)
  /// Fulfil all of it, as staff.
  case fulfilWhole(category: Category?)
  /// Record what the resident says; `judge` must not have worked on it.
  case confirm(Fact.Answer, then: AfterNo?, judge: AccountCode)
  /// Erase what people wrote about it.
  case erase
  /// Let a claim lapse.
  case lapse(AccountCode)
  /// End a claim with its account.
  case cancel(AccountCode)

  /// Who wants to claim, and what the rules need to know of them.
  public struct Claimant: Equatable, Sendable {
    /// The member.
    public var member: AccountCode
    /// The member's unit today.
    public var unit: UnitCode?
    /// The member's level today.
    public var level: MemberLevel
    /// Whether the member may do this wish; see ``Eligibility``.
    public var isEligible: Bool
    /// How many wishes the member holds now.
    public var holding: Int
    /// How many it may hold.
    public var capacity: Int

    /// Makes a claimant.
    public init(
      member: AccountCode,
      unit: UnitCode?,
      level: MemberLevel,
      isEligible: Bool,
      holding: Int,
      capacity: Int
    ) {
      self.member = member
      self.unit = unit
      self.level = level
      self.isEligible = isEligible
      self.holding = holding
      self.capacity = capacity
    }
  }

  /// The act without its particulars.
  public var act: Act {
    switch self {
    case .amend: .amend
    case .approve: .approve
    case .publish: .publish
    case .sendBack: .sendBack
    case .reject: .reject
    case .withdraw: .withdraw
    case .merge: .merge
    case .refer: .refer
    case .reopen: .reopen
    case .invite: .invite
    case .claim: .claim
    case .wait: .wait
    case .unwait: .unwait
    case .release: .release
    case .renew: .renew
    case .fulfilClaim: .fulfilClaim
    case .fulfilWhole: .fulfilWhole
    case .confirm: .confirm
    case .erase: .erase
    case .lapse: .lapse
    case .cancel: .cancel
    }
  }
}
