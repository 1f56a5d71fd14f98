/// A transcript of the protocol page: a fenced block of lines that a client and the server say.
struct Transcript {
  /// One thing that is done, and what the server is to say to it.
  struct Exchange {
    /// The line of the page on which it stands.
    var number: Int
    /// What is done.
    var action: Action
    /// What follows, in order.
    var expected: [Expectation] = []
  }

  enum Action: Equatable {
    /// A connection without an account is opened, if anybody speaks on it.
    case open
    /// A line is sent; on the connection of an account, or on the one without.
    case say(String, account: String?)
    /// Time passes, in seconds.
    case pass(Int64)
    /// The server closes the connection that spoke last.
    case close
  }

  struct Expectation: Equatable {
    let number: Int
    /// The line with its placeholders; nil for `…`, which is any number of further lines.
    let pattern: String?
    /// Whose connection; nil for the one that spoke last.
    let account: String?
  }

  /// The line of the page on which it begins.
  let number: Int
  var exchanges: [Exchange]

  /// Every line that clients send.
  var requests: [String] {
    exchanges.compactMap { if case .say(let line, _) = $0.action { line } else { nil } }
  }

  /// The transcripts of a page; a line that is no line of a transcript throws.
  static func read(_ page: String) throws -> [Transcript] {
    var transcripts: [Transcript] = []
    var open: Transcript?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      if line == "```wishd" {
        open = Transcript(number: number, exchanges: [Exchange(number: number, action: .open)])
      } else if line == "```", let transcript = open {
        transcripts.append(transcript)
        open = nil
      } else if open != nil {
        try open?.add(String(line), number)
      }
    }
    return transcripts
  }

  private mutating func add(_ line: String, _ number: Int) throws {
    if line.hasPrefix("-- ") {
      exchanges.append(Exchange(number: number, action: try Self.stage(line.dropFirst(3), number)))
      return
    }
    guard let side = line.first, let colon = line.firstIndex(of: ":") else { throw Malformed(number: number) }
    let head = line[line.index(after: line.startIndex)..<colon]
    let text = String(line[line.index(after: colon)...].drop { $0 == " " })
    var account: String?
    if !head.isEmpty {
      guard head.hasPrefix("("), head.hasSuffix(")") else { throw Malformed(number: number) }
      account = String(head.dropFirst().dropLast())
    }
    switch side {
    case "C": exchanges.append(Exchange(number: number, action: .say(text, account: account)))
    case "S":
      let pattern = text == "…" ? nil : text
      exchanges[exchanges.count - 1].expected.append(
        Expectation(number: number, pattern: pattern, account: account)
      )
    default: throw Malformed(number: number)
    }
  }

  private static func stage(_ text: Substring, _ number: Int) throws -> Action {
    if text == "the server closes" { return .close }
    let words = text.split(separator: " ")
    let units: [Substring: Int64] = ["seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400]
    guard words.count == 3, words[2] == "pass", let amount = Int64(words[0]), let unit = units[words[1]]
    else { throw Malformed(number: number) }
    return .pass(amount * unit)
  }

  struct Malformed: Error {
    let number: Int
  }

  /// Whether a line is as a pattern says, in which `<anything>` stands for one or more characters.
  static func matches(_ pattern: String, _ line: String) -> Bool {
    var pieces = [""]
    var rest = pattern[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      pieces[pieces.count - 1] += rest[..<start]
      pieces.append("")
      rest = rest[rest.index(after: end)...]
    }
    pieces[pieces.count - 1] += rest
    return matches(pieces[...], Array(line.utf8)[...], isFirst: true)
  }

  private static func matches(_ pieces: ArraySlice<String>, _ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool
  {
    guard let piece = pieces.first.map({ Array($0.utf8) }) else { return line.isEmpty }
    if isFirst {
      guard line.starts(with: piece) else { return false }
      return pieces.count == 1
        ? line.count == piece.count : matches(pieces.dropFirst(), line.dropFirst(piece.count), isFirst: false)
    }
    var rest = line.dropFirst()
    guard !line.isEmpty else { return false }
    while rest.count >= piece.count {
      if rest.starts(with: piece) {
        let behind = rest.dropFirst(piece.count)
        if pieces.count == 1 ? behind.isEmpty : matches(pieces.dropFirst(), behind, isFirst: false) {
          return true
        }
      }
      guard !rest.isEmpty else { return false }
      rest = rest.dropFirst()
    }
    return false
  }
}
