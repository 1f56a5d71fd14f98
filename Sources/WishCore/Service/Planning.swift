extension Service {
  /// PLAN: the reply comes when the plan is made, of the state as it is now.
  func startPlan(
    _ line: ArgumentReader,
    _ tag: String?,
    _ who: Identity,
    _ session: Session
  ) throws(Refusal) {
    let community: AreaCode? = try line.codeIfGiven("community")
    guard plansWaiting < Limits.plansWaitingMax else { throw .busy }
    if let community {
      guard office.area(community)?.level == .community, office.isNear(community, who) else {
        throw .notFound
      }
    }
    let source = office.planSource(of: community, for: who)
    session.waiting = .plan
    session.waitingTag = tag
    plansWaiting += 1
    let id = session.id
    work.append(
      Work(lane: .plans) {
        WorkResult(outcome: .plan(session: id, lines: Plan(source).reply(tag: tag)))
      }
    )
  }

  /// Answers a PLAN, if whoever asked is still there and still may know.
  func finishPlan(_ id: Int, _ lines: [UInt8]) {
    plansWaiting -= 1
    guard let session = session(id) else { return }
    let tag = session.waitingTag
    session.waiting = nil
    session.waitingTag = nil
    do throws(Refusal) {
      try Policy.check(.plan, by: identity(of: session))
      session.send(lines: lines)
    } catch {
      counters.refusals += 1
      session.refuse(error, tag: tag)
    }
    isReady(session)
  }
}

extension Office {
  /// What a plan for the free slots of a community, or of all that staff see, is made of.
  fileprivate func planSource(of community: AreaCode?, for who: Identity) -> PlanSource {
    let communities = community.map { [$0] } ?? board.communities.filter { isNear($0, who) }
    var wishes: [Wish] = []
    var lookedAt = 0
    var hasMore = false
    board.walk(communities, after: nil) { number in
      guard wishes.count < Limits.planWishesMax, lookedAt < Limits.planLookedAtMax else {
        hasMore = true
        return false
      }
      lookedAt += 1
      if let wish = openWishes[number], wish.claimable > 0,
        Policy.sight(of: wish, by: who, in: self) == .everything
      {
        wishes.append(wish)
      }
      return true
    }
    return PlanSource(
      wishes: wishes,
      hasMore: hasMore,
      register: register,
      holdings: holdings,
      goodsTaken: goodsTaken,
      today: now.day
    )
  }
}
