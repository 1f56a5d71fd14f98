import Glibc

/// The monotonic clock, in nanoseconds.
enum Clock {
  /// clock_gettime(2) with CLOCK_MONOTONIC.
  static var now: UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Nanoseconds of so many seconds.
  static func nanoseconds(_ seconds: Double) -> UInt64 { UInt64(seconds * 1e9) }

  /// Seconds since an earlier reading of ``now``.
  static func seconds(since start: UInt64) -> Double { Double(now - start) / 1e9 }
}
