import Dispatch
import WishCore

/// `wishd serve`: the daemon, from taking the lock to its last reply.
func runServe(_ options: ServeOptions) throws(CommandFailure) -> ExitCode {
  try hardenProcess()
  let process = try ServerProcess()
  let log = Log()
  defer { log.flush() }
  let directory = try DataDirectory.open(options.data)
  let wall = try openWall(options.wall ?? directory.wallPath)
  let store = try openStore(directory)
  // The service is gone, and its readers with it, when the store is closed: the last to close it can then
  // take the write-ahead log away.
  let exit = try serve(
    makeService(store, directory, wall: wall, retaining: options.retain),
    at: openListeners(options, directory),
    process,
    log
  )
  // Where the outcome of a commit is not known, the store stays marked as not closed in order.
  if exit == .success { try close(store, directory) }
  return exit
}

/// What the daemon has of the system before it starts its first thread.
private struct ServerProcess {
  let stopSignals: Descriptor
  let descriptorsMax: Int

  init() throws(CommandFailure) {
    do {
      stopSignals = try System.makeStopSignals()
      descriptorsMax = try System.raiseFileLimit()
    } catch {
      throw CommandFailure(.inputOutput, "系统不给守护进程需要的东西（\(error)）。")
    }
  }
}

private func serve(
  _ service: Service,
  at listeners: [Listener],
  _ process: ServerProcess,
  _ log: Log
) throws(CommandFailure) -> ExitCode {
  // Nobody waits for it: the first slip comes later, or waits for the rest.
  DispatchQueue.global().async { Suggester.prepare() }
  do {
    let loop = try EventLoop(
      service: service,
      listeners: listeners,
      stopSignals: process.stopSignals,
      descriptorsMax: process.descriptorsMax,
      log: log
    )
    log.writePlain("ready " + listeners.map { "\($0.address)" }.joined(separator: " "))
    return try loop.run()
  } catch {
    throw CommandFailure(.inputOutput, "守护进程停下了（\(error)）。")
  }
}

/// What every command that touches the store does first: no core dumps, and files for nobody else.
func hardenProcess() throws(CommandFailure) {
  System.makeFilesPrivate()
  do {
    try System.forbidCoreDumps()
  } catch {
    throw CommandFailure(.inputOutput, "关不掉内存转储（\(error)），里面会有居民的资料，所以不启动。")
  }
}

private func openStore(_ directory: DataDirectory) throws(CommandFailure) -> Store {
  do throws(StoreFailure) {
    return try Store(path: directory.storePath)
  } catch {
    throw CommandFailure(error, store: directory.storePath)
  }
}

/// Reads the store into memory and makes the service that serves it.
private func makeService(
  _ store: Store,
  _ directory: DataDirectory,
  wall: WallFolder,
  retaining retention: Span?
) throws(CommandFailure) -> Service {
  do {
    return try Service(
      store: store,
      storePath: directory.storePath,
      shelf: wall,
      backups: BackupFolder(path: directory.backupPath),
      retention: retention
    )
  } catch let failure as StoreFailure {
    throw CommandFailure(failure, store: directory.storePath)
  } catch {
    throw CommandFailure(.unusableData, "\(directory.storePath) 读不进来（\(error)）。请从备份恢复。")
  }
}

private func close(_ store: Store, _ directory: DataDirectory) throws(CommandFailure) {
  do throws(StoreFailure) {
    try store.close()
  } catch {
    throw CommandFailure(error, store: directory.storePath)
  }
}

private func openWall(_ path: String) throws(CommandFailure) -> WallFolder {
  do {
    return try WallFolder(path: path)
  } catch {
    throw CommandFailure(.configuration, "心愿墙目录 \(path) 不能用（\(error)）。请检查路径和权限，或用 --wall 换一个。")
  }
}

/// Where nothing is named: the socket in the data directory, and loopback.
private func openListeners(
  _ options: ServeOptions,
  _ directory: DataDirectory
) throws(CommandFailure) -> [Listener] {
  let addresses =
    options.listen.isEmpty ? [Address.unix(directory.socketPath), Address.usual] : options.listen
  var listeners: [Listener] = []
  do {
    for address in addresses { listeners.append(try Listener.open(address)) }
  } catch {
    for listener in listeners { listener.close() }
    throw error
  }
  return listeners
}
