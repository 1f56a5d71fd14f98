extension Service {
  /// AUTH: the secret is hashed off the thread; requests behind it wait.
  func login(_ request: Request, _ line: ArgumentReader, _ session: Session) throws(Refusal) {
    let idle = try line.span("idle").map { $0.seconds * 1_000 }
    let name = try line.required("account")
    guard let secret = line.raw else { throw .badArgument("secret", .missing) }
    guard hashesWaiting < Limits.hashQueueMax else { throw .busy }
    hashesWaiting += 1
    // An unknown, malformed or disabled account costs what a known one does.
    let account = AccountCode(name).flatMap { office.account($0) }.flatMap { $0.isEnabled ? $0 : nil }
    let hash = account.flatMap { office.register.secrets[$0.code] } ?? Secret.nobody
    session.waiting = .login
    session.attempt = LoginAttempt(name: name, tag: request.tag, idleMilliseconds: idle)
    let id = session.id
    let code = account?.code ?? .system
    let generation = account?.generation ?? 0
    work.append(
      Work(lane: .secrets) {
        WorkResult(
          outcome: .login(
            session: id,
            account: code,
            generation: generation,
            isRight: Secret.matches(secret, hash: hash)
          )
        )
      }
    )
  }

  /// Takes the result of a login.
  func finishLogin(_ id: Int, _ code: AccountCode, _ generation: Int, _ isRight: Bool) {
    hashesWaiting -= 1
    guard let session = session(id), let attempt = session.attempt else { return }
    // The account may have been disabled, or its secret changed, while the hash was made.
    guard isRight, let who = office.identity(of: code, generation: generation) else {
      counters.wrongLogins += 1
      log.append("login refused session=\(id)")
      session.waiting = .delay
      guesses.wrong(account: attempt.name, peer: session.peer, session: id, at: uptime)
      for due in guesses.due(at: uptime).compactMap({ self.session($0) }) { answerWrongLogin(due) }
      return
    }
    session.waiting = nil
    session.attempt = nil
    session.login = Session.Login(
      account: code,
      generation: generation,
      idleMilliseconds: attempt.idleMilliseconds
    )
    session.send(.ok(whoFields(who), note: nil), tag: attempt.tag)
    if (try? Policy.check(.post, by: who)) != nil, let community = home(of: who) {
      slips.expect(community, office)
    }
    log.append("login session=\(id) account=\(code)")
    isReady(session)
  }

  /// Answers a wrong login, once its delay is over. The former identity stays.
  func answerWrongLogin(_ session: Session) {
    guard session.waiting == .delay, let attempt = session.attempt else { return }
    session.waiting = nil
    session.attempt = nil
    session.refuse(.authFailed, tag: attempt.tag)
    isReady(session)
  }

  /// Who somebody is, as AUTH and WHOAMI tell it.
  func whoFields(_ who: Identity) -> Fields {
    var fields = Fields()
    fields.add("account", who.account.text)
    fields.add("role", who.role.rawValue)
    fields.add("area", who.role == .admin ? "all" : who.areas.first?.text)
    return fields
  }

  /// A request has come: what stood idle too long is logged out before it.
  func noteRequest(of session: Session) {
    logOutIfIdle(session)
    session.lastRequest = uptime
  }

  /// A shared terminal's login ends by itself.
  func logOutIfIdle(_ session: Session) {
    guard let idle = session.login?.idleMilliseconds, uptime - session.lastRequest >= idle else { return }
    session.login = nil
  }
}

/// A login that is being checked.
struct LoginAttempt {
  /// The account as typed.
  let name: String
  let tag: String?
  let idleMilliseconds: Int64?
}
