/// Bytes waiting to be written: in one piece, and behind it what is only made when there is room.
struct OutputBuffer {
  private var bytes: [UInt8] = []
  private var start = 0
  /// What follows the bytes.
  private var later: [Piece] = []
  /// Whether a part of it could not be made: what followed is dropped, and the reply has no end.
  private(set) var isBroken = false

  private enum Piece {
    case bytes([UInt8])
    case wall(WallReply)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .wall(let reply): reply.left
      }
    }
  }

  /// Capacity that is kept when everything has been written.
  private static let capacityKept = 16_384
  /// Written bytes in front of the waiting ones that are worth moving away.
  private static let writtenMax = 1_048_576
  /// So many bytes are made ready for a writing.
  private static let readyBytes = 32_768

  /// How many bytes wait, those not yet made included.
  var count: Int { readyCount + later.reduce(0) { $0 + $1.count } }

  /// How many bytes are made, and can be written at once.
  var readyCount: Int { bytes.count - start }

  /// Whether something waits that is only made when there is room.
  var isMaking: Bool { !later.isEmpty }

  /// Whether nothing waits.
  var isEmpty: Bool { start == bytes.count && later.isEmpty }

  /// Hands the waiting bytes to `write`, which returns how many it took.
  mutating func drain(_ write: (UnsafeRawBufferPointer) throws -> Int) rethrows {
    makeReady()
    let taken = try unsafe bytes.withUnsafeBytes {
      try unsafe write(UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    start += taken
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity <= Self.capacityKept)
      start = 0
    } else if start > Self.writtenMax {
      bytes.removeFirst(start)
      start = 0
    }
  }

  /// Adds bytes by letting `write` append them.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    guard !later.isEmpty else {
      write(&bytes)
      return
    }
    var added: [UInt8] = []
    if case .bytes(let last) = later[later.count - 1] {
      added = last
      later.removeLast()
    }
    write(&added)
    later.append(.bytes(added))
  }

  /// Adds a wall, which is made as it is written.
  mutating func append(_ reply: WallReply) {
    later.append(.wall(reply))
  }

  private mutating func makeReady() {
    while readyCount < Self.readyBytes, let piece = later.first {
      switch piece {
      case .bytes(let more):
        bytes += more
        later.removeFirst()
      case .wall(var reply):
        do {
          try reply.addSlice(to: &bytes)
          if reply.left > 0 { later[0] = .wall(reply) } else { later.removeFirst() }
        } catch {
          isBroken = true
          later = []
        }
      }
    }
  }
}
