import WishCore

/// What `send` knows of its connection. It moves no bytes itself, so that a test can play it.
struct Conversation {
  /// How it went.
  enum Outcome: Equatable {
    /// Every request was answered with OK.
    case allWell
    /// Every request was answered, at least one with ERR.
    case someRefused
    /// AUTH was refused, with this line.
    case authFailed(String)
    /// The daemon closed before it had answered everything.
    case cutShort
  }

  /// Bytes waiting past which no more are taken in, either way.
  static let bufferBytesMax = 65_536

  /// Bytes for the daemon.
  var toSend: [UInt8]
  /// Bytes for standard output.
  var toPrint: [UInt8] = []

  private var stream = ReplyStream()
  /// Set until AUTH is answered; nothing else is sent before.
  private var isAuthorising: Bool
  private var authFailure: String?
  private var hasRequestsLeft = true
  private var hasRepliesLeft = true
  /// Requests that were taken in, answers that came, refusals among them.
  private var requests = 0
  private var finals = 0
  private var refusals = 0
  /// Whether the request line being taken in has anything but white space.
  private var isLineBlank = true
  private var isInsideLine = false
  /// The beginning of that line, as far as tag and verb may reach, and whether the last one was QUIT.
  private var lineStart: [UInt8] = []
  private var hasQuit = false

  /// - Parameter opening: the AUTH request, which is sent first and answered to nobody.
  init(opening: [UInt8]?) {
    toSend = opening ?? []
    isAuthorising = opening != nil
  }

  /// Whether requests may be read from standard input.
  var wantsInput: Bool {
    hasRequestsLeft && hasRepliesLeft && !isAuthorising && toSend.count < Conversation.bufferBytesMax
  }

  /// Whether replies may be read from the daemon.
  var wantsReplies: Bool { hasRepliesLeft && toPrint.count < Conversation.bufferBytesMax }

  /// Whether the daemon is to be told that nothing more comes.
  var isSendingOver: Bool { !hasRequestsLeft && toSend.isEmpty }

  /// Whether nothing is left to do.
  var isOver: Bool { authFailure != nil || (!hasRepliesLeft && toPrint.isEmpty) }

  /// How it went, once it is over.
  var outcome: Outcome {
    if let authFailure { return .authFailed(authFailure) }
    let isAbandoned = hasRequestsLeft && !hasQuit
    if isAuthorising || isAbandoned || finals < requests { return .cutShort }
    return refusals > 0 ? .someRefused : .allWell
  }

  /// Takes bytes of standard input.
  mutating func takeRequests(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x0A:
        endLine()
      case 0x20, 0x09, 0x0D: isInsideLine = true
      default:
        isLineBlank = false
        isInsideLine = true
      }
      if byte != 0x0A && lineStart.count < Limits.tagBytesMax + 16 { lineStart.append(byte) }
    }
    toSend += bytes
  }

  private mutating func endLine() {
    if !isLineBlank {
      requests += 1
      let words = lineStart.split { $0 == 0x20 || $0 == 0x0D }
      let verb = words.first?.first == 0x23 ? words.dropFirst().first : words.first
      hasQuit = verb.map { String(decoding: $0, as: UTF8.self).uppercased() == "QUIT" } ?? false
    }
    isLineBlank = true
    isInsideLine = false
    lineStart.removeAll(keepingCapacity: true)
  }

  /// Standard input is over. A last line without LF is meant as it stands.
  mutating func endRequests() {
    hasRequestsLeft = false
    if isInsideLine { takeRequests([0x0A]) }
  }

  /// The daemon takes nothing any more.
  mutating func stopSending() {
    hasRequestsLeft = false
    toSend = []
  }

  /// Takes bytes from the daemon.
  mutating func takeReplies(_ bytes: ArraySlice<UInt8>) {
    var lines: [(ReplyStream.Line, [UInt8])] = []
    stream.receive(bytes) { lines.append(($0, $1)) }
    for (kind, line) in lines { take(kind, line) }
  }

  /// The daemon has closed the connection.
  mutating func endReplies() {
    hasRepliesLeft = false
    toPrint += stream.end()
  }

  private mutating func take(_ kind: ReplyStream.Line, _ line: [UInt8]) {
    switch kind {
    case .greeting: return
    case .final where isAuthorising:
      isAuthorising = false
      return
    case .error where isAuthorising:
      authFailure = String(decoding: line.dropLast(), as: UTF8.self)
      return
    case .final: finals += 1
    case .error:
      finals += 1
      refusals += 1
    case .other: break
    }
    toPrint += line
  }
}
