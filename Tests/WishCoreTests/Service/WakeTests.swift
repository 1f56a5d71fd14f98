import Testing

@testable import WishCore

@Suite("The loop is woken only for something") struct WakeTests {
  @Test("A store without communities, and without connections, never asks to be woken") func emptyStoreRests()
    throws
  {
    let town = try Town()
    // The empty wall of all is rendered first, once it has waited for others.
    town.pass(seconds: 1)
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

@Suite("A new store has a wall") struct FirstWallTests {
  @Test("WALL on a store without communities is an empty wall, and hangs in every format") func empty() throws
  {
    let town = try Town()
    let anybody = town.connect()
    let lines = anybody.say("WALL")
    #expect(lines.last == "OK")
    #expect(lines.contains { $0.contains("墙") })
    for name in ["all.txt", "all.md", "all.html"] { #expect(!town.shelf[name].isEmpty) }
  }
}
