/// Reads a request's arguments against its verb's form: what the line alone decides is refused here, as
/// BAD_ARG, before anything is looked up.
struct ArgumentReader {
  /// A line has a handful of arguments: looking through them beats hashing their names.
  private let positional: [(name: String, value: String)]
  private let named: [(name: String, value: String)]
  private let verb: Verb
  /// The raw text, or nil.
  let raw: String?
  /// The request's key.
  let key: String?

  /// Checks names and counts.
  init(_ request: Request, verb: Verb) throws(Refusal) {
    guard let form = VerbForm.all[verb] else { preconditionFailure("every verb has a form") }
    self.verb = verb
    var positional: [(name: String, value: String)] = []
    var named: [(name: String, value: String)] = []
    named.reserveCapacity(request.arguments.count)
    for argument in request.arguments {
      if let name = argument.name {
        guard !named.contains(where: { $0.name == name }) else {
          throw .badArgument(Self.shown(name), .doubled)
        }
        guard form.required.contains(name) || form.optional.contains(name) || (name == "key" && verb.changes)
        else { throw .badArgument(Self.shown(name), .unexpected) }
        named.append((name, argument.value))
      } else {
        guard positional.count < form.positional.count else { throw .badArgument("extra", .unexpected) }
        positional.append((form.positional[positional.count], argument.value))
      }
    }
    let optionalCount = form.isLastOptional ? 1 : 0
    if positional.count < form.positional.count - optionalCount {
      throw .badArgument(form.positional[positional.count], .missing)
    }
    if let missing = form.required.first(where: { name in !named.contains { $0.name == name } }) {
      throw .badArgument(missing, .missing)
    }
    switch form.raw {
    case .none: guard request.raw == nil else { throw .badArgument("raw", .unexpected) }
    case .optional: break
    case .required(let name):
      guard let raw = request.raw, !isBlank(raw) else { throw .badArgument(name, .missing) }
    }
    key = named.first { $0.name == "key" }?.value
    if let key {
      let isKey =
        (1...Limits.keyBytesMax).contains(key.utf8.count)
        && key.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x2E || byte == 0x5F || byte == 0x2D
        }
      guard isKey else { throw .badArgument("key", .form("1–64 × A-Z a-z 0-9 . _ -")) }
    }
    self.positional = positional
    self.named = named
    raw = request.raw
  }

  /// A name from the line, as an error may show it.
  private static func shown(_ name: String) -> String { name.utf8.count <= 32 ? name : "extra" }

  /// Whether the argument was given.
  func has(_ name: String) -> Bool { value(name) != nil }

  /// The names of all named arguments but the key, sorted.
  var names: [String] { named.map(\.name).filter { $0 != "key" }.sorted() }

  /// The value as it stands.
  func value(_ name: String) -> String? {
    (named.first { $0.name == name } ?? positional.first { $0.name == name })?.value
  }

  /// The value that must be there.
  func required(_ name: String) throws(Refusal) -> String {
    guard let value = value(name) else { throw .badArgument(name, .missing) }
    return value
  }

  /// A value that may not be empty.
  func text(_ name: String) throws(Refusal) -> String? {
    guard let value = value(name) else { return nil }
    guard !isBlank(value) else { throw .badArgument(name, .missing) }
    return value
  }

  /// A change to a field: `""` empties it.
  func edit<Value>(_ name: String, _ read: (String) throws(Refusal) -> Value?) throws(Refusal) -> Edit<Value>
  {
    guard let text = value(name) else { return .keep }
    guard !text.isEmpty else { return .clear }
    guard let value = try read(name) else { return .keep }
    return .set(value)
  }

  /// The number of the wish in `<wish>`.
  func wish(_ name: String = "wish") throws(Refusal) -> WishNumber {
    let text = try required(name)
    guard let number = decimal(Array(text.utf8)), number >= 1 else {
      throw .badArgument(name, fault(text, else: .form("1…")))
    }
    return number
  }

  /// A code that must be there.
  func code<Subject>(_ name: String, of: Subject.Type = Subject.self) throws(Refusal) -> Code<Subject> {
    let text = try required(name)
    guard let code = Code<Subject>(text) else {
      throw .badArgument(name, fault(text, else: .form("a-z 0-9 -")))
    }
    return code
  }

  /// A code that may be there.
  func codeIfGiven<Subject>(_ name: String, of: Subject.Type = Subject.self) throws(Refusal) -> Code<Subject>?
  {
    has(name) ? try code(name) : nil
  }

  /// A word of a table.
  func word<Word>(_ name: String, of: Word.Type = Word.self) throws(Refusal) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let text = value(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw .badArgument(name, fault(text, else: .notAmong(Word.allCases.map(\.rawValue))))
    }
    return word
  }

  /// A category by its code or its Chinese name.
  func category(_ name: String = "category") throws(Refusal) -> Category? {
    guard let text = value(name) else { return nil }
    if let category = Category(rawValue: text) ?? Category.allCases.first(where: { $0.label == text }) {
      return category
    }
    throw .badArgument(name, fault(text, else: .notAmong(Category.allCases.map(\.rawValue))))
  }

  /// A number within bounds.
  func number(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = decimal(Array(text.utf8)), range.contains(Int(number)) else {
      throw .badArgument(name, fault(text, else: .outside(range)))
    }
    return Int(number)
  }

  /// A duration.
  func span(_ name: String) throws(Refusal) -> Span? {
    guard let text = value(name) else { return nil }
    guard let span = Span(text) else { throw .badArgument(name, fault(text, else: .form("90s 15m 24h 7d"))) }
    return span
  }

  /// A moment, or a date, which means its end.
  func moment(_ name: String) throws(Refusal) -> Moment? {
    guard let text = value(name) else { return nil }
    guard let moment = Moment(text) else {
      throw .badArgument(name, fault(text, else: .form("2026-11-20T08:00:00Z")))
    }
    return moment
  }

  /// A date.
  func day(_ name: String) throws(Refusal) -> Day? {
    guard let text = value(name) else { return nil }
    guard let day = Day(text) else { throw .badArgument(name, fault(text, else: .form("2026-11-20"))) }
    return day
  }

  /// A flag that can only be `yes`; leaving it out means no.
  func yes(_ name: String) throws(Refusal) -> Bool {
    guard let text = value(name) else { return false }
    guard text == "yes" else { throw .badArgument(name, .notAmong(["yes"])) }
    return true
  }

  /// `yes` or `no`.
  func yesOrNo(_ name: String) throws(Refusal) -> Bool? {
    guard let text = value(name) else { return nil }
    switch text {
    case "yes": return true
    case "no": return false
    default: throw .badArgument(name, .notAmong(["yes", "no"]))
    }
  }

  /// The items of a comma-separated list; `""` is an empty one. No item may be empty or stand twice.
  func list(_ name: String) throws(Refusal) -> [String]? {
    guard let text = value(name) else { return nil }
    guard !text.isEmpty else { return [] }
    let items = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard items.count <= Limits.listItemsMax else {
      throw .badArgument(name, .outside(0...Limits.listItemsMax))
    }
    guard !items.contains("") else { throw .badArgument(name, .form("a,b,c")) }
    guard Set(items).count == items.count else { throw .badArgument(name, .doubled) }
    return items
  }

  /// A list of words of a table.
  func words<Word>(_ name: String, of: Word.Type = Word.self) throws(Refusal) -> [Word]?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let items = try list(name) else { return nil }
    var words: [Word] = []
    for item in items {
      guard let word = Word(rawValue: item) else {
        throw .badArgument(name, .notAmong(Word.allCases.map(\.rawValue)))
      }
      words.append(word)
    }
    return words
  }

  /// Raw text, which may be left out; blank is as if missing.
  var note: String? { raw.flatMap { isBlank($0) ? nil : $0 } }

  /// Full-width digits and letters get a hint of their own.
  private func fault(_ value: String, else other: Refusal.ArgumentFault) -> Refusal.ArgumentFault {
    value.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) || $0.value == 0x3000 }
      ? .fullWidth(verb: verb.rawValue) : other
  }
}

/// Whether a text holds nothing to read.
private func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}
