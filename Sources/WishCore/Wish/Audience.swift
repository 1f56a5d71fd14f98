/// Who could see a wish when something happened to it, before it or after it.
///
/// Kept with the event, so that whoever follows the log later is told what it might have been told then.
public struct Audience: Equatable, Sendable {
  /// The wish's grid where that is known, else its community.
  public let place: AreaCode
  /// Whether terminals and members of the place could see it, before or after.
  public let isPublic: Bool
  /// Whether it was kept between staff and those invited, before and after.
  public let isConfidential: Bool

  /// Takes an audience back from the store.
  init(place: AreaCode, bits: Int64) {
    self.place = place
    isPublic = bits & 1 != 0
    isConfidential = bits & 2 != 0
  }

  /// The audience of what is between staff and the member whom it concerns, whoever sees the wish.
  init(staffFor wish: Wish) {
    place = wish.grid ?? wish.community
    isPublic = false
    isConfidential = true
  }

  /// The flags as the store keeps them.
  var bits: Int64 { (isPublic ? 1 : 0) | (isConfidential ? 2 : 0) }

  /// The audience of a change from `old` to `new`: whoever could see either, so that a program which
  /// mirrors the wall by events learns that a wish was hidden.
  public init(_ old: Wish?, _ new: Wish) {
    place = new.grid ?? new.community
    isConfidential = new.isConfidential && old?.isConfidential ?? true
    isPublic = [old, new].contains { wish in
      wish.map { $0.state.isPublic && $0.isApproved && !$0.isConfidential } ?? false
    }
  }
}
