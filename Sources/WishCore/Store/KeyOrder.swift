extension Dictionary where Key: Comparable {
  /// The entries in the order of their keys. A dictionary's own order differs from one run to the next, and
  /// with it the pages of a file to which the entries are written.
  var inOrder: [(key: Key, value: Value)] { sorted { $0.key < $1.key } }
}

extension ReceiptKey: Comparable {
  /// By account, then by key.
  public static func < (left: Self, right: Self) -> Bool {
    (left.account, left.key) < (right.account, right.key)
  }
}

extension StandardKey: Comparable {
  /// By community, then by category.
  public static func < (left: Self, right: Self) -> Bool {
    (left.community, left.category.rawValue) < (right.community, right.category.rawValue)
  }
}
