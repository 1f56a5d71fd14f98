import Testing

@testable import WishCore

@Suite("Masking")
struct MaskingTests {
  @Test("A number, an id or a room by which a person can be found is masked", arguments: MaskingTable.goes)
  func goes(_ row: MaskingTable.Row) {
    #expect(Masking.mask(row.text) == row.masked)
  }

  @Test("Hotlines, dates, amounts, ages and buildings without a room stay", arguments: MaskingTable.stays)
  func stays(_ text: String) {
    #expect(Masking.mask(text) == text)
  }

  @Test(
    "Names, addresses and phones given on the slip are masked in its text",
    arguments: MaskingTable.given
  )
  func given(_ row: MaskingTable.Given) {
    let masked = Masking.mask(row.text, names: row.names, addresses: row.addresses, phones: row.phones)
    #expect(masked == row.masked)
  }

  @Test("Masking a masked text changes nothing")
  func idempotent() {
    for row in MaskingTable.goes { #expect(Masking.mask(row.masked) == row.masked) }
    for row in MaskingTable.given {
      let again = Masking.mask(row.masked, names: row.names, addresses: row.addresses, phones: row.phones)
      #expect(again == row.masked)
    }
  }

  @Test("Masking made-up texts ends, leaves no phone number's length of digits, and is stable")
  func madeUpTexts() {
    var random = Steps(state: 88_172_645_463_325_252)
    for _ in 0..<3_000 {
      let text = (0...random.next(below: 24)).map { _ in
        Self.pieces[random.next(below: Self.pieces.count)]
      }.joined()
      let names = [[], ["柏某某"], ["一一"], ["柏大爷"]][random.next(below: 4)]
      let addresses = [[], ["幸福路12号3栋502"], ["3栋"]][random.next(below: 3)]
      let masked = Masking.mask(text, names: names, addresses: addresses, phones: ["19900000001"])
      #expect(
        Masking.mask(masked, names: names, addresses: addresses, phones: ["19900000001"]) == masked,
        "\(text)"
      )
      #expect(longestRun(masked) < 7 || Self.isExcused(masked), "\(text) → \(masked)")
      if names == ["柏某某"] { #expect(!masked.contains("柏某"), "\(text) → \(masked)") }
    }
  }

  @Test("No text of the table keeps a run of seven digits in any script, but for dates and amounts")
  func noLongRun() {
    for row in MaskingTable.goes { #expect(longestRun(Masking.mask(row.text)) < 7, "\(row.text)") }
    let kept = MaskingTable.stays.filter { longestRun(Masking.mask($0)) >= 7 }
    #expect(kept == ["20261120交的表", "一共1234567元", "工资12345678元没结"])
  }

  @Test("No part of a given name is left, however it is written")
  func noNameLeaks() {
    for text in ["柏某某", "柏 某 某", "柏·某某", "我是柏某某的老伴", "柏某某柏某某", "柏某来了", "小柏，老柏，姓柏"] {
      let masked = Masking.mask(text, names: ["柏某某"])
      #expect(!masked.contains("柏") && !masked.contains("某某"), "\(text) → \(masked)")
    }
  }

  @Test("A mark does not show how long the hidden was")
  func fixedLength() {
    #expect(Masking.mask("3456789") == Masking.mask("6222000000000000000"))
    #expect(Masking.mask("柏某", names: ["柏某"]) == Masking.mask("欧阳某某", names: ["欧阳某某"]))
  }

  @Test("Empty, odd and huge texts and givens are survived")
  func oddInput() {
    for text in [
      "", " ", "*", "\u{301}", "\u{301}1", "1\u{301}", "+", "(", "@", "@a.b", "百", "住百", "十", "号", "#",
    ] {
      #expect(Masking.mask(text) == text)
      #expect(Masking.mask(text, names: ["", " ", "*"], addresses: ["", "-"], phones: ["", "x"]) == text)
    }
    for unit in ["1", "1一", "3号", "86 ", "柏", "12号", "a@", "\u{1F600}"] {
      let text = String(repeating: unit, count: 4_000)
      let masked = Masking.mask(text, names: [text], addresses: [text], phones: [text])
      #expect(masked.utf8.count <= text.utf8.count)
    }
  }

  @Test(
    "The wall shows the surname alone, a compound one whole",
    arguments: [
      ("柏某某", "柏**"), ("柏某", "柏**"), ("柏", "柏**"), ("欧阳某", "欧阳**"), ("司马某某", "司马**"),
      ("柏大爷", "柏**"), ("老柏", "柏**"), (" 柏某某（女儿） ", "柏**"),
    ]
  )
  func surname(name: String, shown: String) {
    #expect(Masking.surname(name) == shown)
  }

  @Test(
    "Where no surname can be told none is shown",
    arguments: ["", " ", "*", "本人", "匿名", "Bai Moumou", "阿某·某某", "19900000001"]
  )
  func noSurname(name: String) {
    #expect(Masking.surname(name) == nil)
  }

  private static let pieces: [String] = [
    "1", "9", "0", "199", "0000", "0001", "一", "二", "零", "〇", "１９", "九", "十", "百", "A", "b", "X", "甲", "号楼",
    "栋", "单元", "#", "室", "号", "户", "楼", "房", "门", "-", "—", ".", "、", "(", ")", "+", "86", "转", "电话", "打",
    "住",
    "微信", "qq", "abc123", "@", ".com", "：", "元", "的", "柏", "某", "某某", "大爷", "老", "幸福路", "12号", "3栋", "502",
    "*", "**", "\u{20E3}", "身份证", "尾号", "120", " ", "\n",
  ]

  /// A run that is kept is an amount or a day; of the pieces only 元 and 户 make one.
  private static func isExcused(_ masked: String) -> Bool {
    masked.unicodeScalars.contains { $0 == "元" || $0 == "户" }
  }

  /// The longest run of digits of any script.
  private func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars where !(0x300...0x36F).contains(scalar.value) && scalar != "\u{20E3}" {
      let isDigit =
        scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
        || "零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖".unicodeScalars.contains(scalar)
      run = isDigit ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// A xorshift generator: the same texts in every run.
private struct Steps {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
