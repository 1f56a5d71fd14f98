/// How well a member and a wish fit, from 0 to 1.
///
/// The points of the table are what they are worth to each other today; waiting makes what is missing to
/// 100 smaller, by half every ``MatchWeights/halvingDays``:
///
///     score = 1 - (100 - points) / 100 · 2^(-days / 14)
///
/// So two wishes keep their order for a member from day to day, and nothing starves: since points are from 0
/// to 90, a wish is never behind one that was published ``daysToPassAnything`` days later or more. What is
/// before it in a member's list is a limited number of wishes, each of which is taken or ends one day.
/// Lapses and ratings do not enter: the ranking looks at load, not at past failings.
struct Score: Equatable, Sendable {
  /// The sum of the table's points, 0 to ``MatchWeights/most``.
  let points: Int
  /// Whole days since the first publication.
  let waitedDays: Int
  /// What is missing to 100 points.
  let missing: Double

  init(points: Int, waitedDays: Int) {
    self.points = points
    self.waitedDays = waitedDays
    // Powers of two are exact and the table falls strictly, so that a day more never misses more.
    missing = Double(
      sign: .plus,
      exponent: -(waitedDays / MatchWeights.halvingDays),
      significand: Double(MatchWeights.full - points) * Self.halving[waitedDays % MatchWeights.halvingDays]
    )
  }

  /// From 0 to 1.
  var value: Double { 1 - missing / Double(MatchWeights.full) }

  /// Better before worse; of equally good ones that which has waited longer.
  static func isBetter(_ one: Score, than other: Score) -> Bool {
    one.missing != other.missing ? one.missing < other.missing : one.waitedDays > other.waitedDays
  }

  /// 2^(-day/14), written out: the same bits on every machine.
  static let halving: [Double] = [
    1.0, 0.9516951530106196, 0.9057236642639067, 0.8619728212469777, 0.820335356007638,
    0.7807091821557101, 0.7429971445684742, 0.7071067811865476, 0.6729500963161781, 0.6404433448821363,
    0.6095068271022377, 0.5800646930800814, 0.5520447568369062, 0.5253783193266097,
  ]

  /// A wish that was published so many days after another is behind it in every list: 2^(47/14) is more
  /// than 100 / 10, the most that the points can make.
  static let daysToPassAnything = 47

  /// The value in whole thousandths.
  var thousandths: Int { Int((value * 1_000).rounded()) }

  /// The value with three decimals.
  var text: String { Self.text(ofThousandths: thousandths) }

  /// Thousandths with three decimals; more than a thousand of them too: `12.034`.
  static func text(ofThousandths thousandths: Int) -> String {
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
