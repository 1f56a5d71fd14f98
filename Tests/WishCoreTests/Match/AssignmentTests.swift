import Testing

@testable import WishCore

@Suite("An assignment is worth the most that its board allows")
struct AssignmentTests {
  private func board(room: [Int], _ wishes: (slots: Int, pairs: [(Int32, Int32)])...) -> AssignmentBoard {
    var board = AssignmentBoard(room: room)
    for wish in wishes {
      board.add(slots: wish.slots, candidates: wish.pairs.map { .init(member: $0.0, worth: $0.1) })
    }
    return board
  }

  @Test("Whoever takes the best pair first gets less")
  func greedy() {
    let board = board(room: [1, 1], (1, [(0, 900), (1, 890)]), (1, [(0, 880), (1, 10)]))
    let assignment = Assignment(board)
    #expect(assignment.isAsked == [false, true, true, false])
    #expect(assignment.total == 1_770)
    #expect(AssignmentBoards.faults(of: assignment, on: board) == [])
  }

  @Test("A wish goes without where others make more of its member")
  func goesWithout() {
    let board = board(room: [1], (1, [(0, 500)]), (1, [(0, 700)]), (1, [(0, 600)]))
    let assignment = Assignment(board)
    #expect(assignment.isAsked == [false, true, false])
    #expect(assignment.prices == [600], "what the next best would have given")
    #expect(AssignmentBoards.faults(of: assignment, on: board) == [])
  }

  @Test("A wish with several slots is given several members, none of them twice")
  func slots() {
    let board = board(room: [5, 1], (3, [(0, 700), (1, 600)]), (1, [(1, 650)]))
    let assignment = Assignment(board)
    #expect(assignment.isAsked == [true, false, true])
    #expect(assignment.count == 2)
    #expect(AssignmentBoards.faults(of: assignment, on: board) == [])
  }

  @Test("A board without wishes, without members, or without pairs is worth nothing")
  func empty() {
    for board in [
      board(room: []), board(room: [3, 3]), board(room: [], (1, []), (2, [])), board(room: [1], (1, [])),
    ] {
      let assignment = Assignment(board)
      #expect(assignment.total == 0 && assignment.count == 0)
      #expect(AssignmentBoards.faults(of: assignment, on: board) == [])
    }
  }

  @Test("On 5,000 small boards it is what trying everything finds, and its certificate holds")
  func small() {
    var random = SeededRandom(seed: 5)
    for number in 0..<5_000 {
      let hasTies = number % 2 == 0
      let board = AssignmentBoards.random(
        wishes: Int.random(in: 1...4, using: &random),
        members: Int.random(in: 1...4, using: &random),
        candidates: Int.random(in: 1...3, using: &random),
        slots: 1...3,
        room: 0...2,
        worth: hasTies ? 0...3 : 0...1_000,
        using: &random
      )
      let assignment = Assignment(board)
      #expect(assignment.total == AssignmentBoards.best(of: board), "board \(number)")
      #expect(AssignmentBoards.faults(of: assignment, on: board) == [], "board \(number)")
    }
  }

  @Test(
    "On large boards its certificate holds: room for all, room for few, all pairs alike, many slots",
    arguments: [
      (1_000, 600, 1...1, 1...3, 0...1_000), (1_500, 120, 1...1, 1...3, 0...1_000),
      (1_500, 150, 1...1, 2...2, 700...700), (1_500, 150, 1...1, 1...3, 0...2),
      (150, 200, 1...20, 1...4, 0...1_000),
    ] as [(Int, Int, ClosedRange<Int>, ClosedRange<Int>, ClosedRange<Int32>)]
  )
  func large(
    wishes: Int,
    members: Int,
    slots: ClosedRange<Int>,
    room: ClosedRange<Int>,
    worth: ClosedRange<Int32>
  ) {
    var random = SeededRandom(seed: UInt64(wishes + members))
    let board = AssignmentBoards.random(
      wishes: wishes,
      members: members,
      candidates: 30,
      slots: slots,
      room: room,
      worth: worth,
      using: &random
    )
    let assignment = Assignment(board)
    #expect(AssignmentBoards.faults(of: assignment, on: board) == [])
    #expect(assignment.count > 100)
    #expect(Assignment(board) == assignment)
  }

  @Test("The checker finds fault with an assignment that is not the best, and with a false certificate")
  func checker() {
    let poor = board(room: [1, 1], (1, [(0, 10)]), (1, [(1, 10)]))
    let rich = board(room: [1, 1], (1, [(0, 900)]), (1, [(1, 10)]))
    #expect(AssignmentBoards.faults(of: Assignment(poor), on: rich).contains("wrong sums"))
    let crowded = board(room: [1], (1, [(0, 500)]), (1, [(0, 700)]))
    let roomy = board(room: [2], (1, [(0, 500)]), (1, [(0, 700)]))
    #expect(AssignmentBoards.faults(of: Assignment(roomy), on: crowded).contains { $0.contains("more than") })
    #expect(AssignmentBoards.faults(of: Assignment(crowded), on: roomy).contains { $0.contains("has room") })
  }
}
