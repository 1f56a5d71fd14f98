import Testing

@testable import WishCore

@Suite("Everybody sees what the page says and no more") struct VisibilityTests {
  /// What only staff, or a member at work, may read anywhere.
  static let canaries = [
    "欧阳某梅", "19900007531", "梧桐巷88号", "司马某远", "19900008642", "elder-alone", "甲7册", "批3", "老伴刚走",
  ]

  /// What SHOW may say to those who are no staff.
  static let publicNames: Set<String> = [
    "wish", "state", "category", "community", "grid", "slots", "left", "due", "askers", "posted", "published",
    "kind",
    "value", "skills", "open", "urgency", "needed", "limit", "contact", "confidential", "standard", "public",
  ]

  /// What SHOW says besides to staff of the area.
  static let personNames: Set<String> = ["name", "phone", "address", "contact-name", "contact-phone"]

  private let slip =
    "POST grid=c01-g1 source=visit received=2026-11-18 name=欧阳某梅 phone=19900007531 address=梧桐巷88号 "
    + "contact-name=司马某远 contact-phone=19900008642 relation=neighbour group=elder-alone ref=甲7册 batch=批3 "
    + "show=anonymous text=\"欧阳某梅住梧桐巷88号，电话19900007531，楼道灯坏了\""

  private func town() throws -> (Town, staff: Client) {
    let town = try Town()
    try town.settle()
    return (town, try town.connect(as: "li"))
  }

  /// Posts the slip and publishes it.
  private func publish(_ staff: Client, approval: String = "", slip more: String = "") -> String {
    let number = staff.done("\(slip) \(more)")["wish"] ?? ""
    staff.done("APPROVE \(number) category=convenience limit=7d standard=三天内 \(approval)")
    staff.done("PUBLISH \(number)")
    return number
  }

  @Test("Name, phone, address, contact and what only the desk needs reach nobody but staff") func canaries()
    throws
  {
    let (town, staff) = try town()
    let others = try ["desk", "m1", "street", "admin"].map { try town.connect(as: $0) } + [town.connect()]
    for client in others { client.send("SUB") }
    town.turn()
    let number = publish(staff, approval: "contact=desk")
    var heard = others.flatMap { $0.read() }
    func listen(_ lines: String...) {
      for line in lines {
        for client in others { heard += client.say(line.replacing("#", with: number)) }
      }
    }
    let readings = [
      "SHOW #", "LIST", "LIST state=collected,confirmed,closed", "HISTORY #", "SIMILAR #", "ASKERS #",
      "SUGGEST :x", "MATCH", "MINE", "WALL",
      "WALL community=c01 format=html", "WALL format=markdown", "SHOW # key=19900007531",
    ]
    for line in readings { listen(line) }
    for step in [
      "CLAIM # member=m1", "RENEW # member=m1 :老伴刚走", "AMEND # name=欧阳某梅 phone=19900007531",
      "FULFIL # member=m1 :老伴刚走", "CONFIRM # solved=no :老伴刚走", "INVITE # m1 :老伴刚走", "RETURN # :老伴刚走",
    ] {
      staff.done(step.replacing("#", with: number))
      for line in readings { listen(line) }
    }
    #expect(heard.count > 300)
    for line in heard + town.log {
      for canary in Self.canaries { #expect(!line.contains(canary), "\(line)") }
      #expect(!line.contains("=\"\""), "what is unset is absent: \(line)")
    }
    let shown = staff.row("SHOW \(number)")
    #expect(shown["name"] == "欧阳某梅" && shown["group"] == "elder-alone" && shown["ref"] == "甲7册")
  }

  @Test(
    "SHOW's fields by role",
    arguments: [
      ("desk", false), ("m1", false), ("street", false), ("admin", false), ("li", true), ("grid", true),
    ]
  )
  func fields(account: String, isStaff: Bool) throws {
    let (town, staff) = try town()
    let number = publish(staff)
    let names = Set(try town.connect(as: account).row("SHOW \(number)").names)
    #expect(
      names.isSuperset(of: [
        "wish", "state", "category", "community", "slots", "left", "limit", "public", "standard",
      ])
    )
    #expect(names.isSuperset(of: Self.personNames.union(["text", "source", "group", "ref"])) == isStaff)
    if !isStaff { #expect(names.subtracting(Self.publicNames).isEmpty, "\(names)") }
  }

  @Test("A member at work sees the person while its claim is active, if it hands over directly") func direct()
    throws
  {
    let (town, staff) = try town()
    let number = publish(staff)
    let m1 = try town.connect(as: "m1")
    func sees() -> Bool { Set(m1.row("SHOW \(number)").names).isSuperset(of: Self.personNames) }
    func seesNothing() -> Bool { Set(m1.row("SHOW \(number)").names).isDisjoint(with: Self.personNames) }
    #expect(seesNothing())
    m1.done("CLAIM \(number)")
    #expect(sees())
    #expect(
      Set(m1.row("SHOW \(number)").names).isDisjoint(with: ["text", "group", "ref", "source", "batch"])
    )
    #expect(staff.rows("HISTORY \(number)").last?["disclosed"] == "yes")
    #expect(try town.connect(as: "m2").row("SHOW \(number)")["phone"] == nil)
    m1.done("RELEASE \(number) :没空")
    #expect(seesNothing())
    m1.done("CLAIM \(number)")
    town.now = town.now.advanced(bySeconds: 8 * 86_400)
    town.turn()
    #expect(seesNothing(), "lapsed")
    m1.done("CLAIM \(number)")
    #expect(sees())
    m1.done("FULFIL \(number)")
    #expect(seesNothing(), "done")
  }

