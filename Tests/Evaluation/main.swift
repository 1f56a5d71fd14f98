import Foundation
import WishCore

// evaluate [TABLE]: how well slips are understood that have not been seen. Without a table, our own.

let table: String
if CommandLine.arguments.count > 1 {
  table = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
} else {
  table = String(decoding: PackageResources.slips_tsv, as: UTF8.self)
}
let slips = LabelledSlip.read(table)
guard let community = AreaCode("here"), !slips.isEmpty else {
  print("no slips in the table")
  exit(65)
}

func percent(_ value: Double) -> String { String(format: "%5.1f %%", value * 100) }

func show(_ title: String, _ figures: [(name: String, value: Double, goal: Double?)]) {
  print("\n\(title)")
  for (name, value, goal) in figures {
    print("  \(percent(value))  \(name)\(goal.map { "  (goal \(percent($0)))" } ?? "")")
  }
}

let crossed = Subjects(slips, folds: 5, community: community)
show("\(slips.count) slips, learning from the other four fifths", crossed.figures())
show("the same with nothing learned", Subjects(slips, folds: 1, community: community).figures())
for half in 0..<2 {
  let part = slips.enumerated().filter { $0.offset % 2 == half }.map(\.element)
  show(
    "\(half == 0 ? "first" : "second") of each two slips",
    Subjects(part, folds: 5, community: community).figures()
  )
}
let twins = Twins(slips, community: community)
show("who has asked the same", twins.figures())

print("\nby the likeness from which a wish is shown: found, shown without a twin")
for step in stride(from: 0.44, through: 0.6, by: 0.02) {
  let figures = Twins(slips, community: community, atLeast: Float(step)).figures()
  print("  \(String(format: "%.2f", step))  \(percent(figures[0].value))  \(percent(figures[1].value))")
}

let names = WishCore.Category.allCases.map { String($0.rawValue.prefix(6)) } + ["none"]
print("\nconfusion, rows as reviewed, columns as named")
print("             " + names.map { $0.padding(toLength: 7, withPad: " ", startingAt: 0) }.joined())
for (category, row) in zip(WishCore.Category.allCases, crossed.confusion()) {
  let cells = row.map { String($0).padding(toLength: 7, withPad: " ", startingAt: 0) }.joined()
  print(category.rawValue.padding(toLength: 13, withPad: " ", startingAt: 0) + cells)
}

print("\nthe worst mistakes about the subject")
for answer in crossed.worst(20) {
  let reasons = answer.suggestion.reasons.prefix(5).map { "\($0.term) \($0.category.rawValue)" }
  let named = answer.suggestion.category?.rawValue ?? "none"
  print(
    "  \(answer.slip.id) \(answer.slip.text)\n    \(answer.slip.primary) → \(named): \(reasons.joined(separator: ", "))"
  )
}
print("\nthe worst mistakes about who asked the same")
for answer in twins.mistakes(30) {
  let shown = answer.shown.map {
    "\($0.slip.id) \(String(format: "%.2f", $0.score)) \($0.why.joined(separator: "、"))"
  }
  print(
    "  \(answer.slip.twins ?? "single") \(answer.slip.id) \(answer.slip.text)\n    \(shown.joined(separator: " | "))"
  )
}
if ProcessInfo.processInfo.environment["SKILLS"] != nil {
  for answer in crossed.answers where !answer.hasSkill {
    print(answer.slip.text, answer.slip.skills, answer.suggestion.skills)
  }
}
measure(slips, community: community)
