import Testing

@testable import wishd

@Suite("send")
struct ConversationTests {
  private static let greeting = "* HELLO wishd=0 proto=1 :hi\n"

  @Test(
    "ends as its requests were answered",
    arguments: [
      ("", "", Conversation.Outcome.allWell),
      ("PING\n", "OK\n", .allWell),
      ("PING", "OK a=1\n", .allWell),
      ("\n  \nPING\n\t\r\n", "OK\n", .allWell),
      ("PING\nX\n", "OK\nERR UNKNOWN_VERB retry=no :x\n", .someRefused),
      ("#1 PING\n#2 X\n", "#1 OK\n#2 ERR UNKNOWN_VERB retry=no\n", .someRefused),
      ("HELP\n", "~ OK\n= a=ERR\n~ ERR no\n#t ~ ERR\n* EVENT seq=1 :OK\nOK\n", .allWell),
      ("PING\nPING\n", "OK\n", .cutShort),
      ("PING\n", "", .cutShort),
      ("PING\n", "~ half a row", .cutShort),
      ("QUIT\nPING\n", "OK\n", .cutShort),
    ]
  )
  func outcome(requests: String, replies: String, outcome: Conversation.Outcome) {
    var whole = Conversation(opening: nil)
    whole.takeRequests(Array(requests.utf8)[...])
    whole.endRequests()
    whole.takeReplies(Array((Self.greeting + replies).utf8)[...])
    whole.endReplies()
    #expect(whole.outcome == outcome)
    #expect(whole.toPrint == Array(replies.utf8))

    var bytewise = Conversation(opening: nil)
    for byte in requests.utf8 { bytewise.takeRequests([byte]) }
    bytewise.endRequests()
    for byte in (Self.greeting + replies).utf8 { bytewise.takeReplies([byte]) }
    bytewise.endReplies()
    #expect(bytewise.outcome == outcome)
    #expect(bytewise.toPrint == Array(replies.utf8))
    #expect(bytewise.toSend == whole.toSend)
  }

  @Test(
    "is cut short when the daemon closes before input ends, unless it was asked to",
    arguments: [("PING\n", false), ("QUIT\n", true), ("#a quit\n", true), ("QUIT\n\n", true)]
  )
  func closing(requests: String, isWell: Bool) {
    var conversation = Conversation(opening: nil)
    conversation.takeRequests(Array(requests.utf8)[...])
    conversation.takeReplies(Array((Self.greeting + "OK\n* BYE reason=idle\n").utf8)[...])
    conversation.endReplies()
    #expect(conversation.outcome == (isWell ? .allWell : .cutShort))
  }

  @Test("sends AUTH alone, and prints neither the greeting nor its reply")
  func authorises() {
    var conversation = Conversation(opening: Array("AUTH a :s\n".utf8))
    #expect(!conversation.wantsInput)
    #expect(conversation.toSend == Array("AUTH a :s\n".utf8))
    conversation.takeReplies(Array((Self.greeting + "OK account=a\n").utf8)[...])
    #expect(conversation.wantsInput)
    #expect(conversation.toPrint.isEmpty)
    conversation.endRequests()
    conversation.endReplies()
    #expect(conversation.outcome == .allWell)
  }

  @Test("ends at once when AUTH is refused, with the daemon's line")
  func authFails() {
    var conversation = Conversation(opening: Array("AUTH a :s\n".utf8))
    conversation.takeReplies(Array((Self.greeting + "ERR AUTH_FAILED retry=auth :不对\n").utf8)[...])
    #expect(conversation.isOver)
    #expect(conversation.outcome == .authFailed("ERR AUTH_FAILED retry=auth :不对"))
    #expect(conversation.toPrint.isEmpty)
  }

  @Test("takes in no more than it can pass on")
  func isBounded() {
    var conversation = Conversation(opening: nil)
    let much = [UInt8](repeating: 0x61, count: Conversation.bufferBytesMax - 1) + [0x0A]
    conversation.takeRequests(much[...])
    #expect(!conversation.wantsInput)
    conversation.takeReplies(much[...])
    #expect(!conversation.wantsReplies)
  }
}
