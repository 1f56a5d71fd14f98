import WishCore

/// `wishd init`: makes the data directory and an empty store, and prints the first secret.
func runInit(data: String) throws(CommandFailure) {
  try hardenProcess()
  let directory = try DataDirectory.create(data)
  let secret = try makeStore(in: directory)
  try print("account=admin secret=\(secret)\n")
}

/// Makes the store with its first account and returns that one's secret.
private func makeStore(in directory: DataDirectory) throws(CommandFailure) -> String {
  var random = SystemRandomNumberGenerator()
  do throws(StoreFailure) {
    return try Founding.found(path: directory.storePath, at: System.now, using: &random)
  } catch {
    throw CommandFailure(error, store: directory.storePath)
  }
}
