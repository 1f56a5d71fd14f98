/// Looks at a slip as an experienced colleague would: what it is about, and who has asked the same.
///
/// Its indexes hold numbers and counts, no text. Past reviews are read in after the start, a community's
/// wishes when somebody logs in who posts there, both a few at a time, so that nobody waits for it; what a
/// slip needs and is not yet read when it comes is read then. What it answers depends on the wishes as they
/// stand, not on the way they came to be so: a restart changes no answer.
final class SlipDesk {
  /// Of a community's open wishes, so many of the newest are compared with a new slip.
  static let openMax = 2_000
  /// Of its ended ones, so many.
  static let endedMax = 500
  /// The store's newest wishes, as far as they are reviewed, teach what reviewers decide.
  static let lessonsMax: WishNumber = 2_000
  /// How long after its end a wish still counts as one that looks the same.
  static let endedDays: Int64 = 90
  /// Wishes that a reply to POST names.
  static let shown = 3
  /// Wishes that SIMILAR tells of.
  static let explained = 10
  /// Wishes that are read in at once while nobody waits for them, in a millisecond or two.
  static let readAtOnce = 20

  /// A wish that asks for the same, or was asked for by the same household.
  struct Same {
    let number: WishNumber
    /// How alike the slips are, from 0 to 1.
    let score: Float
    let isHousehold: Bool
    /// What both ask for, the likeliest first; for SIMILAR only.
    var why: [String] = []
  }

  private var suggester: Suggester
  private var index: SimilarIndex
  private var households = Households()
  /// The wish whose review is learned next; nil where all are.
  private var nextLesson: WishNumber? = 1
  private var mustReadSkills = false
  private var loaded: Set<AreaCode> = []
  /// Of communities that are loaded, the wishes that are still to be read.
  private var unread: [AreaCode: ArraySlice<WishNumber>] = [:]
  /// The reviews that were learned, by wish; and the oldest wish that may teach.
  private var reviews: [WishNumber: Review] = [:]
  private var oldestLesson: WishNumber = 1
  /// Wishes whose slips were taken in before their batch was committed.
  private var pending: [WishNumber] = []

  /// Takes the skills of the store.
  init(_ skills: [SkillName: Skill]) {
    let tools = SlipTools.of(skills)
    suggester = tools.suggester
    index = tools.index
  }

  // MARK: Answering

  /// Adds to the reply of the POST that `office` has just decided what the slip seems to be about, where
  /// nobody said, and the wishes of its community that look the same and may be named to `who`.
  func look(_ office: Office, by who: Identity, _ reply: inout Fields) {
    guard case .wish(let number, .posted(let posting))? = office.batch.events.last?.matter,
      let papers = office.batch.papers[number]
    else { preconditionFailure("no slip was posted") }
    getReady(office)
    load(posting.community, office)
    let reading = suggester.read(papers.text)
    if posting.category == nil { suggester.suggest(reading, in: posting.community).add(to: &reply) }
    let likeness = index.likeness(of: reading)
    let same = find(likeness, papers, posting.community, except: number, Self.shown, who, office)
    reply.add("similar", same.map { String($0.number) })
    // The next slip of the batch finds this one.
    enter(number, likeness, papers, office)
    pending.append(number)
  }

  /// What `text` seems to be about, as a slip of `community`.
  func suggestion(_ text: String, in community: AreaCode?, _ office: Office) -> Suggestion {
    getReady(office)
    return suggester.suggest(text, in: community)
  }

  /// The wishes of its community that ask for what `wish` asks for, and may be named to `who`.
  func similar(to wish: Wish, by who: Identity, _ office: Office) throws(Refusal) -> [Same] {
    guard !wish.isErased else { return [] }
    getReady(office)
    load(wish.community, office)
    let papers = try office.papers(of: wish.number)
    let likeness = index.likeness(of: suggester.read(papers.text))
    var same = find(likeness, papers, wish.community, except: wish.number, Self.explained, who, office)
    for place in same.indices { same[place].why = index.shared(likeness, with: same[place].number) }
    return same
  }

