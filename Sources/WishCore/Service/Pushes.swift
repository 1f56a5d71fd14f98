extension Service {
  /// Tells those concerned what a committed batch changed.
  func push(_ batch: Batch) {
    for event in batch.events {
      guard case .wish(let number, .invited(let member)) = event.matter else { continue }
      var fields = Fields()
      fields.add("wish", number)
      fields.add("seq", event.number)
      for session in sessions(of: member) where !session.isFinished {
        session.send(.push(event: "INVITED", fields, note: nil))
      }
    }
  }
}

extension Event {
  /// The event as the log shows it: codes and numbers only.
  var logLine: String {
    switch matter {
    case .wish(let wish, let fact):
      // One for every change: put together without the detour of an interpolation.
      var line = fact.type
      line += " seq="
      line += String(number)
      line += " wish="
      line += String(wish)
      line += " account="
      line += account.text
      if let member = fact.member {
        line += " member="
        line += member.text
      }
      return line
    case .register(let type, let code):
      return "\(type.rawValue) seq=\(self.number) code=\(code) account=\(account)"
    }
  }
}
