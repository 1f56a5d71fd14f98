import CLinux
import Glibc
import WishCore

/// A sockaddr of any family that the daemon speaks: IPv4, IPv6, Unix.
struct SocketAddress {
  /// What sun_path holds, with its NUL.
  static let pathBytesMax = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  private var storage = sockaddr_storage()
  private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

  /// Room for an answer of the system.
  init() {}

  /// An IPv4 or IPv6 address in figures, without brackets; nil where `host` is neither (inet_pton(3)).
  init?(host: String, port: UInt16) {
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      fill(with: &four)
    } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      fill(with: &six)
    } else {
      return nil
    }
  }

  /// A Unix socket; nil where the path does not fit into a sockaddr.
  init?(path: String) {
    var unix = sockaddr_un()
    let bytes = Array(path.utf8)
    guard (1...SocketAddress.pathBytesMax).contains(bytes.count), !bytes.contains(0) else { return nil }
    unix.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &unix.sun_path) { unsafe $0.copyBytes(from: bytes) }
    fill(with: &unix)
  }

  /// AF_INET, AF_INET6 or AF_UNIX.
  var family: Int32 { Int32(storage.ss_family) }

  /// Whether it is reached over IP.
  var isInternet: Bool { family == AF_INET || family == AF_INET6 }

  /// The port of an IP address, else 0.
  var port: UInt16 {
    switch family {
    case AF_INET: UInt16(bigEndian: load(sockaddr_in.self).sin_port)
    case AF_INET6: UInt16(bigEndian: load(sockaddr_in6.self).sin6_port)
    default: 0
    }
  }

  /// The IP address in figures, without port or brackets; empty for a Unix socket (inet_ntop(3)).
  var host: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch family {
    case AF_INET:
      var address = load(sockaddr_in.self).sin_addr
      unsafe inet_ntop(AF_INET, &address, &text, socklen_t(INET6_ADDRSTRLEN))
    case AF_INET6:
      var address = load(sockaddr_in6.self).sin6_addr
      unsafe inet_ntop(AF_INET6, &address, &text, socklen_t(INET6_ADDRSTRLEN))
    default: break
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Who that is to the service: 127.0.0.0/8, ::1 and Unix sockets are this machine. Of an IPv6 address the
  /// first 64 bits count, for who has one has all that begin so.
  var peer: Peer {
    guard isInternet else { return .local }
    let host = self.host
    if host == "::1" || (family == AF_INET && host.hasPrefix("127.")) { return .local }
    guard family == AF_INET6 else { return .remote(host) }
    let bytes = unsafe withUnsafeBytes(of: load(sockaddr_in6.self).sin6_addr) { unsafe Array($0) }
    let network = stride(from: 0, to: 8, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return .remote(network.map { String($0, radix: 16) }.joined(separator: ":") + "::/64")
  }

  /// Hands the address to a call that reads it.
  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    unsafe withUnsafePointer(to: storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
    }
  }

  /// Hands the address to a call that fills it in.
  mutating func withMutablePointer<Result>(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
  ) -> Result {
    length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return unsafe withUnsafeMutablePointer(to: &storage) { storage in
      unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, &length) }
    }
  }

  /// `Kind` is one of the sockaddr structures, which are plain bytes.
  private mutating func fill<Kind>(with address: inout Kind) {
    unsafe withUnsafeBytes(of: &address) { source in
      unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.copyMemory(from: source) }
    }
    length = socklen_t(MemoryLayout<Kind>.size)
  }

  /// `Kind` is the sockaddr structure of ``family``.
  private func load<Kind>(_ kind: Kind.Type) -> Kind {
    unsafe withUnsafeBytes(of: storage) { unsafe $0.load(as: kind) }
  }
}
