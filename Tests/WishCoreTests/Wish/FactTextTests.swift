import Testing

@testable import WishCore

/// Every case of ``Fact``, with all that is optional set, and with none of it.
enum EveryFact {
  private static let li = AccountCode(stored: "li")
  private static let moment = Moment(milliseconds: 1_790_000_000_123)

  static var all: [Fact] { plain + answers + amendments }

  private static var plain: [Fact] {
    var bareApproval = StoreFixture.approval
    bareApproval.skills = []
    bareApproval.isOpenToAll = false
    bareApproval.valueYuan = nil
    bareApproval.needed = nil
    bareApproval.contact = nil
    var closed = StoreFixture.fullPosting
    closed.hasConsent = false
    closed.isConfidential = true
    var bareClaim = StoreFixture.claimed("li")
    bareClaim.unit = nil
    bareClaim.isDisclosed = false
    return [
      .posted(StoreFixture.posting()), .posted(StoreFixture.fullPosting), .posted(closed),
      .approved(StoreFixture.approval), .approved(bareApproval),
      .published, .returned,
      .rejected(nil), .withdrawn(nil),
      .merged(into: 7, askers: 3), .referred(until: nil), .referred(until: moment),
      .reopened(from: nil, askers: 0), .reopened(from: 7, askers: 2),
      .invited(li), .waited(li), .unwaited(li), .claimed(StoreFixture.claimed("li")), .claimed(bareClaim),
      .released(li),
      .renewed(li, due: moment, byMember: true), .renewed(li, due: moment, byMember: false),
      .lapsed(li), .cancelled(li), .erased,
      .fulfilled(member: li, category: nil), .fulfilled(member: nil, category: nil),
      .fulfilled(member: nil, category: .legal), .fulfilled(member: li, category: .health),
    ] + RejectReason.allCases.map { .rejected($0) } + WithdrawReason.allCases.map { .withdrawn($0) }
  }

  private static var answers: [Fact] {
    var facts: [Fact] = []
    for solved in Solved.allCases {
      for rating in [nil, 1, 5] {
        for via in [nil] + CallBack.allCases.map({ Optional($0) }) {
          let answer = Fact.Answer(solved: solved, rating: rating, via: via)
          facts += [.confirmed(answer), .closed(answer)]
          facts += [.unconfirmed(answer, toReview: true), .unconfirmed(answer, toReview: false)]
        }
      }
    }
    return facts
  }

  private static var amendments: [Fact] {
    var set = Amendment()
    set.fields = ["address", "name", "slots"]
    set.community = AreaCode(stored: "west")
    set.grid = .set(AreaCode(stored: "east-1"))
    set.source = .set(.hotline)
    set.received = .set(Day(number: 20_000))
    set.category = .set(.culture)
    set.kind = .goods
    set.value = .set(0)
    set.skills = [SkillName("搬运"), SkillName("维修")]
    set.slots = 100
    set.urgency = .urgent
    set.needed = .set(moment)
    set.nameShown = .surname
    set.hasConsent = true
    set.isConfidential = true
    var cleared = Amendment()
    cleared.grid = .clear
    cleared.source = .clear
    cleared.received = .clear
    cleared.category = .clear
    cleared.value = .clear
    cleared.needed = .clear
    cleared.skills = []
    cleared.hasConsent = false
    cleared.isConfidential = false
    // A hyphen is a code, and nothing else.
    var hyphens = Amendment()
    hyphens.community = AreaCode(stored: "-")
    hyphens.grid = .set(AreaCode(stored: "-"))
    hyphens.skills = [SkillName("-")]
    return [.amended(Amendment()), .amended(set), .amended(cleared), .amended(hyphens)]
  }
}

@Suite("The log's words say all that a fact says")
struct FactTextTests {
  @Test("What a fact wrote reads as the same fact")
  func roundTrip() {
    for fact in EveryFact.all {
      #expect(Fact(type: fact.type, member: fact.member, detail: fact.detail) == fact, "\(fact.detail)")
    }
  }

  @Test(
    "Words that do not belong to the type are no fact",
    arguments: [
      ("posted", nil, ""), ("posted", "li", StoreFixture.posting().community.text),
      ("approved", nil, "category=legal"), ("merged", nil, "into=7"), ("claimed", nil, "due=1 level=city"),
      ("claimed", "li", "due=1"), ("claimed", "li", "due=1 due=2 level=city"), ("renewed", "li", ""),
      ("invited", nil, ""), ("waited", nil, ""), ("unwaited", nil, ""), ("confirmed", nil, "solved=perhaps"),
      ("unknown", nil, ""), ("published", nil, "word"), ("published", "li", ""),
      ("reopened", nil, "askers=2"),
    ] as [(String, String?, String)]
  )
  func unreadable(_ type: String, _ member: String?, _ detail: String) {
    let member = member.map { AccountCode(stored: $0) }
    #expect(Fact(type: type, member: member, detail: detail) == nil)
  }
}
