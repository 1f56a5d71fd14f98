import CLinux
import Glibc

/// A connected Unix socket, closed with its owner.
final class Socket {
  let number: Int32

  /// socket(2) and connect(2), which waits for room in the server's queue.
  init(path: String) throws(Failure) {
    number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .system("socket") }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw Failure("the path of a socket is too long: \(path)")
    }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let number = number
    let failed = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard failed == 0 else { throw .system("connect \(path)") }
  }

  deinit { close(number) }

  /// send(2) of all bytes; the socket takes what a closed loop has in flight, so that this hardly waits.
  func send(_ bytes: [UInt8]) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let number = number
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.send(number, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system("send")
      }
      sent += count
    }
  }

  /// recv(2); waits for something unless told otherwise. Returns zero where there is nothing now.
  func receive(into buffer: UnsafeMutableRawBufferPointer, waits: Bool = true) throws(Failure) -> Int {
    while true {
      let count = unsafe recv(number, buffer.baseAddress, buffer.count, waits ? 0 : Int32(MSG_DONTWAIT))
      if count > 0 { return count }
      if count == 0 { throw Failure("the server has closed a connection") }
      switch errno {
      case EINTR: continue
      case EAGAIN: return 0
      default: throw .system("recv")
      }
    }
  }
}

/// An epoll(7) set of sockets that are waited for to become readable.
///
/// It is safe although an epoll_event may hold a pointer: only descriptors are ever put into one.
@safe final class EventSet {
  private let epoll: Int32
  private var events: [epoll_event]

  init(batch: Int = 1_024) throws(Failure) {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    unsafe events = Array(repeating: epoll_event(), count: batch)
    guard epoll >= 0 else { throw .system("epoll_create1") }
  }

  deinit { close(epoll) }

  /// epoll_ctl(2) with EPOLL_CTL_ADD, level-triggered.
  func add(_ socket: Socket) throws(Failure) {
    guard wishd_epoll_ctl(epoll, EPOLL_CTL_ADD, socket.number, EPOLLIN.rawValue) == 0 else {
      throw .system("epoll_ctl")
    }
  }

  /// epoll_wait(2); hands every readable descriptor to `body`.
  func wait(milliseconds: Int32, _ body: (Int32) throws(Failure) -> Void) throws(Failure) {
    let (epoll, room) = unsafe (epoll, Int32(events.count))
    let count = unsafe events.withUnsafeMutableBufferPointer {
      unsafe epoll_wait(epoll, $0.baseAddress, room, milliseconds)
    }
    guard count >= 0 else {
      if errno == EINTR { return }
      throw .system("epoll_wait")
    }
    for index in 0..<Int(count) { try body(unsafe events[index].data.fd) }
  }
}

/// Limits of this process and those that it starts.
enum ProcessLimits {
  /// setrlimit(2): as many descriptors as the system allows; ten thousand idle connections want them.
  static func raiseDescriptors() {
    var limit = rlimit()
    guard unsafe wishd_get_limit_files(&limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe wishd_set_limit_files(&limit)
  }
}
