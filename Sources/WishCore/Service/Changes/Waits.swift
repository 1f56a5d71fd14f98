extension Changes {
  /// WAIT: a member waits for a slot of a wish that is taken. A second time it is told the place that it
  /// has, marked as a repetition, and nothing happens.
  static func wait(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who)
      if let wait = wish.waiting.first(where: { $0.member == who.account }) {
        var done = placed(Done(wish, wait.event), who, in: wish)
        done.fields.add("replay", "yes")
        return done
      }
      let member = try office.member(who.account, for: wish)
      let isEligible = Eligibility.hasSkill(member, for: wish) { office.skill($0) }
      let step = Step.wait(member.account, isEligible: isEligible)
      let result = try office.take(step, on: wish, by: who.account)
      return placed(Done(result.wish, result.event), who, in: result.wish)
    }
  }

  private static func placed(_ done: Done, _ who: Identity, in wish: Wish) -> Done {
    var done = done
    done.fields.add("place", wish.place(of: who.account))
    return done
  }

  /// UNWAIT: a member waits no longer.
  static func unwait(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who)
      let result = try office.take(.unwait(who.account), on: wish, by: who.account)
      return Done(result.wish, result.event)
    }
  }
}

extension Office {
  /// Takes a member from the waiting lists of those of its wishes to which `ends` applies.
  func endWaits(
    of code: AccountCode,
    by account: AccountCode,
    where ends: (Wish) -> Bool = { _ in true }
  ) throws(Refusal) {
    for number in waits(of: code) {
      guard let wish = try wish(number), ends(wish) else { continue }
      _ = try take(.unwait(code), on: wish, by: account)
    }
  }

  /// Takes a member whose areas have changed from the waiting lists of wishes that lie in none of them.
  func endWaitsOutOfReach(of code: AccountCode, by account: AccountCode) throws(Refusal) {
    guard let member = member(code) else { return }
    try endWaits(of: code, by: account) { !Policy.isInReach($0, of: member, in: self) }
  }
}
