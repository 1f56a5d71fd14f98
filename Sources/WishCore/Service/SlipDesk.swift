/// Looks at a new slip as an experienced colleague would: what it is about, and who has asked the same.
///
/// Its indexes hold features and counts, no text. A community's wishes are read in when the first slip of
/// it comes, so that starting stays fast however many wishes the store has.
final class SlipDesk {
  /// Of a community's open wishes, so many of the newest are compared with a new slip.
  static let openMax = 2_000
  /// Of its ended ones, so many.
  static let endedMax = 500
  /// Of the store's newest wishes, so many teach what reviewers decide.
  static let lessonsMax: WishNumber = 2_000
  /// How long after its end a wish still counts as one that looks the same.
  static let endedDays: Int64 = 90
  /// Wishes that a reply names.
  static let shown = 3

  /// What stands at the beginning; made once for all services whose skills are the starting ones.
  private static let starting = tools(SkillTable.starting)
  private static let startingNames = names(SkillTable.starting)

  private var suggester = SlipDesk.starting.suggester
  private var index = SlipDesk.starting.index
  private var isReady = false
  private var loaded: Set<AreaCode> = []
  /// Wishes by a hash of community and household; a hash tells nobody's phone.
  private var households: [Int: [WishNumber]] = [:]

  private static func tools(_ skills: some Collection<Skill>) -> (suggester: Suggester, index: SimilarIndex) {
    let suggester = Suggester(skills: skills)
    return (suggester, SimilarIndex(suggester))
  }

  /// Every skill with its other names, in whatever order they are kept.
  private static func names(_ skills: some Collection<Skill>) -> [SkillName: Set<String>] {
    Dictionary(uniqueKeysWithValues: skills.map { ($0.name, Set($0.aliases)) })
  }

  /// Learns what the store's newest reviews decided, when the first slip comes.
  private func getReady(_ office: Office) {
    guard !isReady else { return }
    isReady = true
    if Self.names(office.register.skills.values) != Self.startingNames {
      (suggester, index) = Self.tools(office.register.skills.values)
    }
    guard office.lastWish > 0 else { return }
    for number in max(1, office.lastWish - Self.lessonsMax + 1)...office.lastWish {
      guard let wish = try? office.wish(number), wish.isApproved, let category = wish.category,
        let papers = try? office.papers(of: number)
      else { continue }
      suggester.learn(papers.text, category, in: wish.community)
    }
  }

  /// Adds to the reply of the POST that `office` has just decided what the slip seems to be about, where
  /// nobody said, and the wishes of its community that look the same and may be named to `who`.
  func look(_ office: Office, by who: Identity, _ reply: inout Fields) {
    guard case .wish(let number, .posted(let posting))? = office.batch.events.last?.matter,
      let papers = office.batch.papers[number]
    else { preconditionFailure("no slip was posted") }
    getReady(office)
    load(posting.community, office)
    let reading = suggester.read(papers.text)
    let likeness = index.likeness(reading)
    looked[number] = (papers.text, likeness)
    if posting.category == nil {
      let suggestion = suggester.suggest(reading, in: posting.community)
      reply.add("suggest", suggestion.category?.rawValue)
      reply.add("also", suggestion.also?.rawValue)
      reply.add("skills", suggestion.skills.map(\.text))
      if suggestion.isUrgent { reply.add("urgency", Urgency.urgent.rawValue) }
    }
    var similar: [WishNumber] = []
    if who.role == .staff {
      let same = Self.keys(papers, posting.community).flatMap { households[$0] ?? [] }
      for number in same.sorted() where similar.count < Self.shown && !similar.contains(number) {
        if isSameHousehold(number, papers, office), isStillOfInterest(number, who, office) {
          similar.append(number)
        }
      }
    }
    // More than are shown, for some may not be seen or ended long ago.
    let alike = index.numbers(alike: likeness, in: posting.community, limit: 4 * Self.shown)
    for number in alike where similar.count < Self.shown && !similar.contains(number) {
      if isStillOfInterest(number, who, office) { similar.append(number) }
    }
    reply.add("similar", similar.map { String($0) })
  }

