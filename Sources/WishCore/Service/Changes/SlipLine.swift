/// The fields of a slip as a line gives them, for POST and AMEND.
struct SlipLine {
  private(set) var community: AreaCode?
  private(set) var grid: Edit<AreaCode> = .keep
  private(set) var source: Edit<Source> = .keep
  private(set) var received: Edit<Day> = .keep
  private(set) var batch: Edit<String> = .keep
  private(set) var ref: Edit<String> = .keep
  private(set) var name: Edit<String> = .keep
  private(set) var phone: Edit<String> = .keep
  private(set) var address: Edit<String> = .keep
  private(set) var contactName: Edit<String> = .keep
  private(set) var contactPhone: Edit<String> = .keep
  private(set) var relation: Edit<Relation> = .keep
  private(set) var groups: [Hardship]?
  private(set) var kind: WishKind?
  private(set) var value: Edit<Int> = .keep
  private(set) var category: Edit<Category> = .keep
  private(set) var skills: [String]?
  private(set) var slots: Int?
  private(set) var urgency: Urgency?
  private(set) var needed: Edit<Moment> = .keep
  private(set) var nameShown: NameShown?
  private(set) var hasConsent: Bool?
  private(set) var isConfidential: Bool?
  private(set) var text: String?

  /// Reads the fields that the line gives. In AMEND `""` empties one; POST refuses what it cannot use.
  init(_ line: ArgumentReader) throws(Refusal) {
    for field in line.names { try read(field, line) }
    if line.has("text"), line.raw != nil { throw .badArgument("text", .doubled) }
    text = try line.text("text") ?? line.note
  }

  private mutating func read(_ field: String, _ line: ArgumentReader) throws(Refusal) {
    switch field {
    case "community": community = try line.codeIfGiven(field)
    case "grid": grid = try line.edit(field) { (name) throws(Refusal) -> AreaCode? in try line.code(name) }
    case "source": source = try line.edit(field) { (name) throws(Refusal) in try line.word(name) }
    case "received": received = try line.edit(field, line.day)
    case "batch": batch = try line.edit(field, line.text)
    case "ref": ref = try line.edit(field, line.text)
    case "name": name = try line.edit(field, line.text)
    case "phone": phone = try line.edit(field, line.text)
    case "address": address = try line.edit(field, line.text)
    case "contact-name": contactName = try line.edit(field, line.text)
    case "contact-phone": contactPhone = try line.edit(field, line.text)
    case "relation": relation = try line.edit(field) { (name) throws(Refusal) in try line.word(name) }
    case "group": groups = try line.words(field)
    case "kind": kind = try line.word(field)
    case "value":
      value = try line.edit(field) { (name) throws(Refusal) in try line.number(name, in: Limits.yuan) }
    case "category": category = try line.edit(field, line.category)
    case "skills": skills = try line.list(field)
    case "slots": slots = try line.number(field, in: Limits.slots)
    case "urgency": urgency = try line.word(field)
    case "needed": needed = try line.edit(field, line.moment)
    case "show": nameShown = try line.word(field)
    case "consent":
      hasConsent = try line.edit(field) { (name) throws(Refusal) in try line.yesOrNo(name) }.flag(
        cleared: true
      )
    case "confidential":
      isConfidential = try line.edit(field) { (name) throws(Refusal) in try line.yesOrNo(name) }
        .flag(cleared: false)
    default: break
    }
  }

  /// Changes what people wrote on a slip.
  func apply(to papers: inout Papers) {
    papers.text = text ?? papers.text
    papers.name = name.applied(to: papers.name)
    papers.phone = phone.applied(to: papers.phone)
    papers.address = address.applied(to: papers.address)
    papers.contactName = contactName.applied(to: papers.contactName)
    papers.contactPhone = contactPhone.applied(to: papers.contactPhone)
    papers.relation = relation.applied(to: papers.relation)
    papers.groups = groups ?? papers.groups
    papers.ref = ref.applied(to: papers.ref)
    papers.batch = batch.applied(to: papers.batch)
  }

  /// What a new slip says in codes.
  func posting(community: AreaCode, grid: AreaCode?, skills: [SkillName]) -> Fact.Posting {
    let consent = hasConsent ?? true
    let kind = kind ?? .service
    return Fact.Posting(
      community: community,
      grid: grid,
      source: source.applied(to: nil),
      received: received.applied(to: nil),
      category: category.applied(to: nil),
      kind: kind,
      valueYuan: value.applied(to: nil),
      skills: skills,
      slots: slots ?? 1,
      urgency: urgency ?? .normal,
      needed: needed.applied(to: nil),
      nameShown: nameShown ?? .anonymous,
      hasConsent: consent,
      isConfidential: isConfidential ?? false || !consent
    )
  }
}

extension Edit where Value == Bool {
  /// The flag that was given; emptied, it is `cleared`.
  fileprivate func flag(cleared: Bool) -> Bool? {
    switch self {
    case .keep: nil
    case .set(let value): value
    case .clear: cleared
    }
  }
}
