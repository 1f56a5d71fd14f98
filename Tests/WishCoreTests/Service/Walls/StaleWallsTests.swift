import Testing

@testable import WishCore

@Suite("Stale walls are rendered soon after a change, with a rest in between") struct StaleWallsTests {
  private let east = AreaCode(stored: "east")
  private let west = AreaCode(stored: "west")

  @Test("A change waits for others, a little") func gathers() {
    var walls = StaleWalls()
    #expect(!walls.isStale && walls.wakeAt == nil)
    walls.mark([east], at: 1_000)
    walls.mark([west], at: 1_100)
    #expect(walls.wakeAt == 1_150)
    #expect(!walls.isDue(at: 1_149) && walls.isDue(at: 1_150))
    #expect(walls.begin(at: 1_150) == [east, west])
    #expect(!walls.isDue(at: 9_999) && walls.wakeAt == nil, "one rendering at a time")
  }

  @Test(
    "The next change waits as long as it may; where somebody waits too, three times the rendering's length",
    arguments: [
      (0, 0, 800), (50, 150, 700), (100, 300, 600), (250, 600, 600), (500, 600, 600), (900, 900, 900),
    ] as [(Int64, Int64, Int64)]
  )
  func rests(took: Int64, rest: Int64, pause: Int64) {
    var walls = StaleWalls()
    walls.mark([east], at: 0)
    _ = walls.begin(at: 1_000)
    walls.mark([west], at: 1_000)
    walls.end([east], isDone: true, at: 1_000 + took)
    #expect(walls.wakeAt == 1_000 + took + pause)
    // Somebody who waits for it goes before the pause, not before the rest.
    walls.hurry()
    #expect(walls.wakeAt == 1_000 + took + rest)
  }

  @Test("It knows which of the changes hang") func counts() {
    var walls = StaleWalls()
    walls.mark([], at: 0)
    _ = walls.begin(at: 200)
    walls.mark([east], at: 300)
    #expect(walls.hungChanges < 1 && walls.changes == 2)
    walls.end([], isDone: true, at: 400)
    #expect(walls.hungChanges == 1 && walls.isStale)
  }

  @Test("What failed is stale again, and is tried again after a while") func fails() {
    var walls = StaleWalls()
    walls.mark([east], at: 0)
    let rendered = walls.begin(at: 150)
    walls.mark([west], at: 160)
    walls.end(rendered, isDone: false, at: 200)
    #expect(walls.hasFailed && walls.hungChanges == -1)
    #expect(walls.wakeAt == 200 + StaleWalls.retryMilliseconds)
    #expect(walls.begin(at: 3_000) == [east, west])
    walls.end([east, west], isDone: true, at: 3_001)
    #expect(!walls.hasFailed && !walls.isStale)
  }
}
