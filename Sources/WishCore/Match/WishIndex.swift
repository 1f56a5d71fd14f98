/// Every published wish that members may find, by place and by what its score depends on, so that the best
/// for a member are found without looking at all.
///
/// A wish stands once for each place that it lies in, from its grid or community up to the district: three
/// entries of 16 bytes as a rule. Confidential wishes are not in it, for only those invited may know of them.
struct WishIndex: Sendable {
  private var shelf = SortedShelf()
  /// Wishes that must be done by some day: that day, then the number.
  private var deadlines = SortedShelf()
  /// What was there at the start, each wish at its smallest place, until ``putInOrder()``; then nil.
  private var pile: [UInt128]? = []
  private(set) var lists = SkillLists()
  private(set) var places = PlaceTree()
  /// The day whose week ``Deadline`` looks ahead on.
  private(set) var today: Day

  init(today: Day) {
    self.today = today
  }

  // MARK: Keeping it

  /// Whether a wish can be found by members who were not invited.
  static func holds(_ wish: Wish) -> Bool {
    wish.state == .published && wish.isApproved && !wish.isConfidential
  }

  mutating func set(_ skills: some Collection<Skill>) {
    for skill in skills { lists.set(skill) }
  }

  /// Adds or changes areas; what lies in one that was moved is found from its new place.
  mutating func set(_ areas: some Collection<Area>) {
    for area in places.add(areas).sorted(by: { $0.code < $1.code }) {
      let (place, before, after) = places.move(area)
      let range =
        WishEntry.Class(place: place, list: 0).first..<WishEntry.Class(place: place + 1, list: 0).first
      for entry in shelf.numbers(in: range).map(WishEntry.init(bits:)) {
        for left in before.dropFirst() { shelf.remove(entry.at(left.place).bits) }
        for entered in after.dropFirst() { shelf.insert(entry.at(entered.place).bits) }
      }
    }
  }

  /// Files a wish after a change.
  mutating func replace(_ old: Wish?, by new: Wish) {
    let had = old.map(Self.holds) ?? false
    let has = Self.holds(new)
    guard had || has else { return }
    if let old, had, has, Self.areFiledAlike(old, new) { return }
    if let old, had { remove(old) }
    if has { add(new) }
  }

  /// Whether a change leaves the entries of a wish as they are: a slot of several was taken.
  private static func areFiledAlike(_ old: Wish, _ new: Wish) -> Bool {
    old.skills == new.skills && old.urgency == new.urgency && old.needed == new.needed
      && old.kind == new.kind && old.isOpenToAll == new.isOpenToAll && old.published == new.published
      && old.category == new.category && old.valueYuan == new.valueYuan && old.community == new.community
      && old.grid == new.grid
  }

  private mutating func add(_ wish: Wish) {
    let entry = entry(wish, Eligibility.asksSkill(wish) ? lists.use(wish.skills) : 0, today)
    if let day = Deadline.day(of: wish) { deadlines.insert(Self.deadline(day, wish.number)) }
    let line = line(of: wish)
    guard pile == nil else {
      pile?.append(entry.at(line[0].place).bits)
      return
    }
    for (place, _) in line { shelf.insert(entry.at(place).bits) }
  }

  private mutating func remove(_ wish: Wish) {
    let entry = entry(wish, Eligibility.asksSkill(wish) ? lists.giveBack(wish.skills) : 0, today)
    for (place, _) in line(of: wish) { shelf.remove(entry.at(place).bits) }
    if let day = Deadline.day(of: wish) { deadlines.remove(Self.deadline(day, wish.number)) }
  }

  /// The places that a wish lies in.
  private func line(of wish: Wish) -> PlaceTree.Line {
    guard let place = places[wish.grid ?? wish.community] else {
      preconditionFailure("wish \(wish.number) was published nowhere")
    }
    return places.line(from: place)
  }

  /// The entry of a wish, its place apart.
  private func entry(_ wish: Wish, _ list: Int32, _ today: Day) -> WishEntry {
    guard let published = wish.published else {
      preconditionFailure("wish \(wish.number) was never published")
    }
    let kind = WishEntry.kind(wish, list: list, today: today)
    return WishEntry(kind, day: published.day.number, number: wish.number)
  }

  private static func deadline(_ day: Day, _ number: WishNumber) -> UInt128 {
    UInt128(UInt64(max(0, day.number))) << 64 | UInt128(UInt64(number))
  }

