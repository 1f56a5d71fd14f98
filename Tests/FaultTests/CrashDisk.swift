/// What a disk may hold when the power is cut: built from the record of what was asked of it.
///
/// What was written before the last sync of its file is there. Of what came later, every sector of 512
/// bytes may hold what it held, or what any of the later writes made of it; files may or may not have
/// their new length, and may or may not have been made or deleted. Bytes beside a write stay as they were,
/// as the default VFS promises and SQLite relies on (`SQLITE_IOCAP_POWERSAFE_OVERWRITE`).
struct CrashDisk {
  static let sectorBytes = 512

  private let disk: FaultDisk
  /// What is certainly there, by file.
  private(set) var durable: [[UInt8]?]
  /// The changes since, by file, as numbers in the record.
  private(set) var pending: [[Int]]
  /// How many changes of the record were made.
  private(set) var position = 0
  /// The latest mark.
  private(set) var mark = 0
  /// Counts up when ``durable`` changes: with equal counts, equal choices make equal states.
  private(set) var epoch = 0

  /// Starts with files that are all on the disk.
  init(_ files: [[UInt8]?], changesOf disk: FaultDisk) {
    self.disk = disk
    durable = files
    pending = files.map { _ in [] }
  }

  /// Makes the next change of the record. Returns false at its end.
  mutating func advance() -> Bool {
    guard position < disk.changeCount else { return false }
    switch unsafe disk.change(position) {
    case .write(let file, _, _), .truncate(let file, _), .create(let file),
      .delete(let file, isSynced: false):
      pending[file].append(position)
    case .delete(let file, isSynced: true):
      pending[file].append(position)
      makeDurable(file)
    // The first sync of a new file syncs its directory too, see `unixSync` in os_unix.c.
    case .sync(let file): makeDurable(file)
    case .mark(let mark): self.mark = mark
    }
    position += 1
    return true
  }

  private mutating func makeDurable(_ file: Int) {
    guard !pending[file].isEmpty else { return }
    for index in pending[file] { apply(index, .all, to: &durable[file]) }
    pending[file].removeAll()
    epoch += 1
  }

  /// How much of a change is there.
  enum Part: Hashable {
    case none
    case all
    /// These of its sectors, counted from its first; only of a write.
    case sectors(Set<Int>)
    /// The file has the length that a write gives it, but not the bytes.
    case length
  }

  /// The files where of each file's changes these parts are there; what is not named is lost.
  func files(_ parts: [[Part]]) -> [[UInt8]?] {
    var files = durable
    for file in files.indices {
      for (index, part) in zip(pending[file], parts[file]) where part != .none {
        apply(index, part, to: &files[file])
      }
    }
    return files
  }

  /// How many sectors a change touches; 1 where it is no write.
  func sectorCount(_ index: Int) -> Int {
    switch unsafe disk.change(index) {
    case .write(_, let offset, let bytes):
      (offset + bytes.count - 1) / Self.sectorBytes - offset / Self.sectorBytes + 1
    case .sync, .truncate, .create, .delete, .mark: 1
    }
  }

  private func apply(_ index: Int, _ part: Part, to file: inout [UInt8]?) {
    switch unsafe disk.change(index) {
    case .create: file = file ?? []
    case .delete: file = nil
    case .truncate(_, let length):
      if let count = file?.count, count > length { file?.removeLast(count - length) }
    case .write(_, let offset, let bytes): unsafe write(bytes, at: offset, part, to: &file)
    case .sync, .mark: break
    }
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    _ part: Part,
    to file: inout [UInt8]?
  ) {
    // A file whose making was lost has lost what was written to it.
    guard let count = file?.count else { return }
    let end = offset + bytes.count
    switch part {
    case .none: break
    case .length: extend(&file, from: count, to: end)
    case .all:
      extend(&file, from: count, to: end)
      unsafe copy(bytes, to: offset, of: &file)
    case .sectors(let sectors):
      for sector in sectors {
        let first = (offset / Self.sectorBytes + sector) * Self.sectorBytes
        let range = max(first, offset)..<min(first + Self.sectorBytes, end)
        extend(&file, from: file?.count ?? 0, to: range.upperBound)
        let part = unsafe UnsafeRawBufferPointer(
          rebasing: bytes[range.lowerBound - offset..<range.upperBound - offset]
        )
        unsafe copy(part, to: range.lowerBound, of: &file)
      }
    }
  }

  private func extend(_ file: inout [UInt8]?, from count: Int, to end: Int) {
    if count < end { file? += [UInt8](repeating: 0, count: end - count) }
  }

  private func copy(_ bytes: UnsafeRawBufferPointer, to offset: Int, of file: inout [UInt8]?) {
    unsafe file?.withUnsafeMutableBytes { whole in
      unsafe UnsafeMutableRawBufferPointer(rebasing: whole[offset..<offset + bytes.count]).copyMemory(
        from: bytes
      )
    }
  }
}
