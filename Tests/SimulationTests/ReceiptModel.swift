@testable import WishCore

/// What was asked under which key, and answered: a second opinion on the stored replies.
struct ReceiptModel {
  private struct Key: Hashable {
    let account: String
    let key: String
  }

  /// How often each line arrived under a key.
  private var arrived: [Key: [String: Int]] = [:]
  private var answers: [Key: (line: String, fields: [String], seq: EventNumber)] = [:]
  /// How long a key is remembered.
  private static let milliseconds: Int64 = 7 * 86_400_000

  /// A line with a key has arrived; under one of these accounts.
  mutating func expect(_ line: Line, under accounts: Set<String>) {
    guard let key = line.key else { return }
    for account in accounts {
      arrived[Key(account: account, key: key), default: [:]][line.text, default: 0] += 1
    }
  }

  /// An OK to a line with a key. Returns whether it was a repetition.
  mutating func take(_ line: Line, by account: String, _ fields: Fields, _ ledger: Ledger) throws -> Bool {
    guard let text = line.key else {
      if fields["replay"] != nil, line.verb != .wait { throw Violation("replay=yes without a key") }
      return false
    }
    let key = Key(account: account, key: text)
    guard let seq = fields["seq"].flatMap({ EventNumber($0) }), let event = ledger[seq] else {
      throw Violation("an OK without its event")
    }
    let isReplay = fields["replay"] == "yes"
    if isReplay, line.verb != .wait, arrived[key]?[line.text] ?? 0 < 2 {
      throw Violation("a reply is repeated that \(account) never had under this key")
    }
    let said = fields.pairs.filter { !["replay", "secret"].contains($0.name) }.map {
      "\($0.name)=\($0.value)"
    }
    if let old = answers[key], let first = ledger[old.seq] {
      // A repetition may have come by a faster connection than what it repeats.
      let isOther = old.seq != seq
      let isOver = event.at.milliseconds - first.at.milliseconds >= Self.milliseconds
      if !isOver, !isReplay, isOther { throw Violation("done again under the key of event \(old.seq)") }
      if !isOver, old.line != line.text { throw Violation("the key of event \(old.seq) is used anew") }
      // A second WAIT tells the place that the event of the first has led to by now.
      if old.seq == seq, old.fields != said, line.verb != .wait {
        let isErased =
          fields["wish"].flatMap { WishNumber($0) }.flatMap { ledger.wishes[$0]?.isErased } ?? false
        let rest = old.fields.filter { !$0.hasPrefix("public=") }
        guard isErased, rest == said.filter({ !$0.hasPrefix("public=") }) else {
          throw Violation("another reply is repeated than that of event \(seq)")
        }
      }
    }
    answers[key] = (line.text, said, seq)
    return isReplay
  }

  /// KEY_REUSED: another line must have come under the key.
  func expectReused(_ line: Line, by account: String) throws {
    let lines = line.key.flatMap { arrived[Key(account: account, key: $0)] } ?? [:]
    guard lines.keys.contains(where: { $0 != line.text }) else {
      throw Violation("KEY_REUSED, where \(account) used the key for nothing else")
    }
  }
}
