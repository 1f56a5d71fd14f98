import Testing

@testable import WishCore

@Suite("What people are told when a thing is not done")
struct RefusalSentenceTests {
  /// The sentences that the counter was promised.
  static let promised: [(Refusal, String)] = [
    (.syntax(.grammar), "这一行没看懂。输入 HELP 看写法"),
    (.unknownVerb(nearest: nil), "没有这个命令。输入 HELP 看能办什么"),
    (.tooLong(argument: nil), "内容太长，请精简或分两条"),
    (.badText, "含有不能用的字符，请重新输入"),
    (.noProto, "版本不符，请升级客户端"),
    (.authRequired, "请先登录：AUTH 账号 :口令"),
    (.authFailed, "账号或口令不对；忘了请找社区重发"),
    (.forbidden(.role), "您的账号不能办这项，请找社区工作人员"),
    (.notFound, "没查到这个编号，请核对"),
    (.wrongState(.claimed), "这条心愿现在是“办理中”，不能这样办"),
    (.taken, "名额已满，谢谢您！输入 MATCH 看看别的心愿"),
    (.notEligible([SkillName("电工")]), "需要“电工”特长；您若会，请让社区补登"),
    (.quota(3), "您手上已有3条，办结或退回一条再领"),
    (.keyReused, "此请求号已用于别的内容，请换一个"),
    (.busy, "办理的人多，请稍后再试"),
    (.draining, "系统维护中，可查询，暂不能办理"),
    (.readOnly, "暂时存不进去，没有录入；请告知管理员，查询照常"),
    (.unknown, "刚才是否办成还不确定，请用原请求号重发，不会重复"),
    (.fault, "系统出错，请联系管理员"),
    (
      .badArgument("category", .notAmong(Category.allCases.map(\.rawValue))),
      "“类别”填得不对，可填：policy 政策宣传、legal 法律援助、health 医疗保健、relief 扶贫帮困、"
        + "convenience 便民利民、culture 文化娱乐、mediation 治安调解、environment 环境保护"
    ),
    (.unknownVerb(nearest: "CLAIM"), "没有这个命令。是不是 CLAIM？输入 HELP 看能办什么"),
    (.badArgument("skills", .unknown(nearest: "水电维修")), "表里没有这个“特长”，是不是“水电维修”？"),
    (.badArgument("slots", .outside(1...100)), "“名额”填得不对，请填1到100的整数"),
    (.badArgument("skills", .outside(0...32)), "“特长”最多填32项，请减少"),
    (.badArgument("into", .notThis), "“并入的心愿”不能用这个，请换一个"),
    (.badArgument("limit", .form("90s 15m 24h 7d")), "“时限或条数”填得不对，应写成：90s 15m 24h 7d"),
    (.badArgument("solved", .missing), "缺少“是否解决”（solved），请补上；输入 HELP 看写法"),
    (.badArgument("why", .missing), "缺少“原因”，请写在冒号后"),
    (.badArgument("by", .needs(.withinLimit(days(7)))), "延期不能超过办理时限7天，请改短，或请社区办理"),
    (
      .syntax(.fullWidth(corrected: "POST name=\"…\" :…")),
      "字母和标点要用半角（英文）的，请改成：POST name=\"…\" :…"
    ),
    (.badArgument("slots", .fullWidth(verb: "POST")), "“名额”用了全角字符，请改用半角（英文）再发：POST slots=…"),
    (.badArgument("wish", .fullWidth(verb: "CLAIM")), "“心愿编号”用了全角字符，请改用半角（英文）再发：CLAIM …"),
  ]

  private static func days(_ amount: Int) -> Span {
    guard let span = Span("\(amount)d") else { preconditionFailure("\(amount) days are a span") }
    return span
  }

