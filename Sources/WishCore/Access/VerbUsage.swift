/// How a verb's line is written, made from its form alone.
struct VerbUsage {
  /// The verb.
  let verb: Verb
  /// What stands on its line.
  let form: VerbForm

  init(_ verb: Verb) {
    guard let form = VerbForm.all[verb] else { preconditionFailure("every verb has a form") }
    self.verb = verb
    self.form = form
  }

  /// The positional arguments: `<wish>`, `[verb]`.
  var positional: [String] {
    form.positional.enumerated().map { index, name in
      form.isLastOptional && index == form.positional.count - 1 ? "[\(name)]" : "<\(name)>"
    }
  }

  /// The names of the named arguments that may be given, the request's key among them.
  var optional: [String] { form.optional + (verb.changes ? ["key"] : []) }

  /// What the raw text is called; nil where there is none.
  var raw: (name: String, isRequired: Bool)? {
    switch form.raw {
    case .none: nil
    case .optional(let name): (name, false)
    case .required(let name): (name, true)
    }
  }

  /// Every name, in the order of the line, each once.
  var names: [String] {
    var seen: Set<String> = []
    return (form.positional + form.required + optional + (raw.map { [$0.name] } ?? []))
      .filter { seen.insert($0).inserted }
  }

  /// Whether an argument stands behind the colon and nowhere else.
  func isRawOnly(_ name: String) -> Bool {
    raw?.name == name && !form.optional.contains(name)
  }

  /// The whole line: `FULFIL <wish> [member=] [category=] [key=] [:note]`.
  var line: String { words.joined(separator: " ") }

  private var words: [String] {
    [verb.rawValue] + positional + form.required.map { "\($0)=" } + optional.map { "[\($0)=]" }
      + (raw.map { [$0.isRequired ? ":\($0.name)" : "[:\($0.name)]"] } ?? [])
  }

  /// The columns of a line for people.
  private static let columns = 76

  /// The whole line, broken between words; all lines but the first are indented.
  var lines: [String] {
    var lines = [""]
    for word in words {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = word
      } else if last.utf8.count + 1 + word.utf8.count <= Self.columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append("    \(word)")
      }
    }
    return lines
  }

  /// A record that a client can complete from:
  /// `verb=CLAIM args="<wish>" options="member=,key=" roles=member,staff changes=yes`.
  func record(title: String) -> Fields {
    var fields = Fields()
    fields.add("verb", verb.rawValue)
    fields.add("args", positional.isEmpty ? nil : positional.joined(separator: " "))
    fields.add("required", form.required.map { "\($0)=" })
    fields.add("options", optional.map { "\($0)=" })
    fields.add("raw", raw.map { $0.isRequired ? "required" : "optional" })
    fields.add("raw-name", raw?.name)
    let roles = Role.allCases.filter { verb.roles?.contains($0) ?? false }
    fields.add("roles", roles.map(\.rawValue))
    fields.add("changes", verb.changes ? "yes" : nil)
    fields.add("title", title)
    return fields
  }
}
