extension Service {
  /// SUGGEST: what a text would be about as a slip, and which words say so; nothing is posted.
  func suggest(_ line: ArgumentReader, _ who: Identity, _ language: Language) throws(Refusal) -> [ReplyLine] {
    if line.has("text"), line.raw != nil { throw .badArgument("text", .doubled) }
    guard let text = try line.text("text") ?? line.note else { throw .badArgument("text", .missing) }
    let given: AreaCode? = try line.codeIfGiven("community")
    if let given {
      guard let area = office.area(given), area.level == .community,
        given == home(of: who) || Policy.covers(who, given, in: office)
      else { throw .notFound }
    }
    let suggestion = slips.suggestion(text, in: given ?? home(of: who), office)
    var lines: [ReplyLine] = []
    if suggestion.category != nil {
      for reason in suggestion.reasons {
        var fields = Fields()
        fields.add("term", reason.term)
        fields.add("category", reason.category.rawValue)
        fields.add("weight", hundredths(reason.weight))
        lines.append(.record(fields))
      }
    }
    var final = Fields()
    suggestion.add(to: &final)
    let note = SlipWords.note(
      isKnown: suggestion.category != nil,
      pressing: suggestion.pressing,
      in: language
    )
    lines.append(.ok(final, note: note))
    return lines
  }

  /// The community that an account works in, if it is one or a grid of one.
  func home(of who: Identity) -> AreaCode? {
    who.areas.first.flatMap { office.community(of: $0)?.code }
  }

  /// SIMILAR: the wishes of its community that ask for what this one asks for, or are of its household.
  func similar(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> [ReplyLine] {
    let number = try line.wish()
    let wish = try office.wish(number, seenBy: who, atLeast: .everything)
    var lines: [ReplyLine] = []
    for same in try slips.similar(to: wish, by: who, office) {
      guard let other = try office.wish(same.number) else { continue }
      var fields = Fields()
      fields.add("wish", same.number)
      fields.add("state", other.state.rawValue)
      fields.add("score", hundredths(same.score))
      fields.add("why", SlipWords.why(same.why, isHousehold: same.isHousehold))
      fields.add("household", same.isHousehold ? "yes" : nil)
      lines.append(.record(fields))
    }
    lines.append(Readings.ok)
    return lines
  }

  /// A weight with two decimals.
  private func hundredths(_ value: Float) -> String {
    let number = Int((value * 100).rounded())
    let digits = String(abs(number) % 100)
    return "\(number < 0 ? "-" : "")\(abs(number) / 100)." + (digits.count < 2 ? "0" : "") + digits
  }
}

extension Readings {
  /// ASKERS: everybody who asked for a wish, so that each is called back: the wish itself, then what was
  /// merged into it, and into that.
  static func askers(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Reading {
    let number = try line.wish()
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      var numbers = [number]
      var next = 0
      while next < numbers.count {
        let merged = try office.reading { try office.store.merged(into: numbers[next]) }
        numbers += merged.filter { !numbers.contains($0) }
        next += 1
      }
      var lines: [ReplyLine] = []
      for number in [number] + numbers.dropFirst().sorted() {
        guard let asked = try office.wish(number),
          Policy.sight(of: asked, by: who, in: office) == .everything
        else { continue }
        var fields = Fields()
        fields.add("wish", number)
        fields.add("state", asked.state.rawValue)
        fields.add("into", asked.mergedInto)
        addPerson(try office.papers(of: number), to: &fields)
        fields.add("erased", asked.isErased ? "yes" : nil)
        lines.append(.record(fields))
      }
      var final = Fields()
      final.add("askers", wish.askers)
      lines.append(.ok(final, note: nil))
      return lines
    }
  }
}
