@testable import FaultTests
@testable import WishCore

/// The town in which every simulation begins: made once, its files copied for every seed.
struct PreparedTown: Sendable {
  /// The store's files, closed in order.
  let files: [[UInt8]?]
  /// When the simulation begins: 2026-11-20T08:00:00Z.
  static let start = Moment(milliseconds: 1_795_161_600_000)

  /// Who there is: code, role and area.
  static let people: [(code: String, role: Role, area: String?)] = [
    ("admin", .admin, nil), ("li", .staff, "c01"), ("wang", .staff, "c02"), ("grid", .staff, "c01-g1"),
    ("hall", .staff, "d01"), ("street", .supervisor, "d01"), ("desk", .terminal, "c01"),
    ("desk2", .terminal, "c02"), ("m1", .member, "c01"), ("m2", .member, "c01"), ("m3", .member, "c01"),
    ("both", .member, "c01"), ("far", .member, "c02"),
  ]

  /// An account's first secret. It holds a word that no output but that of its making may show.
  static func secret(of account: String) -> String { "hush\(account)hush" }

  private static let lines: [(account: String, line: String)] = [
    ("li", "STANDARD convenience limit=7d standard=上门前先电话"),
    ("li", "MEMBER m1 skills=水电维修,磨刀 capacity=2"),
    ("li", "MEMBER m2 skills=水电维修 capacity=1"),
    ("hall", "MEMBER both areas=c01,c02 capacity=4"),
    ("li", "POST source=box :楼道灯坏了"), ("li", "POST slots=2 :想要一个书包"), ("wang", "POST :想学写字"),
    ("li", "APPROVE 1 category=convenience skills=水电维修"), ("li", "PUBLISH 1"),
    ("li", "APPROVE 2 category=relief limit=24h kind=goods value=80 slots=2"), ("li", "PUBLISH 2"),
    ("wang", "APPROVE 3 category=culture limit=3d open=yes contact=direct"), ("wang", "PUBLISH 3"),
  ]

  /// Makes the town.
  init() throws {
    let home = try StoreFiles()
    try home.found(at: Self.start)
    var first = try Store(path: home.path)
    try first.commit(Self.register())
    try first.close()
    first = try Store(path: home.path)
    let life = try Service(
      store: first,
      storePath: home.path,
      shelf: NoShelf(),
      backups: BackupFolder(path: home.folder + "/backup"),
      random: SeededRandom(seed: 1)
    )
    for (account, line) in Self.lines {
      let session = life.open(.local, uptimeMilliseconds: 0)
      session.login = Session.Login(
        account: AccountCode(stored: account),
        generation: 0,
        idleMilliseconds: nil
      )
      let bytes = Array((line + "\n").utf8)
      unsafe bytes.withUnsafeBytes { unsafe session.receive($0) }
      life.turn(now: Self.start, uptimeMilliseconds: 0)
    }
    guard life.office.openWishes.count == 3,
      life.office.openWishes.values.allSatisfy({ $0.state == .published })
    else { throw Violation("the town is not what it should be") }
    try first.close()
    files = try home.read()
  }

  /// Areas, accounts and members, whose secrets are hashed so that checking one costs little.
  private static func register() -> Batch {
    var batch = Batch()
    let areas: [(String, String, AreaLevel, String?)] = [
      ("d01", "东区", .district, nil), ("c01", "向阳社区", .community, "d01"),
      ("c01-g1", "一网格", .grid, "c01"), ("c02", "和平社区", .community, "d01"),
    ]
    for (code, name, level, parent) in areas {
      let code = AreaCode(stored: code)
      batch.register.areas[code] = Area(
        code: code,
        name: name,
        level: level,
        parent: parent.map { AreaCode(stored: $0) }
      )
    }
    for (code, role, area) in people {
      let account = AccountCode(stored: code)
      let area = area.map { AreaCode(stored: $0) }
      batch.register.accounts[account] = Account(code: account, role: role, area: area)
      batch.register.secrets[account] = Secret.hash(secret(of: code), salt: "$1$town$")
      if role == .member, let area { batch.register.members[account] = Member(account: account, area: area) }
    }
    return batch
  }
}

/// Something that must not be.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
