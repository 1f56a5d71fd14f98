/// The fields of a slip as a line gives them, for POST and AMEND.
struct SlipLine {
  var community: AreaCode?
  var grid: Edit<AreaCode>
  var source: Edit<Source>
  var received: Edit<Day>
  var batch: Edit<String>
  var ref: Edit<String>
  var name: Edit<String>
  var phone: Edit<String>
  var address: Edit<String>
  var contactName: Edit<String>
  var contactPhone: Edit<String>
  var relation: Edit<Relation>
  var groups: [Hardship]?
  var kind: WishKind?
  var value: Edit<Int>
  var category: Edit<Category>
  var skills: [String]?
  var slots: Int?
  var urgency: Urgency?
  var needed: Edit<Moment>
  var nameShown: NameShown?
  var hasConsent: Bool?
  var isConfidential: Bool?
  var text: String?

  /// Reads the fields. In AMEND `""` empties one; in POST an empty one is refused where it is no text.
  init(_ line: ArgumentReader) throws(Refusal) {
    community = try line.codeIfGiven("community")
    grid = try line.edit("grid") { (name) throws(Refusal) -> AreaCode? in try line.code(name) }
    source = try line.edit("source") { name throws(Refusal) in try line.word(name) }
    received = try line.edit("received", line.day)
    batch = try line.edit("batch", line.text)
    ref = try line.edit("ref", line.text)
    name = try line.edit("name", line.text)
    phone = try line.edit("phone", line.text)
    address = try line.edit("address", line.text)
    contactName = try line.edit("contact-name", line.text)
    contactPhone = try line.edit("contact-phone", line.text)
    relation = try line.edit("relation") { name throws(Refusal) in try line.word(name) }
    groups = try line.words("group")
    kind = try line.word("kind")
    value = try line.edit("value") { name throws(Refusal) in try line.number(name, in: Limits.yuan) }
    category = try line.edit("category", line.category)
    skills = try line.list("skills")
    slots = try line.number("slots", in: Limits.slots)
    urgency = try line.word("urgency")
    needed = try line.edit("needed", line.moment)
    nameShown = try line.word("show")
    hasConsent = try line.edit("consent") { name throws(Refusal) in try line.yesOrNo(name) }.flag(
      cleared: true
    )
    isConfidential = try line.edit("confidential") { name throws(Refusal) in try line.yesOrNo(name) }
      .flag(cleared: false)
    if line.has("text"), line.raw != nil { throw .badArgument("text", .doubled) }
    text = try line.text("text") ?? line.note
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
