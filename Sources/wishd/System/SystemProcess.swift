import CLinux
import Glibc
import WishCore

extension System {
  /// signal(2) with SIG_IGN: writing to a gone reader, past a file-size limit, or losing the terminal
  /// is an error code or nothing, never the end of the process.
  static func ignoreSignals() {
    for number in [SIGPIPE, SIGXFSZ, SIGHUP] { signal(number, SIG_IGN) }
  }

  /// open(2) of /dev/null for whichever of standard input, output and error is closed: the next file opened
  /// would else take its place, and be written the log into.
  static func fillStandardDescriptors() {
    var descriptor: Int32
    repeat { descriptor = unsafe wishd_open("/dev/null", O_RDWR, 0) } while (0...2).contains(descriptor)
    if descriptor > 2 { close(descriptor) }
  }

  /// setrlimit(2) and prctl(2): no core dump, which would hold names and phone numbers.
  static func forbidCoreDumps() throws(SystemError) {
    _ = try call("setrlimit") { wishd_limit_core(0) }
    _ = try call("prctl") { wishd_prctl_not_dumpable() }
  }

  /// setrlimit(2): as many descriptors as the hard limit allows; returns how many that are.
  static func raiseFileLimit() throws(SystemError) -> Int {
    var limit = rlimit()
    _ = try call("getrlimit") { unsafe wishd_get_limit_files(&limit) }
    limit.rlim_cur = limit.rlim_max
    _ = try call("setrlimit") { unsafe wishd_set_limit_files(&limit) }
    return Int(clamping: limit.rlim_cur)
  }

  /// umask(2): what the daemon makes is its owner's alone.
  static func makeFilesPrivate() {
    _ = umask(0o077)
  }

  /// setpriority(2) of the calling thread: one that computes for long lets others go first, who then need
  /// not wait for the end of its time slice. "In the current Linux/NPTL implementation of POSIX threads,
  /// the nice value is a per-thread attribute."
  static func standBack() {
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, slowWorkNiceness)
  }

  /// With this, two busy threads on two processors leave slow work about a tenth of one.
  private static let slowWorkNiceness: Int32 = 10

  /// geteuid(2).
  static var user: uid_t { geteuid() }

  /// clock_gettime(2) of CLOCK_REALTIME, which people set.
  static var now: Moment { Moment(milliseconds: milliseconds(CLOCK_REALTIME)) }

  /// clock_gettime(2) of CLOCK_MONOTONIC, which nobody sets.
  static var uptimeMilliseconds: Int64 { milliseconds(CLOCK_MONOTONIC) }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    let result = unsafe clock_gettime(clock, &time)
    precondition(result == 0, "both clocks are in every Linux")
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
