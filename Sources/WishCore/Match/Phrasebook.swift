import WishSchema

/// Tells what a slip asks for by how people say it: naive Bayes over the slips in `Schema/Phrasebook`.
///
/// It looks for *signs*: the characters, pairs of neighbours, classes of words and situations that stand in a
/// slip; digits and letters are none. A sign speaks for a matter by as much as it stands there more often than
/// elsewhere; a sign that a matter does not have speaks against it. Nothing of it depends on a store.
struct Phrasebook: Sendable {
  /// The phrasebook that comes with the binary. Whoever asks for it first in a process waits for it to be
  /// learned, for a quarter of a second.
  static let shared = Phrasebook(WishSchema.phrasebook)

  /// What a slip may ask for.
  struct Matter: Sendable {
    let name: String
    /// What it is filed under, then what it could be filed under too.
    let categories: [Category]
    /// The best first.
    let skills: [SkillName]
    let isUrgent: Bool
  }

  /// A matter by its number, and how likely a slip is of it, from 0 to 1.
  struct Guess {
    let matter: Int
    let share: Float
  }

  enum Weight {
    /// How much a character, a class of words or a situation counts, in tenths.
    static let sign: Int32 = 10
    /// How much a pair counts: its characters count besides.
    static let pair: Int32 = 7
    /// So many signs of all matters are added to a matter's own, so that few slips do not say too much.
    static let pull: Float = 1_600
    /// Signs stand by each other and not by chance: the evidence of a slip of `length` signs counts by this.
    static let trust: Float = 1 / 3
    static let length: Float = 20
    /// A slip with more signs says more besides: its evidence counts less by this power.
    static let dilution: Float = 0.3
    /// The evidence that a slip is of none of the matters.
    static let none: Float = 20 / 3
  }

  /// Matters that are named of a slip.
  static let guessesMax = 8
  /// Matters with so much less evidence than the best are not counted.
  private static let evidenceMax: Float = 6

  /// The matters, in the order of the data.
  let matters: [Matter]
  private let evidence: Evidence
  /// For each matter the evidence of a sign that it does not have, below 0; and the least and the most of them.
  private let absent: (values: ContiguousArray<Float>, least: Float, most: Float)

  /// Learns the slips of `tables`, which are written as `Schema` says; what cannot be read is passed over.
  init(_ tables: [String]) {
    var matters: [Matter] = []
    var counts = SignCounts()
    func learn(_ slip: String) {
      let text = SlipText(slip)
      counts.add(text, Situations.shared.find(text, hidden: []))
    }
    // Bytes are parted much sooner than characters.
    for line in tables.lazy.flatMap({ $0.utf8.split(separator: UInt8(ascii: "\n")) }) {
      if line.first == UInt8(ascii: " ") {
        learn(String(Substring(line.drop { $0 == UInt8(ascii: " ") })))
      } else if let matter = Matter(Substring(line)) {
        counts.begin()
        matters.append(matter)
        // Its name is one way to say it.
        learn(matter.name)
      }
    }
    counts.end()
    self.matters = matters
    evidence = Evidence(counts)
    let absent = counts.signs.map { (Weight.pull / (Float($0) + Weight.pull)).naturalLogarithm }
    self.absent = (ContiguousArray(absent), absent.min() ?? 0, absent.max() ?? 0)
  }

  /// The matters that a slip may be of, the likeliest first, ``guessesMax`` at most; none where it says nothing
  /// that the phrasebook knows. The shares of all come to 1 or less: it may be of none.
  func guesses(_ text: SlipText, _ found: Situations.Found) -> [Guess] {
    let (sums, length) = sums(text, found)
    guard length > 0 else { return [] }
    let dilution = (Weight.length / length).naturalLogarithm * Weight.dilution
    let trust = Weight.trust * dilution.exponential
    let scale = trust * Evidence.step / Float(Weight.sign)
    let against = trust * length
    // What is far behind in the sum is so in the evidence, whatever it does not have.
    let ahead = max(Weight.none, scale * Float(sums.max() ?? 0) + against * absent.least)
    let least = Int32((ahead - Self.evidenceMax - against * absent.most) / scale)
    var likely: [(matter: Int, evidence: Float)] = []
    for matter in sums.indices where sums[matter] >= least {
      likely.append((matter, scale * Float(sums[matter]) + against * absent.values[matter]))
    }
    let best = likely.reduce(Weight.none) { max($0, $1.evidence) }
    var all = (Weight.none - best).exponential
    var guesses: [Guess] = []
    for (matter, evidence) in likely where best - evidence < Self.evidenceMax {
      let share = (evidence - best).exponential
      all += share
      let place = guesses.firstIndex { $0.share < share } ?? guesses.count
      if place < Self.guessesMax { guesses.insert(Guess(matter: matter, share: share), at: place) }
      if guesses.count > Self.guessesMax { guesses.removeLast() }
    }
    return guesses.map { Guess(matter: $0.matter, share: $0.share / all) }
  }

  /// For each matter what the signs of a slip say for it, in steps and tenths; and how many of them are known,
  /// by what they count.
  private func sums(
    _ text: SlipText,
    _ found: Situations.Found
  ) -> (sums: ContiguousArray<Int32>, length: Float) {
    var sums = ContiguousArray<Int32>(repeating: 0, count: matters.count)
    var weights: Int32 = 0
    var signs: ContiguousArray<UInt32> = []
    Sign.append(text, found, to: &signs)
    signs.sort()
    for (place, sign) in signs.enumerated() where place == 0 || signs[place - 1] != sign {
      let weight = Sign.isPair(sign) ? Weight.pair : Weight.sign
      if evidence.add(sign, weight, to: &sums) { weights += weight }
    }
    return (sums, Float(weights) / Float(Weight.sign))
  }
}

