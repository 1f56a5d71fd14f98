import Foundation
import Testing
import WishSchema

@testable import WishCore

@Suite("What people ask for, by how they say it")
struct PhrasebookTests {
  private static let small = Phrasebook([
    """
    想要轮椅\trelief\t辅具捐赠
      求一台轮椅
      老爸走不动，想推他出去
    修轮椅\tconvenience,relief\t轮椅维修,修自行车
      轮椅的轮子掉了
      轮椅刹车坏了，求人来修
    """,
    """
    听戏\tculture\t戏曲\turgent
      想听一场豫剧
    """,
  ])

  private func guesses(_ text: String, _ book: Phrasebook) -> [(name: String, share: Float)] {
    let text = SlipText(text)
    return book.guesses(text, Situations.shared.find(text, hidden: [])).map {
      (book.matters[$0.matter].name, $0.share)
    }
  }

  @Test("Matters are read with their categories, skills and urgency, over all tables")
  func reading() {
    #expect(Self.small.matters.map(\.name) == ["想要轮椅", "修轮椅", "听戏"])
    #expect(Self.small.matters.map(\.categories) == [[.relief], [.convenience, .relief], [.culture]])
    #expect(Self.small.matters[1].skills == [SkillName("轮椅维修"), SkillName("修自行车")])
    #expect(Self.small.matters.map(\.isUrgent) == [false, false, true])
  }

  @Test("What cannot be read is passed over, and so is a slip that stands before the first matter")
  func unreadable() {
    let book = Phrasebook(["  求一台轮椅\n没有分类\n乱写\tnothing\t电工\n听戏\tculture\t戏曲\n  想听戏", ""])
    #expect(book.matters.map(\.name) == ["听戏"])
    #expect(guesses("轮椅", book).isEmpty)
    #expect(Phrasebook([]).matters.isEmpty)
    #expect(guesses("想听戏", Phrasebook([])).isEmpty)
  }

  @Test("The likeliest matter is first, and the shares come to no more than 1")
  func likeliest() {
    let found = guesses("轮椅坏了，求人来修", .shared)
    #expect(found.first?.name == "轮椅修理")
    #expect(found.map(\.share) == found.map(\.share).sorted(by: >))
    #expect(found.reduce(0) { $0 + $1.share } <= 1.000_1)
  }

  @Test(
    "A slip that says nothing that is known is of no matter",
    arguments: ["", "😀", "。，！", "98765", "１９９０００００００１", "help me please", "you ren hui xiu ma"]
  )
  func nothing(text: String) {
    #expect(guesses(text, .shared).isEmpty)
  }

  @Test("The less is known of a matter the less sure it is, and a slip may be of none")
  func few() {
    #expect(guesses("想要轮椅", Self.small).reduce(0) { $0 + $1.share } < 0.5)
    #expect(guesses("想要轮椅", .shared).reduce(0) { $0 + $1.share } > 0.9)
  }

  @Test("However long a slip is, eight matters at most are named, and it ends")
  func long() {
    for text in [String(repeating: "轮椅想要", count: 1_000), String(repeating: "龘", count: 4_000)] {
      #expect(guesses(text, .shared).count <= Phrasebook.guessesMax)
    }
  }

  @Test(
    "Slips that it has not seen are told by what they say",
    arguments: [
      ("俺爹腿脚废了，想弄个能推着走的座儿带他晒太阳", "想要轮椅"),
      ("龙头拧死了还滴滴答答淌水", "水龙头滴水关不严"),
      ("楼上跺脚跺到后半夜", "楼上脚步孩子吵"),
      ("低保要啥条件，材料交到哪", "问低保怎么申请"),
      ("想跟闺女视频，微信不会弄", "学微信视频"),
    ]
  )
  func unseen(text: String, matter: String) {
    #expect(guesses(text, .shared).first?.name == matter)
  }

  @Test("Every line of the data is read: its skills stand in the starting table, and no slip stands twice")
  func data() {
    let lines = WishSchema.phrasebook.flatMap { $0.split(separator: "\n") }
    let slips = lines.filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
    let matters = Phrasebook.shared.matters
    #expect(matters.count + slips.count == lines.count)
    #expect(Set(matters.map(\.name)).count == matters.count)
    #expect(Set(slips).count == slips.count)
    #expect(Set(slips).isDisjoint(with: matters.map(\.name)))
    let skills = Set(SkillTable.starting.map(\.name))
    for matter in matters {
      #expect(matter.skills.allSatisfy { skills.contains($0) }, "\(matter)")
      #expect(!matter.skills.isEmpty && matter.categories.count <= 2, "\(matter)")
    }
  }

  @Test("Nobody's number stands in it: no slip has more digits on end than a public line")
  func nobody() {
    let numbers = WishSchema.phrasebook.flatMap { table in
      table.unicodeScalars.split { !("0"..."9").contains($0) && !("０"..."９").contains($0) }
    }
    #expect(numbers.allSatisfy { $0.count <= 5 })
  }
}

@Suite("How likely two slips are of one matter")
struct LikenessTests {
  private static let vocabulary = Suggester(skills: SkillTable.starting).vocabulary

  private func likeness(_ text: String) -> Likeness { Likeness(SlipReading(SlipText(text), Self.vocabulary)) }

  @Test("The same text is the same, also where it says nothing that is known")
  func same() {
    for text in ["想要一台轮椅", "", "😀", "zzz"] { #expect(likeness(text).overlap(likeness(text)) == 1) }
    #expect(likeness("ＡＢＣ想要").overlap(likeness("abc想要")) == 1)
    #expect(likeness("😀").overlap(likeness("😁")) == 0)
  }

  @Test("It is the same both ways, and from 0 to 1")
  func bothWays() {
    let texts = ["求一台轮椅", "老爸走不动了，想推他出去", "轮椅刹车坏了", "想听一场豫剧", "楼上漏水泡了我家天花板", "嗯"]
    for one in texts.map(likeness) {
      for other in texts.map(likeness) {
        #expect(one.overlap(other) == other.overlap(one))
        #expect((0...1).contains(one.overlap(other)))
        #expect(Set(one.shared(other)) == Set(other.shared(one)))
      }
    }
  }

  @Test("What both are likely of is named, the likeliest first, and nothing else")
  func shared() throws {
    let shared = likeness("求一台轮椅").shared(likeness("老爸走不动了，想要辆轮椅推他出去"))
    #expect(Phrasebook.shared.matters[try #require(shared.first)].name == "想要轮椅")
    #expect(likeness("求一台轮椅").shared(likeness("想听一场豫剧")).isEmpty)
  }
}

@Suite("Exponents are right to six digits")
struct ExponentTests {
  @Test(
    "ln and e to the power of what slips need",
    arguments: [0.001, 0.1, 0.5, 0.999, 1, 1.7, 2, 40, 12_345] as [Float]
  )
  func exponents(value: Float) {
    #expect(abs(value.naturalLogarithm - log(value)) <= 0.000_002 * max(1, abs(log(value))))
    let power = -value.naturalLogarithm
    #expect(abs(power.exponential - exp(power)) <= 0.000_002 * exp(power))
  }
}
