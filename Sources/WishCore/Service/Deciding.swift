/// A change that was decided and waits for the commit.
struct ChangeAnswer {
  let session: Session
  let tag: String?
  let result: Result
  /// Whether the answer is an ERASE's, which waits until what was erased is in no file.
  var waitsForErasure = false

  enum Result {
    /// Done, if the batch is committed.
    case done(ReplyLine)
    /// Refused by the line alone, or repeated from an earlier commit: stands whatever the commit does.
    case settled(ReplyLine)
    case refused(Refusal)
    /// Refused after looking at the batch, which may now be gone.
    case refusedOnBatch(Refusal)
  }

  /// The line of an answer that is OK; nil where it is a refusal.
  func line(_ failure: Refusal?) -> ReplyLine? {
    switch result {
    case .settled(let line): line
    case .done(let line): failure == nil ? line : nil
    case .refused, .refusedOnBatch: nil
    }
  }

  /// Answers the session; `failure` is what became of the batch.
  func send(_ failure: Refusal?) {
    switch result {
    case .settled(let line): session.send(line, tag: tag)
    case .refused(let refusal): session.refuse(refusal, tag: tag)
    case .done(let line):
      if let failure { session.refuse(failure, tag: tag) } else { session.send(line, tag: tag) }
    case .refusedOnBatch(let refusal): session.refuse(failure ?? refusal, tag: tag)
    }
  }
}

extension Service {
  /// Decides a changing request on what is committed and pending. Nil when the session must first wait
  /// for a secret to be made.
  func decide(_ request: Request, _ verb: Verb, _ session: Session) -> ChangeAnswer? {
    // The second time, behind the secret, it is still the same request.
    if session.freshSecret == nil { noteRequest(of: session) }
    let answer = decideNow(request, verb, session)
    // A secret is for the request that it was made for, whatever becomes of that.
    if answer != nil { session.freshSecret = nil }
    return answer
  }

  private func decideNow(_ request: Request, _ verb: Verb, _ session: Session) -> ChangeAnswer? {
    func answer(_ result: ChangeAnswer.Result) -> ChangeAnswer {
      ChangeAnswer(session: session, tag: request.tag, result: result, waitsForErasure: verb == .erase)
    }
    do throws(Refusal) {
      let (who, line) = try admit(request, verb, session)
      let receiptKey = line.key.map { ReceiptKey(account: who.account, key: $0) }
      let hash = receiptKey == nil ? [] : request.keyedHash(verb, line, by: requestHash)
      let change = try Changes.read(verb, line, by: who, in: office)
      if let receiptKey, let receipt = try receipt(receiptKey) {
        guard receipt.requestHash == hash else { return answer(.refused(.keyReused)) }
        return answer(isPending(receiptKey) ? .done(receipt.replayed) : .settled(receipt.replayed))
      }
      guard !isDraining else { return answer(.refused(.draining)) }
      if session.freshSecret == nil, let role = secretNeeded(verb, line) {
        guard queueSecret(for: role, session) else { return answer(.refused(.busy)) }
        return nil
      }
      return answer(run(change, verb, who, session, receiptKey, hash))
    } catch {
      return answer(.refused(error))
    }
  }

  private func run(
    _ change: Change,
    _ verb: Verb,
    _ who: Identity,
    _ session: Session,
    _ key: ReceiptKey?,
    _ hash: [UInt8]
  ) -> ChangeAnswer.Result {
    office.freshSecret = session.freshSecret
    defer { office.freshSecret = nil }
    do throws(Refusal) {
      var done = try change(office)
      switch (verb, done.wish) {
      case (.post, _): slips.look(office, by: who, &done.fields)
      case (.amend, let wish?): slips.amended(wish, office)
      default: break
      }
      if let key {
        var stored: [UInt8] = []
        ReplyLine.ok(done.fields, note: nil).encode(tag: nil, into: &stored)
        office.batch.receipts[key] = Receipt(requestHash: hash, reply: stored.dropLast(), at: office.now)
      }
      var fields = done.fields
      fields.add("secret", done.secret)
      return .done(.ok(fields, note: nil))
    } catch {
      return .refusedOnBatch(error)
    }
  }

  /// Who asks and what the line says: every check that needs no wish, in the protocol's order.
  func admit(_ request: Request, _ verb: Verb, _ session: Session) throws(Refusal) -> (
    Identity, ArgumentReader
  ) {
    let who = identity(of: session)
    let names = request.arguments.compactMap(\.name)
    try Policy.check(
      verb,
      naming: names,
      subject: request.arguments.first { $0.name == nil }?.value,
      role: request.arguments.first { $0.name == "role" }?.value,
      by: who
    )
    let line = try ArgumentReader(request, verb: verb)
    guard let who else { throw .authRequired }
    return (who, line)
  }

  /// Who is logged in, as the register has it now. A login that went stale is forgotten.
  func identity(of session: Session) -> Identity? {
    guard let login = session.login else { return nil }
    let who = office.identity(of: login.account, generation: login.generation)
    if who == nil { session.login = nil }
    return who
  }

  private func receipt(_ key: ReceiptKey) throws(Refusal) -> Receipt? {
    if let receipt = office.batch.receipts[key] { return receipt }
    let receipt = try office.reading { try office.store.receipt(key) }
    // A key is remembered for seven days, even where the purge has not come by yet.
    return receipt.flatMap {
      office.now < $0.at.advanced(bySeconds: Limits.keyDays * 86_400) ? $0 : nil
    }
  }

  private func isPending(_ key: ReceiptKey) -> Bool { office.batch.receipts[key] != nil }

  /// Whose secret a request makes: a new account's, or one that is rotated.
  private func secretNeeded(_ verb: Verb, _ line: ArgumentReader) -> Role? {
    guard let code = line.value("code").flatMap({ AccountCode($0) }) else { return nil }
    let account = office.account(code)
    switch verb {
    case .rotate: return account?.role
    case .account: return account == nil ? line.value("role").flatMap { Role(rawValue: $0) } : nil
    default: return nil
    }
  }

  private func queueSecret(for role: Role, _ session: Session) -> Bool {
    guard hashesWaiting < Limits.hashQueueMax else { return false }
    hashesWaiting += 1
    session.waiting = .secret
    let plain = Secret.make(for: role, using: &random)
    let salt = Secret.salt(using: &random)
    let id = session.id
    work.append(
      Work(lane: .secrets) {
        WorkResult(
          outcome: .secret(session: id, FreshSecret(plain: plain, hash: Secret.hash(plain, salt: salt)))
        )
      }
    )
    return true
  }
}

extension Receipt {
  /// The stored reply, marked as a repetition.
  fileprivate var replayed: ReplyLine {
    guard case (_, .ok(var fields, let note))? = ReplyLine.parse(reply) else {
      preconditionFailure("a stored reply is an OK")
    }
    // A repeated WAIT says so already.
    if fields["replay"] == nil { fields.add("replay", "yes") }
    return .ok(fields, note: note)
  }
}