  @Test(
    "With contact=desk, for goods and for confidential wishes staff hand over",
    arguments: [
      ("contact=desk", ""), ("", "kind=goods value=50"), ("", "confidential=yes"), ("", "consent=no"),
    ]
  )
  func desk(approval: String, slip: String) throws {
    let (town, staff) = try town()
    let number = publish(staff, approval: approval, slip: slip)
    staff.done("CLAIM \(number) member=m1")
    let shown = try town.connect(as: "m1").row("SHOW \(number)")
    #expect(shown["contact"] == "desk" && Set(shown.names).isDisjoint(with: Self.personNames))
    #expect(staff.rows("HISTORY \(number)").last?["disclosed"] != "yes")
  }

  @Test("Without a standing approval there is no public text and nothing for the public to see")
  func amended() throws {
    let (town, staff) = try town()
    let number = staff.done(slip)["wish"] ?? ""
    let street = try town.connect(as: "street")
    let admin = try town.connect(as: "admin")
    func texts() -> [String?] {
      [street, admin].flatMap { [$0.row("SHOW \(number)")["public"], $0.row("LIST")["text"]] }
    }
    #expect(texts() == [nil, nil, nil, nil])
    #expect(staff.row("LIST")["text"]?.contains("楼道灯坏了") == true)
    staff.done("APPROVE \(number) category=convenience limit=7d public=换灯")
    #expect(texts() == ["换灯", "换灯", "换灯", "换灯"])
    staff.done("AMEND \(number) address=东街1号")
    #expect(texts() == [nil, nil, nil, nil], "an approval that is undone")
    #expect(staff.row("SHOW \(number)")["public"] == nil)
    // Done at the desk: to the public it is as one that was never reviewed.
    staff.done("FULFIL \(number) category=policy :当面答复")
    #expect(texts() == [nil, nil, nil, nil])
    for account in ["desk", "m1"] {
      let client = try town.connect(as: account)
      #expect(client.outcome("SHOW \(number)") == "NOT_FOUND" && client.numbers("LIST").isEmpty)
    }
    #expect(!town.connect().say("WALL community=c01").contains { $0.contains("楼道灯") || $0.contains("换灯") })
  }

