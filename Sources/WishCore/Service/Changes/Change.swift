/// What a changing verb does once its line has been read: it decides on the office and changes its batch.
typealias Change = (Office) throws(Refusal) -> Done

/// What a change is answered with.
struct Done {
  /// The reply's fields.
  var fields = Fields()
  /// The wish that was changed; nil where it is a change of the register.
  var wish: WishNumber?
  /// Shown this once, and in no stored reply.
  var secret: String?

  /// A change of a wish.
  init(_ wish: Wish, _ event: EventNumber) {
    self.wish = wish.number
    fields.add("wish", wish.number)
    fields.add("state", wish.state.rawValue)
    fields.add("seq", event)
  }

  /// A change of the register.
  init(_ name: String, _ code: String, _ event: EventNumber) {
    fields.add(name, code)
    fields.add("seq", event)
  }
}

/// The changing verbs: each reads its line, then returns what to do. What the line alone decides is
/// thrown while reading; the rest when the change runs.
enum Changes {
  /// Reads a changing request.
  static func read(_ verb: Verb, _ line: ArgumentReader, by who: Identity, in office: Office) throws(Refusal)
    -> Change
  {
    switch verb {
    case .area: try area(line, who)
    case .unit: try unit(line, who)
    case .skill: try skill(line, who)
    case .standard: try standard(line, who, office)
    case .account: try account(line, who)
    case .rotate: try rotate(line, who)
    case .disable: try disable(line, who)
    case .enable: try enable(line, who)
    case .member: try member(line, who)
    case .post: try post(line, who, office)
    case .amend: try amend(line, who)
    case .approve: try approve(line, who)
    case .publish: try simple(.publish, line, who)
    case .sendBack: try simple(.sendBack, line, who)
    case .reopen: try simple(.reopen, line, who)
    case .erase: try erase(line, who)
    case .reject: try simple(.reject(line.word("reason")), line, who)
    case .withdraw: try simple(.withdraw(line.word("reason")), line, who)
    case .merge: try merge(line, who)
    case .refer: try refer(line, who)
    case .invite: try invite(line, who)
    case .claim: try claim(line, who)
    case .wait: try wait(line, who)
    case .unwait: try unwait(line, who)
    case .release: try release(line, who)
    case .renew: try renew(line, who)
    case .fulfil: try fulfil(line, who)
    case .confirm: try confirm(line, who)
    case .hello, .ping, .quit, .help, .auth, .logout, .whoami, .stats, .suggest, .list, .show, .history,
      .similar, .askers, .match, .mine, .plan, .wall, .subscribe, .unsubscribe, .backup, .drain:
      preconditionFailure("\(verb.rawValue) changes nothing")
    }
  }
}
