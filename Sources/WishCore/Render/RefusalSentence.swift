extension Refusal {
  /// What a person is told: one line that says what to do next, without a value or a text that the
  /// client sent.
  public func sentence(in language: Language) -> String {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  private var chinese: String {
    switch self {
    case .tooLong(argument: nil), .tooLong(argument: "text"): return "内容太长，请精简或分两条"
    case .tooLong(let argument?): return "\(Self.quoted(argument))太长，请写短些"
    case .badText: return "含有不能用的字符，请重新输入"
    case .syntax(let fault): return fault.chinese
    case .unknownVerb(nearest: nil): return "没有这个命令。输入 HELP 看能办什么"
    case .unknownVerb(let nearest?): return "没有这个命令。是不是 \(nearest)？输入 HELP 看能办什么"
    case .noProto: return "版本不符，请升级客户端"
    case .authRequired: return "请先登录：AUTH 账号 :口令"
    case .forbidden(.role): return "您的账号不能办这项，请找社区工作人员"
    case .forbidden(.noClaim): return "没有对应的认领记录，请核对心愿编号和认领人"
    case .forbidden(.notWaiting): return "您没有在等这条心愿；输入 MINE 看看您的"
    case .forbidden(.ownWork): return "自己认领的心愿，请别的工作人员来回访"
    case .badArgument(let name, let fault): return fault.chinese(for: name)
    case .keyReused: return "此请求号已用于别的内容，请换一个"
    case .draining: return "系统维护中，可查询，暂不能办理"
    case .readOnly: return "暂时存不进去，没有录入；请告知管理员，查询照常"
    case .busy: return "办理的人多，请稍后再试"
    case .notFound: return "没查到这个编号，请核对"
    case .wrongState(let state): return "这条心愿现在是“\(state.label(in: .zh))”，不能这样办"
    case .notEligible(let skills):
      let (names, hasMore) = Self.fitting(skills)
      guard !names.isEmpty else { return "这条心愿您暂时不能认领；输入 MATCH 看看适合您的" }
      let choice = names.map { "“\($0)”" }.joined(separator: "或") + (hasMore ? "等" : "")
      return "需要\(choice)特长；您若会，请让社区补登"
    case .taken: return "名额已满，谢谢您！输入 MATCH 看看别的心愿"
    case .quota(let holding): return "您手上已有\(holding)条，办结或退回一条再领"
    case .authFailed: return "账号或口令不对；忘了请找社区重发"
    case .unknown: return "刚才是否办成还不确定，请用原请求号重发，不会重复"
    case .fault: return "系统出错，请联系管理员"
    }
  }

  /// The label of an argument in quotes; one that no verb has may be anything and is not repeated.
  fileprivate static func quoted(_ name: String) -> String {
    ArgumentLabels.label(of: name, in: .zh).map { "“\($0)”" } ?? "有一项"
  }

  /// The bytes of skill names that a sentence has room for.
  private static let skillBytesMax = 130

  /// As many skills as a sentence has room for, and whether there are more.
  static func fitting(_ skills: [SkillName]) -> (names: [String], hasMore: Bool) {
    var names: [String] = []
    var bytes = 0
    for skill in skills {
      bytes += skill.text.utf8.count
      guard names.isEmpty || bytes <= skillBytesMax else { return (names, true) }
      names.append(skill.text)
    }
    return (names, false)
  }

  /// The bytes of a corrected line that a sentence has room for.
  private static let correctionBytesMax = 160

  /// A corrected line, or as many of its first words as a sentence has room for.
  static func shortened(_ correction: String) -> String {
    guard correction.utf8.count > correctionBytesMax else { return correction }
    var kept: [Substring] = []
    var bytes = 0
    for word in correction.split(separator: " ") {
      bytes += word.utf8.count + 1
      guard bytes <= correctionBytesMax else { break }
      kept.append(word)
    }
    return (kept + ["…"]).joined(separator: " ")
  }
}

extension Refusal.SyntaxFault {
  fileprivate var chinese: String {
    switch self {
    case .grammar: "这一行没看懂。输入 HELP 看写法"
    case .fullWidth(let corrected): "字母和标点要用半角（英文）的，请改成：\(Refusal.shortened(corrected))"
    case .tag: "行首标签只能用1到\(Limits.tagBytesMax)个字母、数字或 . _ -，如 #a1"
    case .foreignProtocol: "这里不是网页或加密端口，请用 wishd send 连接，一行一条命令"
    case .unfinished: "最后一行没收完就断了，没有办理；请重新连接，整行再发"
    }
  }
}

extension Refusal.ArgumentFault {
  fileprivate func chinese(for name: String) -> String {
    let argument = Refusal.quoted(name)
    let isKnown = ArgumentLabels.chinese[name] != nil
    switch self {
    case .missing:
      if name == "text" { return "缺少\(argument)，请写在冒号后，或用 text=" }
      if ArgumentLabels.raw.contains(name) { return "缺少\(argument)，请写在冒号后" }
      return isKnown ? "缺少\(argument)（\(name)），请补上；输入 HELP 看写法" : "少填了一项，请补上；输入 HELP 看写法"
    case .unexpected:
      if name == "raw" { return "这个命令冒号后不写文字，请去掉再发" }
      return isKnown ? "这里不填\(argument)，请去掉再发" : "多写了一项，或名字不对，请去掉再发；输入 HELP 看写法"
    case .doubled: return "\(argument)写了两次，请只留一处"
    case .notAmong(let words):
      return "\(argument)填得不对，可填：\(WordList.labelled(words, in: .zh).joined(separator: "、"))"
    case .outside(let range):
      return ArgumentLabels.lists.contains(name)
        ? "\(argument)最多填\(range.upperBound)项，请减少"
        : "\(argument)填得不对，请填\(range.lowerBound)到\(range.upperBound)的整数"
    case .form(let form): return "\(argument)填得不对，应写成：\(form)"
    case .notThis: return "\(argument)不能用这个，请换一个"
    case .unknown(nearest: nil) where name == "verb": return "没有这个命令。输入 HELP 看能办什么"
    case .unknown(let nearest?) where name == "verb": return "没有这个命令，是不是 \(nearest)？"
    case .takenBy(let owner): return "\(argument)已经是“\(owner)”的，请换一个"
    case .unknown(nearest: nil): return "表里没有这个\(argument)，请核对，或请社区添加"
    case .unknown(let nearest?): return "表里没有这个\(argument)，是不是“\(nearest)”？"
    case .fullWidth(let verb):
      return "\(argument)用了全角字符，请改用半角（英文）再发：\(verb) \(ArgumentLabels.skeleton(of: name))"
    case .needs(let need): return need.chinese
    }
  }
}

extension Refusal.Need {
  fileprivate var chinese: String {
    switch self {
    case .limitOrStandard: "请填办理时限 limit= 和服务标准 standard=，或先用 STANDARD 设好本社区的"
    case .overCap(let yuan): "价值超过本区域上限\(yuan)元；确要办理，请加 over=yes"
    case .publicText: "法律援助、治安调解请另写公示内容 public=，或设为保密 confidential=yes"
    case .slotsHeld(let held): "已有\(held)个名额被认领，名额不能少于\(held)"
    case .category:
      "还没有类别，请补上 category=，可填："
        + WordList.labelled(Category.allCases.map(\.rawValue), in: .zh).joined(separator: "、")
    case .newName: "这个名字已经用过，请换一个"
    case .withinLimit(let span): "延期不能超过办理时限\(span.label(in: .zh))，请改短，或请社区办理"
    case .lastAdmin: "至少要留一位能登录的系统管理员，请先添加一位"
    case .consent: "本人没有同意公示，只能保密；征得同意后再改"
    case .goods: "只有物品类心愿才填价值；请去掉 value=，或改 kind=goods"
    case .eventThatIs(let last): "日志里最后一条是\(last)，请从它或更早的接着看"
    }
  }
}

extension Span {
  /// The duration in words: `7天`.
  func label(in language: Language) -> String {
    switch scale {
    case .seconds: language.choose("\(amount)秒", "\(amount) s")
    case .minutes: language.choose("\(amount)分钟", "\(amount) min")
    case .hours: language.choose("\(amount)小时", "\(amount) h")
    case .days: language.choose("\(amount)天", amount == 1 ? "1 day" : "\(amount) days")
    }
  }
}
