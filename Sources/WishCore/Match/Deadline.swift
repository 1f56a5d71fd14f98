/// Who has time before a wish must be done; all of it by whole days where the service works (UTC+8), so
/// that a list stays the same from morning to night.
enum Deadline {
  /// The day by whose end a wish must be done, where that is one of the next days, today included; nil
  /// where there is no hurry, or it is too late for all alike.
  static func soon(_ wish: Wish, today: Day) -> Day? {
    guard let day = day(of: wish), isSoon(day, today: today) else { return nil }
    return day
  }

  /// The day of `needed`; what ends at 24:00 belongs to the day that it ends.
  static func day(of wish: Wish) -> Day? {
    wish.needed.map { Moment(milliseconds: $0.milliseconds - 1).day }
  }

  /// Whether a day is one of the next ones.
  static func isSoon(_ day: Day, today: Day) -> Bool {
    (0..<Int64(MatchWeights.soonDays)).contains(day.number - today.number)
  }
}

/// When somebody has time, as far as a day by which something must be done can tell.
enum FreeTime: UInt64 {
  /// Every day: evenings are that too.
  case always
  case weekdays
  case weekends
  /// On public holidays, which no calendar here knows.
  case holidays

  init(_ available: [Availability]) {
    let hasWeekdays = available.contains(.weekday)
    let hasWeekends = available.contains(.weekend)
    if available.contains(.any) || available.contains(.evening) || hasWeekdays && hasWeekends {
      self = .always
    } else if hasWeekdays {
      self = .weekdays
    } else {
      self = hasWeekends ? .weekends : .holidays
    }
  }

  /// The first free day from today on; nil where nobody can tell.
  func firstDay(from today: Day) -> Day? {
    let isWeekend = today.weekday >= 5
    switch self {
    case .always: return today
    case .weekdays: return isWeekend ? Day(number: today.number + 7 - today.weekday) : today
    case .weekends: return isWeekend ? today : Day(number: today.number + 5 - today.weekday)
    case .holidays: return nil
    }
  }

  /// Whether there is a free day until `day`.
  func hasTime(until day: Day, from today: Day) -> Bool { firstDay(from: today).map { $0 <= day } ?? false }
}

extension Day {
  /// 0 for Monday, 6 for Sunday. Day 0, 1970-01-01, was a Thursday.
  var weekday: Int64 { ((number + 3) % 7 + 7) % 7 }
}
