/// Every member who may take another wish, by area and skill and by what its score depends on, so that the
/// best for a wish are found without looking at all.
///
/// A member stands once for each of its areas and skills, and once for each area as anybody:
///
///     place 24 | skill 24 | preferred categories 8 | free time 2 | goods 4 || room taken 4 | rank 60
///
/// Entries that agree in the first 64 bits are worth the same points to a wish but for the room; of those
/// the first has most room, and of equally free ones the first account code.
struct MemberIndex: Sendable {
  /// How a member stands; nil for one who can take nothing now.
  struct Standing {
    let member: Member
    /// Wishes that it is working on.
    let holding: Int
    let dearest: GoodsBand?
  }

  /// What is filed of a member.
  private struct Filed: Equatable, Sendable {
    let rank: UInt64
    let skills: [Int32]
    let places: [Int32]
    /// Preferred categories, free time and goods.
    let profile: UInt64
    let taken: UInt64
  }

  private var shelf = SortedShelf()
  private var filed: [AccountCode: Filed] = [:]
  private var ranks = CodeRanks()

  // MARK: Keeping it

  /// Files members at the start.
  mutating func fill(_ standings: [Standing], _ places: PlaceTree, _ skills: SkillLists) {
    let sorted = standings.sorted { $0.member.account < $1.member.account }
    ranks = CodeRanks(sorted.map(\.member.account))
    for standing in sorted { filed[standing.member.account] = filing(standing, places, skills) }
    shelve()
  }

  /// Puts all that is filed on a new shelf.
  private mutating func shelve() {
    var entries = filed.values.flatMap(Self.entries)
    entries.sort()
    shelf = SortedShelf(sorted: entries)
  }

  /// Files a member after a change.
  mutating func replace(
    _ code: AccountCode,
    by standing: Standing?,
    _ places: PlaceTree,
    _ skills: SkillLists
  ) {
    if standing != nil, !ranks.insert(code) { rerank() }
    let old = filed[code]
    let new = standing.flatMap { filing($0, places, skills) }
    guard old != new else { return }
    filed[code] = new
    if let old { for entry in Self.entries(old) { shelf.remove(entry) } }
    if let new { for entry in Self.entries(new) { shelf.insert(entry) } }
  }

  /// What is to be filed of a member; nil where it can take nothing more.
  private func filing(_ standing: Standing, _ places: PlaceTree, _ skills: SkillLists) -> Filed? {
    let member = standing.member
    guard standing.holding < member.capacity, let rank = ranks[member.account] else { return nil }
    var preferred: UInt64 = 0
    for category in member.prefers { preferred |= 1 << UInt64(category.order) }
    return Filed(
      rank: rank,
      skills: member.skills.compactMap { skills[$0] },
      places: Array(Set(member.areas)).sorted().compactMap { places[$0] },
      profile: preferred << 6 | FreeTime(member.available).rawValue << 4
        | UInt64(standing.dearest.map { $0.step + 1 } ?? 0),
      taken: UInt64(
        MatchWeights.room - MatchWeights.points(holding: standing.holding, capacity: member.capacity)
      )
    )
  }

  /// Where no rank was left between two codes, all are filed anew.
  private mutating func rerank() {
    ranks.spread()
    for (code, old) in filed {
      guard let rank = ranks[code] else { continue }
      filed[code] = Filed(
        rank: rank,
        skills: old.skills,
        places: old.places,
        profile: old.profile,
        taken: old.taken
      )
    }
    shelve()
  }

  private static func entries(_ filed: Filed) -> [UInt128] {
    let low = UInt128(filed.taken << 60 | filed.rank)
    return filed.places.flatMap { place in
      ([anybody] + filed.skills).map { skill in
        UInt128(kind(place, skill) | filed.profile) << 64 | low
      }
    }
  }

  /// Stands for a skill where none is asked for.
  private static let anybody: Int32 = -1

