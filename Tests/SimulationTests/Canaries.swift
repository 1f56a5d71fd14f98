import Foundation

@testable import WishCore

/// Words that stand for what people tell the service in confidence, and who may ever be told them.
///
/// `Qn7q` is a name, `Qa7q` an address, `13900000007` a phone, `Qt7q` a word of a slip's text, `Qw7q` one
/// of a note.
struct Canaries {
  /// Whose output it is.
  struct Reader {
    let account: AccountCode
    let role: Role
    let area: AreaCode?
  }

  enum Kind {
    case person
    case slip
    case note
  }

  /// The wishes in whose papers or notes a word stands, or stood.
  private(set) var owners: [String: Set<WishNumber>] = [:]
  /// Names, phones and addresses that stood on a slip and do not any more: what its text says of them is
  /// text like any other.
  private var retired: Set<String> = []
  /// Every area in which a member ever was.
  private var areas: [AccountCode: Set<AreaCode>] = [:]

  static func name(_ number: Int) -> String { "Qn\(number)q" }
  static func address(_ number: Int) -> String { "Qa\(number)q" }
  static func slip(_ number: Int) -> String { "Qt\(number)q" }
  static func note(_ number: Int) -> String { "Qw\(number)q" }
  static func phone(_ number: Int) -> String { "1390" + String(10_000_000 + number).dropFirst() }

  static func kind(of word: String) -> Kind {
    word.hasPrefix("Qt") ? .slip : word.hasPrefix("Qw") ? .note : .person
  }

  /// The words that stand in a text.
  static func find(in text: String) -> [String] { find(in: Array(text.utf8)) }

  /// The words that stand among bytes.
  static func find(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    unsafe bytes.withUnsafeBytes { raw in
      var index = 0
      while index < raw.count {
        let byte = unsafe raw[index]
        // Most bytes are neither: two comparisons, for there are many.
        if byte == 0x51 {
          var end = index + 2
          while end < raw.count, unsafe (0x30...0x39).contains(raw[end]) { end += 1 }
          if end > index + 2, end < raw.count, unsafe raw[end] == 0x71 {
            found.append(String(decoding: bytes[index...end], as: UTF8.self))
          }
        } else if byte == 0x31, index + 11 <= raw.count, unsafe raw[index + 1] == 0x33 {
          let number = bytes[index..<index + 11]
          if number.allSatisfy({ (0x30...0x39).contains($0) }), number.starts(with: "1390".utf8) {
            found.append(String(decoding: number, as: UTF8.self))
          }
        }
        index += 1
      }
    }
    return found
  }

  /// A note that will be written about a wish.
  mutating func expect(_ word: String, about wish: WishNumber) { owners[word, default: []].insert(wish) }

  /// Looks what words a slip says.
  mutating func learn(_ papers: Papers, of wish: WishNumber) {
    let texts = [
      papers.text, papers.name, papers.phone, papers.address, papers.contactName, papers.contactPhone,
    ]
    for text in texts.compactMap({ $0 }) {
      for word in Self.find(in: text) { owners[word, default: []].insert(wish) }
    }
    retire(papers, of: wish)
  }

  /// Looks which names, phones and addresses a slip bears no more.
  private mutating func retire(_ papers: Papers, of wish: WishNumber) {
    let fields = [papers.name, papers.phone, papers.address, papers.contactName, papers.contactPhone]
    let borne = Set(fields.compactMap { $0 }.flatMap { Self.find(in: $0) })
    for (word, wishes) in owners where wishes.contains(wish) && Self.kind(of: word) == .person {
      if !borne.contains(word) { retired.insert(word) }
    }
  }

  /// Looks where members are.
  mutating func learn(_ members: some Collection<Member>) {
    for member in members { areas[member.account, default: []].formUnion(member.areas) }
  }

  /// The words that only slips and notes of this wish say.
  func words(of wish: WishNumber) -> [String] { owners.filter { $0.value == [wish] }.keys.sorted() }

  /// The words in bytes that somebody is told, which nobody may tell them: by what the log made of the
  /// wishes at any time since `step`. Where `reader` is nil, everybody reads, as on a wall.
  func leaks(in bytes: [UInt8], to reader: Reader?, since step: Int, _ ledger: Ledger, _ tree: Office)
    -> [String]
  {
    Self.find(in: bytes).filter { word in
      // What was amended twice in one turn stands on no slip when the turn is over: staff may have seen it.
      guard let wishes = owners[word] else { return reader?.role != .staff }
      return !wishes.contains { number in
        ledger.views(of: number, since: step).contains { mayTell(word, $0, to: reader, tree) }
      }
    }
  }

  private func mayTell(_ word: String, _ view: Ledger.View, to reader: Reader?, _ tree: Office) -> Bool {
    let wish = view.wish
    guard !wish.isErased else { return false }
    let kind = retired.contains(word) ? .slip : Self.kind(of: word)
    let isOnCard = kind == .slip && view.showsSlip && wish.isApproved
    guard let reader else { return isOnCard && wish.hasCard }
    let place = wish.grid ?? wish.community
    let isNear = reader.area.map { tree.isInside(place, $0) } ?? (reader.role == .admin)
    let isShown = [.published, .claimed, .fulfilled, .confirmed, .closed].contains(wish.state)
    switch reader.role {
    case .staff: return isNear
    case .admin, .supervisor: return isOnCard && isNear && !wish.isConfidential
    case .terminal: return isOnCard && isNear && !wish.isConfidential && isShown
    case .member:
      let works = wish.activeClaims.contains { $0.member == reader.account }
      if kind == .person { return works && wish.contact == .direct }
      guard isOnCard else { return false }
      if wish.holders.contains(where: { $0.member == reader.account }) { return true }
      let isInReach = areas[reader.account]?.contains { tree.isInside(place, $0) } ?? false
      return isShown && isInReach && (!wish.isConfidential || wish.invited.contains(reader.account))
    }
  }
}
