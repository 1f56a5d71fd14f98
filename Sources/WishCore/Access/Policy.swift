/// How much of a wish somebody sees.
public enum Sight: Int, Comparable, Sendable {
  /// Nothing: to them it does not exist.
  case nothing
  /// Codes and numbers, and the public text where a review stands.
  case publicText
  /// Everything, as staff of the area do.
  case everything

  /// Less before more.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Who may do and see what: a pure function of who asks, what, and where.
public enum Policy {
  /// Whether the account may use the verb at all.
  public static func check(_ verb: Verb, by who: Identity?) throws(Refusal) {
    guard let roles = verb.roles else { return }
    guard let who else { throw .authRequired }
    guard roles.contains(who.role), !who.isAtGrid || who.role != .staff || verb.isForGridStaff else {
      throw .forbidden(.role)
    }
  }

  /// Whether the account may use the verb with these arguments.
  ///
  /// - Parameters:
  ///   - verb: what is asked.
  ///   - names: the named arguments that were given.
  ///   - subject: the first positional one.
  ///   - role: the value of `role=`, where one was given.
  ///   - who: who asks; nil where nobody is logged in.
  /// - Throws: AUTH_REQUIRED or FORBIDDEN.
  public static func check(
    _ verb: Verb,
    naming names: [String],
    subject: String?,
    role: String? = nil,
    by who: Identity?
  ) throws(Refusal) {
    try check(verb, by: who)
    guard let who else { return }
    switch (verb, who.role) {
    case (.claim, .staff), (.release, .staff), (.renew, .staff):
      // Staff claim for somebody, never by slip of the pen for themselves.
      guard names.contains("member") else { throw .forbidden(.role) }
    case (.claim, .member), (.release, .member), (.renew, .member):
      guard !names.contains("member") else { throw .forbidden(.role) }
    case (.match, .member):
      guard !names.contains("wish") else { throw .forbidden(.role) }
    case (.fulfil, .member):
      guard !names.contains("member"), !names.contains("category") else { throw .forbidden(.role) }
    case (.account, .staff):
      // Staff hire members and set up terminals; everybody else is the administrator's.
      guard let role = role.flatMap({ Role(rawValue: $0) }), role != .member, role != .terminal else { break }
      throw .forbidden(.role)
    case (.member, .member):
      guard subject == nil || subject == who.account.text,
        names.allSatisfy(["skills", "prefers", "available", "key"].contains)
      else { throw .forbidden(.role) }
    default: break
    }
  }

  /// Whether an area is within reach of an account.
  public static func covers(_ who: Identity, _ area: AreaCode, in tree: some AreaTree) -> Bool {
    who.role == .admin || who.areas.contains { tree.isInside(area, $0) }
  }

  /// What an account sees of a wish.
  public static func sight(of wish: Wish, by who: Identity, in tree: some AreaTree) -> Sight {
    let isInArea = who.role == .admin || who.areas.contains { tree.isInside(wish, $0) }
    switch who.role {
    case .staff:
      return isInArea ? .everything : .nothing
    case .supervisor, .admin:
      return isInArea && !wish.isConfidential ? .publicText : .nothing
    case .terminal:
      return isInArea && !wish.isConfidential && isPublic(wish) ? .publicText : .nothing
    case .member:
      if wish.holders.contains(where: { $0.member == who.account }) { return .publicText }
      if wish.isConfidential, !wish.invited.contains(who.account) { return .nothing }
      return isInArea && isPublic(wish) ? .publicText : .nothing
    }
  }

  /// Whether an account is told of an event on a wish: it is where the wish was visible to it before the
  /// event or after it, or where it is itself concerned.
  public static func isTold(
    _ who: Identity,
    of audience: Audience,
    member: AccountCode?,
    in tree: some AreaTree
  ) -> Bool {
    if who.role == .member, member == who.account { return true }
    guard who.role == .admin || who.areas.contains(where: { tree.isInside(audience.place, $0) }) else {
      return false
    }
    return isTold(who.role, of: audience)
  }

  /// Whether a role is told of an event on a wish in its areas.
  static func isTold(_ role: Role, of audience: Audience) -> Bool {
    switch role {
    case .staff: true
    case .supervisor, .admin: !audience.isConfidential
    case .member, .terminal: audience.isPublic
    }
  }

  /// Whether terminals and members may see a wish of their area, secrecy apart. Without a standing review
  /// it is seen as a collected one, which is not at all.
  private static func isPublic(_ wish: Wish) -> Bool { wish.state.isPublic && wish.isApproved }

  /// Whether an account sees name, phone, address and contact: staff of the area, and a member while it
  /// works on the wish, if it is to hand over directly.
  public static func seesPerson(of wish: Wish, by who: Identity, in tree: some AreaTree) -> Bool {
    switch who.role {
    case .staff: sight(of: wish, by: who, in: tree) == .everything
    case .member: wish.contact == .direct && wish.isActivelyHeld(by: who.account)
    case .terminal, .supervisor, .admin: false
    }
  }

  /// Whether a wish lies in one of a member's areas.
  public static func isInReach(_ wish: Wish, of member: Member, in tree: some AreaTree) -> Bool {
    member.areas.contains { tree.isInside(wish, $0) }
  }

  /// Whether staff may know of a member: one of its areas lies in theirs, or theirs in one of its.
  public static func knows(_ who: Identity, _ member: Member, in tree: some AreaTree) -> Bool {
    who.role == .admin
      || member.areas.contains { area in
        who.areas.contains { tree.isInside(area, $0) || tree.isInside($0, area) }
      }
  }

  /// Whether staff may change an account: a member or a terminal of their own area.
  public static func manages(_ who: Identity, _ account: Account, in tree: some AreaTree) -> Bool {
    switch who.role {
    case .admin: true
    case .staff:
      (account.role == .member || account.role == .terminal)
        && account.area.map { covers(who, $0, in: tree) } ?? false
    case .terminal, .member, .supervisor: false
    }
  }
}
