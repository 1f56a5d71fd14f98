import Foundation
import WishCore

/// Prints what an answer costs, and what a wish in the index takes.
func measure(_ slips: [LabelledSlip], _ learning: Duration, community: AreaCode) {
  let clock = ContinuousClock()
  func microseconds(_ count: Int, _ body: () -> Void) -> Double {
    let elapsed = clock.measure(body)
    return Double(elapsed.components.attoseconds) / 1e12 / Double(count)
      + Double(elapsed.components.seconds) * 1e6 / Double(count)
  }
  func say(_ name: String, _ value: Double) { print(String(format: "  %8.1f µs  ", value) + name) }

  print("\ncost")
  say("learning the phrasebook, once in a process", learning / .microseconds(1))
  var suggester = Suggester(skills: SkillTable.starting)
  say("reading the lexicon", microseconds(1) { suggester = Suggester(skills: SkillTable.starting) })
  let rounds = 20
  say(
    "a suggestion",
    microseconds(rounds * slips.count) {
      for _ in 0..<rounds { for slip in slips { _ = suggester.suggest(slip.text, in: community) } }
    }
  )
  say(
    "learning one review",
    microseconds(slips.count) {
      for slip in slips { suggester.learn(slip.review(in: community)) }
    }
  )
  let long = String(String(repeating: "想要换轮椅修水管", count: 500).prefix(4_000))
  say("a suggestion for 12,000 bytes", microseconds(1) { _ = suggester.suggest(long, in: community) })

  var index = SimilarIndex(suggester)
  let wishes = 200_000
  let before = residentBytes()
  index.reserve(wishes)
  let communities = (0..<50).compactMap { AreaCode("c\($0)") }
  say(
    "entering a wish for likeness",
    microseconds(wishes) {
      for number in 0..<wishes {
        let one = slips[number % slips.count].text + slips[(number / 7) % slips.count].text.prefix(8)
        index.add(WishNumber(number + 1), one, in: communities[number % communities.count])
      }
    }
  )
  print("  \(String(format: "%8d", (residentBytes() - before) / wishes)) bytes a wish, \(wishes) wishes")
  say(
    "asking who has asked the same, among 4,000",
    microseconds(slips.count) {
      for slip in slips { _ = index.candidates(for: slip.text, in: communities[3]) }
    }
  )
}

/// Memory that the process holds, by proc_pid_statm(5): its second field counts resident pages.
private func residentBytes() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let fields = text.split(separator: " ")
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}
