/// How a command ends, in the numbers of sysexits.h.
enum ExitCode: Int32, Error {
  /// All went well.
  case success = 0
  /// `send`: at least one request was refused.
  case refused = 1
  /// The command line is wrong (EX_USAGE).
  case usage = 64
  /// The store is there and cannot be used (EX_DATAERR).
  case unusableData = 65
  /// A file or directory that must be there is not (EX_NOINPUT).
  case missingInput = 66
  /// The address or the lock is taken; nobody answers there (EX_UNAVAILABLE).
  case unavailable = 69
  /// `demo`: the product did not do what the story says (EX_SOFTWARE).
  case software = 70
  /// A file cannot be made, or is there already (EX_CANTCREAT).
  case cannotCreate = 73
  /// Reading or writing failed (EX_IOERR).
  case inputOutput = 74
  /// AUTH was refused (EX_NOPERM).
  case noPermission = 77
  /// What was configured cannot be had on this machine (EX_CONFIG).
  case configuration = 78
}

/// Why a command cannot go on: what to tell the person, and how to exit.
struct CommandFailure: Error, Equatable {
  /// How to exit.
  let exit: ExitCode
  /// What is wrong and what to do, for stderr, without LF.
  let message: String

  init(_ exit: ExitCode, _ message: String) {
    self.exit = exit
    self.message = message
  }
}