  @Test("A confidential wish is for staff, for who is invited and who holds it; in no list, wall or count")
  func confidential() throws {
    let (town, staff) = try town()
    let empty = town.connect().say("WALL") + town.connect().say("WALL community=c01")
    let watchers = try ["desk", "m2", "street", "admin"].map { try town.connect(as: $0) }
    for client in watchers where client !== watchers[0] { client.done("SUB") }
    let m1 = try town.connect(as: "m1")
    let number = publish(staff, slip: "confidential=yes")
    staff.done("INVITE \(number) m1")
    #expect(m1.read().count == 1)
    #expect(
      m1.numbers("LIST") == [1] && m1.row("SHOW \(number)")["public"] != nil && m1.numbers("MATCH") == [1]
    )
    m1.done("CLAIM \(number)")
    for client in watchers {
      #expect(client.read().isEmpty, "no push")
      #expect(client.outcome("SHOW \(number)") == "NOT_FOUND")
      let states = WishState.allCases.map(\.rawValue).joined(separator: ",")
      #expect(client.numbers("LIST state=\(states)").isEmpty)
    }
    #expect(watchers[1].numbers("MATCH").isEmpty && watchers[2].outcome("HISTORY \(number)") == "NOT_FOUND")
    #expect(town.connect().say("WALL") + town.connect().say("WALL community=c01") == empty)
    #expect(staff.numbers("LIST") == [1])
    #expect(try town.connect(as: "grid").numbers("LIST") == [1])
    // Who holds it without an invitation sees it too.
    m1.done("RELEASE \(number) :没空")
    staff.done("CLAIM \(number) member=m2")
    #expect(try town.connect(as: "m2").row("SHOW \(number)")["state"] == "claimed")
  }

  @Test("A published wish that becomes confidential leaves lists, the wall and its counts, and comes back")
  func becomesConfidential() throws {
    let (town, staff) = try town()
    let empty = town.connect().say("WALL community=c01")
    let number = publish(staff, approval: "public=换楼道灯")
    let m1 = try town.connect(as: "m1")
    let full = town.connect().say("WALL community=c01")
    #expect(full.contains { $0.contains("换楼道灯") } && m1.numbers("LIST") == [1])
    staff.done("AMEND \(number) confidential=yes")
    #expect(town.connect().say("WALL community=c01") == empty)
    #expect(m1.numbers("LIST").isEmpty && m1.outcome("CLAIM \(number)") == "NOT_FOUND")
    staff.done("AMEND \(number) confidential=no")
    #expect(town.connect().say("WALL community=c01") == full)
  }

  @Test("Staff at a grid see their grid, community staff all of it, district staff all communities")
  func areas() throws {
    let (town, staff) = try town()
    town.connectAsAdmin().done("AREA c01-g2 name=二网格 level=grid parent=c01")
    try town.hire("d-staff", "staff", "d01")
    try town.hire("g2", "member", "c01-g2")
    staff.done("POST grid=c01-g1 :一")
    staff.done("POST grid=c01-g2 :二")
    staff.done("POST :三")
    try town.connect(as: "wang").done("POST :四")
    for number in 1...3 {
      staff.done("APPROVE \(number) category=policy limit=7d")
      staff.done("PUBLISH \(number)")
    }
    for (account, numbers) in [
      ("grid", [1]), ("li", [1, 2, 3]), ("wang", [4]), ("d-staff", [1, 2, 3, 4]), ("street", [1, 2, 3, 4]),
      ("admin", [1, 2, 3, 4]), ("m1", [1, 2, 3]), ("g2", [2]), ("far", []), ("desk", [1, 2, 3]),
    ] as [(String, [WishNumber])] {
      #expect(try town.connect(as: account).numbers("LIST") == numbers, "\(account)")
    }
    let grid = try town.connect(as: "grid")
    #expect(grid.done("POST :五")["wish"] == "5", "its own grid by default")
    #expect(grid.row("SHOW 5")["grid"] == "c01-g1")
    #expect(grid.outcome("POST grid=c01-g2 :六") == "NOT_FOUND")
    #expect(grid.outcome("POST community=c02 :六") == "NOT_FOUND")
    // A member that has reported in elsewhere sees both places.
    town.connectAsAdmin().done("MEMBER far areas=c02,c01-g2")
    #expect(try town.connect(as: "far").numbers("LIST") == [2])
    #expect(try town.connect(as: "far").numbers("LIST community=c01") == [2])
    #expect(try town.connect(as: "m1").outcome("LIST community=c02") == "NOT_FOUND")
    #expect(try town.connect(as: "m1").outcome("LIST community=nowhere") == "NOT_FOUND")
  }

  @Test("HISTORY tells supervisors what happened, and staff also the words") func history() throws {
    let (town, staff) = try town()
    let number = publish(staff)
    staff.done("AMEND \(number) phone=19900007531 urgency=urgent")
    staff.done("CLAIM \(number) member=m1")
    staff.done("RELEASE \(number) member=m1 :老伴刚走")
    let street = try town.connect(as: "street").rows("HISTORY \(number)")
    let own = staff.rows("HISTORY \(number)")
    #expect(street.map { $0["type"] } == own.map { $0["type"] })
    #expect(own.last?["note"] == "老伴刚走" && street.last?["note"] == nil)
    #expect(street.last?["member"] == "m1")
    let amended = street.first { $0["type"] == "amended" }
    #expect(amended?["fields"] == "phone,urgency" && amended?["urgency"] == nil)
    let allowed: Set<String> = ["seq", "at", "account", "type", "member", "fields"]
    for row in street { #expect(Set(row.names).isSubset(of: allowed), "\(row)") }
  }
}
