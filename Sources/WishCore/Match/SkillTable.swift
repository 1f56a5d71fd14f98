import WishSchema

/// The starting table of skills that comes with the binary.
public enum SkillTable {
  /// Every skill of the table, parents before their children.
  public static let starting: [Skill] = read(WishSchema.skills)

  /// Reads lines of `name`, comma-separated aliases and parent, apart by tabs; blank lines and those that
  /// begin with `#` are passed over.
  static func read(_ table: String) -> [Skill] {
    table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let name = columns.first, !name.isEmpty else { return nil }
      let aliases = columns.count > 1 ? columns[1].split(separator: ",").map(String.init) : []
      let parent = columns.count > 2 && !columns[2].isEmpty ? SkillName(columns[2]) : nil
      return Skill(name: SkillName(name), parent: parent, aliases: aliases)
    }
  }
}
