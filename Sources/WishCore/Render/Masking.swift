/// Takes out of a text what would let a stranger ring, find or name the person who wrote it.
///
/// The wall is public. Masking leaves a wish its sense (120, 3号楼门口的路灯, 2026-11-20 stay) and
/// rather masks a number too many than one too few. Its scanners are written by hand, linear in the
/// text for names and addresses within their bounds, and always give the same for the same.
///
/// A mark's length says nothing about what stood there: ``numberMark`` for numbers, ids and places,
/// ``nameMark`` for names. Masking a masked text changes nothing.
public enum Masking {
  /// Stands for phone, identity-card and bank-card numbers, chat ids, rooms and addresses.
  public static let numberMark = "***"
  /// Stands for a name; a title after it stays: 柏大爷 becomes `**大爷`.
  public static let nameMark = "**"

  /// The text as the wall may show it: phone numbers, ID-card numbers, building-unit-room numbers and
  /// the given names and addresses masked.
  ///
  /// - Parameters:
  ///   - text: What the slip says.
  ///   - names: The names given on the slip; also found without the surname, and as surname and title.
  ///   - addresses: The addresses given on the slip; also found in part, where the part has a number.
  ///   - phones: The phone numbers given on the slip, found however they are spaced or written.
  /// - Returns: The text with marks in place of all these.
  public static func mask(
    _ text: String,
    names: [String] = [],
    addresses: [String] = [],
    phones: [String] = []
  ) -> String {
    var masked = text
    // A mark may uncover what a longer run hid, in texts made for it; the next pass sees it.
    for _ in 0..<passesMost {
      let before = masked
      masked = pass(before, names, addresses, phones)
      if masked == before { break }
    }
    return masked
  }

  /// Passes after which a text is taken as it is; slips need one, and one more to see that it was enough.
  private static let passesMost = 8

  private static func pass(_ text: String, _ names: [String], _ addresses: [String], _ phones: [String])
    -> String
  {
    var text = text
    if !(names.isEmpty && addresses.isEmpty && phones.isEmpty) {
      var given = MaskingReading(text)
      given.hidePhones(phones)
      given.hideAddresses(addresses)
      given.hideNames(names)
      text = given.masked
    }
    var reading = MaskingReading(text)
    reading.hideAccounts()
    reading.hideNumbers()
    reading.hideRooms()
    return reading.masked
  }

  /// The surname alone, as the wall shows it where the slip asked for that: 柏某某 becomes 柏**.
  ///
  /// Compound surnames (欧阳) are kept whole. Nil where no surname can be told: an empty name, one in
  /// another script, one with a middle dot, or a word such as 本人 in a name's place.
  public static func surname(_ name: String) -> String? {
    guard !name.unicodeScalars.contains(where: { MaskingNames.middleDots.contains($0.value) }),
      let known = MaskingNames.read(name).first, let surname = known.surname
    else { return nil }
    return MaskingReading.string(surname) + nameMark
  }
}
