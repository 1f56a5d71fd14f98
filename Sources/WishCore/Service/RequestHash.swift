extension Request {
  /// What a request key stands for: verb and arguments, whatever their order and spacing; `:text` is
  /// `text=`. A keyed hash, for the arguments hold personal data.
  func keyedHash(_ verb: Verb, _ line: ArgumentReader, by hash: KeyedHash) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      // Lengths keep one argument's end apart from the next one's beginning.
      bytes.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) })
      bytes.append(contentsOf: text.utf8)
    }
    add(verb.rawValue)
    for name in VerbForm.all[verb]?.positional ?? [] { add(line.value(name) ?? "") }
    var named = line.names.map { ($0, line.value($0) ?? "") }
    if let raw = line.raw {
      named.append((verb == .post || verb == .amend ? "text" : ":", raw))
    }
    for (name, value) in named.sorted(by: { $0.0 < $1.0 }) {
      add(name)
      add(value)
    }
    return hash.digest(bytes)
  }
}
