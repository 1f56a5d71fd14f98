/// What a slip seems to be about, with the words that say so.
public struct Suggestion: Sendable, Equatable {
  /// A word of the slip, the category that it speaks for most, and how strongly.
  public struct Reason: Sendable, Equatable {
    /// The word, or in brackets what several words say together.
    public let term: String
    /// The category.
    public let category: Category
    /// Its weight as counted in this slip.
    public let weight: Float
  }

  /// The likeliest category; nil where nothing speaks clearly enough.
  public let category: Category?
  /// The next likely one, where it is near.
  public let also: Category?
  /// Skills of the table that the slip asks for, at most three, best first.
  public let skills: [SkillName]
  /// Whether the slip plainly cannot wait.
  public let isUrgent: Bool
  /// Why, the strongest first.
  public let reasons: [Reason]
  /// The words and situations that call it urgent, where it is, as they stand in the slip.
  public let pressing: [String]
}
