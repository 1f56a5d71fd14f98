/// Phone, identity-card and bank-card numbers, however they are grouped.
extension MaskingReading {
  /// Digits of one script that stand together.
  private struct Group {
    let start: Int
    let end: Int
    /// What stands between this group and the next.
    var gap: Gap
    var count: Int { end - start }
  }

  /// What divides two groups of digits.
  private enum Gap {
    /// Nothing: only the script changes.
    case none
    /// Spaces, dashes, dots, strokes.
    case soft
    /// A comma or a bracket.
    case hard
    /// More than a number has in it.
    case wide
  }

  /// Digits from which on a run is never an amount, a date or a hotline.
  private static let longRun = 9
  /// Digits from which on a run is a phone number, unless it is shown to be something else.
  private static let shortRun = 7

  private static let phoneWords = MaskingWords(
    "电话 电話 打 拨 拨打 致电 联系 联系我 联络 座机 号码 手机 热线 传真 tel phone call 固话 来电 呼"
  )
  private static let cardWords = MaskingWords(
    "身份证 身份证号 证号 证件号 卡号 账号 帐号 账户 帐户 银行卡 存折 社保号 医保号 残疾证 户口本 编码 短号 尾号 后四位"
  )
  private static let tailWords = MaskingWords("短号 尾号 后四位 后4位 末四位 末4位 小号")
  private static let amountWords = MaskingWords("元 块 万 亿 人 次 步 字 户 平 米 个 公里 斤 吨 度 克 瓦 例 毫升")
  private static let extensionWords = MaskingWords("转 分机 转分机 - 分机号 ,转 ext")

  /// Hides the numbers by which a person can be rung or found.
  mutating func hideNumbers() {
    let groups = digitGroups()
    var index = 0
    while index < groups.count {
      if let last = mobile(groups, index) ?? landline(groups, index) ?? card(groups, index)
        ?? spelled(groups, index) ?? marked(groups, index)
      {
        hideNumber(groups, index...last)
        index = last + 1
      } else {
        index = hideRun(groups, index)
      }
    }
  }

  private func digitGroups() -> [Group] {
    var groups: [Group] = []
    var place = 0
    while place < count {
      guard isDigit(place) else {
        place += 1
        continue
      }
      let start = place
      let isHan = isHanDigit(start)
      while isDigit(place), isHanDigit(place) == isHan { place += 1 }
      groups.append(Group(start: start, end: place, gap: .wide))
    }
    for index in groups.indices.dropLast() {
      groups[index].gap = gap(groups[index].end, groups[index + 1].start)
    }
    return groups
  }

  private func gap(_ start: Int, _ end: Int) -> Gap {
    guard end - start <= 3 else { return .wide }
    var gap = Gap.none
    for place in start..<end {
      switch glyphs[place] {
      case 0x20, 0x2D, 0x2E, 0x5F, 0x2F, MaskingFold.middleDot, 0x7E: if gap == .none { gap = .soft }
      case 0x2C, 0x28, 0x29, 0x5B, 0x5D, 0x3010, 0x3011: gap = .hard
      default: return .wide
      }
    }
    return gap
  }

  /// The last group of the longest number that begins with a group, within what `accept` allows.
  private func number(
    _ groups: [Group],
    _ index: Int,
    smallest: Int,
    lengths: ClosedRange<Int>,
    accept: (Int) -> Bool = { _ in true }
  ) -> Int? {
    var total = 0
    var found: Int?
    var last = index
    while last < groups.count {
      let group = groups[last]
      let joins = group.gap == .none || (last > index && groups[last - 1].gap == .none)
      total += group.count
      if total > lengths.upperBound || (group.count < smallest && !joins && last > index) { break }
      if lengths.contains(total), accept(total) { found = last }
      guard group.gap == .none || group.gap == .soft || (group.gap == .hard && group.count >= 3) else {
        break
      }
      last += 1
    }
    return found
  }

  /// 11 digits that begin with 1, in any grouping that people use, with or without 86.
  private func mobile(_ groups: [Group], _ index: Int) -> Int? {
    let first = groups[index]
    if isCountryCode(first), index + 1 < groups.count, first.gap != .wide {
      return bareMobile(groups, index + 1)
    }
    return bareMobile(groups, index)
  }

  private func bareMobile(_ groups: [Group], _ index: Int) -> Int? {
    let first = groups[index]
    guard digits[first.start] == 1 else { return nil }
    guard let last = number(groups, index, smallest: 2, lengths: 11...11) else { return nil }
    let second = first.count > 1 ? digits[first.start + 1] : digits[groups[min(index + 1, last)].start]
    guard second >= 3 else { return nil }
    // 15 20 30 40 500 is a list; a phone number has few groups, or one digit in each.
    let parts = groups[index...last].filter { $0.gap != .none }.count
    guard parts <= 5 || groups[index...last].allSatisfy({ $0.gap == .none }) else { return nil }
    return groups[index...last].contains { $0.count >= 3 } || parts <= 1 ? last : nil
  }

  private func isCountryCode(_ group: Group) -> Bool {
    let value = digits[group.start..<group.end]
    return value.elementsEqual([8, 6]) || value.elementsEqual([0, 0, 8, 6])
      || value.elementsEqual([0, 8, 6])
  }

