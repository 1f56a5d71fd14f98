/// Every bound of the service, with its unit in its name.
public enum Limits {
  /// A request line with its tag and LF, once the connection has an account.
  public static let lineBytesMax = 32_768
  /// A request line before AUTH.
  public static let lineBytesMaxBeforeAuth = 1_024
  /// A request's tag.
  public static let tagBytesMax = 32
  /// A request's `key=`.
  public static let keyBytesMax = 64
  /// Codes of areas, accounts, units and backups.
  public static let codeBytesMax = 32
  /// A wish's text, its public text, a service standard.
  public static let textBytesMax = 12_000
  /// A reason, a note, a comment.
  public static let reasonBytesMax = 2_000
  /// The name of a person, a unit, an area, a skill; also `ref=`, `batch=` and `to=`.
  public static let nameBytesMax = 120
  /// A phone number.
  public static let phoneBytesMax = 40
  /// An address.
  public static let addressBytesMax = 400
  /// A secret; a longer one is answered like a wrong one.
  public static let secretBytesMax = 128
  /// Items of a comma-separated list.
  public static let listItemsMax = 32
  /// Combining marks in a row in any text.
  public static let combiningMarksMax = 8
  /// Slots of a wish.
  public static let slots = 1...100
  /// Wishes that a member may hold at once.
  public static let capacity = 1...1_000
  /// The capacity of a member who was given none.
  public static let capacityDefault = 3
  /// A goods wish's value and an area's cap, in yuan.
  public static let yuan = 0...10_000_000
  /// An area's cap where none was given, in yuan.
  public static let capYuanDefault = 500
  /// Members who may wait for a slot of one wish.
  public static let waitingMax = 10
  /// A rating by the resident.
  public static let rating = 1...5
  /// Rows of one LIST.
  public static let listRows = 1...500
  /// Rows of a LIST without `limit=`.
  public static let listRowsDefault = 50
  /// Rows of one MATCH.
  public static let matchRows = 1...500
  /// Rows of a MATCH without `limit=`.
  public static let matchRowsDefault = 20
  /// Requests of one connection that may wait for their reply; then reading stops.
  public static let requestsInFlightMax = 64
  /// Unsent replies of one connection past which its next request waits.
  public static let replyBacklogBytesMax = 1_048_576
  /// Queued pushes of one connection; then it is told BYE.
  public static let pushBacklogBytesMax = 1_048_576
  /// A connection without a request, unless it subscribed.
  public static let idleSeconds: Int64 = 600
  /// A line that was begun and not ended.
  public static let partialLineSeconds: Int64 = 30
  /// A peer that takes nothing of what is ready for it.
  public static let stalledWriteSeconds: Int64 = 30
  /// Walls of all communities that are sent at a time, each of which keeps its file open; more answer BUSY.
  public static let wallFilesSentMax = 32
  /// Bytes of other walls that are sent at a time; more answer BUSY.
  public static let wallBytesSentMax = 67_108_864
  /// How long a request key is remembered.
  public static let keyDays: Int64 = 7
  /// Secrets waiting to be hashed; more answer BUSY.
  public static let hashQueueMax = 1_024
  /// Plans being made or waiting for it; more answer BUSY.
  public static let plansWaitingMax = 8
  /// Wishes with a free slot that one plan takes on.
  public static let planWishesMax = 10_000
  /// Open wishes that are looked at for one plan.
  public static let planLookedAtMax = 50_000
  /// Pairs of what wishes ask for and a member that are weighed for one plan.
  public static let planPairsMax = 5_000_000
  /// Members that a plan weighs for each wish against all others; as many as the wish has slots, where
  /// these are more.
  public static let planCandidatesMax = 30
  /// Members that LIST names as worth inviting to a stale wish.
  public static let worthInvitingMax = 3
  /// The shortest and the longest duration.
  public static let spanSeconds: ClosedRange<Int64> = 1...(3_650 * 86_400)
}
