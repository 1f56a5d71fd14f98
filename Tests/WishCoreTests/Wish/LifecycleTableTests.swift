import Testing

@testable import WishCore

/// What the protocol's page says of every act in every state, by where the member stands that it is about.
///
/// Written from the page, not from the code: `+` possible, `-` WRONG_STATE, `T` TAKEN, `F` FORBIDDEN.
/// The member's claim is n(one), a(ctive), f(ulfilled), l(apsed), r(eleased) or c(ancelled); or it has none
/// and w(aits), where the state has a waiting list. `F` says that there is no claim, or no place on that
/// list. The wish has two slots; in `claimed` the other members hold what the member does not.
private let page = """
  act         claim   col ret app pub cla ful ref con clo rej mer wit
  amend       naflrcw  +   +   +   +   +   +   +   -   -   -   -   -
  approve     naflrcw  +   -   -   -   -   -   -   -   -   -   -   -
  publish     naflrcw  -   -   +   -   -   -   -   -   -   -   -   -
  sendBack    nflrcw   +   -   +   +   -   -   -   -   -   -   -   -
  sendBack    a        -   -   -   -   -   -   -   -   -   -   -   -
  reject      naflrcw  +   +   +   +   +   -   +   -   -   -   -   -
  withdraw    naflrcw  +   +   +   +   +   -   +   -   -   -   -   -
  merge       naflrcw  +   +   +   +   +   -   +   -   -   -   -   -
  refer       naflrcw  +   +   +   +   +   -   +   -   -   -   -   -
  reopen      naflrcw  -   -   -   -   -   -   +   +   +   +   +   +
  invite      naflrcw  -   -   -   +   -   -   -   -   -   -   -   -
  claim       nlrcw    -   -   -   +   T   -   -   -   -   -   -   -
  claim       af       -   -   -   -   -   -   -   -   -   -   -   -
  wait        nlrc     -   -   -   -   +   -   -   -   -   -   -   -
  wait        afw      -   -   -   -   -   -   -   -   -   -   -   -
  unwait      w        F   F   F   +   +   +   F   F   F   F   F   F
  unwait      naflrc   F   F   F   F   F   F   F   F   F   F   F   F
  release     a        -   -   -   +   +   -   -   -   -   -   -   -
  release     nflrcw   F   F   F   F   F   F   F   F   F   F   F   F
  renew       a        -   -   -   +   +   -   -   -   -   -   -   -
  renew       nflrcw   F   F   F   F   F   F   F   F   F   F   F   F
  fulfilClaim a        -   -   -   +   +   -   -   -   -   -   -   -
  fulfilClaim l        -   -   -   +   T   -   -   -   -   -   -   -
  fulfilClaim f        -   -   -   -   -   -   -   -   -   -   -   -
  fulfilClaim nrcw     F   F   F   F   F   F   F   F   F   F   F   F
  fulfilWhole naflrcw  +   -   +   +   +   -   +   -   -   -   -   -
  confirm     naflrcw  -   -   -   -   -   +   -   -   -   -   -   -
  erase       naflrcw  -   -   -   -   -   -   -   +   +   +   +   +
  lapse       a        -   -   -   +   +   -   -   -   -   -   -   -
  lapse       nflrcw   F   F   F   F   F   F   F   F   F   F   F   F
  cancel      a        -   -   -   +   +   -   -   -   -   -   -   -
  cancel      nflrcw   F   F   F   F   F   F   F   F   F   F   F   F
  """

/// One field of the page.
private struct Situation: Hashable {
  let act: Act
  let holder: Character
  let state: WishState
}

/// The page, field by field; a field that stands twice or is malformed is missing.
private func readPage() -> [Situation: Character] {
  var fields: [Situation: Character] = [:]
  for line in page.split(separator: "\n").dropFirst() {
    let words = line.split(separator: " ")
    guard words.count == 14, let act = Act(rawValue: String(words[0])) else { continue }
    for holder in words[1] {
      for (state, mark) in zip(WishState.allCases, words.dropFirst(2)) {
        guard let mark = mark.first, "+-TF".contains(mark) else { continue }
        let situation = Situation(act: act, holder: holder, state: state)
        if fields.updateValue(mark, forKey: situation) != nil { fields[situation] = nil }
      }
    }
  }
  return fields
}

@Suite("Every act, in every state, for every standing of a claim")
struct LifecycleTableTests {
  private static let holders: [Character] = ["n", "a", "f", "l", "r", "c", "w"]

