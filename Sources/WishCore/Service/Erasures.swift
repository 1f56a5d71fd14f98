/// Erasures that are committed, and not yet out of the database file and its log.
struct PendingErasures {
  /// Who waits for it, and the answer.
  var answers: [(session: Session, line: ReplyLine, tag: String?)] = []
  /// When it is tried again, on the monotonic clock in milliseconds.
  var retryAt: Int64 = 0
  /// When old wishes are next looked for, on the same clock.
  var retireAt: Int64 = 0
  /// Whether more old ones are to be erased at once.
  var hasMoreToRetire = false
}

extension Office {
  /// Makes it true in the batch that nothing is left of what people wrote about a wish, what stands in
  /// the batch itself included.
  func erase(
    _ wish: Wish,
    by account: AccountCode,
    note: String? = nil
  ) throws(Refusal) -> (wish: Wish, event: EventNumber) {
    let result = try take(.erase, on: wish, by: account, note: note)
    let number = wish.number
    batch.erasures.insert(number)
    batch.papers[number] = Papers.erased
    batch.cards[number] = nil
    batch.notes.removeAll { $0.wish == number && $0.event != result.event }
    for (key, receipt) in batch.receipts {
      guard let reply = Erasing.cut(receipt.reply, about: number) else { continue }
      batch.receipts[key] = Receipt(requestHash: receipt.requestHash, reply: reply, at: receipt.at)
    }
    return result
  }
}

extension Service {
  /// Puts what the batch erases on the list beside the copies, before it is committed: a crash between
  /// the two leaves one entry too many, never one too few.
  ///
  /// - Returns: the length of the list before; nil where the batch erases nothing.
  func listErasures() throws(StoreFault) -> Int? {
    let batch = office.batch
    guard !batch.erasures.isEmpty else { return nil }
    let entries = batch.erasures.sorted().compactMap { number in
      batch.wishes[number].map { ErasureList.Entry(wish: number, posted: $0.posted) }
    }
    return try erasureList.append(entries, at: office.now)
  }

  /// Keeps an ERASE's answer until nothing of what was erased is in a file.
  func answerWhenErased(_ line: ReplyLine, tag: String?, _ session: Session) {
    erasures.answers.append((session, line, tag))
  }

  /// Whether something that was erased may still be in a file, or its ERASE is not answered.
  var isErasing: Bool { office.store.holdsErased || !erasures.answers.isEmpty }

  /// Erases by itself what ended longer ago than is kept, a few wishes a turn. Not while draining.
  func retire() {
    guard let retention, uptime >= erasures.retireAt, !isDraining, !mustStop else { return }
    let past = office.now.advanced(bySeconds: -retention.seconds)
    do throws(Refusal) {
      let old = try office.reading {
        try office.store.keptWishes(endedBefore: past, limit: Self.retiredAtOnceMax)
      }
      for number in old {
        if let wish = try office.wish(number) { _ = try office.erase(wish, by: .system) }
      }
      erasures.hasMoreToRetire = old.count == Self.retiredAtOnceMax
    } catch {
      office.drop()
      erasures.hasMoreToRetire = false
    }
    if commitBatch() != nil { erasures.hasMoreToRetire = false }
    erasures.retireAt = uptime + (erasures.hasMoreToRetire ? Self.nextFewMilliseconds : Self.lookMilliseconds)
  }

  /// Wishes that one transaction erases.
  private static let retiredAtOnceMax = 20
  /// The pause before the next few of many.
  private static let nextFewMilliseconds: Int64 = 100
  /// How often old wishes are looked for.
  private static let lookMilliseconds: Int64 = 3_600_000

  /// Has the store let go of what was erased, and answers those who waited for it. A reader, a wall or a
  /// copy being made, may be in the way: then it is tried again soon.
  func finishErasures() {
    // While more old ones follow, the log is emptied once for all of them.
    guard !erasures.hasMoreToRetire || !erasures.answers.isEmpty else { return }
    guard isErasing, uptime >= erasures.retryAt, !mustStop, walls.settle(self) else { return }
    do throws(StoreFailure) {
      guard try office.store.scrub() else {
        erasures.retryAt = uptime + Self.readerMilliseconds
        return
      }
    } catch {
      if case .rolledBack = error {
        erasures.retryAt = uptime + Self.noRoomMilliseconds
        return
      }
      fail(error)
      for answer in erasures.answers { answer.session.refuse(.unknown, tag: answer.tag) }
      erasures.answers = []
      return
    }
    let answers = erasures.answers
    erasures.answers = []
    for (session, line, tag) in answers where !session.isFinished {
      session.waiting = nil
      session.send(line, tag: tag)
      isReady(session)
    }
  }

  /// How soon it is tried again where a reader was in the way.
  private static let readerMilliseconds: Int64 = 20
  /// How soon it is tried again where the disk took nothing.
  private static let noRoomMilliseconds: Int64 = 2_000
}
