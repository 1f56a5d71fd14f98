extension Service {
  /// Answers a request that changes nothing in the store.
  func answerReading(_ request: Request, _ verb: Verb, _ session: Session) {
    noteRequest(of: session)
    do throws(Refusal) {
      for line in try answer(request, verb, session) { session.send(line, tag: request.tag) }
    } catch {
      counters.refusals += 1
      session.refuse(error, tag: request.tag)
    }
    if verb == .quit {
      session.isFinished = true
      hasOutput(session)
    }
  }

  /// The lines of the reply; none where it comes later.
  private func answer(_ request: Request, _ verb: Verb, _ session: Session) throws(Refusal) -> [ReplyLine] {
    switch verb {
    case .hello, .ping, .quit, .help, .auth, .wall:
      try checkVersion(request, verb)
      return try answerAnybody(request, verb, ArgumentReader(request, verb: verb), session)
    case .logout, .whoami, .stats, .drain, .suggest, .list, .show, .history, .similar, .askers, .match,
      .mine, .plan, .subscribe, .unsubscribe, .backup:
      let (who, line) = try admit(request, verb, session)
      return try answer(request, verb, line, who, session)
    case .area, .unit, .skill, .account, .rotate, .disable, .enable, .member, .post, .amend, .standard,
      .approve, .publish, .sendBack, .reject, .withdraw, .merge, .refer, .reopen, .erase, .invite, .claim,
      .wait, .unwait, .release, .renew, .fulfil, .confirm:
      preconditionFailure("\(verb.rawValue) is decided with the batch")
    }
  }

  /// NOPROTO comes before anything else that may be wrong with a HELLO: a newer one may say more.
  private func checkVersion(_ request: Request, _ verb: Verb) throws(Refusal) {
    guard verb == .hello, let proto = request.arguments.first(where: { $0.name == "proto" })?.value,
      let version = decimal(Array(proto.utf8)), version != 1
    else { return }
    throw .noProto
  }

  private func answerAnybody(
    _ request: Request,
    _ verb: Verb,
    _ line: ArgumentReader,
    _ session: Session
  ) throws(Refusal) -> [ReplyLine] {
    switch verb {
    case .hello:
      if let proto = line.value("proto"), decimal(Array(proto.utf8)) == nil {
        throw .badArgument("proto", .form("1"))
      }
      session.language = try line.word("lang") ?? session.language
      return [.ok(Greeting.fields, note: nil)]
    case .help: return try help(line, session)
    case .auth:
      try login(request, line, session)
      return []
    case .wall:
      try startWall(line, request.tag, session)
      return []
    default: return [Readings.ok]
    }
  }

  private func answer(
    _ request: Request,
    _ verb: Verb,
    _ line: ArgumentReader,
    _ who: Identity,
    _ session: Session
  ) throws(Refusal) -> [ReplyLine] {
    switch verb {
    case .logout:
      session.login = nil
      unsubscribe(session)
      return [Readings.ok]
    case .whoami: return [.ok(whoFields(who), note: nil)]
    case .stats: return stats()
    case .subscribe: return try subscribe(line, session)
    case .unsubscribe:
      unsubscribe(session)
      return [Readings.ok]
    case .drain:
      guard let on = line.value("on") else { return [drainState] }
      guard on == "on" || on == "off" else { throw .badArgument("on", .notAmong(["on", "off"])) }
      isDraining = on == "on"
      log.append("drain \(on) account=\(who.account)")
      return [drainState]
    case .backup:
      try startBackup(line, request.tag, who, session)
      return []
    case .list: return try begin(Readings.list(line, who, office), request.tag, session)
    case .history: return try begin(Readings.history(line, who, office), request.tag, session)
    case .suggest: return try suggest(line, who, session.language)
    case .similar: return try similar(line, who)
    case .plan:
      try startPlan(line, request.tag, who, session)
      return []
    default: return try Readings.read(verb, line, by: who)(office)
    }
  }

  private var drainState: ReplyLine {
    var fields = Fields()
    fields.add("drain", isDraining ? "on" : "off")
    return .ok(fields, note: nil)
  }

  private func help(_ line: ArgumentReader, _ session: Session) throws(Refusal) -> [ReplyLine] {
    if let name = line.value("verb") {
      guard let verb = Verb(rawValue: name.uppercased()) else {
        throw .badArgument("verb", .unknown(nearest: Verb.nearest(to: name.uppercased())?.rawValue))
      }
      return Help.page(verb, in: session.language) + [Readings.ok]
    }
    let who = identity(of: session)
    return Help.overview(for: who?.role, isAtGrid: who?.isAtGrid ?? false, in: session.language) + [
      Readings.ok
    ]
  }

  /// STATS: what a person who looks after the service wants to watch.
  private func stats() -> [ReplyLine] {
    let gauges: [(String, Int)] = [
      ("sessions", sessionCount), ("wishes-open", office.openWishes.count),
      ("accounts", office.register.accounts.count), ("members", office.register.members.count),
      ("match-wish-bytes", office.matches.bytes.wishes), ("match-member-bytes", office.matches.bytes.members),
      ("hashes-waiting", hashesWaiting), ("draining", isDraining ? 1 : 0),
    ]
    let counts: [(String, Int)] = [
      ("wishes", Int(office.lastWish)), ("events", Int(office.lastEvent)), ("commits", counters.commits),
      ("changes", counters.changes), ("readings", counters.readings), ("refusals", counters.refusals),
      ("logins-refused", counters.wrongLogins),
    ]
    func row(_ name: String, _ kind: String, _ value: Int) -> ReplyLine {
      var fields = Fields()
      fields.add("name", name)
      fields.add("kind", kind)
      fields.add("value", value)
      return .record(fields)
    }
    return gauges.map { row($0.0, "gauge", $0.1) } + counts.map { row($0.0, "counter", $0.1) } + [Readings.ok]
  }
}
