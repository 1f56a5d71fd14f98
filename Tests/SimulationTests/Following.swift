import Foundation

@testable import FaultTests
@testable import WishCore

extension Simulation {
  // MARK: After every turn

  /// Follows the log, and holds memory and store against what it says.
  func follow() throws {
    let service = daemon.service
    let office = service.office
    let log = service.takeLog()
    for line in log { try check(log: line) }
    let before = capacities
    capacities = office.register.members.mapValues(\.capacity)
    canaries.learn(office.register.members.values)
    let stored = try daemon.store.last()
    // Where the daemon must stop, what it did before that in the same turn holds, and no more is known.
    guard (stored.event, stored.wish) == (office.lastEvent, office.lastWish) || service.mustStop else {
      throw Violation("memory is at event \(office.lastEvent), the store at \(stored.event)")
    }
    let known = EventNumber(ledger.events.count)
    if office.lastEvent > known {
      let new = try daemon.store.events(after: known, limit: Int(office.lastEvent - known))
      let changed = new.compactMap { event -> String? in
        if case .register(.member, let code) = event.matter { code } else { nil }
      }
      try ledger.take(new, step: step, from: daemon.store) { member in
        // Changed twice in one turn: what it was in between is not known.
        if changed.count(where: { $0 == member.text }) > 1 { return .max }
        return max(before[member] ?? Limits.capacityDefault, capacities[member] ?? Limits.capacityDefault)
      }
      for event in new {
        transcript.add("event", Int(event.number), "\(event.at.milliseconds) \(event.logLine)")
      }
    }
    for number in ledger.takeTouched() {
      try learn(number)
      if !service.mustStop { try compare(number) }
    }
    if log.contains(where: { $0.hasPrefix("commit failed") }) { try compareMemory() }
    try expectLapsed()
  }

  private func check(log line: String) throws {
    transcript.add("log", step, line)
    let bytes = Array(line.utf8)
    guard Canaries.find(in: bytes).isEmpty, !holdsSecret(bytes) else {
      throw Violation("the log tells what is nobody's business")
    }
  }

  /// A wish in the log, in the store, in memory and in the model of claims.
  private func compare(_ number: WishNumber) throws {
    guard let wish = ledger.wishes[number] else { throw Violation("wish \(number) is not in the log") }
    guard try daemon.store.wish(number) == wish else {
      throw Violation("wish \(number): the store is not the log")
    }
    let memory = daemon.service.office.openWishes[number]
    guard memory == (wish.state.isOpen ? wish : nil) else {
      throw Violation("wish \(number): memory is not the log")
    }
    if let difference = ledger.claims.difference(from: wish) { throw Violation(difference) }
  }

  /// Looks what a wish's slip says, and that an erased one says nothing.
  private func learn(_ number: WishNumber) throws {
    guard let papers = try daemon.store.papers(number) else {
      throw Violation("wish \(number) has no papers")
    }
    canaries.learn(papers, of: number)
    guard ledger.wishes[number]?.isErased != true || papers == Papers.erased else {
      throw Violation("wish \(number) is erased, its papers are not")
    }
  }

  /// Every wish in memory, and nothing pending.
  private func compareMemory() throws {
    let office = daemon.service.office
    var open = OpenWishes()
    for wish in ledger.wishes.values where wish.state.isOpen { open[wish.number] = wish }
    guard office.openWishes == open else { throw Violation("a commit failed, and memory is not the log") }
    guard office.batch.isEmpty, office.batch.wishes.isEmpty else { throw Violation("a batch is left over") }
  }

  /// Lapses come before everything else: after a turn no claim is due that could lapse.
  private func expectLapsed() throws {
    let service = daemon.service
    guard daemon.hasTurned, service.lapseRetry <= service.uptime, !service.mustStop else { return }
    guard let wish = ledger.claims.overdue(at: service.office.now).first else { return }
    throw Violation("a claim of wish \(wish) is due and does not lapse")
  }

  /// What was committed before a stop or a crash is there after it; more only where nobody was told.
  func expectNothingLost() throws {
    let found = try daemon.store.events(after: 0, limit: .max)
    guard found.count >= ledger.events.count else {
      throw Violation("\(ledger.events.count - found.count) events are lost")
    }
    guard found.prefix(ledger.events.count).elementsEqual(ledger.events) else {
      throw Violation("other events")
    }
    guard isInDoubt || found.count == ledger.events.count else { throw Violation("events out of nothing") }
    if let damage = try StoreInspection.damage(daemon.store) { throw Violation(damage) }
  }

  // MARK: Dear checks

  /// The store as a new start would read it, held against memory and the log; and what walls are made of.
  func inspect() throws {
    try inspectMemory()
    for number in ledger.wishes.keys.sorted() {
      guard try daemon.store.wish(number) == ledger.wishes[number] else {
        throw Violation("wish \(number): the store is not the log")
      }
    }
    let reader = try WallReader(path: home.path)
    for source in try reader.sources() {
      let code = source.area.code
      let tally = ledger.tallies[code] ?? Tally()
      guard source.tally == tally, try daemon.store.tally(of: code) == tally else {
        throw Violation("the wall of \(code) counts otherwise than the log")
      }
      let cards = ledger.wishes.values.filter { $0.hasCard && $0.community == code }
      let entries = try cards.sorted { $0.number < $1.number }.map { wish in
        guard let card = try daemon.store.card(wish.number) else {
          throw Violation("a wish without its card")
        }
        return WallEntry(wish: wish, card: card, name: try daemon.store.papers(wish.number)?.name)
      }
      guard source.entries == entries else {
        throw Violation("the wall of \(code) shows other wishes than the log")
      }
    }
    try expectOnce()
  }

