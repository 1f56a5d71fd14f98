/// A language that the service speaks to people.
public enum Language: String, CaseIterable, Sendable {
  /// Chinese, unless somebody asks otherwise.
  case zh
  /// English.
  case en

  /// The text of this language, of two.
  func choose(_ chinese: String, _ english: String) -> String {
    switch self {
    case .zh: chinese
    case .en: english
    }
  }
}

/// A text in every language.
struct Bilingual: Equatable, Sendable {
  /// In Chinese.
  let chinese: String
  /// In English; may be shorter.
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in one language.
  subscript(language: Language) -> String { language.choose(chinese, english) }
}
