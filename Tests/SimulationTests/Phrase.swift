@testable import FaultTests
@testable import WishCore

/// Makes one line: it knows how the wishes stand and says, mostly, what fits.
struct Phrase {
  private let ledger: Ledger
  private let members: [String]
  /// Counts what must be told apart.
  var counter: Int
  var random: SeededRandom
  /// Words that were put into notes, and the wishes that they are about.
  private(set) var notes: [(String, WishNumber)] = []

  /// The community in which the speaker knows its way; nil for all.
  private let community: String?

  init(_ ledger: Ledger, members: [String], in community: String?, counter: Int, _ random: SeededRandom) {
    self.ledger = ledger
    self.community = community
    self.members = members
    self.counter = counter
    self.random = random
  }

  // MARK: Parts

  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: items.indices, using: &random)] }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// The part, or nothing.
  mutating func perhaps(_ percent: Int, _ part: String) -> String { chance(percent) ? " " + part : "" }

  private mutating func number() -> Int {
    counter += 1
    return counter
  }

  /// A wish in one of these states; any, or none at all, where there is no such wish.
  mutating func wish(_ states: [WishState]) -> WishNumber {
    let isNear = chance(90)
    let some = ledger.wishes.values.filter {
      states.contains($0.state) && (community == nil || !isNear || $0.community.text == community)
    }.map(\.number).sorted()
    if let found = some.randomElement(using: &random), !chance(5) { return found }
    return WishNumber.random(in: 1...WishNumber(ledger.wishes.count + 2), using: &random)
  }

  private mutating func wish() -> WishNumber { wish(WishState.allCases) }

  /// A note about a wish, with a word that only staff may read.
  private mutating func note(_ wish: WishNumber, _ percent: Int = 100) -> String {
    guard chance(percent) else { return "" }
    let word = Canaries.note(number())
    notes.append((word, wish))
    return " :说明\(word)"
  }

  private mutating func someMember() -> String { pick(members + ["m1", "m2", "li", "nobody"]) }

  private mutating func span() -> String { pick(["90s", "15m", "24h", "3d", "7d", "1s"]) }

  private mutating func needed() -> String {
    "needed=2026-\(pick(["11-20T08:10", "11-21T08:00", "11-28T00:00", "12-20T00:00", "10-01T00:00"])):00Z"
  }

  private mutating func category() -> String {
    pick([
      "convenience", "convenience", "health", "relief", "culture", "legal", "mediation", "便民利民", "policy",
    ])
  }

  private mutating func slots() -> String { "slots=\(pick(["1", "1", "2", "3", "100", "0", "101", "01"]))" }

  /// A slip with a person on it, who is named in its text too.
  private mutating func slip() -> String {
    let id = number()
    let (name, phone, address) = (Canaries.name(id), Canaries.phone(id), Canaries.address(id) + "路5号")
    var line = ""
    if chance(70) { line += " name=\(name) phone=\(phone) address=\(address)" }
    if chance(20) {
      line += " contact-name=\(Canaries.name(number())) contact-phone=\(Canaries.phone(number()))"
    }
    line += perhaps(20, "confidential=yes") + perhaps(8, "consent=no") + perhaps(15, "show=surname")
    line += perhaps(25, slots()) + perhaps(15, "urgency=urgent") + perhaps(15, needed())
    line += perhaps(20, "kind=goods value=\(pick(["80", "500", "501", "10000001"]))")
    line += perhaps(15, "skills=\(pick(["水电维修", "磨刀", "水电", "飞天"]))")
    line += perhaps(10, "community=\(pick(["c01", "c02", "c03", "d01"]))") + perhaps(10, "grid=c01-g1")
    line += perhaps(20, "category=\(category())") + perhaps(10, "group=elder-alone,illness")
    line += perhaps(10, "source=\(pick(["box", "visit", "moon"]))") + perhaps(5, "received=2026-11-19")
    let isNamed = line.contains(" name=") && chance(60)
    let who = isNamed ? "找\(name)，电话\(phone)，住\(address)" : ""
    let words = "想请人帮忙\(Canaries.slip(id))。\(who)"
    return line + (chance(50) ? " text=\"\(words)\"" : " :\(words)")
  }

  // MARK: Who says what

  mutating func terminal() -> String {
    chance(60) ? "POST" + slip() : reading(["SUGGEST", "LIST", "SHOW", "WALL", "HELP", "WHOAMI"])
  }

  mutating func member(_ account: String) -> String {
    let own = ledger.wishes.values.filter { wish in
      wish.activeClaims.contains { $0.member.text == account }
    }.map(\.number).sorted()
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<35: return "CLAIM \(wish([.published]))"
    case 35..<39: return "CLAIM \(wish([.claimed, .published, .fulfilled]))"
    case 39..<47: return "WAIT \(wish([.claimed]))"
    case 47..<50: return "UNWAIT \(wish([.claimed, .published, .fulfilled]))"
    case 50..<70:
      let wish = own.randomElement(using: &random) ?? self.wish()
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "RELEASE \(wish)" + note(wish)
      case 1: return "RENEW \(wish)" + perhaps(40, "by=\(span())") + note(wish)
      default: return "FULFIL \(wish)" + note(wish, 50)
      }
    case 70..<75: return "MEMBER \(account) skills=\(pick(["水电维修", "磨刀,水电维修", "\"\""])) available=evening"
    default: return reading(["MINE", "MATCH", "LIST", "SHOW", "SHOW", "SUB", "UNSUB", "WALL"])
    }
  }

  mutating func staff() -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<16: "POST" + slip()
    case 16..<70: step()
    case 70..<80: register()
    default:
      reading([
        "LIST", "SHOW", "HISTORY", "SIMILAR", "ASKERS", "SUGGEST", "MATCH", "PLAN", "SUB", "WALL", "WHOAMI",
      ])
    }
  }

  mutating func admin() -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      "AREA \(pick(["c01", "c02", "c03", "all"])) name=社区 level=community parent=d01 cap=\(pick(["300", "600"])) stale=\(pick(["1s", "2d"]))"
    case 1: "SKILL \(pick(["修二胡", "修钟", "水电维修"])) parent=五金修理" + perhaps(50, "aliases=换琴弦")
    case 2: "DRAIN \(pick(["on", "off", "off", "off", "maybe"]))"
    case 3: "BACKUP \(pick(["b1", "b2", "b3", "all"]))"
    case 4: "STATS"
    case 5..<10: register()
    default: reading(["LIST", "SHOW", "SUB", "HELP", "WALL", "WHOAMI"])
    }
  }

  mutating func anybody() -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      "HELLO\(perhaps(50, "lang=\(pick(["en", "zh", "fr"]))"))\(perhaps(20, "proto=\(pick(["1", "2"]))"))"
    case 1: "AUTH \(pick(["li", "nobody", "m1"])) :wrong"
    case 2: any()
    default: reading(["PING", "HELP", "WALL", "LIST"])
    }
  }

  /// What fits the state of some wish.
  private mutating func step() -> String {
    let open: [WishState] = [.collected, .returned, .approved, .published, .claimed, .fulfilled, .referred]
    let ended: [WishState] = [.confirmed, .closed, .rejected, .merged, .withdrawn]
    let wish = wish(chance(80) ? open : ended)
    let state = ledger.wishes[wish]?.state ?? .collected
    if chance(15) { return anyStep(wish) }
    switch state {
    case .collected: return chance(75) ? approve(wish) : anyStep(wish)
    case .returned: return "AMEND \(wish)\(slip())"
    case .approved: return "PUBLISH \(wish)"
    case .published:
      return pick([
        "CLAIM \(wish) member=\(someMember())", "INVITE \(wish) \(someMember())" + note(wish, 30),
        anyStep(wish),
        "AMEND \(wish) \(slots())", "MATCH wish=\(wish)", "CLAIM \(wish) member=\(someMember())",
      ])
    case .claimed:
      let holder = ledger.wishes[wish]?.activeClaims.map(\.member.text).sorted().first ?? "m1"
      return pick([
        "FULFIL \(wish) member=\(holder)", "FULFIL \(wish)" + note(wish, 30), "AMEND \(wish) \(slots())",
        "RENEW \(wish) member=\(holder) by=\(span())" + note(wish), anyStep(wish),
        "RELEASE \(wish) member=\(holder)" + note(wish),
      ])
    case .fulfilled: return chance(80) ? confirm(wish) : anyStep(wish)
    case .referred:
      return pick(["FULFIL \(wish) category=health", "REOPEN \(wish)" + note(wish), anyStep(wish)])
    case .confirmed, .closed, .rejected, .merged, .withdrawn:
      return chance(45) ? "REOPEN \(wish)" + note(wish) : "ERASE \(wish) :本人要求"
    }
  }

  private mutating func approve(_ wish: WishNumber) -> String {
    "APPROVE \(wish) category=\(category())" + perhaps(70, "limit=\(span())") + perhaps(25, slots())
      + perhaps(40, "public=想请人帮一个忙") + perhaps(15, "confidential=yes") + perhaps(40, "open=yes")
      + perhaps(20, "contact=\(pick(["direct", "desk"]))") + perhaps(15, needed()) + perhaps(15, "over=yes")
  }

  private mutating func confirm(_ wish: WishNumber) -> String {
    "CONFIRM \(wish) solved=\(pick(["yes", "no", "no", "unreached"]))"
      + perhaps(25, "then=\(pick(["publish", "review", "close"]))")
      + perhaps(20, "rating=\(pick(["5", "6"]))")
      + note(wish, 40)
  }

  /// Any step on a wish, whether it fits or not.
  private mutating func anyStep(_ wish: WishNumber) -> String {
    switch Int.random(in: 0..<17, using: &random) {
    case 0: approve(wish)
    case 1: "PUBLISH \(wish)"
    case 2: "RETURN \(wish)" + note(wish)
    case 3: "REJECT \(wish) reason=\(pick(["policy", "unclear", "mood"]))" + note(wish)
    case 4: "WITHDRAW \(wish) reason=solved" + note(wish)
    case 5, 6:
      "MERGE \(wish) into=\(self.wish([.collected, .approved, .published, .claimed]))" + note(wish, 30)
    case 7: "REFER \(wish) to=电力公司" + perhaps(50, "limit=\(span())") + note(wish)
    case 8: "REOPEN \(wish)" + note(wish)
    case 9: "ERASE \(wish) :本人要求"
    case 10: "AMEND \(wish)\(slip())"
    case 11: "AMEND \(wish) confidential=\(pick(["yes", "no"]))"
    case 12: "AMEND \(wish) name=\(Canaries.name(number())) phone=\"\"" + perhaps(30, "public=换了说法")
    case 13: "AMEND \(wish) community=\(pick(["c01", "c02"]))"
    case 14: confirm(wish)
    case 15: "FULFIL \(wish)" + perhaps(40, "member=\(someMember())") + note(wish, 30)
    default: "INVITE \(wish) \(someMember())"
    }
  }

  private mutating func register() -> String {
    let who = pick(["m1", "m2", "m3", "both", "far", "desk", "li", "new1", "new2"])
    return switch Int.random(in: 0..<12, using: &random) {
    case 0:
      "ACCOUNT \(pick(["new1", "new2", "new3", "m1"])) role=\(pick(["member", "member", "terminal", "staff"])) area=\(pick(["c01", "c02"]))"
    case 1: "ROTATE \(who)"
    case 2, 3: "DISABLE \(who)"
    case 4...6: "ENABLE \(who)"
    case 7: "UNIT power name=供电公司"
    case 8: "STANDARD \(category()) limit=\(span()) standard=先打电话" + perhaps(50, "community=c01")
    case 9: "MEMBER \(who) areas=\(pick(["c01", "c01,c02", "c02"]))"
    default: "MEMBER \(who) capacity=\(pick(["1", "2", "5", "0"])) skills=水电维修"
    }
  }

  /// A line that only looks, of one of these verbs.
  mutating func reading(_ verbs: [String]) -> String {
    switch pick(verbs) {
    case "LIST":
      "LIST" + perhaps(30, "state=\(pick(["published", "collected", "fulfilled,confirmed", "merged", "x"]))")
        + perhaps(20, "community=c0\(pick(["1", "2", "9"]))") + perhaps(10, "overdue=yes")
        + perhaps(10, "stale=yes")
        + perhaps(20, "limit=2")
        + perhaps(10, "after=\(pick(["n2", "u1", "z"]))")
    case "PLAN": "PLAN" + perhaps(30, "community=c0\(pick(["1", "2", "9"]))")
    case "SHOW": "SHOW \(wish())"
    case let verb where ["HISTORY", "SIMILAR", "ASKERS"].contains(verb): "\(verb) \(wish())"
    case "SUGGEST": "SUGGEST" + perhaps(20, "community=c0\(pick(["1", "9"]))") + " :想请人修灯"
    case "SUB": "SUB" + perhaps(50, "since=\(pick(["0", "3", "99999"]))")
    case "WALL":
      "WALL" + perhaps(50, "community=c0\(pick(["1", "2", "9"]))")
        + perhaps(40, "format=\(pick(["html", "markdown"]))")
    case "HELP": "HELP" + perhaps(50, pick(["POST", "claim", "XYZ"]))
    case let verb: verb
    }
  }

  /// Any verb with arguments that may or may not be its own.
  mutating func any() -> String {
    let verb = pick(Verb.allCases.filter { ![.quit, .auth, .drain].contains($0) }).rawValue
    return verb + perhaps(60, "\(wish())") + perhaps(30, "m1") + perhaps(20, "member=m2")
      + perhaps(10, "solved=yes")
      + perhaps(10, "into=2") + perhaps(10, "category=health") + perhaps(10, "limit=5") + perhaps(20, ":说说")
  }

  mutating func nonsense() -> String {
    pick([
      "CLAIM 99999999999999999999", "CLAIM １", "CLAIM -1", "POST slots=1 slots=2 :两次", "ＰＯＳＴ ：修灯", "XYZZY",
      "SHOW 1 2 3", "POST text=\"没有完", "POST :" + String(repeating: "长", count: 400),
      "ACCOUNT system role=admin",
      "AMEND 1", "PING :", "PING ping", "LIST limit=501", "CLAIM key=\"\" 1", "POST text=\"\\u{202e}反\"",
      "QUIT",
      "POST :\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "MERGE 1 into=1", "=",
      "\"PING\"",
      "SHOW 1 :why", "PUBLISH 1 key=a key=b",
    ])
  }
}
