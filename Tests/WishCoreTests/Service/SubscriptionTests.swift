import Testing

@testable import WishCore

@Suite("Whoever follows the log is told what it may see, once and in order") struct SubscriptionTests {
  private let town: Town
  private let staff: Client

  init() throws {
    town = try Town()
    try town.settle()
    staff = try town.connect(as: "li")
  }

  /// A published wish of c01.
  private func publish(_ text: String = "修灯", confidential: Bool = false) -> String {
    let wish = String(
      staff.ask("POST \(confidential ? "confidential=yes " : ""):\(text)").split(separator: " ")[1].dropFirst(
        "wish=".count
      )
    )
    #expect(staff.ask("APPROVE \(wish) category=convenience limit=7d").hasPrefix("OK"))
    #expect(staff.ask("PUBLISH \(wish)").hasPrefix("OK"))
    return wish
  }

  private func seqs(_ lines: [String]) -> [Int] {
    lines.filter { $0.hasPrefix("* EVENT ") }.compactMap { line in
      line.split(separator: " ").first { $0.hasPrefix("seq=") }.flatMap { Int($0.dropFirst(4)) }
    }
  }

  private func types(_ lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix("* EVENT ") }.compactMap { line in
      line.split(separator: " ").first { $0.hasPrefix("type=") }.map { String($0.dropFirst(5)) }
    }
  }

  @Test("Live events come after the commit, with seq, type and wish") func live() throws {
    let follower = try town.connect(as: "wang")
    #expect(follower.ask("SUB").hasPrefix("OK seq="))
    let near = try town.connect(as: "street")
    #expect(near.ask("SUB").hasPrefix("OK"))
    let wish = publish()
    #expect(types(near.read()) == ["posted", "approved", "published"])
    #expect(follower.read().isEmpty, "staff of another community are told nothing")
    #expect(staff.ask("WITHDRAW \(wish) :搬走了").hasPrefix("OK"))
    #expect(near.read().contains { $0.contains("type=withdrawn wish=\(wish)") })
    #expect(near.ask("UNSUB") == "OK")
    _ = publish()
    #expect(near.read().isEmpty)
  }

  @Test("since= replays without a gap into live, though pages of it are read while others write")
  func replay() throws {
    let start = town.service.office.lastEvent
    for number in 0..<40 { _ = publish("第\(number)件") }
    _ = publish("又一件")
    let first = try town.connect(as: "m2").say("SUB since=\(start)")
    #expect(first.first?.hasPrefix("OK seq=") == true)
    // A member sees a wish once it is published: one event a wish.
    #expect(types(first).allSatisfy { $0 == "published" })
    #expect(seqs(first).count == 41)
    #expect(seqs(first) == seqs(first).sorted() && Set(seqs(first)).count == 41)
  }

  @Test("A confidential wish is told to nobody but its staff and those it was opened to") func secrecy()
    throws
  {
    let others = ["m1", "street", "admin"]
    let followers = try others.map { try town.connect(as: $0) }
    for follower in followers { #expect(follower.ask("SUB").hasPrefix("OK")) }
    let wish = publish("家里的事", confidential: true)
    for follower in followers { #expect(types(follower.read()).isEmpty) }
    let invited = try town.connect(as: "m2")
    #expect(invited.ask("SUB").hasPrefix("OK"))
    #expect(staff.ask("INVITE \(wish) m2").hasPrefix("OK"))
    #expect(types(invited.read()) == ["invited"])
    #expect(types(invited.say("CLAIM \(wish)")) == ["claimed"])
    for follower in followers { #expect(types(follower.read()).isEmpty) }
  }

  @Test("Pushes never carry a name, a phone or a text") func privacy() throws {
    let follower = try town.connect(as: "li")
    #expect(follower.ask("SUB").hasPrefix("OK"))
    let before = follower.read()
    #expect(before.isEmpty)
    _ = staff.ask("POST name=柏某 phone=19900001234 address=梧桐路7号 :求一盏灯")
    let told = follower.read().joined()
    #expect(told.contains("type=posted"))
    for secret in ["柏某", "19900001234", "梧桐路", "求一盏灯"] { #expect(!told.contains(secret)) }
  }

  @Test("Who does not take its pushes is told its place and let go; who comes back misses nothing")
  func slow() throws {
    let slow = try town.connect(as: "street")
    #expect(slow.ask("SUB").hasPrefix("OK"))
    let start = Int(town.service.office.lastEvent)
    let line = "POST :\(String(repeating: "灯", count: 20))\n"
    let count = 16_000
    for _ in 0..<(count / 50) {
      staff.send(Array(String(repeating: line, count: 50).utf8))
      town.turn()
      _ = staff.read()
    }
    let taken = slow.read()
    let bye = try #require(taken.last)
    #expect(bye.hasPrefix("* BYE reason=slow last="))
    let last = try #require(Int(bye.dropFirst("* BYE reason=slow last=".count)))
    #expect(seqs(taken) == Array((start + 1)...last))
    #expect(slow.session.isFinished)
    let again = try town.connect(as: "street")
    again.send("SUB since=\(last)")
    var rest: [Int] = []
    // Paced by the socket: each reading makes room for the next page.
    for _ in 0..<100 {
      town.turn()
      rest += seqs(again.read())
    }
    #expect(rest == Array((last + 1)...(start + count)))
  }

  @Test("A disabled account is told nothing more") func disabled() throws {
    let follower = try town.connect(as: "street")
    #expect(follower.ask("SUB").hasPrefix("OK"))
    #expect(try town.connect(as: "admin").ask("DISABLE street").hasPrefix("OK"))
    _ = publish()
    #expect(follower.read().isEmpty)
    #expect(follower.ask("MINE").hasPrefix("ERR AUTH_REQUIRED"))
  }
}
