import Foundation

/// Long work of one client, and what others wait meanwhile.
final class LongWork {
  private let options: Options
  private let scratch: Scratch

  /// Wishes in the store.
  private static let wishes = 100_000
  /// Events of the wish whose history is long.
  private static let events = 2_000
  /// Connections that ask for walls and do not read them, and how many walls each asks for.
  private static let floodConnections = 100
  private static let floodWalls = 60
  /// Connections that log in at the same moment.
  private static let logins = 1_000

  init(_ options: Options, _ scratch: Scratch) {
    self.options = options
    self.scratch = scratch
  }

  /// What somebody does without pause: one request after another until its replies are there.
  private struct Work {
    let name: String
    /// Does it once; false where there is no more of it to be done.
    let once: () throws(Failure) -> Bool
  }

  func run() throws(Failure) {
    Report.progress("\(Self.wishes) wishes are being made")
    let made = try StoreMaker.make(in: try scratch.directory("long"), wishes: Self.wishes)
    let peer = WishdPeer()
    try peer.start(made, in: scratch)
    defer { peer.stop() }
    guard let server = peer.server else { throw Failure("wishd does not run") }
    try server.waitUntilIdle()
    // Of the first community the others are erased.
    var shown = made.wishes
    shown[0] = Array(shown[0].prefix(1))
    let show = try Contestant(peer, holding: shown).open(
      .show,
      seats: { _ in .desk },
      connections: 10,
      inFlight: 1
    )
    Report.say("\n" + Report.machine + "\n")
    Report.say(
      Report.row(["while somebody has", "how often", "SHOW p50", "p99", "p99 quiet before", "ratio", "≤ 2 ×"])
    )
    Report.say(Report.rule(7))
    for work in try works(peer, made) {
      try server.waitUntilIdle()
      let quiet = try measure(show)
      let background = Background(work.once)
      background.start()
      let busy = try measure(show)
      let count = try background.finish()
      let (p99, before) = (busy.times.percentile(0.99), quiet.times.percentile(0.99))
      Report.say(
        Report.row([
          work.name, "\(Report.count(Double(count)))", Report.time(busy.times.percentile(0.5)),
          Report.time(p99), Report.time(before), Report.ratio(p99 / before),
          p99 <= 2 * before ? "met" : "**not met**",
        ])
      )
    }
  }

  private func measure(_ show: [Line]) throws(Failure) -> Measured {
    let measured = try Generator.run(show, seconds: options.seconds)
    if let refusal = measured.firstRefusal { throw Failure("SHOW: \(refusal)") }
    return measured
  }

