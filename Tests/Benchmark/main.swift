import Foundation

Interruption.watch()
ProcessLimits.raiseDescriptors()

/// Runs what the options ask for, in a scratch directory of its own.
func runBenchmark(_ options: Options) throws(Failure) {
  let scratch = try Scratch(in: options.directory)
  defer {
    Server.stopAll()
    scratch.remove()
  }
  switch options.command {
  case .peers, .brief: try Comparison(options, scratch).run()
  case .scale: try ScaleRun(options, scratch).run()
  case .match: try MatchRun(options, scratch).run()
  case .crowds: try Crowds(options, scratch).run()
  case .long: try LongWork(options, scratch).run()
  case .plan: PlanRun(options).run()
  case .instructions: try Instructions(options, scratch).run()
  case .all:
    try Comparison(options, scratch).run()
    try ScaleRun(options, scratch).run()
    try MatchRun(options, scratch).run()
    try Crowds(options, scratch).run()
    try LongWork(options, scratch).run()
    PlanRun(options).run()
  }
}

if ["help", "--help"].contains(CommandLine.arguments.dropFirst().first) {
  Report.say(Options.usage)
  exit(0)
}
do {
  try runBenchmark(Options.parse(Array(CommandLine.arguments.dropFirst())))
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
