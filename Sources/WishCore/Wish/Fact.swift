/// What happened to a wish, in codes, numbers and names of fields: never a name, a phone or free text.
///
/// Applying the facts of a wish in order makes its current state, erased or not.
public enum Fact: Equatable, Sendable {
  /// A slip was entered.
  case posted(Posting)
  /// Fields were changed.
  case amended(Amendment)
  /// It was reviewed.
  case approved(Approval)
  /// It went on the wall.
  case published
  /// It was sent back.
  case returned
  /// It cannot be done.
  case rejected(RejectReason?)
  /// It was taken back.
  case withdrawn(WithdrawReason?)
  /// It counts with `into`, which gains its askers.
  case merged(into: WishNumber, askers: Int)
  /// It was handed to somebody outside.
  case referred(until: Moment?)
  /// It is back for review; where it had been merged, `from` loses its askers again.
  case reopened(from: WishNumber?, askers: Int)
  /// A member was asked to take it.
  case invited(AccountCode)
  /// A member waits for a slot.
  case waited(AccountCode)
  /// A member waits no longer, without having got one.
  case unwaited(AccountCode)
  /// A member took a slot.
  case claimed(Claimed)
  /// A slot was given back.
  case released(AccountCode)
  /// A claim was prolonged; by its member, who may do so once, or by staff.
  case renewed(AccountCode, due: Moment, byMember: Bool)
  /// A claim ran past its due time.
  case lapsed(AccountCode)
  /// A claim ended with the wish or with the account.
  case cancelled(AccountCode)
  /// One claim was fulfilled, or (`member` nil) the whole wish by staff.
  case fulfilled(member: AccountCode?, category: Category?)
  /// The resident says that it helped.
  case confirmed(Answer)
  /// The resident says that it did not; it goes back to the wall or to review.
  case unconfirmed(Answer, toReview: Bool)
  /// It ended without the resident's yes.
  case closed(Answer)
  /// What people wrote about it was erased; codes and numbers stay.
  case erased

  /// Whether it concerns a member and staff alone, whoever sees the wish: nobody else is told who waits.
  var isBetweenMemberAndStaff: Bool {
    switch self {
    case .waited, .unwaited: true
    case .posted, .amended, .approved, .published, .returned, .rejected, .withdrawn, .merged, .referred,
      .reopened, .invited, .claimed, .released, .renewed, .lapsed, .cancelled, .fulfilled, .confirmed,
      .unconfirmed, .closed, .erased:
      false
    }
  }
}

/// One line of the log.
public struct Event: Equatable, Sendable {
  /// Its number, ascending in commit order without a gap.
  public let number: EventNumber
  /// When; never earlier than the event before.
  public let at: Moment
  /// Who.
  public let account: AccountCode
  /// What.
  public let matter: Matter
  /// Who could see the wish that it is about; nil where it is about none.
  public let audience: Audience?

  /// Makes an event.
  public init(
    number: EventNumber,
    at: Moment,
    account: AccountCode,
    matter: Matter,
    audience: Audience? = nil
  ) {
    self.number = number
    self.at = at
    self.account = account
    self.matter = matter
    self.audience = audience
  }

  /// What an event is about.
  public enum Matter: Equatable, Sendable {
    /// A wish.
    case wish(WishNumber, Fact)
    /// An area, an account, a member, a unit, a skill or a standard, by its type and code.
    case register(type: RegisterChange, code: String)
  }
}

/// A change to the register, as the log names it.
public enum RegisterChange: String, CaseIterable, Sendable {
  /// An area was added or changed.
  case area
  /// A unit was added or changed.
  case unit
  /// A skill was added or changed.
  case skill
  /// An account was created or changed.
  case account
  /// An account got a new secret.
  case rotated
  /// An account was ended.
  case disabled
  /// An account was taken back.
  case enabled
  /// A member reported in or was changed.
  case member
  /// A community's default for a category was set.
  case standard
}
