extension Changes {
  /// ACCOUNT: creates an account and shows its secret this once, or changes one.
  static func account(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code: AccountCode = try line.code("code")
    guard !reserved.contains(code.text) else { throw .badArgument("code", .notThis) }
    guard let role: Role = try line.word("role") else { throw .badArgument("role", .missing) }
    let area: AreaCode?
    if role == .admin {
      guard line.value("area") ?? "all" == "all" else { throw .badArgument("area", .notAmong(["all"])) }
      area = nil
    } else {
      area = try line.code("area")
    }
    let name = try line.edit("name", line.text)
    return { office throws(Refusal) in
      if let area { _ = try office.area(area, reachedBy: who) }
      var account = Account(code: code, role: role, area: area)
      let old = office.account(code)
      if let old {
        account = old
        guard Policy.manages(who, old, in: office) else { throw .notFound }
      }
      // Staff hire members and set up terminals; everybody else is the administrator's.
      account.role = role
      account.area = area
      guard Policy.manages(who, account, in: office) else { throw .forbidden(.role) }
      account.name = name.applied(to: account.name)
      if let old, old.role == .admin, role != .admin { try office.checkNotLastAdmin(old) }
      if old != nil { account.generation += 1 }
      let secret = old == nil ? try office.useSecret(for: account) : nil
      office.batch.register.accounts[code] = account
      if let old, old.role == .member, role != .member {
        try office.endClaims(of: code, by: who.account)
        try office.endWaits(of: code, by: who.account)
      }
      if role == .member, let area {
        office.enrol(code, in: area)
        try office.endWaitsOutOfReach(of: code, by: who.account)
      }
      var done = Done(
        "account",
        code.text,
        office.log(.register(type: .account, code: code.text), by: who.account)
      )
      done.secret = secret
      return done
    }
  }

  /// ROTATE: a new secret; the old one, and sessions made with it, end.
  static func rotate(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    try change(line, who, .rotated) { account, office throws(Refusal) in
      let secret = try office.useSecret(for: account)
      account.generation += 1
      return secret
    }
  }

  /// DISABLE: ends an account; what it was working on goes back on the wall.
  static func disable(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    try change(line, who, .disabled) { account, office throws(Refusal) in
      if account.isEnabled {
        try office.checkNotLastAdmin(account)
        try office.endClaims(of: account.code, by: who.account)
        try office.endWaits(of: account.code, by: who.account)
        account.isEnabled = false
        account.generation += 1
      }
      return nil
    }
  }

  /// ENABLE: takes an account back.
  static func enable(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    try change(line, who, .enabled) { account, _ in
      if !account.isEnabled {
        account.isEnabled = true
        account.generation += 1
      }
      return nil
    }
  }

  private static func change(
    _ line: ArgumentReader,
    _ who: Identity,
    _ type: RegisterChange,
    _ body: @escaping (inout Account, Office) throws(Refusal) -> String?
  ) throws(Refusal) -> Change {
    let code: AccountCode = try line.code("code")
    return { office throws(Refusal) in
      guard var account = office.account(code), Policy.manages(who, account, in: office) else {
        throw .notFound
      }
      let secret = try body(&account, office)
      office.batch.register.accounts[code] = account
      var done = Done(
        "account",
        code.text,
        office.log(.register(type: type, code: code.text), by: who.account)
      )
      done.secret = secret
      return done
    }
  }

  /// MEMBER: reports in, or changes what is known of a member.
  static func member(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code: AccountCode = try line.code("account")
    let kind: MemberKind? = try line.word("kind")
    let level: MemberLevel? = try line.word("level")
    let unit = try line.edit("unit", line.text)
    let skills = try line.list("skills")
    let prefers = try categories(line, "prefers")
    let areas = try line.list("areas")
    let capacity = try line.number("capacity", in: Limits.capacity)
    let available: [Availability]? = try line.words("available")
    return { office throws(Refusal) in
      guard let account = office.account(code), account.isEnabled,
        account.role == .member || account.role == .staff
      else { throw .notFound }
      guard code == who.account || office.mayChange(account, by: who), let home = account.area else {
        throw .notFound
      }
      var member = office.member(code) ?? Member(account: code, area: home)
      if let areas { member.areas = try office.areas(of: member, from: areas, by: who) }
      switch unit {
      case .keep: break
      case .clear: member.unit = nil
      case .set(let text): member.unit = try office.findUnit(text)
      }
      if let skills { member.skills = try office.canonical(skills, argument: "skills") }
      member.kind = kind ?? member.kind
      member.level = level ?? member.level
      member.prefers = prefers ?? member.prefers
      member.capacity = capacity ?? member.capacity
      member.available = available.map { $0.isEmpty ? [.any] : $0 } ?? member.available
      office.batch.register.members[code] = member
      if account.role == .member, account.area != member.areas.first {
        var account = account
        account.area = member.areas.first
        office.batch.register.accounts[code] = account
      }
      try office.endWaitsOutOfReach(of: code, by: who.account)
      return Done("member", code.text, office.log(.register(type: .member, code: code.text), by: who.account))
    }
  }

