import Testing
import WishSchema

@testable import WishCore

/// The page as the binary carries it, and what it says in tables and forms.
enum ProtocolPage {
  static let text = WishSchema.protocolPage

  /// The cells of the first row whose first cell is `head`.
  static func row(_ head: String) -> [String] {
    let prefix = "| \(head) | "
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(prefix) }) else { return [] }
    return line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map(
      String.init
    )
  }

  /// Words as the page lists them: the code, then what people see.
  static func cell<Word: LabelledWord>(_ type: Word.Type) -> String {
    Word.allCases.map { "`\($0.rawValue)` \($0.label(in: .zh))" }.joined(separator: " · ")
  }

  /// Who may use a verb, as the page says it under the form.
  static func users(of verb: Verb) -> String {
    guard let roles = verb.roles else { return "everybody, without AUTH" }
    if roles.count == Role.allCases.count { return "every account" }
    return Role.allCases.filter { roles.contains($0) }.map { role in
      role == .staff && !verb.isForGridStaff ? "staff, not at a grid" : role.rawValue
    }.joined(separator: " · ")
  }
}

@Suite("The protocol page is true") struct ProtocolPageTests {
  private static let codes = [
    "TOO_LONG", "BAD_TEXT", "SYNTAX", "UNKNOWN_VERB", "NOPROTO", "AUTH_REQUIRED", "FORBIDDEN", "BAD_ARG",
    "KEY_REUSED", "DRAINING", "READONLY", "BUSY", "NOT_FOUND", "WRONG_STATE", "NOT_ELIGIBLE", "TAKEN",
    "QUOTA",
    "AUTH_FAILED", "UNKNOWN", "INTERNAL",
  ]
  /// Codes that come from the machine and not from a line.
  private static let codesOfTheMachine: Set = ["READONLY", "BUSY", "UNKNOWN", "INTERNAL"]

  @Test("Every transcript is played as it stands, from top to bottom on one fresh store")
  func transcriptsArePlayed() throws {
    let player = TranscriptPlayer(try Town())
    let transcripts = try Transcript.read(ProtocolPage.text)
    #expect(transcripts.count > 10)
    for transcript in transcripts { player.play(transcript) }
    for difference in player.differences {
      Issue.record("Schema/protocol.md:\(difference.number): \(difference.what)")
    }
  }

  @Test("A transcript that says something else fails") func differencesAreFound() throws {
    for wrong in ["S: OK pong=yes", "S: ERR SYNTAX", "S: …\nS: OK no=no", "S: OK\nS: OK"] {
      let player = TranscriptPlayer(try Town())
      for transcript in try Transcript.read("```wishd\nC: PING\n\(wrong)\n```") { player.play(transcript) }
      #expect(!player.differences.isEmpty, "\(wrong)")
    }
    let player = TranscriptPlayer(try Town())
    for transcript in try Transcript.read("```wishd\nC: PING\n```") { player.play(transcript) }
    #expect(player.differences.map(\.number) == [2])
  }

  @Test(
    "A placeholder stands for anything but nothing",
    arguments: [
      ("OK seq=<seq>", "OK seq=12", true), ("OK seq=<seq>", "OK seq=", false),
      ("OK <a> b=1", "OK a=2 b=1", true), ("OK <a> b=1", "OK a=2 b=12", false),
      ("<a>x<b>", "1x2", true), ("<a>x<b>", "12", false), ("OK", "OK seq=1", false),
    ]
  )
  func placeholders(pattern: String, line: String, isMatch: Bool) {
    #expect(Transcript.matches(pattern, line) == isMatch)
  }

  @Test("Every verb is spoken in a transcript", arguments: Verb.allCases)
  func everyVerbIsSpoken(verb: Verb) throws {
    let requests = try Transcript.read(ProtocolPage.text).flatMap(\.requests)
    #expect(requests.contains { $0 == verb.rawValue || $0.hasPrefix("\(verb.rawValue) ") })
  }

  @Test("Every verb's form stands on the page, with who may use it", arguments: Verb.allCases)
  func everyFormStands(verb: Verb) {
    let form = VerbUsage(verb).lines.joined(separator: "\n")
    #expect(ProtocolPage.text.contains("\n\(form)\n    ; \(ProtocolPage.users(of: verb))\n"), "\(form)")
  }

