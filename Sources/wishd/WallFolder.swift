import Glibc
import WishCore

/// The directory that the walls are written to, each file replaced as a whole.
///
/// Others may write there too, so nothing in it is trusted: a link is replaced, never followed, and a
/// reader sees the old file or the new one, never half of one.
struct WallFolder: WallShelf {
  /// The directory.
  let path: String

  private static let temporaryPrefix = ".wishd-"
  private static let temporarySuffix = ".tmp"

  /// Makes the directory where it is missing, for everybody to read, and removes what a daemon that was
  /// killed while writing left behind.
  init(path: String) throws(SystemError) {
    self.path = path
    let directory = try open()
    for name in try System.names(inPath: path)
    where name.hasPrefix(WallFolder.temporaryPrefix) && name.hasSuffix(WallFolder.temporarySuffix) {
      try System.remove(in: directory, name)
    }
  }

  /// Whether a file of that name may be written: `[a-z0-9-]{1,32}.(txt|md|html)`.
  static func allows(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...32).contains(parts[0].utf8.count), ["txt", "md", "html"].contains(parts[1])
    else { return false }
    return parts[0].utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  /// Puts `content` under `name`, on disk when this returns; the same content is left as it stands.
  ///
  /// The directory is opened anew each time, so that one which somebody has removed is simply made again.
  /// Two calls for one name at a time are the caller's to prevent.
  func replace(_ name: String, with content: [UInt8]) throws(SystemError) {
    guard WallFolder.allows(name) else { throw SystemError("wall name", code: EINVAL) }
    let directory = try open()
    if holds(name, content, in: directory) { return }
    let temporary = WallFolder.temporaryPrefix + name + WallFolder.temporarySuffix
    try System.remove(in: directory, temporary)
    do {
      let file = try System.open(in: directory, temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
      try System.writeAll(file, content)
      try System.setMode(of: file, 0o644)
      try System.sync(file)
      try System.rename(in: directory, temporary, to: name)
    } catch {
      // A full disk should not also keep the half that fitted.
      try? System.remove(in: directory, temporary)
      throw error
    }
    try System.sync(directory)
  }

  /// What stands under `name`; nil where there is no such file.
  func read(_ name: String) throws(SystemError) -> [UInt8]? {
    guard WallFolder.allows(name) else { throw SystemError("wall name", code: EINVAL) }
    do throws(SystemError) {
      let file = try System.open(in: try open(), name, O_RDONLY | O_NONBLOCK)
      let status = try System.status(of: file)
      guard status.kind == .file else { throw SystemError("wall file", code: EINVAL) }
      return try System.readAll(file, limit: status.size)
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }

  /// Whether exactly that stands there already, as a file that everybody may read. O_NONBLOCK, lest a
  /// planted FIFO stop the daemon; whatever cannot be read is not the same.
  private func holds(_ name: String, _ content: [UInt8], in directory: Descriptor) -> Bool {
    guard let file = try? System.open(in: directory, name, O_RDONLY | O_NONBLOCK),
      let status = try? System.status(of: file),
      status.kind == .file, status.mode == 0o644, status.size == content.count
    else { return false }
    let found = try? System.readAll(file, limit: content.count)
    return found == content
  }

  private func open() throws(SystemError) -> Descriptor {
    if try System.makeDirectory(path, mode: 0o755) {
      try System.setMode(ofPath: path, 0o755)
    }
    return try System.open(path, O_RDONLY | O_DIRECTORY)
  }
}