  /// Those of the same household first, then the most alike.
  private func find(
    _ likeness: Likeness,
    _ papers: Papers,
    _ community: AreaCode,
    except number: WishNumber,
    _ limit: Int,
    _ who: Identity,
    _ office: Office
  ) -> [Same] {
    var found: [Same] = []
    if who.role == .staff {
      var others = households.others(papers, community, except: number).map { other in
        Same(number: other, score: index.score(of: likeness, with: other), isHousehold: true)
      }
      others.sort { ($1.score, $1.number) < ($0.score, $0.number) }
      // From the first on, and no further than needed: to look at an ended wish is to read the store.
      for other in others where found.count < limit && isStillOfInterest(other.number, who, office) {
        found.append(other)
      }
    }
    let household = found
    let alike = index.alike(
      to: likeness,
      in: community,
      limit: limit - household.count,
      // What a terminal is told depends on what it may see, and on nothing else.
      publicOnly: who.role == .terminal,
      atLeast: SimilarIndex.threshold
    ) { other in
      other != number && !household.contains { $0.number == other } && isStillOfInterest(other, who, office)
    }
    for (other, score) in alike { found.append(Same(number: other, score: score, isHousehold: false)) }
    return found
  }

  /// Whether a wish may be named to `who`, and is open or ended lately.
  private func isStillOfInterest(_ number: WishNumber, _ who: Identity, _ office: Office) -> Bool {
    guard let wish = try? office.wish(number), !wish.isErased,
      Policy.sight(of: wish, by: who, in: office) > .nothing
    else { return false }
    return wish.state.isOpen || office.now < wish.changed.advanced(bySeconds: Self.endedDays * 86_400)
  }

  // MARK: Following the store

  /// Takes in an AMEND that `office` has just decided.
  func amended(_ number: WishNumber, _ office: Office) {
    guard let papers = office.batch.papers[number] else { return }
    enter(number, index.likeness(of: suggester.read(papers.text)), papers, office)
    pending.append(number)
  }

  /// Takes in what a committed batch changed.
  func note(_ batch: Batch, _ office: Office) {
    if !batch.register.skills.isEmpty { mustReadSkills = true }
    for event in batch.events {
      guard case .wish(let number, let fact) = event.matter, let wish = batch.wishes[number] else { continue }
      if case .erased = fact { leave(number) }
      index.setPublic(number, Audience(nil, wish).isPublic)
      follow(wish, fact, office)
    }
    pending.removeAll()
    slide(office.lastWish)
  }

  /// Forgets what a batch changed that was not committed.
  func drop(_ office: Office) {
    for number in pending {
      if let papers = try? office.store.papers(number) {
        enter(number, index.likeness(of: suggester.read(papers.text)), papers, office)
      } else {
        leave(number)
      }
    }
    pending.removeAll()
  }

  // MARK: Reading in

  /// Whether there is more to be read in.
  var isPreparing: Bool { nextLesson != nil || !unread.isEmpty }

  /// Reads in a few of the reviews and wishes that slips to come will be compared with.
  func prepare(_ office: Office) {
    if nextLesson != nil {
      learn(atMost: Self.readAtOnce, office)
    } else if let community = unread.keys.min() {
      read(community, atMost: Self.readAtOnce, office)
    }
  }

  /// Learns all that reviews decided.
  private func getReady(_ office: Office) {
    while nextLesson != nil { learn(atMost: .max, office) }
    if mustReadSkills { readSkills(office) }
  }

  /// Goes on learning what reviews decided.
  private func learn(atMost most: Int, _ office: Office) {
    guard let next = nextLesson else { return }
    slide(office.lastWish)
    var number = max(next, oldestLesson)
    var left = most
    while number <= office.lastWish, left > 0 {
      learn(number, office)
      number += 1
      left -= 1
    }
    nextLesson = number > office.lastWish ? nil : number
  }

