/// What a plan is made of: values, as they stood when it was asked for.
struct PlanSource: Sendable {
  /// Published wishes with free slots, in LIST's order.
  let wishes: [Wish]
  /// Whether there are more than a plan takes on.
  let hasMore: Bool
  let register: Register
  /// The wishes that each member is working on.
  let holdings: [AccountCode: [WishNumber]]
  let goodsTaken: GoodsTaken
  let today: Day
}

/// The Friday board: whom to invite for every free slot at once. It proposes; who is asked decides.
struct Plan {
  /// A member to be asked to take a wish.
  struct Ask {
    let wish: Wish
    let member: AccountCode
    let fit: Fit
  }

  /// In LIST's order; of one wish, the best first.
  private(set) var asks: [Ask] = []
  /// How many slots are free.
  let slots: Int
  /// What the asks' scores come to, in thousandths.
  let total: Int
  private let hasMore: Bool

  /// Makes the plan with the highest total. It takes time: not on the thread that owns the state.
  init(_ source: PlanSource) {
    var candidates = PlanCandidates(source)
    var board = AssignmentBoard(room: candidates.members.map(\.room))
    let best = candidates.best(weighing: Limits.planPairsMax)
    for (wish, own) in zip(source.wishes, best) { board.add(slots: wish.left, candidates: own ?? []) }
    let assignment = Assignment(board)
    for (index, wish) in source.wishes.enumerated() {
      for pair in board.range(of: index) where assignment.isAsked[pair] {
        let member = Int(board.candidates[pair].member)
        asks.append(
          Ask(wish: wish, member: candidates.members[member].code, fit: candidates.fit(wish, member))
        )
      }
    }
    slots = source.wishes.reduce(0) { $0 + $1.left }
    total = assignment.total
    hasMore = source.hasMore || best.contains { $0 == nil }
  }

  /// The reply to the PLAN with this tag.
  func reply(tag: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    for ask in asks {
      var fields = Fields()
      fields.add("wish", ask.wish.number)
      fields.add("state", ask.wish.state.rawValue)
      fields.add("member", ask.member.text)
      fields.add(ask.fit)
      ReplyLine.record(fields).encode(tag: tag, into: &bytes)
    }
    var final = Fields()
    final.add("slots", slots)
    final.add("asked", asks.count)
    final.add("total", Score.text(ofThousandths: total))
    final.add("more", hasMore ? "yes" : nil)
    ReplyLine.ok(final, note: nil).encode(tag: tag, into: &bytes)
    return bytes
  }
}
