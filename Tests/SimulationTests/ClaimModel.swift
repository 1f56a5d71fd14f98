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
    case .posted(let posting): wish.slots = posting.slots
    case .amended(let amendment):
      wish.slots = amendment.slots ?? wish.slots
      if wish.slots < wish.count { throw fail("fewer slots than holders") }
    case .approved(let approval): wish.slots = approval.slots
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
    case .fulfilled(nil, _):
      wish.done.formUnion(wish.active.keys)
      wish.active = [:]
      wish.slots = max(1, wish.done.count)
    case .unconfirmed, .reopened:
      if !wish.active.isEmpty { throw fail("back to review while somebody works on it") }
      wish.done = []
    case .closed(let answer): if answer.solved == .no { wish.done = [] }
    case .returned, .rejected, .withdrawn, .merged, .referred, .invited, .confirmed, .erased: break
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
    if wish.slots != own.slots { return "wish \(wish.number): \(wish.slots) slots, not \(own.slots)" }
    let done = Set(wish.holders.filter { $0.state == .fulfilled }.map(\.member))
    if done != own.done { return "wish \(wish.number): other fulfilled claims" }
    if wish.state.isOpen, wish.held > max(wish.slots, own.count) {
      return "wish \(wish.number): more holders than slots"
    }
    return nil
  }
}
