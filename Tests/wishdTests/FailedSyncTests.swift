import Foundation
import Testing

@testable import FaultTests
@testable import WishCore
@testable import wishd

@Suite("A daemon whose disk fails to sync")
struct FailedSyncTests {
  @Test("tells UNKNOWN to all that waited for it and exits with 74; the next start knows, and the key tells")
  func unknown() throws {
    let home = try StoreFiles()
    var random = SystemRandomNumberGenerator()
    let secret = try Founding.found(path: home.path, at: System.now, using: &random)
    let door = "unix:\(home.folder)/door"
    let lines = ["SKILL 修鞋 key=a", "SKILL 补锅 key=b", "PING"]
    let first = try life(on: home, at: door, failing: true) { client in
      #expect(try client.ask("AUTH admin :\(secret)").hasPrefix("OK "))
      try client.send(lines.joined(separator: "\n"))
      let replies = try client.readToEnd()
      #expect(replies.map { $0.refusal ?? $0 } == ["UNKNOWN", "UNKNOWN"])
      #expect(replies.allSatisfy { $0.hasPrefix("ERR UNKNOWN retry=later ") })
    }
    #expect(first == .inputOutput)
    #expect(ExitCode.inputOutput.rawValue == 74)
    let second = try life(on: home, at: door, failing: false) { client in
      #expect(try client.ask("AUTH admin :\(secret)").hasPrefix("OK "))
      let again = try lines.prefix(2).map { try client.ask($0) }
      let once = try lines.prefix(2).map { try client.ask($0) }
      #expect(again.allSatisfy { $0.hasPrefix("OK ") })
      #expect(once == again.map { $0.hasSuffix(" replay=yes") ? $0 : $0 + " replay=yes" })
    }
    #expect(second == .success)
  }

  /// One life of a daemon with a client; returns how it exits.
  private func life(
    on home: StoreFiles,
    at door: String,
    failing: Bool,
    _ client: (LineClient) throws -> Void
  ) throws -> ExitCode? {
    let exit = Kept<ExitCode?>(nil)
    let stop = try System.makeWakeUp()
    let (path, backups) = (home.path, BackupFolder(path: home.folder + "/backup"))
    try onThreads(1) { _ in
      let disk = FaultDisk()
      let store = try Store(path: path, vfs: disk.name)
      let service = try Service(
        store: store,
        storePath: path,
        shelf: NoShelf(),
        backups: backups
      )
      let loop = try EventLoop(
        service: service,
        listeners: [Listener.open(#require(Address(door)))],
        stopSignals: stop,
        descriptorsMax: 200,
        log: Log(descriptor: System.open("/dev/null", O_WRONLY))
      )
      if failing { disk.plan(Fault(kind: .syncError, number: 1, isSticky: false)) }
      let code = try loop.run()
      exit.change { $0 = code }
    } meanwhile: {
      #expect(waits { FileManager.default.fileExists(atPath: "\(home.folder)/door") })
      let line = try LineClient(door)
      #expect(try line.readLine()?.hasPrefix("* HELLO ") == true)
      try client(line)
      if !failing { System.wakeUp(stop) }
    }
    return exit.value
  }
}
