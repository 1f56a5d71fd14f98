import Testing

@testable import WishCore

@Suite("What a slip is about")
struct SuggesterTests {
  private static let suggester = Suggester(skills: SkillTable.starting)

  private func here(_ code: String = "here") throws -> AreaCode { try #require(AreaCode(code)) }

  @Test(
    "A plain slip is filed as a reviewer would, and its skill is named",
    arguments: [
      ("想要一副拐杖，摔断了腿", Category.relief, "物资捐赠"),
      ("厨房下水道堵了，水漫一地，求师傅来通", .convenience, "管道疏通"),
      ("老板欠了我三个月工资，想找律师问问", .legal, "劳动维权"),
      ("想学拉二胡，没有老师", .culture, "乐器"),
      ("老鼠把米袋咬穿了，盼来灭一灭", .environment, "消杀除虫"),
      ("低保怎么申请，要啥材料", .policy, "民政救助"),
      ("楼上半夜拖椅子，求社区去说和", .mediation, "调解"),
      ("腰疼得直不起来，想请中医推拿", .health, "中医推拿"),
    ]
  )
  func plainSlips(text: String, category: WishCore.Category, skill: String) {
    let suggestion = Self.suggester.suggest(text)
    #expect(suggestion.category == category)
    #expect(suggestion.skills.contains(SkillName(skill)))
    #expect(suggestion.also != suggestion.category)
  }

  @Test("To have a thing mended and to ask for the thing are different wishes")
  func mendingIsNotAsking() {
    #expect(Self.suggester.suggest("轮椅前轮卡死了，求会修的师傅").category == .convenience)
    #expect(Self.suggester.suggest("家里困难，想要一台轮椅").category == .relief)
  }

  @Test(
    "Traditional characters, full width and capitals read as the common forms",
    arguments: [("想要一臺輪椅", "想要一台轮椅"), ("樓上半夜吵鬧", "楼上半夜吵闹"), ("家里ｗｉｆｉ掉线", "家里WiFi掉线")]
  )
  func otherForms(written: String, common: String) {
    #expect(SlipText(written).scalars == SlipText(common).scalars)
    #expect(Self.suggester.suggest(written).category == Self.suggester.suggest(common).category)
  }

  @Test(
    "What says nothing gets no category, no skills and no reasons",
    arguments: ["", " ", "\n", "。", "😀😀😀", "👨‍👩‍👧", "嗯", "zzz qqq", "98765", "\u{200D}\u{FE0F}"]
  )
  func nothingSaid(text: String) {
    let suggestion = Self.suggester.suggest(text)
    #expect(suggestion.category == nil)
    #expect(suggestion.also == nil)
    #expect(suggestion.skills.isEmpty)
    #expect(!suggestion.isUrgent)
  }

  @Test("A slip is urgent where danger or a near day stands in it, and not where it only wishes")
  func urgency() {
    #expect(Self.suggester.suggest("家里煤气味很大，求人快来看看").isUrgent)
    #expect(Self.suggester.suggest("明天开庭，急着找人看传票").isUrgent)
    #expect(Self.suggester.suggest("配电箱进水了，没人敢碰").isUrgent)
    #expect(!Self.suggester.suggest("热水器打不着火，想请人看看").isUrgent)
    #expect(!Self.suggester.suggest("想学剪纸").isUrgent)
    #expect(!Self.suggester.suggest("想要一床被子").isUrgent)
  }

  @Test("Only skills of the store's own table are suggested")
  func onlyKnownSkills() {
    let table = [Skill(name: SkillName("理发"), parent: nil, aliases: ["剃头"])]
    let suggester = Suggester(skills: table)
    #expect(suggester.suggest("爷爷下不了床，求人上门剃头").skills == [SkillName("理发")])
    #expect(suggester.suggest("老板欠我工资").skills.isEmpty)
    #expect(Suggester(skills: [Skill]()).suggest("老板欠我工资").category == .legal)
  }

  @Test("At most three skills and twelve reasons, the strongest first")
  func bounded() {
    let long = "想要轮椅，换灯泡，修水管，学书法，问律师，查血压，讲医保，劝邻居，清垃圾，剪头发，打蟑螂，看眼睛，找工作，装监控"
    let suggestion = Self.suggester.suggest(long)
    #expect(suggestion.skills.count == 3)
    #expect(suggestion.reasons.count == 12)
    let weights = suggestion.reasons.map(\.weight)
    #expect(weights == weights.sorted(by: >))
  }

  @Test("The same reviews give the same answer, in whatever order they are learned")
  func deterministic() throws {
    let here = try here()
    let reviews = (0..<50).map {
      Review("第\($0)回说起院里的流浪猫没人喂", $0 % 3 == 0 ? .health : .environment, in: here)
    }
    var first = Suggester(skills: SkillTable.starting)
    var second = first
    for review in reviews { first.learn(review) }
    for review in reviews.reversed() { second.learn(review) }
    for text in ["流浪猫没人喂", "想要个伴", "孩子不会骑车"] {
      #expect(first.suggest(text, in: here) == second.suggest(text, in: here))
    }
  }

  private static let slip = "想在凉亭里养几缸荷花"

  private func taught(_ count: Int, skills: [SkillName] = [], isUrgent: Bool = false) throws -> [Review] {
    let here = try here()
    return (0..<count).map {
      Review("凉亭里的荷花缸第\($0)回让人搬走，又争起来", .mediation, skills: skills, isUrgent: isUrgent, in: here)
    }
  }

  @Test("A community's custom shows after a few dozen reviews, and there more than elsewhere")
  func custom() throws {
    var suggester = Suggester(skills: SkillTable.starting)
    #expect(suggester.suggest(Self.slip, in: try here()).category != .mediation)
    for review in try taught(36) { suggester.learn(review) }
    #expect(suggester.suggest(Self.slip, in: try here()).category == .mediation)
    func weight(_ community: AreaCode) -> Float {
      suggester.suggest(Self.slip, in: community).reasons.first { $0.term.contains("审定") }?.weight ?? 0
    }
    #expect(weight(try here()) > weight(try here("elsewhere")))
  }

  @Test("Reviews teach the skills that they ask for, and what cannot wait")
  func skillsAndUrgency() throws {
    var suggester = Suggester(skills: SkillTable.starting)
    let slip = "凉亭里的荷花缸又让人搬走，求管管"
    let before = suggester.suggest(slip, in: try here())
    #expect(!before.skills.contains(SkillName("治安巡逻")) && !before.isUrgent)
    for review in try taught(36, skills: [SkillName("治安巡逻")], isUrgent: true) { suggester.learn(review) }
    for number in 0..<60 {
      suggester.learn(Review("第\(number)户想学写字", .culture, skills: [SkillName("书法")], in: try here()))
    }
    let after = suggester.suggest(slip, in: try here())
    #expect(after.skills.contains(SkillName("治安巡逻")))
    #expect(after.isUrgent)
    #expect(!suggester.suggest("想学写字", in: try here()).isUrgent)
  }

  @Test("What is forgotten leaves no trace")
  func forgetting() throws {
    var suggester = Suggester(skills: SkillTable.starting)
    let before = suggester.suggest(Self.slip, in: try here())
    let reviews = try taught(36, skills: [SkillName("治安巡逻")], isUrgent: true)
    for review in reviews { suggester.learn(review) }
    #expect(suggester.suggest(Self.slip, in: try here()) != before)
    for review in reviews.reversed() { suggester.forget(review) }
    #expect(suggester.suggest(Self.slip, in: try here()) == before)
  }

  @Test("What stands in one or two reviewed slips changes no answer, so that nobody can ask for it")
  func nothingOfOneSlip() throws {
    var suggester = Suggester(skills: SkillTable.starting)
    let before = suggester.suggest("欧阳某梅", in: try here())
    for number in 1...3 {
      suggester.learn(Review("欧阳某梅挨打\(number)", .mediation, skills: [SkillName("调解")], in: try here()))
      #expect((suggester.suggest("欧阳某梅", in: try here()) == before) == (number < 3), "\(number)")
    }
  }

  @Test("A review counts a bounded part of a slip")
  func boundedReview() throws {
    let long = String(String.UnicodeScalarView((0x4E00..<0x5DA0).compactMap { Unicode.Scalar($0) }))
    #expect(Review(long, .health, in: try here()).pairs.count == Review.pairsMax)
  }

  @Test("A long slip is read in time that grows with its length, not faster")
  func linear() {
    let clock = ContinuousClock()
    func time(_ characters: Int) -> Duration {
      let text = String(String(repeating: "想要换轮椅修水管", count: characters / 8).prefix(characters))
      return (0..<5).map { _ in clock.measure { _ = Self.suggester.suggest(text) } }.min() ?? .zero
    }
    let short = time(400)
    #expect(time(4_000) < short * 40 + .milliseconds(5))
  }
}
