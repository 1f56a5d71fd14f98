/// What a reading verb does once its line has been read: it looks at the committed state and answers
/// with rows; the last line is the final.
typealias Reading = (Office) throws(Refusal) -> [ReplyLine]

/// The reading verbs that need nothing but the office.
enum Readings {
  /// Reads a reading request.
  static func read(_ verb: Verb, _ line: ArgumentReader, by who: Identity) throws(Refusal) -> Reading {
    switch verb {
    case .show: try show(line, who)
    case .askers: try askers(line, who)
    case .match: try match(line, who)
    case .mine: mine(who)
    case .hello, .ping, .quit, .help, .auth, .logout, .whoami, .stats, .suggest, .list, .history, .similar,
      .plan, .wall, .subscribe, .unsubscribe, .backup, .drain, .area, .unit, .skill, .account, .rotate,
      .disable, .enable, .member, .post, .amend,
      .standard, .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer, .reopen, .erase, .invite,
      .claim, .wait, .unwait, .release, .renew, .fulfil, .confirm:
      preconditionFailure("\(verb.rawValue) is no reading of the office")
    }
  }

  /// The final of a reply that says no more than its rows.
  static let ok = ReplyLine.ok(Fields(), note: nil)
}
