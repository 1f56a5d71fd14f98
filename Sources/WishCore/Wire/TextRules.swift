import Foundation

/// What may stand in a text that people wrote, wherever it comes from.
///
/// Forbidden are control characters, bidi controls and other format characters that do not show
/// (Cf, U+2028, U+2029; but not U+200D between emoji), more than ``Limits/combiningMarksMax`` combining
/// marks in a row, and bytes that are not UTF-8.
public enum TextRules {
  /// The arguments whose values are text of several lines: LF and TAB may stand in them.
  public static let multilineNames: Set<String> = ["text", "public", "standard"]

  /// Whether a text may be taken; `lineBreaks` says whether LF and TAB may stand in it.
  public static func isAllowed(_ text: String, lineBreaks: Bool = false) -> Bool {
    TextScan(Array(text.utf8), lineBreaks: lineBreaks).isAllowed
  }

  /// Whether bytes are UTF-8 of a text that may be taken; `lineBreaks` says whether LF and TAB may stand
  /// in it.
  public static func isAllowed(_ bytes: [UInt8], lineBreaks: Bool = false) -> Bool {
    TextScan(bytes, lineBreaks: lineBreaks).isAllowed
  }

  /// The text in Unicode's NFC. Common Chinese text is recognised as such without asking Foundation.
  public static func normalised(_ text: String) -> String {
    let scan = TextScan(Array(text.utf8), lineBreaks: true)
    return scan.isAllowed && scan.isCertainlyNFC ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The text of bytes in NFC, or nil where it may not be taken as it came or as it is then: NFC can
  /// put two marks in the place of one.
  static func text(of bytes: ArraySlice<UInt8>, lineBreaks: Bool) -> String? {
    let scan = TextScan(Array(bytes), lineBreaks: lineBreaks)
    guard scan.isAllowed else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if scan.isCertainlyNFC { return text }
    let normalised = text.precomposedStringWithCanonicalMapping
    return isAllowed(normalised, lineBreaks: lineBreaks) ? normalised : nil
  }
}
