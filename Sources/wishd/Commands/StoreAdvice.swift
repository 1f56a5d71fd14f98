import WishCore

extension CommandFailure {
  /// Why a store cannot be used, in words for whoever runs the daemon, and what to do.
  init(_ failure: StoreFailure, store path: String) {
    switch failure {
    case .absent:
      self.init(.missingInput, "没有心愿库 \(path)。请先运行 wishd init。")
    case .present:
      self.init(.cannotCreate, "\(path) 已经在那里，没有改动它。请换一个目录，或直接运行 wishd serve。")
    case .locked:
      self.init(.unavailable, "\(path) 被别的程序锁住了。请关掉正在打开它的程序再试。")
    case .empty:
      self.init(.unusableData, "\(path) 是空文件。请从备份恢复，或移走它再运行 wishd init。")
    case .notDatabase:
      self.init(.unusableData, "\(path) 不是 SQLite 数据库，没有改动它。请检查 --data，或从备份恢复。")
    case .foreign:
      self.init(.unusableData, "\(path) 是别的程序的数据库，没有改动它。请检查 --data。")
    case .newer(let found):
      self.init(.unusableData, "\(path) 是更新的 wishd 写的（第 \(found) 版），没有改动它。请用新的 wishd。")
    case .damaged(let how):
      self.init(.unusableData, "\(path) 已损坏（\(how)）。请从备份恢复，并留下这份供检查。")
    case .rolledBack(let fault), .outcomeUnknown(let fault), .unreadable(let fault), .unusable(let fault):
      self.init(.inputOutput, "\(path) 读写出错（\(fault)）。请检查磁盘空间、权限和磁盘本身。")
    }
  }
}
