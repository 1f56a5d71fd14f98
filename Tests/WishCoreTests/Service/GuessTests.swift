import Testing

@testable import WishCore

@Suite("Guessing secrets is slow, costs the same whatever is guessed, and keeps nobody out") struct GuessTests
{
  private func town() throws -> Town {
    let town = try Town()
    try town.settle()
    return town
  }

  /// Whether a login that is wrong is answered in the turn in which it came.
  private func isAnsweredAtOnce(_ line: String, from peer: Peer, in town: Town) -> Bool {
    town.connect(peer).outcome(line) == "AUTH_FAILED"
  }

  @Test("An address that guesses at many accounts waits; another one, and this machine, do not")
  func addresses() throws {
    let town = try town()
    let guesser = Peer.remote("10.0.0.9")
    for account in ["m1", "m2", "m3", "far", "nobody"] {
      #expect(isAnsweredAtOnce("AUTH \(account) :wrong", from: guesser, in: town))
    }
    #expect(!isAnsweredAtOnce("AUTH li :wrong", from: guesser, in: town))
    #expect(isAnsweredAtOnce("AUTH li :wrong", from: .remote("10.0.0.8"), in: town))
    #expect(isAnsweredAtOnce("AUTH li :wrong", from: .local, in: town))
    let right = town.connect(guesser)
    #expect(right.outcome("AUTH li :\(town.secrets["li"] ?? "")") == "OK", "no lock-out")
  }

  @Test("The wait doubles to two seconds, and is forgotten after ten quiet minutes") func doubling() throws {
    let town = try town()
    var waits: [Int64] = []
    for _ in 0..<12 {
      let client = town.connect()
      client.send("AUTH m1 :wrong")
      town.turn()
      var waited: Int64 = 0
      var heard = client.read()
      while heard.isEmpty, waited < 5_000 {
        town.uptime += 100
        waited += 100
        town.turn()
        heard = client.read()
      }
      waits.append(waited)
    }
    #expect(waits == [0, 0, 0, 0, 0, 100, 200, 400, 800, 1_600, 2_000, 2_000])
    town.uptime += GuessDelay.memoryMilliseconds
    #expect(isAnsweredAtOnce("AUTH m1 :wrong", from: .local, in: town))
  }

  @Test("An account that does not exist costs a whole hash, as dear as a new secret's")
  func nobody() {
    var random = SeededRandom(seed: 1)
    let salt = Secret.salt(using: &random)
    let hash = Secret.hash("wrong", salt: Secret.nobody)
    #expect(hash.hasPrefix("$y$") && hash.count == Secret.hash("wrong", salt: salt).count)
    #expect(hash.split(separator: "$")[1] == salt.split(separator: "$")[1], "yescrypt's cost")
    #expect(!Secret.matches("", hash: Secret.nobody))
  }
}
