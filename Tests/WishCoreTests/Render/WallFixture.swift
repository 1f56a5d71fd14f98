@testable import WishCore

/// A wish for a wall, told in the order in which it happens.
struct WallWish {
  var number: WishNumber
  var category: WishCore.Category = .convenience
  var text: String
  var standard: String?
  var urgency = Urgency.normal
  var kind = WishKind.service
  var valueYuan: Int?
  var skills: [String] = []
  var isOpen = false
  var slots = 1
  var limit = "7d"
  var needed: String?
  var name: String?
  var askers = 1
  var claims = 0
  var fulfilled = 0
  var isConfidential = false

  init(_ number: WishNumber, _ category: WishCore.Category, _ text: String) {
    self.number = number
    self.category = category
    self.text = text
  }

  func with(_ change: (inout WallWish) -> Void) -> WallWish {
    var wish = self
    change(&wish)
    return wish
  }

  /// Its entry on a wall.
  var entry: WallEntry {
    WallEntry(wish: wish, card: Card(publicText: text, standard: standard), name: name)
  }

  /// The wish as it stands after all that.
  var wish: Wish {
    let community = AreaCode(stored: "c01")
    let now = Moment(milliseconds: 1_767_200_000_000)
    let skills = skills.map { SkillName($0) }
    var wish = Wish(
      number: number,
      posting: Fact.Posting(
        community: community,
        grid: nil,
        source: .box,
        received: nil,
        category: category,
        kind: kind,
        valueYuan: valueYuan,
        skills: skills,
        slots: slots,
        urgency: urgency,
        needed: nil,
        nameShown: name == nil ? .anonymous : .surname,
        hasConsent: true,
        isConfidential: isConfidential
      ),
      event: 1,
      at: now
    )
    guard let span = Span(limit) else { preconditionFailure("\(limit) is no duration") }
    let approval = Fact.Approval(
      category: category,
      limit: span,
      skills: skills,
      isOpenToAll: isOpen,
      slots: slots,
      urgency: urgency,
      kind: kind,
      valueYuan: valueYuan,
      needed: needed.flatMap { Moment($0) },
      contact: nil,
      isConfidential: isConfidential
    )
    wish.apply(.approved(approval), event: 1, at: now)
    wish.apply(.published, event: 2, at: now)
    for index in 0..<claims {
      let member = AccountCode(stored: "m\(index)")
      let claimed = Fact.Claimed(member: member, due: now, unit: nil, level: .other, isDisclosed: false)
      wish.apply(.claimed(claimed), event: EventNumber(3 + index), at: now)
    }
    for index in 0..<fulfilled {
      wish.apply(
        .fulfilled(member: AccountCode(stored: "m\(index)"), category: nil),
        event: EventNumber(200 + index),
        at: now
      )
    }
    wish.askers = askers
    return wish
  }
}

/// Walls for the tests.
enum WallFixture {
  /// A community's wall.
  static func source(
    _ name: String = "桥南社区",
    code: String = "c01",
    counts: [Int] = [0, 0, 0, 0, 0],
    wishes: [WallWish]
  ) -> WallSource {
    WallSource(
      area: Area(code: AreaCode(stored: code), name: name, level: .community),
      tally: Tally(counts: counts),
      entries: wishes.map(\.entry)
    )
  }

  /// A wall of one card.
  static func one(_ wish: WallWish) -> [WallSource] { [source(wishes: [wish])] }

  /// A small wall that shows each kind of card once.
  static let small = source(
    counts: [128, 96, 80, 71, 65],
    wishes: [
      WallWish(7, .health, "院里老人多，想请大夫隔些日子来摆张桌子，量个血压测个糖，省得往大医院跑").with {
        $0.skills = ["量血压", "测血糖"]
        $0.slots = 3
        $0.claims = 1
        $0.askers = 2
        $0.limit = "15d"
        $0.standard = "每月一次，当场告知结果；\n血压偏高的当日转社区医院"
      },
      WallWish(12, .health, "老爷子插着尿管，明天到日子该换了，抬去医院一路遭罪，盼护士到家里来弄一回").with {
        $0.skills = ["导管护理"]
        $0.urgency = .urgent
        $0.limit = "24h"
        $0.needed = "2026-01-02T02:30:00Z"
      },
      WallWish(9, .relief, "想要双雨靴，36码，上学路上有个大水坑，我绕不过去").with {
        $0.kind = .goods
        $0.valueYuan = 60
        $0.claims = 1
        $0.needed = "2026-01-31"
      },
      WallWish(3, .culture, "想找个老师带带二胡，能顺下来一段就知足").with {
        $0.skills = ["二胡"]
        $0.isOpen = true
        $0.name = "柏某某"
        $0.claims = 1
        $0.fulfilled = 1
        $0.limit = "30d"
      },
    ]
  )
}
