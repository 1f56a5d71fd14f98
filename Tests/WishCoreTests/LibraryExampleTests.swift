import Foundation
import Testing
import WishCore

@Suite("The library from outside") struct LibraryExampleTests {
  private let now = Moment(milliseconds: 1_795_161_600_000)

  @Test("The example takes a wish from the slip to the resident's yes")
  func life() throws {
    let (wall, wish) = try lifeOfAWish(at: now)
    #expect(wish.state == .confirmed)
    #expect(wish.claims.map(\.state) == [.fulfilled])
    #expect(wish.claims.map(\.due.text) == ["2026-11-27T16:00:00Z"])
    #expect(wall.contains("向阳社区微心愿墙"))
    #expect(wall.contains("已认领，办理中"))
    #expect(wall.contains("厨房的灯坏了，想请人来修，电话***"))
  }

  @Test("The example of a service enters a slip in a store of its own")
  func service() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let reply = try postASlip(toANewStoreAt: folder.appending(path: "wish.db").path, now: now)
    guard case .ok(let fields, _)? = reply else {
      Issue.record("the slip was answered with \(String(describing: reply))")
      return
    }
    #expect(fields["wish"] == "1")
    #expect(fields["state"] == "collected")
  }

  @Test("The page shows the examples as they are compiled here", arguments: ["Library", "Service"])
  func page(_ name: String) throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let example = try String(contentsOf: here.appending(path: "\(name)Example.swift"), encoding: .utf8)
    let page = here.appending(path: "../../Sources/WishCore/WishCore.docc/UsingTheLibrary.md")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("\n```swift\n\(example)```\n"))
  }
}
