import CSQLite
import Glibc

/// The path of a database file, and what is done to it without SQLite.
struct StoreFile {
  let path: String

  /// Whether there is anything at the path.
  var exists: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether there is the file, or anything that SQLite keeps beside it.
  var existsInAnyPart: Bool {
    var status = stat()
    return Self.suffixes.contains { unsafe lstat(path + $0, &status) == 0 }
  }

  /// Gives the file another name, and its log with it, durably: the log holds what was committed last.
  /// What else SQLite keeps beside it is made anew when it is opened.
  func move(to target: StoreFile) throws(StoreFault) {
    for suffix in ["", "-wal", "-journal"] {
      guard unsafe rename(path + suffix, target.path + suffix) == 0 || errno == ENOENT else {
        throw .system("rename")
      }
    }
    _ = unsafe unlink(path + "-shm")
    try target.syncDirectory()
  }

  /// Whether the file has no byte. A database file must not be opened and closed besides SQLite, which
  /// would lose its locks (sqlite.org/howtocorrupt.html, 2.2): it is only asked for its size.
  var isEmpty: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_size == 0
  }

  /// The path at which a store is made before it is given its name.
  var unfinished: StoreFile { StoreFile(path: path + ".new") }

  /// How the files end that SQLite keeps: the database itself, and what may lie beside it.
  static let suffixes = ["", "-journal", "-wal", "-shm"]

  /// Removes the file and what SQLite leaves beside one; what is not there need not be removed.
  func remove() {
    for suffix in Self.suffixes { _ = unsafe unlink(path + suffix) }
  }

  /// The size of the file; 0 where there is none.
  var byteCount: Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes an empty file that nobody but its owner can read, whatever the umask.
  func makeEmpty() throws(StoreFault) {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("open") }
    close(descriptor)
  }

  /// Gives the file the name `target`, durably. That nothing has it was asked before; a second program
  /// that makes a store here is kept out by the directory's lock.
  func publish(as target: StoreFile) throws(StoreFault) {
    guard unsafe rename(path, target.path) == 0 else { throw .system("rename") }
    try target.syncDirectory()
  }

  /// A new name is on the disk when its directory is: fsync(2).
  func syncDirectory() throws(StoreFault) {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open of the directory") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("fsync of the directory") }
  }

  /// Has the disk take the whole file: fsync(2). Not for a file that SQLite has open.
  func sync() throws(StoreFault) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .system("open") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("fsync") }
  }
}

extension StoreFault {
  /// A system call that failed beside SQLite; errno says why.
  static func system(_ call: String) -> StoreFault {
    let reason = unsafe String(cString: strerror(errno))
    return StoreFault(code: SQLITE_CANTOPEN, message: "\(call): \(reason)", sql: "")
  }
}
