import Foundation
import Testing

@testable import WishCore

@Suite("Characters that no text may hold")
struct BadTextTests {
  static let scalars: [UInt32] =
    [0x00, 0x01, 0x07, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0xAD]
    + [0x061C, 0x06DD, 0x070F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029]
    + [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F]
    + [0xFEFF, 0xFFF9, 0xFFFB, 0x1_10BD, 0x1_BCA0, 0x1_D173, 0xE_0001, 0xE_0020, 0xE_007F]

  @Test(
    "A forbidden character is BAD_TEXT in raw, bare, quoted and escaped, and the tag is echoed",
    arguments: scalars
  )
  func forbidden(value: UInt32) throws {
    let scalar = String(try #require(Unicode.Scalar(value)))
    for line in ["#t A :甲\(scalar)乙", "#t A a=甲\(scalar)", "#t A text=\"甲\(scalar)乙\"", "#t A \(scalar)x"] {
      #expect(parse(line) == .failure(Rejected(tag: "t", refusal: .badText)))
    }
    let escape = "\\u{\(String(value, radix: 16))}"
    #expect(parse("#t A a=\"x\(escape)x\"") == .failure(Rejected(tag: "t", refusal: .badText)))
    #expect(parse("#t A \"\(escape)\"") == .failure(Rejected(tag: "t", refusal: .badText)))
    #expect(!TextRules.isAllowed("甲" + scalar))
    // A TAB may be escaped in texts of several lines, and only there.
    let inText = parse("A text=\"x\(escape)x\"")
    #expect((inText == .failure(Rejected(tag: nil, refusal: .badText))) == (value != 0x09))
  }

  static let bytes: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
    [0xE4, 0xB8], [0xE4, 0x28, 0xA0], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
  ]

  @Test("Bytes that are not UTF-8 are BAD_TEXT", arguments: bytes)
  func invalidUTF8(bytes: [UInt8]) {
    for tail in [[], Array("x".utf8), Array("心".utf8)] {
      #expect(
        RequestParser.parse(Array("#t A :".utf8) + bytes + tail)
          == .failure(Rejected(tag: "t", refusal: .badText))
      )
    }
    #expect(!TextRules.isAllowed(bytes))
    #expect(String(validating: bytes, as: UTF8.self) == nil)
  }

  static let escapes: [(String, Bool)] = [
    (#"A a="\n""#, true), (#"A a="\t""#, true), (#"A "\n""#, true), (#"A name="\u{A}""#, true),
    (#"A text="\n\t""#, false), (#"A public="\n""#, false), (#"A standard="\n""#, false),
    (#"A text="\u{D}""#, true), (#"A text="\u{D800}""#, true), (#"A text="\u{DFFF}""#, true),
    (#"A text="\u{110000}""#, true), (#"A text="\u{FFFFFF}""#, true), (#"A text="\u{10FFFF}""#, false),
    (#"A text="\u{FDD0}""#, false), (#"A text="\u{E000}""#, false), (#"A :\u{0}"#, false),
    // BAD_TEXT is told before SYNTAX, wherever in the line the one and the other are.
    (#"A =b a="\u{0}""#, true), (#"A a="\u{0}" =b"#, true), (#"A a="\u{0}"#, true), (#"A a="\u{0}\q""#, true),
    (#"1A a="\u{0}""#, true), (#"#! A a="\u{0}""#, true), (#"Ａ a="\u{0}""#, true),
    ("A =b :\u{7F}", true), ("# A\u{0}", true), ("ＰＯＳＴ\u{202E}", true),
  ]

  @Test("An escape is judged as what it stands for, and before the grammar", arguments: escapes)
  func escaped(line: String, isBad: Bool) {
    let rejected: Rejected? = if case .failure(let rejected)? = parse(line) { rejected } else { nil }
    #expect((rejected?.refusal == .badText) == isBad)
    if !isBad { #expect(rejected == nil) }
  }

  static let joined: [(String, Bool)] = [
    ("👩\u{200D}🔧", true), ("👨\u{200D}👩\u{200D}👧", true), ("❤\u{FE0F}\u{200D}🔥", true),
    ("👩🏽\u{200D}⚕\u{FE0F}", true), ("☀\u{FE0F}", true), ("葛\u{E0100}", true), ("1\u{FE0F}\u{20E3}", true),
    ("👩\u{200D}", false), ("\u{200D}👩", false), ("甲\u{200D}乙", false), ("👩\u{200D}甲", false),
    ("1\u{200D}2", false), ("👩\u{200D}\u{200D}🔧", false), ("甲\u{FE0F}\u{200D}👩", false),
  ]

  @Test("U+200D stands between emoji only; U+FE0F is allowed", arguments: joined)
  func joiner(text: String, isAllowed: Bool) {
    #expect(TextRules.isAllowed(text) == isAllowed)
    #expect((parse("A :\(text)") == .failure(Rejected(tag: nil, refusal: .badText))) == !isAllowed)
  }

  static let marks: [(String, Bool)] = [
    ("e" + String(repeating: "\u{316}", count: 8), true),
    ("e" + String(repeating: "\u{316}", count: 9), false),
    (String(repeating: "e" + String(repeating: "\u{316}", count: 8), count: 20), true),
    ("甲" + String(repeating: "\u{20DD}", count: 9), false),
    // NFC makes two marks of each of these.
    ("甲" + String(repeating: "\u{344}", count: 4), true),
    ("甲" + String(repeating: "\u{344}", count: 5), false),
  ]

  @Test("More than eight combining marks in a row are BAD_TEXT, before NFC and after it", arguments: marks)
  func combining(text: String, isAllowed: Bool) {
    let escaped = text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
    for line in ["A :\(text)", "A a=\(text)", "A a=\"\(escaped)\""] {
      #expect((parse(line) == .failure(Rejected(tag: nil, refusal: .badText))) == !isAllowed)
    }
  }

  @Test("A hundred kilobytes of combining marks are refused")
  func manyMarks() {
    #expect(!TextRules.isAllowed("e" + String(repeating: "\u{301}", count: 50_000)))
  }

  @Test("LF and TAB are allowed where lines may break", arguments: ["a\nb", "a\tb", "\n"])
  func lineBreaks(text: String) {
    #expect(TextRules.isAllowed(text, lineBreaks: true))
    #expect(!TextRules.isAllowed(text))
  }

  @Test("What is taken for NFC without asking is NFC, for every character that there is")
  func plainIsNFC() {
    var checked = 0
    for value in UInt32(0x20)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let scan = TextScan(Array(text.utf8), lineBreaks: true)
      guard value >= 0x80, scan.isAllowed, scan.isCertainlyNFC else { continue }
      checked += 1
      let isInert = scalar.properties.canonicalCombiningClass == .notReordered
      if !isInert || !Array(text.precomposedStringWithCanonicalMapping.utf8).elementsEqual(text.utf8) {
        Issue.record("U+\(String(value, radix: 16)) is not inert")
      }
    }
    #expect(checked > 100_000)
  }

  @Test(
    "Normalising gives NFC, and leaves it as it is",
    arguments: [("e\u{301}", "\u{E9}"), ("\u{E9}", "\u{E9}"), ("\u{304B}\u{3099}", "\u{304C}"), ("심愿", "심愿")]
  )
  func normalising(text: String, composed: String) {
    #expect(Array(TextRules.normalised(text).utf8) == Array(composed.utf8))
  }
}
