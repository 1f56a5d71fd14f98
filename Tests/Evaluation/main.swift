import Foundation
import WishCore

// evaluate [TABLE]: how well slips are understood that have not been seen. Without a table, our own.

let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("slips.tsv").path
let table = try String(contentsOfFile: CommandLine.arguments.dropFirst().first ?? own, encoding: .utf8)
let slips = LabelledSlip.read(table)
guard let community = AreaCode("here"), !slips.isEmpty else {
  print("no slips in the table")
  exit(65)
}

let learning = ContinuousClock().measure { Suggester.prepare() }

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
let batches = Dictionary(grouping: slips, by: \.batch).sorted { $0.key < $1.key }
for (batch, part) in batches where batches.count > 1 {
  let ids = Set(part.map(\.id))
  show("of these, batch \(batch), \(part.count) slips", crossed.only { ids.contains($0.id) }.figures())
}
let twins = Twins(slips)
show("who has asked the same", twins.figures())

print("\nby the likeness from which a wish is shown: found, shown without a twin")
for step in stride(from: 0.44, through: 0.6, by: 0.02) {
  let figures = Twins(slips, atLeast: Float(step)).figures()
  print("  \(String(format: "%.2f", step))  \(percent(figures[0].value))  \(percent(figures[1].value))")
}
for (batch, part) in batches where batches.count > 1 {
  show("of these, batch \(batch)", Twins(part).figures())
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
print("\nthe skills that were not found")
for answer in crossed.answers where !answer.hasSkill {
  let named = answer.suggestion.skills.map(\.text).joined(separator: ",")
  print(
    "  \(answer.slip.id) \(answer.slip.text)\n    \(answer.slip.skills.joined(separator: ",")) → \(named)"
  )
}
print("\nurgency: what was missed, then what was called urgent and is not")
for answer in crossed.answers where answer.slip.isUrgent && !answer.suggestion.isUrgent {
  print("  - \(answer.slip.id) \(answer.slip.text)")
}
for answer in crossed.answers where !answer.slip.isUrgent && answer.suggestion.isUrgent {
  let pressing = answer.suggestion.pressing.joined(separator: ", ")
  print("  + \(answer.slip.id) \(answer.slip.text): \(pressing)")
}
measure(slips, learning, community: community)
