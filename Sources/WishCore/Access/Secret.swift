import CLinux

/// Secrets are generated, never chosen, so that the cheapest strong hash is enough: a person's has 59
/// random bits, a terminal's 128.
public enum Secret {
  /// Letters and digits that nobody confuses when reading aloud or from paper: no 0, o, 1, l, i.
  static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
  /// Characters of a person's secret.
  static let personCharacters = 12
  /// Random bytes of a terminal's secret.
  static let terminalBytes = 16
  /// yescrypt's cost: about 3.5 ms a hash. Guessing 59 random bits is out of reach at any cost, so a
  /// small one keeps a morning's rush of logins short.
  static let cost: UInt = 3

  /// A new secret for an account of this role.
  public static func make(for role: Role, using random: inout some RandomNumberGenerator) -> String {
    switch role {
    case .terminal:
      return (0..<terminalBytes).map { _ in
        let byte = UInt8.random(in: .min ... .max, using: &random)
        return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
    case .member, .staff, .supervisor, .admin:
      return String(
        (0..<personCharacters).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
      )
    }
  }

  /// What somebody typed, as it was handed out: without regard to case, hyphens, spaces and full width.
  static func normalised(_ typed: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x20, 0x09, 0x3000, 0xFF0D, 0x2010...0x2015: continue
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased()
  }

  /// A fresh salt for ``hash(_:salt:)``, in the format of crypt(5).
  public static func salt(using random: inout some RandomNumberGenerator) -> String {
    let bytes = (0..<16).map { _ in CChar(bitPattern: UInt8.random(in: .min ... .max, using: &random)) }
    var setting = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
    // crypt_gensalt_rn(3): returns nil only for an unknown prefix, bad cost or short buffers.
    let made = unsafe crypt_gensalt_rn(
      "$y$",
      cost,
      bytes,
      Int32(bytes.count),
      &setting,
      Int32(setting.count)
    )
    precondition(unsafe made != nil, "libcrypt cannot make a yescrypt salt")
    return text(setting)
  }

  /// Hashes a secret with yescrypt, in the format of crypt(5).
  public static func hash(_ secret: String, salt: String) -> String {
    crypt(normalised(secret), setting: salt)
  }

  /// Whether `typed` is the secret that was hashed. Takes the same time for every answer.
  public static func matches(_ typed: String, hash: String) -> Bool {
    let found = typed.utf8.count <= Limits.secretBytesMax ? normalised(typed) : ""
    let computed = Array(crypt(found, setting: hash).utf8)
    let expected = Array(hash.utf8)
    guard computed.count == expected.count else { return false }
    return zip(computed, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// What an unknown account's secret is compared with, at the same cost; nobody's secret gives it.
  static let nobody = "$y$j7T$jIwi6e2WwO7i9pSL7qRCx1$" + String(repeating: ".", count: 43)

  /// crypt_r(3): on failure it returns a string that starts with `*` and equals no hash.
  private static func crypt(_ secret: String, setting: String) -> String {
    var data = crypt_data()
    guard let result = unsafe crypt_r(secret, setting, &data) else { return "*" }
    return unsafe String(cString: result)
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