  private func inspectMemory() throws {
    let memory = daemon.service.office
    let fresh = try Office(store: daemon.store)
    guard fresh.register == memory.register else {
      throw Violation("the register in memory is not the store's")
    }
    guard fresh.openWishes == memory.openWishes else {
      throw Violation("wishes in memory are not the store's")
    }
    guard
      (fresh.lastEvent, fresh.lastWish, fresh.lastMoment) == (
        memory.lastEvent, memory.lastWish, memory.lastMoment
      )
    else { throw Violation("the ends in memory are not the store's") }
    func sets(_ holdings: [AccountCode: [WishNumber]]) -> [AccountCode: [WishNumber]] {
      holdings.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
    }
    guard sets(fresh.holdings) == sets(memory.holdings) else {
      throw Violation("memory has others hold wishes")
    }
    let invited = memory.invitations.filter { !$0.value.isEmpty }
    guard fresh.invitations.filter({ !$0.value.isEmpty }) == invited else {
      throw Violation("memory invites others")
    }
    guard fresh.waits.filter({ !$0.value.isEmpty }) == memory.waits.filter({ !$0.value.isEmpty }) else {
      throw Violation("memory has others wait")
    }
    let communities = memory.register.areas.keys.sorted()
    var boards: [[WishNumber]] = [[], []]
    fresh.board.walk(communities, after: nil) {
      boards[0].append($0); return true
    }
    memory.board.walk(communities, after: nil) {
      boards[1].append($0); return true
    }
    guard boards[0] == boards[1] else { throw Violation("the board in memory is in another order") }
  }

  /// A slip that was sent again under its key is there once, as long as keys are remembered.
  private func expectOnce() throws {
    for (word, wishes) in canaries.owners where Canaries.kind(of: word) == .slip && wishes.count > 1 {
      let posted = wishes.compactMap { ledger.wishes[$0]?.posted.milliseconds }.sorted()
      for (first, second) in zip(posted, posted.dropFirst())
      where second - first < Limits.keyDays * 86_400_000 {
        throw Violation("one slip became the wishes \(wishes.sorted())")
      }
    }
  }

  // MARK: Walls

  /// What hangs on the walls right after a rendering says nothing that was not everybody's when the
  /// rendering began.
  func checkShelf(since step: Int) throws {
    for name in shelf.takeReplaced() {
      guard let bytes = shelf.files[name] else { continue }
      let leaks = canaries.leaks(in: bytes, to: nil, since: step, ledger, daemon.service.office)
      if !leaks.isEmpty { throw Violation("the wall \(name) tells \(leaks)") }
    }
  }

  /// Once nothing moves: replies are whole, followers know everything, and walls hang as the state is.
  func expectRest() throws {
    let office = daemon.service.office
    for link in links where !link.session.isFinished {
      if link.hasRest { throw Violation("connection \(link.number) ends inside a line") }
      guard let position = link.checker.position, link.session.subscription != nil else { continue }
      if let missing = link.checker.nextVisible(after: position, ledger, office) {
        throw Violation("connection \(link.number) was not told of event \(missing)")
      }
    }
    let sources = try WallReader(path: home.path).sources()
    var walls: [(name: String, sources: [WallSource], title: WallTitle)] = [("all", sources, .all)]
    walls += sources.map { ($0.area.code.text, [$0], .community($0.area.name)) }
    for wall in walls {
      let pages = [
        "txt": Wall.text(wall.sources, title: wall.title),
        "md": Wall.markdown(wall.sources, title: wall.title),
        "html": Wall.html(wall.sources, title: wall.title),
      ]
      for (suffix, page) in pages where shelf.files["\(wall.name).\(suffix)"] != Array(page.utf8) {
        throw Violation("the wall \(wall.name).\(suffix) is not as the state is")
      }
    }
  }

  // MARK: Files

  /// What was erased is in no file of the store.
  func expectErased(_ wish: WishNumber) throws {
    let files = try home.read().compactMap { $0 }
    for word in canaries.words(of: wish) {
      for bytes in files where Self.contains(bytes, Array(word.utf8)) {
        throw Violation("wish \(wish) is erased, and \(word) is still in a file")
      }
    }
  }

  func holdsSecret(_ bytes: [UInt8]) -> Bool {
    Self.contains(bytes, Array("hush".utf8)) || secrets.contains { Self.contains(bytes, $0) }
  }

  static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe word.withUnsafeBytes { word in
        guard let start = bytes.baseAddress, let first = unsafe word.first else { return false }
        var from = 0
        while from + word.count <= bytes.count {
          guard let hit = unsafe memchr(start + from, Int32(first), bytes.count - from) else { return false }
          from = unsafe start.distance(to: UnsafeRawPointer(hit))
          if from + word.count <= bytes.count,
            unsafe bytes[from..<from + word.count].elementsEqual(word)
          {
            return true
          }
          from += 1
        }
        return false
      }
    }
  }
}
