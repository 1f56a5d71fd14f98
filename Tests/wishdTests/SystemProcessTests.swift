import Glibc
import Testing

@testable import wishd

@Suite("What a process of ours lets be seen of it") struct SystemProcessTests {
  @Test("No core is dumped, and nobody may look into its memory") func dumpable() async {
    await #expect(processExitsWith: .success) {
      try hardenProcess()
      var limit = rlimit()
      #expect(unsafe getrlimit(__rlimit_resource_t(4), &limit) == 0)
      #expect(limit.rlim_max == 0, "RLIMIT_CORE")
      // prctl(2) is variadic, which Swift does not import; PR_GET_DUMPABLE is 3.
      typealias Control =
        @convention(c) (CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong) -> CInt
      let symbol = unsafe dlsym(nil, "prctl")
      let control = unsafe unsafeBitCast(symbol, to: Control.self)
      #expect(control(3, 0, 0, 0, 0) == 0, "dumpable")
    }
  }
}
