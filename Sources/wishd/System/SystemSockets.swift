import CLinux
import Glibc
import WishCore

/// What accepting found.
enum AcceptOutcome {
  /// A connection, non-blocking.
  case connection(Descriptor, SocketAddress)
  /// Nobody waits.
  case wouldBlock
  /// One that gave up before it was accepted.
  case gone
  /// No descriptor or memory left: whoever waits goes on waiting.
  case exhausted
}

/// How far a connect that may not block has come.
enum ConnectOutcome: Equatable {
  case connected
  /// Writable once it is decided; then ``System/connectError(_:)`` tells.
  case underWay
}

extension System {
  /// socket(2), non-blocking, and bind(2) and listen(2). TCP gets SO_REUSEADDR, so that a restart does
  /// not wait for old connections to be forgotten, and IPv6 only itself, so that `[::]` means `[::]`.
  static func listen(_ address: SocketAddress) throws(SystemError) -> Descriptor {
    let descriptor = try socket(address)
    if address.isInternet {
      try set(descriptor, SOL_SOCKET, SO_REUSEADDR, "SO_REUSEADDR")
    }
    if address.family == AF_INET6 {
      try set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, "IPV6_V6ONLY")
    }
    _ = try call("bind") {
      unsafe address.withPointer { unsafe bind(descriptor.number, $0, $1) }
    }
    _ = try call("listen") { Glibc.listen(descriptor.number, SOMAXCONN) }
    return descriptor
  }

  /// accept4(2). Errors of the one connection, which Linux passes on here, count as its being gone
  /// (accept(2), "Error handling").
  static func accept(_ listener: Descriptor) throws(SystemError) -> AcceptOutcome {
    var address = SocketAddress()
    while true {
      let descriptor = unsafe address.withMutablePointer { pointer, length in
        unsafe wishd_accept(listener.number, pointer, length)
      }
      if descriptor >= 0 { return .connection(Descriptor(descriptor), address) }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .wouldBlock
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
      case ECONNABORTED, EPERM, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH, EOPNOTSUPP,
        ENETUNREACH:
        return .gone
      default: throw SystemError("accept4")
      }
    }
  }

  /// socket(2), non-blocking, and connect(2), which EINTR leaves under way as well.
  static func connect(_ address: SocketAddress) throws(SystemError) -> (Descriptor, ConnectOutcome) {
    let descriptor = try socket(address)
    let result = unsafe address.withPointer { unsafe Glibc.connect(descriptor.number, $0, $1) }
    if result == 0 { return (descriptor, .connected) }
    if errno == EINPROGRESS || errno == EINTR { return (descriptor, .underWay) }
    throw SystemError("connect")
  }

  /// connect(2), to see whether nobody listens behind a socket file any more: ECONNREFUSED (unix(7)).
  static func refusesConnections(_ address: SocketAddress) throws(SystemError) -> Bool {
    let descriptor = try socket(address)
    let result = unsafe address.withPointer { unsafe Glibc.connect(descriptor.number, $0, $1) }
    return result < 0 && errno == ECONNREFUSED
  }

  /// getsockopt(2) of SO_ERROR: how a connect that was under way ended, 0 for well.
  static func connectError(_ descriptor: Descriptor) throws(SystemError) -> Int32 {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    _ = try call("getsockopt") {
      unsafe getsockopt(descriptor.number, SOL_SOCKET, SO_ERROR, &value, &length)
    }
    return value
  }

  /// getsockname(2): where a listener really is, after port 0.
  static func localAddress(_ descriptor: Descriptor) throws(SystemError) -> SocketAddress {
    var address = SocketAddress()
    _ = try call("getsockname") {
      unsafe address.withMutablePointer { unsafe getsockname(descriptor.number, $0, $1) }
    }
    return address
  }

  /// setsockopt(2) of TCP_NODELAY: a reply leaves at once, not when the one before was acknowledged.
  static func sendAtOnce(_ descriptor: Descriptor) throws(SystemError) {
    try set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, "TCP_NODELAY")
  }

  /// recv(2).
  static func receive(
    _ descriptor: Descriptor,
    _ buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> ReadOutcome {
    try reading("recv") { unsafe recv(descriptor.number, buffer.baseAddress, buffer.count, 0) }
  }

  /// send(2), without SIGPIPE.
  static func send(
    _ descriptor: Descriptor,
    _ buffer: UnsafeRawBufferPointer
  ) throws(SystemError) -> WriteOutcome {
    try writing("send") {
      unsafe Glibc.send(descriptor.number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// shutdown(2) with SHUT_WR; a peer that is gone already needs no telling.
  static func endSending(_ descriptor: Descriptor) {
    _ = shutdown(descriptor.number, Int32(SHUT_WR))
  }

  /// shutdown(2) of a listener: Linux then refuses whoever connects, and drops whoever is queued.
  static func endListening(_ descriptor: Descriptor) {
    _ = shutdown(descriptor.number, Int32(SHUT_RDWR))
  }

  private static func socket(_ address: SocketAddress) throws(SystemError) -> Descriptor {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    return Descriptor(try call("socket") { Glibc.socket(address.family, type, 0) })
  }

  private static func set(
    _ descriptor: Descriptor,
    _ level: Int32,
    _ option: Int32,
    _ name: String
  ) throws(SystemError) {
    var one: Int32 = 1
    _ = try call("setsockopt \(name)") {
      unsafe setsockopt(descriptor.number, level, option, &one, socklen_t(MemoryLayout<Int32>.size))
    }
  }
}
