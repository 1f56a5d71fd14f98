@testable import WishCore

/// A line that a client sends.
struct Line {
  /// As sent, without tag and line end.
  let text: String
  /// What it is; nil where it is no request.
  var verb: Verb?
  /// Its key.
  var key: String?
  /// The account on whose behalf the client sends it, as it believes.
  var account: String?
  /// The account that it logs in.
  var login: String?

  init(_ text: String, _ account: String?) {
    self.text = text
    self.account = account
    let words = text.split(separator: " ", maxSplits: 2)
    verb = words.first.flatMap { Verb(rawValue: $0.uppercased()) }
    if verb == .auth, words.count > 1 { login = String(words[1]) }
    if words.count > 1, words[1].hasPrefix("key=") { key = String(words[1].dropFirst(4)) }
  }
}

/// A line on its way, and what is expected of it.
struct Sent {
  let line: Line
  /// The tag that every line of the reply must bear.
  let tag: String?
  let bytes: [UInt8]
  /// Whether it is answered at all.
  let isAnswered: Bool
  /// Whether nothing behind it is read.
  let endsInput: Bool
  /// The step at which the service had all of it.
  var step = 0

  init(_ line: Line, tag: String?, bytes: [UInt8], isAnswered: Bool = true, endsInput: Bool = false) {
    self.line = line
    self.tag = tag
    self.bytes = bytes
    self.isAnswered = isAnswered
    self.endsInput = endsInput
  }
}
