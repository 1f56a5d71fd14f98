/// What stands on a verb's line: positional arguments, named ones, and what the raw text is.
public struct VerbForm: Sendable {
  /// What the raw text is called where it is missing or wrong.
  public enum Raw: Equatable, Sendable {
    /// The verb takes none.
    case none
    /// It may be given.
    case optional(String)
    /// It must be given.
    case required(String)
  }

  /// The names of the positional arguments, in order.
  public let positional: [String]
  /// Whether the last positional argument may be left out.
  public let isLastOptional: Bool
  /// The names of the named arguments that must be given.
  public let required: [String]
  /// The names of those that may be given.
  public let optional: [String]
  /// The raw text.
  public let raw: Raw

  private init(
    _ positional: [String] = [],
    isLastOptional: Bool = false,
    required: [String] = [],
    optional: [String] = [],
    raw: Raw = .none
  ) {
    self.positional = positional
    self.isLastOptional = isLastOptional
    self.required = required
    self.optional = optional
    self.raw = raw
  }

  /// The fields of a slip, as POST and AMEND take them.
  static let slipFields = [
    "community", "grid", "source", "received", "batch", "ref", "name", "phone", "address", "contact-name",
    "contact-phone", "relation", "group", "kind", "value", "category", "skills", "slots", "urgency", "needed",
    "show", "consent", "confidential", "text",
  ]

  /// The form of every verb.
  public static let all: [Verb: VerbForm] = Dictionary(
    uniqueKeysWithValues: Verb.allCases.map { ($0, form(of: $0)) }
  )

  private static func form(of verb: Verb) -> VerbForm {
    switch verb {
    case .hello: VerbForm(optional: ["proto", "lang"])
    case .ping, .quit, .logout, .whoami, .stats, .mine, .unsubscribe: VerbForm()
    case .help: VerbForm(["verb"], isLastOptional: true)
    case .auth: VerbForm(["account"], optional: ["idle"], raw: .required("secret"))
    case .area: VerbForm(["code"], required: ["name", "level"], optional: ["parent", "cap", "stale"])
    case .unit: VerbForm(["code"], required: ["name"])
    case .skill: VerbForm(["name"], optional: ["parent", "aliases"])
    case .account: VerbForm(["code"], required: ["role"], optional: ["area", "name"])
    case .rotate, .disable, .enable: VerbForm(["code"])
    case .member:
      VerbForm(
        ["account"],
        optional: ["kind", "level", "unit", "skills", "prefers", "areas", "capacity", "available"]
      )
    case .post: VerbForm(optional: slipFields, raw: .optional("text"))
    case .amend: VerbForm(["wish"], optional: slipFields + ["public"], raw: .optional("text"))
    case .suggest: VerbForm(optional: ["community", "text"], raw: .optional("text"))
    case .standard: VerbForm(["category"], required: ["limit", "standard"], optional: ["community"])
    case .approve:
      VerbForm(
        ["wish"],
        required: ["category"],
        optional: [
          "limit", "standard", "skills", "open", "slots", "urgency", "kind", "value", "over", "needed",
          "contact", "confidential", "public",
        ]
      )
    case .publish: VerbForm(["wish"])
    case .sendBack, .reopen: VerbForm(["wish"], raw: .required("why"))
    case .reject, .withdraw: VerbForm(["wish"], optional: ["reason"], raw: .required("why"))
    case .erase: VerbForm(["wish"], raw: .required("why"))
    case .merge: VerbForm(["wish"], required: ["into"], raw: .optional("why"))
    case .refer: VerbForm(["wish"], required: ["to"], optional: ["limit"], raw: .required("why"))
    case .list: VerbForm(optional: ["state", "community", "category", "overdue", "stale", "after", "limit"])
    case .show, .history, .similar, .askers: VerbForm(["wish"])
    case .match: VerbForm(optional: ["wish", "limit"])
    case .invite: VerbForm(["wish", "member"], raw: .optional("word"))
    case .claim: VerbForm(["wish"], optional: ["member"])
    case .wait, .unwait: VerbForm(["wish"])
    case .release: VerbForm(["wish"], optional: ["member"], raw: .required("why"))
    case .renew: VerbForm(["wish"], optional: ["member", "by"], raw: .required("why"))
    case .fulfil: VerbForm(["wish"], optional: ["member", "category"], raw: .optional("note"))
    case .confirm:
      VerbForm(
        ["wish"],
        required: ["solved"],
        optional: ["rating", "via", "then"],
        raw: .optional("comment")
      )
    case .plan: VerbForm(optional: ["community"])
    case .wall: VerbForm(optional: ["community", "format"])
    case .subscribe: VerbForm(optional: ["since"])
    case .backup: VerbForm(["name"])
    case .drain: VerbForm(["on"], isLastOptional: true)
    }
  }
}
