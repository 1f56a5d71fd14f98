/// What clients asked of one wish's slots and what they were told, each with the time that it took.
struct SlotHistory {
  /// What was asked.
  enum Act: Equatable {
    /// A slot is taken by the one who asks.
    case claim
    /// It is given back.
    case release
    /// It is done, and stays taken.
    case fulfil
    /// What was done did not help: all slots of a wish that is all done are free again.
    case reopen
  }

  /// What the client was told.
  enum Outcome: Equatable {
    /// It is so, under this number in the log.
    case ok(Int)
    /// It is not so.
    case refused
    /// Nothing: it may have happened at any time since, or never.
    case unknown
  }

  /// One request.
  struct Request: Equatable {
    let who: String
    let act: Act
    /// When it was sent and when the answer had come, on one clock.
    let start: UInt64
    let end: UInt64
    let outcome: Outcome

    init(_ who: String, _ act: Act, _ time: ClosedRange<UInt64>, _ outcome: Outcome) {
      self.who = who
      self.act = act
      start = time.lowerBound
      end = time.upperBound
      self.outcome = outcome
    }
  }

  /// How many slots the wish has.
  let slots: Int
  /// The requests, in no order.
  var requests: [Request] = []

  /// What is wrong with it; nil where some order of the requests explains every answer.
  ///
  /// Such an order has each request between its start and its end, at most one holder to a slot, and
  /// nobody giving back or finishing what they do not hold: the history is linearizable (Herlihy, Wing
  /// 1990). The search goes along the time and keeps all states that the slots may be in, deciding on a
  /// request only when its answer comes, as Lowe's "Testing for linearizability" (2017) does.
  func fault() -> String? {
    if let fault = orderFault() { return fault }
    var worlds: Set<World> = [World(slots: Slots(), waiting: [])]
    for moment in moments() {
      switch moment.kind {
      case .start: worlds = Set(worlds.map { $0.expecting(moment.request) })
      case .end:
        worlds = explained(moment.request, from: worlds)
        if worlds.isEmpty { return "no order explains \(requests[moment.request])" }
      }
    }
    return nil
  }

  /// The log's numbers are given once, and in the order of time where requests did not overlap.
  private func orderFault() -> String? {
    var numbered: [(number: Int, request: Request)] = []
    for request in requests {
      if case .ok(let number) = request.outcome { numbered.append((number, request)) }
    }
    numbered.sort { $0.number < $1.number }
    var latestStart: UInt64 = 0
    for (index, (number, request)) in numbered.enumerated() {
      if index > 0, numbered[index - 1].number == number { return "number \(number) was given twice" }
      if request.end < latestStart { return "number \(number) is later than one that came after it" }
      latestStart = max(latestStart, request.start)
    }
    return nil
  }

  private struct Moment {
    enum Kind: Int {
      case start
      case end
    }
    let time: UInt64
    let kind: Kind
    let request: Int
  }

  /// Starts before ends of the same time: those two overlap. A request of unknown outcome has no end.
  private func moments() -> [Moment] {
    requests.indices.flatMap { index in
      let start = Moment(time: requests[index].start, kind: .start, request: index)
      if requests[index].outcome == .unknown { return [start] }
      return [start, Moment(time: requests[index].end, kind: .end, request: index)]
    }.sorted { ($0.time, $0.kind.rawValue) < ($1.time, $1.kind.rawValue) }
  }

  /// All worlds that are reached by letting requests that wait happen, and in which this one has.
  private func explained(_ request: Int, from worlds: Set<World>) -> Set<World> {
    var seen = worlds
    var open = Array(worlds)
    var found: Set<World> = []
    while let world = open.popLast() {
      let settled = settlingRefusals(world)
      guard settled.waiting.contains(request) else {
        found.insert(settled)
        continue
      }
      for index in settled.waiting where requests[index].outcome != .refused {
        guard let slots = settled.slots.after(requests[index], of: self.slots) else { continue }
        let next = World(slots: slots, waiting: settled.waiting.subtracting([index]))
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return found
  }

  /// A refusal changes nothing, so that the first chance to explain it is as good as any.
  private func settlingRefusals(_ world: World) -> World {
    let waiting = world.waiting.filter {
      requests[$0].outcome != .refused || world.slots.after(requests[$0], of: slots) != nil
    }
    return World(slots: world.slots, waiting: waiting)
  }

  /// One way in which things may stand.
  private struct World: Hashable {
    let slots: Slots
    /// Requests that were sent and have not happened yet.
    let waiting: Set<Int>

    func expecting(_ request: Int) -> World { World(slots: slots, waiting: waiting.union([request])) }
  }

  /// Who has the slots.
  private struct Slots: Hashable {
    var holding: Set<String> = []
    var done: Set<String> = []

    /// The slots once the request has happened; nil where it is impossible.
    func after(_ request: Request, of count: Int) -> Slots? {
      var next = self
      switch request.act {
      case .claim:
        guard holding.count + done.count < count, !done.contains(request.who) else { return nil }
        return next.holding.insert(request.who).inserted ? next : nil
      case .release: return next.holding.remove(request.who) != nil ? next : nil
      case .fulfil:
        guard next.holding.remove(request.who) != nil else { return nil }
        next.done.insert(request.who)
        return next
      case .reopen: return done.count == count ? Slots() : nil
      }
    }
  }
}
