import CSQLite

/// What stands in the write-ahead log behind the last commit that SQLite knows of.
///
/// Where a write of COMMIT fails, SQLite rolls back and leaves behind what was written until then. As a
/// rule that ends in a frame that is not whole. But the log is used anew from its beginning after every
/// checkpoint, and where the bytes that could not be written stood there already, the frame is whole and
/// the commit valid: a crash before the next commit would find a batch that was refused. So it is read back,
/// as recovery would read it: sqlite.org/walformat.html, 1.1 to 1.3 and 2.1.
enum LogTail {
  /// Whether a crash now would certainly find nothing behind the last commit. False where it cannot be
  /// read, too.
  static func isClear(_ connection: Connection) -> Bool {
    guard let database = unsafe file(SQLITE_FCNTL_FILE_POINTER, connection),
      let log = unsafe file(SQLITE_FCNTL_JOURNAL_POINTER, connection),
      let known = unsafe KnownEnd(database)
    else { return false }
    do throws(Unreadable) {
      return try unsafe isClear(log, behind: known)
    } catch {
      return false
    }
  }

  private struct Unreadable: Error {}

  private static func file(
    _ which: Int32,
    _ connection: Connection
  ) -> UnsafeMutablePointer<sqlite3_file>? {
    var found: UnsafeMutablePointer<sqlite3_file>?
    let code = unsafe sqlite3_file_control(connection.handle, "main", which, &found)
    return code == SQLITE_OK ? unsafe found : nil
  }

  private static func isClear(
    _ log: UnsafeMutablePointer<sqlite3_file>,
    behind known: KnownEnd
  ) throws(Unreadable) -> Bool {
    // A log that begins with no header, or with that of its former use, has nothing of this one.
    guard let bytes = try unsafe read(log, at: 0, count: Header.bytes), let header = Header(bytes),
      header.salts == known.salts
    else { return known.frames == 0 }
    var checksum = known.frames == 0 ? header.checksum : known.checksum
    let frameBytes = Frame.headerBytes + header.pageBytes
    var place = Header.bytes + known.frames * frameBytes
    while let bytes = try unsafe read(log, at: place, count: frameBytes) {
      let frame = Frame(bytes)
      checksum.add(bytes[..<8], header.isBigEndian)
      checksum.add(bytes[Frame.headerBytes...], header.isBigEndian)
      guard frame.salts == header.salts, frame.page > 0, frame.checksum == checksum else { return true }
      if frame.pagesAfterCommit > 0 { return false }
      place += frameBytes
    }
    return true
  }

  /// Bytes of the log; nil where it ends before them.
  private static func read(
    _ log: UnsafeMutablePointer<sqlite3_file>,
    at place: Int,
    count: Int
  ) throws(Unreadable) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let code = unsafe bytes.withUnsafeMutableBytes {
      unsafe log.pointee.pMethods.pointee.xRead(log, $0.baseAddress, Int32(count), sqlite3_int64(place))
    }
    switch code {
    case SQLITE_OK: return bytes
    case SQLITE_IOERR_SHORT_READ: return nil
    default: throw Unreadable()
    }
  }

  // MARK: What is read

  /// Where the log ends as far as SQLite knows: from the head of the index that its connections share.
  private struct KnownEnd {
    let frames: Int
    let checksum: Checksum
    let salts: [UInt8]

    private static let version: UInt32 = 3_007_000
    private static let bytes = 48
    /// The index is mapped in pieces of this size.
    private static let pieceBytes: Int32 = 32_768

    /// Nil where there is no index, or one that is written otherwise.
    init?(_ database: UnsafeMutablePointer<sqlite3_file>) {
      var mapped: UnsafeMutableRawPointer?
      let code = unsafe database.pointee.pMethods.pointee.xShmMap(database, 0, Self.pieceBytes, 0, &mapped)
      guard code == SQLITE_OK, let start = unsafe mapped else { return nil }
      let head = unsafe UnsafeRawBufferPointer(start: start, count: Self.bytes)
      guard unsafe head.loadUnaligned(fromByteOffset: 0, as: UInt32.self) == Self.version else { return nil }
      frames = unsafe Int(head.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      checksum = Checksum(
        first: unsafe head.loadUnaligned(fromByteOffset: 24, as: UInt32.self),
        second: unsafe head.loadUnaligned(fromByteOffset: 28, as: UInt32.self)
      )
      salts = unsafe Array(head[32..<40])
    }
  }

  /// The first bytes of the log.
  private struct Header {
    static let bytes = 32

    let isBigEndian: Bool
    let pageBytes: Int
    let salts: [UInt8]
    let checksum: Checksum

    /// Nil where recovery would pass over the whole log.
    init?(_ bytes: [UInt8]) {
      let magic = LogTail.number(bytes, 0)
      guard magic & ~1 == 0x377F_0682 else { return nil }
      isBigEndian = magic & 1 == 1
      pageBytes = Int(LogTail.number(bytes, 8))
      salts = Array(bytes[16..<24])
      var sum = Checksum(first: 0, second: 0)
      sum.add(bytes[..<24], isBigEndian)
      checksum = sum
      guard sum == Checksum(first: LogTail.number(bytes, 24), second: LogTail.number(bytes, 28)) else {
        return nil
      }
    }
  }

  /// The head of a frame, which a page follows.
  private struct Frame {
    static let headerBytes = 24

    let page: UInt32
    /// The size of the database behind a commit; 0 where the frame ends none.
    let pagesAfterCommit: UInt32
    let salts: [UInt8]
    let checksum: Checksum

    init(_ bytes: [UInt8]) {
      page = LogTail.number(bytes, 0)
      pagesAfterCommit = LogTail.number(bytes, 4)
      salts = Array(bytes[8..<16])
      checksum = Checksum(first: LogTail.number(bytes, 16), second: LogTail.number(bytes, 20))
    }
  }

  /// The sum that runs through the whole log: each frame's holds all before it.
  private struct Checksum: Equatable {
    var first: UInt32
    var second: UInt32

    mutating func add(_ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool) {
      unsafe bytes.withUnsafeBytes { bytes in
        for place in stride(from: 0, to: bytes.count, by: 8) {
          let one = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
          let two = unsafe bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
          first &+= (isBigEndian ? one.bigEndian : one.littleEndian) &+ second
          second &+= (isBigEndian ? two.bigEndian : two.littleEndian) &+ first
        }
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
