/// Where a connection comes from.
public enum Peer: Hashable, Sendable {
  /// A Unix socket, or loopback: not counted by address.
  case local
  /// A remote address, without the port.
  case remote(String)
}

/// One connection as the service sees it: bytes in, bytes out, and who is logged in.
///
/// Lines are pulled from the buffer one by one, so that the bound on a line is that of the moment: what
/// lies behind an AUTH is not looked at until the AUTH is answered.
public final class Session {
  /// Names the session towards slow work.
  let id: Int
  /// Where it comes from.
  public let peer: Peer
  /// For the owner of the connection, to find it again.
  public var tag = 0
  private unowned let service: Service
  private(set) var output = OutputBuffer()

  private var lines = LineBuffer()
  /// Requests that were read and not yet answered.
  private(set) var queue: [Incoming] = []
  private var hasSeenLine = false
  /// Nothing more is read: the peer ended, or the service wants to end.
  private(set) var inputEnded = false

  /// Who is logged in, and under which generation of the account.
  var login: Login? {
    didSet { service.noteLogin(self, after: oldValue) }
  }
  /// What sentences are written in.
  var language = Language.zh
  /// What the session's first request waits for, if for anything.
  var waiting: Waiting?
  /// The secret that was made for the request at the head of the queue.
  var freshSecret: FreshSecret?
  /// Set while the session follows the log.
  var subscription: Subscription?
  /// Whether it stands in the queue of those who are told more from the log.
  var isCatchingUp = false
  /// The login that is being checked.
  var attempt: LoginAttempt?
  /// The tag of the WALL, BACKUP or PLAN that is being carried out.
  var waitingTag: String?
  /// When a request was last taken, on the monotonic clock in milliseconds.
  var lastRequest: Int64
  /// Since when a line has been incomplete.
  var partialSince: Int64?
  /// Whether the connection is to be closed once its output is drained.
  public internal(set) var isFinished = false

  /// A line that was read.
  enum Incoming: Equatable {
    case request(Request, Verb)
    case rejected(Rejected)
  }

  struct Login: Equatable {
    let account: AccountCode
    let generation: Int
    /// How long without a request before it logs itself out.
    let idleMilliseconds: Int64?
  }

  enum Waiting: Equatable {
    /// A login is being checked.
    case login
    /// A secret is being made.
    case secret
    /// A reading looks through more than one turn does.
    case reading
    /// A wall is being rendered.
    case wall
    /// The store is being copied.
    case backup
    /// A plan is being made.
    case plan
    /// What was erased is still being written over.
    case erasure
    /// A failed login is answered later.
    case delay
  }

  init(id: Int, peer: Peer, service: Service, uptimeMilliseconds: Int64) {
    self.id = id
    self.peer = peer
    self.service = service
    self.lastRequest = uptimeMilliseconds
  }

  // MARK: Input

  /// Takes what the peer sent.
  public func receive(_ bytes: UnsafeRawBufferPointer) {
    guard !inputEnded else { return }
    unsafe lines.append(bytes)
    if !hasSeenLine, RequestParser.isForeignOpening(firstBytes: lines.opening) { refuseForeign() }
    service.isReady(self)
  }

