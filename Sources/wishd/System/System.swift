import Glibc

/// Every system call of the shell, one thin wrapper each: EINTR is retried where the call may be
/// repeated, would-block is a value, everything else that fails is thrown.
///
/// Files, sockets and events have their own extension each, in this folder; nothing outside it calls C.
enum System {}

/// A system call that failed.
struct SystemError: Error, Equatable, CustomStringConvertible {
  /// errno.
  let code: Int32
  /// The C function.
  let call: String

  init(_ call: String, code: Int32 = errno) {
    self.code = code
    self.call = call
  }

  /// `bind: Address already in use`.
  var description: String { "\(call): \(System.explain(code))" }
}

/// What reading found.
enum ReadOutcome: Equatable {
  /// So many bytes, at least one.
  case bytes(Int)
  /// There will be no more.
  case end
  /// Nothing at the moment.
  case wouldBlock
}

/// What writing did.
enum WriteOutcome: Equatable {
  /// So many bytes were taken, perhaps fewer than given.
  case bytes(Int)
  /// None can be taken at the moment.
  case wouldBlock

  /// How many bytes were taken.
  var count: Int {
    switch self {
    case .bytes(let count): count
    case .wouldBlock: 0
    }
  }
}

/// An open file descriptor that is closed with its last owner. Wrappers take the owner and not its number,
/// lest it be closed before they have run.
final class Descriptor: Sendable {
  /// What a process is born with is never closed: these have an owner for ever.
  static let standardInput = Descriptor(STDIN_FILENO)
  static let standardOutput = Descriptor(STDOUT_FILENO)
  static let standardError = Descriptor(STDERR_FILENO)

  /// The number that system calls take.
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit { System.close(number) }
}

extension System {
  /// Repeats `body` while it is interrupted; a result below zero is an error.
  static func call(_ name: String, _ body: () -> Int32) throws(SystemError) -> Int32 {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(name) }
    }
  }

  /// As ``call(_:_:)`` for reading, where the result is a count and would-block is a value.
  static func reading(_ name: String, _ body: () -> Int) throws(SystemError) -> ReadOutcome {
    while true {
      let count = body()
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: throw SystemError(name)
      }
    }
  }

  /// As ``call(_:_:)`` for writing, where the result is a count and would-block is a value.
  static func writing(_ name: String, _ body: () -> Int) throws(SystemError) -> WriteOutcome {
    while true {
      let count = body()
      if count >= 0 { return .bytes(count) }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      default: throw SystemError(name)
      }
    }
  }

  /// close(2). Never retried: on Linux the descriptor is gone even after EINTR, and may be another's.
  static func close(_ descriptor: Int32) {
    _ = Glibc.close(descriptor)
  }

  /// strerror(3), which glibc has made safe on threads since 2.32.
  static func explain(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
  }
}
