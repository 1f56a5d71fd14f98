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
  static let sliceBytes = 65_536

  private let content: Content
  /// What stands before each line of the wall.
  private let prefix: [UInt8]
  private var done = 0
  private var isAtLineStart = true

  init(_ content: Content, tag: String?) {
    self.content = content
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
