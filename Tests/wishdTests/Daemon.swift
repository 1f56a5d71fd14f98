import Foundation
import Testing

@testable import wishd

/// A real daemon in a directory of its own, ended with the test.
final class Daemon {
  /// The data directory.
  let data: String
  /// The secret of `admin`.
  private(set) var secret = ""
  /// What the `ready` line named.
  private(set) var addresses: [String] = []
  private var process: Process?
  private let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "w\(UInt32.random(in: 0 ... .max))"
    )
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    data = directory.appendingPathComponent("d").path
    let founded = try Daemon.run(["init", "--data", data])
    secret = try #require(founded.output.split(separator: "=").last).trimmingCharacters(in: .newlines)
  }

  deinit {
    if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: directory)
  }

  /// The program that was built with the tests.
  static var program: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("wishd").path),
      folder.path != "/"
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("wishd")
  }

  /// Starts serving and waits for `ready`; `shell` goes before the program, as in `ulimit -n 60;`.
  func start(_ options: [String] = ["--listen", "127.0.0.1:0"], shell: String = "") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "\(shell) exec \"$0\" \"$@\"", Daemon.program.path, "serve", "--data", data] + options
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    self.process = process
    var line = Data()
    while line.last != 0x0A {
      let byte = errors.fileHandleForReading.readData(ofLength: 1)
      if byte.isEmpty { break }
      line += byte
    }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    #expect(words.first == "ready")
    addresses = words.dropFirst().map(String.init)
  }

  /// Sends a signal and waits for the end; returns the exit code.
  func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    guard let process else { return -1 }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Opens a connection to the first address.
  func connect() throws -> Descriptor {
    let address = try #require(Address(addresses[0])?.socketAddress)
    return try System.connect(address).0
  }

  /// Processor time that the daemon's loop has used, in clock ticks: it runs on the first thread.
  func ticks() throws -> Int {
    let number = try #require(process?.processIdentifier)
    let path = "/proc/\(number)/task/\(number)/stat"
    let fields = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
    return (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0)
  }

  /// Writes a file beside the data directory and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    let path = directory.appendingPathComponent(name)
    try Data(content.utf8).write(to: path)
    return path.path
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String], input: String = "") throws -> (
    exit: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    standardInput.fileHandleForWriting.closeFile()
    let (shown, said) = (
      output.fileHandleForReading.readDataToEndOfFile(), errors.fileHandleForReading.readDataToEndOfFile()
    )
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: shown, as: UTF8.self), String(decoding: said, as: UTF8.self)
    )
  }
}

/// Reads until the daemon has closed, or until the text has so many lines.
func read(_ socket: Descriptor, lines: Int = .max, within seconds: Double = 20) throws -> String {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  let deadline = Date().addingTimeInterval(seconds)
  while bytes.count(where: { $0 == 0x0A }) < lines, Date() < deadline {
    var wait = [pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)]
    guard try System.poll(&wait, timeoutMilliseconds: 100) > 0 else { continue }
    guard case .bytes(let count) = try System.read(socket, into: &buffer) else { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
