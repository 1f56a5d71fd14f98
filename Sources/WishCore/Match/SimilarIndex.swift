/// Finds wishes of the same community that ask for the same.
///
/// It holds some 150 bytes a wish and no text. Adding, removing and asking take bounded time, however many
/// wishes there are: of those that are likely of the same matter, some of the newest are compared. Its answers
/// depend only on the wishes in it, their order, and the table of skills.
public struct SimilarIndex: Sendable {
  /// A wish that asks for what seems the same.
  public struct Candidate: Sendable, Equatable {
    /// The wish.
    public let number: WishNumber
    /// How alike, from the threshold to 1.
    public let score: Float
    /// What both ask for, in words; the likeliest first. Empty where the same text says nothing that is known.
    public let why: [String]
  }

  /// From this likeness on a wish is shown.
  public static let threshold: Float = 0.5
  /// Of the wishes that share one matter, so many of the newest are looked at.
  static let walkMax = 32
  /// So many are looked at in all, those that share the likeliest matters first.
  static let looksMax = 96
  /// The likeliest matters of a wish by which it is found; the others only count in the comparison.
  static let mattersLinked = 4
  /// It is found by its wording too.
  static let linkedMax = mattersLinked + 1

  /// A wish in the index: 48 bytes, and 40 for its links.
  private struct Record {
    var likeness: Likeness
    var community: UInt16
    /// Whether it may be told to whoever sees what is public.
    var isPublic: Bool
    /// 0 in a free slot.
    var number: WishNumber

    /// The list of its place-th link; nil where it has none.
    func list(_ place: Int) -> UInt64? {
      SimilarIndex.key(likeness, place).map { SimilarIndex.list(community, isPublic, $0) }
    }
  }

  private static let none = UInt32.max

  private let vocabulary: Vocabulary
  private var records: ContiguousArray<Record> = []
  /// For each record and link the next older and next newer one of the same list.
  private var older: ContiguousArray<UInt32> = []
  private var newer: ContiguousArray<UInt32> = []
  /// The newest link of each list: of a community, a matter or wording, and public or not.
  private var newest: [UInt64: UInt32] = [:]
  private var slots: [WishNumber: UInt32] = [:]
  private var free: [UInt32] = []
  private var communities: [AreaCode: UInt16] = [:]

  /// Reads slips with the words of `suggester`; what that learns later does not change likeness.
  public init(_ suggester: Suggester) {
    vocabulary = suggester.vocabulary
  }

  /// How many wishes are in it.
  public var count: Int { slots.count }

  /// Makes room for so many wishes at once, as at start.
  public mutating func reserve(_ wishes: Int) {
    records.reserveCapacity(wishes)
    older.reserveCapacity(wishes * Self.linkedMax)
    newer.reserveCapacity(wishes * Self.linkedMax)
    slots.reserveCapacity(wishes)
  }

  private static func list(_ community: UInt16, _ isPublic: Bool, _ key: UInt32) -> UInt64 {
    UInt64(community) << 32 | (isPublic ? 1 << 31 : 0) | UInt64(key)
  }

  /// By what a slip is found: its matters, then its wording.
  private static func key(_ likeness: Likeness, _ place: Int) -> UInt32? {
    guard place < mattersLinked else { return 1 << 16 | likeness.wording & 0xFFFF }
    return likeness.matters[place] == 0 ? nil : UInt32(likeness.matters[place])
  }

  /// Enters a wish; one that is there already is entered anew.
  public mutating func add(
    _ number: WishNumber,
    _ text: String,
    in community: AreaCode,
    isPublic: Bool = true
  ) {
    let reading = SlipReading(SlipText(text), vocabulary)
    add(number, likeness(of: reading), in: community, isPublic: isPublic)
  }

  /// What is compared of a slip, made once for asking and entering.
  func likeness(of reading: SlipReading) -> Likeness { Likeness(reading) }

  mutating func add(_ number: WishNumber, _ likeness: Likeness, in community: AreaCode, isPublic: Bool) {
    remove(number)
    guard let code = code(of: community) else { return }
    link(Record(likeness: likeness, community: code, isPublic: isPublic, number: number))
  }

  /// Says whether a wish may be told to whoever sees what is public; nothing happens where it is not there.
  public mutating func setPublic(_ number: WishNumber, _ isPublic: Bool) {
    guard let slot = slots[number], records[Int(slot)].isPublic != isPublic else { return }
    var record = records[Int(slot)]
    remove(number)
    record.isPublic = isPublic
    link(record)
  }

  private mutating func link(_ record: Record) {
    let slot = place(record)
    slots[record.number] = slot
    for place in 0..<Self.linkedMax {
      guard let key = record.list(place) else { continue }
      let link = slot * UInt32(Self.linkedMax) + UInt32(place)
      let before = newest[key] ?? Self.none
      older[Int(link)] = before
      newer[Int(link)] = Self.none
      if before != Self.none { newer[Int(before)] = link }
      newest[key] = link
    }
  }

