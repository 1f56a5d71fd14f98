/// A person's name as slips give it, and the forms in which the text may say it.
struct MaskingNames {
  /// The surname's glyphs; nil where it is not a Han name.
  let surname: [UInt32]?
  /// Glyphs that stand for the person wherever they stand: the whole name, the given name.
  let whole: [[UInt32]]

  /// Dots inside a name: 阿某·某某.
  static let middleDots: Set<UInt32> = [0xB7, 0x2022, 0x30FB, 0x2027, 0x22C5, 0xFF65, 0x2219]

  private static let compound = MaskingWords(
    """
    欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 夏侯 端木 南宫 独孤 轩辕 呼延 闻人 澹台 百里 \
    钟离 公羊 申屠 淳于 单于 太叔 仲孙 赫连 万俟 闾丘 司空 司寇 西门 第五 濮阳 公冶 东郭 南郭 鲜于 宗政 拓跋
    """
  )
  /// What stands in the field of a name and is none.
  private static let nobody = MaskingWords(
    """
    本人 匿名 居民 老人 女儿 儿子 母亲 父亲 妈妈 爸爸 老伴 邻居 丈夫 妻子 爷爷 奶奶 外公 外婆 姥姥 姥爷 孙子 孙女 外孙 \
    儿媳 女婿 家属 家长 孩子 亲属 亲戚 朋友 同事 监护人 社区 网格员 工作人员 志愿者 代填 代写 代办 无 不详 未知 保密 \
    不愿透露 热心居民 一位居民 哥哥 姐姐 弟弟 妹妹 先生 女士 本人填 同上
    """
  )
  /// What may follow a surname in its place of a given name.
  static let titles = MaskingWords(
    """
    大爷 大妈 大娘 大叔 大婶 大哥 大姐 大伯 大嫂 大姨 阿姨 阿婆 阿公 叔叔 伯伯 伯母 婶婶 婶子 爷爷 奶奶 姥姥 姥爷 外婆 \
    婆婆 公公 先生 女士 小姐 太太 夫人 老师 老师傅 师傅 师父 医生 大夫 护士 主任 书记 经理 老板 队长 组长 班长 会计 \
    同志 同学 老汉 老太 老太太 老爷子 老奶奶 老爷爷 老人 老头 老人家 氏 姓 叔 姐 哥 嫂 婶 姨 伯 妹 弟 家 \
    家里 家人 户
    """
  )
  /// Titles of one glyph that also make plain words with a surname: 高家, 白户.
  static let looseTitles = MaskingWords("家 户 家里 家人 老人 老头 妹 弟")

  /// What stands between two people in one field.
  private static let separators = Set("、，,;；/()（）[]【】:：\n\t|")

  /// Reads what stands in a name field; several people may.
  static func read(_ field: String) -> [MaskingNames] {
    var pieces: [[UInt32]] = []
    for piece in field.split(whereSeparator: separators.contains) {
      let words = piece.split(whereSeparator: \.isWhitespace).map(MaskingWords.fold)
      let isHan = words.joined().allSatisfy(isHan)
      pieces.append(Array(words.joined(separator: isHan ? [] : [MaskingFold.space])))
      if words.count > 1 { pieces.append(contentsOf: words.filter { $0.count > 1 }) }
    }
    return pieces.compactMap(MaskingNames.init)
  }

  private init?(_ piece: [UInt32]) {
    var glyphs = piece.filter { $0 != 0x2A && $0 != 0x22 && $0 != 0x27 }
    if glyphs.count == 2, let first = glyphs.first, first == 0x8001 || first == 0x5C0F {
      glyphs.removeFirst()  // 老柏 小柏
    }
    guard let first = glyphs.first, !Self.nobody.contains(glyphs),
      glyphs.contains(where: { Self.isHan($0) || (0x61...0x7A).contains($0) || $0 > 0x7F })
    else { return nil }
    guard glyphs.allSatisfy(Self.isHan), Self.isHan(first) else {
      surname = nil
      whole = Self.parts(ofForeign: glyphs)
      return
    }
    let length = Self.compound.length(in: glyphs, at: 0) ?? 1
    surname = Array(glyphs.prefix(length))
    let given = Array(glyphs.dropFirst(length))
    if given.isEmpty || Self.titles.contains(given) {
      // 柏大爷: not every 大爷 of the text is he.
      whole = Self.looseTitles.contains(given) || (given.isEmpty && length > 1) ? [glyphs] : []
    } else if let title = Self.titles.length(in: glyphs, before: glyphs.count), title >= 2,
      given.count > title
    {
      let name = Array(glyphs.dropLast(title))
      whole = [name] + (given.count - title >= 2 ? [Array(given.dropLast(title))] : [])
    } else {
      whole = [glyphs] + (given.count >= 2 ? [given] : [])
    }
  }

