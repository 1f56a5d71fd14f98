/// The bytes of a connection that have come and not been read, pulled out one line at a time.
///
/// A line is judged by its length only when it is asked for: what stands behind an AUTH lies here
/// untouched until the AUTH is answered, and is then measured by the bound that holds by then. The
/// scan for LF resumes where it stopped, and bytes are moved at most once for each byte that came.
public struct LineBuffer: Sendable {
  /// One line, without its LF.
  public enum Line: Equatable, Sendable {
    /// A line within the bound, without its LF and without one CR before it.
    case whole([UInt8])
    /// A line beyond the bound, told once, when its LF has been discarded; `head` is its first bytes,
    /// at most ``LineBuffer/headBytesMax``, so that a tag can be echoed.
    case tooLong(head: [UInt8])
  }

  /// How much of an over-long line is kept.
  public static let headBytesMax = 64
  /// Read bytes that may lie in front before the rest is moved down.
  private static let slackBytesMax = 4_096

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private var storage: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  /// No LF stands in `start..<scanned`.
  private var scanned = 0
  /// The head of an over-long line whose LF has not been pulled yet.
  private var overlong: [UInt8]?

  /// Makes an empty buffer.
  public init() {}

  /// Takes bytes as they arrived. Of a line already known to be over-long nothing is kept.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    guard overlong != nil, unreadCount == 0 else {
      storage.append(contentsOf: bytes)
      return
    }
    if let end = bytes.firstIndex(of: Self.lineFeed) { storage.append(contentsOf: bytes[end...]) }
  }

  /// Pulls the next line whose LF has come.
  ///
  /// - Parameter limit: The bytes that a line may have with its LF.
  /// - Returns: The line, or nil until more bytes come.
  public mutating func next(limit: Int) -> Line? {
    if let head = overlong {
      guard let end = firstLineFeed(before: storage.count) else {
        discardBytes()
        return nil
      }
      overlong = nil
      consume(through: end)
      return .tooLong(head: head)
    }
    // `start + limit` cannot overflow: `start` is below the slack bound or the bytes in memory.
    let window = min(storage.count, start + max(limit, 1))
    if let end = firstLineFeed(before: window) {
      let hasReturn = end > start && storage[end - 1] == Self.carriageReturn
      let line = Array(storage[start..<(hasReturn ? end - 1 : end)])
      consume(through: end)
      return .whole(line)
    }
    guard storage.count - start >= limit else { return nil }
    overlong = opening
    return next(limit: limit)
  }

  /// Whether a line was begun and has not ended.
  public var isPartial: Bool {
    unreadCount == 0 ? overlong != nil : storage[storage.count - 1] != Self.lineFeed
  }

  /// How many bytes wait to be read.
  public var unreadCount: Int { storage.count - start }

  /// The first bytes that wait to be read, at most ``headBytesMax``: enough to tell another protocol's
  /// opening, or the tag of a line that the peer will not end any more.
  public var opening: [UInt8] { overlong ?? Array(storage[start...].prefix(Self.headBytesMax)) }

  /// Forgets everything, an over-long line too.
  public mutating func discardAll() {
    overlong = nil
    discardBytes()
  }

  /// Looks for LF from where the last look stopped.
  private mutating func firstLineFeed(before end: Int) -> Int? {
    var index = max(scanned, start)
    while index < end {
      if storage[index] == Self.lineFeed { return index }
      index += 1
    }
    scanned = index
    return nil
  }

  private mutating func consume(through end: Int) {
    start = end + 1
    scanned = start
    if start == storage.count {
      discardBytes()
    } else if start >= Self.slackBytesMax, start >= storage.count / 2 {
      storage.removeFirst(start)
      start = 0
      scanned = 0
    }
  }

  /// Empties the storage; one that a flood made large is given back.
  private mutating func discardBytes() {
    storage.removeAll(keepingCapacity: storage.capacity <= 2 * Limits.lineBytesMax)
    start = 0
    scanned = 0
  }
}
