import Glibc

/// A directory of the demo's own, which is removed with all that is in it.
struct ThrowAwayDirectory {
  /// Where it is: short, because a Unix socket's path is.
  let path: String

  init() throws(DemoFailure) {
    path = try orFail("在 /tmp 建不了临时目录") { () throws(SystemError) in
      try System.makeTemporaryDirectory("/tmp/wishd-demo-")
    }
  }

  /// Removes it. Links are removed, never followed.
  func remove() throws(DemoFailure) {
    try orFail("删不掉临时目录 \(path)，请手工删除") { () throws(SystemError) in
      try ThrowAwayDirectory.removeTree(path)
    }
  }

  private static func removeTree(_ path: String) throws(SystemError) {
    for name in try System.names(inPath: path) {
      let inner = "\(path)/\(name)"
      if try System.status(ofPath: inner)?.kind == .directory {
        try removeTree(inner)
      } else {
        try System.remove(inner)
      }
    }
    try System.removeDirectory(path)
  }
}
