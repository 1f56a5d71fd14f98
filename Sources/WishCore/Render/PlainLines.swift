/// Takes from what a person wrote all that a terminal, a browser or a printer would obey.
///
/// Entry refuses such characters already; a wall is made safe by itself, whatever the store holds. What
/// ends a line anywhere (CR, VT, FF, NEL, U+2028, U+2029) ends one here, TAB becomes a space, every other
/// control or invisible format character goes: ESC, C1, bidi overrides, zero-width spaces, tags. U+200D
/// stays between emoji. Lines lose the white space around them; empty lines go.
enum PlainLines {
  /// The lines of `text` that say something.
  static func lines(of text: String) -> [String] {
    if isOnePlainLine(text) { return [text] }
    var lines: [String] = []
    for line in text.unicodeScalars.split(whereSeparator: endsLine) {
      let plain = plain(line)
      if !plain.isEmpty { lines.append(plain) }
    }
    return lines
  }

  /// `text` as a single line.
  static func line(of text: String) -> String {
    let lines = lines(of: text)
    return lines.count == 1 ? lines[0] : lines.joined(separator: " ")
  }

  /// Whether `text` is, byte by byte, ASCII, ideographs and Chinese punctuation between two that are no
  /// space: what nearly every wish is, so that it need not be taken apart.
  private static func isOnePlainLine(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, !isBlank(first),
      !isBlank(last)
    else { return false }
    var beforeLast: UInt8 = 0
    var before: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x20...0x7E, 0xE2...0xE9, 0xEF: break
      case 0x80...0xBF:
        // Of U+2000–2FFF only U+2010–2027 (“”‘’—…), of U+F000–FFFF only the full-width U+FF00–FF7F.
        if before == 0xE2, byte != 0x80 { return false }
        if before == 0xEF, byte != 0xBC, byte != 0xBD { return false }
        if beforeLast == 0xE2, !(0x90...0xA7).contains(byte) { return false }
      default: return false
      }
      beforeLast = before
      before = byte
    }
    return true
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x7E).contains(scalar.value) || DisplayWidth.isCommonlyWide(scalar.value)
  }

  private static func plain(_ line: Substring.UnicodeScalarView) -> String {
    var rest = line
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    if rest.allSatisfy(isCommon) { return String(rest) }
    var kept = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in rest {
      if scalar == "\t" {
        kept.append(" ")
        before = " "
      } else if isCommon(scalar) || isShown(scalar, after: before) {
        kept.append(scalar)
        // A skin tone or U+FE0F belongs to the emoji before it.
        if scalar.value != 0xFE0F { before = scalar }
      }
    }
    // What was hidden may have covered white space.
    while let first = kept.first, isBlank(first) { kept.removeFirst() }
    while let last = kept.last, isBlank(last) || last.value == 0x200D { kept.removeLast() }
    return String(kept)
  }

  private static func isShown(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .format: scalar.value == 0x200D && before.map { ColumnCounter.isPicture($0.value) } == true
    default: true
    }
  }
}
