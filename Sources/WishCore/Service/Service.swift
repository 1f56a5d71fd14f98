/// The whole service on one thread: sessions in, decisions, one commit a turn, replies out.
///
/// It reads no clock, opens no socket and starts no thread: the shell passes time and bytes in and runs
/// the slow work, so that a test can do the same from a seed.
public final class Service {
  let office: Office
  let walls: WallDesk
  let slips: SlipDesk
  let storePath: String
  let backups: BackupFolder
  let erasureList: ErasureList
  var erasures = PendingErasures()
  let retention: Span?
  var random: any RandomNumberGenerator
  let requestHash: KeyedHash

  private var sessions: [Int: Session] = [:]
  private var nextSession = 1
  private var ready: [Session] = []
  private var withOutput: [Session] = []
  /// The sessions of each account that is logged in, by their numbers.
  private var sessionsOfAccount: [AccountCode: [Int: Session]] = [:]
  /// Sessions that follow the log and are up to date.
  let followers: Followers
  /// Sessions that follow the log and are behind, in the order in which they are told more.
  var catchingUp: [Session] = []
  /// Readings that are not through, in the order in which they go on.
  var slowReadings: [(session: Session, tag: String?, reading: any SlowReading)] = []
  var work: [Work] = []
  /// Secrets that are being hashed, or wait for it.
  var hashesWaiting = 0
  /// Plans that are being made, or wait for it.
  var plansWaiting = 0
  private var results: [WorkResult] = []
  var log: [String] = []
  var guesses = GuessDelay()
  var counters = Counters()
  /// Whether changes are refused by DRAIN.
  var isDraining = false
  private(set) var isShuttingDown = false
  /// Whether the daemon must stop now with exit 74: the outcome of a commit is not known.
  public private(set) var mustStop = false
  /// The monotonic clock of this turn, in milliseconds.
  private(set) var uptime: Int64 = 0
  private var nextSweep: Int64 = 0
  private var nextForgetting: Int64 = 0
  /// When lapses that could not be written are tried again, on the monotonic clock.
  var lapseRetry: Int64 = 0

  /// How often time-outs are looked for.
  static let sweepMilliseconds: Int64 = 1_000

