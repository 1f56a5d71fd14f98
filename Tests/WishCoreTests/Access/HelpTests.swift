import Testing

@testable import WishCore

@Suite("HELP teaches the whole dialogue")
struct HelpTests {
  /// Everybody who may ask: nobody, every role, and staff at a grid.
  static let askers: [(role: Role?, isAtGrid: Bool)] =
    [(nil, false), (.staff, true)] + Role.allCases.map { ($0, false) }

  private func texts(_ lines: [ReplyLine]) -> [String] {
    lines.compactMap { line in
      if case .display(let text) = line { text } else { nil }
    }
  }

  private func records(_ lines: [ReplyLine]) -> [Fields] {
    lines.compactMap { line in
      if case .record(let fields) = line { fields } else { nil }
    }
  }

  @Test("The overview lists what the asker may use and nothing else", arguments: askers)
  func overviewByRole(role: Role?, isAtGrid: Bool) {
    for language in Language.allCases {
      let lines = Help.overview(for: role, isAtGrid: isAtGrid, in: language)
      let listed = records(lines).compactMap { $0["verb"] }
      let allowed = Verb.allCases.filter { verb in
        guard let roles = verb.roles else { return true }
        guard let role, roles.contains(role) else { return false }
        return !isAtGrid || verb.isForGridStaff
      }
      #expect(listed == allowed.map(\.rawValue))
    }
  }

  @Test("Without an account HELP shows exactly the six verbs that need none")
  func overviewForNobody() {
    let verbs = records(Help.overview(for: nil, isAtGrid: false, in: .zh)).compactMap { $0["verb"] }
    #expect(verbs.sorted() == ["AUTH", "HELLO", "HELP", "PING", "QUIT", "WALL"])
    let text = texts(Help.overview(for: nil, isAtGrid: false, in: .zh)).joined(separator: "\n")
    #expect(text.contains("到社区窗口登记"))
  }

  @Test("A record holds what a client completes from")
  func recordFields() {
    let claim = VerbUsage(.claim).record(title: "认领")
    var wanted = Fields()
    wanted.add("verb", "CLAIM")
    wanted.add("args", "<wish>")
    wanted.add("options", "member=,key=")
    wanted.add("roles", "member,staff")
    wanted.add("changes", "yes")
    wanted.add("title", "认领")
    #expect(claim == wanted)
    #expect(VerbUsage(.help).record(title: "")["args"] == "[verb]")
    #expect(VerbUsage(.merge).record(title: "")["required"] == "into=")
    #expect(VerbUsage(.merge).record(title: "")["raw"] == "optional")
    #expect(VerbUsage(.reject).record(title: "")["raw-name"] == "why")
    #expect(VerbUsage(.wall).record(title: "")["roles"] == nil)
  }

  @Test("The usage line is the verb's form")
  func usageLines() {
    #expect(VerbUsage(.fulfil).line == "FULFIL <wish> [member=] [category=] [key=] [:note]")
    #expect(VerbUsage(.auth).line == "AUTH <account> [idle=] :secret")
    #expect(VerbUsage(.refer).line == "REFER <wish> to= [limit=] [key=] :why")
    for verb in Verb.allCases {
      let usage = VerbUsage(verb)
      let words = usage.lines.flatMap { $0.split(separator: " ") }
      #expect(words.joined(separator: " ") == usage.line)
      #expect(usage.lines.allSatisfy { $0.utf8.count <= 80 })
    }
  }

  @Test("Every argument of every verb is explained in both languages", arguments: Verb.allCases)
  func argumentsExplained(verb: Verb) {
    for name in VerbUsage(verb).names {
      let meaning = HelpArgument.meaning(of: name, in: verb)
      #expect(!meaning.chinese.isEmpty && !meaning.english.isEmpty, "\(verb) \(name)")
    }
  }

  @Test("No meaning is left for an argument that its verb does not take")
  func noStaleMeanings() {
    var names: Set<String> = []
    for verb in Verb.allCases { names.formUnion(VerbUsage(verb).names) }
    #expect(Set(HelpArgument.common.keys).isSubset(of: names))
    for (verb, meanings) in HelpArgument.special {
      #expect(Set(meanings.keys).isSubset(of: VerbUsage(verb).names), "\(verb)")
    }
  }

