import CFaultVFS
import Synchronization

/// A disk that fails when it is told to and remembers what it was asked to do: an SQLite VFS over the
/// default one, see fault_vfs.h. It must outlive every connection on it.
@safe final class FaultDisk {
  /// The name under which SQLite knows it.
  let name: String
  private let disk: OpaquePointer

  private static let made = Atomic(0)

  init(records: Bool = false) {
    name = "fault-disk-\(Self.made.add(1, ordering: .relaxed).newValue)"
    guard let disk = unsafe fault_disk_make(name, records ? 1 : 0) else {
      preconditionFailure("SQLite takes no more VFS")
    }
    unsafe self.disk = disk
  }

  deinit { unsafe fault_disk_free(disk) }

  /// Has a change fail, counted from now.
  func plan(_ fault: Fault) {
    unsafe fault_disk_plan(
      disk,
      fault.kind.operations,
      fault.kind.how,
      Int64(fault.number),
      fault.isSticky ? 1 : 0
    )
  }

  /// Ends all faults.
  func heal() { unsafe fault_disk_heal(disk) }

  /// Whether anything failed yet.
  var hasFailed: Bool { failureCount > 0 }

  /// How many changes failed.
  var failureCount: Int { Int(unsafe fault_disk_failures(disk)) }

  /// Puts a mark into the record.
  func mark(_ mark: Int) { unsafe fault_disk_mark(disk, Int64(mark)) }

  /// How many changes the record holds.
  var changeCount: Int { Int(unsafe fault_disk_change_count(disk)) }

  /// A change of the record. Its bytes go with the disk.
  func change(_ index: Int) -> DiskChange {
    let change = unsafe fault_disk_change(disk, Int64(index)).pointee
    let file = Int(unsafe change.file)
    let offset = Int(unsafe change.offset)
    return switch unsafe change.operation {
    case Int32(FAULT_WRITE):
      unsafe .write(file, offset, UnsafeRawBufferPointer(start: change.bytes, count: Int(change.count)))
    case Int32(FAULT_SYNC): unsafe .sync(file)
    case Int32(FAULT_TRUNCATE): unsafe .truncate(file, offset)
    case Int32(FAULT_CREATE): unsafe .create(file)
    case Int32(FAULT_DELETE): unsafe .delete(file, isSynced: offset != 0)
    default: unsafe .mark(offset)
    }
  }
}

/// One change that was asked of a disk, by number of the file: see ``StoreFiles``.
@unsafe enum DiskChange {
  case write(Int, Int, UnsafeRawBufferPointer)
  case sync(Int)
  case truncate(Int, Int)
  case create(Int)
  case delete(Int, isSynced: Bool)
  case mark(Int)
}

/// The `number`-th change of a kind fails, and where it is sticky every later one too.
struct Fault: CustomStringConvertible, Sendable {
  enum Kind: CaseIterable {
    /// write(2) says EIO.
    case writeError
    /// write(2) says ENOSPC.
    case diskFull
    /// Half is written, then the disk is full.
    case shortWrite
    /// Only the later sectors are written, then EIO.
    case tornWrite
    /// fsync(2) says EIO.
    case syncError
    /// ftruncate(2) says EIO.
    case truncateError
    /// unlink(2) says EIO.
    case deleteError
    /// Everything fails from here on, reads too: the disk was pulled.
    case stop

    var operations: Int32 {
      switch self {
      case .writeError, .diskFull, .shortWrite, .tornWrite: Int32(FAULT_WRITE)
      case .syncError: Int32(FAULT_SYNC)
      case .truncateError: Int32(FAULT_TRUNCATE)
      case .deleteError: Int32(FAULT_DELETE)
      case .stop: Int32(FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE | FAULT_DELETE)
      }
    }

    var how: Int32 {
      switch self {
      case .writeError, .syncError, .truncateError, .deleteError: Int32(FAULT_ERROR)
      case .diskFull: Int32(FAULT_FULL)
      case .shortWrite: Int32(FAULT_SHORT)
      case .tornWrite: Int32(FAULT_TORN)
      case .stop: Int32(FAULT_STOP)
      }
    }
  }

  let kind: Kind
  let number: Int
  let isSticky: Bool

  var description: String { "\(kind) at \(number)\(isSticky ? " and ever after" : "")" }
}
