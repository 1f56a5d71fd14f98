import Testing

@testable import WishCore

@Suite("Slots, due times, renewals and lapses of claims")
struct ClaimRuleTests {
  private let li = LifeOfAWish.li
  private let wang = LifeOfAWish.wang
  private let zhao = LifeOfAWish.zhao

  // MARK: Slots

  @Test("A wish is claimed when all slots are held and fulfilled when all are fulfilled")
  func slots() throws {
    var life = try LifeOfAWish.published(slots: 2)
    try life.claim(li)
    #expect(life.wish.state == .published && life.wish.left == 1)
    try life.claim(wang)
    #expect(life.wish.state == .claimed && life.wish.left == 0)
    #expect(life.refusal(of: .claim(LifeOfAWish.claimant(zhao))) == .taken)
    try life.take(.fulfilClaim(li))
    #expect(life.wish.state == .claimed)
    try life.take(.fulfilClaim(wang))
    #expect(life.wish.state == .fulfilled)
  }

  @Test("One part may be done while another slot is still free")
  func fulfilledBeforeFull() throws {
    var life = try LifeOfAWish.published(slots: 2)
    try life.claim(li)
    try life.take(.fulfilClaim(li))
    #expect(life.wish.state == .published && life.wish.left == 1)
    #expect(life.refusal(of: .claim(LifeOfAWish.claimant(li))) == .wrongState(.published))
  }

  @Test("A slot given back is free again, for the same member too")
  func release() throws {
    var life = try LifeOfAWish.published()
    try life.claim(li)
    try life.take(.release(li))
    #expect(life.wish.state == .published && life.wish.left == 1)
    try life.claim(li)
    #expect(life.wish.claims.map(\.state) == [.released, .active])
  }

  @Test("The second publication lets a member of the first claim again")
  func secondRound() throws {
    var life = try LifeOfAWish.published()
    try life.claim(li)
    try life.take(.fulfilClaim(li))
    try life.confirm(.no)
    try life.claim(li)
    #expect(life.wish.state == .claimed)
    #expect(life.wish.claims.map(\.round) == [1, 2])
  }

  @Test("Among several refusals of a claim the protocol's first is told")
  func claimOrder() throws {
    var life = try LifeOfAWish.published()
    let hopeless = LifeOfAWish.claimant(li, isEligible: false, holding: 3)
    #expect(life.refusal(of: .claim(hopeless)) == .notEligible([]))
    #expect(life.refusal(of: .claim(LifeOfAWish.claimant(li, holding: 3))) == .quota(3))
    #expect(life.refusal(of: .claim(LifeOfAWish.claimant(li, holding: 2))) == nil)
    try life.claim(wang)
    #expect(life.refusal(of: .claim(hopeless)) == .notEligible([]))
    #expect(life.refusal(of: .claim(LifeOfAWish.claimant(li, holding: 3))) == .taken)
    try life.claim(of: wang, again: .wrongState(.claimed))
  }

  // MARK: Due

  @Test(
    "A claim is due after the limit, or when it is needed if that is earlier and still ahead",
    arguments: [
      ("7d", nil, "2026-11-27T16:00:00Z"),
      ("24h", nil, "2026-11-21T02:00:00Z"),
      ("90s", nil, "2026-11-20T02:01:30Z"),
      ("7d", "2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z"),
      ("7d", "2026-11-25", "2026-11-25T16:00:00Z"),
      ("7d", "2026-12-31T00:00:00Z", "2026-11-27T16:00:00Z"),
      ("7d", "2026-11-20T02:00:00Z", "2026-11-27T16:00:00Z"),
      ("7d", "2026-11-20T02:00:01Z", "2026-11-20T02:00:01Z"),
      ("7d", "2026-11-01", "2026-11-27T16:00:00Z"),
    ] as [(String, String?, String)]
  )
  func due(limit: String, needed: String?, due: String) throws {
    var life = try LifeOfAWish.published(limit: limit, needed: needed.map { LifeOfAWish.moment($0) })
    try life.claim(li)
    #expect(life.wish.due?.text == due)
  }

  @Test("The due time of a wish is the earliest of its active claims")
  func earliestDue() throws {
    var life = try LifeOfAWish.published(slots: 2, limit: "24h")
    try life.claim(li)
    life.now = life.now.advanced(bySeconds: 3_600)
    try life.claim(wang)
    #expect(life.wish.due?.text == "2026-11-21T02:00:00Z")
    try life.take(.fulfilClaim(li))
    #expect(life.wish.due?.text == "2026-11-21T03:00:00Z")
  }

