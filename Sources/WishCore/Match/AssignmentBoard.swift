/// A board of wishes with free slots and of members with room, and what each pair would be worth: the
/// question that ``Assignment`` answers. Wishes and members go by their places in the lists.
public struct AssignmentBoard: Sendable {
  /// A member that may be asked to take a slot of a wish.
  public struct Candidate: Equatable, Sendable {
    /// Its place in ``AssignmentBoard/room``.
    public let member: Int32
    /// What the pair is worth, in thousandths of a score: 0 to 1,000.
    public let worth: Int32

    /// Makes a candidate.
    public init(member: Int32, worth: Int32) {
      self.member = member
      self.worth = worth
    }
  }

  /// Free slots, by wish.
  public private(set) var slots: [Int32] = []
  /// How many wishes more each member may be asked to hold.
  public let room: [Int32]
  /// Every wish's candidates, one wish behind the other.
  public private(set) var candidates: [Candidate] = []
  /// Where each wish's candidates begin, and behind the last one their end.
  private(set) var firsts: [Int32] = [0]
  /// The most that a pair is worth.
  private(set) var highestWorth: Int32 = 0

  /// Makes a board without wishes.
  ///
  /// - Parameter room: how many wishes each member may be asked to hold.
  public init(room: [Int]) {
    self.room = room.map { Int32(max(0, $0)) }
  }

  /// Adds a wish. A member stands among its candidates once, and only if it has room.
  public mutating func add(slots count: Int, candidates new: [Candidate]) {
    slots.append(Int32(count))
    candidates += new
    firsts.append(Int32(candidates.count))
    for candidate in new {
      precondition((0...1_000).contains(candidate.worth), "a score is from 0 to 1")
      precondition(room[Int(candidate.member)] > 0, "a member without room is no candidate")
      highestWorth = max(highestWorth, candidate.worth)
    }
  }

  /// The places in ``candidates`` of a wish's own.
  public func range(of wish: Int) -> Range<Int> { Int(firsts[wish])..<Int(firsts[wish + 1]) }
}