  /// The first 64 bits of the first profile.
  private static func kind(_ place: Int32, _ skill: Int32) -> UInt64 {
    UInt64(place) << 40 | UInt64(skill + 1) << 14
  }

  /// Bytes of memory, about, spare room not counted.
  var bytes: Int {
    shelf.bytes + ranks.bytes
      + filed.values.reduce(filed.count * 2 * 56) { $0 + ($1.skills.count + $1.places.count) * 4 + 64 }
  }

  // MARK: Finding

  /// Members who are worth the same but for the room, and the first of them that was not given yet; or one
  /// member.
  private struct Head: Comparable {
    /// At most so many.
    let points: Int
    let rank: UInt64
    /// The list that it heads; nil for one member, whose points are exact.
    let list: (place: SortedShelf.Place, pointsWithoutRoom: Int)?

    static func < (left: Self, right: Self) -> Bool {
      left.points != right.points ? left.points > right.points : left.rank < right.rank
    }

    static func == (left: Self, right: Self) -> Bool {
      left.points == right.points && left.rank == right.rank
    }
  }

  /// The best members for a wish, best first.
  ///
  /// - Parameters:
  ///   - query: what the wish asks.
  ///   - limit: at most so many.
  ///   - accepts: passes over those who hold the wish already.
  /// - Returns: their accounts and points.
  func best(
    for query: MemberQuery,
    limit: Int,
    accepts: (AccountCode) -> Bool
  ) -> [(member: AccountCode, points: Int)] {
    var heads: [Head] = []
    for (place, level) in query.line {
      let near = MatchWeights.points(near: level)
      addHeads(at: place, Self.anybody, query.points(anybody: near), query, to: &heads)
      for (skill, points) in query.skills { addHeads(at: place, skill, points + near, query, to: &heads) }
    }
    var heap = Heap(heads)
    var seen: Set<UInt64> = []
    var best: [(member: AccountCode, points: Int)] = []
    while best.count < limit, let head = heap.removeFirst() {
      if let (place, points) = head.list {
        if let next = shelf.place(after: place), shelf[next] >> 64 == shelf[place] >> 64 {
          heap.add(self.head(next, points))
        }
        // Under one of several skills the list says only what a member may be worth at most.
        if query.asked.count > 1, !seen.contains(head.rank) {
          let exact = head.points - query.mostSkillPoints + skillPoints(of: head.rank, query)
          if exact < head.points {
            heap.add(Head(points: exact, rank: head.rank, list: nil))
            continue
          }
        }
      }
      guard seen.insert(head.rank).inserted else { continue }
      let member = ranks.code(at: head.rank)
      if accepts(member) { best.append((member, head.points)) }
    }
    return best
  }

  private func addHeads(
    at place: Int32,
    _ skill: Int32,
    _ points: Int?,
    _ query: MemberQuery,
    to heads: inout [Head]
  ) {
    guard let points else { return }
    let kind = Self.kind(place, skill)
    var next = shelf.place(from: UInt128(kind) << 64)
    while let here = next {
      let first = UInt64(truncatingIfNeeded: shelf[here] >> 64)
      guard first >> 14 == kind >> 14 else { return }
      heads.append(head(here, points + query.points(profile: first)))
      next = shelf.place(from: (UInt128(first) + 1) << 64, behind: here)
    }
  }

  private func head(_ place: SortedShelf.Place, _ pointsWithoutRoom: Int) -> Head {
    let low = UInt64(truncatingIfNeeded: shelf[place])
    let room = MatchWeights.room - Int(low >> 60)
    return Head(
      points: pointsWithoutRoom + room,
      rank: low & CodeRanks.mask,
      list: (place, pointsWithoutRoom)
    )
  }

  private func skillPoints(of rank: UInt64, _ query: MemberQuery) -> Int {
    query.skillPoints(filed[ranks.code(at: rank)]?.skills ?? [])
  }
}
