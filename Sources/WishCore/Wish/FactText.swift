/// How the log writes a fact: its type, the member it concerns, and the rest as `name=value` words.
///
/// All values are codes, numbers and table words, so they need no quoting; the line reads like the
/// protocol.
extension Fact {
  /// The event type, as the protocol names it.
  public var type: String {
    switch self {
    case .posted: "posted"
    case .amended: "amended"
    case .approved: "approved"
    case .published: "published"
    case .returned: "returned"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .merged: "merged"
    case .referred: "referred"
    case .reopened: "reopened"
    case .invited: "invited"
    case .waited: "waited"
    case .unwaited: "unwaited"
    case .claimed: "claimed"
    case .released: "released"
    case .renewed: "renewed"
    case .lapsed: "lapsed"
    case .cancelled: "cancelled"
    case .fulfilled: "fulfilled"
    case .confirmed: "confirmed"
    case .unconfirmed: "unconfirmed"
    case .closed: "closed"
    case .erased: "erased"
    }
  }

  /// The member that it concerns.
  public var member: AccountCode? {
    switch self {
    case .claimed(let claimed): claimed.member
    case .fulfilled(let member, _): member
    case .invited(let member), .waited(let member), .unwaited(let member), .released(let member),
      .lapsed(let member), .cancelled(let member):
      member
    case .renewed(let member, _, _): member
    case .posted, .amended, .approved, .published, .returned, .rejected, .withdrawn, .merged, .referred,
      .reopened, .confirmed, .unconfirmed, .closed, .erased:
      nil
    }
  }

  /// Everything else, as words.
  public var detail: String {
    var words = DetailWords()
    switch self {
    case .posted(let posting): posting.write(to: &words)
    case .amended(let amendment): amendment.write(to: &words)
    case .approved(let approval): approval.write(to: &words)
    case .rejected(let reason): words.add("reason", reason?.rawValue)
    case .withdrawn(let reason): words.add("reason", reason?.rawValue)
    case .merged(let into, let askers):
      words.add("into", into)
      words.add("askers", askers)
    case .referred(let until): words.add("until", until)
    case .reopened(let from, let askers):
      words.add("from", from)
      if from != nil { words.add("askers", askers) }
    case .claimed(let claimed):
      words.add("due", claimed.due)
      words.add("unit", claimed.unit?.text)
      words.add("level", claimed.level.rawValue)
      words.add("disclosed", claimed.isDisclosed ? "yes" : nil)
    case .renewed(_, let due, let byMember):
      words.add("due", due)
      words.add("by", byMember ? "member" : "staff")
    case .fulfilled(_, let category): words.add("category", category?.rawValue)
    case .confirmed(let answer), .closed(let answer): answer.write(to: &words)
    case .unconfirmed(let answer, let toReview):
      answer.write(to: &words)
      words.add("then", toReview ? "review" : "publish")
    case .published, .returned, .invited, .waited, .unwaited, .released, .lapsed, .cancelled, .erased: break
    }
    return words.text
  }

  /// Takes back what ``type``, ``member`` and ``detail`` wrote; nil where they do not belong together.
  public init?(type: String, member: AccountCode?, detail: String) {
    guard let words = DetailReader(detail) else { return nil }
    switch (type, member) {
    case ("posted", nil):
      guard let posting = Posting(words) else { return nil }
      self = .posted(posting)
    case ("amended", nil): self = .amended(Amendment(words))
    case ("approved", nil):
      guard let approval = Approval(words) else { return nil }
      self = .approved(approval)
    case ("published", nil): self = .published
    case ("returned", nil): self = .returned
    case ("rejected", nil): self = .rejected(words.word("reason"))
    case ("withdrawn", nil): self = .withdrawn(words.word("reason"))
    case ("merged", nil):
      guard let into = words.number("into"), let askers = words.number("askers") else { return nil }
      self = .merged(into: into, askers: Int(askers))
    case ("referred", nil): self = .referred(until: words.moment("until"))
    case ("reopened", nil):
      let (from, askers) = (words.number("from"), words.number("askers"))
      guard (from == nil) == (askers == nil) else { return nil }
      self = .reopened(from: from, askers: Int(askers ?? 0))
    case ("invited", let member?): self = .invited(member)
    case ("waited", let member?): self = .waited(member)
    case ("unwaited", let member?): self = .unwaited(member)
    case ("claimed", let member?):
      guard let due = words.moment("due"), let level: MemberLevel = words.word("level") else { return nil }
      self = .claimed(
        Claimed(
          member: member,
          due: due,
          unit: words["unit"].flatMap { UnitCode($0) },
          level: level,
          isDisclosed: words.flag("disclosed")
        )
      )
    case ("released", let member?): self = .released(member)
    case ("renewed", let member?):
      guard let due = words.moment("due") else { return nil }
      self = .renewed(member, due: due, byMember: words["by"] == "member")
    case ("lapsed", let member?): self = .lapsed(member)
    case ("cancelled", let member?): self = .cancelled(member)
    case ("fulfilled", let member): self = .fulfilled(member: member, category: words.word("category"))
    case ("confirmed", nil):
      guard let answer = Answer(words) else { return nil }
      self = .confirmed(answer)
    case ("unconfirmed", nil):
      guard let answer = Answer(words) else { return nil }
      self = .unconfirmed(answer, toReview: words["then"] == "review")
    case ("closed", nil):
      guard let answer = Answer(words) else { return nil }
      self = .closed(answer)
    case ("erased", nil): self = .erased
    default: return nil
    }
  }
}

