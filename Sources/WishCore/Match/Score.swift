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
  /// The reasons, best first.
  let why: String

  init(_ wish: Wish, _ member: Member, holding: Int, at now: Moment) {
    let asksSkill = wish.kind == .service && !wish.isOpenToAll && !wish.skills.isEmpty
    let shared = wish.skills.filter(member.skills.contains)
    // Who is eligible without having a skill by name has a part of one.
    let skill = asksSkill ? max(0.5, Double(shared.count) / Double(wish.skills.count)) : 0.5
    let isPreferred = wish.category.map(member.prefers.contains) ?? false
    let room = max(0, 1 - Double(holding) / Double(member.capacity))
    let waitedDays = Double(max(0, now.milliseconds - (wish.published ?? now).milliseconds)) / 86_400_000
    let waiting = min(1, waitedDays / Self.waitingDaysFull)
    value =
      Weight.skill * skill + (isPreferred ? Weight.preference : 0) + Weight.room * room
      + (wish.urgency == .urgent ? Weight.urgency : 0) + Weight.waiting * waiting
    var reasons: [String] = []
    if !shared.isEmpty {
      reasons.append("会" + shared.map(\.text).joined(separator: "、"))
    } else {
      reasons.append(asksSkill ? "会其中一项" : "人人可领")
    }
    if isPreferred, let category = wish.category { reasons.append("愿意做\(category.label)") }
    if wish.urgency == .urgent { reasons.append("紧急") }
    reasons.append("手上\(holding)条，上限\(member.capacity)条")
    if waitedDays >= 1 { reasons.append("已等\(Int(waitedDays))天") }
    why = reasons.joined(separator: "；")
  }

  /// The value with three decimals.
  var text: String {
    let thousandths = Int((value * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
