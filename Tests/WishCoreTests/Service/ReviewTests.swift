import Testing

@testable import WishCore

@Suite("Staff review a slip, and follow the wish to its end") struct ReviewTests {
  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  /// Posts a wish and plays lines on it; `#` is its number.
  private func wish(_ staff: Client, _ slip: String = ":灯坏了", _ lines: String...) -> String {
    let number = staff.done("POST \(slip)")["wish"] ?? ""
    for line in lines { staff.done(line.replacing("#", with: number)) }
    return number
  }

  private static let approve = "APPROVE # category=convenience limit=24h"

  @Test("limit= and standard= come from STANDARD where APPROVE does not say") func standards() throws {
    let (_, staff) = try town()
    let first = wish(staff)
    #expect(staff.outcome("APPROVE \(first) category=policy") == "BAD_ARG limit")
    staff.done("STANDARD policy limit=3d standard=三天内上门")
    #expect(staff.outcome("APPROVE \(first) category=health") == "BAD_ARG limit")
    staff.done("APPROVE \(first) category=policy")
    #expect(staff.row("SHOW \(first)")["limit"] == "3d")
    #expect(staff.row("SHOW \(first)")["standard"] == "三天内上门")
    let second = wish(staff, ":x", "APPROVE # category=政策宣传 limit=5h standard=当面说清")
    #expect(staff.row("SHOW \(second)")["limit"] == "5h")
    #expect(staff.row("SHOW \(second)")["standard"] == "当面说清")
    #expect(staff.outcome("STANDARD policy community=c02 limit=3d standard=x") == "NOT_FOUND")
  }

  @Test("legal and mediation ask for a public text or secrecy", arguments: ["legal", "mediation", "治安调解"])
  func delicate(category: String) throws {
    let (_, staff) = try town()
    let approve = "APPROVE # category=\(category) limit=7d"
    let first = wish(staff)
    #expect(staff.outcome(approve.replacing("#", with: first)) == "BAD_ARG public")
    staff.done(approve.replacing("#", with: first) + " public=想请人调解")
    _ = wish(staff, ":x", approve + " confidential=yes")
    _ = wish(staff, "confidential=yes :x", approve)
    _ = wish(staff, "consent=no :x", approve)
  }

