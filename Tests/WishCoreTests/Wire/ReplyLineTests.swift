import Testing

import WishCore

private func fields(_ pairs: (String, String)...) -> Fields {
  var fields = Fields()
  for (name, value) in pairs { fields.add(name, value) }
  return fields
}

private func encoded(_ line: ReplyLine, tag: String? = nil) -> String {
  var bytes: [UInt8] = []
  line.encode(tag: tag, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

@Suite("Reply lines")
struct ReplyLineTests {
  static let exact: [(ReplyLine, String)] = [
    (.record(fields(("wish", "12"), ("state", "open"))), "= wish=12 state=open\n"),
    (.display("心愿墙"), "~ 心愿墙\n"),
    (.display(""), "~\n"),
    (.display("  a"), "~   a\n"),
    (.display("a\tb"), "~ a\tb\n"),
    (.ok(Fields(), note: nil), "OK\n"),
    (.ok(fields(("seq", "7")), note: nil), "OK seq=7\n"),
    (.ok(Fields(), note: "好"), "OK :好\n"),
    (.ok(Fields(), note: " a :b "), "OK : a :b \n"),
    (
      .error(code: "BAD_ARG", fields(("retry", "no"), ("arg", "x")), note: "请改"),
      "ERR BAD_ARG retry=no arg=x :请改\n"
    ),
    (.error(code: "BUSY", Fields(), note: nil), "ERR BUSY\n"),
    (.push(event: "HELLO", fields(("proto", "1")), note: "输入 HELP 查看命令"), "* HELLO proto=1 :输入 HELP 查看命令\n"),
    (.push(event: "BYE", fields(("reason", "idle")), note: nil), "* BYE reason=idle\n"),
  ]

  @Test("A line is written as the page shows it, and read back", arguments: exact)
  func lines(line: ReplyLine, text: String) throws {
    #expect(encoded(line) == text)
    for end in ["\n", "\r\n", ""] {
      let back = try #require(ReplyLine.parse(Array((text.dropLast() + end).utf8)))
      #expect(back.tag == nil)
      #expect(back.line == line)
    }
    if case .push = line {
      #expect(encoded(line, tag: "t") == text)
      #expect(ReplyLine.parse(Array(("#t " + text).utf8)) == nil)
    } else {
      #expect(encoded(line, tag: "t") == "#t " + text)
      let tagged = try #require(ReplyLine.parse(Array(("#t " + text).utf8)))
      #expect(tagged.tag == "t")
      #expect(tagged.line == line)
    }
  }

  static let values: [(String, String)] = [
    ("", #""""#), ("a", "a"), (":a", ":a"), ("=a", "=a"), ("#a", "#a"), ("*", "*"), ("!", "!"),
    ("a b", #""a b""#),
    (" ", #"" ""#), (#"a"b"#, #""a\"b""#), (#"a\b"#, #""a\\b""#), ("a\nb", #""a\nb""#), ("a\tb", #""a\tb""#),
    ("a\rb", #""a\u{d}b""#), ("\u{0}", #""\u{0}""#), ("\u{1B}[2J", #""\u{1b}[2J""#), ("\u{7F}", #""\u{7f}""#),
    ("\u{85}", #""\u{85}""#), ("\u{9B}", #""\u{9b}""#), ("¥", #""¥""#), ("心愿，“灯”：", "心愿，“灯”："),
    ("甲　乙", "甲　乙"), ("😀", "😀"), ("\r\n", #""\u{d}\n""#),
  ]

  @Test("A value is bare where the grammar allows, else quoted, and comes back", arguments: values)
  func value(value: String, written: String) throws {
    let line = ReplyLine.record(fields(("v", value), ("w", "x")))
    #expect(encoded(line) == "= v=\(written) w=x\n")
    let back = try #require(ReplyLine.parse(Array(encoded(line).utf8)))
    #expect(back.line == line)
  }

  @Test(
    "No note and no text forges another line",
    arguments: [
      ("a\nERR X", "a ERR X"), ("a\r\n* BYE", "a  * BYE"), ("a\u{0}b", "a b"), ("a\u{85}b", "a b"),
      ("a\u{1B}]0;x\u{7}", "a ]0;x "), ("é¥", "é¥"),
    ]
  )
  func injection(text: String, written: String) {
    #expect(encoded(.ok(Fields(), note: text)) == "OK :\(written)\n")
    #expect(encoded(.error(code: "X", Fields(), note: text)) == "ERR X :\(written)\n")
    #expect(encoded(.push(event: "X", Fields(), note: text)) == "* X :\(written)\n")
    #expect(encoded(.display(text)) == "~ \(written)\n")
  }

  @Test("A TAB in a note becomes a space, and an empty note is none")
  func notes() {
    #expect(encoded(.ok(Fields(), note: "a\tb")) == "OK :a b\n")
    #expect(encoded(.ok(Fields(), note: "")) == "OK\n")
  }

  @Test(
    "What the grammar does not have is not read",
    arguments: [
      "", " ", "=", "= ", "= a", "= a=", "= =a", "= a=b :c", "= A=b", "=a=b", "OKAY", "ok", "OK ", "OK a",
      "OK  a=b",
      "OK a=\"b", "OK a=\"b\"c", "OK a=b\"c", "ERR", "ERR ", "ERR bad", "ERR X ", "*", "* ", "* event", "~a",
      "#t", "#t ",
      "#! OK", "OK a=\"\\x\"", "OK a=\"\\u{d800}\"", "PING",
    ]
  )
  func unreadable(text: String) {
    #expect(ReplyLine.parse(Array(text.utf8)) == nil)
  }

  @Test(
    "Bytes that are not UTF-8 are not read",
    arguments: [[0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE4, 0xB8], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]]
  )
  func invalidUTF8(bytes: [UInt8]) {
    #expect(ReplyLine.parse(Array("OK :".utf8) + bytes) == nil)
  }

  @Test("Fields leave out what is not known")
  func fieldValues() {
    var all = Fields()
    all.add("a", nil as String?)
    all.add("b", nil as Int?)
    all.add("c", nil as Int64?)
    all.add("d", nil as Moment?)
    all.add("e", [])
    #expect(all == Fields())
    all.add("a", "")
    all.add("b", 3)
    all.add("c", Int64.max)
    all.add("d", Moment(milliseconds: 0))
    all.add("e", ["x", "y"])
    #expect(
      encoded(.record(all)) == "= a=\"\" b=3 c=9223372036854775807 d=1970-01-01T00:00:00Z e=x,y\n"
    )
    #expect(all["e"] == "x,y")
    #expect(all["f"] == nil)
    var other = Fields()
    other.add("b", 3)
    #expect(all != other)
  }
}
