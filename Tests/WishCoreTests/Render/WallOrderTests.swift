import Testing

@testable import WishCore

@Suite("What stands on a wall")
struct WallOrderTests {
  static let formats: [@Sendable ([WallSource], WallTitle) -> String] = [
    { Wall.text($0, title: $1) }, { Wall.markdown($0, title: $1) }, { Wall.html($0, title: $1) },
  ]

  @Test("The same state in any order gives the same bytes")
  func shuffled() {
    var generator = SystemRandomNumberGenerator()
    let other = WallFixture.source(
      "河沿社区",
      code: "c02",
      wishes: [WallWish(4, .legal, "问问"), WallWish(40, .legal, "再问")]
    )
    for format in Self.formats {
      let expected = format([WallFixture.small, other], .all)
      for _ in 0..<20 {
        var shuffled = WallFixture.small
        shuffled.entries.shuffle(using: &generator)
        #expect(format([other, shuffled].shuffled(), .all) == expected)
      }
    }
  }

  @Test("Categories stand in the protocol's order, urgent wishes first in each, then by number")
  func order() {
    let wishes = [
      WallWish(1, .environment, "一"), WallWish(2, .policy, "二"), WallWish(10, .policy, "三"),
      WallWish(9, .policy, "四").with { $0.urgency = .urgent },
      WallWish(8, .policy, "五").with { $0.urgency = .urgent },
    ]
    let wall = Wall.text([WallFixture.source(wishes: wishes)], title: .community("桥南社区"))
    let heads = wall.split(separator: "\n").filter { $0.contains("号 ") || $0.contains("【") }
      .map { $0.split(separator: " ")[0].prefix { $0 != "-" } }
    #expect(heads == ["【政策宣传】", "8号", "9号", "2号", "10号", "【环境保护】", "1号"])
  }

  @Test("The wall of all sums the counts and gives each community its own section")
  func all() {
    let sources = [
      WallFixture.source("乙社区", code: "c2", counts: [10, 8, 6, 4, 2], wishes: []),
      WallFixture.source("甲社区", code: "c1", counts: [100, 80, 60, 40, 20], wishes: []),
    ]
    let wall = Wall.text(sources, title: .all)
    let rows = wall.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains(["110", "88", "66", "44", "22"]))
    #expect(wall.contains("   征集100　公示80　认领60　办结40　圆梦20\n"))
    #expect(wall.firstRange(of: "== 甲社区 =").map { wall[$0.upperBound...].contains("== 乙社区 =") } == true)
    #expect(Wall.html(sources, title: .all).contains("<dt>认领</dt><dd>66</dd>"))
    #expect(Wall.markdown(sources, title: .all).contains("| 110 | 88 | 66 | 44 | 22 |"))
  }

  @Test("An empty wall invites, and one with a card does not")
  func empty() {
    for format in Self.formats {
      #expect(format([WallFixture.source(wishes: [])], .community("桥南社区")).contains("墙上正空着，等您写下一个心愿。"))
      #expect(!format([WallFixture.small], .community("桥南社区")).contains("墙上正空着"))
      #expect(format([], .all).contains("0个社区"))
    }
  }

  @Test("A wish without a card stands on no wall, whoever put it in the source")
  func hidden() {
    var ended = WallWish(77, .legal, "").wish
    ended.state = .confirmed
    var source = WallFixture.source(wishes: [WallWish(78, .legal, "秘密").with { $0.isConfidential = true }])
    source.entries.append(WallEntry(wish: ended, card: Card(publicText: "秘密"), name: nil))
    for format in Self.formats {
      let wall = format([source], .community("桥南社区"))
      #expect(!wall.contains("秘密") && !wall.contains("77号") && !wall.contains("78号"))
    }
  }

  @Test("The surname stands on a card only where the slip asked for it, the name never")
  func surname() {
    var wish = WallWish(1, .legal, "问问").with { $0.name = "柏木成" }.wish
    var entry = WallEntry(wish: wish, card: Card(publicText: "问问"), name: "柏木成")
    var source = WallFixture.source(wishes: [])
    for format in Self.formats {
      source.entries = [entry]
      #expect(format([source], .all).contains("柏") && !format([source], .all).contains("木成"))
    }
    wish.nameShown = .anonymous
    entry = WallEntry(wish: wish, card: Card(publicText: "问问"), name: "柏木成")
    source.entries = [entry]
    for format in Self.formats { #expect(!format([source], .all).contains("柏")) }
  }

  @Test("A wish whose text is erased keeps its card")
  func erased() {
    for format in Self.formats {
      #expect(format(WallFixture.one(WallWish(31, .legal, "")), .all).contains("31号"))
    }
  }
}
