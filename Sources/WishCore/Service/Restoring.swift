/// What came of a restoration.
public struct Restoration: Equatable, Sendable {
  /// How many wishes the store now holds.
  public let wishes: Int
  /// The number of its last event.
  public let seq: EventNumber
  /// The wishes that were erased again, for they were erased after the copy was made.
  public let erased: [WishNumber]
  /// What is wrong with the store, as ``StoreCheck`` tells it; a file that is not whole is refused.
  public let findings: [String]
}

/// Puts a copy in the place of a store, in two steps: ``prepare(from:for:listIn:at:)`` leaves the store
/// alone, and ``place(storePath:)`` exchanges them. No daemon may run.
public enum Restoring {
  /// Copies `source` to lie beside the store, looks through it, and erases in it what has been erased
  /// since it was made.
  ///
  /// - Throws: where the copy cannot be used or written; the store is as it was.
  public static func prepare(
    from source: String,
    for storePath: String,
    listIn backups: BackupFolder,
    at now: Moment
  ) throws(StoreFailure) -> Restoration {
    let new = StoreFile(path: storePath).unfinished
    new.remove()
    do throws(StoreFailure) {
      try copy(source, to: new)
      let erased = try eraseAgain(in: new, listIn: backups, at: now)
      let report = try BackupFolder.look(at: new)
      let check = try StoreCheck(path: new.path)
      return Restoration(wishes: report.wishes, seq: report.seq, erased: erased, findings: check.findings)
    } catch {
      new.remove()
      throw error
    }
  }

  private static func copy(_ source: String, to new: StoreFile) throws(StoreFailure) {
    let connection = try BackupFolder.reader(of: source)
    do throws(StoreFault) {
      try new.makeEmpty()
      try BackupFolder.copyPages(from: connection, to: new)
    } catch {
      throw error.asOpeningFailure
    }
    _ = try BackupFolder.look(at: new)
  }

  private static func eraseAgain(
    in file: StoreFile,
    listIn backups: BackupFolder,
    at now: Moment
  ) throws(StoreFailure) -> [WishNumber] {
    do {
      let entries = Set(try ErasureList(folder: backups).entries())
      let store = try Store(path: file.path)
      let office = try Office(store: store)
      office.begin(at: now)
      var erased: [WishNumber] = []
      for entry in entries.sorted(by: { $0.wish < $1.wish }) {
        // Behind an earlier restoration the number may be another wish's.
        guard var wish = try office.wish(entry.wish), wish.posted == entry.posted, !wish.isErased else {
          continue
        }
        wish = try end(wish, office)
        _ = try office.erase(wish, by: .system)
        erased.append(wish.number)
      }
      if !erased.isEmpty { _ = try office.commit() }
      try store.close()
      guard !store.holdsErased else { throw StoreFailure.locked }
      return erased
    } catch let failure as StoreFailure {
      throw failure
    } catch let fault as StoreFault {
      throw StoreFailure.unusable(fault)
    } catch {
      throw StoreFailure.damaged("\(error)")
    }
  }

  /// A wish that the copy holds as open had ended when it was erased; how, the copy cannot know.
  private static func end(_ wish: Wish, _ office: Office) throws(Refusal) -> Wish {
    switch wish.state {
    case .confirmed, .closed, .rejected, .merged, .withdrawn: return wish
    case .fulfilled:
      let answer = Fact.Answer(solved: .unreached, rating: nil, via: nil)
      return try office.take(.confirm(answer, then: nil, judge: .system), on: wish, by: .system).wish
    case .collected, .returned, .approved, .published, .claimed, .referred:
      return try office.take(.withdraw(nil), on: wish, by: .system).wish
    }
  }

  /// Puts the prepared copy in the store's place; what was there is kept under another name.
  ///
  /// Between the two there is no store, rather than one with the other's log beside it.
  ///
  /// - Returns: where the former store is now; nil where there was none.
  public static func place(storePath: String) throws(StoreFailure) -> String? {
    let store = StoreFile(path: storePath)
    var number = 1
    while StoreFile(path: "\(storePath).before-restore-\(number)").existsInAnyPart { number += 1 }
    let aside = StoreFile(path: "\(storePath).before-restore-\(number)")
    do throws(StoreFault) {
      let isKept = store.existsInAnyPart
      if isKept { try store.move(to: aside) }
      try store.unfinished.sync()
      try store.unfinished.publish(as: store)
      return isKept ? aside.path : nil
    } catch {
      throw .unusable(error)
    }
  }
}
