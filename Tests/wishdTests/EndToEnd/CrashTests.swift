import Foundation
import Testing

extension EndToEnd {
  @Suite("A daemon that is killed")
  struct CrashTests {
    @Test("has kept every change that it acknowledged, and doubles none that is asked again with its key")
    func keyedChanges() throws {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle(members: Load.members)
      let staff = try daemon.connect(as: "li")
      var published: [Int] = []
      for _ in 0..<Load.claims { published.append(try daemon.publish("大家来", slots: 100, by: staff)) }
      var told: [String: String] = [:]
      var unanswered = 0
      for round in 0..<Load.rounds {
        let load = Load(round: round, claiming: published, door: daemon.door, secrets: daemon.secrets)
        let enough = Int.random(in: 1..<load.count * 3 / 4)
        try onThreads(load.parts.count) { part in
          try load.play(part)
        } meanwhile: {
          _ = waits { load.replies.count >= enough }
          usleep(.random(in: 0...20_000))
          try daemon.stop(SIGKILL)
        }
        let before = load.replies
        unanswered += load.count - before.count
        try daemon.start()
        let again = Load(round: round, claiming: published, door: daemon.door, secrets: daemon.secrets)
        try onThreads(again.parts.count) { try again.play($0) }
        #expect(again.replies.count == again.count)
        for (key, reply) in again.replies {
          #expect(reply.hasPrefix("OK "), "\(key): \(reply)")
          if let old = before[key] { #expect(reply == old + " replay=yes") }
          told[key] = reply.replacing(" replay=yes", with: "")
        }
      }
      #expect(unanswered > 0, "nothing was under way when it was killed")
      try expectOnce(told, published: published, on: daemon)
    }

    /// One wish to each key of a POST and one claim to each key of a CLAIM, and nothing besides.
    private func expectOnce(_ told: [String: String], published: [Int], on daemon: LiveDaemon) throws {
      let posts = told.filter { $0.key.hasPrefix("p") }
      let wishes = posts.values.compactMap { $0.field("wish") }.compactMap { Int($0) }
      #expect(Set(wishes).count == posts.count)
      #expect(Set(told.values.compactMap { $0.field("seq") }).count == told.count)
      let stats = try daemon.connect(as: "admin").say("STATS")
      let count = stats.first { $0.contains(" name=wishes ") }?.field("value")
      #expect(count == "\(posts.count + published.count)")
      let staff = try daemon.connect(as: "li")
      for wish in published {
        let claims = try staff.say("HISTORY \(wish)").filter { $0.field("type") == "claimed" }
        let asked = told.filter { $0.key.hasPrefix("c") && $0.value.field("wish") == "\(wish)" }
        #expect(
          Set(claims.compactMap { $0.field("seq") }) == Set(asked.values.compactMap { $0.field("seq") })
        )
      }
      let some = try #require(posts.keys.first)
      #expect(try staff.ask("POST key=\(some) :另一个心愿").refusal == "KEY_REUSED")
    }

    @Test("in the middle of its first second starts again, as often as that happens")
    func again() throws {
      let daemon = try LiveDaemon()
      for _ in 0..<5 {
        try daemon.start()
        let admin = try daemon.connect(as: "admin")
        #expect(try admin.ask("AREA d01 name=东区 level=district").hasPrefix("OK "))
        #expect(try daemon.stop(SIGKILL) == nil)
      }
      try daemon.start()
      #expect(try daemon.stop() == 0)
    }
  }
}

/// Keyed requests on several connections at once, sent without waiting for replies.
private final class Load: Sendable {
  static let rounds = 6
  static let members = 4
  static let claims = 48
  private static let posters = 4
  private static let posts = 300

  /// One request, and what is known of it by its key.
  struct Keyed: Sendable {
    let key: String
    let line: String
  }

  /// What each connection sends.
  let parts: [[Keyed]]
  private let accounts: [String]
  private let door: String
  private let secrets: [String: String]
  private let kept = Kept<[String: String]>([:])

  init(round: Int, claiming wishes: [Int], door: String, secrets: [String: String]) {
    self.door = door
    self.secrets = secrets
    let posting = (0..<Load.posters).map { poster in
      (0..<Load.posts).map { index in
        let key = "p\(round)-\(poster)-\(index)"
        return Keyed(key: key, line: "#\(key) POST key=\(key) :第\(round)轮的心愿\(index)")
      }
    }
    // Every round claims other wishes.
    let share = Load.claims / Load.rounds
    let claiming = (1...Load.members).map { member in
      wishes[(round * share)..<((round + 1) * share)].map { wish in
        let key = "c\(member)-\(wish)"
        return Keyed(key: key, line: "#\(key) CLAIM \(wish) key=\(key)")
      }
    }
    parts = posting + claiming
    accounts = posting.map { _ in "li" } + (1...Load.members).map { "m\($0)" }
  }

  /// The finals that came, without their tags, by key.
  var replies: [String: String] { kept.value }

  /// How many requests there are.
  var count: Int { parts.joined().count }

  /// Sends everything of one connection and reads until all is answered or the connection breaks.
  func play(_ part: Int) throws {
    guard let client = try? LineClient(door) else { return }
    let lines = parts[part].map { $0.line + "\n" }.joined()
    let opening = "AUTH \(accounts[part]) :\(secrets[accounts[part]] ?? "")\n"
    guard (try? client.send(bytes: Array((opening + lines).utf8))) != nil else { return }
    var unanswered = Set(parts[part].map(\.key))
    while let line = try? client.readLine() {
      guard line.hasPrefix("#"), line.isFinal else { continue }
      let key = String(line.dropFirst().prefix { $0 != " " })
      kept.change { $0[key] = String(line.untagged) }
      unanswered.remove(key)
      if unanswered.isEmpty { return }
    }
  }
}
