/// RESP 2, and a script a step by EVALSHA.
final class RedisWording: Wording {
  private let scripts: [RedisScripts.Name: String]

  /// `scripts` are the hashes under which the server knows them.
  init(scripts: [RedisScripts.Name: String]) { self.scripts = scripts }

  func ask(_ act: Act, as seat: Seat, into bytes: inout [UInt8]) {
    switch act {
    case .post(let community, let text):
      call(.post, [World.community(community), World.texts[text]], into: &bytes)
    case .approve(let wish): call(.approve, ["\(wish)", World.skill], into: &bytes)
    case .publish(let wish): call(.publish, ["\(wish)"], into: &bytes)
    case .claim(let wish, let community): call(.claim, ["\(wish)", World.member(community)], into: &bytes)
    case .release(let wish, let community):
      call(.release, ["\(wish)", World.member(community), "有事"], into: &bytes)
    case .fulfil(let wish, let community): call(.fulfil, ["\(wish)", World.member(community)], into: &bytes)
    case .confirm(let wish): call(.confirm, ["\(wish)", "5"], into: &bytes)
    case .show(let wish): call(.show, ["\(wish)"], into: &bytes)
    case .list(let community): call(.list, [World.community(community)], into: &bytes)
    case .match(let community):
      call(.match, [World.community(community), World.member(community)], into: &bytes)
    case .wall(let community): call(.wall, [World.community(community)], into: &bytes)
    }
  }

  private func call(_ name: RedisScripts.Name, _ arguments: [String], into bytes: inout [UInt8]) {
    Self.write(["EVALSHA", scripts[name] ?? "", "0"] + arguments, into: &bytes)
  }

  /// An array of bulk strings: how every command is sent.
  static func write(_ words: [String], into bytes: inout [UInt8]) {
    bytes.write("*\(words.count)\r\n")
    for word in words { bytes.write("$\(word.utf8.count)\r\n\(word)\r\n") }
  }

  func hear(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Answer? {
    guard let end = try unsafe Self.skip(bytes, from: 0) else { return nil }
    switch unsafe bytes[0] {
    case 0x2D: return Answer(length: end, refusal: unsafe bytes.text(0..<max(0, end - 2)))
    // ":12": the number of the wish that was posted.
    case 0x3A: return Answer(length: end, wish: unsafe bytes.number(at: 1))
    default: return Answer(length: end)
    }
  }

  /// Where the value at `start` ends.
  private static func skip(_ bytes: UnsafeRawBufferPointer, from start: Int) throws(Failure) -> Int? {
    guard let end = unsafe bytes.endOfLine(from: start) else { return nil }
    switch unsafe bytes[start] {
    case 0x2B, 0x2D, 0x3A: return end + 1
    case 0x24:
      guard let length = unsafe bytes.number(at: start + 1) else { return end + 1 }
      let next = end + 1 + length + 2
      return next <= bytes.count ? next : nil
    case 0x2A:
      var next = end + 1
      for _ in 0..<(unsafe bytes.number(at: start + 1) ?? 0) {
        guard let following = try unsafe skip(bytes, from: next) else { return nil }
        next = following
      }
      return next
    case let other: throw Failure("Redis answers with a byte \(other)")
    }
  }
}
