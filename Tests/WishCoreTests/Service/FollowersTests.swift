import Testing

@testable import WishCore

@Suite("Many who follow the log are told together what each would be told alone") struct FollowersTests {
  private let town: Town
  private let staff: [Client]

  init() throws {
    let town = try Town()
    try town.settle()
    staff = try ["li", "wang"].map { try town.connect(as: $0) }
    self.town = town
  }

  private func follow(_ account: String) -> Client {
    let client = town.connectWithoutHashing(as: account)
    #expect(client.ask("SUB").hasPrefix("OK seq="))
    return client
  }

  /// All that an account is told from the log.
  private func replay(_ account: String, since: EventNumber) -> [String] {
    let client = town.connectWithoutHashing(as: account)
    var lines = client.say("SUB since=\(since)")
    for _ in 0..<20 {
      town.turn()
      lines += client.read()
    }
    return lines.filter { $0.hasPrefix("* ") }
  }

  /// Changes of many kinds in both communities.
  private func change(_ random: inout SeededRandom, _ count: Int) {
    for _ in 0..<count {
      let wish = random.next() % 25 + 1
      let lines = [
        "POST :灯", "POST confidential=yes :密", "POST grid=c01-g1 :网格里的",
        "APPROVE \(wish) category=convenience limit=7d", "APPROVE \(wish) category=health limit=7d",
        "PUBLISH \(wish)",
        "INVITE \(wish) m2", "CLAIM \(wish) member=m1", "RELEASE \(wish) member=m1 :有事", "FULFIL \(wish)",
        "CONFIRM \(wish) solved=yes", "AMEND \(wish) confidential=yes", "WITHDRAW \(wish) :搬走",
        "REOPEN \(wish) :再来",
        "UNIT u\(wish) name=单位",
      ]
      staff[Int(random.next() % 2)].send(lines[Int(random.next() % UInt64(lines.count))])
    }
    town.turn()
    for client in staff { _ = client.read() }
  }

  @Test("live as from the log, for every role and area") func live() throws {
    // One of its areas lies in the other: what happens there is told once all the same.
    #expect(staff[0].ask("MEMBER m3 areas=c01,c01-g1").hasPrefix("OK"))
    let start = town.service.office.lastEvent
    // A member whom nothing concerns: what concerns one is told by how things stand at the time.
    let accounts = ["li", "wang", "grid", "street", "m3", "far", "admin"]
    let followers = accounts.map { follow($0) }
    let twins = accounts.map { follow($0) }
    var random = SeededRandom(seed: 3)
    // One wish in either community that members are told of, whatever comes after.
    for (index, client) in staff.enumerated() {
      for line in ["POST :灯", "APPROVE \(index + 1) category=health limit=7d", "PUBLISH \(index + 1)"] {
        #expect(client.ask(line).hasPrefix("OK"))
      }
    }
    var told = Array(repeating: [String](), count: accounts.count)
    for _ in 0..<60 {
      change(&random, 5)
      for (index, follower) in followers.enumerated() {
        let lines = follower.read()
        #expect(twins[index].read() == lines)
        told[index] += lines
      }
    }
    for (account, lines) in zip(accounts, told) {
      #expect(replay(account, since: start) == lines, "\(account)")
      #expect(!lines.isEmpty, "\(account) is told something")
    }
  }

  @Test("and who is concerned is told more than others like it") func concerned() throws {
    let (one, other) = (follow("m1"), follow("m2"))
    #expect(staff[0].ask("POST confidential=yes :密").hasPrefix("OK"))
    #expect(staff[0].ask("APPROVE 1 category=health limit=7d").hasPrefix("OK"))
    #expect(staff[0].ask("PUBLISH 1").hasPrefix("OK"))
    #expect(staff[0].ask("INVITE 1 m1").hasPrefix("OK"))
    #expect(staff[0].ask("CLAIM 1 member=m1").hasPrefix("OK"))
    let lines = one.read()
    #expect(lines.contains { $0.contains("type=claimed") && $0.contains("member=m1") })
    #expect(other.read().isEmpty)
  }

  @Test("A place among them changes with the register, and ends with the login") func places() throws {
    let (member, street) = (follow("far"), follow("street"))
    let admin = town.connectAsAdmin()
    #expect(admin.ask("MEMBER far areas=c01").hasPrefix("OK"))
    #expect(staff[0].ask("POST :灯").hasPrefix("OK"))
    #expect(staff[0].ask("APPROVE 1 category=health limit=7d").hasPrefix("OK"))
    #expect(staff[0].ask("PUBLISH 1").hasPrefix("OK"))
    #expect(member.read().contains { $0.contains("type=published") })
    #expect(street.read().contains { $0.contains("type=published") })
    #expect(street.ask("LOGOUT") == "OK")
    #expect(admin.ask("ROTATE far").hasPrefix("OK"))
    #expect(staff[0].ask("CLAIM 1 member=m1").hasPrefix("OK"))
    #expect(member.read().isEmpty && street.read().isEmpty)
    // Whoever begins anew is told each event once, however often it began.
    let again = town.connectWithoutHashing(as: "street")
    for line in ["SUB", "UNSUB", "SUB", "SUB since=\(town.service.office.lastEvent)"] { _ = again.say(line) }
    #expect(staff[0].ask("RELEASE 1 member=m1 :有事").hasPrefix("OK"))
    #expect(again.read().count == 1)
  }

  @Test("A crowd is told together after a short rest, each event once and in order") func crowd() throws {
    let start = town.service.office.lastEvent
    let crowd = (0..<(3 * Followers.toldInAMillisecond)).map { _ in follow("li") }
    #expect(staff[0].ask("POST :一").hasPrefix("OK"))
    #expect(staff[0].ask("POST :二").hasPrefix("OK"))
    #expect(town.service.wakeAfterMilliseconds == 3)
    #expect(crowd[7].read().count == 1, "the second waits")
    // Who comes meanwhile is told neither twice nor not at all.
    let late = town.connectWithoutHashing(as: "li")
    let lateLines = late.say("SUB since=\(start)")
    town.uptime += 3
    town.turn()
    #expect(lateLines.filter { $0.hasPrefix("* ") }.count == 2 && late.read().isEmpty)
    for (index, client) in crowd.enumerated() {
      let lines = client.read()
      #expect(lines.count == (index == 7 ? 1 : 2))
      #expect(lines.last?.hasPrefix("* EVENT seq=\(start + 2) ") == true)
    }
  }

  @Test("A long replay takes a page a turn, and others are answered in between") func replay() throws {
    let start = town.service.office.lastEvent
    for _ in 0..<40 {
      for _ in 0..<25 { staff[0].send("POST :灯") }
      town.turn()
      _ = staff[0].read()
    }
    let behind = (0..<3).map { _ in town.connectWithoutHashing(as: "li") }
    for client in behind { client.send("SUB since=\(start)") }
    town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
    let first = behind.map { $0.read().filter { $0.hasPrefix("* ") }.count }
    #expect((1...32).contains(first.reduce(0, +)), "one turn reads no more of the log")
    let other = town.connectWithoutHashing(as: "desk")
    other.send("PING")
    town.service.turn(now: town.now, uptimeMilliseconds: town.uptime)
    #expect(other.read() == ["OK"])
    #expect(town.service.wakeAfterMilliseconds == 0)
    town.turn()
    #expect(zip(first, behind).map { $0 + $1.read().count } == [1_000, 1_000, 1_000])
    #expect(town.service.wakeAfterMilliseconds != 0)
  }
}
