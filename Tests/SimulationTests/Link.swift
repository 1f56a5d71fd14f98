@testable import WishCore

/// One connection: what its client sends on its way to the service, and what comes back.
final class Link {
  let number: Int
  let session: Session
  /// As whom the client means to speak; nil for nobody.
  let account: String?
  /// Lines that the client wrote, and how much of the first has arrived.
  private var outgoing: [Sent] = []
  private var arrived = 0
  /// Bytes that were drained and are no whole line yet.
  private var inbox: [UInt8] = []
  /// Checks what comes.
  var checker = ReplyChecker()
  /// Whether the client takes what it is sent.
  var isStalled = false
  /// Whether the client has ended its side.
  private(set) var hasEnded = false
  /// What the client was told, and has not read yet: lost where the connection breaks.
  var unread: [(sent: Sent, final: ReplyLine)] = []
  /// What the client has sent and has not read a reply to.
  private(set) var open: [Sent] = []

  init(number: Int, session: Session, account: String?) {
    self.number = number
    self.session = session
    self.account = account
  }

  var hasOutgoing: Bool { !outgoing.isEmpty }

  /// How much of the first line has arrived.
  var isInsideLine: Bool { arrived > 0 }

  func write(_ sent: Sent) {
    outgoing.append(sent)
    if sent.isAnswered { open.append(sent) }
  }

  /// Has at most `count` bytes arrive at the service.
  ///
  /// - Returns: the lines that are there as a whole now.
  func deliver(_ count: Int, step: Int) -> [Sent] {
    // Nothing is read for a session that is over.
    guard !session.isFinished else { return [] }
    var whole: [Sent] = []
    var left = count
    while left > 0, let first = outgoing.first {
      // Another protocol's opening is known by its first bytes: it comes in one piece.
      let isForeign = first.endsInput && first.line.verb != .quit
      let piece = first.bytes[arrived...].prefix(isForeign ? .max : left)
      left -= piece.count
      arrived += piece.count
      unsafe piece.withUnsafeBytes { unsafe session.receive($0) }
      guard arrived == first.bytes.count else { break }
      outgoing.removeFirst()
      arrived = 0
      var sent = first
      sent.step = step
      checker.expect(sent)
      whole.append(sent)
    }
    return whole
  }

  /// The client ends its side; what it had not sent by then it never sends.
  func halfClose(step: Int) {
    guard !hasEnded else { return }
    session.receiveEnd()
    endInput(step: step)
  }

  /// Nothing that has not arrived is read any more.
  func endInput(step: Int) {
    guard !hasEnded else { return }
    hasEnded = true
    if arrived > 0, !session.isFinished, let first = outgoing.first {
      checker.expectRest(Array(first.bytes[..<arrived]), of: first.line, step: step)
    }
    outgoing = []
    arrived = 0
  }

  /// Takes at most `count` bytes of what the service has for the client, and returns the whole lines.
  func drain(_ count: Int) -> [[UInt8]] {
    guard session.hasOutput else { return [] }
    unsafe session.drain { bytes in
      let taken = min(count, bytes.count)
      unsafe inbox.append(contentsOf: bytes[..<taken])
      return taken
    }
    guard let end = inbox.lastIndex(of: 0x0A) else { return [] }
    let lines = inbox[...end].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    inbox.removeFirst(end + 1)
    return lines.map { Array($0) }
  }

  /// The client reads what it was told.
  func read(_ count: Int) -> [(sent: Sent, final: ReplyLine)] {
    let read = Array(unread.prefix(count))
    unread.removeFirst(read.count)
    for (sent, _) in read {
      if let index = open.firstIndex(where: { $0.tag == sent.tag && $0.bytes == sent.bytes }) {
        open.remove(at: index)
      }
    }
    return read
  }

  /// What was left in the middle of a line where everything is over.
  var hasRest: Bool { !inbox.isEmpty }
}
