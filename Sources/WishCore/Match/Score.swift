/// How well an eligible member and a wish fit, from 0 to 1, with the reasons a person can check.
///
/// A weighted sum of what the member can do, likes, has room for, and of how much the wish needs taking.
/// Lapses and ratings do not enter: the ranking looks at load, not at past failings.
struct Score {
  /// The weights of the parts; they add up to 1.
  enum Weight {
    /// The share of the required skills that the member has by name.
    static let skill = 0.4
    /// The category is one that the member prefers.
    static let preference = 0.2
    /// The share of the member's capacity that is free.
    static let room = 0.2
    /// The wish is urgent.
    static let urgency = 0.1
    /// How long the wish has waited, full after ``waitingDaysFull``.
    static let waiting = 0.1
  }

  /// After so many days on the wall waiting counts no further.
  static let waitingDaysFull = 30.0

  /// From 0 to 1.
  let value: Double
  private let wish: Wish
  private let member: Member
  private let holding: Int
  private let waitedDays: Double

  init(_ wish: Wish, _ member: Member, holding: Int, at now: Moment) {
    self.wish = wish
    self.member = member
    self.holding = holding
    waitedDays = Double(max(0, now.milliseconds - (wish.published ?? now).milliseconds)) / 86_400_000
    let shared = wish.skills.reduce(0) { $0 + (member.skills.contains($1) ? 1 : 0) }
    // Who is eligible without having a skill by name has a part of one, or needs none.
    let skill = Self.asksSkill(wish) ? max(0.5, Double(shared) / Double(wish.skills.count)) : 0.5
    let room = max(0, 1 - Double(holding) / Double(member.capacity))
    value =
      Weight.skill * skill + (Self.isPreferred(wish, by: member) ? Weight.preference : 0) + Weight.room * room
      + (wish.urgency == .urgent ? Weight.urgency : 0)
      + Weight.waiting * min(1, waitedDays / Self.waitingDaysFull)
  }

  private static func asksSkill(_ wish: Wish) -> Bool {
    wish.kind == .service && !wish.isOpenToAll && !wish.skills.isEmpty
  }

  private static func isPreferred(_ wish: Wish, by member: Member) -> Bool {
    wish.category.map(member.prefers.contains) ?? false
  }

  /// The reasons, best first; put into words only for the rows that are shown.
  var why: String {
    var reasons: [String] = []
    let shared = wish.skills.filter(member.skills.contains)
    if !shared.isEmpty {
      reasons.append("会" + shared.map(\.text).joined(separator: "、"))
    } else {
      reasons.append(Self.asksSkill(wish) ? "会其中一项" : "人人可领")
    }
    if let category = wish.category, Self.isPreferred(wish, by: member) {
      reasons.append("愿意做\(category.label)")
    }
    if wish.urgency == .urgent { reasons.append("紧急") }
    reasons.append("手上\(holding)条，上限\(member.capacity)条")
    if waitedDays >= 1 { reasons.append("已等\(Int(waitedDays))天") }
    return reasons.joined(separator: "；")
  }

  /// The value with three decimals.
  var text: String {
    let thousandths = Int((value * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
