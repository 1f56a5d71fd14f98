@testable import WishCore

/// The words in which the log keeps a fact.
enum FactFuzz {
  private static let types = [
    "posted", "amended", "approved", "published", "returned", "rejected", "withdrawn", "merged", "referred",
    "reopened", "invited", "waited", "unwaited", "claimed", "released", "renewed", "lapsed", "cancelled",
    "fulfilled", "confirmed", "unconfirmed", "closed", "erased",
  ]

  /// The first line is the type, the second the member, the rest the words.
  static func check(_ bytes: [UInt8]) throws(Violation) {
    var material = Material(bytes)
    let type = material.line()
    let member = AccountCode(material.line())
    let detail = material.text
    for (type, member) in [
      (type, member), (types[bytes.count % types.count], bytes.count % 2 == 0 ? member : nil),
    ] {
      guard let fact = Fact(type: type, member: member, detail: detail) else { continue }
      try Violation.unless(fact.type == type, "\(type) became \(fact.type)")
      try Violation.unless(fact.member == member, "the member of \(fact)")
      // What is no code or word is not kept; what is kept is written so that it is the same again.
      guard let again = Fact(type: fact.type, member: fact.member, detail: fact.detail) else {
        throw Violation("\(fact) cannot be read from “\(fact.detail)”")
      }
      try Violation.unless(again == fact, "\(fact) became \(again) by “\(fact.detail)”")
    }
  }
}
