extension VerbProse {
  static let hello = VerbProse(
    title: Bilingual("约定语言和版本", "choose language and version"),
    about: Bilingual("一连上就可以发；lang=en 之后用英文回答。", "Optional; with lang=en answers come in English."),
    example: ["> HELLO proto=1 lang=zh", "< OK"],
    pitfalls: [.noProto]
  )

  static let ping = VerbProse(
    title: Bilingual("看服务在不在", "ask whether the service is there"),
    about: Bilingual("只回答 OK，什么也不改。", "Answers OK and changes nothing."),
    example: ["> PING", "< OK"],
    pitfalls: []
  )

  static let quit = VerbProse(
    title: Bilingual("断开连接", "end the connection"),
    about: Bilingual("回答 OK 后断开。", "Answers OK, then closes."),
    example: ["> QUIT", "< OK"],
    pitfalls: []
  )

  static let help = VerbProse(
    title: Bilingual("看怎么用", "how it is used"),
    about: Bilingual("不写命令名，列出您能用的；写上命令名，看那一条的写法。", "Lists what you may use, or explains one command."),
    example: ["> HELP POST"],
    pitfalls: [.unknownVerb(nearest: "CLAIM")]
  )

  static let auth = VerbProse(
    title: Bilingual("登录", "log in"),
    about: Bilingual("账号后面空一格，冒号后写口令。登录不成，原来的身份不变。", "A failure keeps the identity that you had."),
    example: [
      "> AUTH m001 idle=15m :k7mp3xqd9trw",
      "< OK account=m001 role=member area=c01",
    ],
    pitfalls: [.authFailed]
  )

  static let logout = VerbProse(
    title: Bilingual("退出账号", "log out"),
    about: Bilingual("只退出账号，连接不断；公用电脑用完请退出。", "The connection stays open."),
    example: ["> LOGOUT", "< OK"],
    pitfalls: [.authRequired]
  )

  static let whoami = VerbProse(
    title: Bilingual("看当前账号", "which account this is"),
    about: Bilingual("告诉您现在的账号、角色和区域。", "Tells account, role and area."),
    example: ["> WHOAMI", "< OK account=m001 role=member area=c01"],
    pitfalls: [.authRequired]
  )

  static let wall = VerbProse(
    title: Bilingual("看心愿墙", "read the wish wall"),
    about: Bilingual("不用登录，和墙上文件一字不差。", "Byte for byte what the wall's file holds."),
    example: ["> WALL community=c01"],
    pitfalls: [.notFound]
  )

  static let subscribe = VerbProse(
    title: Bilingual("有变化就通知", "be told of changes"),
    about: Bilingual(
      "回答 OK 后，看得到的每件事都会推送过来；断线重连时用 since= 补上漏掉的。",
      "Then every event that you may see is pushed; since= fills a gap."
    ),
    example: [
      "> SUB since=120",
      "< OK seq=120",
      "< * EVENT seq=121 type=published wish=12 area=c01 at=2026-11-20T08:00:00Z",
    ],
    pitfalls: []
  )

  static let unsubscribe = VerbProse(
    title: Bilingual("不再通知", "stop being told"),
    about: Bilingual("不再推送；邀请照样会告诉本人。", "Invitations still reach you."),
    example: ["> UNSUB", "< OK"],
    pitfalls: []
  )
}
