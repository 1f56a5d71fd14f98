import Testing

@testable import WishCore

@Suite("Who has asked the same")
struct SimilarIndexTests {
  private static let suggester = Suggester(skills: SkillTable.starting)

  private func area(_ code: String) throws -> AreaCode { try #require(AreaCode(code)) }

  private func index(_ texts: [String], in code: String = "here") throws -> SimilarIndex {
    var index = SimilarIndex(Self.suggester)
    for (number, text) in texts.enumerated() {
      index.add(WishNumber(number + 1), text, in: try area(code))
    }
    return index
  }

  @Test(
    "The same need in other words is found",
    arguments: [
      ("父亲瘫在床上，求一台轮椅推出去", "老爸走不动了，想要辆轮椅推他下楼"),
      ("屋里热得像蒸笼，想要台落地扇", "天热得睡不着，求个电风扇"),
      ("后院耗子成灾，求下点药", "老鼠到处窜，盼来灭一灭"),
    ]
  )
  func paraphrase(one: String, other: String) throws {
    let index = try index([one, "想学唱歌", "房东不退押金"])
    let found = index.candidates(for: other, in: try area("here"))
    #expect(found.first?.number == 1)
    #expect(found.first?.why.isEmpty == false)
  }

  @Test(
    "Slips that look alike and ask for different things are kept apart",
    arguments: [
      ("想给老伴要一个量血压的机子，她高血压好多年了", "老伴走不动，想请人每周上门给她量血压"),
      ("想要一副象棋，老哥几个在凉亭下", "想请人教我家孩子学英语"),
      ("求一台旧缝纫机，给孩子改衣裳", "缝纫机踩不动了，找会修的师傅"),
    ]
  )
  func lookAlikes(one: String, other: String) throws {
    let index = try index([one])
    #expect(index.candidates(for: other, in: try area("here")).isEmpty)
  }

  @Test("The same text is found with the highest score, and first among others alike")
  func itself() throws {
    let text = "厨房灯泡坏了，够不着，求人来换一个"
    let index = try index(["屋里灯管不亮，想请师傅换换", text, "想学剪纸"])
    let found = index.candidates(for: text, in: try area("here"))
    #expect(found.first?.number == 2)
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    #expect(found.allSatisfy { $0.score <= 1 })
  }

  @Test("A wish of another community is never shown")
  func otherCommunity() throws {
    let index = try index(["想要一台轮椅"], in: "there")
    #expect(index.candidates(for: "想要一台轮椅", in: try area("here")).isEmpty)
    #expect(index.candidates(for: "想要一台轮椅", in: try area("there")).count == 1)
  }

  @Test("A wish taken out is not shown, and one entered anew counts once, as it is now")
  func removing() throws {
    var index = try index(["想要一台轮椅", "想要一台轮椅"])
    index.remove(1)
    index.remove(1)
    index.remove(99)
    #expect(index.candidates(for: "想要一台轮椅", in: try area("here")).map(\.number) == [2])
    index.add(2, "想学拉二胡", in: try area("here"))
    #expect(index.count == 1)
    #expect(index.candidates(for: "想要一台轮椅", in: try area("here")).isEmpty)
    #expect(index.candidates(for: "想学拉二胡", in: try area("here")).map(\.number) == [2])
  }

  @Test("After any adding and removing it answers as one built from what is left")
  func rebuilt() throws {
    let texts = [
      "想要一台轮椅", "求辆轮椅推爷爷", "下水道堵了", "厕所堵了往上冒", "楼上半夜吵", "半夜楼上咚咚响", "想学书法", "低保咋申请",
      "工资拖欠半年", "包工头欠工钱", "老鼠多", "垃圾没人清",
    ]
    let here = try area("here")
    var lived = SimilarIndex(Self.suggester)
    var left: Set<Int> = []
    var state: UInt64 = 7
    for _ in 0..<600 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33) % 40
      if left.contains(number) {
        left.remove(number)
        lived.remove(WishNumber(number + 1))
      } else {
        left.insert(number)
        lived.add(WishNumber(number + 1), texts[number % texts.count], in: here)
      }
    }
    var fresh = SimilarIndex(Self.suggester)
    for number in left.sorted() { fresh.add(WishNumber(number + 1), texts[number % texts.count], in: here) }
    #expect(lived.count == fresh.count)
    for text in texts {
      #expect(lived.candidates(for: text, in: here) == fresh.candidates(for: text, in: here))
    }
  }

  @Test(
    "Slips that say nothing are entered and asked about without harm",
    arguments: ["", "😀", "嗯", "help me please", "\u{FE0F}", String(repeating: "轮椅想要", count: 1_000)]
  )
  func badInput(text: String) throws {
    var index = try index(["想要一台轮椅", ""])
    index.add(7, text, in: try area("here"))
    _ = index.candidates(for: text, in: try area("here"))
    index.remove(7)
    #expect(index.count == 2)
  }

  @Test("A thousand wishes of one need cost no more to ask among than the walk allows, and the limit holds")
  func manyAlike() throws {
    let index = try index((0..<1_000).map { _ in "想要一台轮椅" })
    #expect(index.candidates(for: "想要一台轮椅", in: try area("here"), limit: 3).count == 3)
    #expect(index.candidates(for: "想要一台轮椅", in: try area("here"), limit: 0).isEmpty)
  }

  @Test("Whoever sees what is public is told the same, however many wishes are kept from it")
  func publicOnly() throws {
    let here = try area("here")
    var index = try index(["想要一台轮椅", "求辆轮椅推爷爷出门"])
    func told() -> [WishNumber] {
      index.alike(
        to: index.likeness(of: Self.suggester.read("想要一台轮椅推奶奶")),
        in: here,
        limit: 3,
        publicOnly: true,
        atLeast: SimilarIndex.threshold
      ) { _ in true }.map(\.number)
    }
    let before = told()
    #expect(Set(before) == [1, 2])
    for number in 10..<400 as Range<WishNumber> {
      index.add(number, "想要一台轮椅推奶奶", in: here, isPublic: false)
    }
    #expect(told() == before)
    index.setPublic(11, true)
    #expect(told().first == 11)
    index.setPublic(11, false)
    #expect(told() == before)
    #expect(index.candidates(for: "想要一台轮椅推奶奶", in: here).allSatisfy { $0.number >= 10 })
  }
}
