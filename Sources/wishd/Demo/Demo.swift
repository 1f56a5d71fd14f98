import Glibc
import WishCore

/// Why the demo stops before its end.
struct DemoFailure: Error {
  /// How the command exits: EX_SOFTWARE (sysexits.h) where the daemon did not do what it should.
  var exit = ExitCode.software.rawValue
  /// What is wrong, for stderr.
  var message: String

  init(_ message: String) {
    self.message = message
  }

  init(_ failure: CommandFailure) {
    exit = failure.exit.rawValue
    message = failure.message
  }

  /// Somebody pressed Ctrl-C, or asked for the end otherwise.
  static let interrupted = DemoFailure("演示中断了，守护进程已停下，临时数据已删除。")
}

/// Plays the sample slips through a real daemon on a throw-away store and prints the wall.
func runDemo() -> Int32 {
  do throws(DemoFailure) {
    try playDemo()
    return ExitCode.success.rawValue
  } catch {
    try? System.writeAll(.standardError, Array("wishd: \(error.message)\n".utf8))
    return error.exit
  }
}

/// The play from making the directory to removing it, which happens however the play ends.
private func playDemo() throws(DemoFailure) {
  let start = System.uptimeMilliseconds
  let stop = try orFail("系统不给演示需要的东西") { () throws(SystemError) in try System.makeStopSignals() }
  do { try hardenProcess() } catch { throw DemoFailure(error) }
  let directory = try ThrowAwayDirectory()
  let played = Result { () throws(DemoFailure) in try play(in: directory.path, stop: stop) }
  let removed = Result { () throws(DemoFailure) in try directory.remove() }
  let tally = try played.get()
  try removed.get()
  let tenths = (System.uptimeMilliseconds - start) / 100
  try say(
    "演完了：\(tally.slips)张心愿单、\(tally.members)位认领人、\(tally.requests)次请求，"
      + "用时\(tenths / 10).\(tenths % 10)秒；守护进程已正常退出，临时数据已删除。"
  )
}

/// Founds a store, serves it, plays the story, and stops the daemon however the story ends.
private func play(in directory: String, stop: Descriptor) throws(DemoFailure) -> Story.Tally {
  let secret = try foundStore(in: directory)
  let daemon = try DemoDaemon(data: directory, stop: stop)
  let story = Story(at: daemon.address, stop: stop, adminSecret: secret)
  let told = Result { () throws(DemoFailure) in try story.tell() }
  let log = daemon.lastLines
  let stopped = Result { () throws(DemoFailure) in try daemon.end() }
  if case .failure(var failure) = told {
    if failure.exit == ExitCode.software.rawValue, failure.message != DemoFailure.interrupted.message,
      !log.isEmpty
    {
      failure.message += "\n守护进程最后说：\n\(log)"
    }
    throw failure
  }
  try stopped.get()
  return story.tally
}

/// What `wishd init` does, but that the first secret stays in memory.
private func foundStore(in directory: String) throws(DemoFailure) -> String {
  var random = SystemRandomNumberGenerator()
  do throws(CommandFailure) {
    let data = try DataDirectory.create(directory)
    do throws(StoreFailure) {
      return try Founding.found(path: data.storePath, at: System.now, using: &random)
    } catch {
      throw CommandFailure(error, store: data.storePath)
    }
  } catch {
    throw DemoFailure(error)
  }
}

/// Says a line of the play on standard output, at once.
func say(_ line: String) throws(DemoFailure) {
  do throws(CommandFailure) {
    try print(line + "\n")
  } catch {
    throw DemoFailure(error)
  }
}

/// Turns a system call that failed into the demo's failure.
func orFail<Value>(
  _ what: @autoclosure () -> String,
  _ body: () throws(SystemError) -> Value
) throws(DemoFailure) -> Value {
  do throws(SystemError) {
    return try body()
  } catch {
    throw DemoFailure("\(what())（\(error)）。")
  }
}
