@testable import WishCore

/// The page's answer to every verb, role, wish and state, written apart from the sources.
///
/// Roles: T terminal, M member, S staff, G staff at a grid, V supervisor, A admin. Outcomes, one letter a
/// state in the order of ``Staging/states``: O done, F FORBIDDEN, N NOT_FOUND, W WRONG_STATE, T TAKEN,
/// B BAD_ARG for a category that the state does not take, or that it lacks.
enum MatrixTable {
  /// Who may use a verb at all.
  static let verbs: [(verb: String, roles: String)] = [
    ("LOGOUT", "TMSGVA"), ("WHOAMI", "TMSGVA"), ("STATS", "A"), ("AREA", "A"), ("SKILL", "A"),
    ("BACKUP", "A"), ("DRAIN", "A"), ("UNIT", "S"), ("STANDARD", "S"), ("APPROVE", "S"), ("PUBLISH", "S"),
    ("RETURN", "S"), ("REJECT", "S"), ("MERGE", "S"), ("REFER", "S"), ("REOPEN", "S"), ("ERASE", "S"),
    ("ACCOUNT", "SA"),
    ("ROTATE", "SA"), ("DISABLE", "SA"), ("ENABLE", "SA"), ("MEMBER", "MSA"), ("POST", "TSG"),
    ("SUGGEST", "TSG"),
    ("SIMILAR", "SG"), ("ASKERS", "SG"),
    ("AMEND", "SG"), ("WITHDRAW", "SG"), ("INVITE", "SG"), ("CONFIRM", "SG"), ("LIST", "TMSGVA"),
    ("SHOW", "TMSGVA"), ("HISTORY", "SGV"), ("MATCH", "MSG"), ("CLAIM", "MSG"), ("RELEASE", "MSG"),
    ("RENEW", "MSG"), ("FULFIL", "MSG"), ("MINE", "M"), ("WAIT", "M"), ("UNWAIT", "M"),
    ("PLAN", "SG"), ("SUB", "MSGVA"), ("UNSUB", "MSGVA"),
  ]

  /// The verbs that need no account.
  static let open = ["HELLO", "PING", "QUIT", "HELP", "AUTH", "WALL"]

  /// What a request of each verb on a wish comes to; `#` is the wish, `@` one to merge it into.
  typealias Row = (line: String, outcomes: String)

  /// Staff, on a wish of their area that m2 claimed where it is claimed.
  static let staff: [Row] = [
    ("SHOW #", "OOOOOOOOOOOO"),
    ("HISTORY #", "OOOOOOOOOOOO"),
    ("SIMILAR #", "OOOOOOOOOOOO"),
    ("ASKERS #", "OOOOOOOOOOOO"),
    ("MATCH wish=#", "WWWOWWWWWWWW"),
    ("AMEND # name=李某", "OOOOOOOWWWWW"),
    ("AMEND # slots=3", "OOOOOOOWWWWW"),
    ("AMEND # public=换灯泡", "WWWOOOOWWWWW"),
    ("AMEND # category=policy", "OOOWWWWWWWWW"),
    ("AMEND # :换一盏灯", "OOOWWWWWWWWW"),
    ("APPROVE # category=policy limit=3d", "OWWWWWWWWWWW"),
    ("PUBLISH #", "WWOWWWWWWWWW"),
    ("RETURN # :请补地址", "OWOOWWWWWWWW"),
    ("REJECT # :办不了", "OOOOOWOWWWWW"),
    ("WITHDRAW # reason=moved :搬走了", "OOOOOWOWWWWW"),
    ("MERGE # into=@", "OOOOOWOWWWWW"),
    ("REFER # to=电力公司 :换线路", "OOOOOWOWWWWW"),
    ("REOPEN # :又坏了", "WWWWWWOOOOOO"),
    ("ERASE # :本人要求", "WWWWWWWOOOOO"),
    ("INVITE # m3", "WWWOWWWWWWWW"),
    ("CLAIM # member=m3", "WWWOTWWWWWWW"),
    ("RELEASE # member=m2 :有事", "FFFFOFFFFFFF"),
    ("RENEW # member=m2 :缺料", "FFFFOFFFFFFF"),
    ("FULFIL # member=m2", "FFFFOWFWFFFF"),
    ("FULFIL # :当场办好", "BWOOOWOWWWWW"),
    ("FULFIL # category=policy", "OWBBBWBWWWWW"),
    ("CONFIRM # solved=yes", "WWWWWOWWWWWW"),
  ]

  /// Staff, on a wish of which m1 holds one slot of two: RETURN waits for an active claim to end.
  static let staffOfHeld: [Row] =
    staff.filter { !$0.line.contains("m2") && !$0.line.hasPrefix("FULFIL") && !$0.line.hasPrefix("RETURN") }
    + [
      ("RETURN # :请补地址", "OWOWWWWWWWWW"),
      ("RELEASE # member=m1 :有事", "FFFOOFFFFFFF"),
      ("FULFIL # member=m1", "WWWOOWFWFFFF"),
      ("CONFIRM # solved=no", "WWWWWOWWWWWW"),
    ]

  /// A member, on a wish of its area that m2 claimed; the same where it is confidential and the member was
  /// invited.
  static let member: [Row] = [
    ("SHOW #", "NNNOOONOONNN"),
    ("CLAIM #", "NNNOTWNWWNNN"),
    ("WAIT #", "NNNWOWNWWNNN"),
    ("UNWAIT #", "NNNFFFNFFNNN"),
    ("RELEASE # :有事", "NNNFFFNFFNNN"),
    ("RENEW # :缺料", "NNNFFFNFFNNN"),
    ("FULFIL # :换好了", "NNNFFFNFFNNN"),
  ]

  /// A member, on a wish that it took one slot of: it sees it as long as it holds that.
  static let holder: [Row] = [
    ("SHOW #", "OOOOOONOONNN"),
    ("CLAIM #", "WWWWWWNWWNNN"),
    ("WAIT #", "WWWWWWNWWNNN"),
    ("UNWAIT #", "FFFFFFNFFNNN"),
    ("RELEASE # :有事", "FFFOOFNFFNNN"),
    ("RENEW # :缺料", "FFFOOFNFFNNN"),
    ("FULFIL # :换好了", "WWWOOWNWFNNN"),
  ]

  static let terminal: [Row] = [("SHOW #", "NNNOOONOONNN")]
  static let supervisor: [Row] = [("SHOW #", "OOOOOOOOOOOO"), ("HISTORY #", "OOOOOOOOOOOO")]
  static let admin: [Row] = [("SHOW #", "OOOOOOOOOOOO")]

  /// What a letter means.
  static func outcome(_ letter: Character) -> String {
    switch letter {
    case "O": "OK"
    case "F": "FORBIDDEN"
    case "N": "NOT_FOUND"
    case "W": "WRONG_STATE"
    case "T": "TAKEN"
    case "B": "BAD_ARG category"
    default: "no outcome \(letter)"
    }
  }
}
