/// One line that the service sends.
public enum ReplyLine: Equatable, Sendable {
  /// A row of a reply: `= a=b`. It has at least one field.
  case record(Fields)
  /// A row of text to be shown: `~ text`.
  case display(String)
  /// The end of a reply to what was done: `OK a=b :note`.
  case ok(Fields, note: String?)
  /// The end of a reply to what was not: `ERR CODE a=b :note`.
  case error(code: String, Fields, note: String?)
  /// Something told unasked: `* EVENT a=b :note`. It never bears a tag.
  case push(event: String, Fields, note: String?)

  /// Writes the line with its LF.
  ///
  /// Values are bare where the grammar allows, else quoted. In a note and in text to be shown a control
  /// character becomes a space (but a TAB in the latter stays), so that no line can forge another.
  ///
  /// - Parameters:
  ///   - tag: The request's tag.
  ///   - bytes: Where to write.
  public func encode(tag: String?, into bytes: inout [UInt8]) {
    switch self {
    case .record(let fields):
      Self.append(tag: tag, to: &bytes)
      bytes.append(0x3D)
      Self.append(fields, to: &bytes)
    case .display(let text):
      Self.append(tag: tag, to: &bytes)
      bytes.append(0x7E)
      if !text.isEmpty {
        bytes.append(0x20)
        Self.append(text: text, keepsTabs: true, to: &bytes)
      }
    case .ok(let fields, let note):
      Self.append(tag: tag, to: &bytes)
      bytes.append(contentsOf: [0x4F, 0x4B])
      Self.append(fields, to: &bytes)
      Self.append(note: note, to: &bytes)
    case .error(let code, let fields, let note):
      Self.append(tag: tag, to: &bytes)
      bytes.append(contentsOf: [0x45, 0x52, 0x52, 0x20])
      bytes.append(contentsOf: code.utf8)
      Self.append(fields, to: &bytes)
      Self.append(note: note, to: &bytes)
    case .push(let event, let fields, let note):
      bytes.append(contentsOf: [0x2A, 0x20])
      bytes.append(contentsOf: event.utf8)
      Self.append(fields, to: &bytes)
      Self.append(note: note, to: &bytes)
    }
    bytes.append(0x0A)
  }

  private static func append(tag: String?, to bytes: inout [UInt8]) {
    guard let tag else { return }
    bytes.append(0x23)
    bytes.append(contentsOf: tag.utf8)
    bytes.append(0x20)
  }

  private static func append(_ fields: Fields, to bytes: inout [UInt8]) {
    for (name, value) in fields.pairs {
      bytes.append(0x20)
      bytes.append(contentsOf: name.utf8)
      bytes.append(0x3D)
      append(value: value, to: &bytes)
    }
  }

  private static func append(note: String?, to bytes: inout [UInt8]) {
    guard let note, !note.isEmpty else { return }
    bytes.append(contentsOf: [0x20, 0x3A])
    append(text: note, keepsTabs: false, to: &bytes)
  }

  /// C1 controls are two bytes that begin so in UTF-8.
  private static let controlLead: UInt8 = 0xC2

  private static func append(text: String, keepsTabs: Bool, to bytes: inout [UInt8]) {
    var mayHoldControls = false
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F || byte == controlLead { mayHoldControls = true }
    guard mayHoldControls else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      if isControl(scalar), !(keepsTabs && scalar == "\t") {
        bytes.append(0x20)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func append(value: String, to bytes: inout [UInt8]) {
    var isBare = !value.utf8.isEmpty
    for byte in value.utf8 where byte <= 0x22 || byte == 0x5C || byte == 0x7F || byte == controlLead {
      // `!` (0x21) is the one below the quote that may be bare.
      if byte != 0x21 { isBare = false }
    }
    guard !isBare else {
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(0x22)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes.append(contentsOf: [0x5C, UInt8(truncatingIfNeeded: scalar.value)])
      case "\n": bytes.append(contentsOf: [0x5C, 0x6E])
      case "\t": bytes.append(contentsOf: [0x5C, 0x74])
      case _ where isControl(scalar):
        bytes.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(0x22)
  }

  /// C0, DEL and C1.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
