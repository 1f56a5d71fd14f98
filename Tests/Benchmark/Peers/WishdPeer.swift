import Foundation
import Glibc

/// The daemon that all this is about.
final class WishdPeer: Peer {
  let name = "wishd"
  /// The directory of its store, once there is one.
  private(set) var data = ""
  /// What it is told before its name, for a tool that looks on.
  var prefix: [String] = []
  /// Seconds from its start until it was ready.
  private(set) var startSeconds = 0.0
  private(set) var server: Server?
  private var secrets: [String: String] = [:]
  private var path = ""

  /// The program that was built with the benchmark.
  static var program: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("wishd").path
  }

  func start(in scratch: Scratch) throws(Failure) {
    let data = try scratch.directory("wishd")
    try start(try StoreMaker.make(in: data, wishes: 0), in: scratch)
  }

  /// Serves a store that ``StoreMaker`` made.
  func start(_ store: StoreMaker.Made, in scratch: Scratch) throws(Failure) {
    data = store.data
    secrets = store.secrets
    path = "\(scratch.path)/wishd.sock"
    guard Tool.isThere(Self.program) else {
      throw Failure("no \(Self.program): build it first, swift build -c release --product wishd")
    }
    let start = Clock.now
    let server = try Server(
      prefix + [Self.program, "serve", "--data", data, "--listen", "unix:\(path)"],
      log: "\(scratch.path)/wishd.log",
      environment: ["SWIFT_DETERMINISTIC_HASHING": "1"]
    )
    self.server = server
    try server.wait(forSocket: path)
    startSeconds = Clock.seconds(since: start)
  }

  func connect(_ seat: Seat, community: Int) throws(Failure) -> (Socket, any Wording) {
    let account =
      switch seat {
      case .desk: StoreMaker.desk(community)
      case .member: World.member(community)
      case .staff: StoreMaker.staff(community)
      }
    return (try connect(as: account), WishdWording())
  }

  /// Opens a connection that is logged in.
  func connect(as account: String) throws(Failure) -> Socket {
    let socket = try connectAsNobody()
    guard let secret = secrets[account] else { throw Failure("no secret of \(account)") }
    try socket.send(Array("AUTH \(account) :\(secret)\n".utf8))
    let reply = try readLine(socket)
    guard reply.hasPrefix("OK ") else { throw Failure("AUTH \(account): \(reply)") }
    return socket
  }

  /// Opens a connection and reads the greeting.
  func connectAsNobody() throws(Failure) -> Socket {
    let socket = try Socket(path: path)
    _ = try readLine(socket)
    return socket
  }

  func stop() {
    server?.stop()
    server = nil
  }
}

/// Reads one line, byte by byte: only what goes before a measurement.
func readLine(_ socket: Socket) throws(Failure) -> String {
  var line: [UInt8] = []
  let byte = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
  defer { unsafe byte.deallocate() }
  while line.last != 0x0A {
    guard try unsafe socket.receive(into: byte) == 1 else { break }
    unsafe line.append(byte[0])
  }
  return String(decoding: line, as: UTF8.self)
}
