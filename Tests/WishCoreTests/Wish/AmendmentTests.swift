import Testing

@testable import WishCore

@Suite("What AMEND may change, and when")
struct AmendmentTests {
  /// Fields that may change once a wish is published, as the protocol's page has them.
  private static let lateFields: Set<String> = [
    "name", "phone", "address", "contact-name", "contact-phone", "public", "confidential", "slots", "skills",
    "needed", "urgency",
  ]

  private func amendment(_ fields: String..., change: (inout Amendment) -> Void = { _ in }) -> Amendment {
    var amendment = Amendment()
    amendment.fields = fields
    change(&amendment)
    return amendment
  }

  @Test(
    "After publication only these fields change, before it all but the public text",
    arguments: WishState.allCases
  )
  func fieldsByState(state: WishState) throws {
    let form = try #require(VerbForm.all[.amend])
    var life = LifeOfAWish()
    life.place(in: state, claims: [])
    for field in form.optional {
      let isAllowed =
        switch state {
        case .collected, .returned, .approved: field != "public"
        case .published, .claimed, .fulfilled, .referred: Self.lateFields.contains(field)
        case .confirmed, .closed, .rejected, .merged, .withdrawn: false
        }
      let refusal = life.refusal(of: .amend(amendment(field)))
      #expect(refusal == (isAllowed ? nil : .wrongState(state)), "\(field) in \(state)")
    }
    #expect(
      life.refusal(of: .amend(amendment("phone", "text")))
        == (state.isOpen && !state.isLate ? nil : .wrongState(state))
    )
  }

  @Test("An amended review is undone; what is on the wall stays there")
  func undoesReview() throws {
    var life = LifeOfAWish()
    try life.take(.approve(LifeOfAWish.approval()))
    try life.take(.amend(amendment("phone")))
    #expect(life.wish.state == .collected && !life.wish.isApproved)
    life = try LifeOfAWish.published()
    try life.take(.amend(amendment("phone")))
    #expect(life.wish.state == .published && life.wish.isApproved)
  }

  @Test("Slots go down to those held, no further, and the state follows")
  func slots() throws {
    var life = try LifeOfAWish.published(slots: 3)
    try life.claim(LifeOfAWish.li)
    try life.claim(LifeOfAWish.wang)
    let one = amendment("slots") { $0.slots = 1 }
    #expect(life.refusal(of: .amend(one)) == .badArgument("slots", .needs(.slotsHeld(2))))
    try life.take(.amend(amendment("slots") { $0.slots = 2 }))
    #expect(life.wish.state == .claimed)
    try life.take(.amend(amendment("slots") { $0.slots = 3 }))
    #expect(life.wish.state == .published)
  }

  @Test("A wish whose person did not agree stays confidential")
  func consent() throws {
    var life = try LifeOfAWish.published()
    try life.take(.amend(amendment("confidential") { $0.isConfidential = true }))
    #expect(life.wish.isConfidential && !life.wish.hasCard && life.wish.contact == .desk)
    try life.take(.amend(amendment("confidential") { $0.isConfidential = false }))
    #expect(life.wish.hasCard)
    var silent = LifeOfAWish()
    try silent.take(.amend(amendment("consent") { $0.hasConsent = false }))
    #expect(silent.wish.isConfidential)
    let open = amendment("confidential") { $0.isConfidential = false }
    #expect(silent.refusal(of: .amend(open)) == .badArgument("confidential", .needs(.consent)))
  }

  @Test("Only goods have a value, and it goes when they become a service")
  func value() throws {
    var life = LifeOfAWish()
    let value = amendment("value") { $0.value = .set(300) }
    #expect(life.refusal(of: .amend(value)) == .badArgument("value", .needs(.goods)))
    try life.take(
      .amend(
        amendment("kind", "value") {
          $0.kind = .goods
          $0.value = .set(300)
        }
      )
    )
    #expect(life.wish.valueYuan == 300)
    try life.take(.amend(amendment("kind") { $0.kind = .service }))
    #expect(life.wish.valueYuan == nil)
  }
}

extension WishState {
  /// Whether it lies behind publication and is open.
  fileprivate var isLate: Bool {
    switch self {
    case .published, .claimed, .fulfilled, .referred: true
    case .collected, .returned, .approved, .confirmed, .closed, .rejected, .merged, .withdrawn: false
    }
  }
}
