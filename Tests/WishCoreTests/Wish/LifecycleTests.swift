import Testing

@testable import WishCore

@Suite("The life of a wish")
struct LifecycleTests {
  private let li = LifeOfAWish.li
  private let wang = LifeOfAWish.wang

  @Test("A wish goes from the slip to the resident's yes")
  func wholeWay() throws {
    var life = LifeOfAWish()
    var states = [life.wish.state]
    try life.take(.approve(LifeOfAWish.approval()))
    states.append(life.wish.state)
    try life.take(.publish)
    states.append(life.wish.state)
    try life.claim(li)
    states.append(life.wish.state)
    try life.take(.fulfilClaim(li))
    states.append(life.wish.state)
    try life.confirm(.yes)
    states.append(life.wish.state)
    #expect(states == [.collected, .approved, .published, .claimed, .fulfilled, .confirmed])
    #expect(life.wish.reached == [.collected, .published, .claimed, .fulfilled, .confirmed])
    #expect(life.wish.claims.map(\.state) == [.fulfilled])
  }

  // MARK: FULFIL at the desk

  @Test("What is done at the desk drops the free slots and fulfils the active claims")
  func deskFulfilment() throws {
    var life = try LifeOfAWish.published(slots: 3)
    try life.claim(li)
    try life.take(.fulfilWhole(category: nil))
    #expect(life.wish.state == .fulfilled)
    #expect(life.wish.slots == 1)
    #expect(life.wish.claims.map(\.state) == [.fulfilled])
  }

  @Test("A question answered at the desk needs a category and no claim")
  func deskFulfilmentBeforeReview() throws {
    var life = LifeOfAWish(category: nil)
    #expect(life.refusal(of: .fulfilWhole(category: nil)) == .badArgument("category", .needs(.category)))
    try life.take(.fulfilWhole(category: .policy))
    #expect(life.wish.state == .fulfilled)
    #expect(life.wish.category == .policy)
    #expect(life.wish.claims.isEmpty)
    #expect(!life.wish.hasCard, "no review stands")
  }

  @Test("After a review FULFIL takes no category")
  func deskFulfilmentAfterReview() throws {
    let life = try LifeOfAWish.published()
    #expect(life.refusal(of: .fulfilWhole(category: .legal)) == .badArgument("category", .unexpected))
  }

  // MARK: CONFIRM

  private func fulfilled(slots: Int = 1) throws -> LifeOfAWish {
    var life = try LifeOfAWish.published(slots: slots)
    for member in [li, wang].prefix(slots) {
      try life.claim(member)
      try life.take(.fulfilClaim(member))
    }
    return life
  }

  @Test(
    "Where it did not help the wish goes where staff say, with its claims ended and all slots free",
    arguments: [
      (AfterNo?.none, WishState.published), (.publish, .published), (.review, .collected), (.close, .closed),
    ]
  )
  func confirmNo(then: AfterNo?, state: WishState) throws {
    var life = try fulfilled(slots: 2)
    try life.confirm(.no, then: then)
    #expect(life.wish.state == state)
    #expect(life.wish.claims.map(\.state) == [.cancelled, .cancelled])
    #expect(life.wish.left == 2)
    #expect(life.wish.isApproved == (state != .collected))
  }

  @Test("Without a standing review a wish that did not help goes to review, even if the wall was asked for")
  func confirmNoUnreviewed() throws {
    for then in [AfterNo?.none, .publish, .review] {
      var life = LifeOfAWish()
      try life.take(.fulfilWhole(category: nil))
      let answer = Fact.Answer(solved: .no, rating: nil, via: nil)
      let fact = try life.take(.confirm(answer, then: then, judge: LifeOfAWish.staff))
      #expect(fact == .unconfirmed(answer, toReview: true), "the log says so too")
      #expect(life.wish.state == .collected)
    }
  }

  @Test("A resident who cannot be reached ends the wish and leaves the work as done")
  func confirmUnreached() throws {
    var life = try fulfilled()
    try life.confirm(.unreached)
    #expect(life.wish.state == .closed)
    #expect(life.wish.claims.map(\.state) == [.fulfilled])
    #expect(!life.wish.reached.contains(.confirmed))
  }

