/// Where a connection comes from.
public enum Peer: Hashable, Sendable {
  /// A Unix socket, or loopback: not counted by address.
  case local
  /// A remote address, without the port.
  case remote(String)
}

/// One connection as the service sees it: bytes in, bytes out.
public final class Session {
  /// Where it comes from.
  public let peer: Peer
  /// Bytes for the peer.
  public var output = OutputBuffer()

  init(peer: Peer) {
    self.peer = peer
  }

  /// Takes what the peer sent.
  public func receive(_ bytes: UnsafeRawBufferPointer) {}

  /// The peer will send no more; what was received is answered, then ``isFinished`` becomes true.
  public func receiveEnd() {}

  /// Whether more input may be read: false while enough of it waits.
  public var wantsInput: Bool { true }

  /// Whether the connection is to be closed once ``output`` is drained.
  public var isFinished: Bool { false }
}

/// Bytes waiting to be written, in one piece.
public struct OutputBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0

  /// How many bytes wait.
  public var count: Int { bytes.count - start }

  /// Whether nothing waits.
  public var isEmpty: Bool { count == 0 }

  /// Hands the waiting bytes to `write`, which returns how many it took.
  public mutating func drain(_ write: (UnsafeRawBufferPointer) throws -> Int) rethrows {
    let taken = try unsafe bytes.withUnsafeBytes {
      try unsafe write(UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    start += taken
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity <= 65_536)
      start = 0
    } else if start > 1_048_576 {
      bytes.removeFirst(start)
      start = 0
    }
  }

  /// Adds bytes by letting `write` append them.
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
  }
}
