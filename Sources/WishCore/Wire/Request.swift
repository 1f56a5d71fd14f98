/// A line that follows the grammar; what its verb makes of it is decided later.
public struct Request: Equatable, Sendable {
  /// One argument, in Unicode's NFC.
  public struct Argument: Equatable, Sendable {
    /// Its name; nil for a positional one.
    public let name: String?
    /// Its value, escapes resolved; may be empty.
    public let value: String

    /// Makes an argument.
    public init(name: String?, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What to put before every line of the reply.
  public let tag: String?
  /// The verb in upper-case ASCII.
  public let verb: String
  /// The arguments in the order given, doubled ones included.
  public let arguments: [Argument]
  /// The free text after the first ` :`, in NFC; nil when missing or empty.
  public let raw: String?

  /// Makes a request.
  public init(tag: String? = nil, verb: String, arguments: [Argument] = [], raw: String? = nil) {
    self.tag = tag
    self.verb = verb
    self.arguments = arguments
    self.raw = raw
  }
}

/// What a line that is no request is answered with.
public struct Rejected: Error, Equatable, Sendable {
  /// The line's tag, where it was well-formed.
  public let tag: String?
  /// Why.
  public let refusal: Refusal

  /// Makes a rejection.
  public init(tag: String?, refusal: Refusal) {
    self.tag = tag
    self.refusal = refusal
  }
}
