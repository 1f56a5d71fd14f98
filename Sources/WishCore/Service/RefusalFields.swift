extension Refusal {
  /// The data of a refusal, for programs.
  func addFields(to fields: inout Fields) {
    switch self {
    case .badArgument(let name, let fault):
      fields.add("arg", name)
      if case .unknown(let nearest) = fault { fields.add("near", nearest) }
      if case .needs(.overCap(let cap)) = fault { fields.add("cap", cap) }
      if case .needs(.eventThatIs(let last)) = fault { fields.add("last", last) }
    case .tooLong(let argument): fields.add("arg", argument)
    case .unknownVerb(let nearest): fields.add("near", nearest)
    case .wrongState(let state): fields.add("state", state.rawValue)
    case .notEligible(let skills): fields.add("skills", skills.map(\.text))
    case .quota(let holding): fields.add("holding", holding)
    case .badText, .syntax, .noProto, .authRequired, .forbidden, .keyReused, .draining, .readOnly, .busy,
      .notFound, .taken, .authFailed, .unknown, .fault:
      break
    }
  }
}

extension Verb {
  /// The verb that looks most like what was typed: at most two letters off.
  static func nearest(to typed: String) -> Verb? {
    let candidates = allCases.map {
      (verb: $0, distance: distance(Array($0.rawValue.utf8), Array(typed.utf8.prefix(16))))
    }
    return candidates.min { $0.distance < $1.distance }.flatMap { $0.distance <= 2 ? $0.verb : nil }
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
