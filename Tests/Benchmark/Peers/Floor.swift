import CLinux
import Glibc

/// The physical floor: a file that grows by 4 KiB, synced each time.
enum Floor {
  /// Appends and syncs for so many seconds.
  static func measure(in directory: String, seconds: Double) throws(Failure) -> Measured {
    let path = "\(directory)/floor"
    let file = unsafe wishd_open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
    guard file >= 0 else { throw .system("open \(path)") }
    defer {
      close(file)
      unsafe unlink(path)
    }
    let page = [UInt8](repeating: 0x77, count: 4_096)
    var measured = Measured()
    let start = Clock.now
    let until = start + Clock.nanoseconds(seconds)
    var now = start
    while now < until {
      guard unsafe page.withUnsafeBytes({ unsafe write(file, $0.baseAddress, $0.count) }) == page.count else {
        throw .system("write")
      }
      guard fdatasync(file) == 0 else { throw .system("fdatasync") }
      let done = Clock.now
      measured.times.add(done - now)
      measured.replies += 1
      now = done
    }
    measured.seconds = Double(now - start) / 1e9
    return measured
  }
}
