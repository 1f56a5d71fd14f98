/// Finds wishes of the same community that ask for the same.
///
/// It holds some 150 bytes a wish and no text. Adding, removing and asking take bounded time, however many
/// wishes there are: of those that share a feature, some of the newest are compared. Its answers depend only on the
/// wishes in it, their order, and the table of skills.
public struct SimilarIndex: Sendable {
  /// A wish that asks for what seems the same.
  public struct Candidate: Sendable, Equatable {
    /// The wish.
    public let number: WishNumber
    /// How alike, from the threshold to 1.
    public let score: Float
    /// What both ask for, in words; the most telling first. Empty where only the wording is alike.
    public let why: [String]
  }

  /// From this likeness on a wish is shown.
  public static let threshold: Float = 0.5
  /// Of the wishes that share one feature, so many of the newest are looked at.
  static let walkMax = 48
  /// So many are looked at in all, those that share the most telling features first.
  static let looksMax = 64
  /// Features of a wish by which it is found; the others only count in the comparison.
  static let linkedMax = 6

  /// A wish in the index: 96 bytes, and 48 for its links.
  private struct Record {
    var likeness: Likeness
    var community: UInt16
    /// 0 in a free slot.
    var number: WishNumber
  }

  private static let none = UInt32.max

  private let vocabulary: Vocabulary
  private let rules: LikenessRules
  private var records: ContiguousArray<Record> = []
  /// For each record and feature the next older and next newer link of the same feature and community.
  private var older: ContiguousArray<UInt32> = []
  private var newer: ContiguousArray<UInt32> = []
  /// The newest link of each community and feature.
  private var newest: [UInt32: UInt32] = [:]
  private var slots: [WishNumber: UInt32] = [:]
  private var free: [UInt32] = []
  private var communities: [AreaCode: UInt16] = [:]

  /// Takes the vocabulary of `suggester`; what that learns later does not change likeness.
  public init(_ suggester: Suggester) {
    vocabulary = suggester.vocabulary
    rules = LikenessRules(suggester.vocabulary)
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

  /// Enters a wish; one that is there already is entered anew.
  public mutating func add(_ number: WishNumber, _ text: String, in community: AreaCode) {
    add(number, likeness(SlipReading(SlipText(text), vocabulary)), in: community)
  }

  /// What is kept and compared of a slip.
  func likeness(_ reading: SlipReading) -> Likeness { rules.likeness(reading, vocabulary) }

  mutating func add(_ number: WishNumber, _ likeness: Likeness, in community: AreaCode) {
    remove(number)
    guard let code = code(of: community) else { return }
    let record = Record(likeness: likeness, community: code, number: number)
    let slot = place(record)
    slots[number] = slot
    for place in 0..<Self.linkedMax {
      let feature = record.likeness.features[place]
      guard feature != 0 else { break }
      let link = slot * UInt32(Self.linkedMax) + UInt32(place)
      let key = UInt32(code) << 16 | UInt32(feature)
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
      let feature = record.likeness.features[place]
      guard feature != 0 else { break }
      let link = Int(slot) * Self.linkedMax + place
      let key = UInt32(record.community) << 16 | UInt32(feature)
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
    let likeness = likeness(SlipReading(SlipText(text), vocabulary))
    let alike = alike(likeness, in: community, limit: limit, except: except, atLeast: threshold)
    return alike.map { entry in
      let record = records[Int(entry.slot)]
      return Candidate(
        number: record.number,
        score: entry.score,
        why: rules.shared(likeness, record.likeness, vocabulary)
      )
    }
  }

  /// The numbers of up to `limit` wishes as ``candidates(for:in:limit:except:atLeast:)`` gives them.
  func numbers(alike likeness: Likeness, in community: AreaCode, limit: Int) -> [WishNumber] {
    alike(likeness, in: community, limit: limit, except: nil, atLeast: Self.threshold).map {
      records[Int($0.slot)].number
    }
  }

  private func alike(
    _ likeness: Likeness,
    in community: AreaCode,
    limit: Int,
    except: WishNumber?,
    atLeast threshold: Float
  ) -> [(score: Float, slot: UInt32)] {
    guard let code = communities[community], limit > 0 else { return [] }
    var found: [UInt32] = []
    found.reserveCapacity(Self.looksMax)
    for place in 0..<8 {
      let feature = likeness.features[place]
      // Needs come first; where a slip has some, what shares none of them is no twin.
      guard feature != 0, rules.isNeed(feature) || place < 2 else { break }
      var link = newest[UInt32(code) << 16 | UInt32(feature)] ?? Self.none
      var walked = 0
      while link != Self.none, walked < Self.walkMax, found.count < Self.looksMax {
        found.append(link / UInt32(Self.linkedMax))
        link = older[Int(link)]
        walked += 1
      }
    }
    found.sort()
    var best: [(score: Float, slot: UInt32)] = []
    best.reserveCapacity(limit + 1)
    var last = Self.none
    for slot in found where slot != last {
      last = slot
      let record = records[Int(slot)]
      if record.number == except { continue }
      let score = rules.compare(likeness, record.likeness)
      guard score >= threshold else { continue }
      let place =
        best.firstIndex { other in
          (other.score, record.number) < (score, records[Int(other.slot)].number)
        } ?? best.count
      if place < limit { best.insert((score, slot), at: place) }
      if best.count > limit { best.removeLast() }
    }
    return best
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
