import Testing

@testable import WishCore

/// What the protocol's page says of who sees what: `E`verything, `p`ublic text only, `.` nothing.
///
/// A wish is `open`, `unread` (no review stands) or `secret` (confidential). The asker has no tie to it,
/// was invited, or has a claim on it. `any` stands for all of a column's words.
private let page = """
  role        place   wish    tie                      col ret app pub cla ful ref con clo rej mer wit
  terminal    own     open    any                       .   .   .   p   p   p   .   p   p   .   .   .
  terminal    own     unread  any                       .   .   .   .   .   .   .   .   .   .   .   .
  terminal    own     secret  any                       .   .   .   .   .   .   .   .   .   .   .   .
  terminal    foreign any     any                       .   .   .   .   .   .   .   .   .   .   .   .
  member      any     any     active,fulfilled          p   p   p   p   p   p   p   p   p   p   p   p
  member      own     open    none,lapsed,invited       .   .   .   p   p   p   .   p   p   .   .   .
  member      own     unread  none,lapsed,invited       .   .   .   .   .   .   .   .   .   .   .   .
  member      own     secret  invited                   .   .   .   p   p   p   .   p   p   .   .   .
  member      own     secret  none,lapsed               .   .   .   .   .   .   .   .   .   .   .   .
  member      foreign any     none,lapsed,invited       .   .   .   .   .   .   .   .   .   .   .   .
  staff       own     any     any                       E   E   E   E   E   E   E   E   E   E   E   E
  staff       foreign any     any                       .   .   .   .   .   .   .   .   .   .   .   .
  supervisor  own     open    any                       p   p   p   p   p   p   p   p   p   p   p   p
  supervisor  own     unread  any                       p   p   p   p   p   p   p   p   p   p   p   p
  supervisor  own     secret  any                       .   .   .   .   .   .   .   .   .   .   .   .
  supervisor  foreign any     any                       .   .   .   .   .   .   .   .   .   .   .   .
  admin       any     open    any                       p   p   p   p   p   p   p   p   p   p   p   p
  admin       any     unread  any                       p   p   p   p   p   p   p   p   p   p   p   p
  admin       any     secret  any                       .   .   .   .   .   .   .   .   .   .   .   .
  """

/// One field of the page.
private struct Asking: Hashable {
  let role: Role
  let place: String
  let wish: String
  let tie: String
  let state: WishState
}

private let places = ["own", "foreign"]
private let wishes = ["open", "unread", "secret"]
private let ties = ["none", "invited", "active", "fulfilled", "lapsed"]

/// The page, field by field; a field that stands twice is missing.
private func readPage() -> [Asking: Character] {
  var fields: [Asking: Character] = [:]
  for line in page.split(separator: "\n").dropFirst() {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 16, let role = Role(rawValue: words[0]) else { continue }
    for place in places where words[1] == "any" || words[1] == place {
      for wish in wishes where words[2] == "any" || words[2] == wish {
        for tie in ties where words[3] == "any" || words[3].split(separator: ",").contains(tie[...]) {
          for (state, mark) in zip(WishState.allCases, words.dropFirst(4)) {
            let asking = Asking(role: role, place: place, wish: wish, tie: tie, state: state)
            if fields.updateValue(mark.first ?? "?", forKey: asking) != nil { fields[asking] = nil }
          }
        }
      }
    }
  }
  return fields
}

/// Two communities of one street, one of them with a grid.
struct SmallTown: AreaTree {
  static let street = AreaCode(stored: "heping")
  static let home = LifeOfAWish.fuqiang
  static let grid = AreaCode(stored: "fuqiang-1")
  static let away = AreaCode(stored: "xinhua")

  func area(_ code: AreaCode) -> Area? {
    switch code {
    case Self.street: Area(code: code, name: "和平街道", level: .street)
    case Self.home: Area(code: code, name: "富强社区", level: .community, parent: Self.street)
    case Self.grid: Area(code: code, name: "一网格", level: .grid, parent: Self.home)
    case Self.away: Area(code: code, name: "新华社区", level: .community, parent: Self.street)
    default: nil
    }
  }
}

@Suite("Who may see and do what")
struct PolicyTests {
  private let town = SmallTown()
  private let li = LifeOfAWish.li

