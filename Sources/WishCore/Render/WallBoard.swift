/// One community's part of a wall, before any format.
struct WallBoard {
  /// Its code.
  let code: AreaCode
  /// Its name.
  let name: String
  /// Its counts.
  let tally: Tally
  /// The categories that have cards, in the protocol's order, each with its cards: urgent first, then by
  /// number.
  let sections: [Section]

  /// The cards of one category.
  struct Section {
    /// What the category is called.
    let label: String
    let category: Category
    let cards: [WallCard]
  }

  init(_ source: WallSource, wording: Wording = .standard) {
    code = source.area.code
    name = PlainLines.line(of: source.area.name)
    tally = source.tally
    var urgent: [[WallCard]] = Array(repeating: [], count: Category.allCases.count)
    var normal = urgent
    let places = Dictionary(uniqueKeysWithValues: zip(Category.allCases, urgent.indices))
    for entry in WallBoard.byNumber(source.entries) {
      // Whoever gathered the source: what has no card has none.
      guard entry.hasCard, let category = entry.category, let place = places[category] else { continue }
      let card = WallCard(entry, wording: wording)
      switch entry.urgency {
      case .urgent: urgent[place].append(card)
      case .normal: normal[place].append(card)
      }
    }
    sections = zip(Category.allCases, urgent.indices).compactMap { category, place in
      let cards = urgent[place] + normal[place]
      let label = PlainLines.line(of: wording.label(category))
      return cards.isEmpty ? nil : Section(label: label, category: category, cards: cards)
    }
  }

  /// The store gives wishes by number, so that there is mostly nothing to sort.
  private static func byNumber(_ entries: [WallEntry]) -> [WallEntry] {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.number < $1.number }
    return isSorted ? entries : entries.sorted { $0.number < $1.number }
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
    number = wording.number(entry.number)
    urgency = entry.urgency == .urgent ? Urgency.urgent.label(in: .zh) : nil
    let person = PlainLines.line(of: wording.person(entry.nameShown, name: entry.name))
    self.person = entry.askers > 1 ? "\(person)（\(entry.askers)户共愿）" : person
    state = (entry.state, wording.wall(entry) ?? "")
    lines = PlainLines.lines(of: entry.card.publicText)
    terms = WallCard.terms(of: entry, wording: wording)
    standard = entry.card.standard.map(PlainLines.lines(of:)) ?? []
  }

  private static func terms(of entry: WallEntry, wording: Wording) -> [String] {
    var terms: [String] = []
    if entry.kind == .goods {
      terms.append(entry.valueYuan.map { "物品：约\($0)元" } ?? "物品")
    }
    if entry.skills.isEmpty {
      terms.append("人人可领")
    } else {
      let skills = entry.skills.map { PlainLines.line(of: $0.text) }.joined(separator: "、")
      terms.append("需要：\(skills)" + (entry.skills.count > 1 ? "（会一样即可）" : ""))
    }
    if let limit = entry.limit { terms.append("时限：\(wording.length(limit))内") }
    if let needed = entry.needed { terms.append("最晚：\(wording.latest(needed))") }
    if entry.slots > 1 { terms.append("名额：\(entry.slots)人") }
    return terms
  }
}
