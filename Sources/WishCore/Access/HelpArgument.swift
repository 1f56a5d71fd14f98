/// What each argument means and may be, where HELP shows it.
enum HelpArgument {
  /// The words that an argument may be; none where it is free.
  static func values(of name: String, in verb: Verb) -> [String] {
    switch name {
    case "category", "prefers": words(Category.self)
    case "state": words(WishState.self)
    case "source": words(Source.self)
    case "kind": verb == .member ? words(MemberKind.self) : words(WishKind.self)
    case "level": verb == .member ? words(MemberLevel.self) : words(AreaLevel.self)
    case "urgency": words(Urgency.self)
    case "show": words(NameShown.self)
    case "contact": words(Contact.self)
    case "relation": words(Relation.self)
    case "group": words(Hardship.self)
    case "role": words(Role.self)
    case "available": words(Availability.self)
    case "solved": words(Solved.self)
    case "via": words(CallBack.self)
    case "then": words(AfterNo.self)
    case "reason":
      switch verb {
      case .reject: words(RejectReason.self)
      case .withdraw: words(WithdrawReason.self)
      default: []
      }
    case "consent": verb == .amend ? ["yes", "no"] : ["no"]
    case "confidential": verb == .amend ? ["yes", "no"] : ["yes"]
    case "open", "over", "overdue": ["yes"]
    case "stale": verb == .list ? ["yes"] : []
    case "on": ["on", "off"]
    case "lang": words(Language.self)
    case "format": ["text", "markdown", "html"]
    default: []
    }
  }

  private static func words<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> [String] {
    Word.allCases.map(\.rawValue)
  }

  /// What an argument means in a verb.
  static func meaning(of name: String, in verb: Verb) -> Bilingual {
    special[verb]?[name] ?? common[name] ?? Bilingual("", "")
  }

  private static func rows(_ range: ClosedRange<Int>, _ usual: Int) -> Bilingual {
    Bilingual(
      "最多几条，\(range.lowerBound)到\(range.upperBound)，不填是\(usual)",
      "rows, \(range.lowerBound) to \(range.upperBound), else \(usual)"
    )
  }

  /// Where a verb means something of its own.
  static let special: [Verb: [String: Bilingual]] = [
    .auth: ["account": Bilingual("您的账号", "your account")],
    .area: [
      "code": Bilingual("区域代码：小写字母、数字和 -，最多32个，以后不改", "lower-case letters, digits and -, at most 32"),
      "name": Bilingual("区域名称，公示墙上用", "its name, as the wall shows it"),
      "level": Bilingual("区域级别", "its level"),
      "parent": Bilingual("上级区域的代码", "the code of the area it lies in"),
    ],
    .unit: [
      "code": Bilingual("单位代码", "the unit's code"), "name": Bilingual("单位名称", "the unit's name"),
    ],
    .skill: [
      "name": Bilingual("特长名称", "the skill's name"),
      "parent": Bilingual("上级特长；会这一项就算会上级", "the wider skill that it is a part of"),
    ],
    .account: [
      "name": Bilingual("怎么称呼，工作人员看", "a name for staff to know it by"),
      "area": Bilingual("管到哪个区域；系统管理员不填", "where it works; none for an administrator"),
    ],
    .member: [
      "kind": Bilingual("哪类认领人", "what sort of helper"),
      "skills": Bilingual("会什么，如 家电维修,搬运", "what they can do"),
      "unit": Bilingual("单位代码", "the unit's code"),
    ],
    .rotate: ["code": Bilingual("账号", "the account")],
    .disable: ["code": Bilingual("账号", "the account")],
    .enable: ["code": Bilingual("账号", "the account")],
    .list: [
      "stale": Bilingual("只看公示很久没人领的；工作人员还能看到该请谁", "only those that nobody takes, and whom to ask"),
      "limit": rows(Limits.listRows, Limits.listRowsDefault),
      "state": Bilingual("只看这个状态；不填看没办结的", "only these; else all that are open"),
      "category": Bilingual("只看这个类别", "only this one"),
      "community": Bilingual("只看这个社区", "only this one"),
    ],
    .match: [
      "limit": rows(Limits.matchRows, Limits.matchRowsDefault),
      "wish": Bilingual("给这条心愿找人（工作人员填）", "find members for this wish (staff)"),
    ],
    .sendBack: ["why": Bilingual("还缺什么，要补什么", "what is missing")],
    .reopen: ["why": Bilingual("为什么重新办", "why it is taken up again")],
    .suggest: ["community": Bilingual("按哪个社区的习惯看；不填是账号自己的社区", "whose custom counts, else your own")],
    .merge: ["why": Bilingual("合并的原因", "why")],
    .erase: ["why": Bilingual("谁要求删除、为什么；不要写姓名", "who asked and why, without a name")],
    .refer: ["limit": Bilingual("对方办理的时限，如 15d", "how long they have, as 15d")],
    .fulfil: ["category": Bilingual("窗口直接办结、还没审定时填", "where it was done before any review")],
    .plan: ["community": Bilingual("只排这个社区；不填排您管的全部", "only this one; else all of yours")],
    .wall: ["community": Bilingual("哪个社区；不填看全部", "which one; else all")],
    .backup: ["name": Bilingual("备份名称：小写字母、数字和 -", "the copy's name: a-z 0-9 -")],
    .invite: ["member": Bilingual("请哪位认领人（账号）", "whom to ask")],
  ]

