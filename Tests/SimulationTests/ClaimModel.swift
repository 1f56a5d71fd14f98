@testable import WishCore

/// Who holds what, kept from the log's lines alone: a second opinion on ``Wish`` and ``Lifecycle`` that
/// knows nothing of states.
struct ClaimModel {
  /// One wish.
  struct Holding: Equatable {
    var slots: Int
    /// Who is working on it, and until when.
    var active: [AccountCode: Moment] = [:]
    /// Who has done a share since the last publication.
    var done: Set<AccountCode> = []
    /// Who waits for a slot, in order.
    var waiting: [AccountCode] = []
    var invited: Set<AccountCode> = []
    var hasConsent = true
    var isConfidential = false

    var count: Int { active.count + done.count }
  }

  private(set) var wishes: [WishNumber: Holding] = [:]

  /// How many wishes a member is working on.
  func load(of member: AccountCode) -> Int { wishes.values.count { $0.active[member] != nil } }

  /// The wishes that somebody is still working on although the time was up at `now`, by number.
  func overdue(at now: Moment) -> [WishNumber] {
    wishes.filter { $0.value.active.values.contains { $0 <= now } }.keys.sorted()
  }

  /// Takes a line of the log; `capacity` is how many wishes the member may hold at most.
  mutating func take(
    _ fact: Fact,
    of event: Event,
    on number: WishNumber,
    capacity: (AccountCode) -> Int
  ) throws {
    func fail(_ what: String) -> Violation { Violation("event \(event.number), wish \(number): \(what)") }
    var wish = wishes[number] ?? Holding(slots: 1)
    switch fact {
    case .posted(let posting):
      wish.slots = posting.slots
      (wish.hasConsent, wish.isConfidential) = (posting.hasConsent, posting.isConfidential)
    case .amended(let amendment):
      wish.slots = amendment.slots ?? wish.slots
      if wish.slots < wish.count { throw fail("fewer slots than holders") }
      wish.hasConsent = amendment.hasConsent ?? wish.hasConsent
      wish.isConfidential = (amendment.isConfidential ?? wish.isConfidential) || !wish.hasConsent
      if wish.isConfidential { wish.waiting.removeAll { !wish.invited.contains($0) } }
    case .approved(let approval):
      wish.slots = approval.slots
      wish.isConfidential = approval.isConfidential
    case .invited(let member): wish.invited.insert(member)
    case .waited(let member):
      if wish.active[member] != nil || wish.done.contains(member) {
        throw fail("\(member) waits for its own")
      }
      if wish.count < wish.slots { throw fail("\(member) waits for a slot that is free") }
      if wish.waiting.contains(member) { throw fail("\(member) waits twice") }
      if wish.isConfidential, !wish.invited.contains(member) { throw fail("\(member) waits for a secret") }
      wish.waiting.append(member)
      if wish.waiting.count > Limits.waitingMax { throw fail("more wait than may") }
    case .unwaited(let member):
      if !wish.waiting.contains(member) { throw fail("\(member) waits no longer and never did") }
      wish.waiting.removeAll { $0 == member }
    case .published:
      if !wish.active.isEmpty { throw fail("published while somebody works on it") }
      wish.done = []
    case .claimed(let claimed):
      let member = claimed.member
      if wish.active[member] != nil || wish.done.contains(member) { throw fail("\(member) claims twice") }
      if wish.count >= wish.slots { throw fail("\(member) gets a slot that is not free") }
      if load(of: member) >= capacity(member) { throw fail("\(member) claims beyond its capacity") }
      if claimed.due <= event.at { throw fail("\(member)'s claim is due at once") }
      wish.active[member] = claimed.due
      wish.waiting.removeAll { $0 == member }
    case .released(let member), .cancelled(let member):
      if wish.active.removeValue(forKey: member) == nil { throw fail("\(member) gives back what it has not") }
    case .lapsed(let member):
      guard let due = wish.active.removeValue(forKey: member) else { throw fail("\(member) has no claim") }
      if event.at < due { throw fail("\(member)'s claim lapses too early") }
    case .renewed(let member, let due, _):
      guard let old = wish.active[member], due >= old else { throw fail("\(member) prolongs nothing") }
      wish.active[member] = due
    case .fulfilled(let member?, _):
      if wish.active.removeValue(forKey: member) == nil, wish.count >= wish.slots {
        throw fail("\(member) fulfils without a slot")
      }
      wish.done.insert(member)
      wish.waiting.removeAll { $0 == member }
    case .fulfilled(nil, _):
      wish.done.formUnion(wish.active.keys)
      wish.active = [:]
      wish.slots = max(1, wish.done.count)
    case .unconfirmed(_, let toReview):
      if !wish.active.isEmpty { throw fail("back on the wall while somebody works on it") }
      wish.done = []
      if toReview { wish.waiting = [] }
    case .reopened:
      if !wish.active.isEmpty { throw fail("back to review while somebody works on it") }
      wish.done = []
    case .closed(let answer):
      if answer.solved == .no { wish.done = [] }
      wish.waiting = []
    case .returned, .rejected, .withdrawn, .merged, .referred, .confirmed: wish.waiting = []
    case .erased: break
    }
    wishes[number] = wish
  }

  /// What of a wish is otherwise than here, or nil.
  func difference(from wish: Wish) -> String? {
    guard let own = wishes[wish.number] else { return "wish \(wish.number) is not in the log" }
    let active = Dictionary(wish.activeClaims.map { ($0.member, $0.due) }) { first, _ in first }
    if active.count != wish.activeClaims.reduce(0, { count, _ in count + 1 }) {
      return "wish \(wish.number): two active claims of one member"
    }
    if active != own.active { return "wish \(wish.number): other active claims" }
    if wish.waiting.map(\.member) != own.waiting { return "wish \(wish.number): others wait" }
    if wish.slots != own.slots { return "wish \(wish.number): \(wish.slots) slots, not \(own.slots)" }
    let done = Set(wish.holders.filter { $0.state == .fulfilled }.map(\.member))
    if done != own.done { return "wish \(wish.number): other fulfilled claims" }
    if wish.state.isOpen, wish.held > max(wish.slots, own.count) {
      return "wish \(wish.number): more holders than slots"
    }
    return nil
  }
}
