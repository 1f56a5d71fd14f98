import Testing

@testable import WishCore

/// Reads a line given as text.
func parse(_ line: String) -> Result<Request, Rejected>? { RequestParser.parse(Array(line.utf8)) }

private typealias Argument = Request.Argument

private func at(_ value: String) -> Argument { Argument(name: nil, value: value) }
private func named(_ name: String, _ value: String) -> Argument { Argument(name: name, value: value) }

@Suite("Request lines follow the grammar")
struct RequestParserTests {
  static let legal: [(String, Request)] = [
    ("PING", Request(verb: "PING")),
    ("ping", Request(verb: "PING")),
    ("PiNg", Request(verb: "PING")),
    ("x-1y", Request(verb: "X-1Y")),
    ("PING   ", Request(verb: "PING")),
    ("#a PING", Request(tag: "a", verb: "PING")),
    ("#A.z_0-9 PING", Request(tag: "A.z_0-9", verb: "PING")),
    (
      "#\(String(repeating: "t", count: 32)) PING",
      Request(tag: String(repeating: "t", count: 32), verb: "PING")
    ),
    ("CLAIM 12", Request(verb: "CLAIM", arguments: [at("12")])),
    ("INVITE   12    wang  ", Request(verb: "INVITE", arguments: [at("12"), at("wang")])),
    ("A a:b", Request(verb: "A", arguments: [at("a:b")])),
    ("A a#*b", Request(verb: "A", arguments: [at("a#*b")])),
    ("A １２", Request(verb: "A", arguments: [at("１２")])),
    ("A 水电维修", Request(verb: "A", arguments: [at("水电维修")])),
    ("A \"\"", Request(verb: "A", arguments: [at("")])),
    ("A \"#=*: \"", Request(verb: "A", arguments: [at("#=*: ")])),
    ("A a=b", Request(verb: "A", arguments: [named("a", "b")])),
    ("A a-1=b", Request(verb: "A", arguments: [named("a-1", "b")])),
    ("A -=b", Request(verb: "A", arguments: [named("-", "b")])),
    ("A a=:b", Request(verb: "A", arguments: [named("a", ":b")])),
    ("A a==b=c", Request(verb: "A", arguments: [named("a", "=b=c")])),
    ("A a=#b c=*d", Request(verb: "A", arguments: [named("a", "#b"), named("c", "*d")])),
    ("A a=1 a=2", Request(verb: "A", arguments: [named("a", "1"), named("a", "2")])),
    ("A a=\"\"", Request(verb: "A", arguments: [named("a", "")])),
    ("A a=\"b c\" d", Request(verb: "A", arguments: [named("a", "b c"), at("d")])),
    ("A a=\"b c\"   ", Request(verb: "A", arguments: [named("a", "b c")])),
    (#"A a="\"\\""#, Request(verb: "A", arguments: [named("a", #""\"#)])),
    (#"A a="\u{5FC3}\u{61}\u{01F600}""#, Request(verb: "A", arguments: [named("a", "心a😀")])),
    (#"A text="a\nb\tc""#, Request(verb: "A", arguments: [named("text", "a\nb\tc")])),
    (
      #"A public="a\nb" standard="\t""#,
      Request(
        verb: "A",
        arguments: [named("public", "a\nb"), named("standard", "\t")]
      )
    ),
    (#"A text="\u{a}""#, Request(verb: "A", arguments: [named("text", "\n")])),
    ("A a=\" :b\"", Request(verb: "A", arguments: [named("a", " :b")])),
    ("POST :请帮我修灯", Request(verb: "POST", raw: "请帮我修灯")),
    ("POST :a :b  \"c\" \\n = ", Request(verb: "POST", raw: #"a :b  "c" \n = "#)),
    ("POST  ::", Request(verb: "POST", raw: ":")),
    ("POST : ", Request(verb: "POST", raw: " ")),
    ("POST :", Request(verb: "POST")),
    (
      "REJECT 3 reason=policy :不行",
      Request(
        verb: "REJECT",
        arguments: [at("3"), named("reason", "policy")],
        raw: "不行"
      )
    ),
    ("A a=\"b\" :c", Request(verb: "A", arguments: [named("a", "b")], raw: "c")),
    ("POST text=好人“好报”：谢谢", Request(verb: "POST", arguments: [named("text", "好人“好报”：谢谢")])),
    ("POST text=“好人”", Request(verb: "POST", arguments: [named("text", "“好人”")])),
    ("POST text=甲　乙＝丙", Request(verb: "POST", arguments: [named("text", "甲　乙＝丙")])),
    ("POST :“甲”　乙＝丙：丁", Request(verb: "POST", raw: "“甲”　乙＝丙：丁")),
    ("A name=甲“乙”", Request(verb: "A", arguments: [named("name", "甲“乙”")])),
    ("A name=\"“甲”　乙\"", Request(verb: "A", arguments: [named("name", "“甲”　乙")])),
    ("A \"“甲”：＝\"", Request(verb: "A", arguments: [at("“甲”：＝")])),
    ("A a=e\u{301} :o\u{308}", Request(verb: "A", arguments: [named("a", "é")], raw: "ö")),
    (#"A a="e\u{301}""#, Request(verb: "A", arguments: [named("a", "é")])),
    ("A a=\u{2126}", Request(verb: "A", arguments: [named("a", "Ω")])),
    ("A a=\u{F900}", Request(verb: "A", arguments: [named("a", "豈")])),
  ]

  @Test("A line of the grammar is read into its parts", arguments: legal)
  func legalLine(line: String, request: Request) {
    #expect(parse(line) == .success(request))
  }

  @Test("Values are compared here by their bytes, so NFC is seen to be NFC")
  func normalised() throws {
    let request = try #require(try parse("A a=e\u{301} :\u{304B}\u{3099}")?.get())
    #expect(Array(request.arguments[0].value.utf8) == [0xC3, 0xA9])
    #expect(Array((request.raw ?? "").utf8) == Array("\u{304C}".utf8))
    let quoted = try #require(try parse(#"A a="e\u{301}""#)?.get())
    #expect(Array(quoted.arguments[0].value.utf8) == [0xC3, 0xA9])
  }

  static let syntax: [(String, tag: String?)] = [
    ("# PING", nil), ("#", nil), ("#a", "a"), ("#a ", "a"), ("#a  PING", "a"), (" PING", nil),
    ("1PING", nil), ("-PING", nil), ("PING!", nil), ("PI_NG", nil), ("帮助", nil), (":text", nil),
    ("a=b", nil), ("\"PING\"", nil), ("PING:x", nil), ("PING\"a\"", nil), ("*", nil), ("* EVENT", nil),
    ("A =b", nil), ("A #b", nil), ("A *b", nil), ("A a=", nil), ("A a= b", nil), ("A a=  :b", nil),
    ("A Text=b", nil), ("A a_b=c", nil), ("A 甲=c", nil), ("A a\"b", nil), ("A a\\b", nil),
    ("A a=b\"c", nil), ("A a=b\\n", nil), ("A a=\"b", nil), ("A \"b", nil), ("A \"", nil),
    ("A \"b\"c", nil), ("A a=\"b\"c=d", nil), ("A a=\"b\":c", nil), ("A a=\"b\"\"c\"", nil),
    (#"A a="\""#, nil), (#"A a="\r""#, nil), (#"A a="\0""#, nil), (#"A a="\u""#, nil),
    (#"A a="\u{}""#, nil), (#"A a="\u{1234567}""#, nil), (#"A a="\u{12""#, nil), (#"A a="\u{g}""#, nil),
    (#"A a="\u0041""#, nil), (#"A a="\N""#, nil),
    ("#t A =b", "t"), ("#t.1 帮助", "t.1"), ("#t A \"b", "t"),
  ]

  @Test("Anything else is SYNTAX, with the tag where it is one", arguments: syntax)
  func illegalLine(line: String, tag: String?) {
    let fault: Refusal.SyntaxFault = line.hasPrefix("# ") || line == "#" ? .tag : .grammar
    #expect(parse(line) == .failure(Rejected(tag: tag, refusal: .syntax(fault))))
  }

  @Test(
    "A malformed tag is not echoed",
    arguments: [
      "#a!b PING", "#标签 PING", "#１ PING", "##a PING", "#a:b PING", "#a\"b PING",
      "#\(String(repeating: "t", count: 33)) PING", "#a/b A =c",
    ]
  )
  func malformedTag(line: String) {
    #expect(parse(line) == .failure(Rejected(tag: nil, refusal: .syntax(.tag))))
  }

  @Test("A line of white space only is skipped", arguments: ["", " ", "    ", "\t", " \t ", "　", " 　\t"])
  func blank(line: String) {
    #expect(parse(line) == nil)
  }

  static let overlong: [(String, String?)] = [
    ("#t7 POST :" + String(repeating: "x", count: 54), "t7"),
    ("#\(String(repeating: "t", count: 32)) POST :xxxxxxxxxxxxxxxx", String(repeating: "t", count: 32)),
    ("#\(String(repeating: "t", count: 33)) POST :xxxxxxxxxxxxxxxx", nil),
    ("POST :" + String(repeating: "x", count: 58), nil),
    ("#" + String(repeating: "t", count: 20), nil),
    ("#a!b POST", nil),
  ]

  @Test("An over-long line's tag is echoed when it is whole", arguments: overlong)
  func tooLong(head: String, tag: String?) {
    #expect(
      RequestParser.rejectTooLong(head: Array(head.utf8))
        == Rejected(tag: tag, refusal: .tooLong(argument: nil))
    )
    #expect(
      RequestParser.rejectUnfinished(head: Array(head.utf8))
        == Rejected(tag: tag, refusal: .syntax(.unfinished))
    )
  }

  @Test("No line of arbitrary bytes traps, and each gets one answer that has no more tag than it gave")
  func arbitraryBytes() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] =
      [
        "#a ", "POST", " ", " :", "\"", "\\", "\\u{", "}", "=", "text=", "：", "　", "＝", "“", "”", "Ｐ",
        "e\u{301}",
      ]
      .map { Array($0.utf8) } + [[0], [0x16, 3, 1], [0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80]]
    for _ in 0..<20_000 {
      let line = (0..<Int.random(in: 0...12, using: &generator))
        .flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      if case .failure(let rejected)? = RequestParser.parse(line), rejected.tag != nil {
        #expect(line.first == 0x23)
      }
    }
  }
}