  /// One or more of every refusal, with the longest data that each can hold.
  static let samples: [Refusal] = {
    let long = String(repeating: "修", count: 40)
    let syntax: [Refusal.SyntaxFault] = [
      .grammar, .fullWidth(corrected: String(repeating: "contact-phone=\"…\" ", count: 24)), .tag,
      .foreignProtocol, .unfinished,
    ]
    let faults: [Refusal.ArgumentFault] =
      [
        .missing, .unexpected, .doubled, .outside(1...10_000_000), .form("2026-11-20T08:00:00Z"),
        .unknown(nearest: nil), .unknown(nearest: long), .fullWidth(verb: "STANDARD"),
      ] + WordList.all.map { .notAmong($0.words) } + [.notAmong(["yes", "no"]), .notAmong(["yes"])]
    let needs: [Refusal.Need] = [
      .limitOrStandard, .overCap(10_000_000), .publicText, .slotsHeld(100), .category, .newName,
      .withinLimit(days(3_650)), .lastAdmin, .consent, .goods,
    ]
    let names = ArgumentLabels.chinese.keys.sorted() + ["extra", "x-anything"]
    return promised.map(\.0) + syntax.map { .syntax($0) }
      + names.flatMap { name in faults.map { .badArgument(name, $0) } }
      + needs.map { .badArgument("value", .needs($0)) }
      + WishState.allCases.map { .wrongState($0) }
      + [
        .tooLong(argument: "contact-phone"), .tooLong(argument: "x-anything"), .forbidden(.noClaim),
        .forbidden(.ownWork), .notEligible([]),
        .notEligible((0..<32).map { SkillName("\(long)\($0)") }),
      ]
  }()

  @Test("The counter hears exactly the sentences that it was promised", arguments: promised)
  func promisedSentence(refusal: Refusal, sentence: String) {
    #expect(refusal.sentence(in: .zh) == sentence)
  }

  @Test("Every refusal has one line of bounded length in every language", arguments: Language.allCases)
  func oneLine(language: Language) {
    for refusal in Self.samples {
      let sentence = refusal.sentence(in: language)
      #expect((8...400).contains(sentence.utf8.count), "\(refusal): \(sentence)")
      #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
      #expect(!sentence.hasPrefix(" ") && !sentence.hasSuffix(" ") && !sentence.contains("  "))
    }
  }

  @Test("Only the words of a long table make a sentence longer than 300 bytes")
  func longOnesAreTables() {
    let tables = [WishState.allCases.map(\.rawValue), Hardship.allCases.map(\.rawValue)]
    for refusal in Self.samples {
      if case .badArgument(_, .notAmong(let words)) = refusal, tables.contains(words) { continue }
      for language in Language.allCases {
        #expect(refusal.sentence(in: language).utf8.count <= 300, "\(refusal)")
      }
    }
  }

  @Test("The samples hold every code of the protocol")
  func everyCode() {
    #expect(Set(Self.samples.map(\.code)).count == 20)
  }

  @Test("English sentences hold no Chinese, but for names from the skill table")
  func englishIsEnglish() {
    for refusal in Self.samples {
      switch refusal {
      case .notEligible, .badArgument(_, .unknown(nearest: .some)): continue
      default:
        let sentence = refusal.sentence(in: .en)
        #expect(!sentence.unicodeScalars.contains { $0.value > 0x2FFF }, "\(sentence)")
      }
    }
  }

  @Test("A name that no verb has is not repeated to whoever sent it")
  func nothingIsEchoed() {
    for refusal in Self.samples {
      for language in Language.allCases {
        #expect(!refusal.sentence(in: language).contains("x-anything"))
      }
    }
  }

  @Test("Every argument of every verb has a label, and every label an argument")
  func labels() {
    var names: Set<String> = ["raw", "key"]
    var positional: Set<String> = []
    for form in VerbForm.all.values {
      names.formUnion(form.positional + form.required + form.optional)
      positional.formUnion(form.positional)
      switch form.raw {
      case .none: break
      case .optional(let name), .required(let name): names.insert(name)
      }
    }
    #expect(names == Set(ArgumentLabels.chinese.keys))
    #expect(positional == ArgumentLabels.positional)
    #expect(ArgumentLabels.raw.union(ArgumentLabels.lists).isSubset(of: names))
  }

  @Test("A word means what the list that it stands in means")
  func wordsByList() {
    let sources = WordList.labelled(Source.allCases.map(\.rawValue), in: .zh)
    let ways = WordList.labelled(CallBack.allCases.map(\.rawValue), in: .zh)
    #expect(sources.contains("desk 窗口来访"))
    #expect(ways.contains("desk 窗口"))
    #expect(WordList.labelled(["yes", "no"], in: .zh) == ["yes 是", "no 否"])
    #expect(WordList.labelled(["yes"], in: .en) == ["yes"])
  }
}