  @Test("Every page shows form, users, an example and how it may be refused", arguments: Verb.allCases)
  func pages(verb: Verb) {
    for language in Language.allCases {
      let page = Help.page(verb, in: language)
      #expect(records(page).map { $0["verb"] } == [verb.rawValue])
      let text = texts(page)
      #expect(text.first?.hasPrefix("\(verb.rawValue)  ") == true)
      #expect(text.contains { $0.hasPrefix("  > \(verb.rawValue)") }, "the example of \(verb)")
      for line in text {
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(line == line.trimmedAtEnd, "no blanks at the end of \(line)")
      }
    }
  }

  @Test("A page names the states in which the act is possible")
  func statesOnPages() {
    let text = texts(Help.page(.reopen, in: .zh))
    #expect(
      text.contains(
        "心愿要在这些状态：referred 已转办、confirmed 居民已确认、closed 已办结（未确认）、rejected 暂难办理（已说明）、"
          + "merged 已合并、withdrawn 已撤销"
      )
    )
    #expect(!texts(Help.page(.list, in: .zh)).contains { $0.hasPrefix("心愿要在") })
  }

  @Test("A page names who may use its verb")
  func usersOnPages() {
    #expect(texts(Help.page(.wall, in: .zh)).contains("谁能用：所有人，不用登录"))
    #expect(texts(Help.page(.claim, in: .zh)).contains("谁能用：认领人、社区工作人员"))
    #expect(texts(Help.page(.publish, in: .zh)).contains("谁能用：社区工作人员（网格员除外）"))
    #expect(texts(Help.page(.mine, in: .en)).contains("Who: helper"))
  }

  @Test("The wall's formats are those that the service renders")
  func formats() {
    #expect(HelpArgument.values(of: "format", in: .wall) == WallFormat.allCases.map(\.rawValue))
  }

  @Test("Every act but those of the service itself is explained by exactly one verb")
  func actsOfVerbs() {
    let acts = Verb.allCases.flatMap { Help.acts(of: $0) }
    #expect(acts.count == Set(acts).count)
    #expect(Set(Act.allCases).subtracting(acts) == [.lapse, .cancel])
  }

  @Test("Every request in an example or a dialogue is one that its reader may send")
  func examplesAreRequests() throws {
    for verb in Verb.allCases {
      for request in try requests(in: VerbProse.of(verb).example) { try check(request) }
    }
    for (role, isAtGrid) in Self.askers {
      let allowed = Set(Help.verbs(for: role, isAtGrid: isAtGrid).map(\.rawValue))
      for step in HelpDialogue.steps(for: role, isAtGrid: isAtGrid) {
        for request in try requests(in: step.lines) {
          try check(request)
          #expect(allowed.contains(request.verb), "\(request.verb) is not for \(String(describing: role))")
        }
      }
    }
  }

  private func requests(in lines: [String]) throws -> [Request] {
    try lines.compactMap { line in
      guard line.hasPrefix("> ") else {
        #expect(line.hasPrefix("< "), "\(line)")
        return nil
      }
      return try #require(RequestParser.parse(Array(line.utf8.dropFirst(2)))).get()
    }
  }

  /// Whether a request fits its verb's form and its words their tables.
  private func check(_ request: Request) throws {
    let verb = try #require(Verb(rawValue: request.verb))
    let usage = VerbUsage(verb)
    let named = request.arguments.compactMap(\.name)
    let positional = request.arguments.filter { $0.name == nil }
    #expect(positional.count <= usage.form.positional.count)
    #expect(positional.count >= usage.form.positional.count - (usage.form.isLastOptional ? 1 : 0))
    #expect(Set(usage.form.required).isSubset(of: named), "\(verb) lacks an argument")
    #expect(Set(named).isSubset(of: usage.form.required + usage.optional), "\(verb) takes no such argument")
    for argument in request.arguments {
      guard let name = argument.name else { continue }
      let values = HelpArgument.values(of: name, in: verb)
      guard !values.isEmpty else { continue }
      #expect(argument.value.split(separator: ",").allSatisfy { values.contains(String($0)) }, "\(name)")
    }
    switch usage.raw {
    case nil: #expect(request.raw == nil)
    case (_, isRequired: true)?: #expect(request.raw != nil, "\(verb) lacks its text")
    case (_, isRequired: false)?: break
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
