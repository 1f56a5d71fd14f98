@testable import WishCore

/// The wall in its three formats, with a text in every place where a person can write.
enum WallFuzz {
  private static let columns = 72
  private static let honest = Words(area: "桥南社区", standard: "真的", skill: "真的", name: "真某", text: "真的")

  /// What people wrote.
  private struct Words {
    var area: String
    var standard: String
    var skill: String
    var name: String
    var text: String
  }

  static func check(_ bytes: [UInt8]) throws(Violation) {
    var material = Material(bytes)
    var words = honest
    words.area = material.line()
    words.standard = material.line().replacing("␤", with: "\n")
    words.skill = material.line()
    words.name = material.line()
    words.text = material.text
    let sources = source(words)
    let title = bytes.count % 2 == 0 ? WallTitle.community(words.area) : .all
    let text = Wall.text(sources, title: title)
    try checkCharacters(text)
    try checkText(text)
    let html = Wall.html(sources, title: title)
    try checkCharacters(html)
    try Violation.unless(tags(html).isSubset(of: honestTags), "a tag of its own: \(html)")
    let markdown = Wall.markdown(sources, title: title)
    try checkCharacters(markdown)
    try checkMarkdown(markdown)
  }

  /// Two cards: the one that people wrote on, and one that must come out of it untouched.
  private static func source(_ words: Words) -> [WallSource] {
    let area = Area(code: AreaCode(stored: "c01"), name: words.area, level: .community)
    return [
      WallSource(
        area: area,
        tally: Tally(counts: [2, 2, 1, 0, 0]),
        entries: [entry(12, words), entry(14, honest)]
      )
    ]
  }

  private static func entry(_ number: WishNumber, _ words: Words) -> WallEntry {
    let now = Moment(milliseconds: 1_767_200_000_000)
    let skills = [SkillName(words.skill), SkillName("血压")]
    var posting = Fact.Posting(
      community: AreaCode(stored: "c01"),
      category: .health,
      skills: skills,
      slots: 3
    )
    posting.nameShown = .surname
    var wish = Wish(number: number, posting: posting, event: 1, at: now)
    guard let limit = Span("7d") else { preconditionFailure("7d is a duration") }
    var approval = Fact.Approval(category: .health, limit: limit, skills: skills, slots: 3)
    approval.urgency = .urgent
    wish.apply(.approved(approval), event: 1, at: now)
    wish.apply(.published, event: 2, at: now)
    return WallEntry(
      wish: wish,
      card: Card(publicText: words.text, standard: words.standard),
      name: words.name
    )
  }

  /// Nothing that a terminal or a browser would obey, in any format.
  private static func checkCharacters(_ wall: String) throws(Violation) {
    for scalar in wall.unicodeScalars where scalar != "\n" && !(0x20...0x7E).contains(scalar.value) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        throw Violation("U+\(String(scalar.value, radix: 16)) is on the wall")
      case .format:
        try Violation.unless(scalar.value == 0x200D, "U+\(String(scalar.value, radix: 16)) is on the wall")
      default: break
      }
    }
  }

  private static func checkText(_ wall: String) throws(Violation) {
    var cards: [Substring] = []
    // The title, which may begin like a card, stands above the first category.
    var isListing = false
    for line in lines(wall) {
      let width = DisplayWidth.columns(of: line)
      try Violation.unless(width <= columns, "\(width) columns: \(line)")
      if line.hasPrefix("【") { isListing = true }
      if !isListing || line.hasPrefix("      ") { continue }
      if line.hasPrefix("  "), line.dropFirst(2).first?.isNumber == true { cards.append(line) }
    }
    let heads = cards.map { $0.dropFirst(2).prefix { $0 != " " } }
    try Violation.unless(heads == ["12号", "14号"], "cards \(heads) on \(wall)")
    try Violation.unless(lines(wall).count { $0.hasPrefix("【") } == 1, "a category of its own: \(wall)")
    // The lines of the honest card stand there as they would without the other.
    try Violation.unless(
      lines(wall).suffix(10).elementsEqual(honestEnd),
      "the other card has changed: \(wall)"
    )
  }

  /// Every line that is not the wall's own is a quotation, or goes on with a line that is a card's.
  private static func checkMarkdown(_ wall: String) throws(Violation) {
    var isContinued = false
    for line in lines(wall) {
      defer { isContinued = line.hasSuffix("\\") && !line.hasSuffix("\\\\") }
      let body: Substring
      if line.hasPrefix("> ") || line.hasPrefix("- ") {
        body = line.dropFirst(2)
      } else if line.hasPrefix("  "), isContinued {
        body = line.dropFirst(2)
      } else if line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### ") {
        body = line.drop { $0 == "#" }.dropFirst()
      } else {
        continue
      }
      if let first = body.unicodeScalars.first {
        try Violation.unless(
          !" \t　#>-+*|=`~<&[".unicodeScalars.contains(first),
          "begins with a mark: \(line)"
        )
      }
    }
    let heads = lines(wall).filter { $0.hasPrefix("**") }.map { $0.dropFirst(2).prefix { $0 != "*" } }
    try Violation.unless(heads == ["12号", "14号"], "cards \(heads) in \(wall)")
    let bare = unescaped(wall)
    for bad in ["<", "](", "![", "://", "www.", "`", "~~"] {
      try Violation.unless(!bare.contains(bad), "\(bad) in \(wall)")
    }
  }

  /// What of a Markdown text stands there as it is: without the escaped marks.
  private static func unescaped(_ text: String) -> String {
    var kept: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        kept.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The honest card and the foot of the text.
  private static let honestEnd = lines(Wall.text(source(honest), title: .all)).suffix(10)

  private static func lines(_ wall: String) -> [Substring] {
    wall.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Byte by byte, as a browser reads them: to a `Character` a mark behind `>` would be a part of it.
  private static func tags(_ wall: String) -> Set<[UInt8]> {
    Set(wall.utf8.split(separator: 0x3C).dropFirst().map { Array($0.prefix { $0 != 0x3E }) })
  }

  private static let honestTags: Set<[UInt8]> = {
    var words = honest
    words.standard = "真的\n真的"
    words.text = "真的\n真的"
    return tags(Wall.html(source(words), title: .community("真的"))).union(
      tags(Wall.html(source(words), title: .all))
    )
  }()
}
