/// A worked dialogue for every role, so that a newcomer sees the whole way of a wish once.
struct HelpDialogue: Sendable {
  /// What is done.
  let what: Bilingual
  /// A request after `> `, and what comes back after `< `.
  let lines: [String]

  private init(_ chinese: String, _ english: String, _ lines: String...) {
    what = Bilingual(chinese, english)
    self.lines = lines
  }

  /// The first lines of HELP.
  static func greeting(for role: Role?, isAtGrid: Bool, in language: Language) -> [String] {
    let writing = language.choose(
      "一行一条命令，回车发送。空格隔开各项，有空格的值用半角引号括起；最后用冒号写要说的话。",
      "One command a line. Values with spaces stand in quotes; free text comes last, behind a colon."
    )
    guard let role else {
      return [
        language.choose("微心愿服务。您还没有登录。", "The wish service. You are not logged in."),
        writing,
        language.choose(
          "账号由社区开：到社区窗口登记，工作人员会给您账号和口令；忘了口令也找他们重发。",
          "The community's desk gives you an account and a secret, and a new secret if you lose it."
        ),
      ]
    }
    let label = isAtGrid && role == .staff ? language.choose("网格员", "grid staff") : role.label(in: language)
    return [language.choose("微心愿服务。您是：\(label)。", "The wish service. You are: \(label)."), writing]
  }

  /// The dialogue of a role.
  static func steps(for role: Role?, isAtGrid: Bool) -> [HelpDialogue] {
    switch role {
    case nil: visitor
    case .terminal: terminal
    case .member: member
    case .staff: isAtGrid ? grid : staff
    case .supervisor: supervisor
    case .admin: admin
    }
  }

  private static let visitor = [
    HelpDialogue("看心愿墙", "Read the wall", "> WALL", "< ~ …", "< OK"),
    HelpDialogue(
      "登录：账号后空一格，冒号后写口令",
      "Log in: the account, then the secret behind a colon",
      "> AUTH m001 :k7mp3xqd9trw",
      "< OK account=m001 role=member area=c01"
    ),
    HelpDialogue("登录后再看能办什么", "See what you may do then", "> HELP"),
  ]

  private static let terminal = [
    HelpDialogue(
      "照纸条录入：前面填项目，冒号后照抄心愿",
      "Enter a slip: fields first, the wish behind the colon",
      "> POST source=box name=柏桂英 phone=13800000000 :厨房的灯坏了，想请人来修",
      "< OK wish=12 state=collected suggest=convenience seq=40"
    ),
    HelpDialogue(
      "居民不想公开的，填 consent=no",
      "Where the resident does not want it on the wall",
      "> POST consent=no :想找人说说家里的事",
      "< OK wish=13 state=collected seq=41"
    ),
    HelpDialogue(
      "看看公示了哪些",
      "See what is on the wall",
      "> LIST limit=10",
      "< = wish=9 state=published …",
      "< OK"
    ),
  ]

  private static let member = [
    HelpDialogue(
      "看哪些心愿适合我",
      "Which wishes are for me?",
      "> MATCH limit=5",
      "< = wish=12 state=published score=0.83 why=会家电维修（30分）；…",
      "< OK"
    ),
    HelpDialogue(
      "认领，记住 due= 是最晚办好的时间",
      "Claim one; due= is when it must be done",
      "> CLAIM 12",
      "< OK wish=12 state=claimed due=2026-11-27T16:00:00Z seq=50"
    ),
    HelpDialogue(
      "名额满了，排队等；有空名额会告诉您，再认领",
      "All slots taken? Wait; you are told when one is free",
      "> WAIT 15",
      "< OK wish=15 state=claimed seq=51 place=1"
    ),
    HelpDialogue("看怎么联系", "Whom to call", "> SHOW 12", "< = wish=12 state=claimed …", "< OK"),
    HelpDialogue(
      "来不及就延期，只能一次",
      "More time, once",
      "> RENEW 12 by=3d :等灯具到货",
      "< OK wish=12 state=claimed due=2026-11-30T16:00:00Z seq=51"
    ),
    HelpDialogue(
      "办好了",
      "It is done",
      "> FULFIL 12 :换了新灯管，已经亮了",
      "< OK wish=12 state=fulfilled seq=52"
    ),
    HelpDialogue(
      "实在办不了就退回（没办结以前）",
      "Or give it back (before it is done)",
      "> RELEASE 14 :临时出差，办不了",
      "< OK wish=14 state=published seq=53"
    ),
    HelpDialogue("手上还有什么", "What do I hold?", "> MINE", "< OK"),
  ]

