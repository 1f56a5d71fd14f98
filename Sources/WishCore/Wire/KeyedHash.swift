/// SipHash-2-4 with 128 bits of output: who does not know the key can neither find two inputs of one
/// hash nor tell from a hash what went in.
///
/// Jean-Philippe Aumasson and Daniel J. Bernstein, "SipHash: a fast short-input PRF" (2012), with the
/// 128-bit finish of the authors' reference code.
public struct KeyedHash: Sendable {
  /// The bytes of a key.
  public static let keyByteCount = 16
  /// The bytes of a digest.
  public static let digestByteCount = 16

  private let low: UInt64
  private let high: UInt64

  /// Takes a key.
  ///
  /// - Parameter key: Exactly ``keyByteCount`` secret random bytes; another count is a programmer's
  ///   error and traps.
  public init(key: [UInt8]) {
    precondition(key.count == Self.keyByteCount, "a key of \(key.count) bytes")
    low = Self.word(key[0..<8])
    high = Self.word(key[8..<16])
  }

  /// The hash of some bytes, ``digestByteCount`` bytes long.
  public func digest(_ bytes: [UInt8]) -> [UInt8] {
    var state = State(low: low, high: high)
    let whole = bytes.count & ~7
    var index = 0
    while index < whole {
      state.absorb(Self.word(bytes[index..<index + 8]))
      index += 8
    }
    // The last word holds what is left, and the length modulo 256 in its top byte.
    state.absorb(Self.word(bytes[whole...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
    let (first, second) = state.finish()
    return (0..<8).map { UInt8(truncatingIfNeeded: first >> ($0 * 8)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: second >> ($0 * 8)) }
  }

  /// Up to 8 bytes, the first the lowest.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private struct State {
    var v0: UInt64
    var v1: UInt64
    var v2: UInt64
    var v3: UInt64

    init(low: UInt64, high: UInt64) {
      v0 = low ^ 0x736F_6D65_7073_6575
      v1 = high ^ 0x646F_7261_6E64_6F6D ^ 0xEE
      v2 = low ^ 0x6C79_6765_6E65_7261
      v3 = high ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> (UInt64, UInt64) {
      v2 ^= 0xEE
      for _ in 0..<4 { round() }
      let first = v0 ^ v1 ^ v2 ^ v3
      v1 ^= 0xDD
      for _ in 0..<4 { round() }
      return (first, v0 ^ v1 ^ v2 ^ v3)
    }

    mutating func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }
  }
}