extension Phrasebook.Matter {
  /// Reads the line of a matter; nil where it is none.
  fileprivate init?(_ line: Substring) {
    let columns = line.split(separator: "\t").map(String.init)
    guard columns.count > 2 else { return nil }
    categories = columns[1].split(separator: ",").compactMap { Category(rawValue: String($0)) }
    guard !categories.isEmpty else { return nil }
    name = columns[0]
    skills = columns[2].split(separator: ",").map { SkillName(String($0)) }
    isUrgent = columns.count > 3 && columns[3] == "urgent"
  }
}

/// What tells a slip's matter, as a number: an ideograph as read, below 2¹⁶; two neighbours, the first in the
/// upper half; a class of words or a situation, with what is no character in the upper half.
private enum Sign {
  private static let word: UInt32 = 0xFFFF_0000
  private static let situation: UInt32 = 0xFFFF_8000

  private static func isIdeograph(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }

  static func isPair(_ sign: UInt32) -> Bool { sign > 0xFFFF && sign < word }

  /// Adds the signs of a slip, as often as they stand there; of a long text those at its beginning.
  static func append(_ text: SlipText, _ found: Situations.Found, to signs: inout ContiguousArray<UInt32>) {
    let read = text.scalars.prefix(SlipText.pairsMax)
    var before: UInt32 = 0
    for scalar in read {
      let isSign = isIdeograph(scalar)
      if isSign {
        signs.append(scalar)
        if before != 0 { signs.append(before << 16 | scalar) }
      }
      before = isSign ? scalar : 0
    }
    for number in found.classes { signs.append(word | UInt32(number)) }
    for number in found.situations { signs.append(situation | UInt32(number)) }
  }
}

/// How often each sign stands in the slips of each matter, while they are read.
private struct SignCounts {
  /// Signs are numbered as they come.
  private(set) var numbers: [UInt32: Int32] = [:]
  /// How often each stands anywhere.
  private(set) var often: ContiguousArray<Int> = []
  /// How often a sign stands in a matter, matter by matter.
  private(set) var ofMatters: ContiguousArray<(sign: Int32, matter: UInt16, times: UInt16)> = []
  /// For each matter how many signs stand there.
  private(set) var signs: ContiguousArray<Int> = []
  /// The signs of the matter that is being read.
  private var read: ContiguousArray<UInt32> = []
  private var isReading = false

  mutating func begin() {
    end()
    isReading = true
  }

  /// Adds the signs of a slip; one that stands before the first matter is passed over.
  mutating func add(_ text: SlipText, _ found: Situations.Found) {
    if isReading { Sign.append(text, found, to: &read) }
  }

  mutating func end() {
    guard isReading else { return }
    read.sort()
    var first = 0
    while first < read.count {
      var next = first + 1
      while next < read.count, read[next] == read[first] { next += 1 }
      let number = number(of: read[first])
      often[Int(number)] += next - first
      ofMatters.append((number, UInt16(signs.count), UInt16(clamping: next - first)))
      first = next
    }
    signs.append(read.count)
    read.removeAll(keepingCapacity: true)
    isReading = false
  }

  private mutating func number(of sign: UInt32) -> Int32 {
    if let known = numbers[sign] { return known }
    let number = Int32(often.count)
    numbers[sign] = number
    often.append(0)
    return number
  }
}

/// For each sign the matters that it speaks for, and by how much: the matters of a sign stand together.
private struct Evidence {
  private let numbers: [UInt32: Int32]
  /// For each sign where its matters begin; one more, where the last one's end.
  private let starts: ContiguousArray<Int32>
  /// For each matter of a sign its number, and in the lowest byte how many steps the evidence is.
  private let entries: ContiguousArray<UInt32>

  static let step: Float = 1 / 20
  /// A sign that a larger part of the matters have says little, and would cost the most.
  private static let spreadMax: Float = 0.57

  init(_ counts: SignCounts) {
    // First how many matters each sign has, then where they begin.
    var starts = ContiguousArray<Int32>(repeating: 0, count: counts.often.count + 1)
    for one in counts.ofMatters { starts[Int(one.sign) + 1] += 1 }
    let spread = Float(counts.signs.count) * Self.spreadMax
    let telling = starts.dropFirst().map { Float($0) <= spread }
    for sign in telling.indices { starts[sign + 1] = starts[sign] + (telling[sign] ? starts[sign + 1] : 0) }
    var places = starts
    var entries = ContiguousArray<UInt32>(repeating: 0, count: Int(starts.last ?? 0))
    let all = Float(counts.often.reduce(counts.often.count, +))
    for one in counts.ofMatters where telling[Int(one.sign)] {
      let place = Int(places[Int(one.sign)])
      places[Int(one.sign)] += 1
      // As often as it would stand among the signs that are added to a matter's own.
      let usual = Phrasebook.Weight.pull * Float(counts.often[Int(one.sign)] + 1) / all
      let evidence = (1 + Float(one.times) / usual).naturalLogarithm
      let steps = UInt8(clamping: Int((evidence / Self.step).rounded()))
      entries[place] = UInt32(one.matter) << 8 | UInt32(steps)
    }
    numbers = counts.numbers.filter { telling[Int($0.value)] }
    self.starts = starts
    self.entries = entries
  }

  /// Adds what a sign says, times `weight`, to the matters that it speaks for; false where it is not known.
  func add(_ sign: UInt32, _ weight: Int32, to sums: inout ContiguousArray<Int32>) -> Bool {
    guard let number = numbers[sign] else { return false }
    for entry in entries[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])] {
      sums[Int(entry >> 8)] &+= weight &* Int32(entry & 0xFF)
    }
    return true
  }
}
