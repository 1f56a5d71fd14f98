import Foundation

@testable import WishCore

extension [UInt8] {
  /// Whether a word stands somewhere among the bytes.
  func holds(_ word: [UInt8]) -> Bool { Data(self).range(of: Data(word)) != nil }
}

/// The files of one store in a folder of its own, which goes with it. In memory where the machine has
/// such a file system: nothing here depends on the machine's own disk.
final class StoreFiles {
  let folder: String
  var path: String { folder + "/wishd.db" }

  /// What SQLite keeps in files, in the order of their numbers; shared memory is lost with the program.
  static let suffixes = ["", "-wal", "-journal"]

  init() throws {
    let memory = "/dev/shm"
    let root =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    folder = root + "/wishd-faults-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The skills that the workloads name, with what belongs to them: of the whole table, each of tens of
  /// thousands of starts would spend a third of its time on reading it.
  private static let skills = SkillTable.starting.filter { skill in
    let named = ["水电维修", "五金修理", "磨刀"].map { SkillName($0) }
    return named.contains(skill.name) || skill.parent.map(named.contains) == true
  }

  /// Makes a new store here.
  func found(at now: Moment) throws {
    var random = SeededRandom(seed: 1)
    _ = try Founding.found(path: path, skills: Self.skills, at: now, using: &random)
  }

  /// A copy of files that were read.
  convenience init(_ files: [[UInt8]?]) throws {
    try self.init()
    try put(files)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The files as they are now, nil for one that is not there.
  func read() throws -> [[UInt8]?] {
    try Self.suffixes.map { suffix in
      guard FileManager.default.fileExists(atPath: path + suffix) else { return nil }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + suffix)))
    }
  }

  /// A word that a chapter has erased and that stands in a file all the same.
  func firstForgotten(by chapter: Chapter) throws -> String? {
    guard !chapter.forgets.isEmpty else { return nil }
    let files = try read().compactMap { $0 }
    return chapter.forgets.first { word in files.contains { $0.holds(Array(word.utf8)) } }
  }

  /// Makes the files these, and forgets shared memory.
  func put(_ files: [[UInt8]?]) throws {
    unlink(path + "-shm")
    for (suffix, bytes) in zip(Self.suffixes, files) {
      unlink(path + suffix)
      guard let bytes else { continue }
      let descriptor = unsafe open(path + suffix, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
      defer { close(descriptor) }
      let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      guard written == bytes.count else { throw CocoaError(.fileWriteOutOfSpace) }
    }
  }

  private func unlink(_ path: String) { _ = unsafe Foundation.unlink(path) }
}
