/// Keeps the walls' files as the state has them, and shows walls to whoever asks: it notes what changed,
/// and lets lanes render it and replace the files.
///
/// A lane works on a moment of the store that is taken when its work is handed out, between two commits,
/// so that all that it renders is the wall of one moment. Each lane has one piece of work at a time.
final class WallDesk {
  private let storePath: String
  private let shelf: any WallShelf
  /// Each lane's own connection, which rests at no moment between its pieces of work.
  private var readers: [Work.Lane: WallReader] = [:]

  /// The files of communities.
  private var own = StaleWalls()
  /// The files of all communities together.
  private var all = StaleWalls()
  private var wallOfAll: WallOfAll?
  private var pages = WallPages()
  /// What is being sent.
  let sent = WallsSent()
  /// Who waits for the wall of all, and for how many of its changes.
  private var waitForAll: [(session: Int, format: WallFormat, changes: Int)] = []

  /// When the loop must turn for the walls' sake.
  var wakeAt: Int64? { [own.wakeAt, all.wakeAt].compactMap(\.self).min() }

  init(storePath: String, shelf: any WallShelf) {
    self.storePath = storePath
    self.shelf = shelf
  }

  /// Marks walls as stale, and with them the wall of all.
  func mark(_ communities: Set<AreaCode>, at uptime: Int64) {
    if !communities.isEmpty { own.mark(communities, at: uptime) }
    all.mark(communities, at: uptime)
  }

  /// Notes which walls a committed batch changed.
  func note(_ batch: Batch, at uptime: Int64) {
    var changed = Set(batch.tallies.keys)
    for (number, wish) in batch.wishes {
      let old = batch.before[number]
      if wish.hasCard || old?.hasCard == true {
        changed.insert(wish.community)
        if let old { changed.insert(old.community) }
      }
    }
    changed.formUnion(batch.register.areas.values.filter { $0.level == .community }.map(\.code))
    if !changed.isEmpty { mark(changed, at: uptime) }
  }

  // MARK: Handing out

  /// Hands out what is due.
  func tick(_ service: Service) {
    if own.isDue(at: service.uptime) { renderOwn(service) }
    if all.isDue(at: service.uptime) { renderAll(service) }
    if pages.isDue { renderPages(service) }
  }

  /// Sees to it that the files are as the state is; false while that is still being done. A folder that
  /// takes nothing is not waited for.
  func settle(_ service: Service) -> Bool {
    if own.isRendering || all.isRendering { return false }
    let isOwnDone = !own.isStale || own.hasFailed
    let isAllDone = !all.isStale || all.hasFailed
    if !isOwnDone { renderOwn(service) }
    if !isAllDone { renderAll(service) }
    return isOwnDone && isAllDone
  }

  private func renderOwn(_ service: Service) {
    let communities = own.begin(at: service.uptime)
    let shelf = shelf
    handOut(.walls, service) { reader in
      try CommunityWalls.replace(communities, from: reader, on: shelf)
    } outcome: {
      .walls(communities, $0)
    }
  }

  private func renderAll(_ service: Service) {
    let changed = all.begin(at: service.uptime)
    let (shelf, old) = (shelf, wallOfAll)
    handOut(.wallOfAll, service) { reader in
      try WallOfAll.hang(over: old, changed: changed, from: reader, on: shelf)
    } outcome: {
      .wallOfAll(changed, $0)
    }
  }

  private func renderPages(_ service: Service) {
    let asks = pages.begin()
    handOut(.wallPages, service) { reader in
      try WallPages.render(asks, from: reader)
    } outcome: {
      .wallPages($0)
    }
  }

  /// Hands out work on this moment of the store.
  private func handOut<Value>(
    _ lane: Work.Lane,
    _ service: Service,
    _ work: @escaping @Sendable (WallReader) throws -> Value,
    outcome: @escaping @Sendable (Result<Value, WallFault>) -> WorkResult.Outcome
  ) {
    let reader = WallFault.catching { try moment(for: lane) }
    service.work.append(
      Work(lane: lane) {
        let result = reader.flatMap { reader in
          defer { reader.end() }
          return WallFault.catching { try work(reader) }
        }
        return WorkResult(outcome: outcome(result))
      }
    )
  }

