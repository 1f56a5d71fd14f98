/// Everything that the requests of one turn changed, to be committed as one transaction.
///
/// It is also the overlay through which later requests of the same turn see the earlier ones; a failed
/// commit drops it and nothing has happened.
public struct Batch: Sendable {
  /// Lines for the log, in order.
  public var events: [Event] = []
  /// Wishes as they stand after the batch.
  public private(set) var wishes: [WishNumber: Wish] = [:]
  /// The same wishes as they stand in the store; new ones are not there.
  public private(set) var before: [WishNumber: Wish] = [:]
  /// Papers that were entered or changed.
  public var papers: [WishNumber: Papers] = [:]
  /// Cards that were written or rewritten.
  public var cards: [WishNumber: Card] = [:]
  /// Wishes of which nothing that people wrote is to be left.
  public var erasures: Set<WishNumber> = []
  /// Reasons and comments.
  public var notes: [Note] = []
  /// Replies to remember by request key.
  public var receipts: [ReceiptKey: Receipt] = [:]
  /// Changed entries of the register.
  public var register = Register()
  /// Changes of the wall's counts, by community.
  public var tallies: [AreaCode: Tally] = [:]

  /// Makes a batch that changes nothing.
  public init() {}

  /// Has a wish stand as `new`, which stood as `old` until now; nil for a new one.
  public mutating func put(_ new: Wish, replacing old: Wish?) {
    // What the batch itself put there is not what the store has.
    if wishes.updateValue(new, forKey: new.number) == nil { before[new.number] = old }
  }

  /// How many of the wishes are new; they are numbered behind the last committed one.
  public var newWishes: Int { wishes.count - before.count }

  /// Whether there is nothing to commit.
  public var isEmpty: Bool { events.isEmpty && receipts.isEmpty }
}

/// Whose request, under which key.
public struct ReceiptKey: Hashable, Sendable {
  /// The account that asked.
  public let account: AccountCode
  /// Its `key=`.
  public let key: String

  /// Makes a key.
  public init(account: AccountCode, key: String) {
    self.account = account
    self.key = key
  }
}

/// What a keyed request was answered with.
public struct Receipt: Equatable, Sendable {
  /// A keyed hash of the request; 16 bytes.
  public let requestHash: [UInt8]
  /// The reply's final, without tag, without LF, without a secret.
  public let reply: [UInt8]
  /// When.
  public let at: Moment

  /// Makes a receipt.
  public init(requestHash: [UInt8], reply: [UInt8], at: Moment) {
    self.requestHash = requestHash
    self.reply = reply
    self.at = at
  }
}
