/// Where a daemon listens, as the command line writes it.
enum Address: Hashable, CustomStringConvertible {
  /// An IPv4 or IPv6 address in figures and a port; `localhost` is 127.0.0.1.
  case internet(host: String, port: UInt16)
  /// The path of a Unix socket.
  case unix(String)

  /// Where a daemon listens, and `send` looks for it, when nothing is named.
  static let usual = Address.internet(host: "127.0.0.1", port: 7117)

  /// Reads `127.0.0.1:7117`, `[::1]:7117`, `localhost:7117` or `unix:PATH`; nil for anything else. Names
  /// are not looked up: what a daemon listens on should not hang on a name server.
  init?(_ text: String) {
    if text.hasPrefix("unix:") {
      self = .unix(String(text.dropFirst("unix:".count)))
    } else {
      guard let colon = text.lastIndex(of: ":"), let port = Address.port(text[text.index(after: colon)...])
      else { return nil }
      var host = String(text[..<colon])
      if host.hasPrefix("[") && host.hasSuffix("]") {
        host = String(host.dropFirst().dropLast())
        guard host.contains(":") else { return nil }
      } else if host.contains(":") {
        return nil
      }
      self = .internet(host: host == "localhost" ? "127.0.0.1" : host, port: port)
    }
    guard socketAddress != nil else { return nil }
  }

  /// The address in the system's form, or nil where it has none.
  var socketAddress: SocketAddress? {
    switch self {
    case .internet(let host, let port): SocketAddress(host: host, port: port)
    case .unix(let path): SocketAddress(path: path)
    }
  }

  /// The port; nil for a Unix socket.
  var port: UInt16? {
    switch self {
    case .internet(_, let port): port
    case .unix: nil
    }
  }

  /// As ``init(_:)`` reads it.
  var description: String {
    switch self {
    case .internet(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }

  /// Digits only: `UInt16` alone would take `+7117`.
  private static func port(_ text: Substring) -> UInt16? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt16(text) : nil
  }
}
