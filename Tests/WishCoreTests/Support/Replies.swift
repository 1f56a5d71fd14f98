import Testing

@testable import WishCore

extension Client {
  /// What became of a request in a word: `OK`, or the code; with BAD_ARG also the argument: `BAD_ARG slots`.
  func outcome(_ line: String) -> String { Reply.outcome(ask(line)) }

  /// Sends a line that must succeed, and returns the fields of its final.
  @discardableResult func done(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> Fields {
    let reply = ask(line)
    if case .ok(let fields, _)? = Reply.parse(reply) { return fields }
    Issue.record("\(line): \(reply)", sourceLocation: sourceLocation)
    return Fields()
  }

  /// Sends a line that must succeed, and returns its rows.
  func rows(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Fields] {
    let lines = say(line)
    #expect(Reply.outcome(lines.last ?? "") == "OK", "\(line)", sourceLocation: sourceLocation)
    return lines.compactMap {
      if case .record(let fields)? = Reply.parse($0) { fields } else { nil }
    }
  }

  /// The one row that a request is answered with.
  func row(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> Fields {
    let rows = rows(line, sourceLocation: sourceLocation)
    #expect(rows.count == 1, "\(line)", sourceLocation: sourceLocation)
    return rows.first ?? Fields()
  }

  /// The numbers of the wishes in the rows of a reply.
  func numbers(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> [WishNumber] {
    rows(line, sourceLocation: sourceLocation).compactMap { $0["wish"].flatMap { WishNumber($0) } }
  }

  /// Sends lines at once, turns the service, and returns all lines that came.
  func pipeline(_ lines: [String]) -> [String] {
    for line in lines { send(line) }
    town.turn()
    return read()
  }
}

/// Reading of replies.
enum Reply {
  static func parse(_ line: String) -> ReplyLine? { ReplyLine.parse(line.utf8)?.line }

  /// `OK`, a code, or `BAD_ARG` with its argument; `nothing` where no final came.
  static func outcome(_ line: String) -> String {
    switch parse(line) {
    case .ok: "OK"
    case .error("BAD_ARG", let fields, _): "BAD_ARG \(fields["arg"] ?? "")"
    case .error(let code, _, _): code
    case .record, .display, .push, nil: "nothing"
    }
  }

  /// The fields of a final that is OK.
  static func fields(_ line: String) -> Fields {
    if case .ok(let fields, _)? = parse(line) { fields } else { Fields() }
  }

  /// The outcomes of all finals among the lines.
  static func outcomes(_ lines: [String]) -> [String] {
    lines.map(outcome).filter { $0 != "nothing" }
  }
}

extension Fields {
  /// The names of the fields, in order.
  var names: [String] { pairs.map(\.name) }

  /// The value as a number.
  func number(_ name: String) -> Int64? { self[name].flatMap { Int64($0) } }
}

extension Town {
  /// The number of the last event.
  var last: EventNumber { service.office.lastEvent }

  /// What requests of one batch would be answered, with nothing of it kept; the last of the replies.
  func tryOut(_ lines: String..., by client: Client) -> String {
    for line in lines {
      guard case .success(let request)? = RequestParser.parse(Array(line.utf8)),
        let verb = Verb(rawValue: request.verb), verb.changes
      else { return client.ask(line) }
      service.decide(request, verb, client.session)?.send(nil)
    }
    service.office.drop()
    service.slips.drop(service.office)
    return client.read().last ?? ""
  }
}