  private func identity(_ role: Role, at area: AreaCode, isAtGrid: Bool = false) -> Identity {
    Identity(account: li, role: role, areas: role == .admin ? [] : [area], isAtGrid: isAtGrid)
  }

  private func wish(_ kind: String, tie: String, state: WishState) -> Wish {
    var life = LifeOfAWish(slots: 2, isConfidential: kind == "secret")
    let claims = ClaimState(rawValue: tie).map { [LifeOfAWish.claim(of: li, $0)] } ?? []
    life.place(in: state, claims: claims)
    var wish = life.wish
    wish.isApproved = kind != "unread"
    wish.invited = tie == "invited" ? [li] : []
    return wish
  }

  @Test("The page speaks of all 1800 askings")
  func pageIsComplete() {
    #expect(readPage().count == 5 * 2 * 3 * 5 * 12)
  }

  @Test("Everybody sees what the page says", arguments: Role.allCases)
  func sight(role: Role) {
    for (asking, mark) in readPage() where asking.role == role {
      let wanted: Sight? =
        switch mark {
        case "E": .everything
        case "p": .publicText
        case ".": .nothing
        default: nil
        }
      let who = identity(role, at: asking.place == "own" ? SmallTown.home : SmallTown.away)
      let wish = wish(asking.wish, tie: asking.tie, state: asking.state)
      #expect(Policy.sight(of: wish, by: who, in: town) == wanted, "\(asking)")
    }
  }

  @Test("Who is above sees what lies below, and a grid sees only its own wishes")
  func areas() {
    var wish = wish("open", tie: "none", state: .published)
    #expect(Policy.sight(of: wish, by: identity(.staff, at: SmallTown.street), in: town) == .everything)
    #expect(Policy.sight(of: wish, by: identity(.staff, at: SmallTown.grid), in: town) == .nothing)
    wish.grid = SmallTown.grid
    #expect(Policy.sight(of: wish, by: identity(.staff, at: SmallTown.grid), in: town) == .everything)
    #expect(Policy.sight(of: wish, by: identity(.staff, at: SmallTown.home), in: town) == .everything)
    #expect(town.community(of: SmallTown.grid)?.code == SmallTown.home)
    #expect(town.community(of: SmallTown.street) == nil)
  }

  @Test("A member sees the wishes of each of its areas")
  func manyAreas() {
    let wish = wish("open", tie: "none", state: .published)
    let who = Identity(account: li, role: .member, areas: [SmallTown.away, SmallTown.home])
    #expect(Policy.sight(of: wish, by: who, in: town) == .publicText)
  }

