import Testing

@testable import WishCore

@Suite("Columns of a text")
struct DisplayWidthTests {
  @Test(
    "A text takes the columns that a Chinese terminal gives it",
    arguments: [
      ("", 0), ("wish", 4), ("心愿", 4), ("１２号", 6), ("12号", 4), ("｜", 2), ("，。！", 6), ("　", 2),
      ("e\u{301}", 1), ("ｱ", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("é", 1), ("±", 1), ("─", 1),
      ("𠮷", 2), ("\u{200B}", 0), ("\u{FEFF}", 0), ("\u{AD}", 1), ("\u{1B}[31m", 4), ("\u{7F}", 0),
      ("〿", 1), ("䷀", 2),
    ] as [(String, Int)]
  )
  func columns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(
    "What is drawn as one emoji takes two columns, however many scalars it has",
    arguments: ["🙂", "👍🏽", "👨‍👩‍👧‍👦", "🇨🇳", "☎\u{FE0F}", "1\u{FE0F}\u{20E3}", "❤\u{FE0F}‍🔥", "⌚", "🏴‍☠\u{FE0F}"]
  )
  func emoji(_ text: String) {
    #expect(DisplayWidth.columns(of: text) == 2)
  }

  @Test("A sign that may be an emoji takes one column until it is asked to be one, and flags go by twos")
  func notYetEmoji() {
    #expect(DisplayWidth.columns(of: "☎") == 1)
    #expect(DisplayWidth.columns(of: "🇨🇳🇨🇳") == 4)
    #expect(DisplayWidth.columns(of: "🇨") == 2)
    #expect(DisplayWidth.columns(of: "中\u{1F3FD}") == 4)
  }

  @Test("Ambiguous marks of Chinese prose count as two columns, so that no line is longer than measured")
  func chinesePunctuation() {
    for scalar in DisplayWidth.chinesePunctuation.unicodeScalars {
      #expect(DisplayWidth.columns(of: scalar) == 2, "\(scalar)")
    }
  }

  @Test("The ranges ascend, do not overlap, and are of Unicode 17")
  func ranges() {
    for list in [DisplayWidthTable.zero, DisplayWidthTable.two] {
      #expect(list.count.isMultiple(of: 2))
      for index in stride(from: 0, to: list.count, by: 2) {
        #expect(list[index] <= list[index + 1])
        if index > 0 { #expect(list[index - 1] < list[index]) }
      }
    }
    #expect(DisplayWidth.unicodeVersion == "17.0.0")
  }

  @Test("What is taken for wide without looking is wide in the table")
  func shortCut() {
    for value in UInt32(0)...0x2FFFF where DisplayWidth.isCommonlyWide(value) {
      if !DisplayWidth.contains(value, in: DisplayWidthTable.two) { Issue.record("U+\(value)") }
    }
  }
}
