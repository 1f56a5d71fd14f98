import Testing

@testable import WishCore

@Suite("The loop is woken only for something") struct WakeTests {
  @Test("A store without communities, and without connections, never asks to be woken") func emptyStoreRests()
    throws
  {
    let town = try Town()
    town.pass(seconds: 1)
    #expect(town.service.wakeAfterMilliseconds == nil)
  }

  @Test("With a quiet connection it asks to be woken for the time-outs alone") func quietConnectionRests()
    throws
  {
    let town = try Town()
    try town.settle()
    town.pass(seconds: 1)
    town.pass(seconds: 1)
    let wake = try #require(town.service.wakeAfterMilliseconds)
    #expect(wake > 0 && wake <= Service.sweepMilliseconds)
  }
}
