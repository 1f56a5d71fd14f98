/// A point in time on the wall clock: milliseconds since 1970-01-01T00:00:00Z.
///
/// Promises to people (time limits, dates) are kept on this clock, which may be set; time-outs of
/// connections are kept on the monotonic one.
public struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: Int64

  /// Takes milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// 9999-12-31T23:59:59Z, the last that the protocol can write. No promise reaches beyond it.
  static let last = Moment(milliseconds: 253_402_300_799_000)

  /// Earlier before later.
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// The moment some whole seconds later.
  public func advanced(bySeconds seconds: Int64) -> Moment {
    Moment(milliseconds: milliseconds + seconds * 1_000)
  }

  /// The day on which this moment falls where the service works (UTC+8).
  public var day: Day { Day(number: floorDivide(milliseconds + Day.offsetMilliseconds, Day.milliseconds)) }

  /// The moment as the protocol writes it, in whole seconds: `2026-11-20T08:00:00Z`.
  public var text: String {
    let day = Day(number: floorDivide(milliseconds, Day.milliseconds))
    let second = floorDivide(milliseconds, 1_000) - day.number * 86_400
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    day.write(to: &bytes)
    for (mark, value) in [(0x54, second / 3_600), (0x3A, second / 60 % 60), (0x3A, second % 60)] {
      bytes.append(UInt8(mark))
      write(value, digits: 2, to: &bytes)
    }
    bytes.append(0x5A)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads `2026-11-20T08:00:00Z`, or a date, which means its end in UTC+8; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    if bytes.count == 10 {
      guard let day = Day(text) else { return nil }
      self = day.end
      return
    }
    guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x5A,
      let day = Day(String(text.prefix(10))),
      let hour = strictDigits(bytes[11...12]), hour < 24,
      let minute = strictDigits(bytes[14...15]), minute < 60,
      let second = strictDigits(bytes[17...18]), second < 60
    else { return nil }
    self.init(milliseconds: (day.number * 86_400 + hour * 3_600 + minute * 60 + second) * 1_000)
  }
}

/// A calendar day where the service works (UTC+8, no summer time).
public struct Day: Hashable, Comparable, Sendable {
  /// The length of a day.
  static let milliseconds: Int64 = 86_400_000
  /// How far the service's wall clock is ahead of UTC.
  static let offsetMilliseconds: Int64 = 8 * 3_600_000

  /// Days since 1970-01-01.
  public let number: Int64

  /// Takes days since 1970-01-01.
  public init(number: Int64) {
    self.number = number
  }

  /// Earlier before later.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// 24:00 of this day.
  public var end: Moment {
    Moment(milliseconds: (number + 1) * Day.milliseconds - Day.offsetMilliseconds)
  }

  /// The day as `2026-11-20`.
  public var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate func write(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    WishCore.write(year, digits: 4, to: &bytes)
    bytes.append(0x2D)
    WishCore.write(month, digits: 2, to: &bytes)
    bytes.append(0x2D)
    WishCore.write(day, digits: 2, to: &bytes)
  }

  /// Year, month and day of the month in the Gregorian calendar.
  ///
  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  public var civil: (year: Int64, month: Int64, day: Int64) {
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// Reads `2026-11-20`; nil for anything else, also for a day that no calendar has.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = strictDigits(bytes[0...3]), year >= 1900,
      let month = strictDigits(bytes[5...6]), (1...12).contains(month),
      let day = strictDigits(bytes[8...9]), day >= 1
    else { return nil }
    // Hinnant's `days_from_civil`; the round trip below refuses 02-30.
    let marchYear = month <= 2 ? year - 1 : year
    let era = floorDivide(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    guard self.civil == (year, month, day) else { return nil }
  }
}

private func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
  value >= 0 ? value / by : (value - by + 1) / by
}

private func strictDigits(_ bytes: ArraySlice<UInt8>) -> Int64? {
  guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
}

/// Writes a number in decimal, with zeros before it up to `digits`.
private func write(_ value: Int64, digits: Int, to bytes: inout [UInt8]) {
  if value < 0 { bytes.append(0x2D) }
  if value >= 10 || value <= -10 || digits > 1 {
    write(abs(value / 10), digits: digits - 1, to: &bytes)
  }
  bytes.append(0x30 + UInt8((value % 10).magnitude))
}
