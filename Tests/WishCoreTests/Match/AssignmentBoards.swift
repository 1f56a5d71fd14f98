@testable import WishCore

/// Boards to try ``Assignment`` on, and what tells whether it is right: it knows nothing of how it works.
enum AssignmentBoards {
  /// What is wrong with an assignment and its certificate; empty where it is an optimum.
  ///
  /// The conditions are those of complementary slackness. They prove it without another search: for any
  /// assignment, what its pairs are worth is at most the sum of values over slots, of prices over room, and
  /// of what asked pairs are worth above both; here the two are equal.
  static func faults(of assignment: Assignment, on board: AssignmentBoard) -> [String] {
    var faults: [String] = []
    var taken = [Int](repeating: 0, count: board.slots.count)
    var asked = [Int](repeating: 0, count: board.room.count)
    var (total, bound) = (0, 0)
    for wish in board.slots.indices {
      for pair in board.range(of: wish) {
        let candidate = board.candidates[pair]
        let member = Int(candidate.member)
        let rest = Int(candidate.worth) - Int(assignment.values[wish]) - Int(assignment.prices[member])
        if assignment.isAsked[pair] {
          taken[wish] += 1
          asked[member] += 1
          total += Int(candidate.worth)
          bound += max(0, rest)
          if rest < 0 { faults.append("pair \(pair) is asked for too little") }
        } else if rest > 0 {
          faults.append("pair \(pair) is left though it is worth more")
        }
      }
    }
    for (wish, slots) in board.slots.enumerated() {
      bound += Int(slots) * Int(assignment.values[wish])
      if assignment.values[wish] < 0 { faults.append("wish \(wish) has a negative value") }
      if taken[wish] > slots { faults.append("wish \(wish) is given \(taken[wish]) of \(slots) slots") }
      if assignment.values[wish] > 0, taken[wish] < slots { faults.append("wish \(wish) has slots to give") }
    }
    for (member, room) in board.room.enumerated() {
      bound += Int(room) * Int(assignment.prices[member])
      if assignment.prices[member] < 0 { faults.append("member \(member) has a negative price") }
      if asked[member] > room { faults.append("member \(member) is asked for more than it has room for") }
      if assignment.prices[member] > 0, asked[member] < room { faults.append("member \(member) has room") }
    }
    if total != assignment.total || taken.reduce(0, +) != assignment.count { faults.append("wrong sums") }
    if total != bound { faults.append("\(total) is not the bound \(bound)") }
    return faults
  }

  /// The most that a small board is worth, found by trying everything.
  static func best(of board: AssignmentBoard) -> Int {
    var slots = board.slots
    var room = board.room
    var wishes: [Int] = []
    for wish in slots.indices { wishes += board.range(of: wish).map { _ in wish } }
    func best(from pair: Int) -> Int {
      guard pair < wishes.count else { return 0 }
      let without = best(from: pair + 1)
      let (wish, member) = (wishes[pair], Int(board.candidates[pair].member))
      guard slots[wish] > 0, room[member] > 0 else { return without }
      slots[wish] -= 1
      room[member] -= 1
      let with = Int(board.candidates[pair].worth) + best(from: pair + 1)
      slots[wish] += 1
      room[member] += 1
      return max(without, with)
    }
    return best(from: 0)
  }

  /// A board by chance.
  static func random(
    wishes: Int,
    members: Int,
    candidates: Int,
    slots: ClosedRange<Int> = 1...1,
    room: ClosedRange<Int> = 1...3,
    worth: ClosedRange<Int32> = 0...1_000,
    using random: inout SeededRandom
  ) -> AssignmentBoard {
    let rooms = (0..<members).map { _ in Int.random(in: room, using: &random) }
    var board = AssignmentBoard(room: rooms)
    for _ in 0..<wishes {
      var chosen: [Int32] = []
      for _ in 0..<candidates {
        let member = Int32.random(in: 0..<Int32(members), using: &random)
        if rooms[Int(member)] > 0, !chosen.contains(member) { chosen.append(member) }
      }
      board.add(
        slots: Int.random(in: slots, using: &random),
        candidates: chosen.map { .init(member: $0, worth: Int32.random(in: worth, using: &random)) }
      )
    }
    return board
  }
}
