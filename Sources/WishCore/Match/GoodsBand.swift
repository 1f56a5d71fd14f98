/// A step of value, in which goods are compared: nobody weighs 180 yuan against 200.
struct GoodsBand: Comparable, Hashable, Sendable {
  /// The upper ends of all steps but the last, in yuan.
  static let upToYuan = [50, 100, 200, 500, 1_000, 2_000, 5_000]
  /// How many steps there are.
  static let count = upToYuan.count + 1

  /// Counted from 0.
  let step: Int

  /// The step that a value falls into.
  init(yuan: Int) {
    step = Self.upToYuan.firstIndex { yuan <= $0 } ?? Self.upToYuan.count
  }

  /// Takes a step back.
  init(step: Int) {
    self.step = step
  }

  static func < (left: Self, right: Self) -> Bool { left.step < right.step }

  /// How goods of this step, nil where the wish does not say, compare with the dearest taken so far.
  static func compare(_ asked: GoodsBand?, with dearest: GoodsBand?) -> FitReason.GoodsFit {
    guard let asked else { return .valueUnknown }
    guard let dearest else { return .neverTaken }
    return switch asked.step - dearest.step {
    case ...0: .usual
    case 1: .dearer
    default: .muchDearer
    }
  }
}