  /// An area code and 7 or 8 digits, a 400 or 800 number, or two groups that 电话 stands before.
  private func landline(_ groups: [Group], _ index: Int) -> Int? {
    let first = groups[index]
    guard (3...4).contains(first.count), first.gap != .wide, index + 1 < groups.count else { return nil }
    let isService =
      first.count == 3 && (digits[first.start] == 4 || digits[first.start] == 8)
      && digits[first.start + 1] == 0 && digits[first.start + 2] == 0
    if digits[first.start] == 0 || isService {
      if let last = number(groups, index + 1, smallest: 3, lengths: 7...8) { return last }
    }
    guard follows(Self.phoneWords, at: first.start), first.gap != .hard else { return nil }
    return number(groups, index, smallest: 3, lengths: 7...8)
  }

  /// An identity card's 18 or 15 digits, or a bank card's 16 to 19, in groups.
  private func card(_ groups: [Group], _ index: Int) -> Int? {
    let first = groups[index]
    if first.count == 6 || first.count == 3 {
      if let last = number(groups, index, smallest: 1, lengths: 15...19), last > index, last < index + 7 {
        return first.count == 6 || groups[index + 1].count == 3 ? last : nil
      }
    }
    guard first.count == 4, let last = number(groups, index, smallest: 1, lengths: 15...19),
      groups[index..<last].allSatisfy({ $0.count == 4 })
    else { return nil }
    let years = groups[index...last].allSatisfy { isYear($0) || $0.count < 4 }
    return years ? nil : last
  }

  /// Ten and more single digits: 1 9 9 0 0 …
  private func spelled(_ groups: [Group], _ index: Int) -> Int? {
    var last = index
    while groups[last].count == 1, groups[last].gap == .soft, last + 1 < groups.count { last += 1 }
    if groups[last].count > 1 { last -= 1 }
    return last - index >= 9 ? last : nil
  }

  /// What 卡号 or 尾号 stands before.
  private func marked(_ groups: [Group], _ index: Int) -> Int? {
    let first = groups[index]
    if first.count >= 3, follows(Self.tailWords, at: first.start) { return index }
    guard first.count >= 2, follows(Self.cardWords, at: first.start) else { return nil }
    return number(groups, index, smallest: 2, lengths: 6...30)
  }

  /// Hides a run of digits that is too long to be anything else, or passes by the group.
  private mutating func hideRun(_ groups: [Group], _ index: Int) -> Int {
    var last = index
    while groups[last].gap == .none, last + 1 < groups.count {
      if mobile(groups, last + 1) != nil {
        // 一19900000001: the number begins later.
        if groups[last].end - groups[index].start >= Self.shortRun { hideNumber(groups, index...last) }
        return last + 1
      }
      last += 1
    }
    let run = groups[index].start..<groups[last].end
    let isPhone = run.count >= Self.shortRun && (run.count >= Self.longRun || !isAmountOrDay(run))
    if isPhone { hideNumber(groups, index...last) }
    return last + 1
  }

  private func isAmountOrDay(_ run: Range<Int>) -> Bool {
    if follows(Self.phoneWords, at: run.lowerBound) { return false }
    if Self.amountWords.length(in: glyphs, at: run.upperBound) != nil { return true }
    guard run.count == 8 else { return false }
    let value = run.reduce(0) { $0 * 10 + Int(digits[$1]) }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }

  private func isYear(_ group: Group) -> Bool {
    guard group.count == 4 else { return false }
    return (digits[group.start] == 1 && digits[group.start + 1] == 9)
      || (digits[group.start] == 2 && digits[group.start + 1] == 0)
  }

  /// Hides groups with their brackets, plus sign, check letter and extension.
  private mutating func hideNumber(_ groups: [Group], _ range: ClosedRange<Int>) {
    var start = groups[range.lowerBound].start
    var end = groups[range.upperBound].end
    if glyph(start - 1) == 0x2B { start -= 1 }
    let inside = glyphs[start..<end]
    if glyph(start - 1) == 0x28, inside.contains(0x29), !inside.contains(0x28) { start -= 1 }
    let total = groups[range].reduce(0) { $0 + $1.count }
    if total == 17 {
      let letter = glyph(end) == MaskingFold.space ? end + 1 : end
      if glyph(letter) == 0x78, !isLetter(letter + 1) { end = letter + 1 }
    }
    hide(start..<extensionEnd(end, digits: total))
  }

  /// The end of 转8001, where a number that long may have one.
  private func extensionEnd(_ end: Int, digits total: Int) -> Int {
    guard total <= 12 else { return end }
    var place = glyph(end) == MaskingFold.space ? end + 1 : end
    guard let length = Self.extensionWords.length(in: glyphs, at: place) else { return end }
    let isDash = glyph(place) == MaskingFold.dash
    place += length
    if glyph(place) == MaskingFold.space { place += 1 }
    let start = place
    while isDigit(place), place - start < 6 { place += 1 }
    let isExtension = (isDash ? 2...5 : 1...5).contains(place - start)
    return isExtension ? place : end
  }
}
