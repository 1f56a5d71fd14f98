/// Tells the whole log again, line by line, and keeps what should be stored at its end.
struct LogReplay {
  private(set) var wishes: [WishNumber: Wish] = [:]
  /// The latest line about each wish.
  private(set) var latest: [WishNumber: EventNumber] = [:]
  private(set) var findings: [String] = []
  private var lastNumber: EventNumber = 0
  private var lastMoment = Moment(milliseconds: .min)

  /// How many lines were told.
  private(set) var count = 0

  /// Takes the next line; `before` is what it says of the wish's line before it.
  mutating func take(_ event: Event, before: EventNumber?) {
    count += 1
    if event.number != lastNumber + 1 {
      findings.append("event \(event.number): follows \(lastNumber), the log has a gap")
    }
    if event.at < lastMoment { findings.append("event \(event.number): earlier than the one before it") }
    lastNumber = event.number
    lastMoment = max(lastMoment, event.at)
    guard case .wish(let number, let fact) = event.matter else { return }
    if before != latest[number] {
      findings.append("event \(event.number): does not lead to the earlier one of wish \(number)")
    }
    latest[number] = event.number
    apply(fact, to: number, of: event)
  }

  /// A line that says nothing that can be read.
  mutating func takeUnreadable(_ number: EventNumber) {
    count += 1
    lastNumber = number
    findings.append("event \(number): cannot be read")
  }

  private mutating func apply(_ fact: Fact, to number: WishNumber, of event: Event) {
    if case .posted(let posting) = fact {
      guard wishes[number] == nil else {
        findings.append("event \(event.number): wish \(number) is posted a second time")
        return
      }
      wishes[number] = Wish(number: number, posting: posting, event: event.number, at: event.at)
      return
    }
    guard var wish = wishes[number], wish.admits(fact) else {
      findings.append("event \(event.number): \(fact.type) cannot follow on wish \(number)")
      return
    }
    wish.apply(fact, event: event.number, at: event.at)
    wishes[number] = wish
    switch fact {
    case .merged(let into, let askers): moveAskers(askers, to: into, event)
    case .reopened(let from?, let askers): moveAskers(-askers, to: from, event)
    default: break
    }
  }

  private mutating func moveAskers(_ askers: Int, to number: WishNumber, _ event: Event) {
    guard wishes[number] != nil else {
      findings.append("event \(event.number): names wish \(number), which there is not")
      return
    }
    wishes[number]?.askers += askers
  }

  /// How many wishes of each community ever reached each stage, confidential ones not counted.
  var tallies: [AreaCode: Tally] {
    var tallies: [AreaCode: Tally] = [:]
    for wish in wishes.values where !wish.isConfidential {
      tallies[wish.community, default: Tally()].add(wish.reached, by: 1)
    }
    return tallies
  }
}

extension Wish {
  /// The names of the fields in which another value of the same wish differs.
  func differences(from other: Wish) -> [String] {
    zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children).compactMap { own, its in
      String(reflecting: own.value) == String(reflecting: its.value) ? nil : own.label
    }
  }
}