  /// What a name means everywhere else.
  static let common: [String: Bilingual] = [
    "account": Bilingual("认领人的账号", "the member's account"),
    "address": Bilingual("居民地址，公示时隐去", "the address; masked on the wall"),
    "after": Bilingual("接着上一页看：填上次回答里的 next=", "the next= of the page before"),
    "aliases": Bilingual("别的叫法，逗号隔开", "other names, with commas"),
    "area": Bilingual("区域代码", "the area's code"),
    "areas": Bilingual("在哪些区域服务，区域代码用逗号隔开", "area codes, with commas"),
    "available": Bilingual("什么时候有空，可填几个，逗号隔开", "when, with commas"),
    "batch": Bilingual("同一批心愿单的名字", "the batch of slips"),
    "by": Bilingual("延多久，如 3d；认领人最多延一个办理时限，只能一次", "how much longer, as 3d"),
    "cap": Bilingual("物品心愿的价值上限（元），不填是500", "the most that goods may cost, in yuan"),
    "capacity": Bilingual("同时最多认领几条，1到1000，不填是3", "how many at once, 1 to 1000, else 3"),
    "category": Bilingual("类别，中文名也可以", "the category; its Chinese name will do"),
    "code": Bilingual("代码：小写字母、数字和 -", "a-z 0-9 -"),
    "comment": Bilingual("居民的原话或说明", "what the resident said"),
    "community": Bilingual("社区代码；不填是账号自己的社区", "the community's code, else your own"),
    "confidential": Bilingual("保密：不上墙，只有工作人员和受邀的人看得到", "kept off the wall"),
    "consent": Bilingual("本人是否同意公示；不同意就自动保密", "no: the person does not want it on the wall"),
    "contact": Bilingual("认领后怎么联系居民", "who hands over"),
    "contact-name": Bilingual("联系人（不是本人时）", "who speaks for the person"),
    "contact-phone": Bilingual("联系人电话", "that one's phone"),
    "format": Bilingual("看哪种格式，不填是纯文本", "the format, else text"),
    "grid": Bilingual("网格代码", "the grid's code"),
    "group": Bilingual("家庭困难类型，可填几个，逗号隔开；只有工作人员看得到", "hardships, with commas; staff only"),
    "idle": Bilingual("多久不用自动退出，如 5m；公用电脑请填", "log out by itself after this, as 5m"),
    "into": Bilingual("并到哪条心愿（编号）", "the wish that it then counts with"),
    "key": Bilingual("请求号：断线后用原号重发，不会办两次", "sent again with the same key it counts once"),
    "kind": Bilingual("要人帮忙还是要东西，不填是服务类", "work or a thing, else service"),
    "lang": Bilingual("用哪种语言回答", "the language of the answers"),
    "level": Bilingual("单位由哪级管", "who manages their unit"),
    "limit": Bilingual("办理时限，如 7d、24h；不填用 STANDARD 设的", "the time limit, as 7d, else the STANDARD"),
    "member": Bilingual("认领人的账号；认领人自己办时不填，工作人员代办时必填", "the member (staff only)"),
    "name": Bilingual("居民姓名，只有工作人员和办理人看得到", "the person's name"),
    "needed": Bilingual("最晚什么时候要，如 2026-12-01", "needed by, as 2026-12-01"),
    "note": Bilingual("办了什么", "what was done"),
    "on": Bilingual("开始或结束维护；不填看现在怎样", "begin or end; else tell how it is"),
    "open": Bilingual("不要求特长，谁都能认领", "no skill is asked for"),
    "over": Bilingual("价值超上限也办", "although the value is above the cap"),
    "overdue": Bilingual("只看超期的", "only those that are late"),
    "parent": Bilingual("上级", "the one above"),
    "phone": Bilingual("居民电话，公示时隐去", "the phone; masked on the wall"),
    "prefers": Bilingual("愿意办哪些类别，逗号隔开", "categories they like, with commas"),
    "proto": Bilingual("协议版本，现在是 1", "the protocol's version: 1"),
    "public": Bilingual("公示墙上的话；不填用心愿原文，电话、门牌等自动隐去", "the text for the wall, masked"),
    "rating": Bilingual("居民打几分，1到5", "1 to 5"),
    "reason": Bilingual("原因", "why"),
    "received": Bilingual("哪天收到的，如 2026-11-20", "the day on the slip"),
    "ref": Bilingual("纸质心愿单的编号", "the slip's own number"),
    "relation": Bilingual("说话的人和本人的关系", "who speaks for the person"),
    "role": Bilingual("账号能办什么", "what it may do"),
    "secret": Bilingual("口令，大小写、空格和横线不限", "the secret; case, spaces and hyphens do not matter"),
    "show": Bilingual("墙上怎么称呼居民，不填不显示姓名", "how the wall names the person"),
    "since": Bilingual("从哪个序号之后开始补发", "events after this number first"),
    "skills": Bilingual("要会什么才能认领，如 电工,搬运；会一项就行", "one of these is asked for"),
    "slots": Bilingual("要几个人，1到100，不填是1", "how many people, 1 to 100"),
    "solved": Bilingual("居民说解决了没有", "what the resident says"),
    "source": Bilingual("心愿从哪里来", "how it came in"),
    "standard": Bilingual("服务标准：办到什么程度", "the service standard"),
    "stale": Bilingual("公示多久没动静算没人领，如 14d；不填随上级区域", "untouched for so long is stale, as 14d"),
    "state": Bilingual("状态", "the state"),
    "text": Bilingual("心愿内容；写在冒号后，或写成 text=\"…\"", "the wish: behind a colon, or as text=\"…\""),
    "then": Bilingual("没解决怎么办，不填就重新公示", "what to do if it did not help"),
    "to": Bilingual("转给哪个单位", "to whom"),
    "unit": Bilingual("单位代码", "the unit's code"),
    "urgency": Bilingual("急不急，不填是一般", "how pressing, else normal"),
    "value": Bilingual("物品大约多少钱（元），物品类才填", "what the goods cost, in yuan"),
    "verb": Bilingual("命令名", "the command"),
    "via": Bilingual("怎么回访的", "how they were asked"),
    "why": Bilingual("原因，要让居民听得明白", "why, in words for the resident"),
    "wish": Bilingual("心愿编号", "the wish's number"),
    "word": Bilingual("给对方的话", "a word to the member"),
  ]
}
