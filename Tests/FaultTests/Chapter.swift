@testable import WishCore

/// A line that an account sends.
struct Ask: Sendable {
  let account: String
  let line: String

  init(_ account: String, _ line: String) {
    self.account = account
    self.line = line
  }
}

/// What happens at one moment: at most one transaction comes of it.
enum Turn: Sendable {
  /// Lines that arrive together, whose changes are committed together.
  case ask([Ask])
  /// Time goes by: claims lapse, or old request keys are forgotten.
  case pass(seconds: Int64)
}

/// A part of the workload that starts with the opening of the store and ends with its closing.
///
/// Every changing request carries a key made of chapter, turn and place, so that the same line sent again
/// is the same request; and every turn has its own moment, so that a turn that is made up for later writes
/// what it would have written.
struct Chapter: Sendable {
  let name: String
  let start: Moment
  /// What is done before, without faults.
  let preparation: [Turn]
  let turns: [Turn]
  /// Whether the write-ahead log is copied into the database before every transaction.
  let copiesLog: Bool
  /// What stands in no file of the store once all its turns are acknowledged.
  let forgets: [String]

  init(
    _ name: String,
    day: Int64,
    copiesLog: Bool = false,
    forgetting forgets: [String] = [],
    preparation: [Turn] = [],
    _ turns: [Turn]
  ) {
    self.name = name
    self.copiesLog = copiesLog
    self.forgets = forgets
    start = Moment(milliseconds: 1_795_161_600_000).advanced(bySeconds: day * 86_400)
    self.preparation = preparation.enumerated().map { $1.keyed("\(name)-p\($0)") }
    // The first turn of a daemon does what came due while there was none.
    self.turns = ([.pass(seconds: 0)] + turns).enumerated().map { $1.keyed("\(name)-\($0)") }
  }

  /// When each turn happens.
  var moments: [Moment] {
    var now = start.advanced(bySeconds: 3_600)
    return turns.map { turn in
      now = now.advanced(bySeconds: 1)
      if case .pass(let seconds) = turn { now = now.advanced(bySeconds: seconds) }
      return now
    }
  }
}

extension Turn {
  fileprivate func keyed(_ key: String) -> Turn {
    guard case .ask(let asks) = self else { return self }
    return .ask(
      asks.enumerated().map { place, ask in
        let verb = ask.line.prefix { $0 != " " }
        return Ask(ask.account, "\(verb) key=\(key)-\(place)\(ask.line.dropFirst(verb.count))")
      }
    )
  }
}
