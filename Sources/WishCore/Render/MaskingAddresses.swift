/// The addresses and phone numbers that a slip gave, wherever its text says them again.
extension MaskingReading {
  /// A number, or a glyph, of an address.
  private struct Token: Equatable {
    /// The glyph, or 0 for a number.
    let glyph: UInt32
    /// The number as its digits are read; 十二 is 12.
    let number: Int
    let start: Int
    let end: Int
    var isNumber: Bool { glyph == 0 }

    static func == (left: Self, right: Self) -> Bool {
      left.glyph == right.glyph && left.number == right.number
    }
  }

  /// Numbers of an address that parts are looked for from.
  private static let anchorsMost = 12
  /// How far a part is followed from its number, in tokens.
  private static let partMost = 40
  private static let publicWords = MaskingWords("号楼 栋 幢 座 单元 楼 期 区 组 社 村 街 路 巷 队 网格 层 #")
  private static let beforeHome = MaskingWords("住 家 在 到 我 们 上 敲 找 去 是 室 号 来")
  private static let afterHome = MaskingWords("家 的 室 房 户 门 号 住")
  private static let countryCodes = ["0086", "86"]

  /// Hides the addresses given, and every part of one that has a house's number in it.
  mutating func hideAddresses(_ addresses: [String]) {
    let text = addresses.isEmpty ? [] : tokens()
    for address in addresses {
      let parts = MaskingReading(address).tokens()
      guard parts.contains(where: { !$0.isNumber || $0.number > 0 }) else { continue }
      hideParts(of: parts, in: text)
      if parts.count > 1 { hideWhole(parts, in: text) }
    }
  }

  private func tokens() -> [Token] {
    var tokens: [Token] = []
    var place = 0
    while place < count {
      let start = place
      if isNumberGlyph(place) {
        while isNumberGlyph(place) { place += 1 }
        tokens.append(Token(glyph: 0, number: value(start..<place), start: start, end: place))
      } else {
        place += 1
        if !isAddressGap(glyphs[start]) {
          tokens.append(Token(glyph: glyphs[start], number: 0, start: start, end: place))
        }
      }
    }
    return tokens
  }

  private func isNumberGlyph(_ place: Int) -> Bool {
    isDigit(place) || glyph(place) == 0x5341 || glyph(place) == 0x767E  // 十 百
  }

  private func isAddressGap(_ glyph: UInt32) -> Bool {
    switch glyph {
    case 0x20, 0x2C, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x3A, MaskingFold.middleDot: true
    default: false
    }
  }

  /// 12, 一二 and 十二 are the same; a long run counts by its last digits.
  private func value(_ range: Range<Int>) -> Int {
    var whole = 0
    var last = 0
    var isPlain = true
    for place in range {
      if isDigit(place) {
        last = isPlain ? (last * 10 + Int(digits[place])) % 1_000_000_000 : Int(digits[place])
        isPlain = place + 1 < range.upperBound && isDigit(place + 1)
      } else {
        whole += max(last, 1) * (glyphs[place] == 0x5341 ? 10 : 100) % 1_000_000_000
        last = 0
        isPlain = true
      }
    }
    return (whole + last) % 1_000_000_000
  }

  private mutating func hideWhole(_ address: [Token], in text: [Token]) {
    var index = 0
    while index + address.count <= text.count {
      if zip(address, text[index...]).allSatisfy({ $0 == $1 }) {
        hide(text[index].start..<text[index + address.count - 1].end)
        index += address.count
      } else {
        index += 1
      }
    }
  }

  private mutating func hideParts(of address: [Token], in text: [Token]) {
    let anchors = address.indices.filter { address[$0].isNumber }.prefix(Self.anchorsMost)
    guard let room = anchors.last else { return }
    for index in text.indices where text[index].isNumber && !isHidden(text[index].start) {
      for anchor in anchors where address[anchor] == text[index] {
        var back = 0
        while back < Self.partMost, back < index, back < anchor,
          address[anchor - back - 1] == text[index - back - 1]
        {
          back += 1
        }
        var ahead = 0
        while ahead < Self.partMost, index + ahead + 1 < text.count, anchor + ahead + 1 < address.count,
          address[anchor + ahead + 1] == text[index + ahead + 1]
        {
          ahead += 1
        }
        let part = text[index - back...index + ahead]
        if isHouse(part, named: back) || (anchor == room && isHome(text[index])) {
          hide((part.first?.start ?? 0)..<(part.last?.end ?? 0))
        }
      }
    }
  }

  /// Whether a part of an address names a house: two numbers, or a road and its 12号; 3号楼 alone does not.
  private func isHouse(_ part: ArraySlice<Token>, named: Int) -> Bool {
    let numbers = part.filter(\.isNumber)
    guard let last = numbers.last else { return false }
    if numbers.count >= 2 { return true }
    return named >= 2 && Self.publicWords.length(in: glyphs, at: last.end) == nil
  }

  /// Whether the room's number stands here for the home: 住502, 502的.
  private func isHome(_ room: Token) -> Bool {
    guard room.end - room.start >= 3 else { return false }
    return Self.beforeHome.length(in: glyphs, before: room.start) != nil
      || Self.afterHome.length(in: glyphs, at: room.end) != nil
  }

  /// Hides the phone numbers given, however their digits are spaced.
  mutating func hidePhones(_ phones: [String]) {
    for phone in phones.flatMap(Self.phoneNumbers) { hideDigits(phone) }
  }

  /// What stands between two phones in one field.
  private static let phoneSeparators = Set("、，,;；/或\n")

  /// The numbers of a phone field as digits, also without their country and area codes.
  private static func phoneNumbers(_ field: String) -> [[Int8]] {
    var numbers: [[Int8]] = []
    for piece in field.split(whereSeparator: phoneSeparators.contains) {
      var digits = MaskingReading(String(piece)).digits.filter { $0 >= 0 }
      for code in countryCodes where digits.count > 10 {
        let code = code.utf8.map { Int8($0 - 0x30) }
        if digits.starts(with: code) { digits.removeFirst(code.count) }
      }
      guard digits.count >= 5 else { continue }
      numbers.append(digits)
      if digits.first == 0, digits.count >= 10 {
        numbers.append(contentsOf: [3, 4].map { Array(digits.dropFirst($0)) })
      }
    }
    return numbers
  }

  private mutating func hideDigits(_ phone: [Int8]) {
    guard let first = phone.first else { return }
    for start in 0..<count where digits[start] == first && !isHidden(start) {
      var place = start
      var matched = 0
      var gap = 0
      while place < count, matched < phone.count, gap <= 3 {
        if digits[place] >= 0 {
          guard digits[place] == phone[matched] else { break }
          matched += 1
          gap = 0
        } else if isAddressGap(glyphs[place]) || glyphs[place] == 0x5F {
          gap += 1
        } else {
          break
        }
        place += 1
      }
      if matched == phone.count { hide(start..<place) }
    }
  }
}
