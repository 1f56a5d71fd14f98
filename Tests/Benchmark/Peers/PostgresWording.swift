/// PostgreSQL's protocol 3.0 (its documentation, chapter 55): Bind, Execute and Sync on statements that
/// were prepared when the connection was opened. Every Sync ends a transaction of its own.
final class PostgresWording: Wording {
  func ask(_ act: Act, as seat: Seat, into bytes: inout [UInt8]) {
    switch act {
    case .post(let community, let text):
      call("post", [World.community(community), World.texts[text]], into: &bytes)
    case .approve(let wish): call("approve", ["\(wish)", World.skill], into: &bytes)
    case .publish(let wish): call("publish", ["\(wish)"], into: &bytes)
    case .claim(let wish, let community): call("claim", ["\(wish)", World.member(community)], into: &bytes)
    case .release(let wish, let community):
      call("release", ["\(wish)", World.member(community), "有事"], into: &bytes)
    case .fulfil(let wish, let community): call("fulfil", ["\(wish)", World.member(community)], into: &bytes)
    case .confirm(let wish): call("confirm", ["\(wish)", "5"], into: &bytes)
    case .show(let wish): call("show", ["\(wish)"], into: &bytes)
    case .list(let community): call("list", [World.community(community)], into: &bytes)
    case .match(let community):
      call("match", [World.community(community), World.member(community)], into: &bytes)
    case .wall(let community): call("wall", [World.community(community)], into: &bytes)
    }
  }

  private func call(_ statement: String, _ arguments: [String], into bytes: inout [UInt8]) {
    Self.message("B", into: &bytes) { body in
      // The unnamed portal, the statement, text for all parameters.
      body.append(0)
      Self.text(statement, into: &body)
      Self.int16(0, into: &body)
      Self.int16(arguments.count, into: &body)
      for argument in arguments {
        Self.int32(argument.utf8.count, into: &body)
        body.write(argument)
      }
      Self.int16(0, into: &body)
    }
    Self.message("E", into: &bytes) { body in
      body.append(0)
      Self.int32(0, into: &body)
    }
    Self.message("S", into: &bytes) { _ in }
  }

  func hear(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Answer? {
    var start = 0
    var wish: Int?
    var refusal: String?
    while start + 5 <= bytes.count {
      let end = unsafe start + 1 + Self.length(bytes, at: start + 1)
      guard end <= bytes.count else { return nil }
      switch unsafe bytes[start] {
      // DataRow: its first column as text, behind the number of columns and its length.
      case 0x44: wish = unsafe wish ?? bytes.number(at: start + 11)
      case 0x45: refusal = unsafe Self.message(ofError: bytes, from: start + 5)
      // ReadyForQuery
      case 0x5A: return Answer(length: end, wish: wish, refusal: refusal)
      default: break
      }
      start = end
    }
    return nil
  }

  /// The field M of an ErrorResponse.
  private static func message(ofError bytes: UnsafeRawBufferPointer, from start: Int) -> String {
    var start = start
    while start < bytes.count, unsafe bytes[start] != 0 {
      var end = start + 1
      while end < bytes.count, unsafe bytes[end] != 0 { end += 1 }
      if unsafe bytes[start] == 0x4D { return unsafe bytes.text(start + 1..<end) }
      start = end + 1
    }
    return "an error without a message"
  }

  private static func length(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    (0..<4).reduce(0) { unsafe $0 << 8 | Int(bytes[start + $1]) }
  }

  // MARK: Messages

  /// A message of a type, whose length stands before its body; no type for the first one.
  static func message(_ type: String, into bytes: inout [UInt8], _ fill: (inout [UInt8]) -> Void) {
    var body: [UInt8] = []
    fill(&body)
    bytes.write(type)
    int32(body.count + 4, into: &bytes)
    bytes += body
  }

  static func text(_ text: String, into bytes: inout [UInt8]) {
    bytes.write(text)
    bytes.append(0)
  }

  static func int16(_ value: Int, into bytes: inout [UInt8]) {
    bytes += [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  static func int32(_ value: Int, into bytes: inout [UInt8]) {
    int16(value >> 16, into: &bytes)
    int16(value, into: &bytes)
  }
}
