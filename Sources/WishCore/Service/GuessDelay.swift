/// Slows down guessing: wrong logins of one account, or from one address, are answered later and later.
///
/// Nobody is locked out: a right secret is answered at once, however many wrong ones came before.
struct GuessDelay {
  /// Wrong logins that are answered at once.
  static let freeTries = 5
  /// The delay of the first wrong login after those; it doubles with each further one.
  static let firstMilliseconds: Int64 = 100
  /// The longest delay.
  static let longestMilliseconds: Int64 = 2_000
  /// After so long without a wrong login an account or address starts afresh.
  static let memoryMilliseconds: Int64 = 600_000
  /// Accounts and addresses that are remembered; unknown account names count as well.
  static let remembered = 10_000

  private var tries: [String: (count: Int, last: Int64)] = [:]
  private var waiting: [(at: Int64, session: Int)] = []

  /// Counts a wrong login and says when it is to be answered.
  mutating func wrong(account: String, peer: Peer, session: Int, at uptime: Int64) {
    var worst = count("account \(account)", at: uptime)
    if case .remote(let address) = peer { worst = max(worst, count("address \(address)", at: uptime)) }
    let doublings = min(20, worst - Self.freeTries - 1)
    let delay = doublings < 0 ? 0 : min(Self.longestMilliseconds, Self.firstMilliseconds << doublings)
    waiting.append((uptime + delay, session))
  }

  private mutating func count(_ key: String, at uptime: Int64) -> Int {
    if tries.count >= Self.remembered {
      tries = tries.filter { uptime - $0.value.last < Self.memoryMilliseconds }
      if tries.count >= Self.remembered { tries.removeAll() }
    }
    let old = tries[key].flatMap { uptime - $0.last < Self.memoryMilliseconds ? $0.count : nil } ?? 0
    tries[key] = (old + 1, uptime)
    return old + 1
  }

  /// The sessions whose wrong login is to be answered now.
  mutating func due(at uptime: Int64) -> [Int] {
    let due = waiting.filter { $0.at <= uptime }.map(\.session)
    waiting.removeAll { $0.at <= uptime }
    return due
  }

  /// When the next one is due.
  var nextDue: Int64? { waiting.map(\.at).min() }
}
