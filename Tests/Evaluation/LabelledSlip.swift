import WishCore

/// A slip with what a reviewer makes of it.
struct LabelledSlip {
  let id: String
  let text: String
  let primary: WishCore.Category
  let acceptable: [WishCore.Category]
  let isUrgent: Bool
  let skills: [String]
  /// Slips of one group ask for the same; nil where nobody else asks for it.
  let twins: String?
  /// Slips of one group look alike and ask for different things.
  let lookAlikes: String?
  /// Slips of one batch were written together, and lie in one community.
  let batch: String

  /// Where its batch lies.
  var community: AreaCode {
    guard let code = AreaCode("batch-\(batch)") else { preconditionFailure("a batch is a short word") }
    return code
  }

  /// The reviewer's decision, as the suggester learns it.
  func review(in community: AreaCode) -> Review {
    Review(text, primary, skills: skills.map { SkillName($0) }, isUrgent: isUrgent, in: community)
  }

  /// Reads a table whose first line names the columns, apart by tabs.
  static func read(_ table: String) -> [LabelledSlip] {
    var lines = table.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard !lines.isEmpty else { return [] }
    let columns = Dictionary(lines.removeFirst().enumerated().map { ($1, $0) }) { first, _ in first }
    return lines.compactMap { cells in
      func cell(_ name: String) -> String {
        guard let column = columns[name], column < cells.count else { return "" }
        return cells[column]
      }
      guard let primary = WishCore.Category(rawValue: cell("primary")) else { return nil }
      func list(_ name: String) -> [String] { cell(name).split(separator: ",").map(String.init) }
      return LabelledSlip(
        id: cell("id"),
        text: cell("text"),
        primary: primary,
        acceptable: list("acceptable").compactMap(WishCore.Category.init(rawValue:)),
        isUrgent: cell("urgency") == "urgent",
        skills: list("skills"),
        twins: cell("dup_group").isEmpty ? nil : cell("dup_group"),
        lookAlikes: cell("hard_negative_group").isEmpty ? nil : cell("hard_negative_group"),
        batch: cell("batch")
      )
    }
  }
}
