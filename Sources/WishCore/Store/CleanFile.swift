import CSQLite

/// Stands between SQLite and a database file, so that what it leaves behind in the gaps of a page is
/// written to no file that lasts: neither to the store nor to a copy of it.
///
/// A page goes into the database file only here. In the write-ahead log it stands as SQLite made it; the
/// log is cut to nothing when something was erased.
///
/// "VFS shims" are SQLite's own way to do this (sqlite.org/vfs.html), and its cksumvfs.c too changes pages
/// on their way to the disk. Two methods of one open file are all that this one replaces.
enum CleanFile {
  /// Replaces the methods of the database file that a connection has just opened.
  ///
  /// - Returns: SQLite's result code.
  static func install(on connection: OpaquePointer) -> Int32 {
    var opened: UnsafeMutablePointer<sqlite3_file>?
    let code = unsafe sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &opened)
    guard code == SQLITE_OK else { return code }
    guard let file = unsafe opened, let before = unsafe file.pointee.pMethods else { return SQLITE_CANTOPEN }
    var methods = unsafe before.pointee
    unsafe methods.xWrite = { unsafe CleanFile.write($0, $1, $2, $3) }
    unsafe methods.xClose = { unsafe CleanFile.close($0) }
    let layer = UnsafeMutablePointer<wishd_sqlite3_methods>.allocate(capacity: 1)
    unsafe layer.initialize(to: wishd_sqlite3_methods(methods: methods, before: before))
    unsafe file.pointee.pMethods = UnsafeRawPointer(layer).assumingMemoryBound(to: sqlite3_io_methods.self)
    return SQLITE_OK
  }

  private static func layer(
    of file: UnsafeMutablePointer<sqlite3_file>
  ) -> UnsafeMutablePointer<wishd_sqlite3_methods> {
    guard let methods = unsafe file.pointee.pMethods else { preconditionFailure("a file that is not open") }
    return unsafe UnsafeMutableRawPointer(mutating: methods).assumingMemoryBound(
      to: wishd_sqlite3_methods.self
    )
  }

  /// xWrite: a leaf of a table loses what lies between its rows.
  private static func write(
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ bytes: UnsafeRawPointer?,
    _ count: Int32,
    _ offset: sqlite3_int64
  ) -> Int32 {
    guard let file = unsafe file, let bytes = unsafe bytes,
      let write = unsafe layer(of: file).pointee.before.pointee.xWrite
    else { return SQLITE_IOERR_WRITE }
    let page = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
    // The first page is the file's own, and holds the schema.
    guard unsafe page.first == LeafPage.mark && offset > 0 && offset % Int64(count) == 0 else {
      return unsafe write(file, bytes, count, offset)
    }
    return unsafe withUnsafeTemporaryAllocation(byteCount: page.count, alignment: 8) { copy in
      unsafe copy.initializeMemory(as: UInt8.self, repeating: 0)
      let isWhole = unsafe LeafPage.copyRows(of: page, to: copy)
      return unsafe write(file, isWhole ? UnsafeRawPointer(copy.baseAddress) : bytes, count, offset)
    }
  }

  /// xClose: the file has its own methods back before it goes.
  private static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
    guard let file = unsafe file else { return SQLITE_OK }
    let layer = unsafe layer(of: file)
    unsafe file.pointee.pMethods = unsafe layer.pointee.before
    unsafe layer.deallocate()
    return unsafe file.pointee.pMethods.pointee.xClose?(file) ?? SQLITE_OK
  }
}
