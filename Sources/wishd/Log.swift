import Dispatch
import Synchronization

/// Lines on standard error, written from a queue of their own.
///
/// The loop never waits for whoever reads them: what a stalled reader leaves unread is kept up to
/// ``backlogBytesMax``, the rest is dropped and counted, and the count is told once there is room again.
final class Log: Sendable {
  /// Bytes that may wait for the reader.
  static let backlogBytesMax = 1_048_576

  private let descriptor: Descriptor
  private let queue = DispatchQueue(label: "wishd.log")
  private let waitingBytes = Atomic<Int>(0)
  private let droppedLines = Atomic<Int>(0)

  init(descriptor: Descriptor = .standardError) {
    self.descriptor = descriptor
  }

  /// Writes lines with the time before each; control characters, which could forge a line or steer a
  /// terminal, are shown as “?”. What one turn of the loop has to say goes in one piece.
  func write(_ lines: [String]) {
    if lines.isEmpty { return }
    let time = System.now.text
    var bytes: [UInt8] = []
    for line in lines {
      bytes.append(contentsOf: time.utf8)
      bytes.append(0x20)
      bytes.append(contentsOf: Log.clean(line).utf8)
      bytes.append(0x0A)
    }
    enqueue(bytes, lines: lines.count)
  }

  /// Writes a line as it is, for programs that wait for it.
  func writePlain(_ line: String) {
    enqueue(Array("\(Log.clean(line))\n".utf8), lines: 1)
  }

  /// Waits until everything is written, but no longer than a stalled reader deserves.
  func flush(withinMilliseconds limit: Int = 1_000) {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + .milliseconds(limit))
  }

  private func enqueue(_ bytes: [UInt8], lines: Int) {
    guard waitingBytes.load(ordering: .relaxed) + bytes.count <= Log.backlogBytesMax else {
      droppedLines.add(lines, ordering: .relaxed)
      return
    }
    waitingBytes.add(bytes.count, ordering: .relaxed)
    queue.async {
      // A log that cannot be written has nobody left to be told.
      try? System.writeAll(self.descriptor, bytes)
      let (_, left) = self.waitingBytes.subtract(bytes.count, ordering: .relaxed)
      // Lines are dropped only while others wait, so the last of those comes by here.
      guard left == 0 else { return }
      let dropped = self.droppedLines.exchange(0, ordering: .relaxed)
      if dropped > 0 {
        let line = "\(System.now.text) log: \(dropped) lines dropped\n"
        try? System.writeAll(self.descriptor, Array(line.utf8))
      }
    }
  }

  private static func clean(_ line: String) -> String {
    // Our own lines are printable ASCII, but for the rare fault that quotes a message of the system.
    if line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? "?" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
