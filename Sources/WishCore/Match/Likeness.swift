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
  var features: SIMD8<UInt16>
  /// One bit for each of 256 classes of pairs of characters.
  var fingerprint: SIMD4<UInt64>
  /// The likeliest category's number, 15 where none is plain; bit 4: goods are wanted.
  var kind: UInt8

  var category: UInt8 { kind & 15 }
  var wantsGoods: Bool { kind & 16 != 0 }
}
