/// Building-unit-room numbers: 3号楼2单元501, 5-2-301, 12#1-302, 501室.
///
/// A building, a unit or a floor without a room stays, for many live there and a wish may be about its
/// lamp: 3号楼门口, 二单元楼道, 6楼.
extension MaskingReading {
  /// The parts of a place read so far, from the street inwards.
  private struct Place {
    var hasBuilding = false
    var hasUnit = false
    var hasFloor = false
    /// 5-2-301 has two.
    var dashes = 0

    var hasHouse: Bool { hasBuilding || hasUnit || hasFloor }
  }

  /// A number or letter that names a part of a place.
  private struct Label {
    let end: Int
    /// Digits of its number, 0 where it has none.
    let digits: Int
    /// Whether it is a letter, 甲 or 东 with no number.
    var isWord: Bool { digits == 0 }
  }

  private static let buildingWords = MaskingWords("号楼 楼栋 栋 幢 座 # #楼 号栋 号幢 栋楼 幢楼")
  private static let unitWords = MaskingWords("单元 号单元 门 号门 梯 梯口 #单元")
  private static let floorWords = MaskingWords("楼 层 层楼")
  private static let laneWords = MaskingWords("弄 支弄 号院 号 巷 排 院")
  private static let roomWords = MaskingWords("室 房 房间 号房 号室 号房间 户室")
  private static let weakRoomWords = MaskingWords("号 户 号户 住户 户主")
  private static let roomless = MaskingWords("房子 房屋 房产 房租 房东 房贷 房价 房型 室内 室外 室友")
  private static let doorWords = MaskingWords("东户 西户 中户 南户 北户 左户 右户 东边户 西边户 东门户 西门户 左手 右手 东室 西室")
  private static let countedWords = MaskingWords(
    """
    年 元 块 万 平 米 户 名 个 斤 公斤 公里 度 瓦 克 % 多户 多人 多个 多平 多元 多块 多名 多斤 多米 多年 多家 多位 \
    余户 余人 余元 余名 人次 来户 来人 来个 来块 毫升 ml kg g 路公交 路车 急救 卡 步 分钟
    """
  )
  private static let homeWords = MaskingWords(
    "住 住在 家住 家在 我家 我家在 楼上 楼下 对门 隔壁 隔壁的 门牌 门牌号 房号 房间号 住址 地址 房间 敲 单元"
  )
  private static let hotlines: Set<Int> = [110, 114, 119, 120, 122]

  /// Hides every place that a room is named in.
  mutating func hideRooms() {
    var place = 0
    while place < count {
      guard let first = label(at: place) else {
        place += 1
        continue
      }
      if let end = roomEnd(from: place) {
        hide(place..<end)
        place = end
      } else {
        place = max(first.end, place + 1)
        while isNumeral(place), isNumeral(place - 1) { place += 1 }
      }
    }
  }

  private func isNumeral(_ place: Int) -> Bool {
    isDigit(place) || glyph(place) == 0x5341 || glyph(place) == 0x767E  // 十 百
  }

  /// A label that begins at a place: 3, 十二, A, A3, 甲.
  private func label(at place: Int) -> Label? {
    guard !isHidden(place) else { return nil }
    var end = place
    if isLetter(place) {
      guard !isLetter(place - 1), !isLetter(place + 1) else { return nil }
      end += 1
    } else if isSide(glyph(place)) {
      return Label(end: place + 1, digits: 0)
    } else if isNumeral(place - 1) {
      return nil
    }
    let start = end
    var digits = 0
    while isNumeral(end), !isHidden(end), end - start < 7 {
      if isDigit(end) { digits += 1 }
      if glyph(end) == 0x767E { digits = max(digits, end > start && isDigit(end - 1) ? 3 : 1) }
      if glyph(end) == 0x5341 { digits = max(digits, isDigit(end + 1) && end == start ? 1 : 2) }
      end += 1
    }
    guard end > place else { return nil }
    return Label(end: end, digits: min(digits, 6))
  }

  /// 甲乙丙丁 东西南北中
  private func isSide(_ glyph: UInt32) -> Bool {
    switch glyph {
    case 0x7532, 0x4E59, 0x4E19, 0x4E01, 0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D: true
    default: false
    }
  }

