import Foundation
import Testing

@testable import wishd

@Suite("The demo", .serialized)
struct DemoTests {
  @Test("plays every fate, prints the wall of all, and gives nobody away")
  func plays() throws {
    let (exit, output, errors) = try Daemon.run(["demo"])
    #expect(exit == 0, "\(errors)")
    #expect(errors.isEmpty)

    for slip in SampleSlip.all {
      for column in ["name", "phone", "address"] {
        guard let value = slip[column] else { continue }
        #expect(!output.contains(value), "\(column) of row \(slip.place)")
      }
    }
    let parts = output.split(separator: "心愿墙：", maxSplits: 1)
    try #require(parts.count == 2)
    for label in [
      "政策宣传", "法律援助", "医疗保健", "扶贫帮困", "便民利民", "文化娱乐", "治安调解", "环境保护",
    ] {
      #expect(parts[1].contains("【\(label)】"))
    }
    // What the slips' fates come to; each number is checked against the daemon by the demo itself.
    for sentence in [
      "待审定3；", "退回补充2；", "已审定，待公示3；", "待认领31；", "已认领，办理中9；", "已办理，待回访5；", "已转办2；", "居民已确认13；",
      "暂难办理（已说明）2；", "已合并2。",
    ] {
      #expect(parts[0].contains(sentence), "\(sentence)")
    }
    for sentence in [
      "没有变成两张", " replay=yes", "自动遮住了", "ERR NOT_FOUND ", "只有一位领到", "ERR TAKEN ", "心愿回到墙上", " type=lapsed ",
    ] {
      #expect(parts[0].contains(sentence), "\(sentence)")
    }
    #expect(output.hasSuffix("守护进程已正常退出，临时数据已删除。\n"))
  }

  /// Who is ended in the middle of the play.
  enum Victim: CaseIterable { case demo, daemon }

  @Test("leaves neither daemon nor data behind when it is cut short", arguments: Victim.allCases)
  func isCutShort(_ victim: Victim) throws {
    let process = Process()
    process.executableURL = Daemon.program
    process.arguments = ["demo"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var story = Data()
    while !String(decoding: story, as: UTF8.self).contains("定标准") {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      story += piece
    }
    let demo = process.processIdentifier
    let daemon = try #require(Int32(try text("/proc/\(demo)/task/\(demo)/children").prefix { $0 != " " }))
    let arguments = try text("/proc/\(daemon)/cmdline").split(separator: "\0")
    let data = try #require(arguments.first { $0.hasPrefix("/tmp/wishd-demo-") })
    #expect(FileManager.default.fileExists(atPath: String(data)))

    switch victim {
    case .demo: kill(demo, SIGINT)
    case .daemon: kill(daemon, SIGKILL)
    }
    let rest = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus != 0)
    #expect(said.hasPrefix("wishd: "))
    #expect(!rest.contains("演完了"))
    #expect(!FileManager.default.fileExists(atPath: String(data)))
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(daemon)"))
  }

  /// A file of /proc, which has no size.
  private func text(_ path: String) throws -> String {
    let bytes = try System.readAll(System.open(path, O_RDONLY), limit: 4_096)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}
