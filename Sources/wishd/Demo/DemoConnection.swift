import Glibc
import WishCore

/// What the daemon answered to one request.
struct DemoReply {
  /// Its rows, as they came.
  var rows: [String] = []
  /// The last line, as it came and as it reads.
  var text: String
  var final: ReplyLine

  /// A field of the last line.
  subscript(name: String) -> String? {
    switch final {
    case .ok(let fields, _), .error(_, let fields, _): fields[name]
    case .record, .display, .push: nil
    }
  }

  /// The refusal's code; nil where it went well.
  var refusal: String? {
    if case .error(let code, _, _) = final { code } else { nil }
  }

  /// The fields of a row of a reply.
  func record(_ index: Int) -> Fields {
    guard rows.indices.contains(index), case .record(let fields)? = ReplyLine.parse(rows[index].utf8)?.line
    else { return Fields() }
    return fields
  }
}

/// One connection of somebody in the play: a line is sent, its reply is waited for.
final class DemoConnection {
  /// How long a reply may take.
  private static let patienceMilliseconds: Int32 = 10_000

  /// Who speaks.
  let who: String
  /// How many requests were sent.
  private(set) var requests = 0

  private let socket: Descriptor
  /// Readable once the demo is to stop.
  private let stop: Descriptor
  private var stream = ReplyStream()
  private var lines: [(kind: ReplyStream.Line, bytes: [UInt8])] = []
  private var pushes: [(text: String, fields: Fields)] = []
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  init(_ who: String, to address: Address, stop: Descriptor) throws(DemoFailure) {
    self.who = who
    self.stop = stop
    guard let socketAddress = address.socketAddress else { throw DemoFailure("\(address) 太长，不能用。") }
    // Over a Unix socket a connect is done at once, or not at all (unix(7)).
    socket = try orFail("\(who) 连不上 \(address)") { () throws(SystemError) in
      try System.connect(socketAddress).0
    }
    guard try takeLine().kind == .greeting else { throw DemoFailure("守护进程没有打招呼。") }
  }

  /// Sends a request that must go well.
  @discardableResult
  func ask(_ request: String) throws(DemoFailure) -> DemoReply {
    try send(request)
    let reply = try reply()
    guard reply.refusal == nil else { throw unexpected(request, reply) }
    return reply
  }

  /// Sends a request that must be refused with this code.
  func ask(_ request: String, refusedWith code: String) throws(DemoFailure) -> DemoReply {
    try send(request)
    let reply = try reply()
    guard reply.refusal == code else { throw unexpected(request, reply) }
    return reply
  }

  /// Sends a request; ``reply()`` then waits for what comes of it.
  func send(_ request: String) throws(DemoFailure) {
    requests += 1
    try orFail("\(who) 发不出请求") { () throws(SystemError) in
      try System.writeAll(socket, Array("\(request)\n".utf8))
    }
  }

  /// Waits for the reply to the oldest request without one.
  func reply() throws(DemoFailure) -> DemoReply {
    var rows: [String] = []
    while true {
      let (kind, bytes) = try takeLine()
      let text = String(decoding: bytes.dropLast(), as: UTF8.self)
      guard let line = ReplyLine.parse(bytes)?.line else { throw DemoFailure("看不懂守护进程的这一行：\(text)") }
      switch (kind, line) {
      case (.final, _), (.error, _): return DemoReply(rows: rows, text: text, final: line)
      case (.other, .push(_, let fields, _)): pushes.append((text, fields))
      case (.other, _), (.greeting, _): rows.append(text)
      }
    }
  }

  /// Waits for a push of an event of this type and returns its line.
  func push(ofType type: String) throws(DemoFailure) -> String {
    while true {
      if let index = pushes.firstIndex(where: { $0.fields["type"] == type }) {
        return pushes.remove(at: index).text
      }
      let (_, bytes) = try takeLine()
      guard case .push(_, let fields, _)? = ReplyLine.parse(bytes)?.line else {
        throw DemoFailure("没有等到 \(type)，来的是：\(String(decoding: bytes.dropLast(), as: UTF8.self))")
      }
      pushes.append((String(decoding: bytes.dropLast(), as: UTF8.self), fields))
    }
  }

  /// The daemon answered otherwise than the protocol says. A secret is never repeated.
  func unexpected(_ request: String, _ reply: DemoReply) -> DemoFailure {
    let shown = request.hasPrefix("AUTH ") ? "AUTH \(who) :…" : request
    let answer = (reply.rows.prefix(5) + [reply.text]).joined(separator: "\n")
    return DemoFailure("演示停在这里，回复和约定的不一样：\n\(who)> \(shown)\n\(answer)")
  }

  private func takeLine() throws(DemoFailure) -> (kind: ReplyStream.Line, bytes: [UInt8]) {
    while lines.isEmpty { try receive() }
    return lines.removeFirst()
  }

  private func receive() throws(DemoFailure) {
    var waits = [
      pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.number, events: Int16(POLLIN), revents: 0),
    ]
    let outcome = try orFail("\(who) 收不到回复") { () throws(SystemError) -> ReadOutcome? in
      guard try System.poll(&waits, timeoutMilliseconds: Self.patienceMilliseconds) > 0 else { return nil }
      return waits[0].revents != 0 ? try System.read(socket, into: &buffer) : .wouldBlock
    }
    if waits[1].revents != 0 { throw .interrupted }
    switch outcome {
    case .bytes(let count): stream.receive(buffer[..<count]) { lines.append(($0, $1)) }
    case .wouldBlock: break
    case .end: throw DemoFailure("守护进程断开了 \(who) 的连接。")
    case nil: throw DemoFailure("\(who) 等回复等了\(Self.patienceMilliseconds / 1_000)秒，没有等到。")
    }
  }
}
