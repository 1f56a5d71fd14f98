/// Keeps the walls' files as the state has them: it notes what changed, and lets a lane render and
/// replace what is stale, at most once in a while.
///
/// The files are the only copy: WALL reads them, so that a reply is byte for byte what hangs on the wall.
final class WallDesk {
  /// The file name of the wall of all communities.
  static let allName = "all"
  /// How long a change waits for others before the walls are rendered: as long as the last rendering
  /// took three times over, so that walls never take more than a quarter of a processor, within bounds
  /// that keep a quiet store's wall within a second of each change.
  static let gatherMilliseconds: ClosedRange<Int64> = 150...700
  /// How long after a failure it is tried again.
  static let retryMilliseconds: Int64 = 2_000

  /// The formats of a wall.
  enum Format: String, CaseIterable, Sendable {
    case text
    case markdown
    case html

    var suffix: String {
      switch self {
      case .text: "txt"
      case .markdown: "md"
      case .html: "html"
      }
    }
  }

  private let storePath: String
  private let shelf: any WallShelf
  /// The communities whose walls are not as the state is; nil where none is, nor the wall of all.
  private var stale: Set<AreaCode>?
  private var isRendering = false
  /// When the stale walls are to be rendered, on the monotonic clock.
  private var renderAt: Int64?

  private var hasFailed = false
  /// When the rendering under way began, and how long changes wait for the next one.
  private var began: Int64 = 0
  private var gather = WallDesk.gatherMilliseconds.lowerBound

  /// When the loop must turn for the walls' sake; a rendering under way wakes it by its result.
  var wakeAt: Int64? { isRendering ? nil : renderAt }

  init(storePath: String, shelf: any WallShelf) {
    self.storePath = storePath
    self.shelf = shelf
  }

  /// Marks walls as stale, and with them the wall of all; they are rendered with the next turn.
  func markAll(_ communities: some Sequence<AreaCode>) {
    stale = (stale ?? []).union(communities)
    renderAt = renderAt ?? 0
  }

  /// Notes which walls a committed batch changed.
  func note(_ batch: Batch, before: [WishNumber: Wish]) {
    var changed = Set(batch.tallies.keys)
    for (number, wish) in batch.wishes {
      let old = before[number]
      if wish.hasCard || old?.hasCard == true {
        changed.insert(wish.community)
        if let old { changed.insert(old.community) }
      }
    }
    changed.formUnion(batch.register.areas.values.filter { $0.level == .community }.map(\.code))
    if !changed.isEmpty { markAll(changed) }
  }

  /// Hands out the rendering of what is stale once it has waited long enough.
  func tick(_ service: Service) {
    guard let wake = renderAt, !isRendering else { return }
    if wake == 0 { renderAt = service.uptime + gather }
    guard let due = renderAt, due <= service.uptime else { return }
    render(service)
  }

  /// Hands out the rendering of what is stale now.
  func render(_ service: Service) {
    guard let communities = stale else { return }
    stale = nil
    renderAt = nil
    isRendering = true
    began = service.uptime
    let storePath = storePath
    let shelf = shelf
    service.work.append(
      Work(lane: .walls) {
        do {
          try WallDesk.replace(communities, from: WallReader(path: storePath), on: shelf)
          return WorkResult(outcome: .walls(communities: communities, fault: nil))
        } catch {
          return WorkResult(outcome: .walls(communities: communities, fault: "\(error)"))
        }
      }
    )
  }

  /// Sees to it that the files are as the state is; false while that is still being done. A folder that
  /// takes nothing is not waited for.
  func settle(_ service: Service) -> Bool {
    if isRendering { return false }
    if stale == nil || hasFailed { return true }
    render(service)
    return false
  }

  /// Takes the result of a rendering.
  func finish(_ communities: Set<AreaCode>, fault: String?, at uptime: Int64) {
    isRendering = false
    gather = min(
      max(3 * (uptime - began), Self.gatherMilliseconds.lowerBound),
      Self.gatherMilliseconds.upperBound
    )
    hasFailed = fault != nil
    if fault != nil {
      markAll(communities)
      renderAt = uptime + Self.retryMilliseconds
    } else if stale != nil {
      renderAt = uptime + gather
    }
  }

  private static func replace(_ communities: Set<AreaCode>, from reader: WallReader, on shelf: any WallShelf)
    throws
  {
    let sources = try reader.sources()
    for source in sources where communities.contains(source.area.code) {
      try replace(source.area.code.text, showing: [source], title: .community(source.area.name), on: shelf)
    }
    try replace(allName, showing: sources, title: .all, on: shelf)
  }

  private static func replace(
    _ name: String,
    showing sources: [WallSource],
    title: WallTitle,
    on shelf: any WallShelf
  ) throws {
    for format in Format.allCases {
      let page =
        switch format {
        case .text: Wall.text(sources, title: title)
        case .markdown: Wall.markdown(sources, title: title)
        case .html: Wall.html(sources, title: title)
        }
      try shelf.replace("\(name).\(format.suffix)", with: Array(page.utf8))
    }
  }

  /// Reads a wall's file for a session, behind whatever is being rendered.
  func read(_ name: String, _ format: Format, for session: Int, _ service: Service) {
    render(service)
    let shelf = shelf
    service.work.append(
      Work(lane: .walls) {
        let bytes = try? shelf.read("\(name).\(format.suffix)")
        return WorkResult(
          outcome: .wallPage(session: session, text: bytes.map { String(decoding: $0, as: UTF8.self) })
        )
      }
    )
  }
}

extension Service {
  /// WALL: the reply comes when the walls are as the state is now.
  func startWall(_ line: ArgumentReader, _ tag: String?, _ session: Session) throws(Refusal) {
    let format: WallDesk.Format = try line.word("format") ?? .text
    var name = WallDesk.allName
    if let community = line.value("community"), community != WallDesk.allName {
      let code: AreaCode = try line.code("community")
      guard office.area(code)?.level == .community else { throw .notFound }
      name = code.text
    }
    session.waiting = .wall
    session.wallTag = tag
    walls.read(name, format, for: session.id, self)
  }

  func finishWall(_ session: Session, _ text: String?) {
    session.waiting = nil
    let tag = session.wallTag
    session.wallTag = nil
    if let text {
      for row in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        session.send(.display(String(row)), tag: tag)
      }
      session.send(Readings.ok, tag: tag)
    } else {
      session.refuse(.fault, tag: tag)
    }
    isReady(session)
  }
}
