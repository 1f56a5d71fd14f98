import Testing

@testable import WishCore

/// A town in which anything happens: lines that staff, members and the administrator may send, by chance.
/// Many are refused; what is not changes who should take what.
struct TownLife {
  let town: Town
  private var random: SeededRandom
  private(set) var members = ["m1", "m2", "m3", "far", "both", "g1"]

  init(seed: UInt64) throws {
    town = try Town(seed: seed)
    random = SeededRandom(seed: seed)
    try town.settle()
    try town.hire("boss", "staff", "d01")
    try town.hire("both", "member", "d01")
    try town.hire("g1", "member", "c01-g1")
    town.enter("boss").done("MEMBER both areas=c02,d01,c01-g1")
    town.enter("boss").done("MEMBER m2 skills=电工")
  }

  /// The numbers of all wishes.
  var numbers: [WishNumber] { Array(1...max(1, town.service.office.lastWish)) }

  /// All that MATCH says to everybody.
  func lists() -> [[String]] {
    members.map { town.enter($0).say("MATCH limit=500") }
      + numbers.map { town.enter("boss").say("MATCH wish=\($0) limit=500") }
  }

  /// One thing happens.
  mutating func live() {
    let staff = town.enter("boss")
    let wish = Int.random(in: 1...Int(max(1, town.service.office.lastWish)), using: &random)
    switch Int.random(in: 0..<26, using: &random) {
    case 0...6:
      let number = town.service.office.lastWish + 1
      _ = staff.say("POST community=\(one(["c01", "c02"])) \(about()) :求助")
      _ = staff.say(
        "APPROVE \(number) category=\(category()) limit=\(one(["1d", "30d"])) \(about()) over=yes public=求助"
      )
      _ = staff.say("PUBLISH \(number)")
    case 7...10:
      let member = one(members)
      _ = town.enter(member).say("CLAIM \(wish)")
    case 11: _ = staff.say("CLAIM \(wish) member=\(one(members))")
    case 12: _ = staff.say("RELEASE \(wish) member=\(one(members)) :没空")
    case 13: _ = staff.say("FULFIL \(wish) \(one(["", "member=\(one(members))"]))")
    case 14: _ = staff.say("CONFIRM \(wish) solved=\(one(["yes", "no", "no then=review", "unreached"]))")
    case 15:
      _ = staff.say(
        "AMEND \(wish) \(one([about(), "confidential=yes", "confidential=no", "community=c01", "grid=c01-g1"]))"
      )
    case 16: _ = staff.say("APPROVE \(wish) category=\(category()) limit=3d \(about()) over=yes public=求助")
    case 17: _ = staff.say("PUBLISH \(wish)")
    case 18:
      let end = one(["RETURN", "REJECT", "WITHDRAW", "REFER", "REOPEN"])
      _ = staff.say("\(end) \(wish) \(end == "REFER" ? "to=街道" : "") :缘由")
    case 19: _ = staff.say("MERGE \(wish) into=\(Int.random(in: 1...max(wish, 2), using: &random))")
    case 20: _ = staff.say("INVITE \(wish) \(one(members))")
    case 21, 22: _ = staff.say("MEMBER \(one(members)) \(standing())")
    case 23:
      let member = one(members)
      _ = town.enter("admin").say("\(one(["DISABLE", "ENABLE"])) \(member)")
      _ = town.enter("admin").say("ENABLE \(member)")
    case 24:
      _ = town.enter("admin").say(
        one([
          "SKILL 灯具维修 parent=\(one(["电工", "搬运", "\"\""]))", "AREA s01 name=街道 level=street parent=d01",
          "AREA c02 name=和平社区 level=community parent=\(one(["s01", "d01"]))",
        ])
      )
    default: town.pass(seconds: Int64.random(in: 1...200_000, using: &random))
    }
  }

  private mutating func one(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

  private mutating func category() -> String { one(["convenience", "relief", "legal", "culture"]) }

  private static let skills = ["电工", "水电维修", "灯具维修", "搬运", "陪诊"]

  private mutating func about() -> String {
    let day = town.now.advanced(bySeconds: Int64.random(in: -1...9, using: &random) * 86_400).day.text
    return one([
      "skills=\(one(Self.skills))", "skills=\(one(Self.skills)),\(one(Self.skills))", "urgency=urgent",
      "kind=goods value=\(Int.random(in: 10...900, using: &random))", "needed=\(day)", "slots=2",
      "needed=\(day) skills=\(one(Self.skills)) slots=3",
    ])
  }

  private mutating func standing() -> String {
    one([
      "skills=\(one(Self.skills)),\(one(Self.skills))", "skills=\"\"", "prefers=\(category())", "capacity=1",
      "capacity=5", "available=\(one(["weekday", "weekend", "any", "evening,weekend"]))",
      "areas=\(one(["c01", "c02", "c01,d01", "c01-g1", "d01"]))",
    ])
  }
}

extension Town {
  /// A connection of an account's that skips the hashing of a login; an idle one does not live for long.
  func enter(_ account: String) -> Client {
    let client = connect()
    if let code = AccountCode(account), let generation = service.office.account(code)?.generation {
      client.session.login = Session.Login(account: code, generation: generation, idleMilliseconds: nil)
    }
    return client
  }
}

extension Office {
  /// Whether a request would be accepted now; it changes nothing.
  func accepts(_ verb: String, _ arguments: [String?: String], by account: String) -> Bool {
    guard let verb = Verb(rawValue: verb), let code = AccountCode(account), let account = self.account(code),
      account.isEnabled
    else { return false }
    let request = Request(
      verb: verb.rawValue,
      arguments: arguments.map { Request.Argument(name: $0.key, value: $0.value) }
    )
    defer { drop() }
    do {
      let line = try ArgumentReader(request, verb: verb)
      _ = try Changes.read(verb, line, by: identity(of: account), in: self)(self)
      return true
    } catch {
      return false
    }
  }
}
