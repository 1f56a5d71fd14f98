import Testing

@testable import WishCore

@Suite("What is suggested does not depend on the order in which the skills are given")
struct SkillOrderTests {
  @Test("Of skills with equal weights the same ones are named", arguments: ["想请人帮忙。", "想学一门手艺"])
  func equalWeights(text: String) {
    let table = SkillTable.starting
    let forward = Suggester(skills: table).suggest(text)
    #expect(Suggester(skills: Array(table.reversed())).suggest(text) == forward)
    #expect(Suggester(skills: Array(table.dropFirst(7) + table.prefix(7))).suggest(text) == forward)
  }
}
