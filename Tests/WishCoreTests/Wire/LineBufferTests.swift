import Testing

import WishCore

/// How a peer's bytes may be cut on their way.
enum Cut: CaseIterable {
  case whole, byteByByte, threes

  func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    let size =
      switch self {
      case .whole: max(bytes.count, 1)
      case .byteByByte: 1
      case .threes: 3
      }
    return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
  }
}

@Suite("Lines come out of bytes")
struct LineBufferTests {
  static func lines(_ text: String, limit: Int, cut: Cut) -> [LineBuffer.Line] {
    var buffer = LineBuffer()
    var lines: [LineBuffer.Line] = []
    for piece in cut.pieces(of: Array(text.utf8)) {
      buffer.append(piece)
      while let line = buffer.next(limit: limit) { lines.append(line) }
    }
    return lines
  }

  struct Row: Sendable {
    let text: String
    let limit: Int
    let lines: [LineBuffer.Line]

    init(_ text: String, _ limit: Int, _ lines: [LineBuffer.Line]) {
      self.text = text
      self.limit = limit
      self.lines = lines
    }
  }

  static func whole(_ text: String) -> LineBuffer.Line { .whole(Array(text.utf8)) }
  static func tooLong(_ text: String) -> LineBuffer.Line { .tooLong(head: Array(text.utf8)) }

  static let rows: [Row] = [
    Row("", 8, []),
    Row("PING", 8, []),
    Row("PING\n", 8, [whole("PING")]),
    Row("PING\r\n", 8, [whole("PING")]),
    Row("\n", 8, [whole("")]),
    Row("\r\n", 8, [whole("")]),
    Row("a\r\r\n", 8, [whole("a\r")]),
    Row("a\rb\n", 8, [whole("a\rb")]),
    Row("a\nb\r\nc\n", 8, [whole("a"), whole("b"), whole("c")]),
    Row("\n\n\n", 8, [whole(""), whole(""), whole("")]),
    Row("心愿\n", 8, [whole("心愿")]),
    Row("1234567\n", 8, [whole("1234567")]),
    Row("12345678\n", 8, [tooLong("12345678")]),
    Row("123456\r\n", 8, [whole("123456")]),
    Row("1234567\r\n", 8, [tooLong("1234567\r")]),
    Row("12345678", 8, []),
    Row("123456789\nPING\n", 8, [tooLong("12345678"), whole("PING")]),
    Row("a\n123456789\nb\n", 8, [whole("a"), tooLong("12345678"), whole("b")]),
    Row("123456789\n123456789\n", 8, [tooLong("12345678"), tooLong("12345678")]),
    Row("\n", 1, [whole("")]),
    Row("a\n\n", 1, [tooLong("a"), whole("")]),
  ]

  @Test(
    "A line ends at LF, loses one CR before it, and is bounded with its LF",
    arguments: rows,
    Cut.allCases
  )
  func table(row: Row, cut: Cut) {
    let lines = Self.lines(row.text, limit: row.limit, cut: cut)
    // Of an over-long line the head's length depends on how much had come when it was found out.
    #expect(lines.count == row.lines.count)
    for (line, expected) in zip(lines, row.lines) {
      if case .tooLong(let head) = line, case .tooLong(let least) = expected {
        #expect(head.starts(with: least))
      } else {
        #expect(line == expected)
      }
    }
  }

  @Test(
    "The bounds of the protocol hold to the byte",
    arguments: [Limits.lineBytesMaxBeforeAuth, Limits.lineBytesMax],
    Cut.allCases
  )
  func bounds(limit: Int, cut: Cut) {
    let longest = String(repeating: "x", count: limit - 1)
    #expect(Self.lines(longest + "\n", limit: limit, cut: cut) == [Self.whole(longest)])
    #expect(
      Self.lines(longest + "x\nPING\n", limit: limit, cut: cut)
        == [Self.tooLong(String(repeating: "x", count: 64)), Self.whole("PING")]
    )
  }

  @Test("An over-long line is told only when its LF has come, and nothing of it is kept meanwhile")
  func overlongIsBounded() {
    var buffer = LineBuffer()
    buffer.append(Array("#t7 POST :".utf8))
    for _ in 0..<1_000 {
      buffer.append([UInt8](repeating: 0x78, count: 1_000))
      #expect(buffer.next(limit: 1_024) == nil)
      #expect(buffer.unreadCount <= 1_024)
      #expect(buffer.isPartial)
    }
    buffer.append(Array("xx".utf8))
    #expect(buffer.unreadCount == 0)
    buffer.append(Array("x\nPING\n".utf8))
    guard case .tooLong(let head) = buffer.next(limit: 1_024) else {
      Issue.record("not told")
      return
    }
    #expect(head.count == LineBuffer.headBytesMax)
    #expect(head.starts(with: Array("#t7 POST :x".utf8)))
    #expect(buffer.next(limit: 1_024) == Self.whole("PING"))
    #expect(buffer.next(limit: 1_024) == nil)
  }

  @Test("A line is known to be over-long as soon as no LF can save it")
  func overlongAtOnce() {
    var buffer = LineBuffer()
    buffer.append([UInt8](repeating: 0x78, count: 9))
    #expect(buffer.next(limit: 10) == nil)
    #expect(buffer.unreadCount == 9)
    buffer.append([0x78])
    #expect(buffer.next(limit: 10) == nil)
    #expect(buffer.unreadCount == 0)
  }

  @Test("A line behind an AUTH is measured by the bound of the moment when it is asked for")
  func raisedLimit() {
    let long = String(repeating: "y", count: 5_000)
    for cut in Cut.allCases {
      var buffer = LineBuffer()
      for piece in cut.pieces(of: Array("AUTH a :b\n\(long)\n".utf8)) { buffer.append(piece) }
      #expect(buffer.next(limit: 1_024) == Self.whole("AUTH a :b"))
      #expect(buffer.unreadCount == 5_001)
      #expect(buffer.next(limit: 32_768) == Self.whole(long))
    }
  }

  @Test("A line begun is partial until its LF comes")
  func partial() {
    var buffer = LineBuffer()
    #expect(!buffer.isPartial)
    buffer.append([0x61])
    #expect(buffer.isPartial)
    buffer.append([0x0A])
    #expect(!buffer.isPartial)
    buffer.append([0x62])
    #expect(buffer.next(limit: 9) == Self.whole("a"))
    #expect(buffer.isPartial)
    #expect(buffer.opening == [0x62])
    buffer.discardAll()
    #expect(!buffer.isPartial)
    #expect(buffer.unreadCount == 0)
    #expect(buffer.next(limit: 9) == nil)
  }

  @Test("Forgetting everything forgets an over-long line too")
  func discardOverlong() {
    var buffer = LineBuffer()
    buffer.append([UInt8](repeating: 0x78, count: 20))
    #expect(buffer.next(limit: 10) == nil)
    #expect(buffer.isPartial)
    buffer.discardAll()
    #expect(!buffer.isPartial)
    buffer.append(Array("a\n".utf8))
    #expect(buffer.next(limit: 10) == Self.whole("a"))
  }

  @Test("A hundred thousand lines that came at once come out in order, in linear time")
  func manyAtOnce() {
    var buffer = LineBuffer()
    buffer.append((0..<100_000).flatMap { Array("PING \($0)\n".utf8) })
    var count = 0
    while let line = buffer.next(limit: 64) {
      guard line == Self.whole("PING \(count)") else { break }
      count += 1
    }
    #expect(count == 100_000)
    #expect(buffer.unreadCount == 0)
  }
}
