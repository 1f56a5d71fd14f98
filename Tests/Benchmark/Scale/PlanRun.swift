import WishCore

/// The assignment behind PLAN on boards of one size and different tightness, in this process.
struct PlanRun {
  private let options: Options

  private static let wishes = 10_000
  private static let members = 2_000
  private static let candidates = 30

  init(_ options: Options) {
    self.options = options
  }

  /// A sort of board: how much room members have, and what pairs are worth.
  private struct Sort {
    let name: String
    let room: ClosedRange<Int>
    let worth: ClosedRange<Int32>
  }

  private static let sorts = [
    Sort(name: "room for 4 of 10", room: 1...3, worth: 0...1_000),
    Sort(name: "room for 6 of 10", room: 1...5, worth: 300...1_000),
    Sort(name: "room for just all", room: 5...5, worth: 0...1_000),
    Sort(name: "room for twice as many", room: 10...10, worth: 0...1_000),
    Sort(name: "few different worths", room: 1...5, worth: 600...605),
    Sort(name: "all pairs alike", room: 1...5, worth: 700...700),
  ]

  func run() {
    Report.say("\n" + Report.machine + "\n")
    let size = "\(Report.count(Double(Self.wishes))) slots × \(Report.count(Double(Self.members))) members"
    Report.say("PLAN's assignment, \(size) × \(Self.candidates) candidates\n")
    Report.say(Report.row(["board", "asked", "median", "least", "most", "≤ 2 s"]))
    Report.say(Report.rule(6))
    for sort in Self.sorts {
      let board = Self.board(sort)
      var seconds: [Double] = []
      var asked = 0
      for _ in 0..<options.rounds {
        let start = Clock.now
        asked = Assignment(board).count
        seconds.append(Clock.seconds(since: start))
      }
      let times = [Comparison.Cell.median(seconds), seconds.min() ?? 0, seconds.max() ?? 0]
      Report.say(
        Report.row(
          [sort.name, Report.count(Double(asked))] + times.map { Report.time($0 * 1e6) }
            + [times[0] <= 2 ? "met" : "**not met**"]
        )
      )
    }
  }

  /// The same board every time.
  private static func board(_ sort: Sort) -> AssignmentBoard {
    var random = SplitMix(state: 7)
    let room = (0..<members).map { _ in Int.random(in: sort.room, using: &random) }
    var board = AssignmentBoard(room: room)
    for _ in 0..<wishes {
      var chosen: Set<Int32> = []
      while chosen.count < candidates { chosen.insert(.random(in: 0..<Int32(members), using: &random)) }
      board.add(
        slots: 1,
        candidates: chosen.sorted().map {
          .init(member: $0, worth: Int32.random(in: sort.worth, using: &random))
        }
      )
    }
    return board
  }
}
