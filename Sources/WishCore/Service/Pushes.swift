extension Service {
  /// Tells those concerned what a committed batch changed: who was invited, and who waits for a wish that
  /// has more free slots than before.
  func push(_ batch: Batch) {
    for event in batch.events {
      guard case .wish(let number, let fact) = event.matter else { continue }
      if case .invited(let member) = fact { tell(member, "INVITED", number, event.number) }
      guard let wish = batch.wishes[number], !wish.waiting.isEmpty,
        batch.isLast(event), wish.claimable > batch.before[number]?.claimable ?? 0
      else { continue }
      for wait in wish.waiting where office.mayClaim(wish, wait.member) {
        tell(wait.member, "FREE", number, event.number)
      }
    }
  }

  /// Tells a member, wherever it is logged in and whether it follows the log or not.
  private func tell(_ member: AccountCode, _ what: String, _ number: WishNumber, _ seq: EventNumber) {
    var fields = Fields()
    fields.add("wish", number)
    fields.add("seq", seq)
    for session in sessions(of: member) where !session.isFinished {
      session.send(.push(event: what, fields, note: nil))
    }
  }
}

extension Batch {
  /// Whether nothing happened to an event's wish after it.
  fileprivate func isLast(_ event: Event) -> Bool {
    guard case .wish(let number, _) = event.matter else { return false }
    let last = events.last { other in
      if case .wish(number, _) = other.matter { true } else { false }
    }
    return last?.number == event.number
  }
}

extension Office {
  /// Whether a slot of a published wish is for a member who waits, its own capacity apart: it may have
  /// lost the skill since, or the wish may ask for another.
  func mayClaim(_ wish: Wish, _ code: AccountCode) -> Bool {
    guard wish.claimable > 0, let member = member(code), let account = account(code) else { return false }
    return Policy.sight(of: wish, by: identity(of: account), in: self) > .nothing
      && Policy.isInReach(wish, of: member, in: self)
      && Eligibility.hasSkill(member, for: wish) { skill($0) }
  }
}

extension Event {
  /// The event as the log shows it: codes and numbers only.
  var logLine: String {
    switch matter {
    case .wish(let wish, let fact):
      // One for every change: put together without the detour of an interpolation.
      var line = fact.type
      line += " seq="
      line += String(number)
      line += " wish="
      line += String(wish)
      line += " account="
      line += account.text
      if let member = fact.member {
        line += " member="
        line += member.text
      }
      return line
    case .register(let type, let code):
      return "\(type.rawValue) seq=\(self.number) code=\(code) account=\(account)"
    }
  }
}
