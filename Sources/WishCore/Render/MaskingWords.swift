/// Words that the masking scanners look for beside a number or a name, found by their first glyph.
struct MaskingWords {
  private let byFirst: [UInt32: [[UInt32]]]
  private let byLast: [UInt32: [[UInt32]]]

  /// Takes words divided by spaces; of two that fit, the longer counts.
  init(_ words: String) {
    let folded = words.split(separator: " ").map(Self.fold).sorted { $0.count > $1.count }
    byFirst = Dictionary(grouping: folded) { $0.first ?? 0 }
    byLast = Dictionary(grouping: folded) { $0.last ?? 0 }
  }

  /// A word as a reading shows it.
  static func fold(_ word: some StringProtocol) -> [UInt32] {
    word.unicodeScalars.map { MaskingFold.fold($0).value }.filter { $0 != MaskingFold.transparent }
  }

  /// The length of the longest word that begins at a place, or nil.
  func length(in glyphs: [UInt32], at place: Int) -> Int? {
    guard place >= 0, place < glyphs.count, let words = byFirst[glyphs[place]] else { return nil }
    return words.first { matches($0, glyphs, place) }?.count
  }

  /// The length of the longest word that ends before a place, or nil.
  func length(in glyphs: [UInt32], before place: Int) -> Int? {
    guard place > 0, place <= glyphs.count, let words = byLast[glyphs[place - 1]] else { return nil }
    return words.first { $0.count <= place && matches($0, glyphs, place - $0.count) }?.count
  }

  /// Whether these glyphs are one of the words.
  func contains(_ glyphs: [UInt32]) -> Bool {
    glyphs.first.flatMap { byFirst[$0] }?.contains(glyphs) ?? false
  }

  private func matches(_ word: [UInt32], _ glyphs: [UInt32], _ place: Int) -> Bool {
    guard place + word.count <= glyphs.count else { return false }
    for offset in word.indices where glyphs[place + offset] != word[offset] { return false }
    return true
  }
}

extension MaskingReading {
  /// Whether one of the words ends before a place, small words and punctuation between skipped.
  func follows(_ words: MaskingWords, at place: Int) -> Bool {
    var end = place
    for _ in 0..<8 {
      if words.length(in: glyphs, before: end) != nil { return true }
      guard end > 0, Self.small.contains(glyphs[end - 1]) else { return false }
      end -= 1
    }
    return false
  }

  /// What may stand between 电话 and the number: 电话号码是：…
  private static let small = Set(MaskingWords.fold(" ::，,.()是为号码我的他她它你您就请吧有这个+\"“”"))
}
