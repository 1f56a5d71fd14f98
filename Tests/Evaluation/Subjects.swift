import WishCore

/// How well what a slip is about is told.
struct Subjects {
  /// A slip that was judged, and the answer.
  struct Answer {
    let slip: LabelledSlip
    let suggestion: Suggestion

    var isAcceptable: Bool { suggestion.category.map(slip.acceptable.contains) ?? false }
    var isAmongTwo: Bool { isAcceptable || (suggestion.also.map(slip.acceptable.contains) ?? false) }
    var isPrimary: Bool { suggestion.category == slip.primary }
    var hasSkill: Bool { suggestion.skills.contains { slip.skills.contains($0.text) } }

    /// How strongly the slip's words spoke for the category named, against the one meant.
    var error: Float {
      func weight(_ category: WishCore.Category?) -> Float {
        suggestion.reasons.filter { $0.category == category }.reduce(0) { $0 + $1.weight }
      }
      return weight(suggestion.category) - weight(slip.primary)
    }
  }

  private(set) var answers: [Answer] = []

  /// Judges each slip by what was learned from the others: `folds` times all but one part are learned and
  /// that part is asked; with one fold nothing is learned.
  init(_ slips: [LabelledSlip], folds: Int, community: AreaCode) {
    for fold in 0..<folds {
      var suggester = Suggester(skills: SkillTable.starting)
      for (number, slip) in slips.enumerated() where number % folds != fold {
        suggester.learn(slip.review(in: community))
      }
      for (number, slip) in slips.enumerated() where number % folds == fold {
        answers.append(Answer(slip: slip, suggestion: suggester.suggest(slip.text, in: community)))
      }
    }
  }

  /// The same answers, of some slips only.
  func only(_ isMeant: (LabelledSlip) -> Bool) -> Subjects {
    var part = self
    part.answers = answers.filter { isMeant($0.slip) }
    return part
  }

  func share(_ isRight: (Answer) -> Bool) -> Double {
    answers.isEmpty ? 0 : Double(answers.count { isRight($0) }) / Double(answers.count)
  }

  /// The figures that are asked for, and urgency.
  func figures() -> [(name: String, value: Double, goal: Double?)] {
    let urgent = answers.filter(\.slip.isUrgent)
    let called = answers.filter(\.suggestion.isUrgent)
    let right = Double(urgent.count { $0.suggestion.isUrgent })
    return [
      ("an acceptable category first", share(\.isAcceptable), 0.85),
      ("among the first two", share(\.isAmongTwo), 0.95),
      ("the primary category exactly", share(\.isPrimary), 0.72),
      ("a labelled skill among its three", share(\.hasSkill), 0.70),
      ("a category named at all", share { $0.suggestion.category != nil }, nil),
      ("of the urgent ones called urgent", urgent.isEmpty ? 0 : right / Double(urgent.count), nil),
      ("of those called urgent rightly so", called.isEmpty ? 1 : right / Double(called.count), nil),
    ]
  }

  /// Rows: what the reviewer says; columns: what was named, none last.
  func confusion() -> [[Int]] {
    let all = WishCore.Category.allCases
    return all.map { meant in
      let of = answers.filter { $0.slip.primary == meant }
      return all.map { named in of.count { $0.suggestion.category == named } }
        + [of.count { $0.suggestion.category == nil }]
    }
  }

  /// The answers that were not acceptable, the most certain first.
  func worst(_ limit: Int) -> [Answer] {
    let wrong = answers.filter { !$0.isAcceptable }
    return Array(wrong.sorted { ($1.error, $0.slip.id) < ($0.error, $1.slip.id) }.prefix(limit))
  }
}
