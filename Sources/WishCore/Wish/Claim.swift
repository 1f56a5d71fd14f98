/// One member's hold on one slot of a wish.
///
/// It belongs to the member, never to a connection. Unit and level are those of the day it was made, so
/// that last year's report stays true when people move.
public struct Claim: Equatable, Sendable {
  /// The event that made it; names it for ever.
  public let event: EventNumber
  /// Who holds it.
  public let member: AccountCode
  /// Where it stands.
  public var state: ClaimState
  /// When it was made.
  public let made: Moment
  /// When it lapses unless it is fulfilled.
  public var due: Moment
  /// Whether the member has prolonged it already, which it may do once.
  public var isRenewed: Bool
  /// The member's unit on that day.
  public let unit: UnitCode?
  /// The member's level on that day.
  public let level: MemberLevel
  /// The publication of the wish under which it was made.
  public let round: Int
  /// Whether the member was shown name, phone and address.
  public let isDisclosed: Bool

  /// Makes a claim as it stands.
  public init(
    event: EventNumber,
    member: AccountCode,
    state: ClaimState,
    made: Moment,
    due: Moment,
    isRenewed: Bool,
    unit: UnitCode?,
    level: MemberLevel,
    round: Int,
    isDisclosed: Bool
  ) {
    self.event = event
    self.member = member
    self.state = state
    self.made = made
    self.due = due
    self.isRenewed = isRenewed
    self.unit = unit
    self.level = level
    self.round = round
    self.isDisclosed = isDisclosed
  }
}