  @Test(
    "Name, phone and address are for staff of the area, and for who works on a wish handed over directly",
    arguments: Role.allCases
  )
  func person(role: Role) {
    for place in places {
      for tie in ties {
        for contact in Contact.allCases {
          var wish = wish("open", tie: tie, state: .published)
          wish.contactGiven = contact
          let who = identity(role, at: place == "own" ? SmallTown.home : SmallTown.away)
          let wanted =
            role == .staff && place == "own" || role == .member && tie == "active" && contact == .direct
          #expect(
            Policy.seesPerson(of: wish, by: who, in: town) == wanted,
            "\(role) \(place) \(tie) \(contact)"
          )
        }
      }
    }
  }

  @Test("The claimant of goods or of a confidential wish gets no contact unless staff say so")
  func deskByDefault() {
    var wish = wish("open", tie: "active", state: .claimed)
    let who = identity(.member, at: SmallTown.home)
    #expect(Policy.seesPerson(of: wish, by: who, in: town))
    wish.kind = .goods
    #expect(!Policy.seesPerson(of: wish, by: who, in: town))
    wish.kind = .service
    wish.isConfidential = true
    #expect(!Policy.seesPerson(of: wish, by: who, in: town))
    wish.contactGiven = .direct
    #expect(Policy.seesPerson(of: wish, by: who, in: town))
  }

  // MARK: Verbs

  /// The page's column "who": `*` for everybody, else t(erminal) m(ember) s(taff) v(iewer) a(dmin); a `g`
  /// where staff at a grid may too.
  private static let users: [(verbs: String, who: String)] = [
    ("HELLO PING QUIT HELP AUTH WALL", "*"), ("LOGOUT WHOAMI LIST SHOW", "tmsvag"), ("STATS AREA SKILL", "a"),
    ("BACKUP DRAIN", "a"), ("UNIT", "s"), ("ACCOUNT ROTATE DISABLE ENABLE", "as"), ("MEMBER", "sam"),
    ("POST SUGGEST", "tsg"), ("STANDARD APPROVE PUBLISH RETURN REJECT MERGE REFER REOPEN ERASE", "s"),
    ("AMEND WITHDRAW INVITE CONFIRM SIMILAR ASKERS", "sg"), ("HISTORY", "svg"),
    ("MATCH CLAIM RELEASE RENEW FULFIL", "msg"),
    ("MINE WAIT UNWAIT", "m"), ("PLAN", "sg"), ("SUB UNSUB", "msvag"),
  ]

  @Test("Every verb is for those whom the page names")
  func verbs() {
    var seen: Set<Verb> = []
    for (names, who) in Self.users {
      for verb in names.split(separator: " ").compactMap({ Verb(rawValue: String($0)) }) {
        seen.insert(verb)
        #expect(refusal(of: verb, by: nil) == (who == "*" ? nil : .authRequired), "\(verb)")
        for (role, letter) in zip(Role.allCases, "tmsva") {
          let isAllowed = who == "*" || who.contains(letter)
          let wanted: Refusal? = isAllowed ? nil : .forbidden(.role)
          #expect(refusal(of: verb, by: identity(role, at: SmallTown.home)) == wanted, "\(verb) \(role)")
        }
        let atGrid = identity(.staff, at: SmallTown.grid, isAtGrid: true)
        let wanted: Refusal? = who == "*" || who.contains("g") ? nil : .forbidden(.role)
        #expect(refusal(of: verb, by: atGrid) == wanted, "\(verb) at a grid")
      }
    }
    #expect(seen == Set(Verb.allCases))
  }

  private func refusal(of verb: Verb, by who: Identity?) -> Refusal? {
    do {
      try Policy.check(verb, by: who)
      return nil
    } catch {
      return error
    }
  }

  @Test("A member's area may be a grid without taking verbs from it")
  func memberAtGrid() {
    let who = identity(.member, at: SmallTown.grid, isAtGrid: true)
    #expect(refusal(of: .mine, by: who) == nil)
    #expect(refusal(of: .member, by: who) == nil)
  }

  // MARK: Accounts

  @Test("Staff manage members and terminals of their area, administrators everybody")
  func manages() {
    for role in Role.allCases {
      for area in [SmallTown.home, SmallTown.grid, SmallTown.away, SmallTown.street] {
        let account = Account(code: LifeOfAWish.wang, role: role, area: area)
        let isBelow = area == SmallTown.home || area == SmallTown.grid
        let wanted = isBelow && (role == .member || role == .terminal)
        #expect(Policy.manages(identity(.staff, at: SmallTown.home), account, in: town) == wanted)
        #expect(Policy.manages(identity(.admin, at: SmallTown.home), account, in: town))
        for other in [Role.terminal, .member, .supervisor] {
          #expect(!Policy.manages(identity(other, at: SmallTown.home), account, in: town))
        }
      }
    }
    let admin = Account(code: LifeOfAWish.wang, role: .admin, area: nil)
    #expect(!Policy.manages(identity(.staff, at: SmallTown.street), admin, in: town))
  }

  @Test("Staff know the members whose areas touch theirs")
  func knows() {
    func knows(_ place: AreaCode, _ areas: AreaCode...) -> Bool {
      var member = Member(account: LifeOfAWish.wang, area: areas[0])
      member.areas = areas
      return Policy.knows(identity(.staff, at: place), member, in: town)
    }
    #expect(knows(SmallTown.home, SmallTown.home))
    #expect(knows(SmallTown.home, SmallTown.grid))
    #expect(knows(SmallTown.home, SmallTown.street))
    #expect(knows(SmallTown.home, SmallTown.away, SmallTown.home))
    #expect(!knows(SmallTown.home, SmallTown.away))
    #expect(!knows(SmallTown.grid, SmallTown.away))
  }
}
