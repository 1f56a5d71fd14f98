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
  case suggest = "SUGGEST"
  case standard = "STANDARD"
  case approve = "APPROVE"
  case publish = "PUBLISH"
  case sendBack = "RETURN"
  case reject = "REJECT"
  case withdraw = "WITHDRAW"
  case merge = "MERGE"
  case refer = "REFER"
  case reopen = "REOPEN"
  case erase = "ERASE"
  case list = "LIST"
  case show = "SHOW"
  case history = "HISTORY"
  case similar = "SIMILAR"
  case askers = "ASKERS"
  case match = "MATCH"
  case invite = "INVITE"
  case claim = "CLAIM"
  case wait = "WAIT"
  case unwait = "UNWAIT"
  case release = "RELEASE"
  case renew = "RENEW"
  case fulfil = "FULFIL"
  case confirm = "CONFIRM"
  case mine = "MINE"
  case plan = "PLAN"
  case wall = "WALL"
  case subscribe = "SUB"
  case unsubscribe = "UNSUB"
  case backup = "BACKUP"
  case drain = "DRAIN"

  /// Who may use it; nil for everybody, logged in or not.
  public var roles: Set<Role>? {
    switch self {
    case .hello, .ping, .quit, .help, .auth, .wall: nil
    case .logout, .whoami, .list, .show: Audiences.everyone
    case .stats, .area, .skill, .backup, .drain: Audiences.admin
    case .account, .rotate, .disable, .enable: Audiences.adminAndStaff
    case .unit, .standard, .amend, .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer,
      .reopen, .erase, .invite, .confirm, .similar, .askers, .plan:
      Audiences.staff
    case .member: Audiences.memberStaffAndAdmin
    case .post, .suggest: Audiences.terminalAndStaff
    case .history: Audiences.staffAndSupervisor
    case .match, .claim, .release, .renew, .fulfil: Audiences.memberAndStaff
    case .mine, .wait, .unwait: Audiences.member
    case .subscribe, .unsubscribe: Audiences.allButTerminals
    }
  }

  /// Made once: the sets are asked for every request.
  private enum Audiences {
    static let everyone = Set(Role.allCases)
    static let allButTerminals = everyone.subtracting([.terminal])
    static let admin: Set<Role> = [.admin]
    static let staff: Set<Role> = [.staff]
    static let member: Set<Role> = [.member]
    static let adminAndStaff: Set<Role> = [.admin, .staff]
    static let memberAndStaff: Set<Role> = [.member, .staff]
    static let terminalAndStaff: Set<Role> = [.terminal, .staff]
    static let staffAndSupervisor: Set<Role> = [.staff, .supervisor]
    static let memberStaffAndAdmin: Set<Role> = [.member, .staff, .admin]
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The verb of this name, in capitals.
  public init?(named name: String) {
    guard let verb = Self.byName[name] else { return nil }
    self = verb
  }

  /// Whether staff whose area is a grid may use it.
  var isForGridStaff: Bool {
    switch self {
    case .hello, .ping, .quit, .help, .auth, .wall, .logout, .whoami, .suggest, .list, .show, .history,
      .similar, .askers, .match, .plan, .subscribe, .unsubscribe:
      true
    case .post, .amend, .withdraw, .invite, .claim, .release, .renew, .fulfil, .confirm: true
    case .stats, .area, .skill, .backup, .drain, .account, .rotate, .disable, .enable, .unit, .standard,
      .approve, .publish, .sendBack, .reject, .merge, .refer, .reopen, .erase, .member, .mine, .wait,
      .unwait:
      false
    }
  }

  /// Whether it changes the store: it takes `key=`, waits for the commit and is refused while draining.
  public var changes: Bool {
    switch self {
    case .area, .unit, .skill, .account, .rotate, .disable, .enable, .member, .post, .amend, .standard,
      .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer, .reopen, .erase, .invite, .claim,
      .wait, .unwait, .release, .renew, .fulfil, .confirm:
      true
    case .hello, .ping, .quit, .help, .auth, .logout, .whoami, .stats, .suggest, .list, .show, .history,
      .similar, .askers, .match, .mine, .plan, .wall, .subscribe, .unsubscribe, .backup, .drain:
      false
    }
  }
}
