import Testing

@testable import WishCore

@Suite("Lines of Chinese text")
struct LineWrapTests {
  @Test("A line breaks between any two ideographs and fills its columns")
  func ideographs() {
    #expect(LineWrap.lines(of: "微心愿认领公示", columns: 6) == ["微心愿", "认领公", "示"])
    #expect(LineWrap.lines(of: "微心愿认领公示", columns: 7) == ["微心愿", "认领公", "示"])
    #expect(LineWrap.lines(of: "微心愿", columns: 6) == ["微心愿"])
  }

  @Test("No line begins with a closing mark", arguments: Array("，。！？；：、）》”’…】」,.!?)"))
  func closing(_ mark: Character) {
    let lines = LineWrap.lines(of: "微心愿\(mark)认领", columns: 6)
    #expect(lines.first == "微心")
    #expect(lines.dropFirst().first?.hasPrefix("愿\(mark)") == true)
  }

  @Test("No line ends with an opening mark", arguments: Array("（《“‘【「"))
  func opening(_ mark: Character) {
    #expect(LineWrap.lines(of: "微心\(mark)愿", columns: 6) == ["微心", "\(mark)愿"])
  }

  @Test("The strokes of —— and the dots of …… stay together")
  func pairs() {
    #expect(LineWrap.lines(of: "微心——愿", columns: 6) == ["微心", "——愿"])
    #expect(LineWrap.lines(of: "微心……愿", columns: 6) == ["微", "心……", "愿"])
  }

  @Test("A word or a number is kept whole, unless it is longer than a line")
  func words() {
    #expect(LineWrap.lines(of: "装WiFi6路由", columns: 6) == ["装", "WiFi6", "路由"])
    #expect(LineWrap.lines(of: "价钱1,299.50元", columns: 10) == ["价钱", "1,299.50元"])
    #expect(LineWrap.lines(of: "fix my lock", columns: 8) == ["fix my", "lock"])
    #expect(LineWrap.lines(of: "abcdefghij", columns: 4) == ["abcd", "efgh", "ij"])
    #expect(LineWrap.lines(of: "好abcdefghij", columns: 4) == ["好", "abcd", "efgh", "ij"].filter { $0 != "" })
  }

  @Test("Spaces end no line and do not make one too long")
  func spaces() {
    #expect(LineWrap.lines(of: "微心愿      认领", columns: 6) == ["微心愿", "认领"])
    #expect(LineWrap.lines(of: "微心愿　认领", columns: 6) == ["微心愿", "认领"])
    #expect(LineWrap.lines(of: "微心   ", columns: 4) == ["微心"])
    #expect(LineWrap.lines(of: "", columns: 4) == [""])
  }

  @Test("The text's own line ends are kept")
  func lineEnds() {
    #expect(LineWrap.lines(of: "微\n\n心愿认\n", columns: 4) == ["微", "", "心愿", "认", ""])
  }

  @Test("No line breaks inside what is drawn as one, and no wide one goes over the edge")
  func clusters() {
    #expect(LineWrap.lines(of: "好👨‍👩‍👧🇨🇳", columns: 4) == ["好👨‍👩‍👧", "🇨🇳"])
    #expect(LineWrap.lines(of: "abc☎\u{FE0F}", columns: 4) == ["abc", "☎\u{FE0F}"])
    #expect(LineWrap.lines(of: "好e\u{301}e\u{301}", columns: 3) == ["好", "e\u{301}e\u{301}"])
  }

  /// What people might type, and what nobody would.
  static let odd: [String] = [
    String(repeating: "！", count: 100), String(repeating: "（", count: 100),
    "a（" + String(repeating: "(", count: 7) + "中中",
    String(repeating: "——", count: 40), "中文" + String(repeating: " ", count: 90) + "）",
    String(repeating: "word ", count: 40),
    String(repeating: "👨‍👩‍👧", count: 40), String(repeating: "a☎\u{FE0F}", count: 40),
    "“" + String(repeating: "“a”", count: 40),
    "e" + String(repeating: "\u{301}", count: 400),
    "https://例子.cn/" + String(repeating: "x", count: 90) + "。完",
    String(repeating: "🇨🇳", count: 30) + "🇨", "\u{301}\u{301}中", String(repeating: "阿·", count: 30),
  ]

  @Test("No line is wider than asked, and none of the text is lost", arguments: odd)
  func bounds(_ text: String) {
    for columns in 2...40 {
      let lines = LineWrap.lines(of: text, columns: columns)
      for line in lines { #expect(DisplayWidth.columns(of: line) <= columns, "\(columns): \(line)") }
      let ink = text.unicodeScalars.filter { $0 != " " }
      #expect(lines.flatMap { $0.unicodeScalars.filter { $0 != " " } } == Array(ink))
    }
  }
}
