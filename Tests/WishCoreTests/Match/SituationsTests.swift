import Testing
import WishSchema

@testable import WishCore

@Suite("What several words say together")
struct SituationsTests {
  private static let situations = Situations.shared

  private func told(_ text: String) -> [String] {
    Self.situations.find(SlipText(text), hidden: []).situations.map { Self.situations.all[$0].name }
  }

  @Test("A situation is told by its words in any order and wording, and not by a part of them")
  func together() {
    #expect(told("楼梯口黑咕隆咚，求人来修").contains("楼道里的灯"))
    #expect(told("求修修那盏灯，过道一到夜里伸手不见五指").contains("楼道里的灯"))
    #expect(!told("过道一到夜里就有人抽烟").contains("楼道里的灯"))
    #expect(told("老板拖着三个月工资不给").contains("欠工钱"))
    #expect(!told("想找份工资日结的活").contains("欠工钱"))
  }

  @Test("A word that must not stand there keeps a situation away")
  func without() {
    #expect(told("助听器没声了，电池也不会换").contains("助听器不灵"))
    #expect(!told("助听器没声了，电池也不会换").contains("想要助听器"))
  }

  @Test("Words within a plain word do not count, but those that reach beyond it do")
  func hidden() {
    let situations = Situations(
      classes: "花\t花\n树\t树",
      situations: "种\t@花\tenvironment 1\n剪\t@树\tenvironment 1"
    )
    func names(_ text: String, _ hidden: [Range<Int>]) -> [String] {
      situations.find(SlipText(text), hidden: hidden).situations.map { situations.all[$0].name }
    }
    #expect(names("花了钱", [0..<2]).isEmpty)
    #expect(names("花了钱", []) == ["种"])
    #expect(names("老树花了钱", [2..<4]) == ["剪"])
  }

  @Test("Every line of the data is read: its classes stand in the table, its skills in the starting one")
  func data() throws {
    let lines = WishSchema.situations.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(Self.situations.all.count == lines.count)
    #expect(Set(Self.situations.all.map(\.name)).count == lines.count)
    let classes = Set(Self.situations.classNames)
    #expect(classes.count == Self.situations.classNames.count)
    let skills = Set(SkillTable.starting.map(\.name))
    for (line, situation) in zip(lines, Self.situations.all) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let words = try #require(columns.count > 2 ? columns[1].split(separator: " ") : nil, "\(line)")
      #expect(situation.all.count == words.count { !$0.hasPrefix("!") })
      for part in words.flatMap({ $0.split(whereSeparator: { $0 == "|" || $0 == "!" }) })
      where part.hasPrefix("@") {
        #expect(classes.contains(String(part.dropFirst())), "\(part) in \(line)")
      }
      #expect(situation.skills.allSatisfy { skills.contains($0.name) }, "\(line)")
      #expect(situation.weights.max() > 0 || situation.urgency != 0, "it says nothing: \(line)")
    }
  }
}
