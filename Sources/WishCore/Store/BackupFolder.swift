import CSQLite
import Glibc

/// What a copy of the store is called: its file is `<name>.db`.
public typealias BackupName = Code<BackupFolder>

/// The folder of a store's copies, open to nobody but its owner.
public struct BackupFolder: Equatable, Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder; it is made with the first copy.
  public init(path: String) {
    self.path = path
  }

  /// The file of a copy.
  public func file(of name: BackupName) -> String { "\(path)/\(name).db" }

  /// Whether anything bears that name in the folder, a link to nowhere included.
  func has(_ name: BackupName) -> Bool {
    var status = stat()
    return unsafe lstat(file(of: name), &status) == 0
  }

  /// Makes the folder where it is missing.
  func make() throws(StoreFault) {
    guard unsafe mkdir(path, 0o700) != 0 else {
      try StoreFile(path: path).syncDirectory()
      return
    }
    guard errno == EEXIST else { throw .system("mkdir") }
  }

  /// Removes what a copy that was cut short has left behind: it holds what a store holds, and nobody
  /// would ever look for it.
  public func removeUnfinished() {
    guard let folder = unsafe opendir(path) else { return }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if StoreFile.suffixes.contains(where: { name.hasSuffix(".db.new\($0)") }) {
        _ = unsafe unlink("\(path)/\(name)")
      }
    }
  }
}
