import WishCore

/// Runs one command line and says how to exit.
func runCommand(_ arguments: [String]) -> ExitCode {
  // Before all else: writing to a reader that is gone must be an error code in every command.
  System.ignoreSignals()
  System.fillStandardDescriptors()
  do {
    switch try Options.parse(arguments).get() {
    case .initialize(let data): try runInit(data: data)
    case .serve(let options): return try runServe(options)
    case .check(let data): return try runCheck(data: data)
    case .restore(let options): try runRestore(options)
    case .send(let options): return try runSend(options)
    case .demo: return ExitCode(rawValue: runDemo()) ?? .inputOutput
    case .help: try print(UsageText.text)
    case .version: try print("wishd \(Release.version)\n")
    }
    return .success
  } catch {
    try? System.writeAll(.standardError, Array("wishd: \(error.message)\n".utf8))
    return error.exit
  }
}

/// Writes to standard output, unbuffered, so that a full disk is noticed.
func print(_ text: String) throws(CommandFailure) {
  do {
    try System.writeAll(.standardOutput, Array(text.utf8))
  } catch {
    throw CommandFailure(.inputOutput, "写不了标准输出（\(error)）")
  }
}