  /// Takes a wish out; nothing happens where it is not there.
  public mutating func remove(_ number: WishNumber) {
    guard let slot = slots.removeValue(forKey: number) else { return }
    let record = records[Int(slot)]
    for place in 0..<Self.linkedMax {
      guard let key = record.list(place) else { continue }
      let link = Int(slot) * Self.linkedMax + place
      let before = older[link]
      let after = newer[link]
      if before != Self.none { newer[Int(before)] = after }
      if after != Self.none {
        older[Int(after)] = before
      } else {
        newest[key] = before == Self.none ? nil : before
      }
    }
    records[Int(slot)].number = 0
    free.append(slot)
  }

  /// Up to `limit` wishes of `community` that ask for what `text` asks for, most alike first, the older
  /// first among equals; without the wish `except`.
  public func candidates(
    for text: String,
    in community: AreaCode,
    limit: Int = 3,
    except: WishNumber? = nil,
    atLeast threshold: Float = SimilarIndex.threshold
  ) -> [Candidate] {
    let likeness = likeness(of: SlipReading(SlipText(text), vocabulary))
    let alike = alike(to: likeness, in: community, limit: limit, publicOnly: false, atLeast: threshold) {
      $0 != except
    }
    return alike.map { Candidate(number: $0, score: $1, why: shared(likeness, with: $0)) }
  }

  /// The same, of public wishes only where `publicOnly`, and of those that may be shown. A wish that is not
  /// public changes no answer about public ones, not even by its absence.
  func alike(
    to likeness: Likeness,
    in community: AreaCode,
    limit: Int,
    publicOnly: Bool,
    atLeast threshold: Float,
    where isShown: (WishNumber) -> Bool
  ) -> [(number: WishNumber, score: Float)] {
    guard let code = communities[community], limit > 0 else { return [] }
    var alike: [(number: WishNumber, score: Float)] = []
    eachNear(likeness, code, publicOnly: publicOnly) { slot in
      let record = records[Int(slot)]
      let score = likeness.overlap(record.likeness)
      if score >= threshold { alike.append((record.number, score)) }
    }
    alike.sort { ($1.score, $0.number) < ($0.score, $1.number) }
    // From the first on, and no further than needed: `isShown` may have to read the store.
    var best: [(number: WishNumber, score: Float)] = []
    for wish in alike where best.count < limit && isShown(wish.number) { best.append(wish) }
    return best
  }

  /// Goes through the slots of wishes that share a likely matter or the wording, each once: of each the newest.
  private func eachNear(_ likeness: Likeness, _ code: UInt16, publicOnly: Bool, _ body: (UInt32) -> Void) {
    var seen = SlotSet()
    var looked = 0
    for place in 0..<Self.linkedMax {
      guard let key = Self.key(likeness, place) else { continue }
      for isPublic in publicOnly ? [true] : [false, true] {
        var link = newest[Self.list(code, isPublic, key)] ?? Self.none
        var walked = 0
        while link != Self.none, walked < Self.walkMax, looked < Self.looksMax {
          let slot = link / UInt32(Self.linkedMax)
          if seen.insert(slot) { body(slot) }
          link = older[Int(link)]
          walked += 1
          looked += 1
        }
      }
    }
  }

  /// How alike a slip is to one wish of the index; 0 where that is not there.
  func score(of likeness: Likeness, with number: WishNumber) -> Float {
    slots[number].map { likeness.overlap(records[Int($0)].likeness) } ?? 0
  }

  /// What a slip and one wish of the index both ask for, in words; the likeliest first.
  func shared(_ likeness: Likeness, with number: WishNumber) -> [String] {
    slots[number].map { slot in
      likeness.shared(records[Int(slot)].likeness).map { Phrasebook.shared.matters[$0].name }
    } ?? []
  }

  private mutating func code(of community: AreaCode) -> UInt16? {
    if let code = communities[community] { return code }
    guard communities.count < Int(UInt16.max) else { return nil }
    let code = UInt16(communities.count)
    communities[community] = code
    return code
  }

  private mutating func place(_ record: Record) -> UInt32 {
    if let slot = free.popLast() {
      records[Int(slot)] = record
      return slot
    }
    if records.count == records.capacity {
      // Growing by an eighth instead of doubling keeps the unused room small.
      let room = records.count + max(64, records.count / 8)
      records.reserveCapacity(room)
      older.reserveCapacity(room * Self.linkedMax)
      newer.reserveCapacity(room * Self.linkedMax)
    }
    records.append(record)
    older.append(contentsOf: repeatElement(Self.none, count: Self.linkedMax))
    newer.append(contentsOf: repeatElement(Self.none, count: Self.linkedMax))
    return UInt32(records.count - 1)
  }
}

/// The slots that one search has met: far fewer than it has room for, and on the stack.
private struct SlotSet {
  /// Each one more than a slot, at its place or behind it; 0 where there is none.
  private var places = InlineArray<256, UInt32>(repeating: 0)

  /// Whether `slot` was not in it; it is now.
  mutating func insert(_ slot: UInt32) -> Bool {
    let mask = places.count - 1
    var place = Int(slot) & mask
    while places[place] != 0 {
      if places[place] == slot + 1 { return false }
      place = (place + 1) & mask
    }
    places[place] = slot + 1
    return true
  }
}
