/// How far a session that follows the log has come.
struct Subscription {
  /// The last event that it was told of, or passed over because it may not see it.
  var position: EventNumber
}

extension Service {
  /// Events of the log that are read at once for a session that catches up.
  private static let pageEvents = 500
  /// A session that catches up gets the next page when it has taken all but so much.
  private static let catchUpBytesMax = 262_144

  /// SUB: every visible event after `since`, then live.
  func subscribe(_ line: ArgumentReader, _ session: Session) throws(Refusal) -> [ReplyLine] {
    let last = office.lastEvent
    let since = try line.number("since", in: 0...Int.max).map { EventNumber($0) } ?? last
    guard since <= last else { throw .badArgument("since", .needs(.eventThatIs(last))) }
    session.subscription = Subscription(position: since)
    if !followers.contains(where: { $0 === session }) { followers.append(session) }
    var fields = Fields()
    fields.add("seq", last)
    return [.ok(fields, note: nil)]
  }

  /// Tells a session what it has not heard of yet, as fast as its peer takes it.
  func catchUp(_ session: Session) {
    while let position = session.subscription?.position, position < office.lastEvent, !session.isFinished,
      session.output.count < Self.catchUpBytesMax
    {
      guard let who = identity(of: session) else {
        session.subscription = nil
        return
      }
      do {
        let events = try office.store.events(after: position, limit: Self.pageEvents)
        for event in events { tell(event, to: session, as: who) }
        session.subscription?.position = events.last?.number ?? office.lastEvent
      } catch {
        log.append("read failed: \(error)")
        end(session, "fault")
      }
    }
  }

  /// Tells those who follow the log what a batch changed. Who has not caught up reads it from the log
  /// later; who is up to date but does not take what it is sent, is told to come back.
  func tellSubscribers(_ events: [Event], after last: EventNumber) {
    followers.removeAll { $0.subscription == nil || $0.isFinished }
    for session in followers {
      guard session.subscription?.position == last else { continue }
      guard let who = identity(of: session) else {
        session.subscription = nil
        continue
      }
      for event in events {
        guard session.output.count < Limits.pushBacklogBytesMax else {
          var fields = Fields()
          fields.add("reason", "slow")
          fields.add("last", session.subscription?.position)
          session.send(.push(event: "BYE", fields, note: nil))
          session.isFinished = true
          break
        }
        tell(event, to: session, as: who)
        session.subscription?.position = event.number
      }
    }
  }

  /// Whether a member holds a wish, or was asked to, that others like it may not see.
  private func isConcerned(_ who: Identity, by number: WishNumber) -> Bool {
    guard who.role == .member, let wish = office.openWishes[number],
      wish.invited.contains(who.account) || wish.holders.contains(where: { $0.member == who.account })
    else { return false }
    return Policy.sight(of: wish, by: who, in: office) > .nothing
  }

  private func tell(_ event: Event, to session: Session, as who: Identity) {
    var fields = Fields()
    fields.add("seq", event.number)
    switch event.matter {
    case .wish(let number, let fact):
      guard let audience = event.audience,
        Policy.isTold(who, of: audience, member: fact.member, in: office) || isConcerned(who, by: number)
      else { return }
      fields.add("type", fact.type)
      fields.add("wish", number)
      fields.add("area", audience.place.text)
      if who.role == .staff || fact.member == who.account { fields.add("member", fact.member?.text) }
    case .register(let type, let code):
      guard who.role == .admin else { return }
      fields.add("type", type.rawValue)
      fields.add("code", code)
    }
    fields.add("at", event.at)
    session.send(.push(event: "EVENT", fields, note: nil))
  }
}
