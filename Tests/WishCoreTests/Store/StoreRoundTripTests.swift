import Testing

@testable import WishCore

@Suite("What is committed is there after closing and opening")
struct StoreRoundTripTests {
  let fixture: StoreFixture
  let east = AreaCode(stored: "east")

  init() throws { fixture = try StoreFixture() }

  @Test("A new store has its key, its skills, its administrator, and nothing else")
  func newStore() throws {
    let store = try fixture.open()
    #expect(store.hashKey == StoreFixture.hashKey)
    let last = try store.last()
    #expect(last == (0, 0, StoreFixture.start))
    var expected = Register()
    for skill in StoreFixture.skills { expected.skills[skill.name] = skill }
    expected.accounts[StoreFixture.admin.code] = StoreFixture.admin
    expected.secrets[StoreFixture.admin.code] = "$y$hash"
    #expect(try store.loadRegister() == expected)
  }

  @Test("The register comes back as it was, and again after a change of each entry")
  func register() throws {
    var expected = StoreFixture.register
    do {
      let store = try fixture.open()
      var scribe = try Scribe(store)
      scribe.record(expected)
      try scribe.commit(to: store)
      var changed = Register()
      let li = AccountCode(stored: "li")
      changed.members[li] = expected.members[li]
      changed.members[li]?.skills = [SkillName("搬运")]
      changed.members[li]?.prefers = []
      changed.members[li]?.unit = nil
      changed.areas[east] = expected.areas[east]
      changed.areas[east]?.name = "新名"
      changed.secrets[li] = "$y$new"
      let skill = SkillName("搬运")
      changed.skills[skill] = Skill(name: skill, parent: SkillName("维修"), aliases: ["搬家"])
      scribe.record(changed)
      try scribe.commit(to: store)
      expected.merge(changed)
      try store.close()
    }
    for skill in StoreFixture.skills where expected.skills[skill.name] == nil {
      expected.skills[skill.name] = skill
    }
    expected.accounts[StoreFixture.admin.code] = StoreFixture.admin
    expected.secrets[StoreFixture.admin.code] = "$y$hash"
    #expect(try fixture.open().loadRegister() == expected)
  }

  @Test("A wish with everything in it comes back equal, and so does each state on its way")
  func fullWish() throws {
    var wishes: [WishNumber: Wish] = [:]
    do {
      let store = try fixture.open()
      var scribe = try Scribe(store)
      scribe.record(StoreFixture.register)
      scribe.record(.posted(StoreFixture.fullPosting), 1)
      scribe.record(.posted(StoreFixture.posting()), 2)
      try scribe.commit(to: store)
      for fact in Self.life {
        scribe.record(fact, 1)
        try scribe.commit(to: store)
        #expect(try store.wish(1) == scribe.wishes[1])
      }
      #expect(scribe.wishes[1]?.claims.count == 3)
      wishes = scribe.wishes
      try store.close()
    }
    let store = try fixture.open()
    #expect(try store.wish(1) == wishes[1])
    #expect(try store.wish(2) == wishes[2])
    #expect(try store.wish(3) == nil)
    let last = try store.last()
    #expect(last.wish == 2)
    #expect(last.event == EventNumber(3 + Self.life.count))
    var open: [Wish] = []
    try store.forEachOpenWish { open.append($0) }
    #expect(open == [1, 2].compactMap { wishes[$0] })
  }

  /// A life with a claim given back, one that lapses, and one that is prolonged.
  static let life: [Fact] = [
    .approved(StoreFixture.approval),
    .published,
    .invited(AccountCode(stored: "wang")),
    .invited(AccountCode(stored: "li")),
    .claimed(StoreFixture.claimed("li")),
    .released(AccountCode(stored: "li")),
    .claimed(StoreFixture.claimed("wang")),
    .renewed(
      AccountCode(stored: "wang"),
      due: StoreFixture.start.advanced(bySeconds: 99_999),
      byMember: true
    ),
    .claimed(StoreFixture.claimed("li")),
    .fulfilled(member: AccountCode(stored: "li"), category: nil),
    .lapsed(AccountCode(stored: "wang")),
  ]

