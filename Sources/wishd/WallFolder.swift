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

  static func temporary(_ name: String) -> String { temporaryPrefix + name + temporarySuffix }

  /// Puts what `write` writes under `names`, on disk when this returns; the same content is left as it
  /// stands.
  ///
  /// The directory is opened anew each time, so that one which somebody has removed is simply made again.
  /// Two calls for one name at a time are the caller's to prevent.
  @discardableResult
  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    guard names.allSatisfy(WallFolder.allows) else { throw SystemError("wall name", code: EINVAL) }
    let directory = try open()
    let sheets = names.map { FolderSheet($0, in: directory) }
    do {
      try write(sheets)
      return try hang(sheets, in: directory)
    } catch {
      // A full disk should not also keep the half that fitted.
      for sheet in sheets { try? System.remove(in: directory, WallFolder.temporary(sheet.name)) }
      throw error
    }
  }

  /// All of them are synced before the first gets its name, and the directory once for all: a sync that
  /// finds its file written already, by the one before it, costs next to nothing.
  private func hang(_ sheets: [FolderSheet], in directory: Descriptor) throws(SystemError) -> [any WallFile] {
    var files: [any WallFile] = []
    var new: [(name: String, file: FolderFile)] = []
    for sheet in sheets {
      if let standing = sheet.standing(in: directory) {
        files.append(standing)
        try System.remove(in: directory, WallFolder.temporary(sheet.name))
      } else {
        let file = try sheet.finish()
        files.append(file)
        new.append((sheet.name, file))
      }
    }
    for (_, file) in new {
      try System.setMode(of: file.descriptor, 0o644)
      System.startWriting(file.descriptor)
    }
    for (_, file) in new { try System.sync(file.descriptor) }
    for (name, _) in new { try System.rename(in: directory, WallFolder.temporary(name), to: name) }
    if !new.isEmpty { try System.sync(directory) }
    return files
  }

  private func open() throws(SystemError) -> Descriptor {
    if try System.makeDirectory(path, mode: 0o755) {
      try System.setMode(ofPath: path, 0o755)
    }
    return try System.open(path, O_RDONLY | O_DIRECTORY)
  }
}

/// A file that hangs or hung in the folder. Nobody but its owner could change it, and we never do.
struct FolderFile: WallFile {
  let descriptor: Descriptor
  let count: Int

  func read(_ part: Range<Int>) throws -> [UInt8] {
    let bytes = try System.read(descriptor, part)
    guard bytes.count == part.count else { throw SystemError("pread", code: EIO) }
    return bytes
  }
}

/// A file on its way into the folder, under a name that nobody looks for.
private final class FolderSheet: WallSheet {
  let name: String
  private let directory: Descriptor
  /// Made once there is more than waits in memory.
  private var descriptor: Descriptor?
  private var written = 0
  private var waiting: [UInt8] = []

  /// Bytes that are written at once.
  private static let pieceBytes = 262_144

  init(_ name: String, in directory: Descriptor) {
    self.name = name
    self.directory = directory
  }

  func append(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= Self.pieceBytes { try flush() }
  }

  func append(_ part: Range<Int>, of file: any WallFile) throws {
    var start = part.lowerBound
    while start < part.upperBound {
      let end = min(start + Self.pieceBytes, part.upperBound)
      try append(file.read(start..<end))
      start = end
    }
  }

  /// The file with all that was appended.
  func finish() throws(SystemError) -> FolderFile {
    FolderFile(descriptor: try flush(), count: written)
  }

  @discardableResult
  private func flush() throws(SystemError) -> Descriptor {
    let file: Descriptor
    if let descriptor {
      file = descriptor
    } else {
      let temporary = WallFolder.temporary(name)
      try System.remove(in: directory, temporary)
      file = try System.open(in: directory, temporary, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
      descriptor = file
    }
    try System.writeAll(file, waiting)
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
    return file
  }

  /// What hangs under the name, if it is the same, and a file of ours that everybody may read. O_NONBLOCK,
  /// lest a planted FIFO stop the daemon; whatever cannot be read is not the same.
  func standing(in directory: Descriptor) -> FolderFile? {
    guard let file = try? System.open(in: directory, name, O_RDONLY | O_NONBLOCK),
      let status = try? System.status(of: file), status.kind == .file, status.mode == 0o644,
      status.owner == System.user, status.size == written + waiting.count
    else { return nil }
    let standing = FolderFile(descriptor: file, count: status.size)
    var start = 0
    while start < standing.count {
      let end = start < written ? min(start + Self.pieceBytes, written) : standing.count
      guard let found = try? standing.read(start..<end), let own = try? read(start..<end), found == own else {
        return nil
      }
      start = end
    }
    return standing
  }

  private func read(_ part: Range<Int>) throws -> [UInt8] {
    guard part.lowerBound < written, let descriptor else { return waiting }
    return try FolderFile(descriptor: descriptor, count: written).read(part)
  }
}
