import Foundation
import Testing

@testable import wishd

/// All tests that start the built program, one after another: each wants the machine to itself.
@Suite("From outside", .serialized)
enum EndToEnd {}

/// A real daemon on a data directory of its own, killed and cleared away with the last who holds it.
final class LiveDaemon {
  /// What a test waits for at most, in seconds, before it fails instead of hanging.
  static let patience = 20.0

  /// Everything of this daemon lies below.
  let directory: String
  /// The data directory.
  let data: String
  /// The accounts' secrets, as they were handed out.
  private(set) var secrets: [String: String] = [:]
  /// What the last `ready` line named.
  private(set) var addresses: [String] = []
  private var process: Process?
  private var starts = 0

  /// Makes a directory and a store in it.
  init() throws {
    directory = "\(FileManager.default.temporaryDirectory.path)/e\(UInt32.random(in: 0 ... .max))"
    data = "\(directory)/d"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let founded = try BuiltProgram.run(["init", "--data", data])
    guard founded.exit == 0, let secret = founded.output.dropLast().split(separator: "=").last else {
      throw LiveFailure("init: \(founded.errors)")
    }
    secrets["admin"] = String(secret)
  }

  deinit {
    if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// The socket in the data directory: the one address that stays over a restart.
  var door: String { "unix:\(data)/wishd.sock" }
  /// The process, or 0.
  var number: pid_t { process?.processIdentifier ?? 0 }
  /// Whether it has not ended.
  var isRunning: Bool { process?.isRunning ?? false }

  /// Starts serving and waits until it takes connections; `shell` goes before it, as in `ulimit -f 100;`.
  ///
  /// What whoever runs the tests ignores, as nohup does, would else be ignored by the daemon from birth.
  func start(_ options: [String] = [], under shell: String = "") throws {
    starts += 1
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["--default-signal=HUP,PIPE,XFSZ", "/bin/sh", "-c"]
      + ["\(shell) exec \"$0\" \"$@\"", BuiltProgram.path, "serve", "--data", data]
      + ["--listen", door, "--listen", "127.0.0.1:0"] + options
    let log = "\(directory)/log\(starts)"
    try Data().write(to: URL(fileURLWithPath: log))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
    self.process = process
    let isReady = waits { !process.isRunning || text(of: log).contains("\n") }
    let words = text(of: log).split(separator: "\n").first?.split(separator: " ") ?? []
    guard isReady, words.first == "ready" else { throw LiveFailure("not ready: \(text(of: log))") }
    addresses = words.dropFirst().map(String.init)
  }

  /// Sends a signal without waiting for anything.
  func signal(_ signal: Int32) { kill(number, signal) }

  /// Sends a signal and waits for the end; returns how it exited, or nil where a signal ended it.
  @discardableResult func stop(_ signal: Int32 = SIGTERM) throws -> Int32? {
    guard let process else { throw LiveFailure("never started") }
    self.signal(signal)
    guard waits(until: { !process.isRunning }) else {
      self.signal(SIGKILL)
      throw LiveFailure("still running \(Self.patience) s after signal \(signal)")
    }
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// Connects to the TCP address, or over the Unix socket, and reads the greeting.
  func connect(over address: String? = nil) throws -> LineClient {
    let client = try LineClient(address ?? addresses.last ?? door, keeping: self)
    let greeting = try client.readLine() ?? ""
    guard greeting.hasPrefix("* HELLO wishd=") else { throw LiveFailure("greeted with \(greeting)") }
    return client
  }

  /// Connects and logs in.
  func connect(as account: String, over address: String? = nil) throws -> LineClient {
    let client = try connect(over: address)
    let reply = try client.ask("AUTH \(account) :\(try #require(secrets[account]))")
    guard reply.hasPrefix("OK account=\(account) ") else { throw LiveFailure("AUTH: \(reply)") }
    return client
  }

  /// Two communities, a desk and staff in the first, and so many members of it, who can take any number.
  func settle(members: Int = 1) throws {
    let admin = try connect(as: "admin")
    for line in [
      "AREA d01 name=东区 level=district", "AREA c01 name=向阳社区 level=community parent=d01",
      "AREA c02 name=和平社区 level=community parent=d01",
    ] { #expect(try admin.ask(line).hasPrefix("OK ")) }
    let accounts = [("desk", "terminal"), ("li", "staff")] + (0..<members).map { ("m\($0 + 1)", "member") }
    for (account, role) in accounts { try admin.send("ACCOUNT \(account) role=\(role) area=c01") }
    for (account, _) in accounts { secrets[account] = try admin.readFinal().field("secret") }
    let staff = try connect(as: "li")
    let names = accounts.filter { $0.1 == "member" }.map(\.0)
    for member in names { try staff.send("MEMBER \(member) capacity=1000") }
    for _ in names { #expect(try staff.readFinal().hasPrefix("OK ")) }
  }

  /// Makes an account and keeps its secret.
  func hire(_ account: String, _ role: String, _ area: String, by admin: LineClient) throws {
    secrets[account] = try admin.ask("ACCOUNT \(account) role=\(role) area=\(area)").field("secret")
  }

  /// Enters a wish and publishes it; returns its number.
  func publish(_ text: String, slots: Int = 1, limit: String = "7d", by staff: LineClient) throws -> Int {
    let number = try #require(Int(try staff.ask("POST slots=\(slots) :\(text)").field("wish") ?? ""))
    let approved = try staff.ask("APPROVE \(number) category=convenience limit=\(limit) open=yes")
    #expect(approved.hasPrefix("OK wish=\(number) state=approved "))
    #expect(try staff.ask("PUBLISH \(number)").hasPrefix("OK wish=\(number) state=published "))
    return number
  }

  /// Puts a copy of another's store in the place of its own, before it is started.
  func adopt(_ copy: String, of other: LiveDaemon) throws {
    try FileManager.default.removeItem(atPath: "\(data)/wish.db")
    try FileManager.default.copyItem(atPath: copy, toPath: "\(data)/wish.db")
    secrets = other.secrets
  }

  /// Everything that it has written on standard error, over all its starts.
  var log: String { (1...max(1, starts)).map { text(of: "\(directory)/log\($0)") }.joined() }

  /// A wall's file, or nothing.
  func wall(_ name: String) -> String { text(of: "\(data)/wall/\(name)") }

  /// Writes a file beside the data directory and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    try Data(content.utf8).write(to: URL(fileURLWithPath: "\(directory)/\(name)"))
    return "\(directory)/\(name)"
  }
}

/// What kept a test from doing what it is about.
struct LiveFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The file as text; nothing where there is none.
func text(of path: String) -> String {
  String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
}

/// Looks again and again until something is so; false when it is not within so many seconds.
func waits(atMost seconds: Double = LiveDaemon.patience, until isSo: () throws -> Bool) rethrows -> Bool {
  let deadline = Date().addingTimeInterval(seconds)
  while try !isSo() {
    guard Date() < deadline else { return false }
    usleep(1_000)
  }
  return true
}
