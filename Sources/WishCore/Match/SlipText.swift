import WishSchema

/// A slip as the matching reads it: one width, simplified characters, lower case, cut into clauses.
///
/// Reading is linear in the text and keeps nothing of it beyond this value.
struct SlipText {
  /// The characters as read, one Unicode scalar each.
  let scalars: ContiguousArray<UInt32>
  /// For each scalar the number of its clause, counted from 0.
  let clauses: ContiguousArray<UInt16>

  /// How many clauses there are, at least 1.
  var clauseCount: Int { Int(clauses.last ?? 0) + 1 }

  /// Reads `text`; whatever it holds, there is an answer.
  init(_ text: String) {
    var scalars = ContiguousArray<UInt32>()
    var clauses = ContiguousArray<UInt16>()
    let length = text.utf8.count
    scalars.reserveCapacity(length / 2)
    clauses.reserveCapacity(length / 2)
    var clause: UInt16 = 0
    let table = CharacterTable.shared
    for scalar in text.unicodeScalars {
      let read = table.read(scalar.value)
      scalars.append(read)
      clauses.append(clause)
      if Self.endsClause(read), clause < .max { clause += 1 }
    }
    self.scalars = scalars
    self.clauses = clauses
  }

  /// Whether a character as read parts two clauses.
  static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x20, 0x21, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002: true
    default: false
    }
  }

  /// The pairs of neighbouring characters within a clause, each once, in ascending order; of a long text
  /// those at its beginning.
  func pairs() -> ContiguousArray<UInt32> {
    var pairs = ContiguousArray<UInt32>()
    let read = min(scalars.count, Self.pairsMax)
    guard read > 1 else { return pairs }
    pairs.reserveCapacity(read)
    for index in 1..<read {
      let first = scalars[index - 1]
      let second = scalars[index]
      if Self.endsClause(first) || Self.endsClause(second) { continue }
      pairs.append(first << 16 | second & 0xFFFF)
    }
    pairs.sort()
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
    return pairs
  }

  /// Characters of a slip whose pairs are counted and compared.
  static let pairsMax = 512
}

/// What each character is read as.
struct CharacterTable: Sendable {
  /// The table that comes with the binary.
  static let shared = CharacterTable(WishSchema.characters)

  private static let first: UInt32 = 0x3400
  private static let last: UInt32 = 0x9FFF

  private let ideographs: ContiguousArray<UInt16>

  /// Takes pairs of characters parted by white space.
  init(_ pairs: String) {
    var ideographs = ContiguousArray<UInt16>((Self.first...Self.last).map { UInt16($0) })
    for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let two = pair.unicodeScalars.map(\.value)
      guard two.count == 2, (Self.first...Self.last).contains(two[0]), two[1] <= 0xFFFF else { continue }
      ideographs[Int(two[0] - Self.first)] = UInt16(two[1])
    }
    self.ideographs = ideographs
  }

  /// The simplified, half-width, lower-case form of a character.
  func read(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0x09, 0x0D, 0x3000: 0x20
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case Self.first...Self.last: UInt32(ideographs[Int(scalar - Self.first)])
    default: scalar
    }
  }
}
