import Foundation

/// One line of the catalogue: a rule, what somebody sends against it, and the whole answer.
struct BadInput {
  /// The rule that it breaks.
  let rule: String
  /// Who sends it: an account, `nobody` without one, or `new` on a connection of its own.
  let sender: String
  /// The line as the catalogue shows it.
  let shown: String
  /// The answer, and nothing but it.
  let answer: String
  /// Whether the service then ends the connection.
  let ends: Bool
  /// Where it stands in the catalogue.
  let number: Int

  /// The bytes that are sent, with their LF.
  var bytes: [UInt8] { Self.bytes(shown) + [0x0A] }

  /// `⟨0D 0A⟩` stands for bytes, `⟨300×长⟩` for a text so many times; all else for itself.
  static func bytes(_ shown: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = shown[...]
    while let start = rest.firstIndex(of: "⟨"), let end = rest[start...].firstIndex(of: "⟩") {
      bytes += Array(rest[..<start].utf8)
      let inside = rest[rest.index(after: start)..<end]
      // A scalar, not a character: behind the sign may stand a mark.
      let scalars = inside.unicodeScalars
      if let times = scalars.firstIndex(of: "×"), let count = Int(String(scalars[..<times])) {
        for _ in 0..<count { bytes += Array(String(scalars[scalars.index(after: times)...]).utf8) }
      } else {
        bytes += inside.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      }
      rest = rest[rest.index(after: end)...]
    }
    return bytes + Array(rest.utf8)
  }

  /// Reads the catalogue: `## rule`, then lines `sender> input` with the answer to all of them behind `<`.
  static func read(_ text: String) throws -> [BadInput] {
    var inputs: [BadInput] = []
    var rule = ""
    var open: [(sender: String, shown: String, number: Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("## ") {
        guard open.isEmpty else { throw LiveFailure("no answer before line \(index + 1)") }
        rule = String(line.dropFirst(3))
      } else if line.hasPrefix("< ") {
        let ends = line.hasSuffix(" -- ends")
        let answer = String(line.dropFirst(2).dropLast(ends ? 8 : 0))
        inputs += open.map {
          BadInput(
            rule: rule,
            sender: $0.sender,
            shown: $0.shown,
            answer: answer,
            ends: ends,
            number: $0.number
          )
        }
        open = []
      } else if !line.isEmpty, !line.hasPrefix("#") {
        guard let sign = line.firstRange(of: "> ") else {
          throw LiveFailure("line \(index + 1) is none: \(line)")
        }
        open.append((String(line[..<sign.lowerBound]), String(line[sign.upperBound...]), index + 1))
      }
    }
    return inputs
  }
}
