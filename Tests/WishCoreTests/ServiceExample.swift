import WishCore

/// A program that has no use for the walls' files.
struct NoWalls: WallShelf {
  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile] {
    let sheets = names.map { _ in MemorySheet() }
    try write(sheets)
    return sheets
  }
}

/// A whole service inside a program: a new store at `path`, one session, no socket and no thread.
/// Returns the reply to a slip.
func postASlip(toANewStoreAt path: String, now: Moment) throws -> ReplyLine? {
  var random = SystemRandomNumberGenerator()
  let secret = try Founding.found(path: path, at: now, using: &random)
  let store = try Store(path: path)
  let service = try Service(
    store: store,
    storePath: path,
    shelf: NoWalls(),
    backups: BackupFolder(path: path + ".backup")
  )
  let session = service.open(.local, uptimeMilliseconds: 0)

  func ask(_ line: String) -> ReplyLine? {
    session.receive(Array((line + "\n").utf8))
    service.turn(now: now, uptimeMilliseconds: 0)
    // Slow work, such as the hashing of secrets, runs where the program likes; a later turn acts on it.
    while case let work = service.takeWork(), !work.isEmpty {
      for piece in work { service.finish(piece.run()) }
      service.turn(now: now, uptimeMilliseconds: 0)
    }
    let lines = session.takeOutput().split(separator: UInt8(ascii: "\n"))
    return lines.last.flatMap { ReplyLine.parse($0)?.line }
  }
  _ = ask("AUTH admin :\(secret)")
  _ = ask("AREA dq name=东区 level=district")
  _ = ask("AREA xy name=向阳社区 level=community parent=dq")
  let made = ask("ACCOUNT desk role=terminal area=xy")
  guard case .ok(let fields, _)? = made, let deskSecret = fields["secret"] else { return made }
  _ = ask("AUTH desk :\(deskSecret)")
  let reply = ask("POST source=box :厨房的灯坏了，想请人来修")
  try store.close()
  return reply
}
