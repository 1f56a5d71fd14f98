import Glibc
import WishCore

/// Makes stores through the library: the service itself, in this process, without sockets or walls.
///
/// A district of 50 communities, each with a desk, staff and a member; one more member for all of it.
/// Every wish is published.
final class StoreMaker {
  /// A store that was made.
  struct Made {
    /// Its directory.
    let data: String
    /// Secrets by account.
    let secrets: [String: String]
    /// Published wishes by community.
    let wishes: [[Int]]
    /// Seconds that it took.
    let seconds: Double
  }

  /// The desk of a community.
  static func desk(_ community: Int) -> String { "desk-\(World.community(community))" }
  /// Staff of a community.
  static func staff(_ community: Int) -> String { "staff-\(World.community(community))" }
  /// A member who looks at the whole district.
  static let everywhere = "m-all"

  private let service: Service
  private var secrets: [String: String] = [:]
  private var uptime: Int64 = 0

  /// Makes a store of so many published wishes in a directory.
  static func make(in data: String, wishes count: Int) throws(Failure) -> Made {
    let start = Clock.now
    do {
      let path = "\(data)/wish.db"
      var random = SystemRandomNumberGenerator()
      let secret = try Founding.found(path: path, at: now, using: &random)
      let store = try Store(path: path)
      let (wishes, secrets) = try fill(store, at: path, adminSecret: secret, wishes: count)
      try store.close()
      return Made(data: data, secrets: secrets, wishes: wishes, seconds: Clock.seconds(since: start))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("cannot make a store in \(data): \(error)")
    }
  }

  /// Fills a new store. Whoever reads it for the walls, which nobody renders here, is gone when this returns:
  /// readers are in the way of the store's end, which then leaves all of the log to the next start.
  private static func fill(
    _ store: Store,
    at path: String,
    adminSecret: String,
    wishes count: Int
  ) throws -> (wishes: [[Int]], secrets: [String: String]) {
    let maker = try StoreMaker(store, path: path)
    maker.secrets["admin"] = adminSecret
    try maker.settle()
    return (try maker.publish(count), maker.secrets)
  }

  private init(_ store: Store, path: String) throws {
    service = try Service(
      store: store,
      storePath: path,
      shelf: NoWalls(),
      backups: BackupFolder(path: "\(path).backup")
    )
  }

  static var now: Moment {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The areas and the accounts.
  private func settle() throws(Failure) {
    let admin = try login("admin")
    try ask(admin, ["AREA d01 name=东区 level=district"])
    let codes = (0..<World.communities).map(World.community)
    try ask(admin, codes.map { "AREA \($0) name=社区\($0) level=community parent=d01" })
    var accounts = [(Self.everywhere, "member", "d01")]
    for (index, code) in codes.enumerated() {
      accounts += [(Self.desk(index), "terminal", code), (Self.staff(index), "staff", code)]
      accounts.append((World.member(index), "member", code))
    }
    for (account, role, area) in accounts {
      let reply = try ask(admin, ["ACCOUNT \(account) role=\(role) area=\(area)"])
      guard let range = reply.firstRange(of: "secret=") else { throw Failure("ACCOUNT: \(reply)") }
      secrets[account] = String(reply[range.upperBound...].prefix { !$0.isWhitespace })
    }
    let members = accounts.filter { $0.1 == "member" }.map(\.0)
    try ask(admin, members.map { "MEMBER \($0) skills=\(World.skill) prefers=convenience capacity=1000" })
  }

  /// Posts, approves and publishes; a turn, and so a transaction, takes ``inFlight`` requests of each
  /// community.
  private func publish(_ count: Int) throws(Failure) -> [[Int]] {
    var wishes: [[Int]] = Array(repeating: [], count: World.communities)
    guard count > 0 else { return wishes }
    var staff: [Session] = []
    for community in 0..<World.communities { staff.append(try login(Self.staff(community))) }
    var made = 0
    while made < count {
      let each = min(Self.inFlight, (count - made + World.communities - 1) / World.communities)
      let slips = staff.map { _ in
        (0..<each).map { made + $0 }.map {
          "POST source=box category=convenience name=柏某某 phone=19900001234 :\(World.texts[$0 % World.texts.count])"
        }
      }
      let numbers = try say(slips, staff)
      _ = try say(
        numbers.map { $0.map { "APPROVE \($0) category=convenience limit=7d skills=\(World.skill)" } },
        staff
      )
      _ = try say(numbers.map { $0.map { "PUBLISH \($0)" } }, staff)
      for (community, new) in numbers.enumerated() { wishes[community] += new }
      made += each * World.communities
    }
    return wishes
  }

  private static let inFlight = 20

  /// Has each of the staff say its lines, all in one turn; returns the numbers of wishes in the replies.
  private func say(_ lines: [[String]], _ staff: [Session]) throws(Failure) -> [[Int]] {
    for (session, own) in zip(staff, lines) {
      for line in own { send(session, line) }
    }
    turn()
    var numbers: [[Int]] = []
    for session in staff {
      var own: [Int] = []
      for reply in read(session) {
        guard reply.hasPrefix("OK wish="), let number = Int(reply.dropFirst(8).prefix(while: \.isNumber))
        else {
          throw Failure(String(reply))
        }
        own.append(number)
      }
      numbers.append(own)
    }
    return numbers
  }

  private func login(_ account: String) throws(Failure) -> Session {
    let session = service.open(.local, uptimeMilliseconds: uptime)
    _ = read(session)
    try ask(session, ["AUTH \(account) :\(secrets[account] ?? "")"])
    return session
  }

  /// Sends lines in one turn; returns the last reply.
  @discardableResult private func ask(_ session: Session, _ lines: [String]) throws(Failure) -> String {
    for line in lines { send(session, line) }
    turn()
    let replies = read(session)
    for reply in replies where !reply.hasPrefix("OK ") { throw Failure(String(reply)) }
    guard let last = replies.last else { throw Failure("no reply to \(lines.last ?? "")") }
    return String(last)
  }

  private func send(_ session: Session, _ line: String) {
    let bytes = Array("\(line)\n".utf8)
    unsafe bytes.withUnsafeBytes { unsafe session.receive($0) }
  }

  private func read(_ session: Session) -> [Substring] {
    var bytes: [UInt8] = []
    while session.hasOutput {
      unsafe session.drain {
        unsafe bytes.append(contentsOf: $0)
        return $0.count
      }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("*") }
  }

  /// Turns until secrets are hashed; walls are never rendered here.
  private func turn() {
    uptime += 1
    while true {
      service.turn(now: Self.now, uptimeMilliseconds: uptime)
      _ = service.takeLog()
      _ = service.takeSessionsWithOutput()
      let secrets = service.takeWork().filter { $0.lane == .secrets }
      if secrets.isEmpty { return }
      for work in secrets { service.finish(work.run()) }
    }
  }
}

/// Where no wall hangs.
private struct NoWalls: WallShelf {
  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    let sheets = names.map { _ in MemorySheet() }
    try write(sheets)
    return sheets
  }
}
