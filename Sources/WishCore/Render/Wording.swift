/// How a wish is spoken of to the people it concerns: on the wall, at the counter, in a letter.
///
/// Wording is a value, so that a community can be spoken to in its own words: the labels of the eight
/// categories change with the times (扶贫帮困 is now often 帮扶解困).
public struct Wording: Equatable, Sendable {
  /// The label of each category, in the order in which ``Category`` lists them.
  public private(set) var categoryLabels: [String]

  /// The words of the protocol page.
  public static let standard = Wording()

  /// Makes the words of the protocol page.
  public init() {
    categoryLabels = Category.allCases.map { $0.label(in: .zh) }
  }

  /// Makes a wording that calls some categories otherwise.
  public init(categoryLabels labels: [Category: String]) {
    self.init()
    for (index, category) in Category.allCases.enumerated() {
      if let label = labels[category] { categoryLabels[index] = label }
    }
  }

  /// A category's label.
  public func label(_ category: Category) -> String {
    categoryLabels[Category.allCases.firstIndex(of: category) ?? 0]
  }

  /// A state as staff read it. A wish withdrawn because somebody died ends quietly.
  public func staff(_ state: WishState, withdrawn reason: WithdrawReason? = nil) -> String {
    switch (state, reason) {
    case (.claimed, _): "已认领，办理中"
    case (.withdrawn, .died): "终止"
    case (_, _): state.label(in: .zh)
    }
  }

  /// A wish's state on the wall; nil where the wish has no card.
  public func wall(_ entry: WallEntry) -> String? {
    entry.hasCard ? open(entry.state, wanted: entry.wanted) : nil
  }

  /// What is said of a wish in the states that have a card; nil in all others.
  private func open(_ state: WishState, wanted: Int?) -> String? {
    switch state {
    case .published: wanted.map { "还差\($0)人" } ?? "待认领"
    case .claimed: "已认领，办理中"
    case .fulfilled: "已办理，等您评价"
    case .collected, .returned, .approved, .confirmed, .closed, .rejected, .merged, .referred, .withdrawn: nil
    }
  }

  /// A wish's state as its resident is told; nil for one withdrawn, of which nobody is reminded.
  /// `referredTo` says to whom it was referred, where that is known.
  public func resident(_ wish: Wish, referredTo: String? = nil) -> String? {
    switch wish.state {
    case .collected: "已登记"
    case .returned: "请补充内容"
    case .approved: "已受理"
    case .published, .claimed, .fulfilled: open(wish.state, wanted: wish.wanted)
    case .confirmed: "已圆梦"
    case .closed: "已办结"
    case .rejected: "暂时办不了，原因已告知"
    case .merged: wish.mergedInto.map { "与\(number($0))心愿一并办理" } ?? "与同类心愿一并办理"
    case .referred: "已转\(referredTo ?? "有关单位")办理"
    case .withdrawn: nil
    }
  }

  /// A stage that the wall counts.
  public func label(_ stage: Stages) -> String {
    switch stage {
    case .collected: "征集"
    case .published: "公示"
    case .claimed: "认领"
    case .fulfilled: "办结"
    case .confirmed: "圆梦"
    default: ""
    }
  }

  /// A wish's number: 12号.
  public func number(_ number: WishNumber) -> String { "\(number)号" }

  /// How the wall names the person helped: the masked surname where the slip asked for it and one can be
  /// told, else nobody in particular.
  public func person(_ shown: NameShown, name: String?) -> String {
    switch shown {
    case .anonymous: "一位居民"
    case .surname: name.flatMap(Masking.surname) ?? "一位居民"
    }
  }

  /// A length of time: 7天, 24小时.
  public func length(_ span: Span) -> String {
    switch span.scale {
    case .seconds: "\(span.amount)秒"
    case .minutes: "\(span.amount)分钟"
    case .hours: "\(span.amount)小时"
    case .days: "\(span.amount)天"
    }
  }

  /// A date where the service works (UTC+8): 2026年11月20日.
  public func date(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(year)年\(month)月\(number)日"
  }

  /// The latest moment for something (UTC+8): the date, where that is the day's end, else with the hour.
  public func latest(_ moment: Moment) -> String {
    // What ends at 24:00 belongs to the day that it ends.
    let day = Moment(milliseconds: moment.milliseconds - 1).day
    guard moment != day.end else { return date(day) }
    let minute = (moment.milliseconds - moment.day.end.milliseconds + Day.milliseconds) / 60_000
    let padding = minute % 60 < 10 ? "0" : ""
    return "\(date(moment.day))\(minute / 60):\(padding)\(minute % 60)"
  }
}
