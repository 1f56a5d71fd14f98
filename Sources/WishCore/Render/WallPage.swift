/// Whose wall a page is.
public enum WallTitle: Equatable, Sendable {
  /// One community's, by its name.
  case community(String)
  /// Every community's, one section each, with the counts of all on top.
  case all
}

/// The wish wall, as it hangs in the community: counts, then cards by category.
///
/// A wall is a pure function of its source. The same source in any order gives the same bytes, whatever
/// the machine, the locale, the hour; nothing that a person wrote is interpreted in any format.
public enum Wall {}

/// What a wall says, before any format: order and words are decided here, signs and spaces by the formats.
struct WallPage {
  /// The page's heading.
  let heading: String
  /// Below the heading of the wall of all: how many communities are on it. Nil on the wall of one.
  let subheading: String?
  /// The counts of all of them.
  let tally: Tally
  /// One for each community, by code.
  let boards: [WallBoard]
  /// How the page speaks.
  let wording: Wording

  /// Whether it is the wall of all, with a section for each community.
  var isOfAll: Bool { subheading != nil }
  /// Whether it is one community's wall without a card.
  var isEmpty: Bool { !isOfAll && boards.allSatisfy(\.sections.isEmpty) }

  /// What an empty wall says.
  static let invitation = "墙上正空着，等您写下一个心愿。"
  /// What stands below every wall.
  static let footer = [
    "想许愿？请到社区窗口，或投心愿箱。",
    "想认领？请到社区报到，报上心愿的号数。",
    "办得好不好，由许愿的居民说了算。",
  ]

  init(_ sources: [WallSource], title: WallTitle, wording: Wording) {
    self.wording = wording
    boards = sources.sorted { $0.area.code < $1.area.code }.map(WallBoard.init)
    tally = sources.reduce(into: Tally()) { $0.add($1.tally) }
    switch title {
    case .community(let name):
      heading = PlainLines.line(of: name) + "微心愿墙"
      subheading = nil
    case .all:
      heading = "社区微心愿墙"
      subheading = "\(boards.count)个社区"
    }
  }
}

/// One community's part of a wall.
struct WallBoard {
  /// Its code.
  let code: AreaCode
  /// Its name.
  let name: String
  /// Its counts.
  let tally: Tally
  /// The categories that have cards, in the protocol's order, with the places of their wishes among
  /// `entries`: urgent first, then by number.
  let sections: [(category: Category, places: [Int])]
  /// The source's entries.
  let entries: [WallEntry]

  init(_ source: WallSource) {
    code = source.area.code
    name = PlainLines.line(of: source.area.name)
    tally = source.tally
    entries = source.entries
    var urgent: [Category: [Int]] = [:]
    var normal: [Category: [Int]] = [:]
    for place in WallBoard.placesByNumber(entries) {
      // Whoever gathered the source: what has no card has none.
      guard entries[place].wish.hasCard, let category = entries[place].wish.category else { continue }
      switch entries[place].wish.urgency {
      case .urgent: urgent[category, default: []].append(place)
      case .normal: normal[category, default: []].append(place)
      }
    }
    sections = Category.allCases.compactMap { category in
      let places = urgent[category, default: []] + normal[category, default: []]
      return places.isEmpty ? nil : (category, places)
    }
  }

  /// The store gives wishes by number, so that there is mostly nothing to sort.
  private static func placesByNumber(_ entries: [WallEntry]) -> [Int] {
    let isSorted = entries.indices.dropFirst().allSatisfy {
      entries[$0 - 1].wish.number < entries[$0].wish.number
    }
    let places = Array(entries.indices)
    return isSorted ? places : places.sorted { entries[$0].wish.number < entries[$1].wish.number }
  }
}

/// What a card says.
struct WallCard {
  /// 12号
  let number: String
  /// 紧急, where it is.
  let urgency: String?
  /// 一位居民, or 柏**; with （2户共愿） where several asked.
  let person: String
  /// Where it stands, as a word for a style sheet and for people.
  let state: (word: WishState, label: String)
  /// The public text.
  let lines: [String]
  /// What a claimant needs to know, each a few words: who may, until when, how many.
  let terms: [String]
  /// The service standard.
  let standard: [String]

  init(_ entry: WallEntry, wording: Wording) {
    let wish = entry.wish
    number = wording.number(wish.number)
    urgency = wish.urgency == .urgent ? Urgency.urgent.label(in: .zh) : nil
    let person = PlainLines.line(of: wording.person(wish.nameShown, name: entry.name))
    self.person = wish.askers > 1 ? "\(person)（\(wish.askers)户共愿）" : person
    state = (wish.state, wording.wall(wish) ?? "")
    lines = PlainLines.lines(of: entry.card.publicText)
    terms = WallCard.terms(of: wish, wording: wording)
    standard = entry.card.standard.map(PlainLines.lines(of:)) ?? []
  }

  private static func terms(of wish: Wish, wording: Wording) -> [String] {
    var terms: [String] = []
    if wish.kind == .goods {
      terms.append(wish.valueYuan.map { "物品：约\($0)元" } ?? "物品")
    }
    if wish.kind == .goods || wish.isOpenToAll || wish.skills.isEmpty {
      terms.append("人人可领")
    } else {
      let skills = wish.skills.map { PlainLines.line(of: $0.text) }.joined(separator: "、")
      terms.append("需要：\(skills)" + (wish.skills.count > 1 ? "（会一样即可）" : ""))
    }
    if let limit = wish.limit { terms.append("时限：\(wording.length(limit))内") }
    if let needed = wish.needed { terms.append("最晚：\(wording.latest(needed))") }
    if wish.slots > 1 { terms.append("名额：\(wish.slots)人") }
    return terms
  }
}
