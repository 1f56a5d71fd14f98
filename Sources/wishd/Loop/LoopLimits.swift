import WishCore

/// The bounds that only the shell needs.
extension Limits {
  /// Connections from one remote address; loopback and Unix sockets are not counted.
  static let connectionsPerAddressMax = 64
  /// Connections accepted from one listener in a turn.
  static let acceptBatchMax = 64
  /// Descriptors that one wait reports.
  static let readyBatchMax = 1_024
  /// Bytes read from one connection in a turn; what is left makes it ready again.
  static let readBytesMax = 65_536
  /// How long a finished connection may take to end its side. Closing while its bytes are unread would
  /// send a reset, which takes the last reply out of the peer's hands (RFC 1122, 4.2.2.13).
  static let lingerMilliseconds: Int64 = 2_000
  /// How long accepting rests when descriptors have run out and no connection ends before.
  static let acceptPauseMilliseconds: Int64 = 1_000
  /// How often connections that are waited for are looked at.
  static let sweepMilliseconds: Int64 = 250
  /// How long a daemon that was told to stop finishes what it has accepted.
  static let shutdownMilliseconds: Int64 = 10_000
  /// Descriptors kept from connections, so that the store and the walls can always open their files.
  static let descriptorsReserved = 96
}
