/// Finds the wishes of one household: the same phone, or the same name and address.
///
/// It keeps numbers by hashes and nothing of what stands on the slips.
struct Households {
  /// Of a household's wishes so many of the newest are looked at.
  static let walkMax = 32

  /// A hash of 128 bits under a key of the process's own: equal ones come from equal slips.
  private struct Key: Hashable {
    let first: Int
    let second: Int

    init(_ kind: String, _ community: AreaCode, _ value: String) {
      var hasher = Hasher()
      hasher.combine(kind)
      hasher.combine(community)
      hasher.combine(value)
      first = hasher.finalize()
      hasher = Hasher()
      hasher.combine(first)
      hasher.combine(value)
      second = hasher.finalize()
    }
  }

  /// The wishes of each household, ascending.
  private var numbers: [Key: [WishNumber]] = [:]
  /// Where each wish stands.
  private var keys: [WishNumber: [Key]] = [:]

  /// Enters a wish of a community as its slip stands now.
  mutating func enter(_ number: WishNumber, _ papers: Papers, _ community: AreaCode) {
    let new = Self.keys(papers, community)
    guard keys[number] ?? [] != new else { return }
    remove(number)
    keys[number] = new
    for key in new { numbers[key, default: []].enter(number) }
  }

  /// Takes a wish out; nothing happens where it is not there.
  mutating func remove(_ number: WishNumber) {
    for key in keys.removeValue(forKey: number) ?? [] {
      numbers[key]?.leave(number)
      if numbers[key]?.isEmpty == true { numbers[key] = nil }
    }
  }

  /// The other wishes of the household, the newest of many, ascending.
  func others(_ papers: Papers, _ community: AreaCode, except number: WishNumber) -> [WishNumber] {
    let entered = Self.keys(papers, community).flatMap { (numbers[$0] ?? []).suffix(Self.walkMax) }
    return Set(entered).filter { $0 != number }.sorted()
  }

  private static func keys(_ papers: Papers, _ community: AreaCode) -> [Key] {
    var keys: [Key] = []
    if let phone = plain(papers.phone) { keys.append(Key("phone", community, phone)) }
    if let name = plain(papers.name), let address = plain(papers.address) {
      // A line's end stands in no plain value.
      keys.append(Key("home", community, name + "\n" + address))
    }
    return keys
  }

  /// A value without the spaces and marks that people write differently.
  private static func plain(_ value: String?) -> String? {
    // Most phones.
    if let value, !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return value }
    let letters = value?.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return letters.flatMap { $0.isEmpty ? nil : String(String.UnicodeScalarView($0)) }
  }
}

/// Numbers in ascending order.
extension [WishNumber] {
  fileprivate mutating func enter(_ number: WishNumber) { insert(number, at: place(of: number)) }

  fileprivate mutating func leave(_ number: WishNumber) { remove(at: place(of: number)) }

  /// Where a number stands, or belongs.
  private func place(of number: WishNumber) -> Int {
    // Most are new, and go to the end.
    guard let last, number <= last else { return count }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