  /// Where the place that begins here ends, if a room is named in it.
  private func roomEnd(from start: Int) -> Int? {
    var read = Place()
    var place = start
    // 3号楼2单元501-88: the room, where what a dash leads to is none.
    var roomBeforeDash: Int?
    for _ in 0..<6 {
      if let length = Self.doorWords.length(in: glyphs, at: place), read.hasUnit || read.hasBuilding {
        return place + length
      }
      guard let label = label(at: place) else { return roomBeforeDash }
      // 3栋502门锁, 3栋502座机: three digits after a building are the room's.
      let isOuter = label.digits <= 2 || (label.digits == 3 && !read.hasHouse && read.dashes == 0)
      if isOuter, let end = suffix(Self.unitWords, at: label.end) {
        read.hasUnit = true
        place = end
      } else if isOuter, let end = suffix(Self.buildingWords, at: label.end) {
        read.hasBuilding = true
        place = end
      } else if label.isWord {
        return roomBeforeDash
      } else if label.digits <= 3, let next = afterDash(label.end) {
        if label.digits == 3, read.hasHouse { roomBeforeDash = label.end }
        read.dashes += 1
        place = next
      } else if let end = room(label, in: read, from: start) {
        return end
      } else if label.digits <= 2, let end = suffix(Self.floorWords, at: label.end) {
        read.hasFloor = true
        place = end
      } else if let end = suffix(Self.laneWords, at: label.end) {
        place = end
      } else {
        return roomBeforeDash
      }
      place = afterSeparators(place)
    }
    return roomBeforeDash
  }

  /// Where a word that belongs to the number before it ends; one space may stand between.
  private func suffix(_ words: MaskingWords, at place: Int) -> Int? {
    let start = glyph(place) == MaskingFold.space ? place + 1 : place
    return words.length(in: glyphs, at: start).map { start + $0 }
  }

  /// Where the next label begins, if a dash leads to one.
  private func afterDash(_ place: Int) -> Int? {
    var next = place
    if glyph(next) == MaskingFold.space { next += 1 }
    guard glyph(next) == MaskingFold.dash else { return nil }
    while glyph(next) == MaskingFold.dash, next - place < 4 { next += 1 }
    if glyph(next) == MaskingFold.space { next += 1 }
    return label(at: next) == nil ? nil : next
  }

  private func afterSeparators(_ place: Int) -> Int {
    var end = place
    while end - place < 2 {
      switch glyph(end) {
      case 0x20, 0x2C, 0x2D, 0x2F, MaskingFold.middleDot, 0x7684: end += 1  // 的
      default: return end
      }
    }
    return end
  }

  /// Where a room's number ends, if this label is one.
  private func room(_ label: Label, in read: Place, from start: Int) -> Int? {
    guard label.digits <= 5 else { return nil }
    if suffix(Self.roomless, at: label.end) == nil, let end = suffix(Self.roomWords, at: label.end) {
      let isInside = read.hasUnit || read.hasBuilding || read.dashes > 0
      return label.digits >= 3 || (isInside && !isHall(end)) ? end : nil
    }
    // Behind building and unit three digits are the room whatever follows: 万, 米 and 平 are surnames too.
    let isInUnit = read.hasBuilding && read.hasUnit && label.digits >= 3
    let isCounted =
      !isInUnit && suffix(Self.countedWords, at: label.end) != nil && !isDoubled(label.end)
    if let end = suffix(Self.weakRoomWords, at: label.end) {
      let isRoom =
        label.digits >= 3
        ? read.hasUnit || read.dashes > 0 || (read.hasHouse && !isCounted)
        : read.hasUnit && read.hasBuilding && !isCounted
      return isRoom ? end : nil
    }
    guard label.digits >= 3, !isCounted else { return nil }
    if read.hasHouse || read.dashes >= 2 { return isCrowd(label, in: read) ? nil : afterLetter(label.end) }
    guard follows(Self.homeWords, at: start), !isHotline(label) else { return nil }
    return afterLetter(label.end)
  }

  /// 2室1厅 is a flat's shape.
  private func isHall(_ place: Int) -> Bool {
    isNumeral(place) && (glyph(place + 1) == 0x5385 || glyph(place + 1) == 0x536B)  // 厅 卫
  }

  /// 天天, 个个: no unit.
  private func isDoubled(_ place: Int) -> Bool { glyph(place) == glyph(place + 1) }

  /// 3号楼200人: a round number of people.
  private func isCrowd(_ label: Label, in read: Place) -> Bool {
    !read.hasUnit && glyph(label.end) == 0x4EBA && digits[label.end - 1] == 0  // 人
  }

  private func isHotline(_ label: Label) -> Bool {
    let start = label.end - 3
    guard label.digits == 3, start >= 0, digits[start..<label.end].allSatisfy({ $0 >= 0 }) else {
      return false
    }
    return Self.hotlines.contains(digits[start..<label.end].reduce(0) { $0 * 10 + Int($1) })
  }

  /// 502A
  private func afterLetter(_ end: Int) -> Int {
    isLetter(end) && !isLetter(end + 1) && !isDigit(end + 1) ? end + 1 : end
  }
}
