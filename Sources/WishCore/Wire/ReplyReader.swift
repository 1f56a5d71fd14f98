extension ReplyLine {
  /// Reads a line of the service, as a client does. What ``encode(tag:into:)`` wrote comes back.
  ///
  /// - Parameter line: The line, with or without its end.
  /// - Returns: The tag that it bears and the line; nil where it does not follow the grammar.
  public static func parse(_ line: some Collection<UInt8>) -> (tag: String?, line: ReplyLine)? {
    var reader = ReplyReader(line)
    return reader.read()
  }
}

/// The reading of one reply line.
private struct ReplyReader {
  private let line: [UInt8]
  private var position = 0

  init(_ bytes: some Collection<UInt8>) {
    var line = Array(bytes)
    if line.last == 0x0A {
      line.removeLast()
      if line.last == 0x0D { line.removeLast() }
    }
    self.line = line
  }

  mutating func read() -> (tag: String?, line: ReplyLine)? {
    guard TextScan.isUTF8(line) else { return nil }
    var tag: String?
    switch TagStart.read(line) {
    case .none: break
    case .malformed: return nil
    case .tag(let text, let end):
      tag = text
      position = end + 1
    }
    guard let reply = readBody() else { return nil }
    if case .push = reply, tag != nil { return nil }
    return (tag, reply)
  }

  private mutating func readBody() -> ReplyLine? {
    guard position < line.count else { return nil }
    if line[position] == 0x7E { return readDisplay() }
    switch readWord() {
    case "=":
      guard let (fields, note) = readRest(), note == nil, !fields.pairs.isEmpty else { return nil }
      return .record(fields)
    case "OK":
      guard let (fields, note) = readRest() else { return nil }
      return .ok(fields, note: note)
    case "ERR":
      guard let code = readSecondWord(), let (fields, note) = readRest() else { return nil }
      return .error(code: code, fields, note: note)
    case "*":
      guard let event = readSecondWord(), let (fields, note) = readRest() else { return nil }
      return .push(event: event, fields, note: note)
    default: return nil
    }
  }

  private func readDisplay() -> ReplyLine? {
    guard position + 1 < line.count else { return .display("") }
    guard line[position + 1] == 0x20 else { return nil }
    return .display(String(decoding: line[(position + 2)...], as: UTF8.self))
  }

  /// The bytes up to the next space.
  private mutating func readWord() -> String {
    let start = position
    while position < line.count, line[position] != 0x20 { position += 1 }
    return String(decoding: line[start..<position], as: UTF8.self)
  }

  /// A code or an event: upper-case letters, digits, `_` and `-`.
  private mutating func readSecondWord() -> String? {
    guard position < line.count else { return nil }
    position += 1
    let word = readWord()
    let isWord = word.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
    }
    return isWord && !word.isEmpty ? word : nil
  }

  /// The fields and the note.
  private mutating func readRest() -> (Fields, note: String?)? {
    var fields = Fields()
    while position < line.count {
      guard line[position] == 0x20 else { return nil }
      position += 1
      if position < line.count, line[position] == 0x3A {
        let note = line[(position + 1)...]
        return (fields, note.isEmpty ? nil : String(decoding: note, as: UTF8.self))
      }
      guard readField(into: &fields) else { return nil }
    }
    return (fields, nil)
  }

  private mutating func readField(into fields: inout Fields) -> Bool {
    let start = position
    while position < line.count, isNamePart(line[position]) { position += 1 }
    guard position > start, position < line.count, line[position] == 0x3D else { return false }
    let name = String(decoding: line[start..<position], as: UTF8.self)
    position += 1
    guard position < line.count else { return false }
    if line[position] == 0x22 {
      let quoted = Quoted(in: line, at: position)
      guard quoted.isWellFormed, !quoted.hasBadScalar else { return false }
      position = quoted.end
      fields.add(name, String(decoding: quoted.bytes, as: UTF8.self))
      return true
    }
    let value = readWord()
    guard !value.isEmpty, !value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else { return false }
    fields.add(name, value)
    return true
  }
}
