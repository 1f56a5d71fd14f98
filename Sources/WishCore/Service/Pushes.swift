extension Service {
  /// Tells those concerned what a committed batch changed.
  func push(_ batch: Batch) {
    for event in batch.events {
      guard case .wish(let number, .invited(let member)) = event.matter else { continue }
      var fields = Fields()
      fields.add("wish", number)
      fields.add("seq", event.number)
      for session in allSessions where identity(of: session)?.account == member && !session.isFinished {
        session.send(.push(event: "INVITED", fields, note: nil))
      }
    }
  }
}

extension Event {
  /// The event as the log shows it: codes and numbers only.
  var logLine: String {
    switch matter {
    case .wish(let number, let fact):
      let member = fact.member.map { " member=\($0)" } ?? ""
      return "\(fact.type) seq=\(self.number) wish=\(number) account=\(account)\(member)"
    case .register(let type, let code):
      return "\(type.rawValue) seq=\(self.number) code=\(code) account=\(account)"
    }
  }
}
