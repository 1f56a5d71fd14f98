import Glibc

/// Why a benchmark cannot go on, in words for whoever started it.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// The failure of a C function that set errno.
  static func system(_ call: String) -> Failure {
    let code = errno
    return Failure(
      "\(call): errno \(code)\(unsafe strerror(code).map { unsafe " (\(String(cString: $0)))" } ?? "")"
    )
  }
}
