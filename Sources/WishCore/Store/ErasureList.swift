import CSQLite
import Glibc

/// The list of what was erased, kept beside the copies: an older copy that takes the store's place is
/// told from it what it must not know any more.
///
/// A line is the number of a wish, when it was entered (milliseconds since 1970) and when it was erased,
/// parted by tabs. Numbers alone would not do: behind a restored copy they are given out again.
struct ErasureList {
  /// Its name in the folder of the copies.
  static let fileName = "erased.tsv"

  let folder: BackupFolder

  /// A wish that was erased.
  struct Entry: Hashable {
    let wish: WishNumber
    let posted: Moment

    init(wish: WishNumber, posted: Moment) {
      self.wish = wish
      self.posted = posted
    }

    /// Reads a line; nil where it is none, as when writing it was cut short.
    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let wish = decimal(Array(fields[0].utf8)),
        let posted = decimal(Array(fields[1].utf8))
      else { return nil }
      self.init(wish: wish, posted: Moment(milliseconds: posted))
    }
  }

  var path: String { "\(folder.path)/\(Self.fileName)" }

  /// Adds entries, on the disk when this returns; on an error none of them is there.
  ///
  /// - Returns: the length of the list before, for ``cut(to:)``.
  func append(_ entries: [Entry], at now: Moment) throws(StoreFault) -> Int {
    try folder.make()
    let isNew = !StoreFile(path: path).exists
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system("open") }
    defer { close(file) }
    let length = try Self.wholeLines(file)
    let text = entries.map { "\($0.wish)\t\($0.posted.milliseconds)\t\(now.text)\n" }.joined()
    do throws(StoreFault) {
      try Self.write(Array(text.utf8), to: file, at: length)
      guard fsync(file) == 0 else { throw StoreFault.system("fsync") }
      if isNew { try StoreFile(path: path).syncDirectory() }
    } catch {
      _ = ftruncate(file, off_t(length))
      throw error
    }
    return length
  }

  /// Takes back what was added when the list had this length.
  func cut(to length: Int) {
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    if ftruncate(file, off_t(length)) == 0 { _ = fsync(file) }
  }

  /// All entries, in the order of their lines; none where there is no list.
  func entries() throws(StoreFault) -> [Entry] {
    guard StoreFile(path: path).exists else { return [] }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .system("open") }
    defer { close(file) }
    let text = String(decoding: try Self.read(file), as: UTF8.self)
    return text.split(separator: "\n").compactMap { Entry($0) }
  }

  /// The length up to the end of the last whole line: a last one that was cut short does not count.
  private static func wholeLines(_ file: Int32) throws(StoreFault) -> Int {
    let bytes = try read(file)
    return bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private static func read(_ file: Int32) throws(StoreFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(file, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { throw .system("pread") }
      if count > 0 { bytes += buffer[..<count] }
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32, at start: Int) throws(StoreFault) {
    guard ftruncate(file, off_t(start)) == 0 else { throw .system("ftruncate") }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes {
        unsafe pwrite(file, $0.baseAddress, $0.count, off_t(start + done))
      }
      if count < 0, errno != EINTR { throw .system("pwrite") }
      if count > 0 { done += count }
    }
  }
}
