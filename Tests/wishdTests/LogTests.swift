import Foundation
import Testing

@testable import wishd

@Suite("The log")
struct LogTests {
  @Test("stands in lines of its own, whatever they hold")
  func lines() throws {
    let pipe = Pipe()
    let log = Log(descriptor: Descriptor(dup(pipe.fileHandleForWriting.fileDescriptor)))
    log.writePlain("ready x")
    log.write(["a\nb\u{1B}[2J\u{9B}", "墙"])
    log.write([])
    log.flush()
    let text = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[0] == "ready x")
    #expect(lines[1].hasSuffix("Z a?b?[2J?"))
    #expect(lines[2].hasSuffix("Z 墙"))
    #expect(lines[3].isEmpty)
  }

  @Test("never waits for its reader, and says how many lines a slow one has missed")
  func stalledReader() throws {
    let pipe = Pipe()
    let log = Log(descriptor: Descriptor(dup(pipe.fileHandleForWriting.fileDescriptor)))
    let line = String(repeating: "x", count: 999)
    let started = Date()
    for _ in 0..<5_000 { log.write([line]) }
    #expect(Date().timeIntervalSince(started) < 5)
    pipe.fileHandleForWriting.closeFile()
    var text = ""
    while !text.contains(" lines dropped\n") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    let lines = text.split(separator: "\n")
    let told = try #require(lines.last?.split(separator: " ").dropFirst(2).first.flatMap { Int($0) })
    #expect(lines.count - 1 + told == 5_000)
    // What the pipe itself took is not waiting any more.
    #expect(text.utf8.count < Log.backlogBytesMax + 65_536 + 2_048)
  }
}
