/// Bytes waiting to be written, in one piece.
struct OutputBuffer {
  private var bytes: [UInt8] = []
  private var start = 0

  /// Capacity that is kept when everything has been written.
  private static let capacityKept = 16_384
  /// Written bytes in front of the waiting ones that are worth moving away.
  private static let writtenMax = 1_048_576

  /// How many bytes wait.
  var count: Int { bytes.count - start }

  /// Whether nothing waits.
  var isEmpty: Bool { count == 0 }

  /// Hands the waiting bytes to `write`, which returns how many it took.
  mutating func drain(_ write: (UnsafeRawBufferPointer) throws -> Int) rethrows {
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
    write(&bytes)
  }
}