  private func works(_ peer: WishdPeer, _ made: StoreMaker.Made) throws(Failure) -> [Work] {
    let admin = try Asker(peer.connect(as: "admin"))
    let staff = try Asker(peer.connect(as: StoreMaker.staff(0)))
    let nobody = try Asker(peer.connectAsNobody())
    let wish = made.wishes[0][0]
    for _ in 0..<(Self.events / 2) {
      try staff.ask("CLAIM \(wish) member=\(World.member(0))")
      try staff.ask("RELEASE \(wish) member=\(World.member(0)) :有事")
    }
    var cursor: String?
    var backups = 0
    var isHeld = false
    var toErase = made.wishes[0].dropFirst()
    let flood = try (0..<Self.floodConnections).map { _ throws(Failure) in Asker(try peer.connectAsNobody()) }
    let last = try staff.ask("SUB")
    try staff.ask("UNSUB")
    let seq = last.split(separator: " ").first { $0.hasPrefix("seq=") }.flatMap { Int($0.dropFirst(4)) } ?? 0
    return [
      Work(name: "a change every 200 ms, and the walls rewritten") { () throws(Failure) in
        let member = World.member(0)
        try staff.ask(isHeld ? "RELEASE \(wish) member=\(member) :有事" : "CLAIM \(wish) member=\(member)")
        isHeld.toggle()
        usleep(200_000)
        return true
      },
      Work(name: "the whole store LISTed, 500 rows a page") { () throws(Failure) in
        let final = try admin.ask("LIST limit=500\(cursor.map { " after=\($0)" } ?? "")")
        cursor = final.split(separator: " ").first { $0.hasPrefix("next=") }.map { String($0.dropFirst(5)) }
        return true
      },
      Work(name: "LIST looking in vain through everything") { () throws(Failure) in
        try admin.ask("LIST category=legal")
        return true
      },
      Work(name: "HISTORY of \(Report.count(Double(Self.events))) events") { () throws(Failure) in
        try staff.ask("HISTORY \(wish)")
        return true
      },
      Work(name: "the log replayed from its beginning") { () throws(Failure) in
        try staff.send("SUB since=0")
        try staff.read(through: seq)
        return true
      },
      Work(name: "HELP") { () throws(Failure) in
        try nobody.ask("HELP")
        return true
      },
      Work(name: "STATS") { () throws(Failure) in
        try admin.ask("STATS")
        return true
      },
      Work(name: "WALL of everything, in HTML") { () throws(Failure) in
        try nobody.ask("WALL format=html")
        return true
      },
      Work(name: "\(Self.floodConnections) × \(Self.floodWalls) WALLs of everything, unread") {
        () throws(Failure) in
        for asker in flood {
          for _ in 0..<Self.floodWalls { try asker.send("WALL") }
        }
        usleep(UInt32(self.options.seconds * 1e6))
        return false
      },
      Work(name: "PLAN for everything") { () throws(Failure) in
        try staff.ask("PLAN")
        return true
      },
      Work(name: "a wish ERASEd every 200 ms") { () throws(Failure) in
        guard let wish = toErase.popFirst() else { return false }
        try staff.ask("WITHDRAW \(wish) :搬走了")
        try staff.ask("ERASE \(wish) :本人要求")
        usleep(200_000)
        return true
      },
      Work(name: "BACKUP") { () throws(Failure) in
        backups += 1
        try admin.ask("BACKUP b\(backups)")
        return true
      },
      Work(name: "\(Report.count(Double(Self.logins))) AUTHs at once") { () throws(Failure) in
        var askers: [Asker] = []
        for _ in 0..<Self.logins { askers.append(Asker(try peer.connectAsNobody())) }
        for asker in askers { try asker.send("AUTH \(StoreMaker.desk(0)) :guess") }
        usleep(UInt32(self.options.seconds * 1e6))
        return false
      },
    ]
  }
}

/// One connection that asks and waits for the end of the reply. It is safe although it holds a raw buffer:
/// the buffer lives as long as it does, and nobody else has it.
@safe private final class Asker {
  private let socket: Socket
  private var rest: [UInt8] = []
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 262_144, alignment: 16)

  init(_ socket: Socket) { self.socket = socket }

  deinit { unsafe buffer.deallocate() }

  func send(_ line: String) throws(Failure) { try socket.send(Array("\(line)\n".utf8)) }

  /// Sends a line; returns the final of its reply, which is OK.
  @discardableResult func ask(_ line: String) throws(Failure) -> String {
    try send(line)
    let final = try read { $0.first == 0x4F || $0.first == 0x45 }
    guard final.hasPrefix("OK") else { throw Failure("\(line): \(final)") }
    return final
  }

  /// Reads pushes up to the event with this number.
  func read(through seq: Int) throws(Failure) {
    let end = Array("* EVENT seq=\(seq) ".utf8)
    _ = try read { $0.starts(with: end) }
  }

  private func read(until isLast: (ArraySlice<UInt8>) -> Bool) throws(Failure) -> String {
    while true {
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0A) {
        let line = rest[start..<end]
        start = end + 1
        if isLast(line) {
          let text = String(decoding: line, as: UTF8.self)
          rest = Array(rest[start...])
          return text
        }
      }
      rest = Array(rest[start...])
      let count = try unsafe socket.receive(into: buffer)
      unsafe rest.append(contentsOf: buffer[..<count])
    }
  }
}

/// Work on a thread of its own, again and again until it is told to end.
///
/// It is safe to share: the thread alone touches the work and the outcome until it has ended. The compiler
/// cannot see that.
private final class Background: @unchecked Sendable {
  private let once: () throws(Failure) -> Bool
  private var count = 0
  private var failure: Failure?
  private var isOver = false
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)

  init(_ once: @escaping () throws(Failure) -> Bool) { self.once = once }

  func start() {
    Thread { [self] in
      do throws(Failure) {
        while !lock.withLock({ isOver }) {
          let goesOn = try once()
          count += 1
          if !goesOn { break }
        }
      } catch {
        failure = error
      }
      ended.signal()
    }.start()
  }

  /// Waits for the last; returns how often it was done.
  func finish() throws(Failure) -> Int {
    lock.withLock { isOver = true }
    ended.wait()
    if let failure { throw failure }
    return count
  }
}
