import Testing

@testable import WishCore

/// Whatever happened, the files are what a rendering of the whole state from nothing would make.
@Suite("The walls' files are the state's, though only what changed is rendered") struct WallFilesTests {
  private let town: Town
  private var random = SeededRandom(seed: 7)
  private let admin: Client
  private let staff: [Client]

  init() throws {
    town = try Town()
    try town.settle()
    admin = town.connectAsAdmin()
    staff = [try town.connect(as: "li"), try town.connect(as: "wang")]
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }

  /// A line of some verb that changes what hangs, or tries to.
  private mutating func line() -> String {
    let last = Int(town.service.office.lastWish)
    let wish = max(1, last - pick(Array(0...20)))
    let other = max(1, last - pick(Array(0...20)))
    // Most lines carry a wish on: few would live long enough otherwise.
    if random.next() % 3 > 0 {
      return pick([
        "APPROVE \(wish) category=\(pick(["convenience", "health"])) limit=7d slots=2", "PUBLISH \(wish)",
        "CLAIM \(wish) member=\(pick(["m1", "m2", "m3", "far"]))", "FULFIL \(wish)",
        "AMEND \(wish) public=改了的\(other)",
        "POST \(pick(["urgency=urgent ", "", "show=surname name=柏某某 "])):灯坏了",
      ])
    }
    return pick([
      "POST \(pick(["urgency=urgent ", "", "show=surname name=柏某某 ", "confidential=yes "])):\(pick(["灯坏了", "想学<二胡>", "*求* 一|车 & 水"]))",
      "APPROVE \(wish) category=\(pick(["convenience", "health", "culture"])) limit=7d slots=\(pick([1, 2])) standard=两天内",
      "PUBLISH \(wish)", "PUBLISH \(wish)", "CLAIM \(wish) member=\(pick(["m1", "m2", "m3", "far"]))",
      "RELEASE \(wish) member=\(pick(["m1", "m2", "far"])) :有事", "FULFIL \(wish)",
      "CONFIRM \(wish) solved=\(pick(["yes", "no", "unreached"]))", "AMEND \(wish) public=改了的\(other)",
      "AMEND \(wish) confidential=\(pick(["yes", "no"]))",
      "AMEND \(wish) urgency=\(pick(["urgent", "normal"]))",
      "RETURN \(wish) :缺地址", "REJECT \(wish) :办不了", "WITHDRAW \(wish) :搬走了", "MERGE \(wish) into=\(other)",
      "REFER \(wish) to=供电所 :转", "REOPEN \(wish) :再来", "INVITE \(wish) m1", "ERASE \(wish) :要求",
      "RENEW \(wish) member=m1 by=3d :再宽限",
    ])
  }

  private func expectFromScratch(_ comment: Comment) throws {
    let sources = try WallReader(path: town.path).sources()
    var walls: [(String, [WallSource], WallTitle)] = [("all", sources, .all)]
    walls += sources.map { ($0.area.code.text, [$0], .community($0.area.name)) }
    for (name, sources, title) in walls {
      #expect(town.shelf["\(name).txt"] == Wall.text(sources, title: title), comment)
      #expect(town.shelf["\(name).md"] == Wall.markdown(sources, title: title), comment)
      #expect(town.shelf["\(name).html"] == Wall.html(sources, title: title), comment)
    }
  }

  @Test("after each of many changes of every kind, and after a restart") mutating func fromScratch() throws {
    var shown: Set<String> = []
    for step in 0..<250 {
      var said: [String] = []
      for _ in 0...(random.next() % 4) {
        let line = line()
        said.append(line)
        let client = staff[Int(random.next() % 2)]
        client.send(line)
      }
      if step % 40 == 20 {
        said.append("AREA c0\(step) name=新社区\(step) level=community parent=d01")
        admin.send(said[said.count - 1])
      }
      if step % 40 == 30 {
        said.append("AREA c01 name=向阳<\(step)>")
        admin.send("AREA c01 name=向阳<\(step)> level=community parent=d01")
      }
      town.turn()
      for client in staff + [admin] { _ = client.read() }
      town.pass(seconds: 3)
      try expectFromScratch("step \(step): \(said)")
      let told = ["改了的", "紧急", "还差1人", "办理中", "等您评价", "柏", "新社区"]
      shown.formUnion(told.filter { town.shelf["all.txt"].contains($0) })
    }
    #expect(shown.count >= 5, "the changes are of many kinds: \(shown)")
    try town.restart()
    town.pass(seconds: 3)
    try expectFromScratch("after a restart")
  }

  @Test("also where the folder took nothing for a while") mutating func failing() throws {
    town.pass(seconds: 3)
    for step in 0..<40 {
      town.shelf.takesNothing = step % 3 == 1
      for _ in 0..<6 { staff[0].send(line()) }
      town.turn()
      _ = staff[0].read()
      town.pass(seconds: 3)
      if step % 3 == 0 { try expectFromScratch("step \(step)") }
    }
    #expect(town.log.contains { $0.hasPrefix("wall not written: ") })
  }
}
