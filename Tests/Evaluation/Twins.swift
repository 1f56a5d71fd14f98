import WishCore

/// How well it is told who has asked the same: all slips of a batch lie in one community at once.
struct Twins {
  /// A slip, and what was shown for it.
  struct Answer {
    let slip: LabelledSlip
    let shown: [(slip: LabelledSlip, score: Float, why: [String])]

    var isFound: Bool { shown.contains { $0.slip.twins != nil && $0.slip.twins == slip.twins } }
    var isFooled: Bool {
      shown.contains { $0.slip.lookAlikes != nil && $0.slip.lookAlikes == slip.lookAlikes }
    }
  }

  private(set) var answers: [Answer] = []

  init(_ slips: [LabelledSlip], atLeast threshold: Float = SimilarIndex.threshold) {
    var index = SimilarIndex(Suggester(skills: SkillTable.starting))
    for (number, slip) in slips.enumerated() {
      index.add(WishNumber(number + 1), slip.text, in: slip.community)
    }
    for (number, slip) in slips.enumerated() {
      let shown = index.candidates(
        for: slip.text,
        in: slip.community,
        except: WishNumber(number + 1),
        atLeast: threshold
      )
      answers.append(
        Answer(slip: slip, shown: shown.map { (slips[Int($0.number) - 1], $0.score, $0.why) })
      )
    }
  }

  /// The figures that are asked for.
  func figures() -> [(name: String, value: Double, goal: Double?)] {
    let paired = answers.filter { $0.slip.twins != nil }
    let single = answers.filter { $0.slip.twins == nil }
    let alike = answers.filter { $0.slip.lookAlikes != nil }
    func share(_ of: [Answer], _ test: (Answer) -> Bool) -> Double {
      of.isEmpty ? 0 : Double(of.count { test($0) }) / Double(of.count)
    }
    return [
      ("of those with a twin it is found", share(paired, \.isFound), 0.75),
      ("without a twin, something is shown", share(single) { !$0.shown.isEmpty }, 0.15),
      ("look-alikes taken for the same", share(alike, \.isFooled), nil),
    ]
  }

  /// Those whose twin was not found, then those shown something without a twin, the most certain first.
  func mistakes(_ limit: Int) -> [Answer] {
    let missed = answers.filter { $0.slip.twins != nil && !$0.isFound }
    let false_ = answers.filter { $0.slip.twins == nil && !$0.shown.isEmpty }
      .sorted { ($1.shown[0].score, $0.slip.id) < ($0.shown[0].score, $1.slip.id) }
    return Array((missed + false_).prefix(limit))
  }
}
