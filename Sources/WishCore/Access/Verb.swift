/// Every verb of the protocol.
public enum Verb: String, CaseIterable, Sendable {
  case hello = "HELLO"
  case ping = "PING"
  case quit = "QUIT"
  case help = "HELP"
  case auth = "AUTH"
  case logout = "LOGOUT"
  case whoami = "WHOAMI"
  case stats = "STATS"
  case area = "AREA"
  case unit = "UNIT"
  case skill = "SKILL"
  case account = "ACCOUNT"
  case rotate = "ROTATE"
  case disable = "DISABLE"
  case enable = "ENABLE"
  case member = "MEMBER"
  case post = "POST"
  case amend = "AMEND"
  case standard = "STANDARD"
  case approve = "APPROVE"
  case publish = "PUBLISH"
  case sendBack = "RETURN"
  case reject = "REJECT"
  case withdraw = "WITHDRAW"
  case merge = "MERGE"
  case refer = "REFER"
  case reopen = "REOPEN"
  case list = "LIST"
  case show = "SHOW"
  case history = "HISTORY"
  case match = "MATCH"
  case invite = "INVITE"
  case claim = "CLAIM"
  case release = "RELEASE"
  case renew = "RENEW"
  case fulfil = "FULFIL"
  case confirm = "CONFIRM"
  case mine = "MINE"
  case wall = "WALL"
  case subscribe = "SUB"
  case unsubscribe = "UNSUB"
  case backup = "BACKUP"
  case drain = "DRAIN"

  /// Who may use it; nil for everybody, logged in or not.
  public var roles: Set<Role>? {
    switch self {
    case .hello, .ping, .quit, .help, .auth, .wall: nil
    case .logout, .whoami: Set(Role.allCases)
    case .stats, .area, .skill, .backup, .drain: [.admin]
    case .account, .rotate, .disable, .enable: [.admin, .staff]
    case .unit, .standard, .amend, .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer,
      .reopen, .invite, .confirm:
      [.staff]
    case .member: [.staff, .admin, .member]
    case .post: [.terminal, .staff]
    case .list, .show: Set(Role.allCases)
    case .history: [.staff, .supervisor]
    case .match, .claim, .release, .renew, .fulfil: [.member, .staff]
    case .mine: [.member]
    case .subscribe, .unsubscribe: Set(Role.allCases).subtracting([.terminal])
    }
  }

  /// Whether staff whose area is a grid may use it.
  var isForGridStaff: Bool {
    switch self {
    case .hello, .ping, .quit, .help, .auth, .wall, .logout, .whoami, .list, .show, .history, .match,
      .subscribe, .unsubscribe:
      true
    case .post, .amend, .withdraw, .invite, .claim, .release, .renew, .fulfil, .confirm: true
    case .stats, .area, .skill, .backup, .drain, .account, .rotate, .disable, .enable, .unit, .standard,
      .approve, .publish, .sendBack, .reject, .merge, .refer, .reopen, .member, .mine:
      false
    }
  }

  /// Whether it changes the store: it takes `key=`, waits for the commit and is refused while draining.
  public var changes: Bool {
    switch self {
    case .area, .unit, .skill, .account, .rotate, .disable, .enable, .member, .post, .amend, .standard,
      .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer, .reopen, .invite, .claim, .release,
      .renew, .fulfil, .confirm:
      true
    case .hello, .ping, .quit, .help, .auth, .logout, .whoami, .stats, .list, .show, .history, .match, .mine,
      .wall, .subscribe, .unsubscribe, .backup, .drain:
      false
    }
  }
}
