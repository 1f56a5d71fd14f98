import Testing

@testable import WishCore

@Suite("What the service says outlives it") struct RestartTests {
  /// A town with a wish in every state, of several kinds, and some history behind them.
  private func town() throws -> Town {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for member in ["m1", "m2", "m3"] { staff.done("MEMBER \(member) capacity=50 skills=修灯,木工") }
    staff.done("UNIT power name=供电公司")
    staff.done("MEMBER m1 unit=power level=city")
    staff.done("STANDARD policy limit=3d standard=三天内")
    for slip in [
      "", "grid=c01-g1 name=李某 phone=19900001111 show=surname urgency=urgent", "confidential=yes",
      "kind=goods value=50",
    ] {
      for state in Staging.states { _ = Staging(staff: staff, slip: slip).wish(state) }
    }
    for state in Staging.states { _ = Staging(staff: staff, holder: "m1", second: "m2").wish(state) }
    let published = Staging(staff: staff, invited: "m1").wish(.published)
    for line in [
      "AMEND # needed=2026-12-01 slots=5 skills=电工 confidential=yes", "CLAIM # member=m1",
      "RENEW # member=m1 :缺料",
      "INVITE # m2 :来吗", "AMEND # confidential=no phone=\"\"", "CLAIM # member=m3", "FULFIL # member=m3 :好了",
    ] { staff.done(line.replacing("#", with: "\(published)")) }
    town.now = town.now.advanced(bySeconds: 10 * 86_400)
    town.turn()
    for number in [8, 9, 10, 11, 13] { staff.done("REOPEN \(number) :又坏了") }
    staff.done("MEMBER li skills=电工")
    staff.done("CLAIM \(published) member=m2")
    staff.done("CLAIM \(published) member=li")
    return town
  }

  /// Everything that can be asked, by everybody.
  private func everything(_ town: Town) throws -> [String] {
    var lines: [String] = []
    let all = WishState.allCases.map(\.rawValue).joined(separator: ",")
    for account in ["li", "grid", "m1", "m2", "m3", "street", "admin", "desk", "far"] {
      let client = try town.connect(as: account)
      for number in 1...town.service.office.lastWish {
        lines += client.say("SHOW \(number)")
        lines += client.say("HISTORY \(number)")
      }
      for line in [
        "LIST limit=500", "LIST limit=500 state=\(all)", "LIST overdue=yes", "MINE", "MATCH", "WALL",
        "WALL community=c01 format=html",
        "WALL format=markdown", "SUB since=0", "UNSUB", "WHOAMI",
      ] { lines += client.say(line).map { "\(account) \(line): \($0)" } }
    }
    return lines
  }

  @Test("After a restart every reply is byte for byte the same") func same() throws {
    let town = try town()
    let before = try everything(town)
    try town.restart()
    let after = try everything(town)
    #expect(before.count > 1_000 && before.count == after.count)
    for (old, new) in zip(before, after) where old != new {
      Issue.record("\(old) became \(new)")
      break
    }
  }

  @Test("The log's facts, one after another, make exactly the wishes that stand") func replay() throws {
    let town = try town()
    var wishes: [WishNumber: Wish] = [:]
    var last: EventNumber = 0
    for event in try town.store.events(after: 0, limit: 100_000) {
      #expect(event.number == last + 1, "without a gap")
      last = event.number
      guard case .wish(let number, let fact) = event.matter else { continue }
      if case .posted(let posting) = fact {
        wishes[number] = Wish(number: number, posting: posting, event: event.number, at: event.at)
        continue
      }
      let mergedInto = wishes[number]?.mergedInto
      wishes[number]?.apply(fact, event: event.number, at: event.at)
      switch fact {
      case .merged(let into, let askers): count(&wishes, from: into, askers)
      case .reopened(_?, let askers): count(&wishes, from: mergedInto, -askers)
      default: break
      }
    }
    #expect(last == town.last)
    #expect(wishes.count == Int(town.service.office.lastWish))
    for (number, wish) in wishes {
      let stored = try #require(try town.store.wish(number))
      #expect(wish == stored, "wish \(number)")
      #expect(
        town.service.office.openWishes[number] == (wish.state.isOpen ? wish : nil),
        "wish \(number) in memory"
      )
    }
  }

  private func count(_ wishes: inout [WishNumber: Wish], from first: WishNumber?, _ askers: Int) {
    var next = first
    while let number = next {
      wishes[number]?.askers += askers
      next = wishes[number]?.mergedInto
    }
  }

  @Test("The wall's counts are those of the wishes that stand") func tallies() throws {
    let town = try town()
    var tally = Tally()
    for number in 1...town.service.office.lastWish {
      let wish = try #require(try town.store.wish(number))
      if !wish.isConfidential { tally.add(wish.reached, by: 1) }
    }
    #expect(try town.store.tally(of: AreaCode(stored: "c01")) == tally)
    #expect(tally[.collected] > 40 && tally[.confirmed] > 3)
  }

  @Test("Capacity, due times and invitations hold after a restart") func rules() throws {
    let town = try Town()
    try town.settle()
    var staff = try town.connect(as: "li")
    staff.done("MEMBER m1 capacity=1")
    for number in 1...2 {
      for line in ["POST :x", "APPROVE \(number) category=policy limit=24h", "PUBLISH \(number)"] {
        staff.done(line)
      }
    }
    staff.done("CLAIM 1 member=m1")
    staff.done("INVITE 2 m1")
    try town.restart()
    let m1 = try town.connect(as: "m1")
    #expect(m1.outcome("CLAIM 2") == "QUOTA")
    #expect(m1.numbers("MINE") == [1, 2])
    town.now = town.now.advanced(bySeconds: 86_400)
    #expect(m1.outcome("CLAIM 2") == "OK", "the first one lapsed")
    staff = try town.connect(as: "li")
    #expect(staff.done("POST :x")["wish"] == "3", "numbers go on")
  }
}
