/// A value between double quotes, as both directions write it.
struct Quoted {
  /// The bytes between the quotes, escapes resolved.
  private(set) var bytes: [UInt8]
  /// The index behind the closing quote, or the end of the line where there is none.
  private(set) var end: Int
  /// Whether it was closed and every escape is one.
  private(set) var isWellFormed = true
  /// Whether a `\u{…}` named no Unicode scalar.
  private(set) var hasBadScalar = false
  /// Whether an escape was resolved: then `bytes` hold what the line does not.
  private(set) var hasEscapes = false

  private static let quote: UInt8 = 0x22
  private static let backslash: UInt8 = 0x5C

  /// Reads the value whose opening quote stands at `start`.
  ///
  /// A fault does not end the reading, so that what else is in the value is judged too.
  init(in line: [UInt8], at start: Int) {
    var index = start + 1
    while index < line.count, line[index] != Self.quote, line[index] != Self.backslash { index += 1 }
    bytes = Array(line[start + 1..<index])
    end = index
    while index < line.count, line[index] != Self.quote {
      if line[index] == Self.backslash {
        hasEscapes = true
        index = readEscape(in: line, at: index)
      } else {
        bytes.append(line[index])
        index += 1
      }
    }
    if index < line.count {
      end = index + 1
    } else {
      end = index
      isWellFormed = false
    }
  }

  /// Resolves the escape whose backslash stands at `start`; answers where to go on.
  private mutating func readEscape(in line: [UInt8], at start: Int) -> Int {
    guard start + 1 < line.count else {
      isWellFormed = false
      return start + 1
    }
    switch line[start + 1] {
    case Self.quote, Self.backslash: bytes.append(line[start + 1])
    case 0x6E: bytes.append(0x0A)
    case 0x74: bytes.append(0x09)
    case 0x75: return readScalar(in: line, at: start + 2)
    default: isWellFormed = false
    }
    return start + 2
  }

  /// Reads `{`, 1 to 6 hexadecimal digits and `}`.
  private mutating func readScalar(in line: [UInt8], at start: Int) -> Int {
    guard start < line.count, line[start] == 0x7B else {
      isWellFormed = false
      return start
    }
    var index = start + 1
    var value: UInt32 = 0
    while index < line.count, index - start <= 6, let digit = hexDigit(line[index]) {
      value = value << 4 | digit
      index += 1
    }
    guard index > start + 1, index < line.count, line[index] == 0x7D else {
      isWellFormed = false
      return index
    }
    if let scalar = Unicode.Scalar(value) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      hasBadScalar = true
    }
    return index + 1
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}
