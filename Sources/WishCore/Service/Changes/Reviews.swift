extension Changes {
  /// APPROVE: files a wish under a category, with a standard and a time limit, and writes its card.
  static func approve(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    guard let category = try line.category() else { throw .badArgument("category", .missing) }
    let limit = try line.span("limit")
    let standard = try line.text("standard")
    let skillNames = try line.list("skills")
    let isOpen = try line.yes("open")
    let slots = try line.number("slots", in: Limits.slots)
    let urgency: Urgency? = try line.word("urgency")
    let kind: WishKind? = try line.word("kind")
    let value = try line.number("value", in: Limits.yuan)
    let isOver = try line.yes("over")
    let needed = try line.moment("needed")
    let contact: Contact? = try line.word("contact")
    let isConfidential = try line.yes("confidential")
    let publicText = try line.text("public")
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      guard Lifecycle.verdict(on: .approve, in: wish.state) == .possible else {
        throw .wrongState(wish.state)
      }
      let usual = office.standard(StandardKey(community: wish.community, category: category))
      guard let limit = limit ?? usual?.limit else { throw .badArgument("limit", .needs(.limitOrStandard)) }
      let kind = kind ?? wish.kind
      let approval = Fact.Approval(
        category: category,
        limit: limit,
        skills: try skillNames.map { names throws(Refusal) in try office.canonical(names, argument: "skills")
        }
          ?? wish.skills,
        isOpenToAll: isOpen,
        slots: slots ?? wish.slots,
        urgency: urgency ?? wish.urgency,
        kind: kind,
        // The slip's value goes with the goods; one that is given must fit the kind.
        valueYuan: value ?? (kind == .goods ? wish.valueYuan : nil),
        needed: needed ?? wish.needed,
        contact: contact,
        isConfidential: isConfidential || wish.isConfidential
      )
      try check(approval, of: wish, isOver: isOver, hasPublicText: publicText != nil, office)
      let papers = try office.papers(of: number)
      let card = Card(
        publicText: papers.masked(publicText ?? papers.text),
        standard: (standard ?? usual?.text).map(papers.masked)
      )
      let result = try office.take(.approve(approval), on: wish, by: who.account)
      office.batch.cards[number] = card
      var done = Done(result.wish, result.event)
      done.fields.add("public", card.publicText)
      return done
    }
  }

  private static func check(
    _ approval: Fact.Approval,
    of wish: Wish,
    isOver: Bool,
    hasPublicText: Bool,
    _ office: Office
  ) throws(Refusal) {
    if let value = approval.valueYuan {
      guard approval.kind == .goods else { throw .badArgument("value", .needs(.goods)) }
      let cap = office.area(wish.community)?.capYuan ?? Limits.capYuanDefault
      guard value <= cap || isOver else { throw .badArgument("over", .needs(.overCap(cap))) }
    }
    switch approval.category {
    case .legal, .mediation:
      // A dispute told in its own words tells who it is with.
      guard hasPublicText || approval.isConfidential else {
        throw .badArgument("public", .needs(.publicText))
      }
    case .policy, .health, .relief, .convenience, .culture, .environment: break
    }
  }

  /// The steps that take nothing but the wish and a reason.
  static func simple(_ step: Step, _ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      let result = try office.take(step, on: wish, by: who.account, note: note)
      return Done(result.wish, result.event)
    }
  }

  /// ERASE: nothing is left of what people wrote. The reason stays, with what the slip names masked in it.
  static func erase(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      let papers = try office.papers(of: number)
      let result = try office.erase(wish, by: who.account, note: note.map { papers.masked($0) })
      return Done(result.wish, result.event)
    }
  }

  /// MERGE: two slips ask for the same; every petitioner is still called back.
  static func merge(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    let target = try line.wish("into")
    guard target != number else { throw .badArgument("into", .notThis) }
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      let into = try office.wish(target, seenBy: who, atLeast: .everything)
      let result = try office.take(.merge(into: into), on: wish, by: who.account, note: note)
      var done = Done(result.wish, result.event)
      done.fields.add("into", target)
      done.fields.add("askers", into.askers + wish.askers)
      return done
    }
  }

  /// REFER: somebody outside takes it; it is still ours to follow.
  static func refer(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    let number = try line.wish()
    guard let to = try line.text("to") else { throw .badArgument("to", .missing) }
    let span = try line.span("limit")
    let note = line.note
    return { office throws(Refusal) in
      let wish = try office.wish(number, seenBy: who, atLeast: .everything)
      var papers = try office.papers(of: number)
      papers.referredTo = UnitCode(to).flatMap { office.unit($0)?.name } ?? to
      let result = try office.take(.refer(within: span), on: wish, by: who.account, note: note)
      office.batch.papers[number] = papers
      return Done(result.wish, result.event)
    }
  }

  /// CONFIRM: what the resident says.
  static func confirm(_ line: ArgumentReader, _ who: Identity) throws(Refusal) -> Change {
    guard let solved: Solved = try line.word("solved") else { throw .badArgument("solved", .missing) }
    let rating = try line.number("rating", in: Limits.rating)
    let via: CallBack? = try line.word("via")
    let then: AfterNo? = try line.word("then")
    guard then == nil || solved == .no else { throw .badArgument("then", .unexpected) }
    guard rating == nil || solved != .unreached else { throw .badArgument("rating", .unexpected) }
    let answer = Fact.Answer(solved: solved, rating: rating, via: via)
    return try simple(.confirm(answer, then: then, judge: who.account), line, who)
  }
}
