import WishCore

/// `wishd restore`: puts a backup in the place of the store, and keeps what was there.
func runRestore(_ options: RestoreOptions) throws(CommandFailure) {
  try hardenProcess()
  let directory = try DataDirectory.openForRestore(options.data)
  let backups = BackupFolder(path: directory.backupPath)
  // A name is that of a backup; whatever is none is a path.
  let source = BackupName(options.from).map { backups.file(of: $0) } ?? options.from
  let restoration: Restoration
  let kept: String?
  do throws(StoreFailure) {
    restoration = try Restoring.prepare(
      from: source,
      for: directory.storePath,
      listIn: backups,
      at: System.now
    )
    kept = try Restoring.place(storePath: directory.storePath)
  } catch {
    if case .absent = error { throw CommandFailure(.missingInput, "没有备份 \(source)。请检查 --from。") }
    throw CommandFailure(error, store: source)
  }
  try print("restored from=\(source) wishes=\(restoration.wishes) seq=\(restoration.seq)\n")
  if !restoration.erased.isEmpty {
    try print("erased-again=\(restoration.erased.map { "\($0)" }.joined(separator: ","))\n")
  }
  if let kept { try print("kept=\(kept)\n") }
  for finding in restoration.findings { try print("finding \(finding)\n") }
}
