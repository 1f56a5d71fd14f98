/// One pass over bytes that shall be text.
struct TextScan {
  /// Whether they are UTF-8 that holds nothing forbidden.
  var isAllowed = true
  /// Whether they are certainly in NFC: every scalar has NFC_Quick_Check=Yes and combining class 0
  /// (UAX #15 §9).
  var isCertainlyNFC = true

  /// Reads bytes; `lineBreaks` says whether LF and TAB may stand in them.
  init(_ bytes: [UInt8], lineBreaks: Bool) {
    var index = 0
    var marksInRow = 0
    var last: UInt32 = 0
    var lastButOne: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || lineBreaks && (byte == 0x0A || byte == 0x09) else {
          isAllowed = false
          return
        }
        index += 1
        marksInRow = 0
        last = UInt32(byte)
        continue
      }
      guard let (scalar, length) = Self.scalar(in: bytes, at: index) else {
        isAllowed = false
        return
      }
      index += length
      if !Self.isPlain(scalar) {
        isCertainlyNFC = isCertainlyNFC && Self.isInertForNFC(scalar)
        switch Self.kind(of: scalar) {
        case .other: marksInRow = 0
        case .mark: marksInRow += 1
        case .joiner:
          marksInRow = 0
          let base = last == Self.emojiStyle ? lastButOne : last
          guard let (next, _) = Self.scalar(in: bytes, at: index), Self.isEmoji(base), Self.isEmoji(next)
          else {
            isAllowed = false
            return
          }
        case .forbidden:
          isAllowed = false
          return
        }
        if marksInRow > Limits.combiningMarksMax {
          isAllowed = false
          return
        }
      } else {
        marksInRow = 0
      }
      lastButOne = last
      last = scalar
    }
  }

  /// VARIATION SELECTOR-16, which asks for an emoji in colours.
  private static let emojiStyle: UInt32 = 0xFE0F
  /// ZERO WIDTH JOINER.
  private static let joiner: UInt32 = 0x200D

  private enum Kind { case other, mark, joiner, forbidden }

  /// Blocks whose every scalar is visible, no mark, and in NFC whatever stands beside it.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400...0x9FFF, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x33FF: true
    case 0xFF01...0xFFEF, 0x2010...0x2027, 0x2030...0x205E: true
    case 0xA1...0xAC, 0xAE...0x02FF, 0x0400...0x0482: true
    case 0x2190...0x2328, 0x232B...0x27BF, 0xAC00...0xD7A3: true
    case 0x1_F000...0x1_FAFF, 0x2_0000...0x2_F7FF, 0x3_0000...0x3_FFFD: true
    default: false
    }
  }

  /// Scalars of emoji that are not plain, and yet leave NFC as it is.
  private static func isInertForNFC(_ scalar: UInt32) -> Bool {
    scalar == emojiStyle || scalar == joiner
  }

  private static func kind(of value: UInt32) -> Kind {
    if value == joiner { return .joiner }
    guard let scalar = Unicode.Scalar(value) else { return .forbidden }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return .forbidden
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .other
    }
  }

  /// Unicode calls digits, `#` and `*` emoji too; nothing is joined to those.
  private static func isEmoji(_ value: UInt32) -> Bool {
    guard value > 0xFF, let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.isEmoji
  }

  /// Whether bytes are UTF-8.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      guard let (_, length) = scalar(in: bytes, at: index) else { return false }
      index += length
    }
    return true
  }

  /// Decodes one scalar, or nil where the bytes are not the shortest form of one
  /// (The Unicode Standard, table 3-7).
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int)? {
    guard index < bytes.count else { return nil }
    let first = UInt32(bytes[index])
    func continuation(_ offset: Int) -> UInt32? {
      guard index + offset < bytes.count, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[index + offset] & 0x3F)
    }
    switch first {
    case 0x00...0x7F: return (first, 1)
    case 0xC2...0xDF:
      guard let second = continuation(1) else { return nil }
      return ((first & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      guard let second = continuation(1), let third = continuation(2) else { return nil }
      let scalar = (first & 0x0F) << 12 | second << 6 | third
      guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { return nil }
      return (scalar, 3)
    case 0xF0...0xF4:
      guard let second = continuation(1), let third = continuation(2), let fourth = continuation(3) else {
        return nil
      }
      let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
      guard (0x1_0000...0x10_FFFF).contains(scalar) else { return nil }
      return (scalar, 4)
    default: return nil
    }
  }
}
