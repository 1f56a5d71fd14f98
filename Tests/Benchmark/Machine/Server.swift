import Foundation

/// A server that the benchmark has started. It ends with the benchmark, however that ends: setpriv(1) has
/// the kernel kill it when its parent is gone.
final class Server {
  private let process = Process()
  /// What it said on standard output and standard error.
  let log: String

  /// Starts `command` with its output in a file of the directory. `user` is who it runs as, where this
  /// process is root and it must not be.
  init(_ command: [String], log: String, user: String? = nil, environment: [String: String] = [:])
    throws(Failure)
  {
    self.log = log
    var words = ["--pdeathsig", "KILL"]
    if let user, geteuid() == 0 {
      words += ["--reuid", user, "--regid", user, "--clear-groups"]
    }
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    process.arguments = words + ["--"] + command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    guard FileManager.default.createFile(atPath: log, contents: nil),
      let output = FileHandle(forWritingAtPath: log)
    else { throw Failure("cannot write \(log)") }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    do { try process.run() } catch { throw Failure("\(command.first ?? ""): \(error)") }
    unsafe Server.running.append(self)
  }

  /// Servers to be stopped before the benchmark ends.
  nonisolated(unsafe) private static var running: [Server] = []

  /// Stops whatever still runs.
  static func stopAll() {
    while let server = unsafe running.last { server.stop() }
  }

  /// The process's number.
  var identifier: Int32 { process.processIdentifier }

  /// Ends it by `signal` and waits until it is gone; after a while it is killed.
  func stop(_ signal: Int32 = SIGTERM, patience: Double = 60) {
    unsafe Server.running.removeAll { $0 === self }
    guard process.isRunning else { return }
    kill(identifier, signal)
    let start = Clock.now
    while process.isRunning {
      if Clock.seconds(since: start) > patience { kill(identifier, SIGKILL) }
      usleep(2_000)
    }
  }

  /// Waits until `isReady` says so; fails where the server ends before, with the last that it said.
  func wait(seconds: Double = 120, until isReady: () -> Bool) throws(Failure) {
    let start = Clock.now
    while !isReady() {
      try Interruption.check()
      guard process.isRunning else { throw Failure("a server has ended: \(lastWords)") }
      guard Clock.seconds(since: start) < seconds else {
        throw Failure("a server is not ready: \(lastWords)")
      }
      usleep(500)
    }
  }

  /// Waits until a socket at `path` takes connections.
  func wait(forSocket path: String) throws(Failure) {
    try wait { (try? Socket(path: path)) != nil }
  }

  /// Waits until it does nothing any more, as far as its processor time tells.
  func waitUntilIdle() throws(Failure) {
    let start = Clock.now
    var before = -1.0
    while processorSeconds - before > 0.011 {
      try Interruption.check()
      guard Clock.seconds(since: start) < 600 else { throw Failure("a server never comes to rest") }
      before = processorSeconds
      usleep(300_000)
    }
  }

  /// The end of its log.
  var lastWords: String {
    let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return String(said.suffix(600))
  }

  /// Resident memory in bytes, from proc(5).
  var residentBytes: Int {
    let status = (try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1_024
  }

  /// Processor time that it has used, in seconds, from proc(5).
  var processorSeconds: Double {
    let line = (try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)) ?? ""
    let fields = line.split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]), let system = Double(fields[14]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}

/// Runs programs to their end.
enum Tool {
  /// Whether there is such a program.
  static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Runs a program and fails where it does.
  @discardableResult
  static func run(_ command: [String], environment: [String: String] = [:]) throws(Failure) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    do { try process.run() } catch { throw Failure("\(command.first ?? ""): \(error)") }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        "\(command.joined(separator: " ")): exit \(process.terminationStatus)\n\(said.suffix(1_000))"
      )
    }
    return said
  }
}
