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

  @Test("The same lessons give the same answer, again and in another suggester")
  func deterministic() throws {
    var first = Suggester(skills: SkillTable.starting)
    var second = Suggester(skills: SkillTable.starting)
    for suggester in [0, 1] {
      for number in 0..<50 {
        let text = "第\(number)回说起院里的流浪猫没人喂"
        if suggester == 0 { first.learn(text, .environment, in: try here()) }
        if suggester == 1 { second.learn(text, .environment, in: try here()) }
      }
    }
    for text in ["流浪猫没人喂", "想要个伴", "孩子不会骑车"] {
      #expect(first.suggest(text, in: try here()) == second.suggest(text, in: try here()))
    }
  }

  @Test("A community's custom shows after a few dozen reviews, and there more than elsewhere")
  func custom() throws {
    var suggester = Suggester(skills: SkillTable.starting)
    let slip = "想在凉亭里养几缸荷花"
    let before = suggester.suggest(slip, in: try here()).category
    #expect(before != .mediation)
    for number in 0..<36 {
      suggester.learn("凉亭里的荷花缸第\(number)回让人搬走，又争起来", .mediation, in: try here())
    }
    #expect(suggester.suggest(slip, in: try here()).category == .mediation)
    func weight(_ community: AreaCode) -> Float {
      suggester.suggest(slip, in: community).reasons.first { $0.term.contains("审定") }?.weight ?? 0
    }
    #expect(weight(try here()) > weight(try here("elsewhere")))
  }

  @Test("What is learned stays bounded, whatever is taught")
  func boundedLearning() {
    var counts = PairCounts()
    for number in 0..<400 {
      var pairs = ContiguousArray<UInt32>()
      for step in 0..<400 { pairs.append(UInt32(number * 400 + step)) }
      counts.learn(pairs, .health)
      #expect(counts.pairs <= PairCounts.pairsMax)
    }
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
