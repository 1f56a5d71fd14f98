extension Changes {
  /// INVITE: asks one member to take a wish.
  static func invite(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let code: AccountCode = try line.code("member")
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      let member = try office.member(code, for: wish)
      let result = try office.take(.invite(member.account), on: wish, by: who.account, note: note)
      return Done(result.wish, result.event)
    }
  }

  /// CLAIM: a member takes one slot; staff enter it for a named member.
  static func claim(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code = try claimant(line, who)
    let number = try line.wish()
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who)
      let member = try office.member(code, for: wish)
      let claimant = Step.Claimant(
        member: code,
        unit: member.unit,
        level: member.level,
        isEligible: Eligibility.hasSkill(member, for: wish) { office.skill($0) },
        holding: office.holding(of: code).count,
        capacity: member.capacity
      )
      let result = try office.take(.claim(claimant), on: wish, by: who.account)
      var done = Done(result.wish, result.event)
      done.fields.add("due", result.wish.claim(of: code)?.due)
      return done
    }
  }

  /// RELEASE: a slot is given back.
  static func release(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code = try claimant(line, who)
    return try step(.release(code), line, who)
  }

  /// RENEW: a claim is prolonged.
  static func renew(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let code = try claimant(line, who)
    let by = try line.span("by")
    let change = try step(.renew(code, by: by, asStaff: who.role == .staff), line, who)
    let number = try line.wish()
    return { office throws(Refusal) in
      var done = try change(office)
      done.fields.add("due", office.batch.wishes[number]?.claim(of: code)?.due)
      return done
    }
  }

  /// FULFIL: one claim is done, or, by staff, the whole wish.
  static func fulfil(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    switch who.role {
    case .member: return try step(.fulfilClaim(who.account), line, who)
    case .staff, .terminal, .supervisor, .admin:
      let category = try line.category()
      guard let code: AccountCode = try line.codeIfGiven("member") else {
        return try step(.fulfilWhole(category: category), line, who)
      }
      guard category == nil else { throw .badArgument("category", .unexpected) }
      return try step(.fulfilClaim(code), line, who)
    }
  }

  /// A step on a claim, by whoever may see the wish.
  private static func step(_ step: Step, _ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who)
      switch step {
      case .release(let code), .renew(let code, _, _), .fulfilClaim(let code):
        try office.checkKnown(code, to: who)
      default: break
      }
      let result = try office.take(step, on: wish, by: who.account, note: note)
      return Done(result.wish, result.event)
    }
  }

  /// Whose claim it is: a member's own; staff name the member, as policy has seen to.
  private static func claimant(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> AccountCode {
    who.role == .member ? who.account : try line.code("member")
  }
}

extension Office {
  /// An enabled member in whose areas the wish lies; NOT_FOUND otherwise.
  func member(_ code: AccountCode, for wish: Wish) throws(Refusal) -> Member {
    guard let member = member(code), account(code)?.isEnabled == true,
      Policy.isInReach(wish, of: member, in: self)
    else { throw .notFound }
    return member
  }

  /// A member that staff name must be one they may know of.
  func checkKnown(_ code: AccountCode, to who: Identity) throws(Refusal) {
    guard code == who.account || member(code).map({ Policy.knows(who, $0, in: self) }) == true else {
      throw .notFound
    }
  }
}
