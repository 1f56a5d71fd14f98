/// Reads the whole register.
struct RegisterReader {
  let connection: Connection

  func register() throws(StoreFault) -> Register {
    var register = Register()
    for area in try areas() { register.areas[area.code] = area }
    try forEach("SELECT code, name FROM unit") { row in
      let unit = Unit(code: row.nextCode(), name: row.nextText())
      register.units[unit.code] = unit
    }
    try forEach("SELECT name, parent FROM skill") { row in
      let skill = Skill(name: row.nextSkill(), parent: row.nextOptionalText().map { SkillName($0) })
      register.skills[skill.name] = skill
    }
    try forEach("SELECT skill, alias FROM skill_alias ORDER BY skill, position") { row in
      register.skills[row.nextSkill()]?.aliases.append(row.nextText())
    }
    try readAccounts(into: &register)
    try readMembers(into: &register)
    try readStandards(into: &register)
    return register
  }

  /// All areas, by code.
  func areas() throws(StoreFault) -> [Area] {
    let reader = try AreaReader(connection, "true")
    return try reader.areas()
  }

  private func readAccounts(into register: inout Register) throws(StoreFault) {
    let roles = WordColumn<Role>("role")
    try forEach("SELECT code, role, area, name, enabled, generation, secret FROM account") {
      row throws(StoreFault) in
      var account = Account(
        code: row.nextCode(),
        role: try roles.next(row),
        area: row.nextOptionalCode(),
        name: row.nextOptionalText()
      )
      account.isEnabled = row.nextBool()
      account.generation = row.nextInt()
      register.accounts[account.code] = account
      register.secrets[account.code] = row.nextOptionalText()
    }
  }

  private func readMembers(into register: inout Register) throws(StoreFault) {
    let kinds = WordColumn<MemberKind>("kind")
    let levels = WordColumn<MemberLevel>("level")
    let categories = WordColumn<Category>("category")
    let times = WordColumn<Availability>("time")
    var areas: [AccountCode: [AreaCode]] = [:]
    try forEach("SELECT member, area FROM member_area ORDER BY member, position") { row in
      areas[row.nextCode(), default: []].append(row.nextCode())
    }
    try forEach("SELECT account, kind, level, unit, capacity FROM member") { row throws(StoreFault) in
      let account: AccountCode = row.nextCode()
      guard let all = areas[account], let first = all.first else {
        throw .row("member_area", "a member of no area")
      }
      var member = Member(account: account, area: first)
      member.kind = try kinds.next(row)
      member.level = try levels.next(row)
      member.unit = row.nextOptionalCode()
      member.capacity = row.nextInt()
      member.areas = all
      member.available = []
      register.members[account] = member
    }
    try forEach("SELECT member, skill FROM member_skill ORDER BY member, position") { row in
      register.members[row.nextCode()]?.skills.append(row.nextSkill())
    }
    try forEach("SELECT member, category FROM member_prefers ORDER BY member, position") {
      row throws(StoreFault) in
      register.members[row.nextCode()]?.prefers.append(try categories.next(row))
    }
    try forEach("SELECT member, time FROM member_available ORDER BY member, position") {
      row throws(StoreFault) in
      register.members[row.nextCode()]?.available.append(try times.next(row))
    }
  }

  private func readStandards(into register: inout Register) throws(StoreFault) {
    let categories = WordColumn<Category>("category")
    try forEach("SELECT community, category, time_limit, text FROM standard") { row throws(StoreFault) in
      let key = StandardKey(community: row.nextCode(), category: try categories.next(row))
      guard let limit = try row.nextOptionalSpan() else { throw .row("standard", "no time limit") }
      register.standards[key] = Standard(limit: limit, text: row.nextText())
    }
  }

  private func forEach(_ sql: String, _ body: (Statement) throws(StoreFault) -> Void) throws(StoreFault) {
    let row = try Statement(connection, sql)
    try row.forEachRow { () throws(StoreFault) in try body(row) }
  }
}

/// Reads areas.
final class AreaReader {
  private let rows: Statement
  private let level = WordColumn<AreaLevel>("level")

  /// Those for which the condition holds; it may ask for a code by `?`.
  init(_ connection: Connection, _ condition: String) throws(StoreFault) {
    rows = try Statement(
      connection,
      "SELECT code, name, level, parent, cap_yuan, stale FROM area WHERE \(condition) ORDER BY code"
    )
  }

  func areas(_ code: AreaCode? = nil) throws(StoreFault) -> [Area] {
    var areas: [Area] = []
    if let code { rows.bind(code) }
    try rows.forEachRow { () throws(StoreFault) in
      areas.append(
        Area(
          code: rows.nextCode(),
          name: rows.nextText(),
          level: try level.next(rows),
          parent: rows.nextOptionalCode(),
          capYuan: rows.nextInt(),
          stale: try rows.nextOptionalSpan()
        )
      )
    }
    return areas
  }
}
