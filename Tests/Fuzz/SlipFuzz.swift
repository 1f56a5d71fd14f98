@testable import WishCore

/// The reading of slips: what they are about, and which are alike.
enum SlipFuzz {
  private static let suggester = Suggester(skills: SkillTable.starting)
  /// Empty; what it has of the vocabulary takes longer to make than all else.
  private static let empty = SimilarIndex(suggester)
  private static let community = AreaCode(stored: "c01")

  /// The first line is a slip that was there before, the rest a new one.
  static func check(_ bytes: [UInt8]) throws(Violation) {
    var material = Material(bytes)
    let (old, new) = (material.line(), material.text)
    var learned = suggester
    learned.learn(Review(old, .legal, in: community))
    for suggester in [suggester, learned] {
      let suggestion = suggester.suggest(new, in: community)
      try Violation.unless(suggestion == suggester.suggest(new, in: community), "two answers for one slip")
      try Violation.unless(suggestion.skills.count <= 3, "\(suggestion.skills)")
      try Violation.unless(suggestion.also == nil || suggestion.also != suggestion.category, "\(suggestion)")
      for reason in suggestion.reasons {
        try Violation.unless(reason.weight.isFinite && reason.weight > 0, "\(reason)")
      }
    }
    try checkLikeness(old, new)
  }

  private static func checkLikeness(_ old: String, _ new: String) throws(Violation) {
    var index = empty
    index.add(1, old, in: community)
    index.add(2, new, in: community)
    index.add(3, new, in: community)
    for candidate in index.candidates(for: new, in: community) {
      try Violation.unless(candidate.score <= 1 && candidate.score >= SimilarIndex.threshold, "\(candidate)")
    }
    // What is the same is as alike as can be, from whichever side it is looked at.
    let twin = index.candidates(for: new, in: community, except: 2).first { $0.number == 3 }
    let self2 = index.candidates(for: new, in: community, except: 3).first { $0.number == 2 }
    try Violation.unless(
      twin?.score == self2?.score,
      "\(String(describing: twin)) \(String(describing: self2))"
    )
    let there = index.candidates(for: new, in: community, except: 2, atLeast: 0).first { $0.number == 1 }
    let back = index.candidates(for: old, in: community, except: 2, atLeast: 0).first { $0.number == 3 }
    if let there, let back {
      try Violation.unless(
        abs(there.score - back.score) < 0.001,
        "\(there.score) one way, \(back.score) the other"
      )
    }
    for number in 1...3 { index.remove(WishNumber(number)) }
    try Violation.unless(
      index.count == 0 && index.candidates(for: new, in: community).isEmpty,
      "something is left"
    )
  }
}
