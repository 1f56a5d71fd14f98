/// Erases what people wrote about a wish: its papers, its card, its notes, and what stored replies repeat
/// of them. `secure_delete` has SQLite write zeros over each.
final class Erasing {
  private let texts: Texts
  private let log: Events
  private let deleteCard: Statement
  private let deleteNote: Statement
  private let replies: Statement
  private let writeReply: Statement
  private let kept: Statement

  init(_ connection: Connection, texts: Texts, log: Events) throws(StoreFault) {
    self.texts = texts
    self.log = log
    deleteCard = try Statement(connection, "DELETE FROM card WHERE wish = ?")
    deleteNote = try Statement(connection, "DELETE FROM note WHERE event = ?")
    // A reply to a request that made an event was stored at the event's moment.
    replies = try Statement(connection, "SELECT id, reply FROM receipt WHERE account = ? AND at = ?")
    writeReply = try Statement(connection, "UPDATE receipt SET reply = ? WHERE id = ?")
    kept = try Statement(
      connection,
      """
      SELECT number FROM wish INDEXED BY wish_kept
      WHERE ended = 1 AND erased = 0 AND changed < ? ORDER BY changed LIMIT ?
      """
    )
  }

  /// Leaves of a wish its codes and numbers, and the reason that its erasing was given.
  func erase(_ wish: WishNumber) throws(StoreFault) {
    try texts.write(Papers.erased, of: wish)
    deleteCard.bind(wish)
    try deleteCard.run()
    for (event, note) in try log.history(of: wish) {
      guard case .wish(_, let fact) = event.matter, fact != .erased else { continue }
      if note != nil {
        deleteNote.bind(event.number)
        try deleteNote.run()
      }
      if fact.isRepeatedInReply { try cutReplies(about: wish, to: event.account, at: event.at) }
    }
  }

  /// Takes the public text out of the replies that repeat it; replayed, they say the rest.
  private func cutReplies(
    about wish: WishNumber,
    to account: AccountCode,
    at moment: Moment
  ) throws(StoreFault) {
    var cut: [(id: Int64, reply: [UInt8])] = []
    replies.bind(account)
    replies.bind(moment)
    try replies.forEachRow {
      let id = replies.nextInt64()
      if let reply = Self.cut(replies.nextBlob(), about: wish) { cut.append((id, reply)) }
    }
    for (id, reply) in cut {
      writeReply.bind(reply)
      writeReply.bind(id)
      try writeReply.run()
    }
  }

  /// A stored reply about a wish without its public text; nil where it is another's or has none.
  static func cut(_ reply: [UInt8], about wish: WishNumber) -> [UInt8]? {
    guard case (_, .ok(let fields, let note))? = ReplyLine.parse(reply), fields["wish"] == String(wish),
      fields["public"] != nil
    else { return nil }
    var rest = Fields()
    for (name, value) in fields.pairs where name != "public" { rest.add(name, value) }
    var bytes: [UInt8] = []
    ReplyLine.ok(rest, note: note).encode(tag: nil, into: &bytes)
    return bytes.dropLast()
  }

  func kept(endedBefore moment: Moment, limit: Int) throws(StoreFault) -> [WishNumber] {
    var numbers: [WishNumber] = []
    kept.bind(moment)
    kept.bind(limit)
    try kept.forEachRow { numbers.append(kept.nextInt64()) }
    return numbers
  }
}

extension Fact {
  /// Whether the reply to the request that made it true may repeat the public text.
  fileprivate var isRepeatedInReply: Bool {
    switch self {
    case .approved, .amended: true
    case .posted, .published, .returned, .rejected, .withdrawn, .merged, .referred, .reopened, .invited,
      .waited, .unwaited, .claimed, .released, .renewed, .lapsed, .cancelled, .fulfilled, .confirmed,
      .unconfirmed, .closed, .erased:
      false
    }
  }
}