  private static let staff = [
    HelpDialogue(
      "看待审定的",
      "What waits for review?",
      "> LIST state=collected",
      "< = wish=12 state=collected …",
      "< OK"
    ),
    HelpDialogue(
      "审定：定类别、时限、标准和公示的话",
      "Review it: category, limit, standard, the wall's text",
      "> APPROVE 12 category=convenience limit=7d standard=七天内修好 skills=家电维修",
      "< OK wish=12 state=approved public=厨房的灯坏了，想请人来修 seq=41"
    ),
    HelpDialogue("公示上墙", "Put it on the wall", "> PUBLISH 12", "< OK wish=12 state=published seq=42"),
    HelpDialogue(
      "没人认领时，找合适的人再邀请",
      "Find somebody, and ask",
      "> MATCH wish=12",
      "< = member=m001 score=0.83 why=会家电维修（30分）；…",
      "< OK",
      "> INVITE 12 m001 :您住得近，能帮忙看看吗",
      "< OK wish=12 state=published seq=43"
    ),
    HelpDialogue(
      "公示很久没人领的，该请谁",
      "Which does nobody take, and whom to ask?",
      "> LIST stale=yes",
      "< = wish=9 state=published … invite=m001,m003 why=…",
      "< OK"
    ),
    HelpDialogue(
      "给所有空名额一次排好人，再逐个邀请",
      "Whom to invite for every free slot at once",
      "> PLAN",
      "< = wish=9 state=published member=m003 …",
      "< OK slots=3 asked=2 total=1.480"
    ),
    HelpDialogue(
      "有人在群里说“我来”，替他认领",
      "Somebody said “I will”: claim for them",
      "> CLAIM 12 member=m001",
      "< OK wish=12 state=claimed due=2026-11-27T16:00:00Z seq=44"
    ),
    HelpDialogue(
      "他办好了，替他办结",
      "It is done",
      "> FULFIL 12 member=m001 :换了新灯管",
      "< OK wish=12 state=fulfilled seq=45"
    ),
    HelpDialogue(
      "回访居民",
      "Ask the resident",
      "> CONFIRM 12 solved=yes rating=5 via=phone :灯亮了，谢谢",
      "< OK wish=12 state=confirmed seq=46"
    ),
    HelpDialogue(
      "给新认领人开账号、报到，口令只显示这一次",
      "A new member; the secret is shown this once",
      "> ACCOUNT m002 role=member area=c01 name=王某",
      "< OK account=m002 secret=9xwd4mktq7hp seq=47",
      "> MEMBER m002 kind=inservice skills=电工",
      "< OK seq=48"
    ),
  ]

  private static let grid = [
    HelpDialogue(
      "入户时录入",
      "Enter a slip on a visit",
      "> POST source=visit name=柏桂英 phone=13800000000 :厨房的灯坏了，想请人来修",
      "< OK wish=12 state=collected suggest=convenience seq=40"
    ),
    HelpDialogue(
      "社区审定公示后，看本网格的",
      "After the review: those of my grid",
      "> LIST",
      "< = wish=12 state=published …",
      "< OK"
    ),
    HelpDialogue(
      "邀请认领人",
      "Ask a member",
      "> INVITE 12 m001 :您住得近，能帮忙看看吗",
      "< OK wish=12 state=published seq=43"
    ),
    HelpDialogue(
      "办好后回访居民",
      "When it is done, ask the resident",
      "> CONFIRM 12 solved=yes via=visit :灯亮了，谢谢",
      "< OK wish=12 state=confirmed seq=46"
    ),
  ]

  private static let supervisor = [
    HelpDialogue(
      "看超期没办的",
      "What is late?",
      "> LIST overdue=yes",
      "< = wish=12 state=claimed …",
      "< OK"
    ),
    HelpDialogue(
      "看一条的办理经过",
      "What happened to it",
      "> HISTORY 12",
      "< = seq=40 at=2026-11-20T08:00:00Z …",
      "< OK"
    ),
    HelpDialogue(
      "有变化就通知",
      "Be told of changes",
      "> SUB",
      "< OK",
      "< * EVENT seq=55 type=fulfilled wish=12 …"
    ),
  ]

  private static let admin = [
    HelpDialogue(
      "先建区域，从上往下",
      "Areas first, from the top",
      "> AREA d01 name=和平街道 level=street",
      "< OK seq=2",
      "> AREA c01 name=向阳社区 level=community parent=d01",
      "< OK seq=3"
    ),
    HelpDialogue(
      "再给社区工作人员开账号，口令只显示这一次",
      "Then staff; the secret is shown this once",
      "> ACCOUNT s01 role=staff area=c01 name=陈某",
      "< OK account=s01 secret=k7mp3xqd9trw seq=4"
    ),
    HelpDialogue(
      "录入窗口也要账号",
      "A terminal has an account too",
      "> ACCOUNT t01 role=terminal area=c01",
      "< OK account=t01 secret=… seq=5"
    ),
    HelpDialogue(
      "每天备份",
      "A copy a day",
      "> BACKUP 2026-11-20",
      "< OK name=2026-11-20 bytes=430080 wishes=12 seq=55"
    ),
    HelpDialogue("看运行数字", "Figures", "> STATS", "< = name=connections kind=gauge value=3", "< OK"),
  ]
}
