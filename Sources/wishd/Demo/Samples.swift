import WishCore

/// What is to become of a sample slip.
enum Fate: String, CaseIterable {
  case collect, approve, publish, claim, fulfil, confirm
  case sendBack = "return"
  case reject, merge, refer
  /// Two members want it at the same moment.
  case race
  /// The resident is not content with the first one who did it.
  case unhappy
  /// Whoever took it does nothing until the time is over.
  case lapse

  /// The state in which the play leaves it.
  var state: WishState {
    switch self {
    case .collect: .collected
    case .approve: .approved
    case .publish, .lapse: .published
    case .claim, .race: .claimed
    case .fulfil: .fulfilled
    case .confirm, .unhappy: .confirmed
    case .sendBack: .returned
    case .reject: .rejected
    case .merge: .merged
    case .refer: .referred
    }
  }

  /// Whether the review approves it.
  var isApproved: Bool {
    switch self {
    case .collect, .sendBack, .reject, .merge, .refer: false
    case .approve, .publish, .claim, .fulfil, .confirm, .race, .unhappy, .lapse: true
    }
  }
}

/// A row of `slips.tsv`: a slip as it came, and what is to become of it.
struct SampleSlip {
  /// Its place in the table, from 1.
  let place: Int
  let community: String
  let category: Category
  let fate: Fate
  private let row: SampleRow

  fileprivate init?(_ row: SampleRow, place: Int) {
    guard let community = row["community"], let category = row["category"].flatMap(Category.init(rawValue:)),
      let fate = row["fate"].flatMap(Fate.init(rawValue:))
    else { return nil }
    self.place = place
    self.community = community
    self.category = category
    self.fate = fate
    self.row = row
  }

  /// A column; nil where it is empty.
  subscript(column: String) -> String? { row[column] }

  /// What the person wishes.
  var text: String { row["text"] ?? "" }
  /// How many may take it.
  var slots: Int { row["slots"].flatMap { Int($0) } ?? 1 }
  var isConfidential: Bool { row["confidential"] == "yes" }
  var isGoods: Bool { row["kind"] == "goods" }

  /// Whether nothing on it tells who wrote it.
  var isNameless: Bool { row["name"] == nil && row["phone"] == nil && row["address"] == nil }

  /// All rows, in order.
  static let all: [SampleSlip] = SampleRow.read(PackageResources.slips_tsv).enumerated().map { index, row in
    guard let slip = SampleSlip(row, place: index + 1) else {
      preconditionFailure("row \(index + 1) of slips.tsv is no slip")
    }
    return slip
  }
}

/// A row of `members.tsv`.
struct SampleMember {
  let code: String
  private let row: SampleRow

  /// A column; nil where it is empty.
  subscript(column: String) -> String? { row[column] }

  /// The first of its areas, which is its account's.
  var area: String { String((row["areas"] ?? "").prefix { $0 != "," }) }

  /// All rows, in order.
  static let all: [SampleMember] = SampleRow.read(PackageResources.members_tsv).map { row in
    guard let code = row["code"] else { preconditionFailure("a row of members.tsv has no code") }
    return SampleMember(code: code, row: row)
  }
}

/// A row of a table of tab-separated columns under a heading.
private struct SampleRow {
  private let cells: [Substring: Substring]

  /// A cell; nil where it is empty.
  subscript(column: String) -> String? {
    guard let cell = cells[column[...]], !cell.isEmpty else { return nil }
    return String(cell)
  }

  static func read(_ bytes: [UInt8]) -> [SampleRow] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let columns = lines.first?.split(separator: "\t") ?? []
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return SampleRow(cells: Dictionary(zip(columns, cells)) { first, _ in first })
    }
  }
}