  private static func categories(_ line: ArgumentReader, _ name: String) throws(Refusal) -> [Category]? {
    guard let items = try line.list(name) else { return nil }
    var categories: [Category] = []
    for item in items {
      guard let category = Category(rawValue: item) ?? Category.allCases.first(where: { $0.label == item })
      else { throw .badArgument(name, .notAmong(Category.allCases.map(\.rawValue))) }
      categories.append(category)
    }
    return categories
  }
}

extension Office {
  /// Whether staff may change a member: it is of their own area, or has reported in to a part of it.
  fileprivate func mayChange(_ account: Account, by who: Identity) -> Bool {
    if Policy.manages(who, account, in: self) { return true }
    guard who.role == .staff, let member = member(account.code) else { return false }
    return member.areas.contains { Policy.covers(who, $0, in: self) }
  }

  /// Makes a member of an account, or moves the one it is: its first area is the account's.
  fileprivate func enrol(_ code: AccountCode, in area: AreaCode) {
    var member = member(code) ?? Member(account: code, area: area)
    if member.areas.first != area { member.areas = [area] + member.areas.dropFirst().filter { $0 != area } }
    batch.register.members[code] = member
  }

  /// A member's areas after `given` were set: staff decide on those in their own area and leave the rest;
  /// the first stays first where it is not theirs.
  fileprivate func areas(of member: Member, from given: [String], by who: Identity) throws(Refusal)
    -> [AreaCode]
  {
    var new: [AreaCode] = []
    for text in given {
      guard let code = AreaCode(text) else { throw .badArgument("areas", .form("a-z 0-9 -")) }
      new.append(try area(code, reachedBy: who).code)
    }
    let foreign = member.areas.filter { !Policy.covers(who, $0, in: self) }
    let areas =
      member.areas.first.map { foreign.contains($0) } ?? false ? foreign + new : new + foreign
    guard !areas.isEmpty else { throw .badArgument("areas", .missing) }
    return areas
  }

  /// A unit by its code or its name.
  fileprivate func findUnit(_ text: String) throws(Refusal) -> UnitCode {
    if let code = UnitCode(text), unit(code) != nil { return code }
    let named = [batch.register.units, register.units].lazy.flatMap(\.values).filter { $0.name == text }
    guard let found = named.map(\.code).min() else {
      throw .badArgument("unit", .unknown(nearest: nil))
    }
    return found
  }

  /// Somebody must be left who can look after the service.
  fileprivate func checkNotLastAdmin(_ account: Account) throws(Refusal) {
    guard account.role == .admin else { return }
    let others = register.accounts.merging(batch.register.accounts) { _, new in new }.values
    guard others.contains(where: { $0.role == .admin && $0.isEnabled && $0.code != account.code }) else {
      throw .badArgument("code", .needs(.lastAdmin))
    }
  }

  /// Ends everything that a member is working on.
  fileprivate func endClaims(of code: AccountCode, by account: AccountCode) throws(Refusal) {
    for number in holding(of: code) {
      guard let wish = try wish(number) else { preconditionFailure("\(code) holds no wish \(number)") }
      _ = try take(.cancel(code), on: wish, by: account)
    }
  }

  /// The secret that was made for this request, put into the batch.
  fileprivate func useSecret(for account: Account) throws(Refusal) -> String {
    guard let fresh = freshSecret else { throw .fault }
    batch.register.secrets[account.code] = fresh.hash
    return fresh.plain
  }
}
