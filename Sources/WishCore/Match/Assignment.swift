/// Whom to ask for which slot, so that the pairs are worth the most in all: no wish gets more members than
/// it has slots, no member more wishes than it has room for, and no pair stands twice.
///
/// This is the transportation problem, a minimum cost flow from wishes over pairs to members, solved by
/// successive shortest paths with potentials (Ahuja, Magnanti, Orlin, *Network Flows*, 1993, section 9.7;
/// the potentials are Johnson's, 1977). The slots are brought in one after the other. For each the cheapest
/// way is sought to give it a member: one with room, or one that leaves another wish, which then looks for
/// somebody else or goes without. Costs are whole numbers, so that nothing depends on rounding.
///
/// The potentials prove the result, whoever found it: see ``values`` and ``prices``.
public struct Assignment: Equatable, Sendable {
  /// Whether each pair is to be asked, in the order of ``AssignmentBoard/candidates``.
  public private(set) var isAsked: [Bool]
  /// What one more slot of each wish would be worth.
  ///
  /// With ``prices`` it is the certificate of the optimum, the conditions of complementary slackness
  /// (*Network Flows*, theorem 9.4): values and prices are not negative; a pair that is not asked is worth
  /// at most value + price, one that is asked at least as much; a wish with a value has no slot left, and
  /// a member with a price has no room left.
  public private(set) var values: [Int32]
  /// What one more place with each member would be worth.
  public private(set) var prices: [Int32]
  /// What the pairs that are asked are worth in all.
  public private(set) var total = 0
  /// How many are asked.
  public private(set) var count = 0

  /// Finds the best assignment of a board. Equal boards get the same one.
  public init(_ board: AssignmentBoard) {
    var search = AssignmentSearch(board)
    for wish in board.slots.indices { search.fill(wish) }
    isAsked = search.isAsked
    values = search.values
    prices = search.prices
    for (pair, candidate) in board.candidates.enumerated() where isAsked[pair] {
      total += Int(candidate.worth)
      count += 1
    }
  }
}
