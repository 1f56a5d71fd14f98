extension WishSchema {
  /// Groups of words that stand for one need, so that two slips are seen to ask for the same: the need's
  /// name, a tab, the words parted by `/`. A word may serve several needs.
  public static let concepts = [
    conceptsThings, conceptsMatters, conceptsFiner, conceptsSaid, conceptsAsked,
  ].joined(separator: "\n")
}
