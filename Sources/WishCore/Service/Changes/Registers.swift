extension Changes {
  /// AREA: adds or changes a place of the area tree.
  static func area(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code: AreaCode = try line.code("code")
    guard !reserved.contains(code.text) else { throw .badArgument("code", .notThis) }
    guard let name = try line.text("name") else { throw .badArgument("name", .missing) }
    guard let level: AreaLevel = try line.word("level") else { throw .badArgument("level", .missing) }
    let parent = try line.edit("parent") { (name) throws(Refusal) -> AreaCode? in try line.code(name) }
    let cap = try line.number("cap", in: Limits.yuan)
    let stale = try line.edit("stale", line.span)
    return { office throws(Refusal) in
      let old = office.area(code)
      // A place keeps its level: wishes and accounts hang on it.
      guard old == nil || old?.level == level else {
        throw .badArgument("level", .notAmong([old?.level.rawValue ?? ""]))
      }
      var area = old ?? Area(code: code, name: name, level: level)
      area.name = name
      area.parent = parent.applied(to: area.parent)
      area.capYuan = cap ?? area.capYuan
      area.stale = stale.applied(to: area.stale)
      try checkParent(of: area, was: old?.parent, office)
      office.batch.register.areas[code] = area
      return Done("area", code.text, office.log(.register(type: .area, code: code.text), by: who.account))
    }
  }

  /// A parent is an area of a higher level; a grid lies in a community.
  private static func checkParent(of area: Area, was old: AreaCode?, _ office: Office) throws(Refusal) {
    guard let code = area.parent else {
      guard area.level != .grid else { throw .badArgument("parent", .missing) }
      return
    }
    guard area.level != .district else { throw .badArgument("parent", .unexpected) }
    guard let parent = office.area(code) else { throw .badArgument("parent", .unknown(nearest: nil)) }
    guard parent.level.depth < area.level.depth, area.level != .grid || parent.level == .community else {
      throw .badArgument(
        "parent",
        .notAmong(AreaLevel.allCases.filter { $0.depth < area.level.depth }.map(\.rawValue))
      )
    }
    // A grid's wishes are its community's: it cannot move to another one.
    guard area.level != .grid || old == nil || old == code else {
      throw .badArgument("parent", .notThis)
    }
  }

  /// Codes that mean something else.
  static let reserved: Set<String> = ["all", "system"]

  /// UNIT: adds or changes a unit.
  static func unit(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code: UnitCode = try line.code("code")
    guard !reserved.contains(code.text) else { throw .badArgument("code", .notThis) }
    guard let name = try line.text("name") else { throw .badArgument("name", .missing) }
    return { office throws(Refusal) in
      office.batch.register.units[code] = Unit(code: code, name: name)
      return Done("unit", code.text, office.log(.register(type: .unit, code: code.text), by: who.account))
    }
  }

  /// SKILL: adds or changes a skill.
  static func skill(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let name = try skillName(line.required("name"), argument: "name")
    let parent = try line.edit("parent", line.text)
    let aliases = try line.list("aliases")
    for alias in aliases ?? [] { _ = try skillName(alias, argument: "aliases") }
    return { office throws(Refusal) in
      var skill = office.skill(name) ?? Skill(name: name)
      switch parent {
      case .keep: break
      case .clear: skill.parent = nil
      case .set(let text):
        guard let found = try office.canonical([text], argument: "parent").first, found != name,
          !office.isSkill(found, under: name)
        else { throw .badArgument("parent", .notThis) }
        skill.parent = found
      }
      skill.aliases = aliases ?? skill.aliases
      if let taken = skill.aliases.first(where: { office.skillIndex.find($0).map { $0 != name } ?? false }) {
        throw .badArgument("aliases", .takenBy(office.skillIndex.find(taken)?.text ?? taken))
      }
      if office.skill(name) == nil, let owner = office.skillIndex.find(name.text) {
        throw .badArgument("name", .takenBy(owner.text))
      }
      office.batch.register.skills[name] = skill
      return Done("skill", name.text, office.log(.register(type: .skill, code: name.text), by: who.account))
    }
  }

  /// A skill's name stands in lists and in the log's words: letters, digits and marks without a meaning.
  private static func skillName(_ text: String, argument: String) throws(Refusal) -> SkillName {
    guard text.utf8.count <= Limits.nameBytesMax else { throw .tooLong(argument: argument) }
    let isName =
      !text.isEmpty && text != "-"
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "-+/·".unicodeScalars.contains($0)
      }
    guard isName else { throw .badArgument(argument, .form("水电维修")) }
    return SkillName(text)
  }

  /// STANDARD: what a community promises for a category where APPROVE does not say.
  static func standard(_ line: ArgumentReader, _ who: Identity, _ office: Office) throws(Refusal) -> Change {
    guard let category = try line.category() else { throw .badArgument("category", .missing) }
    guard let limit = try line.span("limit") else { throw .badArgument("limit", .missing) }
    guard let text = try line.text("standard") else { throw .badArgument("standard", .missing) }
    let given: AreaCode? = try line.codeIfGiven("community")
    guard
      let code = given
        ?? who.areas.first.flatMap({ office.area($0) }).flatMap({ $0.level == .community ? $0.code : nil })
    else { throw .badArgument("community", .missing) }
    return { office throws(Refusal) in
      guard try office.area(code, reachedBy: who).level == .community else { throw .notFound }
      office.batch.register.standards[StandardKey(community: code, category: category)] = Standard(
        limit: limit,
        text: text
      )
      let event = office.log(.register(type: .standard, code: code.text), by: who.account)
      return Done("community", code.text, event)
    }
  }
}

extension Office {
  /// Whether a skill is `other` or a part of it.
  func isSkill(_ name: SkillName, under other: SkillName) -> Bool {
    var place: SkillName? = name
    for _ in 0..<Eligibility.depthMax {
      guard let here = place else { return false }
      if here == other { return true }
      place = skill(here)?.parent
    }
    return true
  }
}