  /// Takes what the peer sent.
  public func receive(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe receive($0) }
  }

  /// The peer will send no more; what was received is answered, then ``isFinished`` becomes true.
  public func receiveEnd() {
    guard !inputEnded else { return }
    inputEnded = true
    service.isReady(self)
  }

  /// The service will take no more; what was received is answered.
  func endInput() {
    receiveEnd()
  }

  /// Whether more input may be read: false while enough of it waits.
  public var wantsInput: Bool {
    !inputEnded && !isFinished && lines.unreadCount < Limits.lineBytesMax * 2
  }

  /// Whether the first request can be taken now.
  var canProceed: Bool {
    !isFinished && waiting == nil && !queue.isEmpty && output.count < Limits.replyBacklogBytesMax
  }

  /// Reads further lines into the queue, as many as may be in flight.
  func fill() {
    while queue.count < Limits.requestsInFlightMax, waiting != .login, !queue.contains(where: \.changesLogin)
    {
      let limit = login == nil ? Limits.lineBytesMaxBeforeAuth : Limits.lineBytesMax
      guard let line = lines.next(limit: limit) else { break }
      let isOpening = !hasSeenLine
      hasSeenLine = true
      // What is begun behind it is another line.
      partialSince = nil
      switch line {
      case .tooLong(let head): queue.append(.rejected(RequestParser.rejectTooLong(head: head)))
      case .whole(let bytes):
        switch RequestParser.parse(bytes) {
        case nil: continue
        case .failure(let rejected)?:
          queue.append(.rejected(rejected))
          if isOpening, rejected.refusal == .syntax(.foreignProtocol) {
            inputEnded = true
            lines.discardAll()
          }
        case .success(let request)?: queue.append(Self.incoming(request))
        }
      }
    }
    if inputEnded, queue.count < Limits.requestsInFlightMax, waiting == nil,
      !queue.contains(where: \.changesLogin), lines.isPartial
    {
      // The connection ended inside a line: it is not carried out, for its rest may be missing.
      queue.append(.rejected(RequestParser.rejectUnfinished(head: lines.opening)))
      lines.discardAll()
    }
  }

  private static func incoming(_ request: Request) -> Incoming {
    guard let verb = Verb(named: request.verb) else {
      return .rejected(
        Rejected(tag: request.tag, refusal: .unknownVerb(nearest: Verb.nearest(to: request.verb)?.rawValue))
      )
    }
    do throws(Refusal) {
      try FieldBounds.check(request, verb: verb)
      return .request(request, verb)
    } catch {
      return .rejected(Rejected(tag: request.tag, refusal: error))
    }
  }

  private func refuseForeign() {
    hasSeenLine = true
    inputEnded = true
    lines.discardAll()
    queue.append(.rejected(Rejected(tag: nil, refusal: .syntax(.foreignProtocol))))
  }

  /// Whether a line was begun and not ended, while nothing else is to be done.
  var isInsideLine: Bool { lines.isPartial && queue.isEmpty && waiting == nil }

  /// Whether everything that was received has been answered.
  var isAnswered: Bool { queue.isEmpty && waiting == nil && (lines.unreadCount == 0 || !inputEnded) }

  func removeFirst() { queue.removeFirst() }

  // MARK: Output

  /// Adds a line of a reply, or a push.
  func send(_ line: ReplyLine, tag: String? = nil) {
    output.append { line.encode(tag: tag, into: &$0) }
    service.hasOutput(self)
  }

  /// Adds lines that are written already, whole ones.
  func send(lines bytes: [UInt8]) {
    output.append { $0 += bytes }
    service.hasOutput(self)
  }

  /// Adds a wall to a reply, which is made as the peer takes it.
  func send(_ wall: WallReply) {
    output.append(wall)
    service.hasOutput(self)
  }

  /// Answers the request with this tag with a refusal.
  func refuse(_ refusal: Refusal, tag: String?) {
    var fields = Fields()
    fields.add("retry", refusal.retry.rawValue)
    refusal.addFields(to: &fields)
    send(.error(code: refusal.code, fields, note: refusal.sentence(in: language)), tag: tag)
  }

  /// Whether bytes wait for the peer.
  public var hasOutput: Bool { !output.isEmpty }

  /// Hands the waiting bytes to `write`, which returns how many it took.
  public func drain(_ write: (UnsafeRawBufferPointer) throws -> Int) rethrows {
    let wasFull = output.count >= Limits.replyBacklogBytesMax
    try unsafe output.drain(write)
    if output.isBroken { isFinished = true }
    let isFull = output.count >= Limits.replyBacklogBytesMax
    var isBehind = false
    if case .behind? = subscription { isBehind = true }
    if wasFull && !isFull || isBehind { service.isReady(self) }
  }

  /// Takes all bytes that wait for the peer.
  public func takeOutput() -> [UInt8] {
    var taken: [UInt8] = []
    unsafe drain {
      unsafe taken.append(contentsOf: $0)
      return $0.count
    }
    return taken
  }
}

extension Session.Incoming {
  /// Whether what follows must wait, for it may be read under another account.
  fileprivate var changesLogin: Bool {
    guard case .request(_, let verb) = self else { return false }
    return verb == .auth || verb == .logout
  }
}

/// A secret and its hash.
struct FreshSecret: Equatable, Sendable {
  let plain: String
  let hash: String
}
