import Testing

@testable import WishCore

@Suite("How a wish is spoken of")
struct WordingTests {
  let wording = Wording.standard

  @Test(
    "Staff read each state in their own words",
    arguments: zip(
      WishState.allCases,
      [
        "待审定", "退回补充", "已审定，待公示", "待认领", "已认领，办理中", "已办理，待回访", "已转办", "居民已确认",
        "已办结（未确认）", "暂难办理（已说明）", "已合并", "已撤销",
      ]
    )
  )
  func staff(_ state: WishState, _ words: String) {
    #expect(wording.staff(state) == words)
  }

  @Test("A wish that ended with a death is never called taken back")
  func died() {
    #expect(wording.staff(.withdrawn, withdrawn: .died) == "终止")
    #expect(wording.staff(.withdrawn, withdrawn: .moved) == "已撤销")
  }

  @Test(
    "A resident reads each state in kind words",
    arguments: zip(
      WishState.allCases,
      [
        "已登记", "请补充内容", "已受理", "待认领", "已认领，办理中", "已办理，等您评价", "已转供电公司办理", "已圆梦", "已办结",
        "暂时办不了，原因已告知", "与5号心愿一并办理", nil,
      ]
    )
  )
  func resident(_ state: WishState, _ words: String?) {
    var wish = WallWish(1, .health, "").wish
    wish.state = state
    wish.mergedInto = 5
    #expect(wording.resident(wish, referredTo: "供电公司") == words)
  }

  @Test("A wish held in part says how many are still missing")
  func partlyHeld() {
    let wish = WallWish(1, .health, "").with {
      $0.slots = 3
      $0.claims = 1
    }.entry
    #expect(wording.wall(wish) == "还差2人")
  }

  @Test("What has no card has no state on the wall")
  func hidden() {
    #expect(wording.wall(WallWish(1, .health, "").with { $0.isConfidential = true }.entry) == nil)
  }

  @Test("The person is a resident unless the slip asked for a surname and one can be told")
  func person() {
    #expect(wording.person(.anonymous, name: "柏某某") == "一位居民")
    #expect(wording.person(.surname, name: "柏某某") == "柏**")
    #expect(wording.person(.surname, name: nil) == "一位居民")
    #expect(wording.person(.surname, name: "") == "一位居民")
  }

  @Test("Moments are told where the service works, and 24:00 belongs to the day that it ends")
  func moments() throws {
    #expect(wording.latest(try #require(Moment("2026-01-31"))) == "2026年1月31日")
    #expect(wording.latest(try #require(Moment("2026-01-31T15:59:59Z"))) == "2026年1月31日23:59")
    #expect(wording.latest(try #require(Moment("2026-01-31T16:00:00Z"))) == "2026年1月31日")
    #expect(wording.latest(try #require(Moment("2026-01-31T16:05:00Z"))) == "2026年2月1日0:05")
    #expect(wording.length(try #require(Span("90m"))) == "90分钟")
    #expect(wording.length(try #require(Span("5s"))) == "5秒")
    #expect(wording.length(try #require(Span("24h"))) == "24小时")
    #expect(wording.length(try #require(Span("7d"))) == "7天")
  }

  @Test("A community may call a category otherwise")
  func labels() {
    let own = Wording(categoryLabels: [.relief: "帮扶解困"])
    #expect(own.label(.relief) == "帮扶解困")
    #expect(own.label(.legal) == "法律援助")
    let wall = Wall.text(WallFixture.one(WallWish(1, .relief, "心愿")), title: .all, wording: own)
    #expect(wall.contains("【帮扶解困】"))
    #expect(wording.label(Category.relief) == "扶贫帮困")
  }
}
