/// The rows of WALL's reply, made from the wall's bytes slice by slice as the peer takes them: a wall of
/// everything is larger than what may wait for one connection.
struct WallReply {
  /// Where the bytes are.
  enum Content {
    case bytes([UInt8])
    case file(any WallFile)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(let file): file.count
      }
    }

    func read(_ part: Range<Int>) throws -> ArraySlice<UInt8> {
      switch self {
      case .bytes(let bytes): bytes[part]
      case .file(let file): try file.read(part)[...]
      }
    }
  }

  /// Bytes of the wall that are taken at once.
  static let sliceBytes = 32_768

  private let content: Content
  private let share: WallShare
  /// What stands before each line of the wall.
  private let prefix: [UInt8]
  private var done = 0
  private var isAtLineStart = true

  init(_ content: Content, tag: String?, share: WallShare) {
    self.content = content
    self.share = share
    prefix = (tag.map { Array("#\($0) ".utf8) } ?? []) + [0x7E]
  }

  /// How many bytes of the wall are still to be sent.
  var left: Int { content.count - done }

  /// Adds the rows of the next slice. Nothing in a wall can forge a row: it was made to be shown.
  mutating func addSlice(to bytes: inout [UInt8]) throws {
    let slice = try content.read(done..<min(done + Self.sliceBytes, content.count))
    done += slice.count
    var rest = slice
    while let first = rest.first {
      if isAtLineStart {
        bytes += prefix
        if first != 0x0A { bytes.append(0x20) }
      }
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      bytes += rest[..<end]
      isAtLineStart = rest[end - 1] == 0x0A
      rest = rest[end...]
    }
  }
}

/// What all walls together hold that are being sent: a peer that is slow in taking one keeps it, or the
/// descriptor of its file.
final class WallsSent {
  /// Walls of all that are sent from their files.
  fileprivate(set) var files = 0
  /// Bytes of the others.
  fileprivate(set) var bytes = 0

  /// The share that one more wall takes; nil where no more is to be had.
  func share(_ content: WallReply.Content) -> WallShare? {
    switch content {
    case .bytes(let page):
      guard bytes == 0 || bytes + page.count <= Limits.wallBytesSentMax else { return nil }
      return WallShare(of: self, files: 0, bytes: page.count)
    case .file:
      guard files < Limits.wallFilesSentMax else { return nil }
      return WallShare(of: self, files: 1, bytes: 0)
    }
  }
}

/// What one wall that is being sent holds, given back with its last owner.
final class WallShare {
  private let whole: WallsSent
  private let files: Int
  private let bytes: Int

  fileprivate init(of whole: WallsSent, files: Int, bytes: Int) {
    (self.whole, self.files, self.bytes) = (whole, files, bytes)
    whole.files += files
    whole.bytes += bytes
  }

  deinit {
    whole.files -= files
    whole.bytes -= bytes
  }
}
