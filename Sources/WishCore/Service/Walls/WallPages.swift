/// Walls that somebody asks for: each is rendered from the state as it is then, which is what its file
/// holds, or will within a second.
struct WallPages {
  /// One wall in one format.
  struct Ask: Hashable, Sendable {
    let community: AreaCode
    let format: WallFormat
  }

  /// The sessions that wait, by what they wait for.
  private var asked: [Ask: [Int]] = [:]
  /// Those whose walls are being rendered.
  private var served: [Ask: [Int]] = [:]

  /// Whether a rendering is to begin: one is done at a time, and whoever asks meanwhile is served by the
  /// next.
  var isDue: Bool { served.isEmpty && !asked.isEmpty }

  mutating func ask(_ ask: Ask, for session: Int) {
    asked[ask, default: []].append(session)
  }

  /// Begins a rendering of all that is asked for.
  mutating func begin() -> [Ask] {
    served = asked
    asked = [:]
    return Array(served.keys)
  }

  /// Ends it; returns who waits for what.
  mutating func end() -> [Ask: [Int]] {
    defer { served = [:] }
    return served
  }

  /// Renders walls as they are at the reader's moment.
  static func render(_ asks: [Ask], from reader: WallReader) throws -> [Ask: [UInt8]] {
    var pages: [Ask: [UInt8]] = [:]
    for (community, asks) in Dictionary(grouping: asks, by: \.community) {
      guard let source = try reader.source(of: community) else {
        preconditionFailure("\(community) is no community")
      }
      let board = WallBoard(source)
      for ask in asks { pages[ask] = Wall.page(board, ask.format) }
    }
    return pages
  }
}
