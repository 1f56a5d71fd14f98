import Glibc
import Synchronization

/// SIGINT and SIGTERM end a run in order: servers are stopped, the scratch directory goes.
enum Interruption {
  private static let isAsked = Atomic<Bool>(false)

  /// sigaction(2); what blocks is interrupted, and looks.
  static func watch() {
    for number in [SIGINT, SIGTERM] { signal(number) { _ in Interruption.note() } }
  }

  private static func note() { isAsked.store(true, ordering: .relaxed) }

  /// Fails once somebody has asked for the end.
  static func check() throws(Failure) {
    if isAsked.load(ordering: .relaxed) { throw Failure("stopped by a signal") }
  }
}
