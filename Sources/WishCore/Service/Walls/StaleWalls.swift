/// Which walls are not as the state is, and when they are rendered again: soon after a change, with a
/// rest in between.
struct StaleWalls {
  /// How long a change waits for others.
  static let gatherMilliseconds: Int64 = 150
  /// A change hangs within this time, unless renderings take longer: one that follows close on another waits
  /// as long as that allows, so that while there are changes all the time the walls take little of a processor.
  static let promiseMilliseconds: Int64 = 800
  /// Where somebody waits, a rendering is followed by a rest of three times its own length, so that walls take
  /// no more than a quarter of a processor; but no longer than this.
  static let restMillisecondsMax: Int64 = 600
  /// How long after a failure it is tried again.
  static let retryMilliseconds: Int64 = 2_000

  /// The communities that changed since the rendering under way, or the last one, began.
  private(set) var communities: Set<AreaCode> = []
  /// Counts the changes.
  private(set) var changes = 0
  /// How many of the changes hang.
  private(set) var hungChanges = -1
  private(set) var isRendering = false
  private(set) var hasFailed = false

  /// When the next rendering is due, on the monotonic clock; nil while nothing is stale.
  private var dueAt: Int64?
  private var restsUntil: Int64 = 0
  /// Until when it rests where nobody waits.
  private var pausesUntil: Int64 = 0
  private var began: (at: Int64, changes: Int) = (0, 0)

  /// Whether something is not as the state is, and is not being rendered either.
  var isStale: Bool { dueAt != nil }

  /// When the loop must turn for the walls' sake; a rendering under way wakes it by its result.
  var wakeAt: Int64? { isRendering ? nil : dueAt }

  /// Notes that communities changed; with none, that there is something to hang at all.
  mutating func mark(_ changed: Set<AreaCode>, at uptime: Int64) {
    communities.formUnion(changed)
    changes += 1
    dueAt = dueAt ?? max(uptime + Self.gatherMilliseconds, pausesUntil)
  }

  /// Somebody waits for it: what is stale is due as soon as the rest is over.
  mutating func hurry() {
    dueAt = dueAt.map { min($0, restsUntil) }
  }

  /// Whether a rendering is to begin.
  func isDue(at uptime: Int64) -> Bool {
    guard let dueAt, !isRendering else { return false }
    return dueAt <= uptime
  }

  /// Begins a rendering of what is stale; returns the communities.
  mutating func begin(at uptime: Int64) -> Set<AreaCode> {
    defer { communities = [] }
    isRendering = true
    dueAt = nil
    began = (uptime, changes)
    return communities
  }

  /// Ends a rendering of these communities.
  mutating func end(_ rendered: Set<AreaCode>, isDone: Bool, at uptime: Int64) {
    isRendering = false
    hasFailed = !isDone
    let took = uptime - began.at
    restsUntil = uptime + max(took, min(3 * took, Self.restMillisecondsMax))
    // Of the time a change has, the end of a rendering under way and its own rendering are left.
    pausesUntil = max(restsUntil, uptime + Self.promiseMilliseconds - 2 * took)
    if isDone {
      hungChanges = began.changes
      if isStale { dueAt = max(dueAt ?? 0, pausesUntil) }
    } else {
      communities.formUnion(rendered)
      dueAt = uptime + Self.retryMilliseconds
    }
  }
}
