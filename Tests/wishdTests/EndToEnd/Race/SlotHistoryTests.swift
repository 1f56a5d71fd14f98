import Testing

/// A checker that never failed proves nothing: here it must.
@Suite("The checker of slot histories")
struct SlotHistoryTests {
  private typealias Request = SlotHistory.Request

  @Test("explains what can have happened", arguments: good)
  func explains(_ example: Example) {
    #expect(SlotHistory(slots: example.slots, requests: example.requests).fault() == nil)
  }

  @Test("finds what cannot have happened", arguments: bad)
  func finds(_ example: Example) {
    #expect(SlotHistory(slots: example.slots, requests: example.requests).fault() != nil)
  }

  @Test("finds one planted second holder in a long history of many clients")
  func findsOneAmongMany() {
    var requests: [Request] = []
    for turn in 0..<200 {
      let time = UInt64(turn * 10)
      requests.append(Request("m\(turn % 7)", .claim, time...(time + 2), .ok(2 * turn)))
      for other in 0..<7 where other != turn % 7 {
        requests.append(Request("m\(other)", .claim, (time + 1)...(time + 4), .refused))
      }
      requests.append(Request("m\(turn % 7)", .release, (time + 4)...(time + 6), .ok(2 * turn + 1)))
    }
    #expect(SlotHistory(slots: 1, requests: requests).fault() == nil)
    requests.append(Request("late", .claim, 1_003...1_003, .ok(201)))
    #expect(SlotHistory(slots: 1, requests: requests).fault() != nil)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let slots: Int
    let requests: [SlotHistory.Request]

    init(_ description: String, slots: Int = 1, _ requests: [SlotHistory.Request]) {
      testDescription = description
      self.slots = slots
      self.requests = requests
    }
  }

  static let good = [
    Example("nothing", []),
    Example(
      "of two at once one wins",
      [Request("a", .claim, 0...9, .ok(1)), Request("b", .claim, 0...9, .refused)]
    ),
    Example(
      "a refusal that came before the winner's answer",
      [Request("a", .claim, 0...9, .ok(1)), Request("b", .claim, 2...4, .refused)]
    ),
    Example(
      "handed on while both answers were under way",
      [
        Request("a", .claim, 0...1, .ok(1)), Request("a", .release, 2...9, .ok(2)),
        Request("b", .claim, 3...8, .ok(3)),
      ]
    ),
    Example(
      "an unknown claim that happened",
      [Request("a", .claim, 0...1, .unknown), Request("b", .claim, 2...3, .refused)]
    ),
    Example(
      "an unknown claim that did not",
      [Request("a", .claim, 0...1, .unknown), Request("b", .claim, 2...3, .ok(1))]
    ),
    Example(
      "an unknown claim that happened late",
      [
        Request("a", .claim, 0...1, .unknown), Request("b", .claim, 2...3, .ok(1)),
        Request("b", .release, 4...5, .ok(2)), Request("a", .release, 6...7, .ok(9)),
      ]
    ),
    Example(
      "two slots, two holders",
      slots: 2,
      [
        Request("a", .claim, 0...1, .ok(1)), Request("b", .claim, 2...3, .ok(2)),
        Request("c", .claim, 4...5, .refused),
      ]
    ),
    Example(
      "all done, reopened, taken again",
      [
        Request("a", .claim, 0...1, .ok(1)), Request("a", .fulfil, 2...3, .ok(2)),
        Request("b", .claim, 4...5, .refused), Request("s", .reopen, 6...7, .ok(3)),
        Request("b", .claim, 8...9, .ok(4)),
      ]
    ),
  ]

  static let bad = [
    Example(
      "two holders of one slot",
      [Request("a", .claim, 0...9, .ok(1)), Request("b", .claim, 0...9, .ok(2))]
    ),
    Example(
      "three of two slots",
      slots: 2,
      [
        Request("a", .claim, 0...9, .ok(1)), Request("b", .claim, 0...9, .ok(2)),
        Request("c", .claim, 0...9, .ok(3)),
      ]
    ),
    Example("refused though it was free all the time", [Request("a", .claim, 0...9, .refused)]),
    Example(
      "refused after it was given back",
      [
        Request("a", .claim, 0...1, .ok(1)), Request("a", .release, 2...3, .ok(2)),
        Request("b", .claim, 4...5, .refused),
      ]
    ),
    Example(
      "an acknowledged claim that a restart forgot",
      [Request("a", .claim, 0...1, .ok(1)), Request("a", .release, 2...3, .refused)]
    ),
    Example(
      "an acknowledged release that a restart forgot",
      [
        Request("a", .claim, 0...1, .ok(1)), Request("a", .release, 2...3, .ok(2)),
        Request("a", .claim, 4...5, .refused),
      ]
    ),
    Example(
      "given back by another",
      [Request("a", .claim, 0...1, .ok(1)), Request("b", .release, 2...3, .ok(2))]
    ),
    Example(
      "taken while it is done",
      [
        Request("a", .claim, 0...1, .ok(1)), Request("a", .fulfil, 2...3, .ok(2)),
        Request("b", .claim, 4...5, .ok(3)),
      ]
    ),
    Example(
      "an unknown claim that happened twice",
      [
        Request("a", .claim, 0...1, .unknown), Request("a", .release, 2...3, .ok(2)),
        Request("a", .release, 4...5, .ok(3)),
      ]
    ),
    Example(
      "an unknown claim that happened before it was sent",
      [Request("a", .release, 0...1, .ok(1)), Request("a", .claim, 2...3, .unknown)]
    ),
    Example(
      "a later number for an earlier change",
      [Request("a", .claim, 0...1, .ok(5)), Request("a", .release, 2...3, .ok(4))]
    ),
    Example(
      "a number given twice",
      [Request("a", .claim, 0...1, .ok(5)), Request("a", .release, 2...3, .ok(5))]
    ),
  ]
}
