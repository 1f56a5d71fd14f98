import WishCore

/// `wishd check`: looks through a store that no daemon uses and prints what is wrong with it.
func runCheck(data: String) throws(CommandFailure) -> ExitCode {
  try hardenProcess()
  let directory = try DataDirectory.open(data)
  let check: StoreCheck
  do throws(StoreFailure) {
    check = try StoreCheck(path: directory.storePath)
  } catch {
    throw CommandFailure(error, store: directory.storePath)
  }
  for finding in check.findings { try print("\(finding)\n") }
  guard check.findings.isEmpty else {
    throw CommandFailure(
      .unusableData,
      "\(directory.storePath) 有 \(check.findings.count) 处不对，没有改动它。请从备份恢复，并留下这份供检查。"
    )
  }
  try print("OK wishes=\(check.wishes) events=\(check.events)\n")
  return .success
}
