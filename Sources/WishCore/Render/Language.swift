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
