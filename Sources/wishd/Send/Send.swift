import Glibc
import WishCore

/// `wishd send`: requests from standard input, replies to standard output.
func runSend(_ options: SendOptions) throws(CommandFailure) -> ExitCode {
  try hardenProcess()
  let opening = try options.identity.map { (identity) throws(CommandFailure) in
    try authLine(identity)
  }
  let socket = try connect(to: options.to)
  var conversation = Conversation(opening: opening)
  do {
    try converse(over: socket, &conversation)
  } catch {
    throw CommandFailure(.inputOutput, "和守护进程的连接断了（\(error)）。没有收到回复的请求，请用同一个 key= 再发一次。")
  }
  switch conversation.outcome {
  case .allWell: return .success
  case .someRefused: return .refused
  case .authFailed(let line): throw CommandFailure(.noPermission, line)
  case .cutShort:
    throw CommandFailure(.inputOutput, "守护进程没有答完就断开了连接。没有收到回复的请求，请用同一个 key= 再发一次。")
  }
}

/// How long a daemon may take to take the connection.
private let connectMilliseconds: Int32 = 10_000

private func connect(to address: Address) throws(CommandFailure) -> Descriptor {
  guard let socketAddress = address.socketAddress else {
    throw CommandFailure(.usage, "--to 的地址 \(address) 不能用。")
  }
  do {
    let (socket, outcome) = try System.connect(socketAddress)
    if outcome == .underWay {
      var wait = [pollfd(fd: socket.number, events: Int16(POLLOUT), revents: 0)]
      let code =
        try System.poll(&wait, timeoutMilliseconds: connectMilliseconds) > 0
        ? try System.connectError(socket) : ETIMEDOUT
      if code != 0 { throw SystemError("connect", code: code) }
    }
    if socketAddress.isInternet { try System.sendAtOnce(socket) }
    return socket
  } catch {
    throw CommandFailure(.unavailable, "连不上 \(address)（\(error)）。请确认 wishd serve 在运行，或用 --to 指明地址。")
  }
}

/// The AUTH request: the secret is the first line of its file.
private func authLine(_ identity: SendOptions.Identity) throws(CommandFailure) -> [UInt8] {
  let content: [UInt8]?
  do {
    content = try System.readAll(
      System.open(identity.secretFile, O_RDONLY),
      limit: Limits.lineBytesMaxBeforeAuth
    )
  } catch {
    throw CommandFailure(.missingInput, "读不了口令文件 \(identity.secretFile)（\(error)）。")
  }
  var secret = (content ?? []).prefix { $0 != 0x0A }
  if secret.last == 0x0D { secret.removeLast() }
  guard !secret.isEmpty, secret.count <= Limits.secretBytesMax else {
    throw CommandFailure(
      .unusableData,
      "口令文件 \(identity.secretFile) 的第一行要是口令，不超过 \(Limits.secretBytesMax) 字节。"
    )
  }
  return Array("AUTH \(identity.account) :".utf8) + secret + [0x0A]
}

/// Moves bytes until the daemon has closed the connection. Whatever can move moves: a daemon that waits
/// for its replies to be taken, while we wait for it to take requests, would else stop us both.
///
/// Standard input and output are shared with other programs and keep their blocking mode; poll(2) has
/// said that they will not block, for as much as fits into a pipe at once.
private func converse(over socket: Descriptor, _ conversation: inout Conversation) throws(SystemError) {
  var buffer = [UInt8](repeating: 0, count: 65_536)
  var sendingEnded = false
  while true {
    if conversation.isSendingOver && !sendingEnded {
      System.endSending(socket)
      sendingEnded = true
    }
    if conversation.isOver { return }
    var waits = [
      pollfd(fd: conversation.wantsInput ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: conversation.toPrint.isEmpty ? -1 : STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: socket.number, events: conversation.socketEvents, revents: 0),
    ]
    if waits[2].events == 0 { waits[2].fd = -1 }
    _ = try System.poll(&waits, timeoutMilliseconds: -1)
    if waits[0].revents != 0 { try conversation.takeInput(.standardInput, &buffer) }
    if waits[1].revents != 0 { try conversation.print(.standardOutput) }
    if waits[2].revents & Int16(POLLOUT) != 0 { try conversation.send(socket) }
    if waits[2].revents & ~Int16(POLLOUT) != 0 { try conversation.receive(socket, &buffer) }
  }
}

extension Conversation {
  fileprivate var socketEvents: Int16 {
    (toSend.isEmpty ? 0 : Int16(POLLOUT)) | (wantsReplies ? Int16(POLLIN) : 0)
  }

  fileprivate mutating func takeInput(_ input: Descriptor, _ buffer: inout [UInt8]) throws(SystemError) {
    switch try System.read(input, into: &buffer) {
    case .bytes(let count): takeRequests(buffer[..<count])
    case .end: endRequests()
    case .wouldBlock: break
    }
  }

  fileprivate mutating func print(_ output: Descriptor) throws(SystemError) {
    // PIPE_BUF: a pipe that is ready takes that much without blocking (pipe(7)).
    toPrint.removeFirst(try System.write(output, toPrint.prefix(4_096)).count)
  }

  fileprivate mutating func send(_ socket: Descriptor) throws(SystemError) {
    do throws(SystemError) {
      toSend.removeFirst(try System.write(socket, toSend[...]).count)
    } catch {
      guard error.code == EPIPE else { throw error }
      // The daemon has closed; what it said before is still to be read.
      stopSending()
    }
  }

  fileprivate mutating func receive(_ socket: Descriptor, _ buffer: inout [UInt8]) throws(SystemError) {
    switch try System.read(socket, into: &buffer) {
    case .bytes(let count): takeReplies(buffer[..<count])
    case .end: endReplies()
    case .wouldBlock: break
    }
  }
}