  @Test("Papers, cards and notes come back as written, and as rewritten")
  func texts() throws {
    var papers = Papers(text: "灯坏了\n请修 ' \" \\ ; DROP TABLE wish")
    papers.name = "柏青"
    papers.phone = "123"
    papers.address = ""
    papers.contactName = "邻居"
    papers.contactPhone = "456"
    papers.relation = .neighbour
    papers.groups = [.leftBehind, .elderAlone, .other]
    papers.ref = "A-1"
    papers.batch = "九月"
    papers.referredTo = "街道"
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    scribe.record(.posted(StoreFixture.posting()), 1, note: "一句话")
    scribe.batch.papers[1] = papers
    scribe.batch.cards[1] = Card(publicText: "灯", standard: "上门")
    try scribe.commit(to: store)
    #expect(try store.papers(1) == papers)
    #expect(try store.card(1) == Card(publicText: "灯", standard: "上门"))
    #expect(try store.papers(2) == nil)
    #expect(try store.card(2) == nil)
    scribe.record(.amended(Amendment()), 1)
    scribe.batch.papers[1] = Papers(text: "")
    scribe.batch.cards[1] = Card(publicText: "", standard: nil)
    try scribe.commit(to: store)
    #expect(try store.papers(1) == Papers(text: ""))
    #expect(try store.card(1) == Card(publicText: "", standard: nil))
    #expect(try store.history(of: 1).map(\.note) == ["一句话", nil])
  }

  @Test("The log comes back line by line, and a wish's own lines in order")
  func log() throws {
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    scribe.record(.posted(StoreFixture.fullPosting), 1)
    scribe.record(.posted(StoreFixture.posting()), 2)
    for fact in Self.life { scribe.record(fact, 1) }
    scribe.record(.rejected(.unclear), 2)
    let lines = scribe.batch.events
    try scribe.commit(to: store)
    #expect(try store.events(after: 0, limit: 100) == lines)
    #expect(try store.events(after: 3, limit: 2) == Array(lines[3...4]))
    #expect(try store.history(of: 2).map(\.event.number) == [3, EventNumber(lines.count)])
    #expect(try store.history(of: 3).isEmpty)
  }

  @Test("Applying the facts of a wish's history makes the stored wish")
  func replay() throws {
    let store = try fixture.open()
    var scribe = try Scribe(store)
    scribe.record(StoreFixture.register)
    scribe.record(.posted(StoreFixture.fullPosting), 1)
    for fact in Self.life { scribe.record(fact, 1) }
    try scribe.commit(to: store)
    var replayed: Wish?
    for (event, _) in try store.history(of: 1) {
      guard case .wish(let number, let fact) = event.matter else { continue }
      if case .posted(let posting) = fact {
        replayed = Wish(number: number, posting: posting, event: event.number, at: event.at)
      } else {
        replayed?.apply(fact, event: event.number, at: event.at)
      }
    }
    #expect(try store.wish(1) == replayed)
  }

  @Test("Receipts are remembered by account and key, and forgotten the oldest first")
  func receipts() throws {
    let store = try fixture.open()
    let root = StoreFixture.admin.code
    let hash = Array<UInt8>(repeating: 7, count: 16)
    for index in 0..<5 {
      var batch = Batch()
      let at = StoreFixture.start.advanced(bySeconds: Int64(index))
      batch.receipts[ReceiptKey(account: root, key: "k\(index)")] =
        Receipt(requestHash: hash, reply: Array("OK wish=\(index)".utf8), at: at)
      try store.commit(batch)
    }
    let first = try store.receipt(ReceiptKey(account: root, key: "k0"))
    #expect(first == Receipt(requestHash: hash, reply: Array("OK wish=0".utf8), at: StoreFixture.start))
    #expect(try store.receipt(ReceiptKey(account: .system, key: "k0")) == nil)
    let limit = StoreFixture.start.advanced(bySeconds: 3)
    #expect(try store.forgetReceipts(before: limit, atMost: 2) == 2)
    #expect(try store.forgetReceipts(before: limit, atMost: 2) == 1)
    #expect(try store.forgetReceipts(before: limit, atMost: 2) == 0)
    #expect(try store.receipt(ReceiptKey(account: root, key: "k2")) == nil)
    #expect(try store.receipt(ReceiptKey(account: root, key: "k3")) != nil)
  }
}
