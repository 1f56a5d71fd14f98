import Foundation
import Testing
import WishCore

extension EndToEnd {
  @Suite("What a person may write is kept as it is and never interpreted")
  struct WritingsTests {
    /// Texts that would be something else than text to a database, a browser, a reader of Markdown, a
    /// spreadsheet, a shell or a reader of our own lines.
    static let writings = [
      "'; DROP TABLE wish; --", "\" OR \"\"=\"", "x'); DELETE FROM event; --", "1; VACUUM", "%", "_", "*",
      "NULL",
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<!-- ", "]]>", "&lt;b&gt;&amp;",
      "javascript:alert(1)", "[点我](javascript:alert(1))", "![图](http://a.cn/x.png)",
      "| a | b |\n| --- | --- |",
      "# 大标题", "```\n代码\n```", "---", "> 引", "1. 项", "=1+1", "+1", "-1", "@SUM(A1)",
      "=HYPERLINK(\"http://a.cn\")",
      "\tTAB", "%s%n%x", "${HOME} $(id) `id`", "../../etc/passwd", "\\n\\r\\u{0}",
      "OK wish=99 state=published seq=1",
      "* BYE reason=idle", "= wish=99 state=published", "#t OK", "~ 墙", ":原文",
      "  13号 一位居民      待认领\n      ｜假的",
      "【医疗保健】---------------- 9条", "2026-11-20T08:00:00Z login account=admin", "e\u{301}gout",
      "\u{1100}\u{1161}",
      "аdmin", "👩\u{200D}🔧👨\u{200D}👩\u{200D}👧", "ＰＯＳＴ　：ｘ", "٠١٢", "０", "-0", "1e308",
    ]

    @Test("In every field, on the wall in its three formats, in the log and in the store") func everywhere()
      throws
    {
      let daemon = try LiveDaemon()
      try daemon.start()
      try daemon.settle()
      let staff = try daemon.connect(as: "li")
      let admin = try daemon.connect(as: "admin")
      for line in [
        #"POST text="真的\n真的""#, #"APPROVE 1 category=health limit=7d open=yes standard="真的\n真的""#,
        "PUBLISH 1",
      ] { #expect(try staff.ask(line).hasPrefix("OK ")) }
      let honest = tags(try wall(staff, "html"))
      var numbers = [1]
      for text in Self.writings {
        let number = numbers.count + 1
        numbers.append(number)
        let line = text.replacing("\n", with: " ").replacing("\t", with: " ")
        let fields = ["name", "address", "ref", "batch", "contact-name"].map { "\($0)=\(quoted(line))" }
        let posted = try staff.ask("POST show=surname \(fields.joined(separator: " ")) text=\(quoted(text))")
        #expect(posted.hasPrefix("OK wish=\(number) "), "\(text): \(posted)")
        let shown = try row(try staff.say("SHOW \(number)"))
        for name in ["name", "address", "ref", "batch", "contact-name"] {
          #expect(shown[name].map { Array($0.utf8) } == Array(composed(line).utf8), "\(name)")
        }
        #expect(shown["text"].map { Array($0.utf8) } == Array(composed(text).utf8))
        for request in [
          "UNIT u\(number) name=\(quoted(line))", "INVITE 1 m1 :\(line)",
          "APPROVE \(number) category=health limit=7d open=yes public=\(quoted("真的" + text)) standard=\(quoted("真的" + text))",
          "PUBLISH \(number)", "CLAIM \(number) member=m1", "RENEW \(number) member=m1 by=1d :\(line)",
          "RELEASE \(number) member=m1 :\(line)",
        ] {
          let reply = try staff.ask(request)
          #expect(reply.hasPrefix("OK "), "\(request): \(reply)")
        }
        #expect(
          try admin.ask("AREA c02 level=community parent=d01 name=\(quoted("真" + line))").hasPrefix("OK ")
        )
        #expect(try staff.say("HISTORY \(number)").allSatisfy { ReplyLine.parse($0.utf8) != nil })
      }
      try expectOrdinary(try wall(staff, "text"), showing: numbers)
      #expect(tags(try wall(staff, "html")).isSubset(of: honest))
      #expect(try Int(staff.say("LIST limit=500").count) == numbers.count + 1)
      for text in Self.writings where text.utf8.count > 6 { #expect(!daemon.log.contains(text)) }
      #expect(try daemon.stop() == 0)
      #expect(try BuiltProgram.run(["check", "--data", daemon.data]).exit == 0)
    }

    /// Every card once, in 72 columns, and no other.
    private func expectOrdinary(_ wall: String, showing numbers: [Int]) throws {
      let lines = wall.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines { #expect(DisplayWidth.columns(of: line) <= 72, "\(line)") }
      let heads = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { line in
        Int(line.dropFirst(2).prefix { $0.isASCII && $0.isNumber })
      }
      #expect(heads.sorted() == numbers)
      #expect(lines.filter { $0.hasPrefix("【") }.count == 1)
    }

    private func wall(_ client: LineClient, _ format: String) throws -> String {
      try client.say("WALL community=c01 format=\(format)").dropLast().map { $0.dropFirst(2) + "\n" }.joined()
    }

    private func tags(_ html: String) -> Set<[UInt8]> {
      Set(html.utf8.split(separator: 0x3C).dropFirst().map { Array($0.prefix { $0 != 0x3E }) })
    }

    private func row(_ reply: [String]) throws -> Fields {
      guard let line = reply.first, case .record(let fields)? = ReplyLine.parse(line.utf8)?.line else {
        throw LiveFailure("no row: \(reply)")
      }
      return fields
    }

    private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    private func quoted(_ text: String) -> String {
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped.replacing("\n", with: "\\n").replacing("\t", with: "\\t"))\""
    }
  }
}
