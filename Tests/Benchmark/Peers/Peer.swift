/// A service that is measured: started on a socket of its own, spoken to in its own language.
protocol Peer: AnyObject {
  /// As the table calls it.
  var name: String { get }
  /// Whether it can do this work.
  func does(_ workload: Workload) -> Bool
  /// Starts it, empty, in a directory of the scratch.
  func start(in scratch: Scratch) throws(Failure)
  /// Opens a connection for somebody of a community, ready for requests.
  func connect(_ seat: Seat, community: Int) throws(Failure) -> (Socket, any Wording)
  /// Stops it.
  func stop()
}

extension Peer {
  func does(_ workload: Workload) -> Bool { true }
}

/// A peer that runs, with the wishes that it was given and the connections that are open to it.
final class Contestant {
  let peer: any Peer
  /// Published wishes by community.
  private var wishes: [[Int]] = Array(repeating: [], count: World.communities)

  init(_ peer: any Peer, in scratch: Scratch, wishes count: Int) throws(Failure) {
    self.peer = peer
    try peer.start(in: scratch)
    guard count > 0 else { return }
    // As many connections as communities, and eight in flight: this is not what is measured.
    let each = count / (World.communities * 8)
    var lines: [Line] = []
    for community in 0..<World.communities {
      let (socket, wording) = try peer.connect(.staff, community: community)
      let lanes = (0..<8).map { lane in
        Lane(.publish(left: each), seat: .staff, community: community, wishes: [], seed: lane)
      }
      lines.append(Line(socket: socket, wording: wording, lanes: lanes))
    }
    _ = try Generator.finish(lines)
    for (community, line) in lines.enumerated() {
      wishes[community] = line.lanes.flatMap(\.published).sorted()
    }
  }

  /// Uses a store that already holds these wishes.
  init(_ peer: any Peer, holding wishes: [[Int]]) {
    self.peer = peer
    self.wishes = wishes
  }

  /// Opens connections for a workload, each with so many requests in flight; no two lanes share a wish.
  func open(_ script: Lane.Script, seats: (Int) -> Seat, connections: Int, inFlight: Int) throws(Failure)
    -> [Line]
  {
    let perCommunity = (connections + World.communities - 1) / World.communities * inFlight
    var lines: [Line] = []
    for connection in 0..<connections {
      let community = connection % World.communities
      let (socket, wording) = try peer.connect(seats(connection), community: community)
      let lanes = (0..<inFlight).map { lane in
        let place = connection / World.communities * inFlight + lane
        let own = stride(from: place, to: wishes[community].count, by: perCommunity)
        return Lane(
          script,
          seat: seats(connection),
          community: community,
          wishes: own.map { wishes[community][$0] },
          seed: connection * inFlight + lane
        )
      }
      lines.append(Line(socket: socket, wording: wording, lanes: lanes))
    }
    return lines
  }

  /// Opens connections for a workload.
  func open(_ workload: Workload, connections: Int, inFlight: Int) throws(Failure) -> [Line] {
    try open(.workload(workload), seats: workload.seat, connections: connections, inFlight: inFlight)
  }
}

/// What the wordings share.
extension [UInt8] {
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }
  mutating func write(_ number: Int) { write(String(number)) }
}

/// Reading of replies.
extension UnsafeRawBufferPointer {
  /// Where the line that starts at `start` ends: the index of its LF.
  func endOfLine(from start: Int) -> Int? {
    var index = start
    while index < count {
      if unsafe self[index] == 0x0A { return index }
      index += 1
    }
    return nil
  }

  /// The decimal number at `start`; nil where there is no digit.
  func number(at start: Int) -> Int? {
    var index = start
    var value = 0
    while index < count, case let digit = unsafe self[index], digit >= 0x30, digit <= 0x39 {
      value = value * 10 + Int(digit - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  /// Bytes as text.
  func text(_ range: Range<Int>) -> String {
    unsafe String(decoding: self[range], as: UTF8.self)
  }
}
