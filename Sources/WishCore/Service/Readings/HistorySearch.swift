/// A HISTORY on its way: the log is followed back from the wish's last event, so many lines a turn.
struct HistorySearch: SlowReading {
  /// Lines of the log that are read, or told, in one slice.
  static let sliceEvents = 12
  /// The first slice is longer: nearly every wish's history is there at once.
  private static let firstSliceEvents = 40

  private let isStaff: Bool
  /// Where the log is read on; nil once the first event is reached.
  private var next: EventNumber?
  /// What was read, the newest first, and is not yet told.
  private var read: [(event: Event, note: String?)] = []
  private var hasBegun = false
  /// What is told.
  private var reply: [UInt8] = []

  /// Begins with the wish's last event.
  init(from last: EventNumber?, isStaff: Bool) {
    next = last
    self.isStaff = isStaff
  }

  mutating func goOn(_ office: Office, tag: String?) throws(Refusal) -> [UInt8]? {
    var left = hasBegun ? Self.sliceEvents : Self.firstSliceEvents
    hasBegun = true
    if let from = next {
      let part = try office.reading { try office.store.history(from: from, limit: left) }
      read += part.events
      next = part.next
      left -= part.events.count
    }
    guard next == nil else { return nil }
    while left > 0, let (event, note) = read.popLast() {
      left -= 1
      if let fields = fields(event, note) { ReplyLine.record(fields).encode(tag: tag, into: &reply) }
    }
    guard read.isEmpty else { return nil }
    Readings.ok.encode(tag: tag, into: &reply)
    return reply
  }

  private func fields(_ event: Event, _ note: String?) -> Fields? {
    guard case .wish(_, let fact) = event.matter, isStaff || !fact.isBetweenMemberAndStaff else { return nil }
    var fields = Fields()
    fields.add("seq", event.number)
    fields.add("at", event.at)
    fields.add("account", event.account.text)
    fields.add("type", fact.type)
    // Who let a wish lapse is between that member and its staff.
    if isStaff || fact.type != "lapsed" { fields.add("member", fact.member?.text) }
    if isStaff {
      addValues(of: fact, to: &fields)
      fields.add("note", note)
    } else if case .amended(let amendment) = fact {
      fields.add("fields", amendment.fields)
    }
    return fields
  }

  /// The log's words as fields; its moments are told as the protocol tells them.
  private func addValues(of fact: Fact, to fields: inout Fields) {
    for word in fact.detail.split(separator: " ") {
      guard let equals = word.firstIndex(of: "=") else { continue }
      let name = String(word[..<equals])
      let value = String(word[word.index(after: equals)...])
      if ["due", "needed", "until"].contains(name), let milliseconds = Int64(value) {
        fields.add(name, Moment(milliseconds: milliseconds))
      } else {
        fields.add(name, value)
      }
    }
  }
}
