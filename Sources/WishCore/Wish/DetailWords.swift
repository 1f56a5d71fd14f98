/// Writes the `name=value` words of a log line. A cleared field has an empty value, as no code and no name
/// is empty; moments are in milliseconds.
struct DetailWords {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    if bytes.isEmpty { bytes.reserveCapacity(96) } else { bytes.append(0x20) }
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(0x3D)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func add(_ name: StaticString, _ value: (some BinaryInteger)?) {
    add(name, value.map { String($0) })
  }

  mutating func add(_ name: StaticString, _ value: Moment?) {
    add(name, value?.milliseconds)
  }

  mutating func add(_ name: StaticString, _ skills: [SkillName]) {
    guard !skills.isEmpty else { return }
    add(name, skills.map(\.text).joined(separator: ","))
  }

  mutating func add<Value>(_ name: StaticString, _ edit: Edit<Value>, _ write: (Value) -> String) {
    switch edit {
    case .keep: break
    case .set(let value): add(name, write(value))
    case .clear: add(name, "")
    }
  }
}

/// Reads what ``DetailWords`` wrote.
struct DetailReader {
  private var values: [Substring: String] = [:]

  init?(_ detail: String) {
    for word in detail.split(separator: " ") {
      guard let equals = word.firstIndex(of: "="), values[word[..<equals]] == nil else { return nil }
      values[word[..<equals]] = String(word[word.index(after: equals)...])
    }
  }

  subscript(name: String) -> String? { values[Substring(name)] }

  func number(_ name: String) -> Int64? { self[name].flatMap { Int64($0) } }

  func moment(_ name: String) -> Moment? { number(name).map { Moment(milliseconds: $0) } }

  func flag(_ name: String) -> Bool { self[name] == "yes" }

  func word<Word: RawRepresentable<String>>(_ name: String) -> Word? {
    self[name].flatMap { Word(rawValue: $0) }
  }

  /// A word that is left out where it is the usual one; nil where what stands there is no word.
  func word<Word: RawRepresentable<String>>(_ name: String, usually usual: Word) -> Word? {
    self[name].map { Word(rawValue: $0) } ?? usual
  }

  func skills(_ name: String) -> [SkillName]? {
    self[name].map { $0.split(separator: ",").map { SkillName(String($0)) } }
  }

  func edit<Value>(_ name: String, _ read: (String) -> Value?) -> Edit<Value> {
    guard let text = self[name] else { return .keep }
    return read(text).map { .set($0) } ?? .clear
  }
}
