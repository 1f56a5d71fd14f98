import Testing

@testable import WishCore

@Suite("why= tells each reason with its points") struct FitWordingTests {
  private static let (mend, power, lamp) = (SkillName("水电维修"), SkillName("电工"), SkillName("灯具维修"))
  private static let day = Day(number: 20_000)

  private static let sentences: [(FitReason.Matter, points: Int, String)] = [
    (.skills(own: [power, lamp], parts: [], wholes: [], asked: 2), 30, "会电工、灯具维修（30分）"),
    (.skills(own: [power], parts: [], wholes: [], asked: 2), 22, "会电工，要求的2项中有1项（22分）"),
    (.skills(own: [], parts: [.init(asked: mend, own: power)], wholes: [], asked: 1), 22, "会电工（属水电维修）（22分）"),
    (
      .skills(own: [mend], parts: [], wholes: [.init(asked: power, own: mend)], asked: 2), 24,
      "会水电维修、水电维修（与电工相近），要求的2项中有1项（24分）"
    ),
    (.asksNoSkill, 15, "不限特长（15分）"), (.prefers(.relief), 20, "愿意做扶贫帮困（20分）"),
    (.prefersOthers, 0, "更愿意做别的类别"), (.namesNoCategory, 10, "做哪类都行（10分）"),
    (.goods(.usual), 10, "认领过同样价位的物品（10分）"), (.goods(.dearer), 5, "比认领过的物品贵一档（5分）"),
    (.goods(.muchDearer), 0, "比认领过的物品贵得多"), (.goods(.neverTaken), 5, "没认领过物品（5分）"),
    (.goods(.valueUnknown), 5, "没写价钱（5分）"), (.near(.grid), 10, "本网格（10分）"), (.near(.community), 8, "本社区（8分）"),
    (.near(.street), 4, "本街道（4分）"), (.near(.district), 0, "本区"), (.noHurry, 10, "时间不急（10分）"),
    (.hasTime(day), 10, "10月4日前有空（10分）"), (.hasNoTime(day), 0, "10月4日前没空"),
    (.room(holding: 0, capacity: 3), 15, "手上没有，上限3条（15分）"),
    (.room(holding: 2, capacity: 3), 5, "手上2条，上限3条（5分）"), (.urgent, 5, "紧急（5分）"),
    (.neededSoon(day), 3, "10月4日前要办（3分）"), (.waited(days: 9), 0, "已等9天"),
  ]

  @Test("Every reason has its words", arguments: sentences.indices) func words(index: Int) {
    let (matter, points, sentence) = Self.sentences[index]
    #expect(Wording.standard.reasons([FitReason(matter: matter, points: points)]) == sentence)
  }

  @Test("Reasons stand in their order, and a community's own labels are used") func order() {
    let reasons = [
      FitReason(matter: .prefers(.relief), points: 20), FitReason(matter: .near(.community), points: 8),
    ]
    let wording = Wording(categoryLabels: [.relief: "帮扶解困"])
    #expect(wording.reasons(reasons) == "愿意做帮扶解困（20分）；本社区（8分）")
  }
}
