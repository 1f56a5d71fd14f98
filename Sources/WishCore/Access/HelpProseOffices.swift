extension VerbProse {
  static let stats = VerbProse(
    title: Bilingual("看运行数字", "figures of the service"),
    about: Bilingual("每行一个数字，可交给监控程序。", "A figure a row, for monitoring."),
    example: [
      "> STATS",
      "< = name=sessions kind=gauge value=3",
      "< OK",
    ],
    pitfalls: []
  )

  static let area = VerbProse(
    title: Bilingual("建区域或改区域", "add or change an area"),
    about: Bilingual(
      "区域一级套一级：区、街道、社区、网格，可以跳级。上级要先建好。",
      "District, street, community, grid; the one above first."
    ),
    example: [
      "> AREA c01 name=向阳社区 level=community parent=d01 cap=500",
      "< OK area=c01 seq=2",
    ],
    pitfalls: [.notFound, .badArgument("level", .notAmong(AreaLevel.allCases.map(\.rawValue)))]
  )

  static let unit = VerbProse(
    title: Bilingual("建单位或改单位", "add or change a unit"),
    about: Bilingual("认领人来自哪个单位，先在这里登记。", "Where members work."),
    example: ["> UNIT dianli name=供电公司", "< OK unit=dianli seq=5"],
    pitfalls: [.badArgument("code", .form("a-z 0-9 -"))]
  )

  static let skill = VerbProse(
    title: Bilingual("加特长或改特长", "add or change a skill"),
    about: Bilingual("心愿要什么特长、认领人会什么，都从这张表里选。", "Wishes and members choose from this table."),
    example: ["> SKILL 修鞋 parent=手工 aliases=补鞋,修包", "< OK skill=修鞋 seq=6"],
    pitfalls: [.badArgument("parent", .unknown(nearest: "手工"))]
  )

  static let account = VerbProse(
    title: Bilingual("开账号或改账号", "create or change an account"),
    about: Bilingual(
      "新账号的口令只显示这一次，请当面交给本人。社区工作人员只能给本区域的认领人和窗口开。",
      "The secret is shown this once. Staff create members and terminals of their area."
    ),
    example: [
      "> ACCOUNT m001 role=member area=c01 name=李某",
      "< OK account=m001 seq=7 secret=k7mp3xqd9trw",
    ],
    pitfalls: [.forbidden(.role), .notFound, .badArgument("role", .needs(.lastAdmin))]
  )

  static let rotate = VerbProse(
    title: Bilingual("重发口令", "give a new secret"),
    about: Bilingual("原口令马上失效，新口令只显示这一次。", "The old secret ends at once; the new one is shown this once."),
    example: ["> ROTATE m001", "< OK account=m001 seq=8 secret=9xwd4mktq7hp"],
    pitfalls: [.notFound]
  )

  static let disable = VerbProse(
    title: Bilingual("停用账号", "end an account"),
    about: Bilingual("马上退出，正在办的认领一并终止。", "Logged out at once; its active claims end."),
    example: ["> DISABLE m001", "< OK account=m001 seq=9"],
    pitfalls: [.notFound, .badArgument("code", .needs(.lastAdmin))]
  )

  static let enable = VerbProse(
    title: Bilingual("恢复账号", "take an account back"),
    about: Bilingual("可以再登录；终止了的认领不会恢复。", "It may log in again; ended claims stay ended."),
    example: ["> ENABLE m001", "< OK account=m001 seq=10"],
    pitfalls: [.notFound]
  )

  static let member = VerbProse(
    title: Bilingual("认领人报到或改资料", "report in, or change"),
    about: Bilingual(
      "先开账号，再报到。本人只能改自己的特长、愿办类别和可服务时间。",
      "After ACCOUNT. Members change their own skills, prefers and available."
    ),
    example: [
      "> MEMBER m001 kind=volunteer skills=家电维修,搬运 areas=c01 available=weekend",
      "< OK member=m001 seq=11",
    ],
    pitfalls: [
      .notFound,
      .forbidden(.role),
      .badArgument("skills", .unknown(nearest: "家电维修")),
      .badArgument("capacity", .outside(Limits.capacity)),
    ]
  )

  static let standard = VerbProse(
    title: Bilingual("设服务标准和时限", "set a category's default"),
    about: Bilingual("设好后，APPROVE 不填 limit= 和 standard= 就用这里的。", "What APPROVE uses where none is given."),
    example: ["> STANDARD convenience limit=7d standard=三天内联系，七天内办好", "< OK community=c01 seq=12"],
    pitfalls: [.badArgument("limit", .form("90s 15m 24h 7d"))]
  )

  static let backup = VerbProse(
    title: Bilingual("做备份", "make a copy"),
    about: Bilingual("不停服务，备份放在数据目录的 backup 里。", "Made while serving, in the data directory's backup/."),
    example: ["> BACKUP 2026-11-20", "< OK name=2026-11-20 bytes=430080 wishes=12 seq=55"],
    pitfalls: [.badArgument("name", .needs(.newName))]
  )

  static let drain = VerbProse(
    title: Bilingual("停办维护", "refuse changes for a while"),
    about: Bilingual("开始后只能查、不能改；off 恢复办理。", "With on you can read but change nothing; off ends it."),
    example: ["> DRAIN on", "< OK drain=on"],
    pitfalls: []
  )
}
