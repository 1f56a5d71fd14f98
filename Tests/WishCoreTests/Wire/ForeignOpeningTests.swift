import Testing

import WishCore

@Suite("Other protocols are known by their opening")
struct ForeignOpeningTests {
  static let foreign = [
    "GET / HTTP/1.1", "GET /index.html?a=b HTTP/1.0", "HEAD / HTTP/1.1", "POST /api HTTP/1.1",
    "PUT /x HTTP/1.1", "DELETE /x HTTP/1.1", "PATCH /x HTTP/1.1", "TRACE / HTTP/1.1", "OPTIONS * HTTP/1.1",
    "CONNECT a.example:443 HTTP/1.1", "GET http://a.example/ HTTP/1.1", "PRI * HTTP/2.0", "GET /", "*1",
    "*12",
    "\u{16}\u{3}\u{1}\u{2}\u{0}",
  ]

  @Test("A line of HTTP, TLS or RESP is told as such", arguments: foreign)
  func line(text: String) {
    let expected = Rejected(tag: nil, refusal: .syntax(.foreignProtocol))
    #expect(RequestParser.parse(Array(text.utf8)) == .failure(expected))
    #expect(RequestParser.isForeignOpening(firstBytes: Array((text + "\r\n").utf8)))
  }

  static let ours = [
    "POST :HTTP/1.1", "POST :/ HTTP/1.1", "POST text=\"/ HTTP/1.1\"", "POST text=/ :HTTP/1.1",
    "POST text=/ HTTP/1.1", "GET / HTTP/x", "GET",
    "GETS / HTTP/1.1",
    "get / HTTP/1.1", "POST / x", "*", "*x", "* HELLO", "*1 x", "PING", "",
  ]

  @Test("What only looks like it is not", arguments: ours)
  func notForeign(text: String) {
    let foreign = Rejected(tag: nil, refusal: .syntax(.foreignProtocol))
    #expect(RequestParser.parse(Array(text.utf8)) != .failure(foreign))
    #expect(!RequestParser.isForeignOpening(firstBytes: Array((text + "\n").utf8)))
  }

  static let begun: [([UInt8], Bool)] = [
    ([0x16, 0x03, 0x01], true), ([0x16, 0x03, 0x03, 0x00], true), ([0x16, 0x03], false), ([0x16], false),
    ([0x16, 0x02, 0x00], false), ([0x16, 0x03, 0x05], false), ([], false), (Array("GET /abc".utf8), true),
    (Array("GET ".utf8), false), (Array("POST :x".utf8), false), (Array("*1\r\n$4\r\nPING\r\n".utf8), true),
  ]

  @Test("TLS shows in three bytes, HTTP in its path, before any LF", arguments: begun)
  func firstBytes(bytes: [UInt8], isForeign: Bool) {
    #expect(RequestParser.isForeignOpening(firstBytes: bytes) == isForeign)
  }
}
