/// How the protocols open that reach a line port by mistake or on a scan.
enum ForeignOpening {
  /// HTTP's methods (RFC 9110 §9, RFC 5789) and the first word of HTTP/2's preface (RFC 9113 §3.4).
  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI",
  ].map { Array($0.utf8) }

  private static let version = Array("HTTP/".utf8)
  private static let scheme = Array("http".utf8)
  private static let connect = Array("CONNECT".utf8)

  /// Whether a whole line is the first of another protocol.
  static func matches(line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case 0x16: return isTLS(line)
    case 0x2A: return line.count > 1 && line.dropFirst().allSatisfy(isDigit)
    case 0x43...0x54: return isHTTP(line)
    default: return false
    }
  }

  /// Whether bytes that are perhaps not a whole line yet begin like another protocol.
  static func matches(firstBytes bytes: [UInt8]) -> Bool {
    if isTLS(bytes) { return true }
    if let end = bytes.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) {
      return matches(line: Array(bytes[..<end]))
    }
    guard let method = method(of: bytes) else { return false }
    // An absolute path in the place of the first argument: none of POST's arguments is positional.
    return bytes.count > method.count + 1 && bytes[method.count + 1] == 0x2F
  }

  /// A TLS record of type handshake, version 3.x (RFC 8446 §5.1).
  private static func isTLS(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x16 && bytes[1] == 0x03 && bytes[2] <= 0x04
  }

  /// `METHOD SP target SP HTTP/version` (RFC 9112 §3), or HTTP/0.9's `GET SP /path`.
  ///
  /// POST is a verb of ours too; none of its arguments looks like a request target, nor does a text
  /// that tells of HTTP.
  private static func isHTTP(_ line: [UInt8]) -> Bool {
    // A path, a scheme, an asterisk or a host follows the method; our own POST goes on otherwise.
    guard let method = method(of: line), line.count > method.count + 1,
      method == connect || [0x2F, 0x2A, 0x68].contains(line[method.count + 1])
    else { return false }
    let words = line.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count >= 2 else { return false }
    let hasPath = words[1].first == 0x2F
    if words.count == 2 { return hasPath && method == methods[0] }
    guard words.count == 3, isVersion(words[2]) else { return false }
    return hasPath || words[1] == [0x2A] || words[1].starts(with: scheme) || method == connect
  }

  /// `HTTP/1.1`, `HTTP/2`.
  private static func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
    let number = word.dropFirst(version.count)
    return word.starts(with: version) && !number.isEmpty && number.allSatisfy { isDigit($0) || $0 == 0x2E }
  }

  private static func method(of bytes: [UInt8]) -> [UInt8]? {
    methods.first { bytes.count > $0.count && bytes[$0.count] == 0x20 && bytes.starts(with: $0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
