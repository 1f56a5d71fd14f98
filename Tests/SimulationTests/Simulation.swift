@testable import FaultTests
@testable import WishCore

/// One run of the whole service from a seed: clients, network, clock, disk and daemon.
final class Simulation {
  /// Steps of a run, before everything comes to rest.
  static let stepsMax = 70
  /// Connections that are open at once.
  static let linksMax = 7

  let seed: UInt64
  var random: SeededRandom
  var transcript: Transcript
  var step = 0
  let home: StoreFiles
  let shelf = Shelf()
  private var life: Daemon?
  /// The disk of the life, and with it of every connection of it.
  private var disk: FaultDisk
  var links: [Link] = []
  var linksMade = 0
  var tags = 0
  var now = PreparedTown.start
  var uptime: Int64 = 1_000
  var script = Script()
  var ledger = Ledger()
  var canaries = Canaries()
  var receipts = ReceiptModel()
  /// Secrets that were shown, in bytes.
  var secrets: [[UInt8]] = []
  /// Whether a commit may be on the disk of which nobody was told.
  var isInDoubt = false
  /// What members may hold, as of the step before.
  var capacities: [AccountCode: Int] = [:]
  /// Lines with a key whose reply never came, by account.
  var unanswered: [String: [Line]] = [:]
  /// Whether this run's disk fails now and then.
  let hasFaults: Bool
  var tally = RunTally()

