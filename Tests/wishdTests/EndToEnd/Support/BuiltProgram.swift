import Foundation

/// The program that was built with the tests, run to its end.
enum BuiltProgram {
  /// Beside the test program itself, wherever that was built.
  static let path: String = {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("wishd").path
      var isDirectory: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: program, isDirectory: &isDirectory),
        !isDirectory.boolValue
      {
        return program
      }
      folder.deleteLastPathComponent()
    }
    return "wishd"
  }()

  /// How a run went.
  struct Run {
    let exit: Int32
    let output: String
    let errors: String
  }

  /// Runs the program; one that does not end in time is killed and has exit -1.
  static func run(_ arguments: [String], input: String = "") throws -> Run {
    let name = "\(FileManager.default.temporaryDirectory.path)/r\(UInt32.random(in: 0 ... .max))"
    let (stdin, stdout, stderr) = (name + "i", name + "o", name + "e")
    defer { for path in [stdin, stdout, stderr] { try? FileManager.default.removeItem(atPath: path) } }
    try Data(input.utf8).write(to: URL(fileURLWithPath: stdin))
    for path in [stdout, stderr] { try Data().write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle(forReadingAtPath: stdin)
    process.standardOutput = FileHandle(forWritingAtPath: stdout)
    process.standardError = FileHandle(forWritingAtPath: stderr)
    try process.run()
    let hasEnded = waits { !process.isRunning }
    if !hasEnded { kill(process.processIdentifier, SIGKILL) }
    return Run(
      exit: hasEnded ? process.terminationStatus : -1,
      output: text(of: stdout),
      errors: text(of: stderr)
    )
  }
}
