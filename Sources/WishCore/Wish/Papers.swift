/// What a slip says in people's own words, and who it is for: everything that erasure blanks.
public struct Papers: Equatable, Sendable {
  /// The wish as written.
  public var text: String
  /// The person helped.
  public var name: String?
  /// The person's phone.
  public var phone: String?
  /// The person's address.
  public var address: String?
  /// Who speaks for the person.
  public var contactName: String?
  /// That one's phone.
  public var contactPhone: String?
  /// What that one is to the person.
  public var relation: Relation?
  /// Hardships of the household.
  public var groups: [Hardship]
  /// The slip's own number.
  public var ref: String?
  /// The batch that it came in.
  public var batch: String?
  /// To whom the wish was referred.
  public var referredTo: String?

  /// What is left of a slip after erasure.
  static let erased = Papers(text: "")

  /// Makes the papers of a slip that says nothing but its text.
  public init(text: String) {
    self.text = text
    self.groups = []
  }
}

/// What the wall says of an approved wish in words.
public struct Card: Equatable, Sendable {
  /// The public text, already masked.
  public var publicText: String
  /// The service standard.
  public var standard: String?

  /// Makes a card; the text is not masked here.
  public init(publicText: String, standard: String? = nil) {
    self.publicText = publicText
    self.standard = standard
  }
}

/// A reason, a comment or a word that somebody gave with an event.
public struct Note: Equatable, Sendable {
  /// The event that it belongs to.
  public let event: EventNumber
  /// The wish that it is about.
  public let wish: WishNumber
  /// The words.
  public let text: String

  /// Makes a note.
  public init(event: EventNumber, wish: WishNumber, text: String) {
    self.event = event
    self.wish = wish
    self.text = text
  }
}
