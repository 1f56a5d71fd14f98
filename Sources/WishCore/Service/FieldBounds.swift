/// The bounds of single values, in bytes; a longer one is TOO_LONG whatever the verb makes of it.
enum FieldBounds {
  static func check(_ request: Request, verb: Verb) throws(Refusal) {
    for argument in request.arguments {
      guard let name = argument.name, let bound = bound(of: name) else { continue }
      guard argument.value.utf8.count <= bound else { throw .tooLong(argument: name) }
    }
    // AUTH answers a long secret like a wrong one.
    guard let raw = request.raw, verb != .auth, VerbForm.all[verb]?.raw != VerbForm.Raw.none else { return }
    let isText = verb == .post || verb == .amend || verb == .suggest
    guard raw.utf8.count <= (isText ? Limits.textBytesMax : Limits.reasonBytesMax) else {
      throw .tooLong(argument: isText ? "text" : "raw")
    }
  }

  private static func bound(of name: String) -> Int? {
    switch name {
    case "text", "public", "standard": Limits.textBytesMax
    case "name", "contact-name", "unit", "ref", "batch", "to", "parent": Limits.nameBytesMax
    case "phone", "contact-phone": Limits.phoneBytesMax
    case "address": Limits.addressBytesMax
    default: nil
    }
  }
}
