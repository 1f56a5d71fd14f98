import WishSchema

/// Words that stand for one need: 轮椅 and 推出去晒太阳.
struct Needs: Sendable {
  /// The needs that come with the binary.
  static let shared = Needs(WishSchema.concepts)

  let names: [String]
  private let phrases: PhraseTree
  private let phraseNeeds: [[Int]]

  /// Reads lines of name and words, apart by a tab; the words of a name that came before are added to it.
  init(_ table: String) {
    var names: [String] = []
    var numbers: [Substring: Int] = [:]
    var words: [String] = []
    var needs: [[Int]] = []
    var places: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      let number = numbers[columns[0]] ?? names.count
      if number == names.count {
        numbers[columns[0]] = number
        names.append(String(columns[0]))
      }
      for word in columns[1].split(separator: "/").map(String.init) {
        if let place = places[word] {
          if !needs[place].contains(number) { needs[place].append(number) }
        } else {
          places[word] = words.count
          words.append(word)
          needs.append([number])
        }
      }
    }
    self.names = names
    phrases = PhraseTree(words.map { SlipText($0).scalars })
    phraseNeeds = needs
  }

  /// The needs of a slip, in the order of the text.
  func find(_ text: SlipText) -> [Int] {
    var found: [Int] = []
    for start in text.scalars.prefix(SlipText.pairsMax).indices {
      phrases.each(text.scalars, from: start) { phrase, _ in
        for need in phraseNeeds[phrase] where found.count < Self.foundMax && !found.contains(need) {
          found.append(need)
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

/// What is kept of a slip to find others like it: numbers of its needs, situations, words and skills, and of
/// classes of its rarest characters. The text cannot be had back from it.
struct Likeness: Sendable, Equatable {
  /// What it is about, the most telling first; 0 stands for none.
  var features: Numbers
  /// Its rarest characters, each as the class that it shares with several others; 0 stands for none.
  var characters: Numbers
  /// How it is meant, one bit for each class of words that says so: to learn, to have mended, to be given.
  var manner: UInt32
  /// Skills that it asks for, each its number and 1; the best first, 0 for none.
  var skills: SIMD4<UInt16>
  /// The likeliest category's number, 15 where none is plain; bit 4: goods are wanted.
  var kind: UInt8

  /// The lengths of the vectors that the comparison takes, counted once: of features, characters, manner.
  var lengths = SIMD4<Float>(repeating: 0)

  var saysSomething: Bool { features[0] != 0 || characters[0] != 0 }
  var category: UInt8 { kind & 15 }
  var wantsGoods: Bool { kind & 16 != 0 }

  /// Sixteen numbers in four words, so that looking for one of them takes a handful of instructions.
  struct Numbers: Sendable, Equatable {
    static let count = 16

    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// The number at a place from 0 to 15.
    subscript(place: Int) -> UInt16 {
      get {
        let word =
          switch place >> 2 {
          case 0: words.0
          case 1: words.1
          case 2: words.2
          default: words.3
          }
        return UInt16(truncatingIfNeeded: word >> UInt64(16 * (place & 3)))
      }
      set {
        let shift = UInt64(16 * (place & 3))
        let others = ~(UInt64(0xFFFF) << shift)
        let new = UInt64(newValue) << shift
        switch place >> 2 {
        case 0: words.0 = words.0 & others | new
        case 1: words.1 = words.1 & others | new
        case 2: words.2 = words.2 & others | new
        default: words.3 = words.3 & others | new
        }
      }
    }

    /// Whether one of them is `number`.
    func contains(_ number: UInt16) -> Bool {
      let sought = UInt64(number) &* Self.ones
      return Self.hasZero(words.0 ^ sought) || Self.hasZero(words.1 ^ sought)
        || Self.hasZero(words.2 ^ sought) || Self.hasZero(words.3 ^ sought)
    }

    static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    private static let ones: UInt64 = 0x0001_0001_0001_0001

    /// Whether one of the four numbers in a word is 0: subtracting 1 borrows into its highest bit.
    private static func hasZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & (ones << 15) != 0 }
  }
}
