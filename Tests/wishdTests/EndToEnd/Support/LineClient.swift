import Foundation
import Glibc

@testable import wishd

/// A plain socket and the lines on it. Whatever waits, waits no longer than ``LiveDaemon/patience``.
final class LineClient {
  private let socket: Descriptor
  private let keeping: AnyObject?
  private var received: [UInt8] = []
  private var taken = 0
  private var hasEnded = false

  /// Connects; `keeping` lives as long as the connection.
  init(_ address: String, keeping: AnyObject? = nil) throws {
    guard let target = Address(address)?.socketAddress else { throw LiveFailure("no address: \(address)") }
    let (socket, outcome) = try System.connect(target)
    self.socket = socket
    self.keeping = keeping
    if outcome == .underWay {
      guard try Self.wait(socket, POLLOUT, Date().addingTimeInterval(LiveDaemon.patience)) else {
        throw LiveFailure("connecting takes too long")
      }
      let code = try System.connectError(socket)
      guard code == 0 else { throw SystemError("connect", code: code) }
    }
  }

  // MARK: Sending

  /// Sends a line with its LF.
  func send(_ line: String) throws { try send(bytes: Array((line + "\n").utf8)) }

  /// Sends bytes as they are.
  func send(bytes: [UInt8]) throws {
    let count = try offer(bytes, within: LiveDaemon.patience)
    guard count == bytes.count else { throw LiveFailure("\(bytes.count - count) bytes are not taken") }
  }

  /// Sends what the other side takes within the time; returns how many bytes that were.
  func offer(_ bytes: [UInt8], within seconds: Double) throws -> Int {
    let deadline = Date().addingTimeInterval(seconds)
    var sent = 0
    while sent < bytes.count, try Self.wait(socket, POLLOUT, deadline) {
      sent += try unsafe bytes[sent...].withUnsafeBytes { try unsafe System.send(socket, $0) }.count
    }
    return sent
  }

  /// shutdown(2): the other side sees an end, and may go on sending.
  func endSending() { System.endSending(socket) }

  // MARK: Reading

  /// The next line without its LF; nil once the other side has ended its own in good order.
  func readLine(within seconds: Double = LiveDaemon.patience) throws -> String? {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let end = received[taken...].firstIndex(of: 0x0A) {
        defer { taken = end + 1 }
        return String(decoding: received[taken..<end], as: UTF8.self)
      }
      if hasEnded {
        guard taken == received.count else { throw LiveFailure("the last line is cut off") }
        return nil
      }
      try receive(deadline)
    }
  }

  /// All lines until the other side ends in good order. A reset is an error.
  func readToEnd() throws -> [String] {
    var lines: [String] = []
    while let line = try readLine() { lines.append(line) }
    return lines
  }

  /// The lines of one reply, pushes left out; the last one is the final.
  func readReply() throws -> [String] {
    var lines: [String] = []
    while let line = try readLine() {
      if line.hasPrefix("* ") { continue }
      lines.append(line)
      if line.isFinal { return lines }
    }
    throw LiveFailure("closed after \(lines)")
  }

  /// The final of the next reply.
  func readFinal() throws -> String { try readReply().last ?? "" }

  /// Sends a line and reads the whole reply.
  func say(_ line: String) throws -> [String] {
    try send(line)
    return try readReply()
  }

  /// Sends a line and reads to the final of its reply.
  func ask(_ line: String) throws -> String { try say(line).last ?? "" }

  /// Whether nothing comes for so long.
  func isSilent(for seconds: Double) throws -> Bool {
    guard taken == received.count else { return false }
    return try !Self.wait(socket, POLLIN, Date().addingTimeInterval(seconds))
  }

  private func receive(_ deadline: Date) throws {
    guard try Self.wait(socket, POLLIN, deadline) else { throw LiveFailure("nothing comes") }
    if taken == received.count {
      received.removeAll(keepingCapacity: true)
      taken = 0
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    switch try unsafe buffer.withUnsafeMutableBytes({ try unsafe System.receive(socket, $0) }) {
    case .bytes(let count): received += buffer[..<count]
    case .end: hasEnded = true
    case .wouldBlock: break
    }
  }

  private static func wait(_ socket: Descriptor, _ event: Int32, _ deadline: Date) throws -> Bool {
    let left = Int32(max(0, deadline.timeIntervalSinceNow * 1_000).rounded(.up))
    var waits = [pollfd(fd: socket.number, events: Int16(event), revents: 0)]
    return try System.poll(&waits, timeoutMilliseconds: left) > 0
  }
}

extension String {
  /// The line without its tag.
  var untagged: Substring { hasPrefix("#") ? drop { $0 != " " }.dropFirst() : self[...] }

  /// Whether the line ends a reply.
  var isFinal: Bool { untagged == "OK" || untagged.hasPrefix("OK ") || untagged.hasPrefix("ERR ") }

  /// The code of a refusal: `TAKEN`; nil for any other line.
  var refusal: String? {
    let words = untagged.split(separator: " ")
    return words.first == "ERR" && words.count > 1 ? String(words[1]) : nil
  }

  /// The value of a field that the server sent bare.
  func field(_ name: String) -> String? {
    split(separator: " ").first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.utf8.count + 1)) }
  }
}

/// Runs a body on so many threads at once, and another here meanwhile, and waits for all of them; the first
/// error is thrown.
func onThreads(
  _ count: Int,
  _ body: @escaping @Sendable (Int) throws -> Void,
  meanwhile: () throws -> Void = {}
) throws {
  let failures = Kept<[any Error]>([])
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    Thread.detachNewThread {
      do { try body(index) } catch { failures.change { $0.append(error) } }
      group.leave()
    }
  }
  let here = Result { try meanwhile() }
  group.wait()
  try here.get()
  if let failure = failures.value.first { throw failure }
}

/// A value that threads share.
final class Kept<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var stored: Value

  init(_ value: Value) { stored = value }

  /// What it is now.
  var value: Value { lock.withLock { stored } }

  /// Changes it with nobody else looking.
  func change<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&stored) }
  }
}
