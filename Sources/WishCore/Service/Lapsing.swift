extension Service {
  /// Lapses of one transaction.
  private static let lapsesAtOnceMax = 1_000
  /// How long after lapses could not be written they are tried again.
  private static let lapseRetryMilliseconds: Int64 = 1_000
  /// How long the wall clock goes unwatched at most: that it was set is noticed within this.
  private static let clockWatchMilliseconds: Int64 = 1_000

  /// Lets every claim lapse whose time has come, before any request of the same moment.
  func lapse() {
    guard uptime >= lapseRetry else { return }
    while !mustStop, let first = office.dues.first, first.due <= office.now {
      let taken = takeDue()
      guard commitBatch() != nil else { continue }
      // Nothing lapsed; the entries wait for better times.
      for entry in taken { office.dues.add(entry) }
      lapseRetry = uptime + Self.lapseRetryMilliseconds
      return
    }
  }

  /// Takes what is due from the queue and, where it still stands, lets it lapse in the batch.
  private func takeDue() -> [DueEntry] {
    var taken: [DueEntry] = []
    while let entry = office.dues.first, entry.due <= office.now, taken.count < Self.lapsesAtOnceMax {
      taken.append(entry)
      _ = office.dues.removeFirst()
      guard let wish = office.batch.wishes[entry.wish] ?? office.openWishes[entry.wish],
        let claim = wish.claims.first(where: { $0.event == entry.claim }),
        claim.state == .active, claim.due == entry.due
      else { continue }
      do throws(Refusal) {
        _ = try office.take(.lapse(claim.member), on: wish, by: .system)
      } catch {
        preconditionFailure("an active claim of wish \(wish.number) cannot lapse: \(error)")
      }
    }
    return taken
  }

  /// When the next claim lapses, in milliseconds from the last turn.
  var lapseAfterMilliseconds: Int64? {
    guard let due = office.dues.first?.due else { return nil }
    let wait = max(due.milliseconds - office.now.milliseconds, lapseRetry - uptime, 0)
    return min(wait, Self.clockWatchMilliseconds)
  }
}
