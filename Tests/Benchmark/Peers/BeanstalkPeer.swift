/// beanstalkd with a log that is synced at every write. A queue knows no wish: POST is `put`, CLAIM and
/// RELEASE are `reserve` and `release`.
final class BeanstalkPeer: Peer {
  let name = "beanstalkd"
  private var server: Server?
  private var path = ""

  private static let program = "/usr/bin/beanstalkd"

  func does(_ workload: Workload) -> Bool { workload == .post || workload == .claim }

  func start(in scratch: Scratch) throws(Failure) {
    try Debian.install("beanstalkd", for: Self.program)
    let directory = try scratch.directory("beanstalkd")
    path = "\(scratch.path)/beanstalkd.sock"
    server = try Server(
      [Self.program, "-b", directory, "-f0", "-l", "unix:\(path)"],
      log: "\(scratch.path)/beanstalkd.log"
    )
    try server?.wait(forSocket: path)
  }

  func connect(_ seat: Seat, community: Int) throws(Failure) -> (Socket, any Wording) {
    (try Socket(path: path), BeanstalkWording())
  }

  func stop() {
    server?.stop()
    server = nil
  }
}

/// The protocol of beanstalkd (its doc/protocol.txt).
final class BeanstalkWording: Wording {
  func ask(_ act: Act, as seat: Seat, into bytes: inout [UInt8]) {
    switch act {
    case .post(let community, let text):
      let slip =
        "community=\(World.community(community)) name=柏某某 phone=19900001234 \(World.texts[text])"
      bytes.write("put 1024 0 600 \(slip.utf8.count)\r\n\(slip)\r\n")
    case .claim: bytes.write("reserve\r\n")
    case .release(let wish, _): bytes.write("release \(wish) 1024 0\r\n")
    // The steps and looks for which it has nothing; only filling it up comes by here.
    case .approve, .publish, .fulfil, .confirm, .show, .list, .match, .wall:
      bytes.write("list-tube-used\r\n")
    }
  }

  func hear(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Answer? {
    guard let end = unsafe bytes.endOfLine(from: 0) else { return nil }
    switch unsafe bytes[0] {
    // INSERTED <id>
    case 0x49: return Answer(length: end + 1, wish: unsafe bytes.number(at: 9))
    case 0x52: return try unsafe hearReserved(bytes, end: end)
    // USING <tube>
    case 0x55: return Answer(length: end + 1)
    default: return Answer(length: end + 1, refusal: unsafe bytes.text(0..<end))
    }
  }

  /// RELEASED, or RESERVED <id> <bytes> and the job behind it.
  private func hearReserved(_ bytes: UnsafeRawBufferPointer, end: Int) throws(Failure) -> Answer? {
    let words = unsafe bytes.text(0..<end).split(whereSeparator: \.isWhitespace)
    guard words.first == "RESERVED" else { return Answer(length: end + 1) }
    guard words.count == 3, let job = Int(words[1]), let length = Int(words[2]) else {
      throw Failure("beanstalkd: \(words)")
    }
    let whole = end + 1 + length + 2
    return whole <= bytes.count ? Answer(length: whole, wish: job) : nil
  }
}
