/// The whole dialogue, taught line by line: what an account may use, and how each verb is written.
///
/// Rows only; who sends them adds the final. What can be built from ``VerbForm``, ``Policy``,
/// ``Lifecycle`` and the words' tables is built from them, so that it cannot say anything else.
public enum Help {
  /// What somebody may use, as records and as text with a worked dialogue.
  ///
  /// - Parameters:
  ///   - role: The account's role; nil where nobody is logged in.
  ///   - isAtGrid: Whether the account's area is a grid.
  ///   - language: The language.
  /// - Returns: The rows of HELP.
  public static func overview(for role: Role?, isAtGrid: Bool, in language: Language) -> [ReplyLine] {
    let verbs = verbs(for: role, isAtGrid: isAtGrid)
    var text = HelpDialogue.greeting(for: role, isAtGrid: isAtGrid, in: language)
    text += ["", language.choose("能用的命令：", "Commands:")]
    let width = verbs.map(\.rawValue.utf8.count).max() ?? 0
    text += verbs.map { "  \(padded($0.rawValue, to: width))  \(VerbProse.of($0).title[language])" }
    text += ["", language.choose("办一回看看（> 是您输入的，< 是回答）：", "A dialogue (> you, < the service):")]
    for step in HelpDialogue.steps(for: role, isAtGrid: isAtGrid) {
      text.append("  \(step.what[language])")
      text += step.lines.map { "    \($0)" }
    }
    text += ["", language.choose("HELP 命令名，看一条命令的写法，如 HELP AUTH", "HELP <verb> explains one, as HELP AUTH")]
    return verbs.map { .record(VerbUsage($0).record(title: VerbProse.of($0).title[language])) }
      + text.map { .display($0) }
  }

  /// How one verb is written, what its arguments mean, an example, and what can go wrong.
  ///
  /// - Parameters:
  ///   - verb: The verb.
  ///   - language: The language.
  /// - Returns: The rows of HELP with a verb.
  public static func page(_ verb: Verb, in language: Language) -> [ReplyLine] {
    let prose = VerbProse.of(verb)
    let usage = VerbUsage(verb)
    var text = ["\(verb.rawValue)  \(prose.title[language])", "", "  \(prose.about[language])"]
    text += usage.lines.map { "  \($0)" }
    text += ["", language.choose("谁能用：", "Who: ") + users(of: verb, in: language)]
    let states = possibleStates(for: verb)
    if !states.isEmpty {
      let labels = states.map { "\($0.rawValue) \($0.label(in: language))" }
      let list = labels.joined(separator: language.choose("、", ", "))
      text.append(language.choose("心愿要在这些状态：", "In these states: ") + list)
    }
    if !usage.names.isEmpty {
      text += ["", language.choose("要填的（<> 和没有 [] 的必填）：", "Arguments (those in [] may be left out):")]
      let marked = usage.names.map { name in
        usage.isRawOnly(name) ? ":\(name)" : usage.form.positional.contains(name) ? name : "\(name)="
      }
      let width = marked.map(\.utf8.count).max() ?? 0
      for (name, mark) in zip(usage.names, marked) {
        text.append("  \(padded(mark, to: width))  \(HelpArgument.meaning(of: name, in: verb)[language])")
        let values = HelpArgument.values(of: name, in: verb)
        if !values.isEmpty {
          let list = WordList.labelled(values, in: language).joined(separator: language.choose("、", ", "))
          text.append("  \(padded("", to: width))  \(language.choose("可填：", "one of: "))\(list)")
        }
      }
    }
    text += ["", language.choose("例：", "Example:")] + prose.example.map { "  \($0)" }
    if !prose.pitfalls.isEmpty {
      text += ["", language.choose("办不成时：", "What can go wrong:")]
      let width = prose.pitfalls.map(\.code.utf8.count).max() ?? 0
      text += prose.pitfalls.map { "  \(padded($0.code, to: width))  \($0.sentence(in: language))" }
    }
    return [.record(usage.record(title: prose.title[language]))] + text.map { .display($0) }
  }

  /// The verbs that ``Policy`` allows.
  static func verbs(for role: Role?, isAtGrid: Bool) -> [Verb] {
    let who = role.map { Identity(account: .system, role: $0, areas: [], isAtGrid: isAtGrid) }
    return Verb.allCases.filter { verb in
      do {
        try Policy.check(verb, by: who)
        return true
      } catch {
        return false
      }
    }
  }

  private static func users(of verb: Verb, in language: Language) -> String {
    guard let roles = verb.roles else { return language.choose("所有人，不用登录", "everybody, without login") }
    let labels = Role.allCases.filter { roles.contains($0) }.map { $0.label(in: language) }
    let list = labels.joined(separator: language.choose("、", ", "))
    guard roles.contains(.staff), !verb.isForGridStaff else { return list }
    return list + language.choose("（网格员除外）", " (not at a grid)")
  }

  /// The states in which some act of the verb is possible.
  private static func possibleStates(for verb: Verb) -> [WishState] {
    let acts = acts(of: verb)
    return WishState.allCases.filter { state in
      acts.contains { Lifecycle.verdict(on: $0, in: state) == .possible }
    }
  }

  /// What a verb does to a wish.
  static func acts(of verb: Verb) -> [Act] {
    switch verb {
    case .amend: [.amend]
    case .approve: [.approve]
    case .publish: [.publish]
    case .sendBack: [.sendBack]
    case .reject: [.reject]
    case .withdraw: [.withdraw]
    case .merge: [.merge]
    case .refer: [.refer]
    case .reopen: [.reopen]
    case .erase: [.erase]
    case .invite: [.invite]
    case .claim: [.claim]
    case .wait: [.wait]
    case .unwait: [.unwait]
    case .release: [.release]
    case .renew: [.renew]
    case .fulfil: [.fulfilClaim, .fulfilWhole]
    case .confirm: [.confirm]
    case .hello, .ping, .quit, .help, .auth, .logout, .whoami, .stats, .area, .unit, .skill, .account,
      .rotate, .disable, .enable, .member, .post, .suggest, .standard, .list, .show, .history, .similar,
      .askers, .match, .mine, .plan, .wall, .subscribe, .unsubscribe, .backup, .drain:
      []
    }
  }

  /// ASCII text, filled with spaces.
  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