  @Test(
    "Every code stands in the table, and in a transcript where a line can bring it about",
    arguments: codes
  )
  func everyCodeStands(code: String) throws {
    #expect(["no", "later", "auth"].contains(ProtocolPage.row("`\(code)`").dropFirst().first ?? ""))
    guard !Self.codesOfTheMachine.contains(code) else { return }
    let expected = try Transcript.read(ProtocolPage.text).flatMap(\.exchanges).flatMap(\.expected)
    #expect(expected.contains { $0.pattern.map { " \($0)".contains(" ERR \(code) ") } ?? false })
  }

  @Test("The tables of words are those of the service") func wordTables() {
    let tables: [(String, String)] = [
      ("`state`", ProtocolPage.cell(WishState.self)), ("`category`", ProtocolPage.cell(Category.self)),
      ("`source`", ProtocolPage.cell(Source.self)), ("`kind`", ProtocolPage.cell(WishKind.self)),
      ("`urgency`", ProtocolPage.cell(Urgency.self)), ("`show`", ProtocolPage.cell(NameShown.self)),
      ("`contact`", ProtocolPage.cell(Contact.self)), ("`relation`", ProtocolPage.cell(Relation.self)),
      ("`group`", ProtocolPage.cell(Hardship.self)), ("`role`", ProtocolPage.cell(Role.self)),
      ("`level` of an area", ProtocolPage.cell(AreaLevel.self)),
      ("`level` of a member", ProtocolPage.cell(MemberLevel.self)),
      ("`kind` of a member", ProtocolPage.cell(MemberKind.self)),
      ("`available`", ProtocolPage.cell(Availability.self)),
      ("`reason` of REJECT", ProtocolPage.cell(RejectReason.self)),
      ("`reason` of WITHDRAW", ProtocolPage.cell(WithdrawReason.self)),
      ("`solved`", ProtocolPage.cell(Solved.self)), ("`via`", ProtocolPage.cell(CallBack.self)),
      ("`then`", ProtocolPage.cell(AfterNo.self)),
    ]
    for (head, cell) in tables { #expect(ProtocolPage.row(head).last == cell, "\(head)") }
    #expect(Category.allCases.allSatisfy { ProtocolPage.text.contains("`\($0.rawValue)` \($0.label)") })
    for state in ClaimState.allCases { #expect(ProtocolPage.text.contains("`\(state.rawValue)`")) }
  }

  @Test("The bounds are those of the service") func bounds() {
    let bounds: [(String, [Int])] = [
      ("a line with its tag and LF", [Limits.lineBytesMax, Limits.lineBytesMaxBeforeAuth]),
      ("a tag · a key · a code", [Limits.tagBytesMax, Limits.keyBytesMax, Limits.codeBytesMax]),
      ("`text` `public` `standard`", [Limits.textBytesMax]),
      ("a reason, note or comment", [Limits.reasonBytesMax]),
      ("names of people, units, areas, skills; `ref` `batch` `to`", [Limits.nameBytesMax]),
      ("`phone` `contact-phone` · `address`", [Limits.phoneBytesMax, Limits.addressBytesMax]),
      ("a secret", [Limits.secretBytesMax]),
      (
        "`slots` · `capacity` · `rating`",
        [Limits.slots, Limits.capacity, Limits.rating].flatMap { [$0.lowerBound, $0.upperBound] }
      ),
      ("`value` and `cap`, in yuan", [Limits.yuan.lowerBound, Limits.yuan.upperBound]),
      ("items of a list", [Limits.listItemsMax]),
      (
        "LIST · MATCH `limit`",
        [
          Limits.listRows.lowerBound, Limits.listRows.upperBound, Limits.listRowsDefault,
          Limits.matchRows.lowerBound, Limits.matchRows.upperBound, Limits.matchRowsDefault,
        ]
      ),
      ("requests of a connection in flight", [Limits.requestsInFlightMax]),
      ("queued pushes of a connection", [Limits.pushBacklogBytesMax / 1_048_576]),
      ("a connection without a request, unless subscribed", [Int(Limits.idleSeconds / 60)]),
      ("a line that was begun and not ended", [Int(Limits.partialLineSeconds)]),
    ]
    for (head, numbers) in bounds {
      let cell = ProtocolPage.row(head).last ?? ""
      let words = cell.filter { $0 != "," }.split { !$0.isNumber }
      #expect(words.compactMap { Int($0) } == numbers, "\(head): \(cell)")
    }
  }

  @Test("Every event's type is named") func eventTypes() {
    for type in RegisterChange.allCases { #expect(ProtocolPage.text.contains("`\(type.rawValue)`")) }
  }
}
