/// How a wish stands on the index's shelf: what its score depends on, then how long it waits, in one number.
///
///     place 24 | list 28 | category 4 | urgent 1 | goods 4 | needed 3 | day 20 | number 44
///
/// All entries that agree in the first 64 bits are worth the same points to a member who reaches them by
/// that place, so the first of them is the best: it has waited longest, and of equal ones it has the lowest
/// number.
struct WishEntry {
  let bits: UInt128

  init(bits: UInt128) {
    self.bits = bits
  }

  /// The first 64 bits.
  struct Class: Equatable {
    let bits: UInt64

    init(bits: UInt64) {
      self.bits = bits
    }

    /// The first class of a place and a list of skills.
    init(place: Int32, list: Int32) {
      bits = UInt64(place) << 40 | UInt64(list) << 12
    }

    var place: Int32 { Int32(truncatingIfNeeded: bits >> 40) }
    var list: Int32 { Int32(truncatingIfNeeded: bits >> 12 & 0xFFF_FFFF) }
    /// The category's place in `allCases`.
    var category: Int { Int(bits >> 8 & 0xF) }
    var isUrgent: Bool { bits >> 7 & 1 == 1 }
    /// 0 for a service; for goods 1 where the value is not known, else 2 + the step of value.
    var goods: Int { Int(bits >> 3 & 0xF) }
    /// 0 where there is no hurry; else 1 + the weekday of the day by which it must be done, which is within
    /// the week.
    var needed: Int { Int(bits & 7) }

    /// The lowest entry of this class.
    var first: UInt128 { UInt128(bits) << 64 }
    /// The lowest entry of any later class.
    var end: UInt128 { (UInt128(bits) + 1) << 64 }

    /// The same class seen from another place.
    func at(_ place: Int32) -> Class {
      Class(bits: bits & 0xFF_FFFF_FFFF | UInt64(place) << 40)
    }
  }

  init(_ kind: Class, day: Int64, number: WishNumber) {
    bits = kind.first | UInt128(UInt64(day) << 44 | UInt64(number))
  }

  /// The class of a published wish.
  static func kind(_ wish: Wish, list: Int32, today: Day) -> Class {
    var bits = UInt64(list) << 12
    bits |= UInt64(wish.category?.order ?? Category.allCases.count) << 8
    bits |= wish.urgency == .urgent ? 1 << 7 : 0
    if wish.kind == .goods { bits |= UInt64(wish.goodsBand.map { $0.step + 2 } ?? 1) << 3 }
    if let soon = Deadline.soon(wish, today: today) { bits |= UInt64(soon.weekday + 1) }
    return Class(bits: bits)
  }

  var kind: Class { Class(bits: UInt64(truncatingIfNeeded: bits >> 64)) }
  /// The day of the first publication.
  var day: Int64 { Int64(bits >> 44 & 0xF_FFFF) }
  var number: WishNumber { WishNumber(bits & 0xFFF_FFFF_FFFF) }

  /// The same wish seen from another place.
  func at(_ place: Int32) -> WishEntry {
    WishEntry(bits: kind.at(place).first | bits & UInt128(UInt64.max))
  }
}
