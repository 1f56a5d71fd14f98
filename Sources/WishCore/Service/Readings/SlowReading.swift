/// A reading that may look at very much: it does so a slice a turn, and answers when it is through.
protocol SlowReading {
  /// Looks on; the whole reply under the request's tag once it is through, nil before. What is found out is
  /// written at once, so that the end of a long reply is not a long turn.
  mutating func goOn(_ office: Office, tag: String?) throws(Refusal) -> [UInt8]?
}

extension Service {
  /// Answers a reading at once, where one slice does, or has the session wait for it.
  func begin(_ reading: some SlowReading, _ tag: String?, _ session: Session) throws(Refusal)
    -> [ReplyLine]
  {
    var reading = reading
    if let reply = try reading.goOn(office, tag: tag) {
      session.send(lines: reply)
    } else {
      session.waiting = .reading
      slowReadings.append((session, tag, reading))
    }
    return []
  }

  /// Goes on with one of the readings that are not through, in turn.
  func continueReading() {
    guard !slowReadings.isEmpty else { return }
    var (session, tag, reading) = slowReadings.removeFirst()
    guard !session.isFinished else { return }
    do throws(Refusal) {
      guard let reply = try reading.goOn(office, tag: tag) else {
        slowReadings.append((session, tag, reading))
        return
      }
      session.waiting = nil
      session.send(lines: reply)
    } catch {
      session.waiting = nil
      counters.refusals += 1
      session.refuse(error, tag: tag)
    }
    isReady(session)
  }
}
