import Foundation

/// libFuzzer's own `main`, as it lets others call it (https://llvm.org/docs/LibFuzzer.html#id25).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ tryInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which target this process fuzzes.
private let target: FuzzTarget = {
  guard let name = unsafe getenv("WISHD_FUZZ").map({ unsafe String(cString: $0) }),
    let target = FuzzTarget(rawValue: name)
  else { preconditionFailure("WISHD_FUZZ names no target: \(FuzzTarget.allCases.map(\.rawValue))") }
  return target
}()

@main enum Entry {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    let status = unsafe runDriver(&count, &arguments) { start, count in
      do {
        try target.check(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
      } catch {
        // libFuzzer takes the signal, and keeps the input.
        try? FileHandle.standardError.write(contentsOf: Data("violated: \(error)\n".utf8))
        abort()
      }
      return 0
    }
    exit(status)
  }
}
