import WishSchema

/// What several words of a slip say together, from the data in `Schema`: 灯 alone may be anybody's, 灯 and 楼道
/// is a matter for the building, whatever else the slip says.
struct Situations: Sendable {
  /// Words that must, or must not, stand in a slip, and what they then say.
  struct Situation: Sendable {
    let name: String
    /// Of each group of classes of words at least one must be there.
    let all: [[Int]]
    /// Of these none may be there.
    let none: [Int]
    let weights: SIMD8<Float>
    let skills: [(name: SkillName, weight: Float)]
    let urgency: Float

    /// Whether the classes of words that stand in a slip tell of it.
    func isTold(by has: [Bool]) -> Bool {
      all.allSatisfy { group in group.contains { has[$0] } } && !none.contains { has[$0] }
    }
  }

  /// The situations that come with the binary.
  static let shared = Situations(classes: WishSchema.wordClasses, situations: WishSchema.situations)

  /// The situations, in the order of the data.
  let all: [Situation]
  /// The classes of words by name.
  let classNames: [String]
  private let phrases: PhraseTree
  private let phraseClasses: [[Int]]
  /// For each class the situations that can only be told where it stands, or another one of its group.
  private let begun: [[Int]]

  /// Reads the classes of words and the situations; what cannot be read is passed over.
  init(classes table: String, situations: String) {
    var vocabulary = ClassVocabulary()
    var names: [String] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      names.append(String(columns[0]))
      vocabulary.name(columns[0], vocabulary.add(columns[1]))
    }
    classNames = names
    all = situations.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      Self.read(line, &vocabulary)
    }
    phrases = PhraseTree(vocabulary.words.map { SlipText($0).scalars })
    phraseClasses = vocabulary.wordClasses
    var begun = [[Int]](repeating: [], count: vocabulary.count)
    for (number, situation) in all.enumerated() {
      for first in situation.all.first ?? [] { begun[first].append(number) }
    }
    self.begun = begun
  }

  private static func read(_ line: Substring, _ vocabulary: inout ClassVocabulary) -> Situation? {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count > 2 else { return nil }
    var all: [[Int]] = []
    var none: [Int] = []
    for word in columns[1].split(separator: " ") {
      if word.hasPrefix("!") {
        none += vocabulary.classes(word.dropFirst())
      } else {
        all.append(vocabulary.classes(word))
      }
    }
    var weights = SIMD8<Float>(repeating: 0)
    for (name, weight) in Lexicon.weighted(columns[2]) {
      guard let category = Category(rawValue: name) else { continue }
      weights[category.order] = weight
    }
    return Situation(
      name: String(columns[0]),
      all: all,
      none: none,
      weights: weights,
      skills: Lexicon.weighted(columns.count > 3 ? columns[3] : "").map { (SkillName($0.name), $0.weight) },
      urgency: columns.count > 4 ? Float(columns[4]) ?? 0 : 0
    )
  }

  /// What is found in a slip: situations and named classes of words, each in the order of the data.
  struct Found {
    let situations: [Int]
    let classes: [Int]
  }

  /// What a slip tells of. A part of a word that `hidden` covers does not count; the whole of it does.
  func find(_ text: SlipText, hidden: [Range<Int>]) -> Found {
    var has = [Bool](repeating: false, count: begun.count)
    var present: [Int] = []
    var next = 0
    for start in text.scalars.indices {
      while next < hidden.count, hidden[next].upperBound <= start { next += 1 }
      let cover = next < hidden.count && hidden[next].contains(start) ? hidden[next] : start..<start
      phrases.each(text.scalars, from: start) { phrase, length in
        let isPart = start + length <= cover.upperBound && length < cover.count
        guard !isPart else { return }
        for number in phraseClasses[phrase] where !has[number] {
          has[number] = true
          present.append(number)
        }
      }
    }
    present.sort()
    // A situation is come upon once for each class of its first group that stands there.
    var told: [Int] = []
    for number in present {
      for situation in begun[number] where !told.contains(situation) && all[situation].isTold(by: has) {
        told.append(situation)
      }
    }
    return Found(situations: told.sorted(), classes: Array(present.prefix { $0 < classNames.count }))
  }
}

/// The classes of words that situations are made of, while they are read.
private struct ClassVocabulary {
  private(set) var words: [String] = []
  /// For each word the classes that it is in.
  private(set) var wordClasses: [[Int]] = []
  private(set) var count = 0
  private var places: [Substring: Int] = [:]
  private var named: [Substring: Int] = [:]
  private var unnamed: [Substring: Int] = [:]

  /// Adds a class of words parted by `/`.
  mutating func add(_ list: Substring) -> Int {
    for word in list.split(separator: "/") {
      if let place = places[word] {
        if wordClasses[place].last != count { wordClasses[place].append(count) }
      } else {
        places[word] = words.count
        words.append(String(word))
        wordClasses.append([count])
      }
    }
    count += 1
    return count - 1
  }

  mutating func name(_ name: Substring, _ number: Int) { named[name] = number }

  /// The classes of one word of a situation: `@name`, or words parted by `/`; several parted by `|`.
  mutating func classes(_ word: Substring) -> [Int] {
    word.split(separator: "|").compactMap { part in
      if part.hasPrefix("@") { return named[part.dropFirst()] }
      if let known = unnamed[part] { return known }
      let number = add(part)
      unnamed[part] = number
      return number
    }
  }
}
