import Foundation
import Testing
import WishCore

@testable import wishd

@Suite("The wall folder")
final class WallFolderTests {
  private let path: String
  private let files = FileManager.default

  init() throws {
    path = files.temporaryDirectory.appendingPathComponent("wall-\(UUID().uuidString)").path
  }

  deinit { try? files.removeItem(atPath: path) }

  @Test("is made where it is missing, and made again when somebody removes it")
  func isMade() throws {
    let folder = try WallFolder(path: path)
    try files.removeItem(atPath: path)
    try folder.replace("all.txt", with: Array("墙\n".utf8))
    #expect(try text("all.txt") == "墙\n")
    #expect(try mode(path) == 0o755)
    #expect(try mode("\(path)/all.txt") == 0o644)
  }

  @Test("replaces a planted link and leaves what it points to alone", arguments: ["target", "missing"])
  func replacesLink(name: String) throws {
    let folder = try WallFolder(path: path)
    let target = "\(path)/\(name)"
    if name == "target" { try Data("mine".utf8).write(to: URL(fileURLWithPath: target)) }
    for link in ["all.txt", ".wishd-all.txt.tmp"] {
      try files.createSymbolicLink(atPath: "\(path)/\(link)", withDestinationPath: target)
    }
    try folder.replace("all.txt", with: Array("new".utf8))
    #expect(try text("all.txt") == "new")
    #expect(
      try files.attributesOfItem(atPath: "\(path)/all.txt")[.type] as? FileAttributeType == .typeRegular
    )
    #expect((try? String(contentsOfFile: target, encoding: .utf8)) == (name == "target" ? "mine" : nil))
    #expect(!names().contains(".wishd-all.txt.tmp"))
  }

  @Test("loses what a killed daemon left half written, and nothing else")
  func removesLeftovers() throws {
    _ = try WallFolder(path: path)
    for name in [".wishd-all.txt.tmp", ".wishd-x.html.tmp", "notes.txt", ".hidden"] {
      try Data().write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    _ = try WallFolder(path: path)
    #expect(names() == [".hidden", "notes.txt"])
  }

  @Test("leaves the same content as it stands, and replaces another")
  func leavesUnchanged() throws {
    let folder = try WallFolder(path: path)
    try folder.replace("all.md", with: Array("one".utf8))
    let first = try inode("all.md")
    try folder.replace("all.md", with: Array("one".utf8))
    #expect(try inode("all.md") == first)
    // Kept open, lest the new file be given the old one's number.
    let old = FileHandle(forReadingAtPath: "\(path)/all.md")
    try folder.replace("all.md", with: Array("two".utf8))
    #expect(try inode("all.md") != first)
    #expect(old?.readDataToEndOfFile() == Data("one".utf8))
    #expect(try text("all.md") == "two")
  }

  @Test("hangs several files together, or leaves all as they were, and nothing half written")
  func together() throws {
    let folder = try WallFolder(path: path)
    try folder.replace("a.txt", with: Array("old".utf8))
    let long = Array(repeating: UInt8(0x61), count: 700_000)
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try folder.replace(["a.txt", "b.txt"]) { sheets in
        try sheets[0].append(long)
        try sheets[1].append(long)
        throw Failure()
      }
    }
    #expect(names() == ["a.txt"])
    #expect(try text("a.txt") == "old")
    let files = try folder.replace(["a.txt", "b.txt"]) { sheets in
      try sheets[0].append(Array("new".utf8))
      try sheets[1].append(long)
    }
    #expect(try text("a.txt") == "new")
    #expect(try text("b.txt").utf8.count == long.count)
    #expect(files.map(\.count) == [3, long.count])
    #expect(try files[1].read(699_990..<700_000) == Array(repeating: 0x61, count: 10))
    #expect(throws: SystemError.self) { try files[0].read(0..<4) }
  }

  @Test("puts a file together from parts of one that hung, whatever hangs now under its name")
  func parts() throws {
    let folder = try WallFolder(path: path)
    let bytes = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let old = try #require(try folder.replace(["all.txt"]) { try $0[0].append(bytes) }.first)
    try files.removeItem(atPath: "\(path)/all.txt")
    try Data("planted".utf8).write(to: URL(fileURLWithPath: "\(path)/all.txt"))
    let new = try #require(
      try folder.replace(["all.txt"]) { sheets in
        try sheets[0].append(10..<400_000, of: old)
        try sheets[0].append([1, 2, 3])
        try sheets[0].append(400_001..<900_000, of: old)
      }.first
    )
    let expected = bytes[10..<400_000] + [1, 2, 3] + bytes[400_001...]
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(path)/all.txt")) == Data(expected))
    #expect(try new.read(0..<new.count) == Array(expected))
    #expect(try old.read(0..<old.count) == bytes)
  }

  @Test("makes a file that others cannot read readable again")
  func restoresMode() throws {
    let folder = try WallFolder(path: path)
    try folder.replace("all.md", with: [0x61])
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(path)/all.md")
    try folder.replace("all.md", with: [0x61])
    #expect(try mode("\(path)/all.md") == 0o644)
  }

  @Test(
    "takes no other names",
    arguments: [
      "", "all", ".txt", "all.", "all.csv", "../all.txt", "a/b.txt", "All.txt", "all.txt.md", "a b.txt",
      "墙.txt",
      String(repeating: "a", count: 33) + ".txt", "all.txt\0",
    ]
  )
  func refusesNames(name: String) throws {
    let folder = try WallFolder(path: path)
    #expect(throws: SystemError.self) { try folder.replace(name, with: []) }
    #expect(names().isEmpty)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func mode(_ path: String) throws -> Int? {
    try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func inode(_ name: String) throws -> Int? {
    try files.attributesOfItem(atPath: "\(path)/\(name)")[.systemFileNumber] as? Int
  }

  private func names() -> [String] {
    ((try? files.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

extension WallFolder {
  /// Replaces one file.
  fileprivate func replace(_ name: String, with content: [UInt8]) throws {
    try replace([name]) { try $0[0].append(content) }
  }
}