  @Test("Nobody confirms their own work, whatever the state")
  func ownWork() throws {
    var life = try LifeOfAWish.published(slots: 2)
    try life.claim(li)
    let answer = Fact.Answer(solved: .yes, rating: nil, via: nil)
    let own = Step.confirm(answer, then: nil, judge: li)
    #expect(life.refusal(of: own) == .forbidden(.ownWork))
    try life.claim(wang)
    try life.take(.fulfilClaim(li))
    try life.take(.fulfilClaim(wang))
    #expect(life.refusal(of: own) == .forbidden(.ownWork))
    #expect(life.refusal(of: .confirm(answer, then: nil, judge: LifeOfAWish.staff)) == nil)
  }

  // MARK: REOPEN, MERGE

  @Test("A reopened wish is reviewed anew and its old claims hold nothing")
  func reopen() throws {
    var life = try fulfilled()
    try life.confirm(.yes)
    try life.take(.reopen)
    #expect(life.wish.state == .collected)
    #expect(!life.wish.isApproved)
    #expect(life.wish.held == 0)
    try life.take(.approve(LifeOfAWish.approval()))
    try life.take(.publish)
    try life.claim(li)
    #expect(life.wish.state == .claimed)
    #expect(life.wish.claims.map(\.state) == [.fulfilled, .active])
  }

  @Test("Reopening a merged wish takes its askers back")
  func reopenMerged() throws {
    let target = LifeOfAWish(number: 2).wish
    var life = LifeOfAWish()
    #expect(try life.take(.merge(into: target)) == .merged(into: 2, askers: 1))
    #expect(life.wish.mergedInto == 2)
    #expect(try life.take(.reopen) == .reopened(from: 2, askers: 1))
    #expect(life.wish.mergedInto == nil)
  }

  @Test("A wish merges only into an open one", arguments: WishState.allCases)
  func mergeByState(state: WishState) {
    var target = LifeOfAWish(number: 2)
    target.place(in: state, claims: [])
    let ended: [WishState] = [.confirmed, .closed, .rejected, .merged, .withdrawn]
    let wanted: Refusal? = ended.contains(state) ? .wrongState(state) : nil
    #expect(LifeOfAWish().refusal(of: .merge(into: target.wish)) == wanted)
  }

  @Test("A confidential wish merges only into a confidential one")
  func mergeConfidential() {
    let open = LifeOfAWish()
    let secret = LifeOfAWish(number: 2, isConfidential: true)
    #expect(secret.refusal(of: .merge(into: open.wish)) == .wrongState(.collected))
    #expect(open.refusal(of: .merge(into: secret.wish)) == nil)
    let other = LifeOfAWish(number: 3, isConfidential: true)
    #expect(secret.refusal(of: .merge(into: other.wish)) == nil)
  }

  @Test("A wish does not merge into another community's")
  func mergeAcross() throws {
    var other = LifeOfAWish(number: 2)
    var amendment = Amendment()
    amendment.fields = ["community"]
    amendment.community = AreaCode(stored: "elsewhere")
    try other.take(.amend(amendment))
    #expect(LifeOfAWish().refusal(of: .merge(into: other.wish)) == .wrongState(.collected))
  }

  // MARK: REFER, RETURN

  @Test("A referred wish is still ours to fulfil and to confirm")
  func referred() throws {
    var life = try LifeOfAWish.published()
    try life.take(.refer(within: LifeOfAWish.span("15d")))
    #expect(life.wish.referredUntil == LifeOfAWish.moment("2026-12-05"))
    try life.take(.fulfilWhole(category: nil))
    try life.confirm(.yes)
    #expect(life.wish.state == .confirmed)
  }

  @Test("What was sent back loses its review and is amended before the next")
  func sentBack() throws {
    var life = try LifeOfAWish.published()
    try life.take(.sendBack)
    #expect(life.wish.state == .returned)
    #expect(!life.wish.isApproved)
    #expect(life.refusal(of: .approve(LifeOfAWish.approval())) == .wrongState(.returned))
    var amendment = Amendment()
    amendment.fields = ["text"]
    try life.take(.amend(amendment))
    try life.take(.approve(LifeOfAWish.approval()))
    #expect(life.wish.state == .approved)
  }
}
