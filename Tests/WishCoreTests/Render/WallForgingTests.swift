import Testing

@testable import WishCore

@Suite("What a person wrote is never interpreted on a wall")
struct WallForgingTests {
  /// Texts that would be something else than text.
  static let forgeries: [String] = [
    "好\n\n  13号 一位居民                                            待认领\n      ｜假的",
    "好\r  13号 [紧急] 一位居民\r\n【医疗保健】---- 9条\u{2028}=====\u{85}标准：随便\u{0B}需要：无",
    "\u{1B}[2J\u{1B}]0;x\u{07}\u{9B}31m红\u{202E}反\u{200B}",
    "<script>alert(1)</script><img src=x onerror='alert(1)'>\"><b onclick=\"x\">&lt;&amp;",
    "[点我](javascript:alert(1)) ![图](http://evil.example/x.png) <http://evil.example> https://evil.example www.evil.example a@evil.example",
    "# 大标题\n## 便民利民\n| 征集 | 公示 |\n| --- | --- |\n| 1 | 2 |\n\n---\n===\n- 项\n1. 项\n> 引\n```\n代码\n~~~",
    "**粗** _斜_ ~~删~~ `码` $x$ :smile: [^1] \\* &copy; <!-- x --> @somebody #1",
    "    缩进\n\t\t缩进\n　　缩进\n行尾空格  \n行尾反斜杠\\\n完",
    String(repeating: "x", count: 500) + String(repeating: "！", count: 200),
    "👨‍👩‍👧‍👦👍🏽🇨🇳☎\u{FE0F}" + String(repeating: "e\u{301}", count: 200),
  ]

  /// A wall on which every field that a person can write holds `text`.
  static func wall(_ text: String) -> [WallSource] {
    let wish = WallWish(12, .health, text).with {
      $0.standard = text
      $0.skills = [text]
      $0.name = text
      $0.slots = 3
      $0.claims = 1
    }
    return [WallFixture.source(text, wishes: [wish, WallWish(14, .health, "真的")])]
  }

  @Test("No line of the text wall is wider than 72 columns", arguments: forgeries)
  func width(_ text: String) {
    for title in [WallTitle.community(text), .all] {
      for line in Wall.text(Self.wall(text), title: title).split(separator: "\n") {
        #expect(DisplayWidth.columns(of: line) <= 72, "\(line)")
      }
    }
  }

  @Test("However large the numbers, no line of the text wall is wider than 72 columns")
  func largeNumbers() {
    let wish = WallWish(.max, .health, "心愿").with {
      $0.askers = .max
      $0.urgency = .urgent
      $0.claims = 1
    }
    let counts = Array(repeating: Int.max / 2, count: 5)
    let wall = Wall.text([WallFixture.source(counts: counts, wishes: [wish])], title: .all)
    for line in wall.split(separator: "\n") { #expect(DisplayWidth.columns(of: line) <= 72, "\(line)") }
    #expect(wall.contains("9223372036854775807户共愿"))
  }

  @Test("No control character but LF is on any wall, and no invisible one", arguments: forgeries)
  func controls(_ text: String) {
    for format in WallOrderTests.formats {
      for scalar in format(Self.wall(text), .community(text)).unicodeScalars where scalar != "\n" {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator:
          Issue.record("U+\(String(scalar.value, radix: 16))")
        case .format: #expect(scalar.value == 0x200D)
        default: break
        }
      }
    }
  }

  @Test(
    "Each line that a person wrote stands behind the bar or the indent of its own card",
    arguments: forgeries
  )
  func cards(_ text: String) {
    let wish = WallWish(12, .health, text).with { $0.standard = text }
    let wall = Wall.text([WallFixture.source(wishes: [wish])], title: .community("桥南社区"))
    let lines = wall.split(separator: "\n", omittingEmptySubsequences: false)
    let honest = Wall.text(WallFixture.one(WallWish(12, .health, "真")), title: .community("桥南社区"))
    let own = Set(honest.split(separator: "\n", omittingEmptySubsequences: false))
    var hasStandard = false
    for line in lines where !own.contains(line) {
      let isStandard = line.hasPrefix("      标准：") && !hasStandard
      hasStandard = hasStandard || isStandard
      #expect(line.hasPrefix("      ｜") || isStandard || line.hasPrefix("            "), "\(line)")
    }
    #expect(lines.filter { $0.hasPrefix("  12号") }.count == 1)
    #expect(!lines.contains { $0.hasPrefix("  13号") || $0.hasPrefix("      需要") })
    #expect(lines.filter { $0.hasPrefix("【") }.count == 1)
  }

  @Test("In HTML there are no tags but the wall's own", arguments: forgeries)
  func html(_ text: String) {
    let tags = { (wall: String) in
      wall.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
    }
    let own = Set(tags(Wall.html(Self.wall("真的\n真的"), title: .community("真的"))))
    #expect(Set(tags(Wall.html(Self.wall(text), title: .community(text)))).isSubset(of: own))
  }

  @Test("In HTML all five signs of markup are references")
  func references() {
    var bytes: [UInt8] = []
    HTMLText.append("<a href=\"x\" title='y'>&", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;")
  }

  @Test(
    "In Markdown every mark is escaped, and no address is one any more",
    arguments: [
      ("![图](u)", "\\!\\[图\\]\\(u\\)"), ("# 一", "\\# 一"), ("| 1 |", "\\| 1 \\|"), ("1. 项", "1\\. 项"),
      ("<b>&amp;", "\\<b\\>\\&amp\\;"), ("`~*_\\", "\\`\\~\\*\\_\\\\"), ("---", "\\-\\-\\-"),
      ("http://a.cn", "http：\\/\\/a\\.cn"), ("WWW.a.cn", "WWW．a\\.cn"), ("a@b.cn", "a＠b\\.cn"),
      ("12:30:", "12\\:30\\:"),
      ("$x$ ~ ^ = + > \"'", "\\$x\\$ \\~ \\^ \\= \\+ \\> \\\"\\'"), ("心愿，12号", "心愿，12号"),
    ] as [(String, String)]
  )
  func escapes(_ text: String, _ escaped: String) {
    var bytes: [UInt8] = []
    MarkdownText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == escaped)
  }

  @Test("In Markdown each line that a person wrote begins as the wall's own lines do", arguments: forgeries)
  func markdown(_ text: String) {
    let wish = WallWish(12, .health, text).with { $0.standard = text }
    let wall = Wall.markdown([WallFixture.source(wishes: [wish])], title: .community("桥南社区"))
    let honest = Wall.markdown(WallFixture.one(WallWish(12, .health, "真")), title: .community("桥南社区"))
    let own = Set(honest.split(separator: "\n"))
    for line in wall.split(separator: "\n") where !own.contains(line) {
      let body =
        line.hasPrefix("> ")
        ? line.dropFirst(2) : line.hasPrefix("- 标准：") ? line.dropFirst(5) : line.dropFirst(2)
      #expect(line.hasPrefix("> ") || line.hasPrefix("- 标准：") || line.hasPrefix("  "), "\(line)")
      #expect(body.first.map { !" \t　#>-+*|=`~".contains($0) } == true, "\(line)")
    }
  }
}
