import WishCore

/// How many connections there are, and how many of them come from each remote address.
struct ConnectionCount {
  /// All of them.
  private(set) var all = 0
  private var ofAddress: [String: Int] = [:]

  /// Counts a connection in; false, and not counted, where its address has as many as it may.
  mutating func admit(_ peer: Peer) -> Bool {
    if case .remote(let host) = peer {
      let count = ofAddress[host, default: 0]
      guard count < Limits.connectionsPerAddressMax else { return false }
      ofAddress[host] = count + 1
    }
    all += 1
    return true
  }

  /// Counts a connection out again.
  mutating func release(_ peer: Peer) {
    all -= 1
    if case .remote(let host) = peer, let count = ofAddress[host] {
      ofAddress[host] = count > 1 ? count - 1 : nil
    }
  }
}
