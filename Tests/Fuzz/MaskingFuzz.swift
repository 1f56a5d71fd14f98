@testable import WishCore

/// Masking, with the names, addresses and phone numbers of the first three lines and one of our own.
enum MaskingFuzz {
  /// What is put into the text somewhere and must not be there any more; with nothing given about it.
  private static let anybodys = ["19900001234", "610302199001011234", "3号楼2单元501", "6222021234567890123"]
  private static let name = "欧阳麒麟"
  private static let phone = "0917-3312345"
  private static let address = "凤凰路77号3单元901"

  static func check(_ bytes: [UInt8]) throws(Violation) {
    var material = Material(bytes)
    var names = items(material.line())
    var addresses = items(material.line())
    var phones = items(material.line())
    let text = material.text
    try checkSettled(text, names, addresses, phones)
    names.append(name)
    addresses.append(address)
    phones.append(phone)
    var random = InputRandom(bytes)
    for (planted, traces) in anybodys.map({ ($0, [$0]) })
      + [(name, ["麒麟"]), (phone, ["3312345"]), (address, ["77号3单元901", "901"])]
    {
      guard !traces.contains(where: { contains(text, $0) }) else { continue }
      let with = put(planted, into: text, using: &random)
      let masked = Masking.mask(with, names: names, addresses: addresses, phones: phones)
      for trace in traces where contains(masked, trace) {
        throw Violation("\(trace) is left of \(planted): \(debug(with)) became \(debug(masked))")
      }
    }
  }

  /// Masking what is masked changes nothing, and makes no text much longer.
  private static func checkSettled(
    _ text: String,
    _ names: [String],
    _ addresses: [String],
    _ phones: [String]
  ) throws(Violation) {
    let masked = Masking.mask(text, names: names, addresses: addresses, phones: phones)
    let again = Masking.mask(masked, names: names, addresses: addresses, phones: phones)
    try Violation.unless(Array(masked.utf8) == Array(again.utf8), "\(debug(masked)) became \(debug(again))")
    try Violation.unless(masked.utf8.count <= 3 * text.utf8.count, "\(debug(text)) grew to \(debug(masked))")
  }

  private static func items(_ line: String) -> [String] {
    line.split(separator: "|").map(String.init)
  }

  /// Puts it in somewhere; where a digit or a mark would make another number of it, between commas.
  private static func put(_ planted: String, into text: String, using random: inout InputRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = Int.random(in: 0...scalars.count, using: &random)
    let isAlone = ![place - 1, place].contains { scalars.indices.contains($0) && joins(scalars[$0]) }
    scalars.insert(contentsOf: (isAlone ? planted : "，\(planted)，").unicodeScalars, at: place)
    return String(String.UnicodeScalarView(scalars))
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: scalar.properties.numericType != nil || "十百幺壹贰叁肆伍陆柒捌玖○〇".unicodeScalars.contains(scalar)
    }
  }

  /// By scalars: to a `Character` a mark in front of it would be another word.
  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  private static func debug(_ text: String) -> String { String(reflecting: text) }
}