  @Test("Goods above the area's cap ask for over=yes") func cap() throws {
    let (town, staff) = try town()
    let number = wish(staff, "kind=goods value=501 :一台风扇")
    let reply = staff.ask("APPROVE \(number) category=relief limit=7d")
    #expect(reply.hasPrefix("ERR BAD_ARG retry=no arg=over cap=500 :"))
    #expect(staff.outcome("APPROVE \(number) category=relief limit=7d value=500") == "OK")
    staff.done("AMEND \(number) value=600")
    #expect(staff.outcome("APPROVE \(number) category=relief limit=7d over=yes") == "OK")
    staff.done("AMEND \(number) value=100")
    try town.connect(as: "admin").done("AREA c01 name=向阳社区 level=community cap=99")
    #expect(staff.outcome("APPROVE \(number) category=relief limit=7d") == "BAD_ARG over")
    #expect(
      staff.outcome("APPROVE \(number) category=relief limit=7d kind=service value=5") == "BAD_ARG value"
    )
    #expect(staff.outcome("APPROVE \(number) category=relief limit=7d kind=service") == "OK")
    #expect(staff.row("SHOW \(number)")["value"] == nil, "a service has no value")
  }

  @Test("What names or locates a person is masked in the public text, and told in the reply") func masking()
    throws
  {
    let (_, staff) = try town()
    let number = wish(
      staff,
      "name=欧阳某芳 phone=19900001234 address=向阳路9号 text=\"欧阳某芳住向阳路9号，电话19900001234，灯坏了\""
    )
    let secrets = ["欧阳某芳", "19900001234", "向阳路9号"]
    let before = staff.row("LIST")["text"] ?? ""
    let approved = staff.done("APPROVE \(number) category=convenience limit=7d")["public"] ?? ""
    staff.done("PUBLISH \(number)")
    let given = staff.done("AMEND \(number) public=\"请给19900005678或欧阳某芳打电话\"")["public"] ?? ""
    for text in [before, approved, given, staff.row("SHOW \(number)")["public"] ?? ""] {
      for secret in secrets + ["19900005678"] { #expect(!text.contains(secret), "\(text)") }
      #expect(!text.isEmpty)
    }
    #expect(
      staff.row("SHOW \(number)")["text"]?.contains("19900001234") == true,
      "staff read the slip as written"
    )
    // A name that becomes known later is masked from then on.
    let second = wish(staff, ":王某强家的灯坏了", Self.approve, "PUBLISH #")
    #expect(staff.row("SHOW \(second)")["public"]?.contains("王某强") == true)
    staff.done("AMEND \(second) name=王某强")
    #expect(staff.row("SHOW \(second)")["public"]?.contains("王某强") == false)
  }

  @Test("AMEND changes every field of a slip before publication, and undoes the approval") func amendSlip()
    throws
  {
    let (_, staff) = try town()
    let fields = [
      ("grid", "c01-g1"), ("source", "visit"), ("received", "2026-11-01"), ("batch", "b1"), ("ref", "A-7"),
      ("name", "李某"), ("phone", "19900001111"), ("address", "东街1号"), ("contact-name", "王某"),
      ("contact-phone", "19900002222"), ("relation", "neighbour"), ("group", "elder-alone,disabled"),
      ("kind", "goods"), ("value", "80"), ("category", "relief"), ("skills", "电工"), ("slots", "4"),
      ("urgency", "urgent"), ("needed", "2026-12-01T00:00:00Z"), ("show", "surname"), ("text", "一床被子"),
    ]
    let number = wish(staff, ":灯坏了", Self.approve)
    #expect(staff.row("SHOW \(number)")["public"] != nil)
    let line = fields.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    #expect(staff.done("AMEND \(number) \(line)")["state"] == "collected")
    var shown = staff.row("SHOW \(number)")
    for (name, value) in fields { #expect(shown[name] == value, "\(name)") }
    #expect(shown["public"] == nil && shown["standard"] == nil, "the approval is undone")
    for name in [
      "grid", "source", "received", "batch", "ref", "name", "phone", "address", "contact-name",
      "contact-phone",
      "relation", "group", "value", "category", "skills", "needed",
    ] {
      staff.done("AMEND \(number) \(name)=\"\"")
      shown = staff.row("SHOW \(number)")
      #expect(shown[name] == nil, "\(name) is cleared")
    }
    for name in ["slots", "kind", "urgency", "show", "community", "text"] {
      #expect(staff.outcome("AMEND \(number) \(name)=\"\"") == "BAD_ARG \(name)")
    }
    let history = staff.rows("HISTORY \(number)").filter { $0["type"] == "amended" }
    #expect(history.count == 17)
    #expect(!history.contains { "\($0.pairs)".contains("李某") || "\($0.pairs)".contains("19900001111") })
  }

  @Test("After publication AMEND changes particulars only, and keeps the state") func amendPublished() throws
  {
    let (_, staff) = try town()
    for state in [WishState.published, .claimed, .fulfilled, .referred] {
      let number = Staging(staff: staff).wish(state)
      for (name, value) in [
        ("name", "李某"), ("phone", "19900001111"), ("address", "东街1号"), ("contact-name", "王某"),
        ("contact-phone", "19900002222"), ("public", "换灯泡"), ("confidential", "yes"), ("skills", "电工"),
        ("needed", "2026-12-01T00:00:00Z"), ("urgency", "urgent"),
      ] {
        #expect(staff.done("AMEND \(number) \(name)=\(value)")["state"] == state.rawValue, "\(state) \(name)")
        #expect(staff.row("SHOW \(number)")[name] == value, "\(state) \(name)")
      }
      staff.done("AMEND \(number) confidential=no")
      for name in [
        "community=c01", "grid=c01-g1", "source=box", "received=2026-11-01", "batch=b", "ref=r",
        "relation=self",
        "group=child", "kind=goods", "value=5", "category=policy", "show=surname", "consent=no", "text=x",
      ] {
        #expect(staff.outcome("AMEND \(number) name=某某 \(name)") == "WRONG_STATE", "\(state) \(name)")
      }
      #expect(staff.row("SHOW \(number)")["name"] == "李某", "a refused request changes nothing of it")
    }
  }

  @Test("Slots may not fall below those held, and their number moves the state") func amendSlots() throws {
    let (_, staff) = try town()
    let number = wish(
      staff,
      ":x",
      Self.approve + " slots=3",
      "PUBLISH #",
      "CLAIM # member=m1",
      "CLAIM # member=m2"
    )
    #expect(staff.outcome("AMEND \(number) slots=1") == "BAD_ARG slots")
    #expect(staff.done("AMEND \(number) slots=2")["state"] == "claimed")
    staff.done("FULFIL \(number) member=m1")
    staff.done("FULFIL \(number) member=m2")
    #expect(staff.outcome("AMEND \(number) slots=1") == "BAD_ARG slots")
  }

  @Test("Who did not consent stays confidential") func consent() throws {
    let (_, staff) = try town()
    let number = wish(staff, "consent=no :x")
    #expect(staff.row("SHOW \(number)")["confidential"] == "yes")
    #expect(staff.outcome("AMEND \(number) confidential=no") == "BAD_ARG confidential")
    staff.done("AMEND \(number) consent=yes confidential=no")
    #expect(staff.row("SHOW \(number)")["confidential"] == nil)
  }

  @Test("RETURN waits for the active claims, not for what is done") func sendBack() throws {
    let (_, staff) = try town()
    let number = wish(staff, ":x", Self.approve + " slots=2", "PUBLISH #", "CLAIM # member=m1")
    #expect(staff.outcome("RETURN \(number) :地址不详") == "WRONG_STATE")
    staff.done("RELEASE \(number) member=m1 :x")
    #expect(staff.done("RETURN \(number) :地址不详")["state"] == "returned")
    #expect(staff.outcome("APPROVE \(number) category=policy limit=7d") == "WRONG_STATE", "amended first")
  }

  @Test("MERGE counts the askers together, and REOPEN apart again, along a chain too") func merge() throws {
    let (_, staff) = try town()
    let (a, b, c) = (wish(staff), wish(staff), wish(staff))
    func askers() -> [String?] { [a, b, c].map { staff.row("SHOW \($0)")["askers"] } }
    let merged = staff.done("MERGE \(a) into=\(b) :同一盏灯")
    #expect(merged["state"] == "merged" && merged["into"] == b && merged["askers"] == "2")
    staff.done("MERGE \(b) into=\(c)")
    #expect(askers() == [nil, "2", "3"])
    #expect(staff.row("SHOW \(c)")["merged"] == b && staff.row("SHOW \(a)")["into"] == b)
    staff.done("REOPEN \(a) :不是同一盏")
    #expect(askers() == [nil, nil, "2"])
    staff.done("REOPEN \(b) :不是同一盏")
    #expect(askers() == [nil, nil, nil])
    #expect(staff.row("SHOW \(a)")["into"] == nil)
  }

  @Test(
    "ASKERS tells staff whom to call back: everybody along the chain, and of an erased one only that it was"
  )
  func askers() throws {
    let (town, staff) = try town()
    let a = wish(staff, "name=柏某 phone=19900000001 :楼道灯坏了")
    let b = wish(staff, "name=钟某 phone=19900000002 contact-name=钟某某 :过道灯坏了")
    let c = wish(staff, "name=牛某 phone=19900000003 :楼梯灯坏了")
    staff.done("MERGE \(a) into=\(b)")
    staff.done("MERGE \(b) into=\(c)")
    #expect(staff.ask("ASKERS \(c)") == "OK askers=3")
    let rows = staff.rows("ASKERS \(c)")
    #expect(rows.map { $0["wish"] } == [c, a, b])
    #expect(rows.map { $0["phone"] } == ["19900000003", "19900000001", "19900000002"])
    #expect(rows.map { $0["name"] } == ["牛某", "柏某", "钟某"])
    #expect(rows.map { $0["into"] } == [nil, b, c] && rows.last?["contact-name"] == "钟某某")
    staff.done("ERASE \(a) :本人要求")
    let erased = staff.rows("ASKERS \(c)").first { $0["wish"] == a }
    #expect(erased?["erased"] == "yes" && erased?["name"] == nil && erased?["phone"] == nil)
    #expect(staff.row("SHOW \(c)")["askers"] == "3", "the household still asked")
    staff.done("REOPEN \(b) :不是同一盏")
    #expect(staff.rows("ASKERS \(c)").map { $0["wish"] } == [c])
    #expect(staff.rows("ASKERS \(b)").map { $0["wish"] } == [b, a])
    let near = wish(staff, "grid=c01-g1 name=羊某 :网格里的灯坏了")
    staff.done("MERGE \(c) into=\(near)")
    let grid = try town.connect(as: "grid")
    #expect(grid.rows("ASKERS \(near)").map { $0["wish"] } == [near], "the other lies outside the grid")
    #expect(try town.connect(as: "wang").outcome("ASKERS \(c)") == "NOT_FOUND")
    #expect(try town.connect(as: "m1").outcome("ASKERS \(c)") == "FORBIDDEN")
  }

  @Test("Who asked in confidence is counted for staff, and for nobody else nor on the wall")
  func confidentialAskers() throws {
    let (town, staff) = try town()
    let secret = wish(staff, "confidential=yes :楼道灯坏了")
    let target = wish(staff, "confidential=yes :过道灯坏了", Self.approve, "PUBLISH #")
    let open = wish(staff, ":楼梯灯坏了")
    staff.done("MERGE \(secret) into=\(target)")
    staff.done("MERGE \(open) into=\(target)")
    staff.done("AMEND \(target) confidential=no")
    town.pass(seconds: 2)
    let member = try town.connect(as: "m1")
    #expect(staff.row("SHOW \(target)")["askers"] == "3")
    #expect(member.row("SHOW \(target)")["askers"] == "2")
    for format in ["text", "markdown", "html"] {
      let wall = member.say("WALL community=c01 format=\(format)").joined(separator: "\n")
      #expect(wall.contains("2户共愿") && !wall.contains("3户"), "\(format)")
    }
    staff.done("REOPEN \(open) :另一盏")
    town.pass(seconds: 2)
    #expect(member.row("SHOW \(target)")["askers"] == nil)
    #expect(!member.say("WALL community=c01").joined().contains("户共愿"))
  }

  @Test("MERGE refuses itself, what has ended, and an open wish for a confidential one") func mergeRules()
    throws
  {
    let (_, staff) = try town()
    let (open, other) = (wish(staff), wish(staff))
    let (secret, secret2) = (wish(staff, "confidential=yes :x"), wish(staff, "confidential=yes :x"))
    let ended = wish(staff, ":x", "REJECT # :x")
    #expect(staff.outcome("MERGE \(open) into=\(open)") == "BAD_ARG into")
    #expect(staff.outcome("MERGE \(open) into=\(ended)") == "WRONG_STATE")
    #expect(staff.outcome("MERGE \(secret) into=\(open)") == "WRONG_STATE")
    #expect(staff.outcome("MERGE \(secret) into=\(secret2)") == "OK")
    #expect(staff.outcome("MERGE \(open) into=\(secret2)") == "OK")
    #expect(staff.outcome("MERGE \(other) into=9999") == "NOT_FOUND")
  }

  @Test("A wish of another community of the same street is no one to merge into") func mergeAcross() throws {
    let (town, _) = try town()
    try town.hire("street1", "staff", "d01")
    let street = try town.connect(as: "street1")
    street.done("POST community=c01 :灯坏了")
    street.done("POST community=c02 :灯坏了")
    #expect(street.outcome("MERGE 1 into=2") == "WRONG_STATE")
    #expect(street.outcome("POST :灯坏了") == "BAD_ARG community", "above a community it must be given")
  }

  @Test("A referred wish is fulfilled and confirmed by us; no puts it back on the wall") func refer() throws {
    let (_, staff) = try town()
    let number = wish(staff, ":x", Self.approve, "PUBLISH #", "CLAIM # member=m1")
    let referred = staff.done("REFER \(number) to=电力公司 limit=3d :换线路")
    #expect(referred["state"] == "referred")
    let shown = staff.row("SHOW \(number)")
    #expect(shown["to"] == "电力公司" && shown["until"] == "2026-11-23T16:00:00Z" && shown["claimed"] == nil)
    #expect(staff.rows("HISTORY \(number)").last?["type"] == "cancelled")
    staff.done("FULFIL \(number) :已换")
    #expect(staff.done("CONFIRM \(number) solved=no")["state"] == "published")
  }

  @Test(
    "CONFIRM takes the wish where the answer says",
    arguments: [
      ("yes", "", "confirmed"), ("yes", "rating=5 via=phone", "confirmed"), ("no", "", "published"),
      ("no", "then=publish", "published"), ("no", "then=review", "collected"), ("no", "then=close", "closed"),
      ("no", "rating=1 via=desk then=close", "closed"), ("unreached", "", "closed"),
      ("unreached", "via=proxy", "closed"),
    ]
  )
  func confirm(solved: String, rest: String, state: String) throws {
    let (_, staff) = try town()
    let number = Staging(staff: staff).wish(.fulfilled)
    #expect(staff.done("CONFIRM \(number) solved=\(solved) \(rest) :问过了")["state"] == state)
    if solved == "no" { #expect(staff.row("SHOW \(number)")["left"] == "1", "all slots are free") }
    // What was done at the desk has no approval to go back to.
    let desk = wish(staff, ":x", "FULFIL # category=policy :当场答复")
    #expect(staff.row("SHOW \(desk)")["public"] == nil)
    let expected = state == "published" ? "collected" : state
    #expect(staff.done("CONFIRM \(desk) solved=\(solved) \(rest)")["state"] == expected)
  }

  @Test(
    "REOPEN takes every ended or referred wish back to review",
    arguments: [
      WishState.rejected, .merged, .referred, .withdrawn, .confirmed, .closed,
    ]
  )
  func reopen(state: WishState) throws {
    let (town, staff) = try town()
    let number = Staging(staff: staff).wish(state)
    #expect(staff.done("REOPEN \(number) :又坏了")["state"] == "collected")
    let shown = staff.row("SHOW \(number)")
    for name in ["public", "into", "to", "until", "claimed", "fulfilled"] {
      #expect(shown[name] == nil, "\(name)")
    }
    #expect(staff.numbers("LIST state=collected").contains(number))
    #expect(
      try town.connect(as: "m2").outcome("SHOW \(number)") == "NOT_FOUND",
      "its old claim holds nothing"
    )
    for line in [
      Self.approve, "PUBLISH #", "CLAIM # member=m2", "FULFIL # member=m2", "CONFIRM # solved=yes",
    ] {
      staff.done(line.replacing("#", with: "\(number)"))
    }
  }

  @Test(
    "REJECT, WITHDRAW and MERGE cancel the active claims, each by an event",
    arguments: [
      "REJECT # reason=beyond-means :办不了", "WITHDRAW # reason=solved :修好了", "MERGE # into=1",
    ]
  )
  func ways(line: String) throws {
    let (town, staff) = try town()
    _ = wish(staff)
    let number = wish(
      staff,
      ":x",
      Self.approve + " slots=3",
      "PUBLISH #",
      "CLAIM # member=m1",
      "CLAIM # member=m2"
    )
    staff.done(line.replacing("#", with: number))
    let ends = staff.rows("HISTORY \(number)").suffix(2)
    #expect(ends.map { $0["type"] ?? "" } == ["cancelled", "cancelled"])
    #expect(Set(ends.compactMap { $0["member"] }) == ["m1", "m2"])
    #expect(try town.connect(as: "m1").rows("MINE").isEmpty)
  }
}
