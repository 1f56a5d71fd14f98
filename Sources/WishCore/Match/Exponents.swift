/// Exponents to six digits and the same on every machine, so that the same slips get the same answers everywhere.
extension Float {
  /// ln of a positive number: 2 artanh((m − 1)/(m + 1)) of the significand m, and the exponent.
  var naturalLogarithm: Float {
    let part = (significand - 1) / (significand + 1)
    let square = part * part
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return Float(exponent) * 0.693_147_2 + 2 * part * series
  }

  /// e to the power of a number: 2 to the nearest whole power, and a series for what is left.
  var exponential: Float {
    let doublings = (self * 1.442_695_04).rounded()
    let rest = self - doublings * 0.693_147_2
    let series = 1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest / 120))))
    return Float(sign: .plus, exponent: Int(doublings), significand: series)
  }
}
