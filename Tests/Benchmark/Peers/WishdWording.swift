/// The wish protocol, as a program speaks it.
final class WishdWording: Wording {
  func ask(_ act: Act, as seat: Seat, into bytes: inout [UInt8]) {
    switch act {
    case .post(_, let text):
      bytes.write("POST source=box category=convenience name=柏某某 phone=19900001234 :")
      bytes.write(World.texts[text])
    case .approve(let wish):
      bytes.write("APPROVE ")
      bytes.write(wish)
      bytes.write(" category=convenience limit=7d skills=\(World.skill)")
    case .publish(let wish): write("PUBLISH ", wish, into: &bytes)
    case .claim(let wish, let community):
      write("CLAIM ", wish, into: &bytes)
      name(community, seat, into: &bytes)
    case .release(let wish, let community):
      write("RELEASE ", wish, into: &bytes)
      name(community, seat, into: &bytes)
      bytes.write(" :有事")
    case .fulfil(let wish, let community):
      write("FULFIL ", wish, into: &bytes)
      name(community, seat, into: &bytes)
    case .confirm(let wish):
      write("CONFIRM ", wish, into: &bytes)
      bytes.write(" solved=yes rating=5")
    case .show(let wish): write("SHOW ", wish, into: &bytes)
    case .list: bytes.write("LIST limit=20")
    case .match: bytes.write("MATCH limit=20")
    case .wall(let community): bytes.write("WALL community=\(World.community(community))")
    }
    bytes.append(0x0A)
  }

  private func write(_ verb: String, _ wish: Int, into bytes: inout [UInt8]) {
    bytes.write(verb)
    bytes.write(wish)
  }

  /// Staff name the member; a member is itself.
  private func name(_ community: Int, _ seat: Seat, into bytes: inout [UInt8]) {
    if seat == .staff { bytes.write(" member=\(World.member(community))") }
  }

  func hear(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Answer? {
    var start = 0
    while let end = unsafe bytes.endOfLine(from: start) {
      switch unsafe bytes[start] {
      case 0x4F:
        // "OK wish=12 …": its number stands at a fixed place.
        let named = unsafe end > start + 8 && bytes[start + 3] == 0x77 && bytes[start + 7] == 0x3D
        return Answer(length: end + 1, wish: named ? unsafe bytes.number(at: start + 8) : nil)
      case 0x45: return Answer(length: end + 1, refusal: unsafe bytes.text(start..<end))
      default: start = end + 1
      }
    }
    return nil
  }
}
