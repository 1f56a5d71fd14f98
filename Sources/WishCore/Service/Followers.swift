/// The sessions that follow the log and are up to date, by what they may see: each event is looked at once
/// for all that are alike, and written once.
final class Followers {
  /// So many sessions are told in about a millisecond; after so long a telling the next one rests as long.
  static let toldInAMillisecond = 100

  /// The last event that they were told of.
  var told: EventNumber
  /// What is committed and they are not yet told.
  var untold: [Event] = []
  /// When they may be told again, on the monotonic clock.
  var nextTelling: Int64 = 0

  /// Those of one role and the same areas.
  private struct Group {
    let role: Role
    var sessions: [Session] = []
    /// What they are to be told.
    var bytes: [UInt8] = []
    /// The last event that was looked at for them.
    var seen: EventNumber = 0
  }

  private struct Kind: Hashable {
    let role: Role
    let areas: [AreaCode]
  }

  private var groups: [Group] = []
  private var groupOfKind: [Kind: Int] = [:]
  private var groupsOfArea: [AreaCode: [Int]] = [:]
  /// Groups of those who are everywhere.
  private var everywhere: [Int] = []
  private var sessionsOfMember: [AccountCode: [Session]] = [:]
  /// Whether somebody's place among them may have changed.
  private var isStale = false

  init(told: EventNumber) { self.told = told }

  /// Whether anybody is to be told.
  var hasLive: Bool { !groups.isEmpty }

  /// Whether members are among them.
  var hasMembers: Bool { !sessionsOfMember.isEmpty }

  /// A member's sessions among them.
  func members(_ account: AccountCode) -> [Session] { sessionsOfMember[account] ?? [] }

  /// Adds a session that is up to date.
  func add(_ session: Session, as who: Identity) {
    let kind = Kind(role: who.role, areas: who.areas)
    let index = groupOfKind[kind] ?? groups.count
    if index == groups.count {
      groups.append(Group(role: who.role))
      groupOfKind[kind] = index
      for area in who.areas { groupsOfArea[area, default: []].append(index) }
      if who.role == .admin { everywhere.append(index) }
    }
    groups[index].sessions.append(session)
    if who.role == .member { sessionsOfMember[who.account, default: []].append(session) }
  }

  /// Who belongs where is looked up again before the next telling.
  func forget() { isStale = true }

  /// Puts everybody where they belong now; those that `identify` does not know any more, and those that
  /// are gone, follow no longer.
  func prepare(_ identify: (Session) -> Identity?) {
    guard isStale else { return }
    let sessions = groups.flatMap(\.sessions)
    var known: Set<ObjectIdentifier> = []
    isStale = false
    (groups, groupOfKind, groupsOfArea, everywhere, sessionsOfMember) = ([], [:], [:], [], [:])
    for session in sessions where session.subscription == .live && !session.isFinished {
      guard known.insert(ObjectIdentifier(session)).inserted else { continue }
      if let who = identify(session) { add(session, as: who) } else { session.subscription = nil }
    }
  }

  /// Writes an event for every group that may see it.
  func add(_ event: Event, in tree: some AreaTree) {
    if case .wish = event.matter, event.audience == nil { return }
    var plain: [UInt8]?
    var naming: [UInt8]?
    func tell(_ index: Int) {
      guard groups[index].seen < event.number else { return }
      groups[index].seen = event.number
      let role = groups[index].role
      if let audience = event.audience, !Policy.isTold(role, of: audience) { return }
      if role == .staff {
        naming = naming ?? event.push(namingMember: true).bytes
        groups[index].bytes += naming ?? []
      } else {
        plain = plain ?? event.push(namingMember: false).bytes
        groups[index].bytes += plain ?? []
      }
    }
    everywhere.forEach(tell)
    var place = event.audience?.place
    while let here = place {
      groupsOfArea[here]?.forEach(tell)
      place = tree.area(here)?.parent
    }
  }

  /// Gives every session that is to be told something what was written for its group.
  func deliver(_ tell: (Session, [UInt8]) -> Void) {
    for index in groups.indices where !groups[index].bytes.isEmpty {
      let group = groups[index]
      groups[index].bytes.removeAll(keepingCapacity: true)
      for session in group.sessions { tell(session, group.bytes) }
    }
  }
}

extension ReplyLine {
  /// The line as it is sent, without a tag.
  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    encode(tag: nil, into: &bytes)
    return bytes
  }
}