  /// The lane's connection, at this moment.
  private func moment(for lane: Work.Lane) throws -> WallReader {
    if let reader = readers.removeValue(forKey: lane) {
      try reader.renew()
      readers[lane] = reader
      return reader
    }
    let reader = try WallReader(path: storePath)
    readers[lane] = reader
    return reader
  }

  // MARK: Results

  func finishOwn(_ communities: Set<AreaCode>, _ result: Result<Void, WallFault>, _ service: Service) {
    own.end(communities, isDone: result.isSuccess, at: service.uptime)
    if case .failure(let fault) = result { service.log.append("wall not written: \(fault)") }
  }

  func finishAll(_ changed: Set<AreaCode>, _ result: Result<WallOfAll, WallFault>, _ service: Service) {
    all.end(changed, isDone: result.isSuccess, at: service.uptime)
    switch result {
    case .success(let wall):
      wallOfAll = wall
      answerAll(service)
    case .failure(let fault):
      service.log.append("wall not written: \(fault)")
      answerAll(failed: true, service)
    }
  }

  func finishPages(_ result: Result<[WallPages.Ask: [UInt8]], WallFault>, _ service: Service) {
    if case .failure(let fault) = result { service.log.append("wall not read: \(fault)") }
    let rendered = try? result.get()
    for (ask, sessions) in pages.end() {
      for session in sessions { service.answerWall(session, rendered?[ask].map { .bytes($0) }) }
    }
  }

  // MARK: WALL

  /// Has a community's wall rendered for a session.
  func show(_ community: AreaCode, _ format: WallFormat, to session: Session) {
    pages.ask(WallPages.Ask(community: community, format: format), for: session.id)
  }

  /// Shows a session the wall of all once it hangs as the state is now.
  func showAll(_ format: WallFormat, to session: Session, _ service: Service) {
    waitForAll.append((session.id, format, all.changes))
    answerAll(service)
  }

  /// Answers those who have waited long enough for the wall of all. A folder that has just `failed` to take
  /// it is not waited for: what hung last is shown.
  private func answerAll(failed: Bool = false, _ service: Service) {
    let waiting = waitForAll
    waitForAll = []
    for (session, format, changes) in waiting {
      if all.hungChanges >= changes || failed {
        service.answerWall(session, wallOfAll.map { .file($0.file(format)) })
      } else {
        waitForAll.append((session, format, changes))
      }
    }
    if !waitForAll.isEmpty { all.hurry() }
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    switch self {
    case .success: true
    case .failure: false
    }
  }
}

extension Service {
  /// WALL: the reply comes when the wall is as the state is now.
  func startWall(_ line: ArgumentReader, _ tag: String?, _ session: Session) throws(Refusal) {
    let format: WallFormat = try line.word("format") ?? .text
    var community: AreaCode?
    if let name = line.value("community"), name != WallOfAll.name {
      let code: AreaCode = try line.code("community")
      guard office.area(code)?.level == .community else { throw .notFound }
      community = code
    }
    session.waiting = .wall
    session.waitingTag = tag
    if let community {
      walls.show(community, format, to: session)
    } else {
      walls.showAll(format, to: session, self)
    }
  }

  /// Sends a wall, or tells that it could not be had.
  func answerWall(_ id: Int, _ content: WallReply.Content?) {
    guard let session = session(id) else { return }
    let tag = session.waitingTag
    session.waiting = nil
    session.waitingTag = nil
    if let content, let share = walls.sent.share(content) {
      session.send(WallReply(content, tag: tag, share: share))
      session.send(Readings.ok, tag: tag)
    } else {
      counters.refusals += 1
      session.refuse(content == nil ? .fault : .busy, tag: tag)
    }
    isReady(session)
  }
}