  /// Sorts what was piled up at the start.
  ///
  /// What stands in order for the communities stands in order, run by run, for what they lie in; and sorting
  /// runs is merging.
  mutating func putInOrder() {
    guard var entries = pile else { return }
    pile = nil
    entries.sort()
    let smallest = entries.indices
    for height in 1..<AreaLevel.allCases.count {
      for index in smallest {
        let entry = WishEntry(bits: entries[index])
        let line = places.line(from: entry.kind.place)
        if line.count > height { entries.append(entry.at(line[height].place).bits) }
      }
    }
    entries.sort()
    shelf = SortedShelf(sorted: entries)
  }

  /// Goes on to another day: wishes that must be done within the week are filed by that day.
  mutating func turn(to day: Day, wish: (WishNumber) -> Wish?) {
    guard day != today else { return }
    var pressing: Set<Int64> = []
    for start in [today, day] {
      for ahead in 0..<Int64(MatchWeights.soonDays) { pressing.insert(start.number + ahead) }
    }
    for needed in pressing.sorted() {
      let needed = Day(number: needed)
      guard Deadline.isSoon(needed, today: today) != Deadline.isSoon(needed, today: day) else { continue }
      let range = Self.deadline(needed, 0)..<Self.deadline(Day(number: needed.number + 1), 0)
      for number in deadlines.numbers(in: range).map({ WishNumber(truncatingIfNeeded: $0) }) {
        guard let wish = wish(number) else { preconditionFailure("wish \(number) is filed, but not open") }
        let list = Eligibility.asksSkill(wish) ? lists.number(of: wish.skills) : 0
        let (old, new) = (entry(wish, list, today), entry(wish, list, day))
        for (place, _) in line(of: wish) {
          shelf.remove(old.at(place).bits)
          shelf.insert(new.at(place).bits)
        }
      }
    }
    today = day
  }

  /// Bytes of memory, about.
  var bytes: Int { shelf.bytes + deadlines.bytes + lists.bytes }

  // MARK: Finding

  /// A list of wishes that are worth the same points, and the first of them that was not given yet.
  private struct Head: Comparable {
    let points: Int
    let score: Score
    let number: WishNumber
    let place: SortedShelf.Place

    static func == (left: Self, right: Self) -> Bool {
      left.score == right.score && left.number == right.number
    }

    static func < (left: Self, right: Self) -> Bool {
      left.score == right.score
        ? left.number < right.number : Score.isBetter(left.score, than: right.score)
    }
  }

  /// The best wishes for a member, best first.
  ///
  /// - Parameters:
  ///   - seeker: who looks for them.
  ///   - limit: at most so many.
  ///   - accepts: passes over the wishes that the member holds already.
  /// - Returns: their numbers and scores.
  func best(
    for seeker: WishSeeker,
    limit: Int,
    accepts: (WishNumber) -> Bool
  ) -> [(number: WishNumber, score: Score)] {
    var heads: [Head] = []
    for place in seeker.places { addHeads(at: place, seeker, to: &heads) }
    var heap = Heap(heads)
    var seen: Set<WishNumber> = []
    var best: [(number: WishNumber, score: Score)] = []
    while best.count < limit, let head = heap.removeFirst() {
      let kind = WishEntry(bits: shelf[head.place]).kind
      if let next = shelf.place(after: head.place), WishEntry(bits: shelf[next]).kind == kind {
        heap.add(self.head(next, head.points))
      }
      // Who has reported in to a community and to its district comes upon a wish twice, the better one first.
      if seen.insert(head.number).inserted, accepts(head.number) { best.append((head.number, head.score)) }
    }
    return best
  }

  /// Adds the first wish of each list at a place for which the seeker is eligible. It leaps from list to
  /// list, so that the cost is by the lists that are there or by those that the seeker can do, whichever
  /// are fewer.
  private func addHeads(at place: Int32, _ seeker: WishSeeker, to heads: inout [Head]) {
    let near = MatchWeights.points(near: places.level(of: place))
    var wanted = 0
    var next = shelf.place(from: WishEntry.Class(place: place, list: 0).first)
    while let here = next {
      let kind = WishEntry(bits: shelf[here]).kind
      guard kind.place == place else { return }
      while wanted < seeker.lists.count, seeker.lists[wanted].list < kind.list { wanted += 1 }
      guard wanted < seeker.lists.count else { return }
      let (list, points) = seeker.lists[wanted]
      if list == kind.list {
        heads.append(head(here, points + near + seeker.points(of: kind)))
        next = shelf.place(from: kind.end, behind: here)
      } else {
        next = shelf.place(from: WishEntry.Class(place: place, list: list).first, behind: here)
      }
    }
  }

  private func head(_ place: SortedShelf.Place, _ points: Int) -> Head {
    let entry = WishEntry(bits: shelf[place])
    let waited = Int(max(0, today.number - entry.day))
    return Head(
      points: points,
      score: Score(points: points, waitedDays: waited),
      number: entry.number,
      place: place
    )
  }
}
