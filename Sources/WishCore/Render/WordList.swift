/// The words that an argument may be, with what people call them.
struct WordList: Sendable {
  /// The words, in the table's order.
  let words: [String]
  private let labels: [Language: [String]]

  private init<Word: LabelledWord>(_ type: Word.Type) {
    words = Word.allCases.map(\.rawValue)
    labels = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (language, Word.allCases.map { $0.label(in: language) })
      }
    )
  }

  /// Every table of the protocol.
  static let all: [WordList] = [
    WordList(WishState.self), WordList(Category.self), WordList(Source.self), WordList(WishKind.self),
    WordList(Urgency.self), WordList(NameShown.self), WordList(Contact.self), WordList(Solved.self),
    WordList(CallBack.self), WordList(AfterNo.self), WordList(RejectReason.self),
    WordList(WithdrawReason.self), WordList(Role.self), WordList(MemberLevel.self),
    WordList(MemberKind.self), WordList(Availability.self), WordList(AreaLevel.self),
    WordList(Relation.self), WordList(Hardship.self),
  ]

  /// Words of no table of their own.
  private static let loose: [String: (chinese: String, english: String)] = [
    "yes": ("是", ""), "no": ("否", ""), "on": ("开始", ""), "off": ("结束", ""),
    "zh": ("中文", "Chinese"), "en": ("英文", "English"),
    "text": ("纯文本", ""), "markdown": ("排版文本", ""), "html": ("网页", ""),
  ]

  /// Each word with its label: `policy 政策宣传`. A word means what the list that it stands in means:
  /// `desk` is a source among sources and a way to hand over among those.
  static func labelled(_ words: [String], in language: Language) -> [String] {
    let list = all.first { $0.words == words }
    return words.map { word in
      let label: String
      if let list, let index = list.words.firstIndex(of: word) {
        label = list.labels[language]?[index] ?? ""
      } else {
        label = loose[word].map { language.choose($0.chinese, $0.english) } ?? ""
      }
      return label.isEmpty || label == word ? word : "\(word) \(label)"
    }
  }
}
