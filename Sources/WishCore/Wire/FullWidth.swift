/// Punctuation of a Chinese keyboard where the grammar wants that of an English one.
enum FullWidth {
  /// A mark that the grammar would have understood, had it been half-width.
  enum Mark: Equatable {
    /// `：`
    case colon
    /// `　`
    case space
    /// `＝`
    case equals
    /// `“` `”` `＂`
    case quote
  }

  /// The mark that begins at an index of valid UTF-8.
  static func mark(in line: [UInt8], at index: Int) -> Mark? {
    guard line[index] >= 0xE2, index + 2 < line.count else { return nil }
    switch (line[index], line[index + 1], line[index + 2]) {
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xEF, 0xBC, 0x82): return .quote
    case (0xE3, 0x80, 0x80): return .space
    case (0xEF, 0xBC, 0x9A): return .colon
    case (0xEF, 0xBC, 0x9D): return .equals
    default: return nil
    }
  }

  /// A character as the half-width keyboard has it, and whether that is another one.
  static func fold(_ scalar: UInt32) -> (value: UInt32, isFolded: Bool) {
    switch scalar {
    case 0x3000: (0x20, true)
    case 0xFF01...0xFF5E: (scalar - 0xFEE0, true)
    case 0x201C, 0x201D: (0x22, true)
    default: (scalar, false)
    }
  }
}

/// What a line with full-width punctuation should have looked like, without its values and its text:
/// `POST name="…" phone=… :…`.
struct Skeleton {
  /// The verb and the punctuation.
  private(set) var text = ""
  /// Whether the verb, or what ends it, was full-width.
  private(set) var correctsVerb = false

  /// Tokens that are shown at most; a longer line shows its beginning.
  private static let tokensMax = 24
  /// A longer verb is none of ours and is not shown.
  private static let verbBytesMax = 16
  /// A longer name is none of ours and is not shown, nor is one with digits: it may be a value.
  private static let nameBytesMax = 16

  private let scalars: [UInt32]
  private var index = 0

  /// Reads a line from its verb on; nil where no verb can be made out.
  ///
  /// - Parameter line: Valid UTF-8, without the tag.
  init?(_ line: ArraySlice<UInt8>) {
    scalars = String(decoding: line, as: UTF8.self).unicodeScalars.map(\.value)
    guard readVerb() else { return nil }
    var tokens = 0
    while tokens < Self.tokensMax, readToken() { tokens += 1 }
  }

  private func folded(_ offset: Int) -> UInt32? {
    offset < scalars.count ? FullWidth.fold(scalars[offset]).value : nil
  }

  private mutating func readVerb() -> Bool {
    while folded(index) == 0x20 { skip() }
    while let value = folded(index), isVerbPart(value), text.utf8.count < Self.verbBytesMax {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(isLowerCase(value) ? value - 0x20 : value)))
      skip()
    }
    guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
    guard let next = folded(index) else { return true }
    guard next == 0x20 || next == 0x3A else { return false }
    if FullWidth.fold(scalars[index]).isFolded { correctsVerb = true }
    return true
  }

  /// Passes a character of the verb or a space before it.
  private mutating func skip() {
    if FullWidth.fold(scalars[index]).isFolded { correctsVerb = true }
    index += 1
  }

  /// Reads one token; false at the end of the line, or of what is not text.
  private mutating func readToken() -> Bool {
    while folded(index) == 0x20 { index += 1 }
    guard let first = folded(index) else { return false }
    if first == 0x3A {
      if index + 1 < scalars.count { text += " :…" }
      return false
    }
    text += " "
    if first == 0x22 {
      readQuoted()
      return true
    }
    let start = index
    while let value = folded(index), value != 0x20, value != 0x3D, value != 0x22, scalars[index] != 0xFF1A {
      index += 1
    }
    guard folded(index) == 0x3D else {
      text += "…"
      return true
    }
    readNamed(start..<index)
    return true
  }

  /// Writes a name and passes its value; the `=` stands at the index.
  private mutating func readNamed(_ range: Range<Int>) {
    let letters = range.compactMap { folded($0) }
    let isName =
      !letters.isEmpty && letters.count <= Self.nameBytesMax
      && letters.allSatisfy { isLowerCase($0) || $0 == 0x2D }
    let name =
      isName ? String(decoding: letters.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self) : "…"
    text += name + "="
    index += 1
    if folded(index) == 0x22 {
      readQuoted()
      return
    }
    let isText = TextRules.multilineNames.contains(name)
    while index < scalars.count, scalars[index] != 0x20, isText || scalars[index] != 0x3000 { index += 1 }
    text += "…"
  }

  /// Passes a quoted value, whichever quotes it has; a missing one at its end takes the whole line.
  private mutating func readQuoted() {
    let isHalfWidth = scalars[index] == 0x22
    index += 1
    while index < scalars.count {
      if isHalfWidth ? scalars[index] == 0x22 : folded(index) == 0x22 { break }
      if isHalfWidth, scalars[index] == 0x5C { index += 1 }
      index += 1
    }
    index = min(index + 1, scalars.count)
    text += "\"…\""
  }
}

private func isLowerCase(_ value: UInt32) -> Bool { (0x61...0x7A).contains(value) }

private func isVerbPart(_ value: UInt32) -> Bool {
  switch value {
  case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D: true
  default: false
  }
}