  /// Features and skills are numbered by the table of skills: all is read in anew.
  private func readSkills(_ office: Office) {
    let tools = SlipTools.of(office.register.skills)
    suggester = tools.suggester
    index = tools.index
    for number in reviews.keys.sorted() { if let review = reviews[number] { suggester.learn(review) } }
    households = Households()
    loaded = []
    unread = [:]
    mustReadSkills = false
  }

  /// Follows an event as far as it changes what a review decided.
  private func follow(_ wish: Wish, _ fact: Fact, _ office: Office) {
    if let nextLesson, wish.number >= nextLesson { return }
    switch fact {
    case .approved, .amended: learn(wish.number, office)
    default:
      if reviews[wish.number] != nil, !wish.isApproved || wish.isErased { learn(wish.number, office) }
    }
  }

  /// Learns the review of a wish as it stands, in the place of what was learned of it before.
  private func learn(_ number: WishNumber, _ office: Office) {
    let review = number >= oldestLesson ? review(of: number, office) : nil
    let before = reviews[number]
    guard review != before else { return }
    if let before { suggester.forget(before) }
    if let review { suggester.learn(review) }
    reviews[number] = review
  }

  private func review(of number: WishNumber, _ office: Office) -> Review? {
    guard let wish = try? office.wish(number), wish.isApproved, !wish.isErased, let category = wish.category,
      let papers = try? office.papers(of: number)
    else { return nil }
    return Review(
      papers.masked(papers.text),
      category,
      skills: wish.skills,
      isUrgent: wish.urgency == .urgent,
      in: wish.community
    )
  }

  /// Forgets the reviews of wishes that are no longer among the newest.
  private func slide(_ last: WishNumber) {
    let oldest = max(1, last - Self.lessonsMax + 1)
    while !reviews.isEmpty, oldestLesson < oldest {
      if let review = reviews.removeValue(forKey: oldestLesson) { suggester.forget(review) }
      oldestLesson += 1
    }
    oldestLesson = max(oldestLesson, oldest)
  }

  /// Reads all of a community's wishes that slips are compared with.
  private func load(_ community: AreaCode, _ office: Office) {
    expect(community, office)
    read(community, atMost: .max, office)
  }

  /// Somebody is there who may post in a community: its wishes are to be read in.
  func expect(_ community: AreaCode, _ office: Office) {
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
    if !numbers.isEmpty { unread[community] = numbers.sorted()[...] }
  }

  private func read(_ community: AreaCode, atMost most: Int, _ office: Office) {
    guard let numbers = unread[community] else { return }
    for number in numbers.prefix(most) {
      guard let papers = try? office.store.papers(number) else { continue }
      enter(number, index.likeness(of: suggester.read(papers.text)), papers, office)
    }
    let left = numbers.dropFirst(most)
    unread[community] = left.isEmpty ? nil : left
  }

  /// Enters a wish's slip as it stands, where its community is read in.
  private func enter(_ number: WishNumber, _ likeness: Likeness, _ papers: Papers, _ office: Office) {
    guard let wish = try? office.wish(number), loaded.contains(wish.community), !wish.isErased else {
      leave(number)
      return
    }
    index.add(number, likeness, in: wish.community, isPublic: Audience(nil, wish).isPublic)
    households.enter(number, papers, wish.community)
  }

  /// Takes a wish out of what is compared.
  private func leave(_ number: WishNumber) {
    index.remove(number)
    households.remove(number)
  }
}

extension Suggestion {
  /// Adds what is suggested to a reply; what is not known is left out.
  func add(to reply: inout Fields) {
    reply.add("suggest", category?.rawValue)
    reply.add("also", also?.rawValue)
    reply.add("skills", skills.map(\.text))
    if isUrgent { reply.add("urgency", Urgency.urgent.rawValue) }
  }
}
