/// Finds the wishes of one household: the same phone, or the same name and address.
///
/// It keeps numbers by hashes; what stands on the slips decides.
struct Households {
  /// Of a household's wishes so many of the newest are looked at.
  static let walkMax = 32

  private var numbers: [Int: [WishNumber]] = [:]

  /// Enters a wish of a community; where a slip was amended it is found under both.
  mutating func enter(_ number: WishNumber, _ papers: Papers, _ community: AreaCode) {
    for key in Self.keys(papers, community) where numbers[key]?.contains(number) != true {
      numbers[key, default: []].append(number)
    }
  }

  /// The other wishes of the household, the newest of many.
  func others(
    _ papers: Papers,
    _ community: AreaCode,
    except number: WishNumber,
    _ office: Office
  ) -> [WishNumber] {
    let entered = Self.keys(papers, community).flatMap { (numbers[$0] ?? []).suffix(Self.walkMax) }
    return Set(entered).filter { $0 != number && Self.isSame($0, papers, office) }.sorted()
  }

  private static func keys(_ papers: Papers, _ community: AreaCode) -> [Int] {
    var keys: [Int] = []
    if let phone = plain(papers.phone) { keys.append(hash("phone", community.text, phone)) }
    if let name = plain(papers.name), let address = plain(papers.address) {
      keys.append(hash("home", community.text, name + "\n" + address))
    }
    return keys
  }

  private static func hash(_ kind: String, _ community: String, _ value: String) -> Int {
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(community)
    hasher.combine(value)
    return hasher.finalize()
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

  /// Hashes can be equal by chance, and slips are amended.
  private static func isSame(_ number: WishNumber, _ papers: Papers, _ office: Office) -> Bool {
    guard let other = try? office.papers(of: number) else { return false }
    if let phone = plain(papers.phone), phone == plain(other.phone) { return true }
    guard let name = plain(papers.name), let address = plain(papers.address) else { return false }
    return name == plain(other.name) && address == plain(other.address)
  }
}
