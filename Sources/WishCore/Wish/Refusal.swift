/// Why a request was not done: a stable code, and the data that its sentence needs.
///
/// The cases stand in the order in which the protocol checks them; wording lives in `Render`.
public enum Refusal: Error, Equatable, Sendable {
  /// The line, or one of its values, is longer than its bound. `argument` is nil for the line.
  case tooLong(argument: String?)
  /// A character that no text may hold.
  case badText
  /// The line does not follow the grammar.
  case syntax(SyntaxFault)
  /// No such verb; `nearest` is one that looks like it.
  case unknownVerb(nearest: String?)
  /// The client asked for another version of the protocol.
  case noProto
  /// The connection has no account.
  case authRequired
  /// The account may not do this.
  case forbidden(Forbidden)
  /// An argument is missing, unknown, doubled, surplus or wrong.
  case badArgument(String, ArgumentFault)
  /// The key was used for another request.
  case keyReused
  /// The daemon refuses changes while it is being looked after.
  case draining
  /// The store could not take the change and nothing of it was kept.
  case readOnly
  /// Too much waits already.
  case busy
  /// It does not exist, or may not be seen.
  case notFound
  /// Not in the state the wish is in.
  case wrongState(WishState)
  /// The member has none of the skills asked for.
  case notEligible([SkillName])
  /// No slot is left.
  case taken
  /// The member holds as many wishes as it may.
  case quota(Int)
  /// Account or secret is wrong.
  case authFailed
  /// Whether it was done is not known.
  case unknown
  /// A fault of the service.
  case fault

  /// What was wrong with a line's form.
  public enum SyntaxFault: Equatable, Sendable {
    /// Not the grammar.
    case grammar
    /// Full-width punctuation or letters where half-width ones belong; the line's skeleton as it
    /// should be, without values or text.
    case fullWidth(corrected: String)
    /// The tag is malformed or too long.
    case tag
    /// The opening of another protocol (HTTP, TLS, RESP).
    case foreignProtocol
    /// The connection ended inside a line.
    case unfinished
  }

  /// Why an account may not do a thing.
  public enum Forbidden: Equatable, Sendable {
    /// The role, or staff at a grid, may not use the verb or the argument.
    case role
    /// Only the claimant may.
    case noClaim
    /// The member is not on the waiting list.
    case notWaiting
    /// Nobody confirms their own work.
    case ownWork
  }

  /// What was wrong with an argument.
  public enum ArgumentFault: Equatable, Sendable {
    /// It must be given.
    case missing
    /// The verb does not take it.
    case unexpected
    /// It was given twice.
    case doubled
    /// It is not one of these words.
    case notAmong([String])
    /// It is not a number in this range.
    case outside(ClosedRange<Int>)
    /// It does not have this form.
    case form(String)
    /// It is well formed, and cannot be this one: reserved, or the thing itself.
    case notThis
    /// The table does not know it; `nearest` is what looks like it.
    case unknown(nearest: String?)
    /// Something else has it already; its name.
    case takenBy(String)
    /// It is written with full-width characters; the verb shows how it should be.
    case fullWidth(verb: String)
    /// It cannot stand with what else was given or is stored; the sentence says what to do.
    case needs(Need)
  }

  /// What a request must change before it can be done.
  public enum Need: Equatable, Sendable {
    /// Give a limit and a standard, or set the community's with STANDARD.
    case limitOrStandard
    /// The value is above the area's cap (yuan): `over=yes`.
    case overCap(Int)
    /// legal and mediation: a `public=` text, or `confidential=yes`.
    case publicText
    /// Not fewer slots than are held.
    case slotsHeld(Int)
    /// Desk fulfilment needs a category.
    case category
    /// The name is taken.
    case newName
    /// Not longer than the wish's own limit.
    case withinLimit(Span)
    /// There must be one active administrator.
    case lastAdmin
    /// The person did not agree to be on the wall.
    case consent
    /// Only goods have a value.
    case goods
    /// The log has no event beyond this one.
    case eventThatIs(EventNumber)
  }

  /// What a program may do about it.
  public enum Retry: String, Sendable {
    /// Not as it is.
    case no
    /// The same again, later.
    case later
    /// After AUTH.
    case auth
  }

  /// The code on the wire.
  public var code: String {
    switch self {
    case .tooLong: "TOO_LONG"
    case .badText: "BAD_TEXT"
    case .syntax: "SYNTAX"
    case .unknownVerb: "UNKNOWN_VERB"
    case .noProto: "NOPROTO"
    case .authRequired: "AUTH_REQUIRED"
    case .forbidden: "FORBIDDEN"
    case .badArgument: "BAD_ARG"
    case .keyReused: "KEY_REUSED"
    case .draining: "DRAINING"
    case .readOnly: "READONLY"
    case .busy: "BUSY"
    case .notFound: "NOT_FOUND"
    case .wrongState: "WRONG_STATE"
    case .notEligible: "NOT_ELIGIBLE"
    case .taken: "TAKEN"
    case .quota: "QUOTA"
    case .authFailed: "AUTH_FAILED"
    case .unknown: "UNKNOWN"
    case .fault: "INTERNAL"
    }
  }

  /// Whether trying again can help.
  public var retry: Retry {
    switch self {
    case .authRequired, .authFailed: .auth
    case .taken, .quota, .busy, .draining, .readOnly, .unknown, .fault: .later
    case .tooLong, .badText, .syntax, .unknownVerb, .noProto, .forbidden, .badArgument, .keyReused, .notFound,
      .wrongState, .notEligible:
      .no
    }
  }
}
