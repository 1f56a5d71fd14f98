import Testing

@testable import WishCore

@Suite("What of a person's text is shown")
struct PlainLinesTests {
  @Test(
    "Everything that ends a line anywhere ends one here",
    arguments: ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]
  )
  func lineEnds(_ end: String) {
    #expect(PlainLines.lines(of: "一\(end)二") == ["一", "二"])
    #expect(PlainLines.line(of: "一\(end)二") == "一 二")
  }

  @Test("No control, bidi or invisible character is shown")
  func hidden() {
    let controls =
      (UInt32(0)...0x1F).filter { !(0x09...0x0D).contains($0) } + [0x7F] + (0x80...0x9F).filter { $0 != 0x85 }
    let invisible: [UInt32] = [
      0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF,
      0xFFF9,
      0xE000, 0xE0001, 0xE0041,
    ]
    for value in controls + invisible {
      let scalar = Unicode.Scalar(value).map { String($0) } ?? ""
      #expect(PlainLines.lines(of: "心\(scalar)愿") == ["心愿"], "U+\(String(value, radix: 16))")
      #expect(PlainLines.lines(of: scalar) == [])
    }
  }

  @Test("White space around lines goes, and so do lines of nothing else")
  func blanks() {
    #expect(PlainLines.lines(of: " \n　心愿 \t\n\n \u{200B} \n\u{A0}二\u{3000}") == ["心愿", "二"])
    #expect(PlainLines.lines(of: "一\t二") == ["一 二"])
    #expect(PlainLines.lines(of: "\u{200B}  心愿") == ["心愿"])
  }

  @Test(
    "What people write in any script, and emoji, stays",
    arguments: ["“谢谢”——您……", "阿依古丽·买买提", "ياخشى", "é🙂", "👨‍👩‍👧", "👍🏽", "❤\u{FE0F}‍🔥", "Ａ１～", "5m²", "𠮷"]
  )
  func kept(_ text: String) {
    #expect(PlainLines.lines(of: text) == [text])
  }
}
