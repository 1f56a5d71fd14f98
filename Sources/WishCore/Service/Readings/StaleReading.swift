extension Office {
  /// Adds to a stale wish's row the members that are worth inviting, best first, and why: those who could
  /// claim it and were not asked yet.
  func addWorthInviting(_ wish: Wish, to fields: inout Fields) {
    let all = candidates(for: wish, limit: Limits.worthInvitingMax + wish.invited.count)
    let best = all.filter { !wish.invited.contains($0.member.account) }.prefix(Limits.worthInvitingMax)
    guard !best.isEmpty else { return }
    fields.add("invite", best.map(\.member.account.text))
    let reasons = best.map { "\($0.member.account)：\(Wording.standard.reasons($0.fit.reasons))" }
    fields.add("why", reasons.joined(separator: " / "))
  }
}
