import WishSchema

/// Words that stand for one need: 轮椅 and 推出去晒太阳.
struct Needs: Sendable {
  /// The needs that come with the binary.
  static let shared = Needs(WishSchema.concepts)

  let names: [String]
  /// How telling each need is, from 0 to 1: the rarer among the example slips, the more.
  let weights: [Float]
  private let phrases: PhraseTree
  private let phraseNeeds: [[Int]]
  private let phraseLengths: [Int]

  /// Reads lines of name and words, apart by a tab.
  init(_ table: String) {
    var names: [String] = []
    var words: [String] = []
    var needs: [[Int]] = []
    var places: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      for word in columns[1].split(separator: "/").map(String.init) {
        if let place = places[word] {
          needs[place].append(names.count)
        } else {
          places[word] = words.count
          words.append(word)
          needs.append([names.count])
        }
      }
      names.append(String(columns[0]))
    }
    let read = words.map { SlipText($0).scalars }
    self.names = names
    phrases = PhraseTree(read)
    phraseNeeds = needs
    phraseLengths = read.map(\.count)
    var seen = [Int](repeating: 0, count: names.count)
    var slips = 0
    for line in WishSchema.examples.split(separator: "\n") {
      guard let slip = line.split(separator: "\t").last else { continue }
      slips += 1
      for (need, _) in Self.find(SlipText(String(slip)), phrases, needs, phraseLengths) { seen[need] += 1 }
    }
    weights = seen.map { Rarity.weight(seen: $0, of: slips) }
  }

  /// The needs of a slip, each with how plainly it stands there.
  func find(_ text: SlipText) -> [(need: Int, share: Float)] {
    Self.find(text, phrases, phraseNeeds, phraseLengths)
  }

  private static func find(
    _ text: SlipText,
    _ phrases: PhraseTree,
    _ needs: [[Int]],
    _ lengths: [Int]
  ) -> [(need: Int, share: Float)] {
    var found: [(need: Int, share: Float)] = []
    for start in text.scalars.prefix(SlipText.pairsMax).indices {
      phrases.each(text.scalars, from: start) { phrase, length in
        // One character alone is often part of another word.
        let share: Float = length == 1 ? 0.6 : 1
        for need in needs[phrase] {
          if let place = found.firstIndex(where: { $0.need == need }) {
            found[place].share = max(found[place].share, share)
          } else if found.count < foundMax {
            found.append((need, share))
          }
        }
      }
    }
    return found
  }

  /// Needs of one slip that are told apart.
  private static let foundMax = 24
}

/// How telling a feature is, by how many of the example slips have it.
enum Rarity {
  /// From 0 to 1: ln((n + 1)/(seen + ½)) / 5, at most 1.
  static func weight(seen: Int, of slips: Int) -> Float {
    let ratio = Float(slips + 1) / (Float(seen) + 0.5)
    return min(1, PairCounts.naturalLogarithm(max(1, ratio)) / 5)
  }
}

/// What is kept of a slip to find others like it: numbers of its needs, terms and first skill, and a
/// fingerprint of its pairs of characters. The text cannot be had back from it.
struct Likeness: Sendable {
  /// Features that are kept, the most telling first; 0 stands for none.
  var features: Features
  /// The sum of the squared weights of its needs.
  var length: Float
  /// The likeliest category's number, 15 where none is plain; bit 4: goods are wanted.
  var kind: UInt8
  /// How many bits of the fingerprint are set.
  var bits: UInt16
  /// One bit for each of 256 classes of pairs of characters.
  var fingerprint: SIMD4<UInt64>
  /// Eight numbers in two words, so that looking for one of them takes a handful of instructions.
  struct Features: Sendable, Equatable {
    private var words: (UInt64, UInt64) = (0, 0)

    /// The number at a place from 0 to 7.
    subscript(place: Int) -> UInt16 {
      get { UInt16(truncatingIfNeeded: (place < 4 ? words.0 : words.1) >> UInt64(16 * (place & 3))) }
      set {
        let shift = UInt64(16 * (place & 3))
        let others = ~(UInt64(0xFFFF) << shift)
        let new = UInt64(newValue) << shift
        if place < 4 { words.0 = words.0 & others | new } else { words.1 = words.1 & others | new }
      }
    }

    /// Whether one of the eight is `number`.
    func contains(_ number: UInt16) -> Bool {
      let sought = UInt64(number) &* Self.ones
      return Self.hasZero(words.0 ^ sought) || Self.hasZero(words.1 ^ sought)
    }

    static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    private static let ones: UInt64 = 0x0001_0001_0001_0001

    /// Whether one of the four numbers in a word is 0: subtracting 1 borrows into its highest bit.
    private static func hasZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & (ones << 15) != 0 }
  }

  var category: UInt8 { kind & 15 }
  var wantsGoods: Bool { kind & 16 != 0 }
}
