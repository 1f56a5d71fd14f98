/// A member's place on the waiting list of a wish whose slots are all held.
///
/// It is nobody's reservation: when a slot is free again those who wait are told, and the first CLAIM has
/// it. The list outlives the work on the wish, since that may not have helped, and ends with what takes the
/// wish from the wall.
public struct Wait: Equatable, Sendable {
  /// The event that put the member on the list; their order is the list's.
  public let event: EventNumber
  /// Who waits.
  public let member: AccountCode

  /// Makes a place.
  public init(event: EventNumber, member: AccountCode) {
    self.event = event
    self.member = member
  }
}

extension Wish {
  /// Whether the member waits for a slot.
  public func isAwaited(by member: AccountCode) -> Bool {
    waiting.contains { $0.member == member }
  }

  /// The member's place on the waiting list, counted from 1; nil where it is not on it.
  public func place(of member: AccountCode) -> Int? {
    waiting.firstIndex { $0.member == member }.map { $0 + 1 }
  }

  /// How many slots a CLAIM could have: those of a published wish.
  var claimable: Int { state == .published ? left : 0 }

  /// Takes from the waiting list whoever can wait no longer: all of them where the wish has left the wall,
  /// and where it is kept between few, who is not one of these.
  mutating func trimWaiting() {
    guard !waiting.isEmpty else { return }
    switch state {
    case .published, .claimed, .fulfilled:
      if isConfidential { waiting.removeAll { !invited.contains($0.member) } }
    case .collected, .returned, .approved, .referred, .confirmed, .closed, .rejected, .merged, .withdrawn:
      waiting = []
    }
  }
}
