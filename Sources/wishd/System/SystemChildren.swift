// `environ` is a global that anybody might change while it is read; nothing in this program changes it.
@unsafe @preconcurrency import Glibc

/// How a child process ended.
enum ChildEnd: Equatable {
  /// It returned this code.
  case exit(Int32)
  /// A signal ended it.
  case signal(Int32)
}

extension System {
  /// posix_spawn(3) with our environment, nothing to read, nowhere to print, and standard error in a file.
  /// The child inherits which signals are blocked; every other descriptor is closed for it by O_CLOEXEC.
  static func spawn(
    _ program: String,
    _ arguments: [String],
    errors: String
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    try check("posix_spawn_file_actions_init", unsafe posix_spawn_file_actions_init(&actions))
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    let files = [
      (STDIN_FILENO, "/dev/null", O_RDONLY), (STDOUT_FILENO, "/dev/null", O_WRONLY),
      (STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_APPEND),
    ]
    for (number, path, flags) in files {
      try check(
        "posix_spawn_file_actions_addopen",
        unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      )
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    try check("posix_spawn", unsafe posix_spawn(&child, program, &actions, nil, words, environ))
    return child
  }

  /// waitpid(2) with WNOHANG; nil while the child lives. A child that has ended is told of once.
  static func endOfChild(_ child: pid_t) throws(SystemError) -> ChildEnd? {
    var status: Int32 = 0
    let found = try call("waitpid") { unsafe waitpid(child, &status, WNOHANG) }
    guard found == child else { return nil }
    // WIFEXITED and its like are macros, which Swift does not import: bits/waitstatus.h.
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// kill(2).
  static func end(_ child: pid_t, with number: Int32) throws(SystemError) {
    _ = try call("kill") { kill(child, number) }
  }

  /// mkdtemp(3): a new directory for nobody else, whose name begins so; returns its path.
  static func makeTemporaryDirectory(_ prefix: String) throws(SystemError) -> String {
    var path = Array("\(prefix)XXXXXX".utf8CString)
    guard unsafe mkdtemp(&path) != nil else { throw SystemError("mkdtemp") }
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// rmdir(2).
  static func removeDirectory(_ path: String) throws(SystemError) {
    _ = try call("rmdir") { unsafe rmdir(path) }
  }

  /// Functions that return their error number instead of setting errno.
  private static func check(_ call: String, _ code: Int32) throws(SystemError) {
    if code != 0 { throw SystemError(call, code: code) }
  }
}
