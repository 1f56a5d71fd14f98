import CSQLite

/// One prepared statement, kept and run again and again.
///
/// Values are bound, and columns read, in the order of the SQL text: ``bind(_:)-…`` takes the next
/// parameter, `next…` gives the next column. A statement run with too few or too many values is a fault
/// of ours and stops the program.
@safe final class Statement {
  private let handle: OpaquePointer
  private let connection: Connection
  private let parameters: Int32
  private var bound: Int32 = 0
  private var column: Int32 = 0
  private var lacksMemory = false
  /// Holds the bound texts while the statement runs, so that SQLite need not copy each into memory of its
  /// own; made for the first one.
  private var texts = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var textBytes = 0

  /// What a statement binds at once, but for a long slip.
  private static let textBytesKept = 2_048

  init(_ connection: Connection, _ sql: String) throws(StoreFault) {
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = unsafe sqlite3_prepare_v3(connection.handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK else { throw connection.fault(code, sql: sql) }
    guard let prepared = unsafe prepared else { preconditionFailure("no statement in \(sql)") }
    unsafe handle = prepared
    self.connection = connection
    parameters = unsafe sqlite3_bind_parameter_count(prepared)
  }

  deinit {
    // It repeats the error of the latest step, which has been seen to already.
    _ = unsafe sqlite3_finalize(handle)
    unsafe texts.deallocate()
  }

  private var sql: String { unsafe sqlite3_sql(handle).map { unsafe String(cString: $0) } ?? "" }

  // MARK: Running

  /// Goes to the next row; at the end the statement is ready to be bound anew.
  func step() throws(StoreFault) -> Bool {
    precondition(bound == parameters, "\(bound) of \(parameters) values for \(sql)")
    column = 0
    if lacksMemory {
      reset()
      throw StoreFault(code: SQLITE_NOMEM, message: "out of memory for a value", sql: sql)
    }
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      reset()
      return false
    }
    let fault = connection.fault(code, sql: sql)
    reset()
    guard !fault.isOurs else { fatalError(fault.description) }
    throw fault
  }

  /// Runs to the end a statement that gives no rows.
  func run() throws(StoreFault) {
    let hasRow = try step()
    precondition(!hasRow, "rows from \(sql)")
  }

  /// Runs `body` on each row.
  func forEachRow(_ body: () throws(StoreFault) -> Void) throws(StoreFault) {
    defer { reset() }
    while try step() { try body() }
  }

  /// Runs `body` on the first row; nil where there is none.
  func firstRow<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFault) -> Value? {
    defer { reset() }
    return try step() ? try body() : nil
  }

  /// Makes the statement ready to be bound anew.
  func reset() {
    // It repeats the error of the latest step, which has been seen to already.
    _ = unsafe sqlite3_reset(handle)
    bound = 0
    textBytes = 0
    lacksMemory = false
  }

  // MARK: Binding

  func bind(_ value: Int64) {
    bound += 1
    check(unsafe sqlite3_bind_int64(handle, bound, value))
  }

  func bind(_ value: Int) { bind(Int64(value)) }

  func bind(_ value: Bool) { bind(value ? 1 as Int64 : 0) }

  func bind(_ value: Int64?) {
    if let value { bind(value) } else { bindNull() }
  }

  func bind(_ value: Int?) { bind(value.map { Int64($0) }) }

  func bind(_ value: String) {
    bound += 1
    var value = value
    let code = value.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        // SQLite takes a null pointer for NULL, and an empty buffer may have one.
        guard let start = characters.baseAddress else {
          return unsafe wishd_sqlite3_bind_text(handle, bound, "", 0)
        }
        let count = Int32(characters.count)
        // Without a destructor the bytes are SQLite's to read until the next binding, which is before the
        // next step: sqlite.org/c3ref/bind_blob.html, SQLITE_STATIC.
        if let kept = unsafe keep(UnsafeRawBufferPointer(characters)) {
          return unsafe sqlite3_bind_text(handle, bound, kept, count, nil)
        }
        return unsafe wishd_sqlite3_bind_text(handle, bound, start, count)
      }
    }
    check(code)
  }

  /// Where the bytes of a text now lie; nil where there is no room for them.
  private func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
    if unsafe texts.count == 0 {
      unsafe texts = .allocate(byteCount: Self.textBytesKept, alignment: 1)
    }
    guard let start = unsafe texts.baseAddress, bytes.count <= Self.textBytesKept - textBytes else {
      return nil
    }
    let place = unsafe start + textBytes
    if let from = bytes.baseAddress { unsafe place.copyMemory(from: from, byteCount: bytes.count) }
    textBytes += bytes.count
    return unsafe UnsafePointer(place.assumingMemoryBound(to: CChar.self))
  }

  func bind(_ value: String?) {
    if let value { bind(value) } else { bindNull() }
  }

  func bind(_ bytes: [UInt8]) {
    bound += 1
    let code = unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        return unsafe sqlite3_bind_zeroblob(handle, bound, 0)
      }
      return unsafe wishd_sqlite3_bind_blob(handle, bound, start, Int32(bytes.count))
    }
    check(code)
  }

  private func bindNull() {
    bound += 1
    check(unsafe sqlite3_bind_null(handle, bound))
  }

  /// A value that does not belong to the statement is a fault of ours; one without the memory for it
  /// fails the run that it was meant for.
  private func check(_ code: Int32) {
    if code == SQLITE_NOMEM {
      lacksMemory = true
    } else {
      precondition(code == SQLITE_OK, "SQLite \(code) at value \(bound) of \(sql)")
    }
  }

  // MARK: Reading

  func nextInt64() -> Int64 {
    defer { column += 1 }
    return unsafe sqlite3_column_int64(handle, column)
  }

  func nextInt() -> Int { Int(nextInt64()) }

  func nextBool() -> Bool { nextInt64() != 0 }

  func nextOptionalInt64() -> Int64? { skipNull() ? nil : nextInt64() }

  func nextOptionalInt() -> Int? { skipNull() ? nil : nextInt() }

  func nextText() -> String { unsafe withNextBytes { unsafe String(decoding: $0, as: UTF8.self) } }

  func nextOptionalText() -> String? { skipNull() ? nil : nextText() }

  func nextBlob() -> [UInt8] { unsafe withNextBytes { unsafe Array($0) } }

  /// Passes over the next column if it is NULL.
  func skipNull() -> Bool {
    guard unsafe sqlite3_column_type(handle, column) == SQLITE_NULL else { return false }
    column += 1
    return true
  }

  /// Gives the next column's bytes, which are gone after the next step.
  func withNextBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    defer { column += 1 }
    // First the pointer, then the length: sqlite.org/c3ref/column_blob.html.
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe sqlite3_column_bytes(handle, column)
    return unsafe body(UnsafeRawBufferPointer(start: start, count: Int(count)))
  }
}
