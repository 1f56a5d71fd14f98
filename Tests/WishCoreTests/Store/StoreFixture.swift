import Foundation

@testable import WishCore

/// A store in a directory of its own, which goes with it.
final class StoreFixture {
  let directory: String
  var path: String { directory + "/wishd.db" }

  static let hashKey = Array<UInt8>(0..<16)
  static let start = Moment(milliseconds: 1_790_000_000_000)
  static let skills = [
    Skill(name: SkillName("维修"), aliases: ["修理", "修东西"]),
    Skill(name: SkillName("水电维修"), parent: SkillName("维修"), aliases: ["修水管"]),
    Skill(name: SkillName("搬运")),
  ]
  static let admin = Account(code: AccountCode(stored: "root"), role: .admin, area: nil, name: "管理员")

  init() throws {
    directory = FileManager.default.temporaryDirectory.path + "/wishd-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Store.create(
      path: path,
      hashKey: Self.hashKey,
      skills: Self.skills,
      admin: (Self.admin, secretHash: "$y$hash"),
      at: Self.start
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func open() throws -> Store { try Store(path: path) }

  /// A register with one of everything.
  static var register: Register {
    var register = Register()
    for area in [
      Area(code: AreaCode(stored: "district"), name: "区", level: .district),
      Area(
        code: AreaCode(stored: "street"),
        name: "街道",
        level: .street,
        parent: AreaCode(stored: "district")
      ),
      Area(
        code: AreaCode(stored: "east"),
        name: "东社区",
        level: .community,
        parent: AreaCode(stored: "street"),
        capYuan: 800,
        stale: Span("10d")
      ),
      Area(code: AreaCode(stored: "west"), name: "西社区", level: .community),
      Area(code: AreaCode(stored: "east-1"), name: "一网格", level: .grid, parent: AreaCode(stored: "east")),
    ] {
      register.areas[area.code] = area
    }
    let unit = Unit(code: UnitCode(stored: "power"), name: "供电公司")
    register.units[unit.code] = unit
    for name in ["li", "wang"] {
      let code = AccountCode(stored: name)
      register.accounts[code] = Account(code: code, role: .member, area: AreaCode(stored: "east"))
      register.secrets[code] = "$y$\(name)"
      register.members[code] = Member(account: code, area: AreaCode(stored: "east"))
    }
    let li = AccountCode(stored: "li")
    register.accounts[li]?.generation = 3
    register.accounts[li]?.isEnabled = false
    register.accounts[li]?.name = "李"
    register.members[li]?.kind = .merchant
    register.members[li]?.level = .district
    register.members[li]?.unit = unit.code
    register.members[li]?.skills = [SkillName("水电维修"), SkillName("搬运")]
    register.members[li]?.prefers = [.health, .culture, .legal]
    register.members[li]?.areas = [AreaCode(stored: "west"), AreaCode(stored: "east")]
    register.members[li]?.capacity = 7
    register.members[li]?.available = [.weekend, .evening]
    if let limit = Span("7d") {
      let key = StandardKey(community: AreaCode(stored: "east"), category: .convenience)
      register.standards[key] = Standard(limit: limit, text: "上门前先电话")
    }
    return register
  }

  /// A slip with nothing on it but what it must have.
  static func posting(_ community: String = "east") -> Fact.Posting {
    Fact.Posting(
      community: AreaCode(stored: community),
      grid: nil,
      source: nil,
      received: nil,
      category: nil,
      kind: .service,
      valueYuan: nil,
      skills: [],
      slots: 1,
      urgency: .normal,
      needed: nil,
      nameShown: .anonymous,
      hasConsent: true,
      isConfidential: false
    )
  }

  /// A slip with everything on it.
  static var fullPosting: Fact.Posting {
    Fact.Posting(
      community: AreaCode(stored: "east"),
      grid: AreaCode(stored: "east-1"),
      source: .visit,
      received: Day("2026-09-30"),
      category: .environment,
      kind: .goods,
      valueYuan: 499,
      skills: [SkillName("搬运"), SkillName("水电维修")],
      slots: 3,
      urgency: .urgent,
      needed: Moment("2026-12-01T08:00:00Z"),
      nameShown: .surname,
      hasConsent: true,
      isConfidential: false
    )
  }

  static var approval: Fact.Approval {
    Fact.Approval(
      category: .convenience,
      limit: Span("7d") ?? { preconditionFailure("7d is a duration") }(),
      skills: [SkillName("水电维修")],
      isOpenToAll: true,
      slots: 2,
      urgency: .urgent,
      kind: .goods,
      valueYuan: 300,
      needed: Moment("2026-12-02T08:00:00Z"),
      contact: .direct,
      isConfidential: false
    )
  }

  static func claimed(_ member: String) -> Fact.Claimed {
    Fact.Claimed(
      member: AccountCode(stored: member),
      due: start.advanced(bySeconds: 86_400),
      unit: UnitCode(stored: "power"),
      level: .district,
      isDisclosed: true
    )
  }
}

/// Makes batches of facts, as the service does, and keeps what should be stored.
struct Scribe {
  var next: EventNumber
  var at: Moment
  var wishes: [WishNumber: Wish] = [:]
  var batch = Batch()

  init(_ store: Store) throws {
    let last = try store.last()
    next = last.event + 1
    at = last.at
  }

  mutating func record(_ fact: Fact, _ number: WishNumber, note: String? = nil) {
    at = at.advanced(bySeconds: 1)
    let old = wishes[number]
    if case .posted(let posting) = fact {
      wishes[number] = Wish(number: number, posting: posting, event: next, at: at)
      batch.papers[number] = Papers(text: "心愿 \(number)")
    } else {
      wishes[number]?.apply(fact, event: next, at: at)
    }
    let staff = AccountCode(stored: "staff")
    batch.events.append(Event(number: next, at: at, account: staff, matter: .wish(number, fact)))
    if let wish = wishes[number] { batch.put(wish, replacing: old) }
    if let note { batch.notes.append(Note(event: next, wish: number, text: note)) }
    next += 1
  }

  mutating func record(_ register: Register) {
    batch.register.merge(register)
    batch.events.append(
      Event(number: next, at: at, account: .system, matter: .register(type: .area, code: "east"))
    )
    next += 1
  }

  mutating func commit(to store: Store) throws {
    try store.commit(batch)
    batch = Batch()
  }
}