extension Fact.Posting {
  fileprivate func write(to words: inout DetailWords) {
    words.add("community", community.text)
    words.add("grid", grid?.text)
    words.add("source", source?.rawValue)
    words.add("received", received?.text)
    words.add("category", category?.rawValue)
    words.add("kind", kind == .service ? nil : kind.rawValue)
    words.add("value", valueYuan)
    words.add("skills", skills)
    words.add("slots", slots == 1 ? nil : slots)
    words.add("urgency", urgency == .normal ? nil : urgency.rawValue)
    words.add("needed", needed)
    words.add("show", nameShown == .anonymous ? nil : nameShown.rawValue)
    words.add("consent", hasConsent ? nil : "no")
    words.add("confidential", isConfidential ? "yes" : nil)
  }

  fileprivate init?(_ words: DetailReader) {
    guard let community = words["community"].flatMap({ AreaCode($0) }),
      let kind = words.word("kind", usually: WishKind.service),
      let urgency = words.word("urgency", usually: Urgency.normal),
      let nameShown = words.word("show", usually: NameShown.anonymous)
    else { return nil }
    self.init(
      community: community,
      grid: words["grid"].flatMap { AreaCode($0) },
      source: words.word("source"),
      received: words["received"].flatMap { Day($0) },
      category: words.word("category"),
      kind: kind,
      valueYuan: words.number("value").map { Int($0) },
      skills: words.skills("skills") ?? [],
      slots: Int(words.number("slots") ?? 1),
      urgency: urgency,
      needed: words.moment("needed"),
      nameShown: nameShown,
      hasConsent: words["consent"] == nil,
      isConfidential: words.flag("confidential")
    )
  }
}

extension Fact.Approval {
  fileprivate func write(to words: inout DetailWords) {
    words.add("category", category.rawValue)
    words.add("limit", limit.description)
    words.add("skills", skills)
    words.add("open", isOpenToAll ? "yes" : nil)
    words.add("slots", slots)
    words.add("urgency", urgency.rawValue)
    words.add("kind", kind.rawValue)
    words.add("value", valueYuan)
    words.add("needed", needed)
    words.add("contact", contact?.rawValue)
    words.add("confidential", isConfidential ? "yes" : nil)
  }

  fileprivate init?(_ words: DetailReader) {
    guard let category: Category = words.word("category"), let limit = words["limit"].flatMap({ Span($0) }),
      let slots = words.number("slots"), let urgency: Urgency = words.word("urgency"),
      let kind: WishKind = words.word("kind")
    else { return nil }
    self.init(
      category: category,
      limit: limit,
      skills: words.skills("skills") ?? [],
      isOpenToAll: words.flag("open"),
      slots: Int(slots),
      urgency: urgency,
      kind: kind,
      valueYuan: words.number("value").map { Int($0) },
      needed: words.moment("needed"),
      contact: words.word("contact"),
      isConfidential: words.flag("confidential")
    )
  }
}

extension Fact.Answer {
  fileprivate func write(to words: inout DetailWords) {
    words.add("solved", solved.rawValue)
    words.add("rating", rating)
    words.add("via", via?.rawValue)
  }

  fileprivate init?(_ words: DetailReader) {
    guard let solved: Solved = words.word("solved") else { return nil }
    self.init(solved: solved, rating: words.number("rating").map { Int($0) }, via: words.word("via"))
  }
}

extension Amendment {
  fileprivate func write(to words: inout DetailWords) {
    words.add("fields", fields.joined(separator: ","))
    words.add("community", community?.text)
    words.add("grid", grid) { $0.text }
    words.add("source", source) { $0.rawValue }
    words.add("received", received) { $0.text }
    words.add("category", category) { $0.rawValue }
    words.add("kind", kind?.rawValue)
    words.add("value", value) { String($0) }
    words.add("skills", skills.map { $0.map(\.text).joined(separator: ",") })
    words.add("slots", slots)
    words.add("urgency", urgency?.rawValue)
    words.add("needed", needed) { String($0.milliseconds) }
    words.add("show", nameShown?.rawValue)
    words.add("consent", hasConsent.map { $0 ? "yes" : "no" })
    words.add("confidential", isConfidential.map { $0 ? "yes" : "no" })
  }

  fileprivate init(_ words: DetailReader) {
    self.init()
    fields = words["fields"]?.split(separator: ",").map(String.init) ?? []
    community = words["community"].flatMap { AreaCode($0) }
    grid = words.edit("grid") { AreaCode($0) }
    source = words.edit("source") { Source(rawValue: $0) }
    received = words.edit("received") { Day($0) }
    category = words.edit("category") { Category(rawValue: $0) }
    kind = words.word("kind")
    value = words.edit("value") { Int($0) }
    skills = words.skills("skills")
    slots = words.number("slots").map { Int($0) }
    urgency = words.word("urgency")
    needed = words.edit("needed") { Int64($0).map { Moment(milliseconds: $0) } }
    nameShown = words.word("show")
    hasConsent = words["consent"].map { $0 == "yes" }
    isConfidential = words["confidential"].map { $0 == "yes" }
  }
}
