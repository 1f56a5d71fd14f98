/// How far a session that follows the log has come.
enum Subscription: Equatable {
  /// It was told of, or passed over, everything up to this event, and reads on from the log.
  case behind(EventNumber)
  /// It is told of every commit together with all others that are up to date.
  case live
}

extension Service {
  /// Events of the log that are read at once for a session that catches up: a page a turn for all sessions
  /// together, lest a long replay hold up the others.
  private static let pageEvents = 16
  /// A session that catches up gets the next page when it has taken all but so much.
  private static let catchUpBytesMax = 262_144

  /// SUB: every visible event after `since`, then live.
  func subscribe(_ line: ArgumentReader, _ session: Session) throws(Refusal) -> [ReplyLine] {
    let last = office.lastEvent
    let since = try line.number("since", in: 0...Int.max).map { EventNumber($0) } ?? last
    guard since <= last else { throw .badArgument("since", .needs(.eventThatIs(last))) }
    if session.subscription == .live { followers.forget() }
    session.subscription = .behind(since)
    catchUp(session)
    var fields = Fields()
    fields.add("seq", last)
    return [.ok(fields, note: nil)]
  }

  /// UNSUB, or the end of a login.
  func unsubscribe(_ session: Session) {
    if session.subscription == .live { followers.forget() }
    session.subscription = nil
  }

  /// Sees to it that a session is told what it has not heard of yet, as fast as its peer takes it.
  func catchUp(_ session: Session) {
    guard case .behind? = session.subscription, !session.isCatchingUp else { return }
    session.isCatchingUp = true
    catchingUp.append(session)
  }

  /// Whether some session can be told more from the log at once.
  var canCatchUp: Bool { catchingUp.contains { $0.output.count < Self.catchUpBytesMax } }

  /// Reads the log on for one of those who are behind, whoever waits longest.
  func continueReplays() {
    while !catchingUp.isEmpty {
      let session = catchingUp.removeFirst()
      session.isCatchingUp = false
      guard case .behind(let position)? = session.subscription, !session.isFinished else { continue }
      guard let who = identity(of: session) else {
        session.subscription = nil
        continue
      }
      // It comes back here when its peer has taken something.
      guard session.output.count < Self.catchUpBytesMax else { continue }
      if position < office.lastEvent {
        readOn(session, after: position, as: who)
        catchUp(session)
        return
      }
      // Who joins the live ones must not be told again what these are still to be told.
      tellFollowers()
      session.subscription = .live
      followers.add(session, as: who)
    }
  }

  private func readOn(_ session: Session, after position: EventNumber, as who: Identity) {
    do {
      let events = try office.store.events(after: position, limit: Self.pageEvents)
      for event in events { tell(event, to: session, as: who) }
      session.subscription = .behind(events.last?.number ?? office.lastEvent)
    } catch {
      log.append("read failed: \(error)")
      end(session, "fault")
    }
  }

  // MARK: Live

  /// Notes what a batch changed for those who follow the log, and tells them if their last telling was not
  /// just now: with many of them each costs a writer's time.
  func noteForFollowers(_ batch: Batch) {
    let register = batch.register
    if !register.areas.isEmpty || !register.accounts.isEmpty || !register.members.isEmpty {
      followers.forget()
    }
    guard followers.hasLive else {
      followers.told = office.lastEvent
      return
    }
    followers.untold += batch.events
    if uptime >= followers.nextTelling { tellFollowers() }
  }

  /// Tells all live followers what they have not been told. Who does not take what it is sent, is told to
  /// come back.
  func tellFollowers() {
    defer {
      followers.told = office.lastEvent
      followers.untold.removeAll(keepingCapacity: true)
    }
    guard !followers.untold.isEmpty else { return }
    followers.prepare { identity(of: $0) }
    let apart = sessionsConcerned()
    for event in followers.untold { followers.add(event, in: office) }
    var count = 0
    followers.deliver { session, bytes in
      guard session.isFollowingLive, apart[ObjectIdentifier(session)] == nil, takesMore(session) else {
        return
      }
      session.send(lines: bytes)
      count += 1
    }
    // In the order in which they came: the same requests get the same replies in the same order everywhere.
    for session in apart.values.sorted(by: { $0.id < $1.id })
    where session.isFollowingLive && takesMore(session) {
      guard let who = identity(of: session) else { continue }
      for event in followers.untold { tell(event, to: session, as: who) }
      count += 1
    }
    followers.nextTelling = uptime + Int64(count / Followers.toldInAMillisecond)
  }

  /// Members who follow, and hold a wish of these events or were asked to take it: what others like them
  /// are told is not all that they are told.
  private func sessionsConcerned() -> [ObjectIdentifier: Session] {
    var concerned: [ObjectIdentifier: Session] = [:]
    guard followers.hasMembers else { return concerned }
    for event in followers.untold {
      guard case .wish(let number, let fact) = event.matter else { continue }
      var accounts = [fact.member].compactMap(\.self)
      if let wish = office.openWishes[number] { accounts += wish.invited + wish.holders.map(\.member) }
      for account in accounts {
        for session in followers.members(account) { concerned[ObjectIdentifier(session)] = session }
      }
    }
    return concerned
  }

  /// Whether a live follower's connection takes more pushes; one that does not is told its place and let go.
  private func takesMore(_ session: Session) -> Bool {
    guard session.output.count >= Limits.pushBacklogBytesMax else { return true }
    if session.output.isMaking {
      // What it asked for itself stands in the way: it reads on from the log behind that.
      followers.forget()
      session.subscription = .behind(followers.told)
      return false
    }
    var fields = Fields()
    fields.add("reason", "slow")
    fields.add("last", followers.told)
    session.send(.push(event: "BYE", fields, note: nil))
    session.isFinished = true
    return false
  }

  /// Whether a member holds a wish, or was asked to, that others like it may not see.
  private func isConcerned(_ who: Identity, by number: WishNumber) -> Bool {
    guard who.role == .member, let wish = office.openWishes[number],
      wish.invited.contains(who.account) || wish.holders.contains(where: { $0.member == who.account })
    else { return false }
    return Policy.sight(of: wish, by: who, in: office) > .nothing
  }

  private func tell(_ event: Event, to session: Session, as who: Identity) {
    switch event.matter {
    case .wish(let number, let fact):
      guard let audience = event.audience,
        Policy.isTold(who, of: audience, member: fact.member, in: office)
          || !fact.isBetweenMemberAndStaff && isConcerned(who, by: number)
      else { return }
      session.send(event.push(namingMember: who.role == .staff || fact.member == who.account))
    case .register:
      guard who.role == .admin else { return }
      session.send(event.push(namingMember: false))
    }
  }
}

extension Session {
  /// Whether it is told of commits as they come.
  fileprivate var isFollowingLive: Bool { subscription == .live && !isFinished }
}

extension Event {
  /// The event as followers are told it: codes and numbers only.
  func push(namingMember: Bool) -> ReplyLine {
    var fields = Fields()
    fields.add("seq", number)
    switch matter {
    case .wish(let wish, let fact):
      fields.add("type", fact.type)
      fields.add("wish", wish)
      fields.add("area", audience?.place.text)
      if namingMember { fields.add("member", fact.member?.text) }
    case .register(let type, let code):
      fields.add("type", type.rawValue)
      fields.add("code", code)
    }
    fields.add("at", at)
    return .push(event: "EVENT", fields, note: nil)
  }
}
