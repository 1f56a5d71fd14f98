/// The store of a district's wishes: the one connection that writes.
///
/// It belongs to the thread that owns the state. Each method is one transaction of its own; a batch is
/// there as a whole or not at all. Text in errors never holds a value of a row.
public final class Store {
  /// The key of the hashes of requests: 16 random bytes, made with the store.
  public let hashKey: [UInt8]

  let connection: Connection
  let wishes: WishReader
  let wishWriter: WishWriter
  let log: Events
  let texts: Texts
  let receipts: Receipts
  let tallies: Tallies
  let ended: EndedWishes
  let erasing: Erasing
  let transaction: Transaction
  private let beginReading: Statement
  private let created: Moment
  /// The highest number of a stored wish: a wish above it is new and is inserted without asking.
  var lastWish: WishNumber
  /// Whether something that was erased may still stand in the log, or in pages in memory.
  public internal(set) var holdsErased: Bool
  /// The log's length at which it is next copied into the database file.
  var checkpointAt = StoreSettings.checkpointFrames

  /// Opens the store at `path`: checks whose it is, brings it up to date, looks through it if it was not
  /// closed in order, and empties the write-ahead log.
  ///
  /// - Throws: ``StoreFailure``: absent, empty, notDatabase, foreign, newer, locked, damaged or unusable.
  public convenience init(path: String) throws(StoreFailure) {
    try self.init(path: path, vfs: nil)
  }

  /// As ``init(path:)``, through the SQLite VFS of this name; nil for the default one.
  init(path: String, vfs: String?) throws(StoreFailure) {
    let connection = try StoreOpening.connect(path, .readWrite, vfs: vfs)
    do {
      try StoreSettings.apply(StoreSettings.writing, to: connection)
      connection.takeOverCheckpoints()
      let version = try StoreSettings.number(of: "user_version", connection)
      try StoreOpening.migrate(connection, from: Int(version))
      let meta = try Meta.read(connection)
      if !meta.isClean, let damage = try StoreOpening.findDamage(connection) {
        throw StoreFailure.damaged(damage)
      }
      // On the disk before anything else is: what ends now has not been closed in order.
      try Meta.mark(clean: false, connection)
      // A reader may keep it from the last step. What was erased just before the end may stand in the log.
      holdsErased = try !connection.checkpoint(.truncate)
      self.connection = connection
      hashKey = meta.hashKey
      created = meta.created
      wishes = try WishReader(connection)
      wishWriter = try WishWriter(connection)
      log = try Events(connection)
      texts = try Texts(connection)
      receipts = try Receipts(connection)
      tallies = try Tallies(connection)
      ended = try EndedWishes(connection)
      erasing = try Erasing(connection, texts: texts, log: log)
      transaction = try Transaction(connection)
      beginReading = try Statement(connection, "BEGIN")
      let last = try Statement(connection, "SELECT max(number) FROM wish")
      lastWish = try last.firstRow { last.nextInt64() } ?? 0
    } catch let fault as StoreFault {
      throw fault.asOpeningFailure
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      preconditionFailure("nothing else is thrown: \(error)")
    }
  }

  /// Makes a store at `path` with its skill table and its first administrator.
  ///
  /// - Throws: ``StoreFailure/present`` where there is something already, ``StoreFailure/unusable(_:)``.
  public static func create(
    path: String,
    hashKey: [UInt8],
    skills: [Skill],
    admin: (account: Account, secretHash: String),
    at now: Moment
  ) throws(StoreFailure) {
    var register = Register()
    for skill in skills { register.skills[skill.name] = skill }
    register.accounts[admin.account.code] = admin.account
    register.secrets[admin.account.code] = admin.secretHash
    let seed = register
    try StoreOpening.create(StoreFile(path: path)) { connection throws(StoreFault) in
      try Meta.insert(hashKey: hashKey, created: now, connection)
      try RegisterWriter(connection: connection).write(seed)
    }
  }

  /// The highest numbers in use, and the moment of the last event (of the store's making, where there is
  /// none): no later event may be earlier.
  public func last() throws(StoreFailure) -> (wish: WishNumber, event: EventNumber, at: Moment) {
    let event = try reading { () throws(StoreFault) in try log.latest() }
    return (lastWish, event?.number ?? 0, event?.at ?? created)
  }

  /// Copies the write-ahead log into the database file, as far as no reader is in the way.
  ///
  /// - Throws: ``StoreFailure/outcomeUnknown(_:)`` where a sync failed: the daemon must stop. Anything else
  ///   that goes wrong only leaves the log longer for a while.
  public func checkpoint() throws(StoreFailure) {
    endReading()
    defer { checkpointAt = connection.logFrames + StoreSettings.checkpointFrames }
    do {
      try connection.checkpoint(.passive)
    } catch {
      if !error.isGone(inCommit: false) { throw .outcomeUnknown(error) }
    }
  }

  /// Ends the use of the store: empties the write-ahead log and marks the store as closed in order. The
  /// file itself is closed when the store is let go.
  public func close() throws(StoreFailure) {
    endReading()
    do {
      try Meta.mark(clean: true, connection)
      // Where a reader is in the way, the next start empties it.
      if try connection.checkpoint(.truncate) { holdsErased = false }
    } catch {
      throw failure(error, inCommit: true)
    }
  }

  /// Reads in a transaction that stays open for whatever is read next, until ``endReading()``: each look by
  /// itself would take and give back SQLite's lock, two system calls for some microseconds of looking.
  func reading<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFailure) -> Value {
    do {
      if connection.isIdle { try beginReading.run() }
      return try body()
    } catch {
      endReading()
      throw error.asReadFailure
    }
  }

  /// Ends the transaction that whatever was read last began, or shared. What writes does so by itself; whoever
  /// reads and then waits calls this, lest the log grow behind what is still being looked at.
  public func endReading() {
    // Nothing was written, and a ROLLBACK cannot fail half way.
    _ = transaction.rollBack()
  }
}