  /// Takes in what a committed batch changed.
  func note(_ batch: Batch, _ office: Office) {
    for (number, papers) in batch.papers {
      guard let wish = batch.wishes[number], loaded.contains(wish.community) else { continue }
      enter(number, papers, wish.community)
    }
    for event in batch.events {
      guard case .wish(let number, let fact) = event.matter, let wish = batch.wishes[number] else { continue }
      switch fact {
      case .approved(let approval):
        guard isReady, let papers = try? office.papers(of: number) else { continue }
        suggester.learn(papers.text, approval.category, in: wish.community)
      case .erased: index.remove(number)
      default: break
      }
    }
    looked.removeAll(keepingCapacity: true)
    if !batch.register.skills.isEmpty { mustReadSkills = true }
  }

  private var mustReadSkills = false
  /// What the slips of this turn were found to be like, so that they need not be read again once they are
  /// committed. A batch that failed leaves its own here; the text tells whether they are still true.
  private var looked: [WishNumber: (text: String, likeness: Likeness)] = [:]

  private func load(_ community: AreaCode, _ office: Office) {
    if mustReadSkills {
      // Features are numbered by the table of skills: the communities are read in anew.
      suggester.setSkills(office.register.skills.values)
      index = SimilarIndex(suggester)
      households = [:]
      loaded = []
      mustReadSkills = false
    }
    guard loaded.insert(community).inserted else { return }
    var numbers: [WishNumber] = []
    office.board.walk([community], after: nil) { number in
      numbers.append(number)
      return true
    }
    let ended = EndedQuery(
      communities: [community],
      states: Set(WishState.allCases.filter { !$0.isOpen }),
      category: nil,
      after: nil,
      limit: Self.endedMax
    )
    numbers = numbers.sorted().suffix(Self.openMax) + ((try? office.store.endedWishes(ended)) ?? [])
    for number in numbers.sorted() {
      guard let papers = try? office.store.papers(number) else { continue }
      enter(number, papers, community)
    }
  }

  private func enter(_ number: WishNumber, _ papers: Papers, _ community: AreaCode) {
    let known = looked[number].flatMap { $0.text == papers.text ? $0.likeness : nil }
    index.add(number, known ?? index.likeness(suggester.read(papers.text)), in: community)
    for key in Self.keys(papers, community) where households[key]?.contains(number) != true {
      households[key, default: []].append(number)
    }
  }

  /// What makes a household the same: a phone, or name and address together.
  private static func keys(_ papers: Papers, _ community: AreaCode) -> [Int] {
    var keys: [Int] = []
    if let phone = plain(papers.phone) { keys.append(hash("phone", community.text, phone)) }
    if let address = plain(papers.address), let name = plain(papers.name) {
      keys.append(hash("home", community.text, name + "\n" + address))
    }
    return keys
  }

  private static func hash(_ kind: String, _ community: String, _ value: String) -> Int {
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(community)
    hasher.combine(value)
    return hasher.finalize()
  }

  /// A value without the spaces and marks that people write differently.
  private static func plain(_ value: String?) -> String? {
    // Most phones.
    if let value, !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return value }
    let letters = value?.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return letters.flatMap { $0.isEmpty ? nil : String(String.UnicodeScalarView($0)) }
  }

  /// Hashes can be equal by chance; what stands on the slips decides.
  private func isSameHousehold(_ number: WishNumber, _ papers: Papers, _ office: Office) -> Bool {
    guard let other = try? office.papers(of: number) else { return false }
    if let phone = Self.plain(papers.phone), phone == Self.plain(other.phone) { return true }
    guard let name = Self.plain(papers.name), let address = Self.plain(papers.address) else { return false }
    return name == Self.plain(other.name) && address == Self.plain(other.address)
  }

  /// Whether a wish may be named to `who`, and is open or ended lately.
  private func isStillOfInterest(_ number: WishNumber, _ who: Identity, _ office: Office) -> Bool {
    guard let wish = try? office.wish(number), Policy.sight(of: wish, by: who, in: office) > .nothing else {
      return false
    }
    return wish.state.isOpen || office.now < wish.changed.advanced(bySeconds: Self.endedDays * 86_400)
  }
}