  // MARK: RENEW

  private func claimed(limit: String = "7d") throws -> LifeOfAWish {
    var life = try LifeOfAWish.published(limit: limit)
    try life.claim(li)
    return life
  }

  @Test("A member prolongs a claim once, by the limit where nothing is said")
  func renewOnce() throws {
    var life = try claimed()
    try life.take(.renew(li, by: nil, asStaff: false))
    #expect(life.wish.due?.text == "2026-12-04T16:00:00Z")
    #expect(life.refusal(of: .renew(li, by: LifeOfAWish.span("1s"), asStaff: false)) == .wrongState(.claimed))
  }

  @Test(
    "A member prolongs by at most the limit",
    arguments: [
      ("7d", "7d", "2026-12-04T16:00:00Z"), ("7d", "3d", "2026-11-30T16:00:00Z"),
      ("7d", "8d", nil), ("7d", "169h", nil), ("7d", "168h", "2026-12-04T16:00:00Z"),
      ("24h", "1440m", "2026-11-22T02:00:00Z"), ("24h", "86401s", nil), ("24h", "2d", nil),
    ] as [(String, String, String?)]
  )
  func renewBound(limit: String, by: String, due: String?) throws {
    var life = try claimed(limit: limit)
    let step = Step.renew(li, by: LifeOfAWish.span(by), asStaff: false)
    guard let due else {
      #expect(
        life.refusal(of: step) == .badArgument("by", .needs(.withinLimit(LifeOfAWish.span(limit))))
      )
      return
    }
    try life.take(step)
    #expect(life.wish.due?.text == due)
  }

  @Test("Staff prolong as often and as long as they see fit, and leave the member its own")
  func renewByStaff() throws {
    var life = try claimed()
    try life.take(.renew(li, by: LifeOfAWish.span("30d"), asStaff: true))
    try life.take(.renew(li, by: nil, asStaff: true))
    #expect(life.wish.due?.text == "2027-01-03T16:00:00Z")
    try life.take(.renew(li, by: nil, asStaff: false))
    #expect(life.wish.due?.text == "2027-01-10T16:00:00Z")
    try life.take(.renew(li, by: LifeOfAWish.span("1d"), asStaff: true))
    #expect(life.wish.due?.text == "2027-01-11T16:00:00Z")
  }

  @Test("A new claim of the same member may be prolonged anew")
  func renewOncePerClaim() throws {
    var life = try claimed()
    try life.take(.renew(li, by: nil, asStaff: false))
    try life.take(.release(li))
    try life.claim(li)
    #expect(life.refusal(of: .renew(li, by: nil, asStaff: false)) == nil)
  }

  // MARK: Lapse

  @Test("A lapse frees the slot and keeps the claim as lapsed")
  func lapse() throws {
    var life = try claimed()
    try life.take(.lapse(li))
    #expect(life.wish.state == .published && life.wish.left == 1)
    #expect(life.wish.claims.map(\.state) == [.lapsed])
    #expect(life.wish.due == nil)
  }

  @Test("After a lapse a claimant may still fulfil while the slot is free")
  func fulfilAfterLapse() throws {
    var life = try claimed()
    try life.take(.lapse(li))
    try life.take(.fulfilClaim(li))
    #expect(life.wish.state == .fulfilled)
    #expect(life.wish.claims.map(\.state) == [.fulfilled])
  }

  @Test("After a lapse a claimant whose slot another took finds it TAKEN")
  func fulfilAfterLapseTaken() throws {
    var life = try claimed()
    try life.take(.lapse(li))
    try life.claim(wang)
    #expect(life.refusal(of: .fulfilClaim(li)) == .taken)
    try life.take(.fulfilClaim(wang))
    #expect(life.refusal(of: .fulfilClaim(li)) == .wrongState(.fulfilled))
  }

  @Test("A lapse of an earlier publication is no claim any more")
  func lapseOfEarlierRound() throws {
    var life = try claimed()
    try life.take(.lapse(li))
    try life.take(.fulfilWhole(category: nil))
    try life.confirm(.no)
    #expect(life.refusal(of: .fulfilClaim(li)) == .forbidden(.noClaim))
  }
}

extension LifeOfAWish {
  /// Expects a member's further claim to be refused so.
  fileprivate func claim(of member: AccountCode, again refusal: Refusal) throws {
    #expect(self.refusal(of: .claim(Self.claimant(member, isEligible: false, holding: 3))) == refusal)
  }
}
