/// A text as the masking scanners read it: every scalar folded to one form, marks and variation
/// selectors left out, with the way back to the text as written.
struct MaskingReading {
  /// What takes a hidden stretch's place.
  enum Mark: UInt8 {
    /// Nothing is hidden.
    case none
    /// ``Masking/nameMark``
    case name
    /// ``Masking/numberMark``
    case number
  }

  private let text: String
  /// The text as written.
  let written: [Unicode.Scalar]
  /// Folded scalars: half-width, lower case, one space, one dash.
  private(set) var glyphs: [UInt32] = []
  /// The digit that each glyph stands for in any script, or -1.
  private(set) var digits: [Int8] = []
  /// Where each glyph stands in `written`; one more for the end.
  private(set) var origins: [Int] = []
  /// What hides each glyph.
  private(set) var marks: [Mark] = []
  /// Whether a hidden stretch begins here, though the glyph before is hidden too.
  private var begins: [Bool] = []

  /// Folds a text.
  init(_ text: String) {
    self.text = text
    written = Array(text.unicodeScalars)
    glyphs.reserveCapacity(written.count)
    digits.reserveCapacity(written.count)
    origins.reserveCapacity(written.count + 1)
    for (offset, scalar) in written.enumerated() {
      let glyph = MaskingFold.fold(scalar)
      if glyph.value == MaskingFold.transparent {
        // A mark on a hidden glyph goes with it; one at the very start stands for itself.
        if !glyphs.isEmpty { continue }
        glyphs.append(scalar.value)
        digits.append(-1)
      } else {
        glyphs.append(glyph.value)
        digits.append(glyph.digit)
      }
      origins.append(offset)
    }
    origins.append(written.count)
    marks = Array(repeating: .none, count: glyphs.count)
    begins = Array(repeating: false, count: glyphs.count)
  }

  /// How many glyphs there are.
  var count: Int { glyphs.count }

  /// The glyph at a place, or 0 outside the text.
  func glyph(_ place: Int) -> UInt32 { place >= 0 && place < glyphs.count ? glyphs[place] : 0 }

  /// Whether a digit of any script stands at a place.
  func isDigit(_ place: Int) -> Bool { place >= 0 && place < digits.count && digits[place] >= 0 }

  /// Whether the digit at a place is written as a Han character.
  func isHanDigit(_ place: Int) -> Bool { isDigit(place) && glyphs[place] >= 0x3000 }

  /// Whether a Latin letter stands at a place.
  func isLetter(_ place: Int) -> Bool { (0x61...0x7A).contains(glyph(place)) }

  /// Whether a place is hidden.
  func isHidden(_ place: Int) -> Bool { place >= 0 && place < marks.count && marks[place] != .none }

  /// Hides the glyphs of a range; scanners that come later find stars there, as in a masked text.
  mutating func hide(_ range: Range<Int>, as mark: Mark = .number) {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    let before = range.lowerBound
    if !isHidden(before) { begins[before] = true }
    for place in range {
      if marks[place] != .number { marks[place] = mark }
      glyphs[place] = 0x2A
      digits[place] = -1
    }
    if range.upperBound < count, isHidden(range.upperBound), mark == .number {
      begins[range.upperBound] = false
    }
  }

  /// The text as written, every hidden stretch replaced by its mark.
  var masked: String {
    guard marks.contains(where: { $0 != .none }) else { return text }
    var result = String.UnicodeScalarView()
    var place = 0
    while place < count {
      guard marks[place] != .none else {
        result.append(contentsOf: written[origins[place]..<origins[place + 1]])
        place += 1
        continue
      }
      let mark = marks[place]
      result.append(contentsOf: (mark == .name ? Masking.nameMark : Masking.numberMark).unicodeScalars)
      place += 1
      while place < count, marks[place] == mark, mark == .number || !begins[place] { place += 1 }
    }
    return String(result)
  }

  /// A string of scalars.
  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A string of folded glyphs.
  static func string(_ glyphs: some Sequence<UInt32>) -> String {
    string(glyphs.compactMap { Unicode.Scalar($0) })
  }
}

/// How one scalar is read, whatever its width, case and script.
enum MaskingFold {
  /// What a mark or a variation selector folds to: nothing.
  static let transparent: UInt32 = 0x11_0000
  /// The folded dash.
  static let dash: UInt32 = 0x2D
  /// The folded space.
  static let space: UInt32 = 0x20
  /// The folded middle dot.
  static let middleDot: UInt32 = 0xB7

  /// The glyph that a scalar folds to, and the digit that it stands for, or -1.
  static func fold(_ scalar: Unicode.Scalar) -> (value: UInt32, digit: Int8) {
    let value = scalar.value
    switch value {
    case 0x30...0x39: return (value, Int8(value - 0x30))
    case 0x41...0x5A: return (value + 0x20, -1)
    case 0x09, 0x0A, 0x0D: return (space, -1)
    case 0x00...0x7E: return (value, -1)
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(value - 0xFEE0).map(fold) ?? (value, -1)
    case 0x3000, 0xA0, 0x2000...0x200B, 0x202F, 0x205F: return (space, -1)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0x2043, 0x30FC, 0x2500, 0x301C: return (dash, -1)
    case 0x2022, 0x30FB, 0x2027, 0x22C5, 0xFF65, 0x2219: return (middleDot, -1)
    case 0x3002, 0xFF61: return (0x2E, -1)
    case 0x3001: return (0x2C, -1)
    case 0x25CB, 0x25EF, 0x3007: return (0x96F6, 0)
    case 0x4E00...0x9FFF: return (value, hanDigit(value))
    case 0x3400...0x4DBF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: return (value, -1)
    default: return foldRare(scalar)
    }
  }

  private static func foldRare(_ scalar: Unicode.Scalar) -> (value: UInt32, digit: Int8) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: return (transparent, -1)
    case .lineSeparator, .paragraphSeparator, .spaceSeparator: return (space, -1)
    default: break
    }
    if properties.numericType != nil, let number = properties.numericValue, (0...9).contains(number),
      let digit = Int8(exactly: number)
    {
      return (0x30 + UInt32(digit), digit)
    }
    return (scalar.value, -1)
  }

  private static func hanDigit(_ value: UInt32) -> Int8 {
    switch value {
    case 0x96F6: 0  // 零
    case 0x4E00, 0x5E7A, 0x58F9: 1  // 一幺壹
    case 0x4E8C, 0x8D30, 0x8CB3: 2  // 二贰貳
    case 0x4E09, 0x53C1, 0x53C3: 3  // 三叁參
    case 0x56DB, 0x8086: 4  // 四肆
    case 0x4E94, 0x4F0D: 5  // 五伍
    case 0x516D, 0x9646, 0x9678: 6  // 六陆陸
    case 0x4E03, 0x67D2: 7  // 七柒
    case 0x516B, 0x634C: 8  // 八捌
    case 0x4E5D, 0x7396: 9  // 九玖
    default: -1
    }
  }
}
