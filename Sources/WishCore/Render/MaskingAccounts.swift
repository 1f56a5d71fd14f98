/// Chat ids that a word such as 微信号 stands before, and mail addresses.
extension MaskingReading {
  /// Fewest characters of an id.
  private static let idLeast = 5
  /// Most characters of an id.
  private static let idMost = 40
  private static let chatWords = MaskingWords(
    """
    微信 微信号 微信id 威信 薇信 v信 v信号 加v vx wx wechat weixin qq 扣扣 企鹅号 抖音 抖音号 快手号 快手 \
    小红书号 支付宝 陌陌号 钉钉号 邮箱 账号 帐号
    """
  )
  /// Words that are no id though they stand after 微信.
  private static let plainWords = MaskingWords(
    "app apps wechat weixin weixin music mail video phone iphone wifi"
  )

  /// Hides ids by which a person can be written to.
  mutating func hideAccounts() {
    var place = 0
    while place < count {
      if glyphs[place] == 0x40, let range = mailAddress(around: place) {
        hide(range)
        place = range.upperBound
      } else if let range = chatID(at: place) {
        hide(range)
        place = range.upperBound
      } else {
        place += 1
      }
    }
  }

  private func isIDGlyph(_ place: Int) -> Bool {
    switch glyph(place) {
    case 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D: true
    default: false
    }
  }

  private func mailAddress(around at: Int) -> Range<Int>? {
    var start = at
    while start > 0, at - start < 64, isIDGlyph(start - 1) || glyph(start - 1) == 0x2E,
      !isHidden(start - 1)
    {
      start -= 1
    }
    var end = at + 1
    var hasDot = false
    while end - at < 64, isIDGlyph(end) || (glyph(end) == 0x2E && isIDGlyph(end + 1)) {
      if glyph(end) == 0x2E { hasDot = true }
      end += 1
    }
    return start < at && hasDot ? start..<end : nil
  }

  /// The id after a chat word that begins at a place.
  private func chatID(at place: Int) -> Range<Int>? {
    guard let length = Self.chatWords.length(in: glyphs, at: place) else { return nil }
    if isLetter(place), isLetter(place - 1) { return nil }
    var start = place + length
    var isMarked = false
    for _ in 0..<6 {
      switch glyph(start) {
      case 0x20: start += 1
      case 0x3A, 0x53F7, 0x662F, 0x4E3A, 0x28, 0x52A0, 0x540D, 0x3D:  // ： 号 是 为 （ 加 名 ＝
        isMarked = true
        start += 1
      case 0x7801, 0x6211, 0x7684: start += 1  // 码 我 的
      default: break
      }
    }
    var end = start
    var hasDigit = false
    while isIDGlyph(end), end - start < Self.idMost {
      if !isLetter(end) { hasDigit = true }
      end += 1
    }
    while end > start, glyph(end - 1) == MaskingFold.dash { end -= 1 }
    guard end - start >= Self.idLeast,
      start > place + length || !isLetter(place + length - 1) || isDigit(start)
    else { return nil }
    guard isMarked || hasDigit else { return nil }
    return Self.plainWords.contains(Array(glyphs[start..<end])) ? nil : start..<end
  }
}
