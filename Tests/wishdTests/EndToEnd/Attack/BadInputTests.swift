import Foundation
import Testing
import WishSchema

extension EndToEnd {
  /// The catalogue stands in `bad-inputs.txt`, apart from the tests: every line there is sent to a real daemon.
  ///
  /// What is thrown at the service and is no bad line has tests of its own: lines that never end and clients
  /// that never read in `FramingTests`, slow ones in `TimeOutTests`, full disks and lost power in `FaultTests`,
  /// kills in `CrashTests`, stops in `StoppingTests`, descriptors in `DaemonTests`, walls in
  /// `WallForgingTests`, and the rest beside this one.
  @Suite("Thrown at a daemon that others work with")
  struct BadInputTests {
    private static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "bad-inputs.txt"
    )

    @Test("Every bad line gets its one answer, changes nothing, is not repeated, and nobody else notices")
    func catalogue() throws {
      let inputs = try BadInput.read(try String(contentsOf: Self.path, encoding: .utf8))
      let town = try AttackedTown()
      let before = try town.everything()
      var wrong = 0
      for input in inputs {
        let line = "bad-inputs.txt:\(input.number): \(input.rule): \(input.shown)"
        let answer = try town.answer(to: input)
        if answer != [input.answer] + (input.ends ? ["-- ends"] : []) {
          wrong += 1
          Issue.record("\(line): \(answer)")
        }
        if let echo = Echo.first(of: input, in: answer.joined(separator: " ")) {
          wrong += 1
          Issue.record("\(line): repeats “\(echo)”")
        }
        for event in try town.eventsOfOthers() {
          wrong += 1
          Issue.record("\(line): \(event)")
        }
      }
      let undisturbed = try town.endOfWork()
      #expect(try town.everything() == before)
      #expect(undisturbed > 0)
      let log = town.daemon.log
      for word in ["canary", "13912340987", "javascript", "DROP", "passwd"] { #expect(!log.contains(word)) }
      #expect(try town.daemon.stop() == 0)
      #expect(try BuiltProgram.run(["check", "--data", town.daemon.data]).exit == 0)
      #expect(inputs.count >= 200)
      print(
        "Bad inputs: \(inputs.count) over a socket, \(wrong) answered otherwise, \(undisturbed) requests of others undisturbed"
      )
    }

    @Test("An answer that is another, an echo and an event are found") func isSeen() throws {
      let town = try AttackedTown()
      let input = try #require(try BadInput.read("## x\nli> POST :canary in the coal\n< OK").first)
      #expect(try town.answer(to: input) != [input.answer])
      #expect(try !town.eventsOfOthers().isEmpty)
      #expect(Echo.first(of: input, in: "ERR X :the canary") == "cana")
      #expect(Echo.first(of: input, in: "ERR SYNTAX retry=no :没看懂") == nil)
      #expect(BadInput.bytes("a⟨0D 0A⟩b⟨2×\u{301}⟩") == Array("a\r\nb\u{301}\u{301}".utf8))
      _ = try town.endOfWork()
    }
  }
}

/// What of an input stands in its answer.
private enum Echo {
  /// Pieces of so many characters are looked for.
  private static let length = 4
  /// What the service says by itself: its page, its skills, and a bound as its sentence writes it.
  private static let vocabulary = WishSchema.protocolPage + WishSchema.skills + "10000000"

  /// The first piece of an input's values that its answer repeats. Verb, names of arguments and tag are the
  /// service's own words, or are echoed by rule.
  static func first(of input: BadInput, in answer: String) -> String? {
    let text = String(decoding: input.bytes.prefix(4_096).dropLast(), as: UTF8.self)
    let words = text.split(separator: " ").drop { $0.hasPrefix("#") }.dropFirst()
    let values = words.map { word in
      let equals = word.firstIndex(of: "=")
      return String(equals.map { word[word.index(after: $0)...] } ?? word)
    }
    let said = Array(values.joined(separator: " "))
    guard said.count >= length else { return nil }
    for start in 0...said.count - length {
      let piece = String(said[start..<start + length])
      if answer.contains(piece), !vocabulary.contains(piece) { return piece }
    }
    return nil
  }
}
