import CLinux
import Glibc

/// What a descriptor in an epoll set is waited for, or found to be; hanging up and errors are always
/// reported.
struct Readiness: OptionSet {
  let rawValue: UInt32
  static let read = Readiness(rawValue: EPOLLIN.rawValue)
  static let write = Readiness(rawValue: EPOLLOUT.rawValue)
  static let hangUp = Readiness(rawValue: EPOLLHUP.rawValue)
  static let error = Readiness(rawValue: EPOLLERR.rawValue)
}

/// A descriptor that has something to say.
struct Readied {
  let descriptor: Int32
  let readiness: Readiness
}

/// An epoll(7) set, level-triggered: a descriptor that was left with unread bytes, because a turn reads
/// only so much of each, simply comes up again in the next one; an edge would have to be remembered.
///
/// It is safe although an epoll_event may hold a pointer: only descriptors are ever put into one.
@safe final class EventSet {
  private let epoll: Descriptor
  private var events: [epoll_event]

  /// epoll_create1(2). At most `batch` descriptors come back from one wait.
  init(batch: Int) throws(SystemError) {
    epoll = Descriptor(try System.call("epoll_create1") { epoll_create1(Int32(EPOLL_CLOEXEC)) })
    unsafe events = Array(repeating: epoll_event(), count: batch)
  }

  /// epoll_ctl(2) with EPOLL_CTL_ADD.
  func add(_ descriptor: Int32, _ readiness: Readiness) throws(SystemError) {
    try control(EPOLL_CTL_ADD, descriptor, readiness)
  }

  /// epoll_ctl(2) with EPOLL_CTL_MOD.
  func change(_ descriptor: Int32, _ readiness: Readiness) throws(SystemError) {
    try control(EPOLL_CTL_MOD, descriptor, readiness)
  }

  /// epoll_ctl(2) with EPOLL_CTL_DEL.
  func remove(_ descriptor: Int32) throws(SystemError) {
    try control(EPOLL_CTL_DEL, descriptor, [])
  }

  /// epoll_wait(2); an interrupted wait is an empty one. Without a time-out it waits until something is
  /// ready.
  func wait(timeoutMilliseconds: Int64?) throws(SystemError) -> [Readied] {
    let timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let capacity = unsafe Int32(events.count)
    let epoll = self.epoll.number
    let count = unsafe events.withUnsafeMutableBufferPointer {
      unsafe epoll_wait(epoll, $0.baseAddress, capacity, timeout)
    }
    if count < 0 {
      if errno == EINTR { return [] }
      throw SystemError("epoll_wait")
    }
    return unsafe events[..<Int(count)].map { event in
      unsafe Readied(descriptor: event.data.fd, readiness: Readiness(rawValue: event.events))
    }
  }

  private func control(
    _ operation: Int32,
    _ descriptor: Int32,
    _ readiness: Readiness
  ) throws(SystemError) {
    let epoll = self.epoll.number
    _ = try System.call("epoll_ctl") {
      wishd_epoll_ctl(epoll, operation, descriptor, readiness.rawValue)
    }
  }
}

extension System {
  /// poll(2); an interrupted wait is an empty one. Returns how many are ready.
  static func poll(_ waits: inout [pollfd], timeoutMilliseconds: Int32) throws(SystemError) -> Int32 {
    let count = unsafe waits.withUnsafeMutableBufferPointer {
      unsafe Glibc.poll($0.baseAddress, nfds_t($0.count), timeoutMilliseconds)
    }
    if count < 0 {
      if errno == EINTR { return 0 }
      throw SystemError("poll")
    }
    return count
  }

  /// eventfd(2): a counter that any thread may raise and one loop waits for.
  static func makeWakeUp() throws(SystemError) -> Descriptor {
    Descriptor(
      try call("eventfd") {
        eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
      }
    )
  }

  /// Raises the counter of ``makeWakeUp()``; one that is full is raised already.
  static func wakeUp(_ descriptor: Descriptor) {
    _ = eventfd_write(descriptor.number, 1)
  }

  /// Sets the counter of ``makeWakeUp()`` back to zero.
  static func acknowledge(_ descriptor: Descriptor) {
    var value: eventfd_t = 0
    _ = unsafe eventfd_read(descriptor.number, &value)
  }

  /// pthread_sigmask(3) and signalfd(2): SIGTERM and SIGINT come as readable bytes instead. To be called
  /// before any thread starts, because threads inherit the mask.
  static func makeStopSignals() throws(SystemError) -> Descriptor {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGTERM)
    unsafe sigaddset(&set, SIGINT)
    let failure = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    if failure != 0 { throw SystemError("pthread_sigmask", code: failure) }
    return Descriptor(
      try call("signalfd") {
        unsafe signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
      }
    )
  }

  /// Reads one signal from ``makeStopSignals()`` and who sent it; nil where none waits.
  static func takeSignal(
    _ descriptor: Descriptor
  ) throws(SystemError) -> (signal: UInt32, sender: UInt32)? {
    var information = signalfd_siginfo()
    let outcome = try reading("read") {
      unsafe withUnsafeMutableBytes(of: &information) {
        unsafe Glibc.read(descriptor.number, $0.baseAddress, $0.count)
      }
    }
    return outcome == .wouldBlock ? nil : (information.ssi_signo, information.ssi_pid)
  }
}
