import Glibc

/// A socket that takes connections.
final class Listener {
  /// The socket.
  let descriptor: Descriptor
  /// Where it really is: a port 0 has become the one that the system chose.
  let address: Address
  private let socketFile: FileStatus?

  private init(descriptor: Descriptor, address: Address, socketFile: FileStatus?) {
    self.descriptor = descriptor
    self.address = address
    self.socketFile = socketFile
  }

  /// Listens. The data directory's lock is held by now, so a socket file of ours that nobody answers
  /// behind is a leftover, and is removed; anything else that bears the name stays.
  ///
  /// - Throws: `unavailable` where the address is taken, `configuration` where this machine has no such
  ///   address or does not let us use it.
  static func open(_ address: Address) throws(CommandFailure) -> Listener {
    guard let socketAddress = address.socketAddress else {
      throw CommandFailure(
        .configuration,
        "套接字路径太长（超过 \(SocketAddress.pathBytesMax) 字节）：\(address)。请用 --listen unix:/较短的路径。"
      )
    }
    if case .unix(let path) = address { try removeLeftover(path, socketAddress) }
    do {
      let descriptor = try System.listen(socketAddress)
      switch address {
      case .internet(let host, _):
        let port = try System.localAddress(descriptor).port
        return Listener(
          descriptor: descriptor,
          address: .internet(host: host, port: port),
          socketFile: nil
        )
      case .unix(let path):
        return Listener(
          descriptor: descriptor,
          address: address,
          socketFile: try System.status(ofPath: path)
        )
      }
    } catch {
      if error.code == EADDRINUSE {
        throw CommandFailure(.unavailable, "\(address) 已被占用。请停掉占用它的程序，或用 --listen 换一个地址。")
      }
      throw CommandFailure(.configuration, "不能监听 \(address)（\(error)）。请检查地址和权限。")
    }
  }

  /// Takes no more connections, whoever else may still hold the socket.
  func close() {
    removeSocketFile()
    System.endListening(descriptor)
  }

  /// Removes the socket file, unless somebody has put another in its place.
  private func removeSocketFile() {
    guard case .unix(let path) = address, let socketFile,
      let found = try? System.status(ofPath: path),
      found.device == socketFile.device, found.inode == socketFile.inode
    else { return }
    try? System.remove(path)
  }

  private static func removeLeftover(
    _ path: String,
    _ socketAddress: SocketAddress
  ) throws(CommandFailure) {
    do throws(SystemError) {
      guard let found = try System.status(ofPath: path) else { return }
      let isLeftover = found.kind == .socket && found.owner == System.user
      guard isLeftover, try System.refusesConnections(socketAddress) else {
        throw SystemError("bind", code: EADDRINUSE)
      }
      try System.remove(path)
    } catch {
      throw CommandFailure(
        .unavailable,
        "\(path) 已被别的程序或文件占用，没有动它（\(error)）。请移走它，或用 --listen 换一个路径。"
      )
    }
  }
}
