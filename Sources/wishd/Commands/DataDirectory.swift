import Glibc

/// The directory that a daemon owns: the store, its lock, its socket, the walls.
///
/// While it lives, the lock is held; the kernel gives it back when the process ends, however it ends.
final class DataDirectory {
  /// The directory itself.
  let path: String
  private let lock: Descriptor

  /// The database file.
  var storePath: String { "\(path)/wish.db" }
  /// Where consistent copies go.
  var backupPath: String { "\(path)/backup" }
  /// The socket that a daemon listens on when nothing is named.
  var socketPath: String { "\(path)/wishd.sock" }
  /// Where the walls go when nothing is named.
  var wallPath: String { "\(path)/wall" }

  private init(path: String, lock: Descriptor) {
    self.path = path
    self.lock = lock
  }

  /// Makes the directory, open to nobody else, and takes its lock; one that is there and holds no store
  /// will do.
  ///
  /// - Throws: `cannotCreate` where a store is there, `unavailable` where another process has the lock.
  static func create(_ path: String) throws(CommandFailure) -> DataDirectory {
    do {
      _ = try System.makeDirectory(path, mode: 0o700)
    } catch {
      throw CommandFailure(.cannotCreate, "建不了数据目录 \(path)（\(error)）。请检查上级目录和权限。")
    }
    try refuseStore(in: path)
    let directory = try locked(path, failing: .cannotCreate)
    // Another init may have been faster between the look and the lock.
    try refuseStore(in: path)
    return directory
  }

  /// Takes the lock of a directory that `init` made.
  ///
  /// - Throws: `missingInput` where no store is there, `unavailable` where another process has the lock.
  static func open(_ path: String) throws(CommandFailure) -> DataDirectory {
    guard try hasStore(in: path) else {
      throw CommandFailure(.missingInput, "\(path) 里没有心愿库。请先运行 wishd init --data \(path)。")
    }
    return try locked(path, failing: .missingInput)
  }

  /// Takes the lock of a directory in which a store may be missing; makes it, open to nobody else, where
  /// it is missing itself.
  static func openForRestore(_ path: String) throws(CommandFailure) -> DataDirectory {
    do {
      _ = try System.makeDirectory(path, mode: 0o700)
    } catch {
      throw CommandFailure(.cannotCreate, "建不了数据目录 \(path)（\(error)）。请检查上级目录和权限。")
    }
    return try locked(path, failing: .cannotCreate)
  }

  private static func locked(
    _ path: String,
    failing exit: ExitCode
  ) throws(CommandFailure) -> DataDirectory {
    let file = "\(path)/wishd.lock"
    let isFree: Bool
    let lock: Descriptor
    do {
      lock = try System.open(file, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
      isFree = try System.lock(lock)
    } catch {
      throw CommandFailure(exit, "锁不住 \(file)（\(error)）。请检查目录的权限和所在的文件系统。")
    }
    guard isFree else {
      throw CommandFailure(.unavailable, "\(path) 正由另一个 wishd 使用。请先停掉它，或换一个数据目录。")
    }
    return DataDirectory(path: path, lock: lock)
  }

  private static func refuseStore(in path: String) throws(CommandFailure) {
    if try hasStore(in: path) {
      throw CommandFailure(.cannotCreate, "\(path) 里已经有心愿库，没有改动它。请换一个目录，或直接运行 wishd serve。")
    }
  }

  private static func hasStore(in path: String) throws(CommandFailure) -> Bool {
    do {
      return try System.status(ofPath: "\(path)/wish.db") != nil
    } catch {
      throw CommandFailure(.missingInput, "看不了 \(path)（\(error)）。请检查路径和权限。")
    }
  }
}
