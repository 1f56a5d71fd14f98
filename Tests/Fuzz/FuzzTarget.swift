/// What is fuzzed: each takes any bytes and says what went wrong with them. A trap is a fault as well.
///
/// `swift test` plays the seeds; `Tests/Fuzz/run` has libFuzzer make more of them.
enum FuzzTarget: String, CaseIterable {
  /// Lines come out of a connection's bytes, and requests out of lines, however the bytes arrive.
  case lines
  /// Whatever the service writes is read back as it was meant.
  case replies
  /// Nobody can be rung, found or named by a masked text.
  case masking
  /// What a person wrote stays in its own place on the wall.
  case walls
  /// Any slip is read, and is like itself.
  case slips
  /// What the log writes of a fact is that fact again.
  case facts
  /// Every request gets one reply, and what was refused has changed nothing.
  case service

  /// Tries these bytes.
  func check(_ bytes: [UInt8]) throws(Violation) {
    switch self {
    case .lines: try LineFuzz.check(bytes)
    case .replies: try ReplyFuzz.check(bytes)
    case .masking: try MaskingFuzz.check(bytes)
    case .walls: try WallFuzz.check(bytes)
    case .slips: try SlipFuzz.check(bytes)
    case .facts: try FactFuzz.check(bytes)
    case .service: try ServiceFuzz.check(bytes)
    }
  }
}

/// A rule that an input has broken.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// Throws where something is not so.
  static func unless(_ isSo: Bool, _ description: @autoclosure () -> String) throws(Violation) {
    if !isSo { throw Violation(description()) }
  }
}

/// An input of several fields: its lines, the last one being all that is left.
struct Material {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line as text; what is no UTF-8 in it becomes U+FFFD.
  mutating func line() -> String {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    defer { rest = end < rest.endIndex ? rest[(end + 1)...] : [] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// All that is left, as text.
  var text: String { String(decoding: rest, as: UTF8.self) }

  /// Whether nothing is left.
  var isEmpty: Bool { rest.isEmpty }
}

/// SplitMix64 (Steele, Lea, Flood 2014), seeded from an input: the same choices for the same bytes.
struct InputRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ bytes: [UInt8]) {
    state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