  /// 阿某·某某: the name without its dots, and its parts.
  private static func parts(ofForeign glyphs: [UInt32]) -> [[UInt32]] {
    let isBreak = { (glyph: UInt32) in
      glyph == MaskingFold.middleDot || glyph == MaskingFold.space || glyph == 0x2E || glyph == 0x2D
    }
    let parts = glyphs.split(whereSeparator: isBreak).map { Array($0) }
    return [Array(parts.joined())] + parts.filter { $0.count >= 2 }
  }

  static func isHan(_ glyph: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(glyph) || (0x3400...0x4DBF).contains(glyph)
      || (0x20000...0x3FFFF).contains(glyph)
  }
}

extension MaskingReading {
  /// Words that begin like 小马 or 老毛 and name nobody, by what follows 小 or 老.
  private static let plainAfterLittle = MaskingWords(
    """
    小马扎 小马路 小米 小白菜 小白鼠 小黄车 小黄鸭 小黄鱼 小石子 小石头 小花 小区 小孙子 小孙女 小毛病 小毛孩 小毛巾 \
    小包裹 小包 小车 小路 小钱 小康 小曲 小时 小雪 小雨 小鱼 小龙虾 小牛 小熊 小方桌 小汤圆 小管 小高层 小江 小田 小金库 \
    小季节 小党员 小冰箱 小冰柜 小水 小门 小池 小井 小桥 小河 小山 小溪 小麦 小腿 小凤 小年 小学 小温 小凌 小云 小楼 \
    老师 老毛病 老党员 老年 老城 老房 老牛 老黄历 老黄牛 老路 老家 老乡 老干 老时 老高 老党 老红军 老祖 老公 老常
    """
  )
  /// Plain words that end with what is also a surname: 由于老师, 公安大哥.
  private static let plainBefore = MaskingWords("由于 关于 对于 至于 等于 处于 属于 位于 终于 由於 从来 公安 平安 不安 那时 这时 当时 班主任")
  private static let before = MaskingWords("老 小 姓 阿")

  /// Hides the names given, and their surnames where a title says that a person is meant.
  mutating func hideNames(_ fields: [String]) {
    let names = fields.flatMap(MaskingNames.read)
    for glyphs in names.flatMap(\.whole).sorted(by: { $0.count > $1.count }) { hideAll(glyphs) }
    for surname in names.compactMap(\.surname) { hideTitled(surname) }
  }

  private mutating func hideAll(_ name: [UInt32]) {
    guard let first = name.first, let last = name.last else { return }
    let isLatin = (0x61...0x7A).contains(first) || (0x61...0x7A).contains(last)
    var place = 0
    while place < count {
      if glyphs[place] == first, let end = end(of: name, at: place),
        !isLatin || !(isLetter(place - 1) || isLetter(end))
      {
        hide(place..<end, as: .name)
        place = end
      } else {
        place += 1
      }
    }
  }

  /// Where a name that begins at a place ends; a space or a dot may stand between its glyphs.
  private func end(of name: [UInt32], at start: Int) -> Int? {
    var place = start
    for (offset, wanted) in name.enumerated() {
      var skipped = 0
      while offset > 0, skipped < 2, isNameGap(glyph(place)), wanted != glyph(place) {
        place += 1
        skipped += 1
      }
      guard glyph(place) == wanted else { return nil }
      place += 1
    }
    return place
  }

  private func isNameGap(_ glyph: UInt32) -> Bool {
    glyph == MaskingFold.space || glyph == MaskingFold.middleDot || glyph == 0x2E || glyph == 0x2D
      || glyph == 0x5F
  }

  private mutating func hideTitled(_ surname: [UInt32]) {
    guard let first = surname.first else { return }
    for place in 0..<count where glyphs[place] == first && !isHidden(place) {
      guard let end = end(of: surname, at: place), isPerson(place..<end) else { continue }
      hide(place..<end, as: .name)
    }
  }

  /// Whether a surname here is somebody's: 柏大爷, 老柏, 姓柏.
  private func isPerson(_ range: Range<Int>) -> Bool {
    if Self.plainBefore.length(in: glyphs, before: range.upperBound) != nil { return false }
    let after = glyph(range.upperBound) == MaskingFold.space ? range.upperBound + 1 : range.upperBound
    if let length = MaskingNames.titles.length(in: glyphs, at: after),
      !MaskingNames.looseTitles.contains(Array(glyphs[after..<after + length]))
    {
      return true
    }
    if glyph(after) == 0x67D0 { return true }  // 某
    guard Self.before.length(in: glyphs, before: range.lowerBound) != nil else { return false }
    return Self.plainAfterLittle.length(in: glyphs, at: range.lowerBound - 1) == nil
  }
}
