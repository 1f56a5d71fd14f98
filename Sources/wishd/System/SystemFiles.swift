import CLinux
import Glibc

/// What kind of thing bears a name in a directory, and which one it is.
struct FileStatus: Equatable {
  /// The kinds that the shell tells apart.
  enum Kind: Equatable { case file, directory, socket, other }
  let kind: Kind
  /// Permission bits.
  let mode: mode_t
  let size: Int
  let owner: uid_t
  /// Device and inode: two names of the same thing have the same.
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFSOCK: .socket
      default: .other
      }
    mode = status.st_mode & 0o7777
    size = Int(status.st_size)
    owner = status.st_uid
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

extension System {
  /// open(2), always with O_CLOEXEC.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> Descriptor {
    Descriptor(try call("open") { unsafe wishd_open(path, flags | O_CLOEXEC, mode) })
  }

  /// openat(2), always with O_CLOEXEC and O_NOFOLLOW: a link that somebody planted is never followed.
  static func open(
    in directory: Descriptor,
    _ name: String,
    _ flags: Int32,
    mode: mode_t = 0
  ) throws(SystemError) -> Descriptor {
    Descriptor(
      try call("openat") {
        unsafe wishd_openat(directory.number, name, flags | O_CLOEXEC | O_NOFOLLOW, mode)
      }
    )
  }

  /// read(2) into an array.
  static func read(_ descriptor: Descriptor, into buffer: inout [UInt8]) throws(SystemError) -> ReadOutcome {
    try reading("read") {
      unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor.number, $0.baseAddress, $0.count) }
    }
  }

  /// write(2), once.
  static func write(
    _ descriptor: Descriptor,
    _ bytes: ArraySlice<UInt8>
  ) throws(SystemError) -> WriteOutcome {
    try writing("write") {
      unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor.number, $0.baseAddress, $0.count) }
    }
  }

  /// write(2) until all is written; a descriptor that would block is waited for with poll(2).
  static func writeAll(_ descriptor: Descriptor, _ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      switch try write(descriptor, bytes[done...]) {
      case .bytes(let count): done += count
      case .wouldBlock:
        var wait = [pollfd(fd: descriptor.number, events: Int16(POLLOUT), revents: 0)]
        _ = try poll(&wait, timeoutMilliseconds: -1)
      }
    }
  }

  /// read(2) until the end, or until more than `limit` bytes came: then nil.
  static func readAll(_ descriptor: Descriptor, limit: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      switch try read(descriptor, into: &buffer) {
      case .bytes(let count): bytes += buffer[..<count]
      case .end: return bytes
      case .wouldBlock: throw SystemError("read", code: EAGAIN)
      }
    }
    return nil
  }

  /// pread(2) until the part is read, or the file ends.
  static func read(_ descriptor: Descriptor, _ part: Range<Int>) throws(SystemError) -> [UInt8] {
    do {
      return try unsafe [UInt8](unsafeUninitializedCapacity: part.count) { buffer, count in
        while count < part.count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]
          )
          let offset = off_t(part.lowerBound + count)
          let outcome = try reading("pread") {
            unsafe pread(descriptor.number, rest.baseAddress, rest.count, offset)
          }
          guard case .bytes(let more) = outcome else { return }
          count += more
        }
      }
    } catch let error as SystemError {
      throw error
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  /// fstat(2).
  static func status(of descriptor: Descriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try call("fstat") { unsafe fstat(descriptor.number, &status) }
    return FileStatus(status)
  }

  /// lstat(2), or nil where nothing has that name.
  static func status(ofPath path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    do throws(SystemError) {
      _ = try call("lstat") { unsafe lstat(path, &status) }
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
    return FileStatus(status)
  }

  /// mkdir(2); false where something has that name already.
  static func makeDirectory(_ path: String, mode: mode_t) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try call("mkdir") { unsafe mkdir(path, mode) }
      return true
    } catch {
      guard error.code == EEXIST else { throw error }
      return false
    }
  }

  /// chmod(2), for a directory just made: mkdir's mode is cut by the umask.
  static func setMode(ofPath path: String, _ mode: mode_t) throws(SystemError) {
    _ = try call("chmod") { unsafe chmod(path, mode) }
  }

  /// fchmod(2).
  static func setMode(of descriptor: Descriptor, _ mode: mode_t) throws(SystemError) {
    _ = try call("fchmod") { fchmod(descriptor.number, mode) }
  }

  /// fsync(2).
  static func sync(_ descriptor: Descriptor) throws(SystemError) {
    _ = try call("fsync") { fsync(descriptor.number) }
  }

  /// sync_file_range(2) with SYNC_FILE_RANGE_WRITE: has the kernel begin to write, which a later sync then
  /// waits for. That it cannot is no error: the sync does it all.
  static func startWriting(_ descriptor: Descriptor) {
    _ = wishd_start_writing(descriptor.number)
  }

  /// renameat(2) within one directory; what bore the new name, also a link, is replaced.
  static func rename(in directory: Descriptor, _ name: String, to newName: String) throws(SystemError) {
    _ = try call("renameat") { unsafe renameat(directory.number, name, directory.number, newName) }
  }

  /// unlinkat(2); nothing of that name is no error.
  static func remove(in directory: Descriptor, _ name: String) throws(SystemError) {
    do throws(SystemError) {
      _ = try call("unlinkat") { unsafe unlinkat(directory.number, name, 0) }
    } catch {
      guard error.code == ENOENT else { throw error }
    }
  }

  /// unlink(2); nothing of that name is no error.
  static func remove(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      _ = try call("unlink") { unsafe unlink(path) }
    } catch {
      guard error.code == ENOENT else { throw error }
    }
  }

  /// flock(2) with LOCK_EX | LOCK_NB; false where another process holds it.
  static func lock(_ descriptor: Descriptor) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try call("flock") { flock(descriptor.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return false
    }
  }

  /// readdir(3): the names in a directory, in no order.
  static func names(inPath path: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw SystemError("opendir") }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