  init(seed: UInt64, in town: PreparedTown, isPrinted: Bool = false) throws {
    self.seed = seed
    random = SeededRandom(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    transcript = Transcript(isPrinted: isPrinted)
    home = try StoreFiles(town.files)
    hasFaults = seed % 2 == 0
    disk = FaultDisk(records: true)
    life = try Daemon(home, on: disk, shelf: shelf, seed: seed)
    try follow()
  }

  deinit {
    links = []
    life = nil
  }

  var daemon: Daemon {
    guard let life else { preconditionFailure("between two lives nobody asks") }
    return life
  }

  /// Runs to the end.
  func run() throws -> RunTally {
    while step < Self.stepsMax {
      step += 1
      try takeStep()
    }
    try rest()
    try inspect()
    try stop()
    try inspect()
    tally.steps = step
    tally.digest = transcript.digest
    tally.requests = transcript.requests
    return tally
  }

  func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  // MARK: A step

  private func takeStep() throws {
    pass()
    if links.count < Self.linksMax, chance(25) || links.isEmpty { connect() }
    for link in links { move(link) }
    breakLinks()
    if hasFaults { spoil() }
    if chance(60), daemon.hasWork { try work() }
    let cutsPower = chance(1)
    if cutsPower { daemon.disk.plan(Fault(kind: .stop, number: pick(1...12), isSticky: true)) }
    let failures = daemon.disk.failureCount
    daemon.turn(now: now, uptime: uptime, step: step)
    if cutsPower, daemon.disk.failureCount > failures {
      // The power went in the middle of the turn: nobody was told anything of it.
      isInDoubt = true
      return try restart(keeping: daemon.crash(using: &random), "power cut in a turn")
    }
    if cutsPower { daemon.disk.heal() }
    try follow()
    try drain()
    if daemon.service.mustStop {
      isInDoubt = true
      tally.unknown += 1
      return try restart(keeping: chance(50) ? daemon.kill() : daemon.crash(using: &random), "exit 74")
    }
    for link in links where chance(60) { hear(link) }
    switch pick(1...200) {
    case 1, 2: try restart(keeping: daemon.crash(using: &random), "power cut")
    case 3: try restart(keeping: daemon.kill(), "kill")
    case 4: try stop()
    case 7...12: try inspect()
    default: break
    }
  }

  private func pass() {
    let milliseconds =
      switch pick(1...100) {
      case 1...80: pick(0...60)
      case 81...96: pick(100...3_000)
      case 97...99: pick(3_000...40_000)
      default: pick(40_000...700_000)
      }
    uptime += Int64(milliseconds)
    now = Moment(milliseconds: now.milliseconds + Int64(milliseconds))
    guard chance(6) else { return }
    let hours = [-26, -1, 1, 1, 5, 25, 25, 80, 190].randomElement(using: &random) ?? 1
    now = now.advanced(bySeconds: Int64(hours) * 3_600 - 7)
    transcript.add("clock", step, now.text)
  }

  private func connect() {
    let account = script.someone(&random)
    let peer: Peer = chance(50) ? .local : .remote("10.0.0.\(pick(1...3))")
    let session = daemon.service.open(peer, uptimeMilliseconds: uptime)
    daemon.isTouched = true
    linksMade += 1
    let link = Link(number: linksMade, session: session, account: account)
    transcript.add("open", link.number, account ?? "-")
    links.append(link)
    if chance(2) {
      let http = Line(chance(50) ? "GET / HTTP/1.1" : "POST /wish HTTP/1.1", nil)
      return write(http, tag: nil, on: link, endsInput: true)
    }
    guard let account else { return }
    say(script.login(account, &random), on: link)
    let missing = unanswered[account] ?? []
    unanswered[account] = nil
    for line in missing where chance(80) { say(line, on: link) }
  }

  /// A client says something, and some of what it said arrives.
  private func move(_ link: Link) {
    if !link.hasEnded, !link.session.isFinished, chance(40) {
      for _ in 0..<pick(1...3) {
        if chance(8), let account = link.account, let again = script.again(account, &random) {
          say(again, on: link)
        } else {
          say(script.line(link.account, ledger, &canaries, &random), on: link)
        }
      }
    }
    guard link.hasOutgoing, chance(75) else { return }
    let size = chance(50) ? 4_000 : chance(50) ? pick(1...9) : pick(10...200)
    deliver(size, on: link)
  }

  private func deliver(_ count: Int, on link: Link) {
    for sent in link.deliver(count, step: step) { receipts.expect(sent.line, under: link.checker.accounts) }
    daemon.isTouched = true
  }

  func say(_ line: Line, on link: Link) {
    switch pick(1...100) {
    case 1: write(Line("", nil), tag: nil, on: link, isAnswered: false)
    case 2: write(Line("#bad!tag PING", nil), tag: nil, on: link)
    case 3: write(line, tag: nil, on: link)
    default:
      tags += 1
      write(line, tag: "t\(tags)", on: link)
    }
  }

  private func write(
    _ line: Line,
    tag: String?,
    on link: Link,
    isAnswered: Bool = true,
    endsInput: Bool = false
  ) {
    let text = tag.map { "#\($0) " } ?? ""
    let end = chance(20) ? "\r\n" : "\n"
    let sent = Sent(
      line,
      tag: tag,
      bytes: Array((text + line.text + end).utf8),
      isAnswered: isAnswered,
      endsInput: endsInput || line.text == "QUIT"
    )
    transcript.add("say", link.number, sent.bytes)
    transcript.countRequest()
    link.write(sent)
  }

  private func breakLinks() {
    for link in links {
      if chance(1) {
        link.halfClose(step: step)
        daemon.isTouched = true
        transcript.add("half-close", link.number, "")
      }
      if chance(1) { lose(link) }
    }
  }

  /// The connection breaks: what is on its way, either way, is lost.
  func lose(_ link: Link) {
    transcript.add("lose", link.number, "")
    for sent in link.open where sent.line.key != nil {
      if let account = sent.line.account { unanswered[account, default: []].append(sent.line) }
    }
    daemon.service.close(link.session)
    links.removeAll { $0 === link }
  }

  /// The disk begins to fail, or stops failing.
  private func spoil() {
    if chance(10) {
      daemon.disk.heal()
      shelf.fails = false
    }
    guard chance(4) else { return }
    let kinds: [Fault.Kind] = [
      .writeError, .diskFull, .diskFull, .shortWrite, .tornWrite, .syncError, .truncateError, .deleteError,
    ]
    let fault = Fault(
      kind: kinds.randomElement(using: &random) ?? .diskFull,
      number: pick(1...10),
      isSticky: chance(40)
    )
    daemon.disk.plan(fault)
    if chance(20) { shelf.fails = true }
    transcript.add("fault", step, fault.description)
  }

  func work() throws {
    if let since = daemon.work(using: &random) { try checkShelf(since: since) }
  }

  /// The client reads what it was told.
  func hear(_ link: Link) {
    for (sent, final) in link.read(pick(1...5)) { script.learn(sent, final) }
  }

  // MARK: Ends

  /// The daemon ends without a word and starts anew on these files.
  private func restart(keeping files: [[UInt8]?], _ why: StaticString) throws {
    transcript.add(why, step, "")
    tally.crashes += 1
    for link in links { lose(link) }
    life = nil
    try home.put(files)
    try start()
  }

  /// SIGTERM: everything that was received is answered, then the daemon ends in order.
  private func stop() throws {
    transcript.add("stop", step, "")
    tally.stops += 1
    daemon.disk.heal()
    daemon.service.beginShutdown()
    for link in links { link.endInput(step: step) }
    try rest()
    for link in links where !link.checker.isOver {
      throw Violation("connection \(link.number) is not told of the stop")
    }
    for link in links { hear(link) }
    for link in links { lose(link) }
    do { try daemon.store.close() } catch { throw Violation("the store does not close: \(error)") }
    try start()
  }

  private func start() throws {
    // The old life's connections close before the new one's open.
    life = nil
    disk = FaultDisk(records: true)
    do {
      life = try Daemon(home, on: disk, shelf: shelf, seed: seed &+ UInt64(step))
    } catch {
      throw Violation("the store does not open: \(error)")
    }
    try expectNothingLost()
    try follow()
    isInDoubt = false
    try inspect()
  }

  /// Lets everything arrive and be answered, as time goes by, with a disk that works.
  private func rest() throws {
    daemon.disk.heal()
    shelf.fails = false
    for link in links {
      link.isStalled = false
      if !link.session.isFinished { deliver(.max, on: link) }
    }
    daemon.isTouched = true
    for _ in 0..<4_000 {
      step += 1
      while daemon.hasWork { try work() }
      daemon.turn(now: now, uptime: uptime, step: step)
      if daemon.service.mustStop { throw Violation("the daemon stops on a disk that works") }
      try follow()
      try drain()
      if links.allSatisfy({ $0.checker.expected.isEmpty && !$0.session.hasOutput }), !daemon.hasWork,
        !daemon.service.isErasing,
        daemon.service.walls.wakeAt == nil, !daemon.isBusy
      {
        return try expectRest()
      }
      guard !daemon.hasWork else { continue }
      guard let wake = daemon.wakeAt else { throw Violation("the service sleeps with requests unanswered") }
      let milliseconds = max(0, wake - uptime)
      uptime += milliseconds
      now = Moment(milliseconds: now.milliseconds + milliseconds)
    }
    let waiting = links.flatMap(\.checker.expected).map { $0.line.text.prefix(30) }
    throw Violation("the service never comes to rest; unanswered: \(waiting)")
  }
}

/// What a run, or many, came to.
struct RunTally: Sendable {
  var steps = 0
  var requests = 0
  var crashes = 0
  var stops = 0
  var unknown = 0
  var refused = 0
  var replays = 0
  var digest: UInt64 = 0

  mutating func add(_ other: RunTally) {
    steps += other.steps
    requests += other.requests
    crashes += other.crashes
    stops += other.stops
    unknown += other.unknown
    refused += other.refused
    replays += other.replays
    digest ^= other.digest
  }
}
