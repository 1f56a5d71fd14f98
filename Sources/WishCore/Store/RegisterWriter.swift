/// Writes the register's changed entries, in their keys' order. It changes rarely and is small, so that
/// its statements are prepared when there is something to write.
struct RegisterWriter {
  let connection: Connection

  func write(_ register: Register) throws(StoreFault) {
    try writeAreas(register)
    try writeUnits(register)
    try writeSkills(register)
    try writeAccounts(register)
    for (_, member) in register.members.inOrder { try write(member) }
    try writeStandards(register)
  }

  private func writeAreas(_ register: Register) throws(StoreFault) {
    guard !register.areas.isEmpty else { return }
    let row = try Statement(
      connection,
      """
      INSERT INTO area (code, name, level, parent, cap_yuan, stale) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,
        parent = excluded.parent, cap_yuan = excluded.cap_yuan, stale = excluded.stale
      """
    )
    for (_, area) in register.areas.inOrder {
      row.bind(area.code)
      row.bind(area.name)
      row.bind(area.level)
      row.bind(area.parent)
      row.bind(area.capYuan)
      row.bind(area.stale?.description)
      try row.run()
    }
  }

  private func writeUnits(_ register: Register) throws(StoreFault) {
    guard !register.units.isEmpty else { return }
    let row = try Statement(
      connection,
      "INSERT INTO unit (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name"
    )
    for (_, unit) in register.units.inOrder {
      row.bind(unit.code)
      row.bind(unit.name)
      try row.run()
    }
  }

  private func writeSkills(_ register: Register) throws(StoreFault) {
    guard !register.skills.isEmpty else { return }
    let row = try Statement(
      connection,
      """
      INSERT INTO skill (name, parent) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET parent = excluded.parent
      """
    )
    for (_, skill) in register.skills.inOrder {
      row.bind(skill.name.text)
      row.bind(skill.parent?.text)
      try row.run()
      try writeList(skill.aliases, "skill_alias", of: "skill", skill.name.text, "alias")
    }
  }

  private func writeAccounts(_ register: Register) throws(StoreFault) {
    guard !register.accounts.isEmpty || !register.secrets.isEmpty else { return }
    let row = try Statement(
      connection,
      """
      INSERT INTO account (code, role, area, name, enabled, generation) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET role = excluded.role, area = excluded.area, name = excluded.name,
        enabled = excluded.enabled, generation = excluded.generation
      """
    )
    for (_, account) in register.accounts.inOrder {
      row.bind(account.code)
      row.bind(account.role)
      row.bind(account.area)
      row.bind(account.name)
      row.bind(account.isEnabled)
      row.bind(account.generation)
      try row.run()
    }
    let secretRow = try Statement(connection, "UPDATE account SET secret = ? WHERE code = ? RETURNING code")
    for (code, secret) in register.secrets.inOrder {
      secretRow.bind(secret)
      secretRow.bind(code)
      let written = try secretRow.firstRow { secretRow.nextText() }
      precondition(written == code.text, "a secret of no account")
    }
  }

  private func write(_ member: Member) throws(StoreFault) {
    let row = try Statement(
      connection,
      """
      INSERT INTO member (account, kind, level, unit, capacity) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (account) DO UPDATE SET kind = excluded.kind, level = excluded.level,
        unit = excluded.unit, capacity = excluded.capacity
      """
    )
    row.bind(member.account)
    row.bind(member.kind)
    row.bind(member.level)
    row.bind(member.unit)
    row.bind(member.capacity)
    try row.run()
    let code = member.account.text
    try writeList(member.skills.map(\.text), "member_skill", of: "member", code, "skill")
    try writeList(member.areas.map(\.text), "member_area", of: "member", code, "area")
    try writeList(member.prefers.map(\.rawValue), "member_prefers", of: "member", code, "category")
    try writeList(member.available.map(\.rawValue), "member_available", of: "member", code, "time")
  }

  private func writeStandards(_ register: Register) throws(StoreFault) {
    guard !register.standards.isEmpty else { return }
    let row = try Statement(
      connection,
      """
      INSERT INTO standard (community, category, time_limit, text) VALUES (?, ?, ?, ?)
      ON CONFLICT (community, category) DO UPDATE SET time_limit = excluded.time_limit,
        text = excluded.text
      """
    )
    for (key, standard) in register.standards.inOrder {
      row.bind(key.community)
      row.bind(key.category)
      row.bind(standard.limit.description)
      row.bind(standard.text)
      try row.run()
    }
  }

  /// Replaces the list of `owner` in a table of (owner, position, item).
  private func writeList(
    _ items: [String],
    _ table: String,
    of ownerColumn: String,
    _ owner: String,
    _ itemColumn: String
  ) throws(StoreFault) {
    let delete = try Statement(connection, "DELETE FROM \(table) WHERE \(ownerColumn) = ?")
    delete.bind(owner)
    try delete.run()
    guard !items.isEmpty else { return }
    let insert = try Statement(
      connection,
      "INSERT INTO \(table) (\(ownerColumn), position, \(itemColumn)) VALUES (?, ?, ?)"
    )
    for (position, item) in items.enumerated() {
      insert.bind(owner)
      insert.bind(position)
      insert.bind(item)
      try insert.run()
    }
  }
}
