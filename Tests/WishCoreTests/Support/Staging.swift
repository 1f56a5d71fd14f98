import Testing

@testable import WishCore

/// Brings wishes to every state by requests alone.
struct Staging {
  /// The states in the order of the tables' columns.
  static let states: [WishState] = [
    .collected, .returned, .approved, .published, .claimed, .fulfilled, .referred, .confirmed, .closed,
    .rejected, .merged, .withdrawn,
  ]

  /// Staff of the place.
  let staff: Client
  /// What POST says besides the text.
  var slip = ""
  /// Who holds the wish where somebody does; has to be of the place.
  var holder = "m2"
  /// A second holder: then there are two slots, and ``holder`` holds one in as many states as it can.
  var second: String?
  /// Who is asked to take it once it is published.
  var invited: String?

  /// The number of a new wish in the state.
  func wish(_ state: WishState, sourceLocation: SourceLocation = #_sourceLocation) -> WishNumber {
    let posted = staff.done("POST \(slip) :楼道灯坏了", sourceLocation: sourceLocation)
    guard let number = posted.number("wish") else { return 0 }
    for line in lines(to: state) {
      let text = line.replacing("#", with: "\(number)")
      staff.done(text, sourceLocation: sourceLocation)
    }
    let found = staff.row("SHOW \(number)", sourceLocation: sourceLocation)["state"]
    #expect(found == state.rawValue, sourceLocation: sourceLocation)
    return number
  }

  private var approve: String { "APPROVE # category=convenience limit=7d slots=\(second == nil ? 1 : 2)" }

  private var published: [String] {
    [approve, "PUBLISH #"] + (invited.map { ["INVITE # \($0)"] } ?? [])
  }

  /// Published, and ``holder`` has done its share.
  private var halfDone: [String] {
    published + (second == nil ? [] : ["CLAIM # member=\(holder)", "FULFIL # member=\(holder)"])
  }

  private var claimed: [String] {
    published + ["CLAIM # member=\(holder)"] + (second.map { ["CLAIM # member=\($0)"] } ?? [])
  }

  /// Published, and ``holder`` is at work where it shares the wish.
  private var underWay: [String] { published + (second == nil ? [] : ["CLAIM # member=\(holder)"]) }

  private var fulfilled: [String] {
    claimed + ["FULFIL # member=\(holder)"] + (second.map { ["FULFIL # member=\($0)"] } ?? [])
  }

  private func lines(to state: WishState) -> [String] {
    switch state {
    case .collected: second == nil ? [] : halfDone + ["RETURN # :地址不详", "AMEND # address=东街1号"]
    case .returned: (second == nil ? [] : halfDone) + ["RETURN # :地址不详"]
    case .approved:
      second == nil ? [approve] : halfDone + ["RETURN # :地址不详", "AMEND # address=东街1号", approve]
    case .published: underWay
    case .claimed: claimed
    case .fulfilled: fulfilled
    case .referred: underWay + ["REFER # to=电力公司 :要换线路"]
    case .confirmed: fulfilled + ["CONFIRM # solved=yes"]
    case .closed: fulfilled + ["CONFIRM # solved=no then=close"]
    case .rejected: underWay + ["REJECT # :办不了"]
    case .merged:
      ["POST \(slip) :同一盏灯"] + underWay + ["MERGE # into=\(staff.town.service.office.lastWish + 1)"]
    case .withdrawn: underWay + ["WITHDRAW # :自己修好了"]
    }
  }
}
