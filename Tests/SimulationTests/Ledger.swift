@testable import WishCore

/// What the log says, followed line by line: the wishes that it makes, and how they stood at each step.
struct Ledger {
  /// A wish as it stood from a step of the simulation on.
  struct View {
    let step: Int
    let wish: Wish
    /// Whether the card may repeat what the slip says.
    let showsSlip: Bool
  }

  /// All lines, the first one's number being 1.
  private(set) var events: [Event] = []
  private(set) var wishes: [WishNumber: Wish] = [:]
  private(set) var views: [WishNumber: [View]] = [:]
  private(set) var tallies: [AreaCode: Tally] = [:]
  private(set) var claims = ClaimModel()
  /// The wishes that the lines since ``takeTouched()`` are about.
  private var touched: Set<WishNumber> = []

  /// The line of this number.
  subscript(number: EventNumber) -> Event? {
    number >= 1 && number <= EventNumber(events.count) ? events[Int(number) - 1] : nil
  }

  /// Takes the lines that follow; `capacity` is that of a member, at most, while they were written.
  mutating func take(
    _ new: [Event],
    step: Int,
    from store: Store,
    capacity: (AccountCode) -> Int
  ) throws {
    var reviewed: Set<WishNumber> = []
    for event in new {
      guard event.number == EventNumber(events.count) + 1 else {
        throw Violation("event \(events.count) is followed by \(event.number)")
      }
      if let last = events.last, event.at < last.at {
        throw Violation("event \(event.number) goes back in time")
      }
      events.append(event)
      guard case .wish(let number, let fact) = event.matter else { continue }
      if case .approved = fact { reviewed.insert(number) }
      try claims.take(fact, of: event, on: number, capacity: capacity)
      for changed in try apply(fact, of: event, to: number) {
        touched.insert(changed)
        guard let wish = wishes[changed] else { continue }
        let past = views[changed]?.last?.showsSlip ?? false
        let shows = reviewed.contains(changed) || past
        views[changed, default: []].append(View(step: step, wish: wish, showsSlip: shows))
      }
    }
    for number in reviewed.sorted() { try settle(number, step: step, from: store) }
  }

  /// Looks what the card of a wish that was reviewed says now.
  private mutating func settle(_ number: WishNumber, step: Int, from store: Store) throws {
    guard let wish = wishes[number], let text = try store.card(number)?.publicText else { return }
    let shows = !Canaries.find(in: text).isEmpty
    views[number, default: []].append(View(step: step, wish: wish, showsSlip: shows))
  }

  /// Makes a fact true, and returns the wishes that it changed.
  private mutating func apply(_ fact: Fact, of event: Event, to number: WishNumber) throws -> [WishNumber] {
    let old = wishes[number]
    var changed = [number]
    switch fact {
    case .posted(let posting):
      guard old == nil, number == WishNumber(wishes.count) + 1 else {
        throw Violation("wish \(number) out of turn")
      }
      wishes[number] = Wish(number: number, posting: posting, event: event.number, at: event.at)
    case .merged(let target, let askers): changed += gain(askers, target)
    case .reopened(let target?, let askers): changed += gain(-askers, target)
    default: break
    }
    if old != nil { wishes[number]?.apply(fact, event: event.number, at: event.at) }
    guard let new = wishes[number] else { throw Violation("event \(event.number) is about no wish") }
    count(old, by: -1)
    count(new, by: 1)
    return changed
  }

  /// Who counts with a wish counts with the one that it counts with, too.
  private mutating func gain(_ askers: Int, _ target: WishNumber) -> [WishNumber] {
    var changed: [WishNumber] = []
    var next: WishNumber? = target
    while let number = next {
      wishes[number]?.askers += askers
      changed.append(number)
      next = wishes[number]?.mergedInto
    }
    return changed
  }

  private mutating func count(_ wish: Wish?, by: Int) {
    guard let wish, !wish.isConfidential else { return }
    tallies[wish.community, default: Tally()].add(wish.reached, by: by)
  }

  /// The wishes that changed since the last call, by number.
  mutating func takeTouched() -> [WishNumber] {
    defer { touched = [] }
    return touched.sorted()
  }

  /// How a wish stood at any time since `step`.
  func views(of number: WishNumber, since step: Int) -> ArraySlice<View> {
    let all = views[number] ?? []
    let first = all.lastIndex { $0.step < step } ?? all.startIndex
    return all[first...]
  }
}
