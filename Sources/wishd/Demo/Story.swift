import WishCore

/// The play: who speaks with the daemon, and what has come of every slip so far. The acts are in the
/// files beside this one.
final class Story {
  /// What there is to count at the end.
  struct Tally {
    let slips: Int
    let members: Int
    let requests: Int
  }

  /// The communities, by code.
  static let communities = [("c01", "梧桐里社区"), ("c02", "金桂苑社区"), ("c03", "后街社区"), ("c04", "河沿社区")]

  let slips = SampleSlip.all
  let members = SampleMember.all
  /// The number that each slip got, by its place in the table.
  var numbers: [Int: Int] = [:]
  /// How each slip was approved, by its place in the table.
  var approvals: [Int: (request: String, reply: String)] = [:]

  private let address: Address
  private let stop: Descriptor
  /// By account; they are in no file.
  private var secrets: [String: String]
  private var connections: [String: DemoConnection] = [:]
  /// Also those that were closed.
  private var opened: [DemoConnection] = []
  private var step = 0

  init(at address: Address, stop: Descriptor, adminSecret: String) {
    self.address = address
    self.stop = stop
    secrets = ["admin": adminSecret]
  }

  /// What there is to count.
  var tally: Tally {
    Tally(
      slips: slips.count,
      members: members.count,
      requests: opened.reduce(0) { $0 + $1.requests }
    )
  }

  /// Plays everything.
  func tell() throws(DemoFailure) {
    try say(
      "微心愿演示：临时的库，真实的守护进程，\(slips.count)张样例心愿单，\(members.count)位认领人。"
        + "“>”是发出的请求，下一行是回复。"
    )
    try say("")
    try openOffices()
    try reportIn()
    try setStandards()
    try collect()
    try review()
    try publish()
    try work()
    try callBack()
    try race()
    try disappoint()
    try lapse()
    try takeOn()
    try takeStock()
    try showWall()
  }

  // MARK: Who speaks

  /// The connection of an account, made and logged in when it first speaks.
  func connection(of account: String) throws(DemoFailure) -> DemoConnection {
    if let connection = connections[account] { return connection }
    let connection = try connect(as: account)
    connections[account] = connection
    return connection
  }

  /// One more connection of an account.
  func connect(as account: String) throws(DemoFailure) -> DemoConnection {
    let connection = try connectUnknown(as: account)
    guard let secret = secrets[account] else { throw DemoFailure("没有 \(account) 的口令。") }
    try connection.ask("AUTH \(account) :\(secret)")
    return connection
  }

  /// A connection of somebody who does not log in.
  func connectUnknown(as who: String) throws(DemoFailure) -> DemoConnection {
    let connection = try DemoConnection(who, to: address, stop: stop)
    opened.append(connection)
    return connection
  }

  /// Closes an account's connection, as a network does.
  func hangUp(_ account: String) {
    connections[account] = nil
  }

  /// Keeps the secret that ACCOUNT has shown this once.
  func keepSecret(of account: String, _ reply: DemoReply) throws(DemoFailure) {
    guard let secret = reply["secret"] else { throw DemoFailure("建账号 \(account) 的回复里没有口令。") }
    secrets[account] = secret
  }

  /// The staff of a community.
  func staff(_ community: String) throws(DemoFailure) -> DemoConnection {
    try connection(of: "s-\(community)")
  }

  // MARK: What is told

  /// A numbered line of the story.
  func tell(_ name: String, _ line: String) throws(DemoFailure) {
    step += 1
    try say("\(step < 10 ? " " : "")\(step) \(name)：\(line)")
  }

  /// A line about a moment within a step.
  func note(_ line: String) throws(DemoFailure) {
    try say("   · \(line)")
  }

  /// A request as it was sent and what was answered.
  func quote(_ connection: DemoConnection, _ request: String, _ answer: String) throws(DemoFailure) {
    try say("     \(connection.who)> \(request)")
    try say("     \(answer)")
  }

  // MARK: Slips

  /// The slips of a fate.
  func slips(_ fates: Fate...) -> [SampleSlip] { slips.filter { fates.contains($0.fate) } }

  /// The number that the daemon gave a slip.
  func number(_ slip: SampleSlip) throws(DemoFailure) -> Int {
    guard let number = numbers[slip.place] else { throw DemoFailure("第\(slip.place)张心愿单还没有编号。") }
    return number
  }

  /// A request's line: a verb, named values, and text behind a colon.
  static func request(_ words: String, _ pairs: [(String, String?)], text: String? = nil) -> String {
    var fields = Fields()
    for (name, value) in pairs { fields.add(name, value) }
    var bytes: [UInt8] = []
    // A row's values are written as a request's are.
    ReplyLine.record(fields).encode(tag: nil, into: &bytes)
    let values = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    return words + values + (text.map { " :\($0)" } ?? "")
  }
}
