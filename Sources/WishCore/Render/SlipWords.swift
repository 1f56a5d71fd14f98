/// What is said to staff about a suggestion and about slips that look alike.
enum SlipWords {
  /// What stands behind a suggestion: which words call it urgent, or that a person must look.
  static func note(isKnown: Bool, pressing: [String], in language: Language) -> String? {
    guard isKnown else {
      return language.choose("看不出是哪一类，请人工判断", "nothing speaks clearly for a category")
    }
    guard !pressing.isEmpty else { return nil }
    let words = pressing.joined(separator: language.choose("、", ", "))
    return language.choose("看来紧急：", "it seems urgent: ") + words
  }

  /// Why two slips are shown together: `同一户；都说到：轮椅、上下楼`.
  static func why(_ shared: [String], isHousehold: Bool) -> String {
    var parts: [String] = []
    if isHousehold { parts.append("同一户") }
    if !shared.isEmpty { parts.append("都说到：" + shared.joined(separator: "、")) }
    return parts.isEmpty ? "写法相近" : parts.joined(separator: "；")
  }
}
