import Testing

@testable import WishCore

@Suite("LIST goes through the wishes in one order, page by page") struct ListTests {
  /// A town with 30 wishes of c01 in several states, every fifth urgent, and its staff.
  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for number in 1...30 {
      staff.done(
        "POST \(number % 5 == 0 ? "urgency=urgent" : "") category=\(number % 2 == 0 ? "policy" : "health") :第\(number)条"
      )
      if number % 3 == 0 { staff.done("REJECT \(number) :办不了") }
    }
    return (town, staff)
  }

  private func pages(_ client: Client, _ line: String, limit: Int) -> [[WishNumber]] {
    var pages: [[WishNumber]] = []
    var after = ""
    repeat {
      let lines = client.say("\(line) limit=\(limit)\(after)")
      pages.append(
        lines.compactMap {
          if case .record(let fields)? = Reply.parse($0) { fields.number("wish") } else { nil }
        }
      )
      guard case .ok(let fields, _)? = Reply.parse(lines.last ?? ""), let next = fields["next"] else {
        return pages
      }
      after = " after=\(next)"
    } while pages.count < 100
    return pages
  }

  @Test(
    "Urgent ones first, then by number; pages of any size make the same whole",
    arguments: [1, 2, 7, 20, 500]
  )
  func pages(limit: Int) throws {
    let (_, staff) = try town()
    let open = (1...30).filter { $0 % 3 != 0 }
    let ended = (1...30).filter { $0 % 3 == 0 }
    func ordered(_ numbers: [Int]) -> [WishNumber] {
      (numbers.filter { $0 % 5 == 0 } + numbers.filter { $0 % 5 != 0 }).map { WishNumber($0) }
    }
    for (line, numbers) in [
      ("LIST", open), ("LIST state=rejected", ended), ("LIST state=collected,rejected", Array(1...30)),
      ("LIST category=policy", open.filter { $0 % 2 == 0 }),
      ("LIST category=政策宣传 state=rejected,closed", ended.filter { $0 % 2 == 0 }),
      ("LIST community=c01 state=rejected", ended), ("LIST state=confirmed", []), ("LIST overdue=yes", []),
    ] {
      let pages = pages(staff, line, limit: limit)
      #expect(pages.flatMap { $0 } == ordered(numbers), "\(line)")
      #expect(pages.dropLast().allSatisfy { $0.count == limit }, "\(line)")
      #expect(pages.count == max(1, (numbers.count + limit - 1) / limit), "\(line)")
    }
  }

  @Test("A page goes on behind its cursor, whatever changed meanwhile") func cursor() throws {
    let (_, staff) = try town()
    let lines = staff.say("LIST limit=3")
    #expect(lines.last == "OK next=u20")
    staff.done("REJECT 20 :办不了")
    staff.done("POST urgency=urgent :加急")
    #expect(staff.numbers("LIST limit=3 after=u20") == [25, 31, 1])
    #expect(staff.numbers("LIST limit=2 after=n26") == [28, 29])
  }

  @Test("A row says wish, state, category, community, slots, left, due and text, and nothing empty")
  func row() throws {
    let (_, staff) = try town()
    staff.done("APPROVE 1 category=policy limit=7d slots=2")
    #expect(
      staff.rows("LIST state=approved").first?.names == [
        "wish", "state", "category", "community", "slots", "left", "text",
      ]
    )
    staff.done("PUBLISH 1")
    staff.done("CLAIM 1 member=m1")
    let row = staff.row("LIST state=published")
    #expect(row.names == ["wish", "state", "category", "community", "slots", "left", "due", "text"])
    #expect(row["left"] == "1" && row["slots"] == "2" && row["due"] == "2026-11-27T16:00:00Z")
  }

  @Test("Overdue is what is not fulfilled when first publication + limit, or needed, has passed")
  func overdue() throws {
    let (town, staff) = try town()
    for line in [
      "APPROVE 1 category=policy limit=1h", "PUBLISH 1", "AMEND 2 needed=2026-11-20T09:00:00Z",
      "APPROVE 4 category=policy limit=1h", "PUBLISH 4", "FULFIL 4", "APPROVE 7 category=policy limit=2h",
      "PUBLISH 7",
    ] { staff.done(line) }
    town.now = town.now.advanced(bySeconds: 3_599)
    #expect(staff.numbers("LIST overdue=yes").isEmpty)
    town.now = town.now.advanced(bySeconds: 1)
    #expect(staff.numbers("LIST overdue=yes") == [1, 2])
    staff.done("CLAIM 1 member=m1")
    #expect(staff.numbers("LIST overdue=yes") == [1, 2], "a claim does not make it done")
    staff.done("FULFIL 1 member=m1")
    staff.done("CONFIRM 1 solved=no")
    #expect(staff.numbers("LIST overdue=yes") == [1, 2], "the first publication counts")
    #expect(staff.numbers("LIST overdue=yes state=collected") == [2])
  }
}
