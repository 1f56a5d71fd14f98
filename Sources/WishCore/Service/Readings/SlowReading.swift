/// A reading that may look at very much: it does so a slice a turn, and answers when it is through.
protocol SlowReading {
  /// Looks on; the lines of the reply once it is through, nil before.
  mutating func goOn(_ office: Office) throws(Refusal) -> [ReplyLine]?
}

extension Service {
  /// Answers a reading at once, where one slice does, or has the session wait for it.
  func begin(_ reading: some SlowReading, _ tag: String?, _ session: Session) throws(Refusal)
    -> [ReplyLine]
  {
    var reading = reading
    if let lines = try reading.goOn(office) { return lines }
    session.waiting = .reading
    slowReadings.append((session, tag, reading))
    return []
  }

  /// Goes on with one of the readings that are not through, in turn.
  func continueReading() {
    guard !slowReadings.isEmpty else { return }
    var (session, tag, reading) = slowReadings.removeFirst()
    guard !session.isFinished else { return }
    do throws(Refusal) {
      guard let lines = try reading.goOn(office) else {
        slowReadings.append((session, tag, reading))
        return
      }
      session.waiting = nil
      for line in lines { session.send(line, tag: tag) }
    } catch {
      session.waiting = nil
      counters.refusals += 1
      session.refuse(error, tag: tag)
    }
    isReady(session)
  }
}
