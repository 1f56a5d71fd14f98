/// What HELP says of one verb in words.
struct VerbProse: Sendable {
  /// What it is for, in a few words.
  let title: Bilingual
  /// What it does, in a sentence or three.
  let about: Bilingual
  /// Requests after `> `, replies after `< `.
  let example: [String]
  /// What it may be refused with, as it would be told.
  let pitfalls: [Refusal]

  /// A limit of a week, for examples.
  static let week: Span = {
    guard let span = Span("7d") else { preconditionFailure("a week is a span") }
    return span
  }()

  /// The words of every verb.
  static func of(_ verb: Verb) -> VerbProse {
    switch verb {
    case .hello: .hello
    case .ping: .ping
    case .quit: .quit
    case .help: .help
    case .auth: .auth
    case .logout: .logout
    case .whoami: .whoami
    case .stats: .stats
    case .area: .area
    case .unit: .unit
    case .skill: .skill
    case .account: .account
    case .rotate: .rotate
    case .disable: .disable
    case .enable: .enable
    case .member: .member
    case .post: .post
    case .amend: .amend
    case .suggest: .suggest
    case .standard: .standard
    case .approve: .approve
    case .publish: .publish
    case .sendBack: .sendBack
    case .reject: .reject
    case .withdraw: .withdraw
    case .merge: .merge
    case .refer: .refer
    case .reopen: .reopen
    case .erase: .erase
    case .list: .list
    case .show: .show
    case .history: .history
    case .similar: .similar
    case .askers: .askers
    case .match: .match
    case .invite: .invite
    case .claim: .claim
    case .wait: .wait
    case .unwait: .unwait
    case .release: .release
    case .renew: .renew
    case .fulfil: .fulfil
    case .confirm: .confirm
    case .mine: .mine
    case .plan: .plan
    case .wall: .wall
    case .subscribe: .subscribe
    case .unsubscribe: .unsubscribe
    case .backup: .backup
    case .drain: .drain
    }
  }
}
