/// Everything that happens in a run, as one number; and as text, where somebody wants to read it.
struct Transcript {
  private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var requests = 0
  let isPrinted: Bool

  /// Adds a line.
  mutating func add(_ kind: StaticString, _ number: Int, _ bytes: [UInt8]) {
    add(byte: unsafe kind.utf8Start.pointee)
    add(byte: UInt8(truncatingIfNeeded: number))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var digest = digest
      // FNV-1a
      for index in 0..<buffer.count { digest = unsafe (digest ^ UInt64(buffer[index])) &* 0x100_0000_01B3 }
      self.digest = digest
    }
    if isPrinted { print(kind, number, String(decoding: bytes, as: UTF8.self)) }
  }

  mutating func add(_ kind: StaticString, _ number: Int, _ text: String) {
    add(kind, number, Array(text.utf8))
  }

  mutating func countRequest() { requests += 1 }

  private mutating func add(byte: UInt8) { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