  /// Reads the store into memory; the first turn lapses what ran out meanwhile.
  ///
  /// - Parameters:
  ///   - store: the one writing connection.
  ///   - storePath: for the walls' own read-only connections.
  ///   - shelf: where the walls' files are kept.
  ///   - backups: where copies of the store go.
  ///   - retention: how long what people wrote is kept after a wish has ended; nil for ever.
  ///   - random: makes secrets and salts.
  /// - Throws: what reading the store throws.
  public init(
    store: Store,
    storePath: String,
    shelf: some WallShelf,
    backups: BackupFolder,
    retention: Span? = nil,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws {
    office = try Office(store: store)
    followers = Followers(told: office.lastEvent)
    slips = SlipDesk(office.register.skills)
    walls = WallDesk(storePath: storePath, shelf: shelf)
    requestHash = KeyedHash(key: store.hashKey)
    self.storePath = storePath
    self.backups = backups
    self.retention = retention
    erasureList = ErasureList(folder: backups)
    self.random = random
    backups.removeUnfinished()
    walls.mark(Set(office.register.areas.values.filter { $0.level == .community }.map(\.code)), at: 0)
    office.onFault = { [unowned self] in log.append($0) }
    store.endReading()
  }

  // MARK: Sessions

  /// Opens a session for a connection and greets it.
  public func open(_ peer: Peer, uptimeMilliseconds: Int64) -> Session {
    let session = Session(id: nextSession, peer: peer, service: self, uptimeMilliseconds: uptimeMilliseconds)
    nextSession += 1
    sessions[session.id] = session
    session.send(Greeting.hello)
    if isShuttingDown { session.endInput() }
    return session
  }

  /// Forgets a session whose connection is gone.
  public func close(_ session: Session) {
    sessions[session.id] = nil
    session.login = nil
    session.isFinished = true
  }

  /// Notes that a session's login has changed.
  func noteLogin(_ session: Session, after old: Session.Login?) {
    guard session.login != old else { return }
    if let old {
      sessionsOfAccount[old.account]?[session.id] = nil
      if sessionsOfAccount[old.account]?.isEmpty == true { sessionsOfAccount[old.account] = nil }
    }
    if let new = session.login { sessionsOfAccount[new.account, default: [:]][session.id] = session }
    if session.subscription == .live { followers.forget() }
  }

  /// The sessions that an account is logged in on, in the order in which they were opened.
  func sessions(of account: AccountCode) -> [Session] {
    (sessionsOfAccount[account] ?? [:]).values.filter { identity(of: $0)?.account == account }
      .sorted { $0.id < $1.id }
  }

  func session(_ id: Int) -> Session? { sessions[id] }

  /// All sessions; in the order in which they were opened where that can be seen.
  var allSessions: [Session] { sessions.values.sorted { $0.id < $1.id } }

  /// How many sessions there are.
  public var sessionCount: Int { sessions.count }

  func isReady(_ session: Session) { ready.append(session) }

  func hasOutput(_ session: Session) { withOutput.append(session) }

  /// The sessions that got output since the last call; a session may stand here more than once.
  public func takeSessionsWithOutput() -> [Session] {
    defer { withOutput.removeAll(keepingCapacity: true) }
    return withOutput
  }

  // MARK: A turn

  /// Does everything that is ready: lapses, then the waiting requests of all sessions, the changes among
  /// them in one transaction, then pushes, walls and time-outs.
  ///
  /// - Parameters:
  ///   - now: the wall clock, for promises to people.
  ///   - uptimeMilliseconds: the monotonic clock, for time-outs.
  public func turn(now: Moment, uptimeMilliseconds: Int64) {
    guard !mustStop else { return }
    defer { office.store.endReading() }
    uptime = uptimeMilliseconds
    office.begin(at: now)
    lapse()
    retire()
    for result in results { take(result) }
    results.removeAll()
    for session in guesses.due(at: uptime).compactMap({ sessions[$0] }) { answerWrongLogin(session) }
    finishErasures()
    while !ready.isEmpty, !mustStop { round() }
    if uptime >= followers.nextTelling { tellFollowers() }
    continueReplays()
    continueReading()
    slips.prepare(office)
    walls.tick(self)
    if uptime >= nextSweep {
      nextSweep = uptime + Self.sweepMilliseconds
      sweep()
      forgetReceipts()
    }
  }

  /// One round over the ready sessions: first every reading request up to the session's next change, on
  /// the committed state; then every change up to its next reading, in one transaction.
  private func round() {
    let sessions = ready
    ready.removeAll(keepingCapacity: true)
    for session in sessions { answerReadings(session) }
    var answers: [ChangeAnswer] = []
    for session in sessions { collectChanges(session, into: &answers) }
    commit(answers)
    for session in sessions where !session.isFinished {
      session.fill()
      catchUp(session)
      if session.canProceed { ready.append(session) }
      finishIfDone(session)
    }
  }

  private func answerReadings(_ session: Session) {
    session.fill()
    while session.canProceed, let first = session.queue.first {
      switch first {
      case .rejected(let rejected):
        session.removeFirst()
        noteRequest(of: session)
        counters.refusals += 1
        session.refuse(rejected.refusal, tag: rejected.tag)
      case .request(let request, let verb):
        guard !verb.changes else { return }
        session.removeFirst()
        counters.readings += 1
        answerReading(request, verb, session)
      }
      session.fill()
    }
  }

  private func collectChanges(_ session: Session, into answers: inout [ChangeAnswer]) {
    while session.canProceed, case .request(let request, let verb)? = session.queue.first, verb.changes {
      guard let answer = decide(request, verb, session) else { return }
      session.removeFirst()
      counters.changes += 1
      answers.append(answer)
      // What follows it is answered after it.
      if answer.waitsForErasure { session.waiting = .erasure }
    }
  }

  /// Commits what was decided and answers it, or refuses all of it.
  private func commit(_ answers: [ChangeAnswer]) {
    let failure = commitBatch()
    for answer in answers {
      if answer.waitsForErasure, let line = answer.line(failure) {
        answerWhenErased(line, tag: answer.tag, answer.session)
      } else {
        if answer.waitsForErasure { answer.session.waiting = nil }
        answer.send(failure)
      }
    }
    finishErasures()
  }

  /// Commits the batch; nil when it is on disk or there was nothing to write.
  func commitBatch() -> Refusal? {
    guard !office.batch.isEmpty else {
      office.drop()
      return nil
    }
    let listed: Int?
    do throws(StoreFault) {
      listed = try listErasures()
    } catch {
      office.drop()
      slips.drop(office)
      log.append("list of erasures not written: \(error)")
      return .readOnly
    }
    do throws(StoreFailure) {
      let committed = try office.commit()
      counters.commits += 1
      noteForFollowers(committed)
      for event in committed.events { log.append(event.logLine) }
      walls.note(committed, at: uptime)
      slips.note(committed, office)
      push(committed)
      return nil
    } catch {
      slips.drop(office)
      if let listed, case .rolledBack = error { erasureList.cut(to: listed) }
      return fail(error)
    }
  }

  /// What a failed transaction is answered with. What SQLite rolled back is as if it had never been asked;
  /// where nobody can tell, the daemon stops, and the next start finds out.
  @discardableResult func fail(_ failure: StoreFailure) -> Refusal {
    log.append("commit failed: \(failure)")
    if case .rolledBack = failure { return .readOnly }
    mustStop = true
    return .unknown
  }

  /// When ``turn(now:uptimeMilliseconds:)`` must run again though nothing arrives, in milliseconds from
  /// the last turn; nil for never.
  public var wakeAfterMilliseconds: Int64? {
    // Sessions that found room for further replies when their output was drained.
    guard ready.isEmpty, results.isEmpty, slowReadings.isEmpty, !canCatchUp, !slips.isPreparing else {
      return 0
    }
    var wakes: [Int64] = []
    if !sessions.isEmpty { wakes.append(nextSweep - uptime) }
    if let lapse = lapseAfterMilliseconds { wakes.append(lapse) }
    if let wall = walls.wakeAt { wakes.append(wall - uptime) }
    if !followers.untold.isEmpty { wakes.append(followers.nextTelling - uptime) }
    if retention != nil, !isDraining { wakes.append(erasures.retireAt - uptime) }
    if isErasing { wakes.append(max(1, erasures.retryAt - uptime)) }
    if let delayed = guesses.nextDue { wakes.append(delayed - uptime) }
    return wakes.min().map { max(0, $0) }
  }

  // MARK: Slow work

  /// Slow work to be run elsewhere, each piece handed out once.
  public func takeWork() -> [Work] {
    defer { work.removeAll() }
    return work
  }

  /// Takes the result of a piece of work; the next turn acts on it.
  public func finish(_ result: WorkResult) {
    results.append(result)
  }

  private func take(_ result: WorkResult) {
    switch result.outcome {
    case .login(let id, let account, let generation, let isRight):
      finishLogin(id, account, generation, isRight)
    case .secret(let id, let secret):
      hashesWaiting -= 1
      guard let session = sessions[id] else { return }
      session.waiting = nil
      session.freshSecret = secret
      isReady(session)
    case .walls(let communities, let result): walls.finishOwn(communities, result, self)
    case .wallOfAll(let changed, let result): walls.finishAll(changed, result, self)
    case .wallPages(let result): walls.finishPages(result, self)
    case .backup(let id, let name, let copy): finishBackup(id, name, copy)
    case .plan(let id, let lines): finishPlan(id, lines)
    }
  }

  // MARK: Ending

  /// No new requests are read; what was received is answered and sessions then finish.
  public func beginShutdown() {
    isShuttingDown = true
    for session in allSessions { session.endInput() }
  }

  /// Lines for the log since the last call, each without LF and without personal data.
  public func takeLog() -> [String] {
    defer { log.removeAll(keepingCapacity: true) }
    return log
  }

  private func finishIfDone(_ session: Session) {
    guard session.inputEnded, session.isAnswered, !session.isFinished else { return }
    if isShuttingDown { session.bye("shutdown") }
    session.isFinished = true
    hasOutput(session)
  }

  /// Looks for sessions that ran out of time.
  private func sweep() {
    for session in sessions.values where !session.isFinished && !session.inputEnded {
      // Nothing more is pushed to whoever sits down at a terminal that was left.
      if session.queue.isEmpty, session.waiting == nil { logOutIfIdle(session) }
      if session.isInsideLine {
        let since = session.partialSince ?? uptime
        session.partialSince = since
        if uptime - since >= Limits.partialLineSeconds * 1_000 { end(session, "idle") }
      } else {
        session.partialSince = nil
        guard session.waiting == nil, session.queue.isEmpty, session.subscription == nil else { continue }
        if uptime - session.lastRequest >= Limits.idleSeconds * 1_000 { end(session, "idle") }
      }
    }
  }

  /// Forgets request keys past their seven days, a few at a time.
  private func forgetReceipts() {
    guard uptime >= nextForgetting, !mustStop else { return }
    let past = office.now.advanced(bySeconds: -Limits.keyDays * 86_400)
    do throws(StoreFailure) {
      let count = try office.store.forgetReceipts(before: past, atMost: Self.receiptsForgottenAtOnce)
      nextForgetting = count < Self.receiptsForgottenAtOnce ? uptime + Self.forgettingMilliseconds : uptime
    } catch {
      fail(error)
    }
  }

  /// Receipts that one transaction forgets.
  private static let receiptsForgottenAtOnce = 500
  /// How often old receipts are looked for.
  private static let forgettingMilliseconds: Int64 = 60_000

  func end(_ session: Session, _ reason: String) {
    session.bye(reason)
    session.isFinished = true
    hasOutput(session)
  }
}

/// What the service counts about itself.
struct Counters {
  var readings = 0
  var changes = 0
  var refusals = 0
  var commits = 0
  var wrongLogins = 0
}
