import Foundation
import Testing

extension EndToEnd {
  @Suite("One winner a slot")
  struct RaceTests {
    @Test("Fifty clients race for few slots while the daemon is killed twice: at most one holder at any time")
    func race() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle(members: Race.clients)
      let staff = try daemon.connect(as: "li", over: daemon.door)
      let race = Race(door: daemon.door, secrets: daemon.secrets)
      for slots in [1, 1, 1, 1, 2] {
        race.enter(try daemon.publish("修灯", slots: slots, by: staff), slots: slots)
      }
      try onThreads(Race.clients + 1) { index in
        try race.run(index < Race.clients ? "m\(index + 1)" : "li")
      } meanwhile: {
        defer { race.finish() }
        for _ in 0..<Race.kills {
          usleep(.random(in: 500_000...900_000))
          try daemon.stop(SIGKILL)
          try daemon.start()
        }
        usleep(900_000)
        // On a busy machine it goes on until enough has happened.
        _ = waits { race.count(\.isOk) > Race.enough && race.count(\.isRefused) > Race.enough }
      }

      let witness = try daemon.connect(as: "li")
      var outcomes: [String: Int] = [:]
      for (wish, history) in race.histories {
        #expect(history.fault() == nil, "wish \(wish)")
        for request in history.requests { outcomes[request.outcome.name, default: 0] += 1 }
        let log = try Race.log(of: wish, slots: history.slots, as: witness)
        #expect(log.fault() == nil, "the log of wish \(wish)")
        let told = Set(history.requests.compactMap(\.line))
        #expect(told.subtracting(log.requests.compactMap(\.line)).isEmpty, "the log of wish \(wish)")
      }
      let counts = ["ok", "refused", "unknown"].map { "\($0) \(outcomes[$0, default: 0])" }
      let faults = race.histories.values.count { $0.fault() != nil }
      print(
        """
        race histories: \(race.histories.count) wishes, \(Race.clients) clients, \(Race.kills) kills, \
        \(counts.joined(separator: ", ")), losses \(faults)
        """
      )
      // A race in which nothing happened would prove nothing.
      #expect(outcomes["ok", default: 0] > Race.enough, "\(outcomes)")
      #expect(outcomes["refused", default: 0] > Race.enough, "\(outcomes)")
      #expect(outcomes["unknown", default: 0] > 10, "\(outcomes)")
    }
  }
}

/// Clients that want the same slots, and what they were told.
private final class Race: Sendable {
  static let clients = 50
  static let kills = 2
  /// So many requests must be done, and so many refused.
  static let enough = 200

  private let door: String
  private let secrets: [String: String]
  private let kept = Kept<[Int: SlotHistory]>([:])
  private let isOver = Kept(false)

  init(door: String, secrets: [String: String]) {
    self.door = door
    self.secrets = secrets
  }

  var histories: [Int: SlotHistory] { kept.value }

  func enter(_ wish: Int, slots: Int) { kept.change { $0[wish] = SlotHistory(slots: slots) } }

  /// How many requests ended so, up to now.
  func count(_ isCounted: (SlotHistory.Outcome) -> Bool) -> Int {
    histories.values.reduce(0) { $0 + $1.requests.count { isCounted($0.outcome) } }
  }

  func finish() { isOver.change { $0 = true } }

  /// Asks for one thing after another until the race is over; a connection that breaks is made again.
  func run(_ account: String) throws {
    let wishes = histories.keys.sorted()
    var holding: Set<Int> = []
    var client = try login(account)
    while !isOver.value {
      let wish = wishes[.random(in: wishes.indices)]
      let act: SlotHistory.Act
      if account == "li" {
        usleep(2_000)
        act = .reopen
      } else if holding.contains(wish) || .random(in: 0..<20) == 0 {
        act = .random(in: 0..<3) == 0 ? .fulfil : .release
      } else {
        act = .claim
      }
      let start = DispatchTime.now().uptimeNanoseconds
      let reply = try? client.ask(Race.line(act, wish))
      let outcome = Race.outcome(of: reply)
      let time = start...DispatchTime.now().uptimeNanoseconds
      kept.change { $0[wish]?.requests.append(SlotHistory.Request(account, act, time, outcome)) }
      switch outcome {
      case .ok: if act == .claim { holding.insert(wish) } else { holding.remove(wish) }
      case .refused:
        holding.remove(wish)
        if !["TAKEN", "WRONG_STATE", "FORBIDDEN"].contains(reply?.refusal) {
          throw LiveFailure("\(Race.line(act, wish)): \(reply ?? "")")
        }
      case .unknown: client = try login(account)
      }
    }
  }

  private func login(_ account: String) throws -> LineClient {
    var found: LineClient?
    _ = waits {
      guard let client = try? LineClient(door), (try? client.readLine()) != nil,
        let reply = try? client.ask("AUTH \(account) :\(secrets[account] ?? "")"), reply.hasPrefix("OK ")
      else { return false }
      found = client
      return true
    }
    guard let found else { throw LiveFailure("\(account) does not get in again") }
    return found
  }

  private static func line(_ act: SlotHistory.Act, _ wish: Int) -> String {
    switch act {
    case .claim: "CLAIM \(wish)"
    case .release: "RELEASE \(wish) :不行了"
    case .fulfil: "FULFIL \(wish)"
    case .reopen: "CONFIRM \(wish) solved=no"
    }
  }

  private static func outcome(of reply: String?) -> SlotHistory.Outcome {
    guard let reply, reply.refusal != "UNKNOWN" else { return .unknown }
    if reply.refusal != nil { return .refused }
    return reply.field("seq").flatMap { Int($0) }.map { .ok($0) } ?? .unknown
  }

  /// What the daemon says has happened to a wish's slots, each at a time of its own.
  static func log(of wish: Int, slots: Int, as staff: LineClient) throws -> SlotHistory {
    var history = SlotHistory(slots: slots)
    for row in try staff.say("HISTORY \(wish)") {
      let act: SlotHistory.Act
      switch row.field("type") {
      case "claimed": act = .claim
      case "released": act = .release
      case "fulfilled": act = .fulfil
      case "unconfirmed": act = .reopen
      default: continue
      }
      guard let number = row.field("seq").flatMap({ Int($0) }), let account = row.field("account") else {
        throw LiveFailure("HISTORY: \(row)")
      }
      let time = UInt64(number)
      history.requests.append(SlotHistory.Request(account, act, time...time, .ok(number)))
    }
    return history
  }
}

extension SlotHistory.Outcome {
  fileprivate var isOk: Bool { name == "ok" }
  fileprivate var isRefused: Bool { name == "refused" }

  fileprivate var name: String {
    switch self {
    case .ok: "ok"
    case .refused: "refused"
    case .unknown: "unknown"
    }
  }
}

extension SlotHistory.Request {
  /// What the log must say of it; nil where the client was not told that it happened.
  fileprivate var line: String? {
    if case .ok(let number) = outcome { "\(number) \(who) \(act)" } else { nil }
  }
}
