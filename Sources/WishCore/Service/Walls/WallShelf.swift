/// Where the walls' files are kept.
public protocol WallShelf: Sendable {
  /// Replaces the files `names`, each whole or not at all; they are on disk when this returns.
  ///
  /// - Parameters:
  ///   - names: The files, each once.
  ///   - write: Is given an empty sheet for each, in the same order, and writes on all of them. What it
  ///     throws leaves every file as it was.
  /// - Returns: what hangs now, in the same order.
  /// - Throws: what `write` throws, or why the folder takes nothing.
  @discardableResult
  func replace(_ names: [String], _ write: ([any WallSheet]) throws -> Void) throws -> [any WallFile]
}

/// A wall's file that is being written, which nobody sees yet.
public protocol WallSheet {
  /// Writes bytes behind those that are there.
  func append(_ bytes: [UInt8]) throws
  /// Writes a part of a file that hangs, or hung, behind what is there.
  func append(_ part: Range<Int>, of file: any WallFile) throws
}

/// A wall's file as it was hung. It stays as it is, and can be read, when another takes its place.
public protocol WallFile: Sendable {
  /// Its length in bytes.
  var count: Int { get }
  /// The bytes of a part of it.
  func read(_ part: Range<Int>) throws -> [UInt8]
}

/// A sheet in memory, which is its own file once it hangs: for shelves that keep no files.
///
/// It is safe to share once nobody writes on it any more. The compiler cannot see that.
public final class MemorySheet: WallSheet, WallFile, @unchecked Sendable {
  /// What is written on it.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sheet.
  public init() {}

  /// Its length in bytes.
  public var count: Int { bytes.count }

  /// Writes bytes behind those that are there.
  public func append(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Writes a part of a file behind what is there.
  public func append(_ part: Range<Int>, of file: any WallFile) throws { bytes += try file.read(part) }

  /// The bytes of a part of it.
  public func read(_ part: Range<Int>) -> [UInt8] { Array(bytes[part]) }
}

/// Why walls were not rendered, or their files not replaced: words for the log.
struct WallFault: Error, CustomStringConvertible {
  let description: String

  init(_ words: String) { description = words }

  /// What `body` gives, or why it does not.
  static func catching<Value>(_ body: () throws -> Value) -> Result<Value, WallFault> {
    do { return .success(try body()) } catch { return .failure(WallFault("\(error)")) }
  }
}
