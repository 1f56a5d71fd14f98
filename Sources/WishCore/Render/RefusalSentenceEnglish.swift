extension Refusal {
  /// The sentence for those who asked for English.
  var english: String {
    switch self {
    case .tooLong(argument: nil), .tooLong(argument: "text"):
      return "That is too long: shorten it, or send it in two"
    case .tooLong(let argument?): return "\(Self.named(argument)) is too long: shorten it"
    case .badText: return "There is a character that may not be used: type it again"
    case .syntax(let fault): return fault.english
    case .unknownVerb(nearest: nil): return "No such command. HELP shows what you can do"
    case .unknownVerb(let nearest?): return "No such command. Is it \(nearest)? HELP shows what you can do"
    case .noProto: return "This client speaks another version: please update it"
    case .authRequired: return "Log in first: AUTH account :secret"
    case .forbidden(.role): return "Your account may not do this: please ask the community's staff"
    case .forbidden(.noClaim): return "There is no such claim: check the wish's number and the member"
    case .forbidden(.notWaiting): return "You are not waiting for this wish: see MINE"
    case .forbidden(.ownWork): return "You claimed this wish yourself: somebody else must confirm it"
    case .badArgument(let name, let fault): return fault.english(for: name)
    case .keyReused: return "This key was used for another request: take a new one"
    case .draining: return "Under maintenance: you can look things up, but change nothing for now"
    case .readOnly: return "It could not be stored, nothing was kept: tell the administrator; reading works"
    case .busy: return "Many are waiting: please try again shortly"
    case .notFound: return "Nothing found under this number: please check it"
    case .wrongState(let state): return "It is \"\(state.label(in: .en))\" now: that cannot be done to it"
    case .notEligible(let skills):
      let (names, hasMore) = Self.fitting(skills)
      guard !names.isEmpty else { return "You cannot claim this wish for now: MATCH shows those for you" }
      let choice = names.map { "\"\($0)\"" }.joined(separator: " or ") + (hasMore ? " or others" : "")
      return "It needs the skill \(choice): if you have it, ask the community to add it"
    case .taken: return "All places are taken, thank you! MATCH shows other wishes"
    case .quota(let holding): return "You hold \(holding) already: finish or release one, then claim again"
    case .authFailed: return "Wrong account or secret: if you forgot it, ask the community for a new one"
    case .unknown: return "Not certain whether that was done: send it again with the same key, it counts once"
    case .fault: return "Something went wrong here: please tell the administrator"
    }
  }

  /// The name of an argument; one that no verb has may be anything and is not repeated.
  fileprivate static func named(_ name: String) -> String {
    ArgumentLabels.label(of: name, in: .en).map { "\"\($0)\"" } ?? "One argument"
  }
}

extension Refusal.SyntaxFault {
  fileprivate var english: String {
    switch self {
    case .grammar: "This line is not understood. HELP shows how to write it"
    case .fullWidth(let corrected): "Use half-width punctuation: \(Refusal.shortened(corrected))"
    case .tag: "A tag is 1 to \(Limits.tagBytesMax) letters, digits or . _ - after the #, as in #a1"
    case .foreignProtocol: "This is no web or TLS port: connect with wishd send, one command a line"
    case .unfinished: "The last line broke off and was not done: connect again and send all of it"
    }
  }
}

extension Refusal.ArgumentFault {
  fileprivate func english(for name: String) -> String {
    let argument = Refusal.named(name)
    let isKnown = ArgumentLabels.chinese[name] != nil
    switch self {
    case .missing:
      if name == "text" { return "The text is missing: write it after a colon, or as text=" }
      if ArgumentLabels.raw.contains(name) { return "\(argument) is missing: write it after a colon" }
      return isKnown ? "\(argument) is missing: add it; HELP shows how" : "One is missing: HELP shows how"
    case .unexpected:
      if name == "raw" { return "This command takes no text after a colon: leave it out" }
      return isKnown
        ? "\(argument) does not belong here: leave it out"
        : "One argument is too many or its name is wrong: leave it out; HELP shows how"
    case .doubled: return "\(argument) was given twice: leave one"
    case .notAmong(let words):
      return "\(argument) is wrong, it can be: \(WordList.labelled(words, in: .en).joined(separator: ", "))"
    case .outside(let range):
      return ArgumentLabels.lists.contains(name)
        ? "\(argument) takes at most \(range.upperBound) items: leave some out"
        : "\(argument) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .form(let form): return "\(argument) is wrong, write it as: \(form)"
    case .notThis: return "\(argument) cannot be this one: choose another"
    case .unknown(nearest: nil) where name == "verb": return "No such command. HELP shows what you can do"
    case .unknown(let nearest?) where name == "verb": return "No such command. Did you mean \(nearest)?"
    case .takenBy(let owner): return "\(argument) belongs to \"\(owner)\" already: choose another"
    case .unknown(nearest: nil): return "\(argument) is not in the table: check it, or ask for it to be added"
    case .unknown(let nearest?): return "\(argument) is not in the table: did you mean \"\(nearest)\"?"
    case .fullWidth(let verb):
      let skeleton = ArgumentLabels.skeleton(of: name)
      return "\(argument) has full-width characters, use half-width ones: \(verb) \(skeleton)"
    case .needs(let need): return need.english
    }
  }
}

extension Refusal.Need {
  fileprivate var english: String {
    switch self {
    case .limitOrStandard: "Give limit= and standard=, or set the community's with STANDARD first"
    case .overCap(let yuan): "The value is above the cap of \(yuan) yuan here: if it must be, add over=yes"
    case .publicText: "Legal aid and mediation need their own public= text, or confidential=yes"
    case .slotsHeld(let held): "\(held) of the slots are held: give at least \(held)"
    case .category:
      "It has no category yet, add category=: " + Category.allCases.map(\.rawValue).joined(separator: ", ")
    case .newName: "This name is taken: choose another"
    case .withinLimit(let span): "At most the limit of \(span.label(in: .en)): shorten it, or ask the staff"
    case .lastAdmin: "One administrator must be able to log in: add another first"
    case .consent: "The person did not agree to be on the wall: ask them before you change this"
    case .goods: "Only goods have a value: leave value= out, or set kind=goods"
    case .eventThatIs(let last): "The log ends with \(last): follow it from there or before"
    }
  }
}
