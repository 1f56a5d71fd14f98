/// A duration as people and the protocol give it: `90s`, `15m`, `24h`, `7d`; 1 s to 3,650 d.
///
/// Seconds, minutes and hours are exact. Days are calendar days: `7d` given on the 20th ends on the
/// 27th at 24:00 where the service works (UTC+8).
public struct Span: Hashable, Sendable, CustomStringConvertible {
  /// What the amount counts.
  public enum Scale: UInt8, Sendable, CaseIterable {
    /// Seconds, exact.
    case seconds = 0x73
    /// Minutes, exact.
    case minutes = 0x6D
    /// Hours, exact.
    case hours = 0x68
    /// Calendar days.
    case days = 0x64

    /// The length of one.
    var seconds: Int64 {
      switch self {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3_600
      case .days: 86_400
      }
    }
  }

  /// How many.
  public let amount: Int64
  /// Of what.
  public let scale: Scale

  /// Reads a duration; nil where `text` is not one or is out of bounds.
  public init?(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// Reads a duration from its bytes.
  init?(bytes: some BidirectionalCollection<UInt8>) {
    guard let last = bytes.last, let scale = Scale(rawValue: last),
      let amount = decimal(bytes.dropLast()), amount <= Limits.spanSeconds.upperBound / scale.seconds,
      amount >= 1
    else { return nil }
    self.amount = amount
    self.scale = scale
  }

  /// The duration as the protocol writes it.
  public var description: String {
    "\(amount)\(Character(Unicode.Scalar(scale.rawValue)))"
  }

  /// The length in seconds, a day counted as 24 hours.
  public var seconds: Int64 { amount * scale.seconds }

  /// When a duration given at `start` ends; at the latest with the year 9999.
  public func end(from start: Moment) -> Moment {
    switch scale {
    case .seconds, .minutes, .hours: min(start.advanced(bySeconds: seconds), .last)
    case .days: min(Day(number: start.day.number + amount).end, .last)
    }
  }

  /// When a promise that ran to `due` ends after being prolonged by this duration.
  ///
  /// A promise that ends at 24:00 belongs to the day that it ends, not to the next.
  public func end(prolonging due: Moment) -> Moment {
    switch scale {
    case .seconds, .minutes, .hours: end(from: due)
    case .days: end(from: Moment(milliseconds: due.milliseconds - 1))
    }
  }
}

/// Reads a strict decimal number: ASCII digits, no sign, no leading zero, within `Int64`.
public func decimal(_ digits: some Collection<UInt8>) -> Int64? {
  guard let first = digits.first, digits.count <= 18, first != 0x30 || digits.count == 1 else { return nil }
  var value: Int64 = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    value = value * 10 + Int64(digit - 0x30)
  }
  return value
}
