/// Reads one of a table's words out of a column, fast enough for a million wishes at start.
///
/// A word of at most 16 bytes is two integers, so that finding it is comparing integers; making a
/// `String` and asking `init(rawValue:)` took ten times as long.
struct WordColumn<Word: RawRepresentable<String> & CaseIterable> {
  private let entries: [(key: (UInt64, UInt64), word: Word)]
  private let name: StaticString

  init(_ name: StaticString) {
    self.name = name
    entries = Word.allCases.map { word in
      var text = word.rawValue
      precondition(text.utf8.count <= 16, "\(text) is too long for a word of a table")
      let key = text.withUTF8 { bytes in unsafe Self.key(UnsafeRawBufferPointer(bytes)) }
      return (key, word)
    }
  }

  /// The next column's word.
  func next(_ row: Statement) throws(StoreFault) -> Word {
    let key = unsafe row.withNextBytes { bytes in
      bytes.count <= 16 ? unsafe Self.key(bytes) : (0, 0)
    }
    for entry in entries where entry.key == key { return entry.word }
    throw .row(name, "not a word of the table")
  }

  /// The next column's word, or nil for NULL.
  func nextOptional(_ row: Statement) throws(StoreFault) -> Word? {
    row.skipNull() ? nil : try next(row)
  }

  private static func key(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    var key: (UInt64, UInt64) = (0, 0)
    unsafe withUnsafeMutableBytes(of: &key) { unsafe $0.copyMemory(from: bytes) }
    return key
  }
}

extension Statement {
  func bind<Word: RawRepresentable<String>>(_ word: Word) { bind(word.rawValue) }

  func bind<Word: RawRepresentable<String>>(_ word: Word?) { bind(word?.rawValue) }

  func bind<Subject>(_ code: Code<Subject>) { bind(code.text) }

  func bind<Subject>(_ code: Code<Subject>?) { bind(code?.text) }

  func bind(_ moment: Moment) { bind(moment.milliseconds) }

  func bind(_ moment: Moment?) { bind(moment?.milliseconds) }

  func nextCode<Subject>() -> Code<Subject> { Code(stored: nextText()) }

  func nextOptionalCode<Subject>() -> Code<Subject>? { nextOptionalText().map { Code(stored: $0) } }

  func nextMoment() -> Moment { Moment(milliseconds: nextInt64()) }

  func nextOptionalMoment() -> Moment? { nextOptionalInt64().map { Moment(milliseconds: $0) } }

  func nextSkill() -> SkillName { SkillName(nextText()) }

  func nextOptionalSpan() throws(StoreFault) -> Span? {
    if skipNull() { return nil }
    guard let span = unsafe withNextBytes({ unsafe Span(bytes: $0) }) else {
      throw .row("time_limit", "not a duration")
    }
    return span
  }
}
