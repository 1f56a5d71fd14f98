import Foundation

/// The directory of one run: stores, sockets and logs, all on one file system, gone with the run.
struct Scratch {
  let path: String

  /// Makes a directory in `parent`; all peers must be able to pass through it.
  init(in parent: String) throws(Failure) {
    path = "\(parent)/wb\(getpid())"
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o755]
      )
    } catch {
      throw Failure("cannot make \(path): \(error)")
    }
  }

  /// A new directory in it.
  func directory(_ name: String) throws(Failure) -> String {
    let directory = "\(path)/\(name)"
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make \(directory): \(error)")
    }
    return directory
  }

  /// Removes all of it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Bytes of all files in one of its directories.
  static func bytes(in directory: String) -> Int {
    guard let names = FileManager.default.enumerator(atPath: directory) else { return 0 }
    var total = 0
    for case let name as String in names {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
      total += (attributes?[.size] as? Int) ?? 0
    }
    return total
  }
}