  @Test("The page speaks of all 1764 situations")
  func pageIsComplete() {
    let fields = readPage()
    #expect(fields.count == 12 * 21 * 7)
    let columns = page.split(separator: "\n").first?.split(separator: " ").dropFirst(2).map(String.init)
    #expect(columns == WishState.allCases.map { String($0.rawValue.prefix(3)) })
  }

  @Test("The lifecycle decides each as the page says", arguments: Act.allCases)
  func decisions(act: Act) {
    let fields = readPage()
    for state in WishState.allCases {
      for holder in Self.holders {
        var life = LifeOfAWish(slots: 2)
        let hasList = state == .published || state == .claimed || state == .fulfilled
        life.place(
          in: state,
          claims: Self.claims(in: state, holder: holder),
          waiting: holder == "w" && hasList ? [Wait(event: 5, member: LifeOfAWish.li)] : []
        )
        let before = life.wish
        let wanted: Refusal?
        switch fields[Situation(act: act, holder: holder, state: state)] {
        case "+": wanted = nil
        case "-": wanted = .wrongState(state)
        case "T": wanted = .taken
        case "F": wanted = .forbidden(act == .unwait ? .notWaiting : .noClaim)
        default:
          Issue.record("the page says nothing of \(act) \(state) \(holder)")
          continue
        }
        #expect(life.refusal(of: Self.step(act)) == wanted, "\(act) in \(state), claim \(holder)")
        #expect(life.wish == before)
      }
    }
  }

  @Test("What the state alone says agrees with what is decided", arguments: Act.allCases)
  func verdicts(act: Act) {
    let fields = readPage()
    for state in WishState.allCases {
      let marks = Set(Self.holders.compactMap { fields[Situation(act: act, holder: $0, state: state)] })
      switch Lifecycle.verdict(on: act, in: state) {
      case .possible: #expect(marks.contains("+"), "\(act) in \(state)")
      case .taken: #expect(!marks.contains("+") && marks.contains("T"), "\(act) in \(state)")
      case .wrongState: #expect(marks.isDisjoint(with: ["+", "T"]), "\(act) in \(state)")
      }
    }
  }

  /// The claims of a wish with two slots where the member stands as `holder` says.
  private static func claims(in state: WishState, holder: Character) -> [Claim] {
    let own: ClaimState? =
      switch holder {
      case "a": .active
      case "f": .fulfilled
      case "l": .lapsed
      case "r": .released
      case "c": .cancelled
      default: nil
      }
    var claims = own.map { [LifeOfAWish.claim(of: LifeOfAWish.li, $0)] } ?? []
    let others: ClaimState
    switch state {
    case .claimed: others = .active
    case .fulfilled, .confirmed: others = .fulfilled
    case .collected, .returned, .approved, .published, .referred, .closed, .rejected, .merged, .withdrawn:
      return claims
    }
    claims.append(LifeOfAWish.claim(of: LifeOfAWish.wang, others, event: 3))
    if own?.holdsSlot != true { claims.append(LifeOfAWish.claim(of: LifeOfAWish.zhao, others, event: 4)) }
    return claims
  }

  /// The plainest form of an act, about the member li.
  private static func step(_ act: Act) -> Step {
    switch act {
    case .amend:
      var amendment = Amendment()
      amendment.fields = ["urgency"]
      amendment.urgency = .urgent
      return .amend(amendment)
    case .approve: return .approve(LifeOfAWish.approval(slots: 2))
    case .publish: return .publish
    case .sendBack: return .sendBack
    case .reject: return .reject(nil)
    case .withdraw: return .withdraw(nil)
    case .merge: return .merge(into: LifeOfAWish(number: 2).wish)
    case .refer: return .refer(within: nil)
    case .reopen: return .reopen
    case .invite: return .invite(LifeOfAWish.li)
    case .claim: return .claim(LifeOfAWish.claimant(LifeOfAWish.li))
    case .wait: return .wait(LifeOfAWish.li, isEligible: true)
    case .unwait: return .unwait(LifeOfAWish.li)
    case .release: return .release(LifeOfAWish.li)
    case .renew: return .renew(LifeOfAWish.li, by: nil, asStaff: false)
    case .fulfilClaim: return .fulfilClaim(LifeOfAWish.li)
    case .fulfilWhole: return .fulfilWhole(category: nil)
    case .confirm:
      let answer = Fact.Answer(solved: .yes, rating: nil, via: nil)
      return .confirm(answer, then: nil, judge: LifeOfAWish.staff)
    case .erase: return .erase
    case .lapse: return .lapse(LifeOfAWish.li)
    case .cancel: return .cancel(LifeOfAWish.li)
    }
  }
}
