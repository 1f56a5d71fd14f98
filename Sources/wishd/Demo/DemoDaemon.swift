import Glibc

/// A daemon in a process of its own: this program once more, as `serve`.
final class DemoDaemon {
  /// How long it may take to be ready, and to end.
  static let patienceMilliseconds: Int64 = 10_000
  /// How often it is looked at meanwhile.
  private static let lookMilliseconds: Int32 = 5
  /// Bytes of its log that are read.
  private static let logBytesMax = 4_194_304

  /// Where it listens.
  let address: Address
  private let log: String
  private let child: pid_t
  /// How it ended, once that was told.
  private var ended: ChildEnd?

  /// Starts it and waits until it is ready; where that fails, it is ended.
  init(data: String, stop: Descriptor) throws(DemoFailure) {
    let socket = "\(data)/wishd.sock"
    address = .unix(socket)
    log = "\(data)/demo.log"
    let (address, log) = (address, log)
    child = try orFail("启动不了守护进程") { () throws(SystemError) in
      // The link is followed by the kernel, so that it is this very program even where its file was moved.
      try System.spawn(
        "/proc/self/exe",
        ["wishd", "serve", "--data", data, "--listen", "\(address)"],
        errors: log
      )
    }
    do throws(DemoFailure) {
      try awaitReady(stop)
    } catch {
      try? end()
      throw error
    }
  }

  /// Asks it to end with SIGTERM, and insists that it ends well.
  func end() throws(DemoFailure) {
    if try look() == nil {
      try orFail("停不下守护进程") { () throws(SystemError) in try System.end(child, with: SIGTERM) }
    }
    let deadline = System.uptimeMilliseconds + DemoDaemon.patienceMilliseconds
    while try look() == nil {
      try pause(for: nil)
      if System.uptimeMilliseconds > deadline {
        try orFail("停不下守护进程") { () throws(SystemError) in try System.end(child, with: SIGKILL) }
      }
    }
    guard ended == .exit(0) else {
      throw DemoFailure("守护进程没有正常退出（\(ended.map { "\($0)" } ?? "")）。\(lastLines)")
    }
  }

  /// The end of what it said on standard error.
  var lastLines: String {
    said.split(separator: "\n").suffix(5).joined(separator: "\n")
  }

  private func awaitReady(_ stop: Descriptor) throws(DemoFailure) {
    let deadline = System.uptimeMilliseconds + DemoDaemon.patienceMilliseconds
    while !said.split(separator: "\n").contains(where: { $0.hasPrefix("ready ") }) {
      guard try look() == nil, System.uptimeMilliseconds < deadline else {
        throw DemoFailure("守护进程没有就绪。\(lastLines)")
      }
      try pause(for: stop)
    }
  }

  private var said: String {
    let bytes = try? System.readAll(System.open(log, O_RDONLY), limit: DemoDaemon.logBytesMax)
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  private func look() throws(DemoFailure) -> ChildEnd? {
    if ended == nil {
      ended = try orFail("看不到守护进程") { () throws(SystemError) in try System.endOfChild(child) }
    }
    return ended
  }

  /// Waits a little, or until somebody wants the demo to stop.
  private func pause(for stop: Descriptor?) throws(DemoFailure) {
    var waits = [pollfd(fd: stop?.number ?? -1, events: Int16(POLLIN), revents: 0)]
    let ready = try orFail("等不了守护进程") { () throws(SystemError) in
      try System.poll(&waits, timeoutMilliseconds: DemoDaemon.lookMilliseconds)
    }
    if ready > 0 { throw .interrupted }
  }
}
