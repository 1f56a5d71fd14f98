extension VerbProse {
  static let post = VerbProse(
    title: Bilingual("录入一张心愿单", "enter a slip"),
    about: Bilingual(
      "心愿写在冒号后面，冒号后的字原样记下。录入后是“待审定”。回答里 suggest= 是建议的类别，similar= 是看起来一样的心愿，请先核对。",
      "The wish stands behind the colon. suggest= is a likely category, similar= are wishes "
        + "that look the same."
    ),
    example: [
      "> POST name=柏某 phone=19900000001 address=3号楼2单元501 source=box :厨房的灯坏了，想请人来修",
      "< OK wish=12 state=collected seq=40 suggest=convenience",
    ],
    pitfalls: [
      .badArgument("text", .missing),
      .tooLong(argument: "text"),
      .badText,
      .badArgument("category", .notAmong(Category.allCases.map(\.rawValue))),
    ]
  )

  static let suggest = VerbProse(
    title: Bilingual("看看该归哪一类", "what a slip would be about"),
    about: Bilingual(
      "不录入，只看这段话像哪一类、要什么特长、急不急；每行一个词，说它偏向哪一类。拿不准就不给建议，请人工判断。",
      "Posts nothing: a likely category, skills, urgency, and a row for each word that says so. "
        + "Unsure, it suggests none."
    ),
    example: [
      "> SUGGEST :厨房的灯坏了，想请人来修",
      "< = term=（家里的灯） category=convenience weight=3.00",
      "< OK suggest=convenience skills=水电维修,灯具维修,家电维修",
    ],
    pitfalls: [.badArgument("text", .missing), .tooLong(argument: "text")]
  )

  static let amend = VerbProse(
    title: Bilingual("改心愿", "change a wish"),
    about: Bilingual(
      "公示前什么都能改，改了要重新审定；公示后只能改 name phone address contact-name contact-phone public "
        + "confidential slots skills needed urgency。填 x=\"\" 是清空。",
      "Before publication everything, and it is reviewed again; after it a few fields. x=\"\" "
        + "clears."
    ),
    example: [
      "> AMEND 12 phone=13900000000 urgency=urgent",
      "< OK wish=12 state=published seq=46",
    ],
    pitfalls: [.notFound, .wrongState(.confirmed), .badArgument("slots", .needs(.slotsHeld(2)))]
  )

  static let approve = VerbProse(
    title: Bilingual("审定", "review"),
    about: Bilingual(
      "定类别、服务标准和办理时限，写好公示的话。电话、证件号、门牌和所填的姓名地址自动隐去，回答里的 public= 就是墙上的样子，请看一遍。",
      "Category, standard, limit and the wall's text; public= in the answer is what the wall "
        + "will say."
    ),
    example: [
      "> APPROVE 12 category=convenience limit=7d standard=七天内修好 skills=家电维修 public=\"厨房的灯坏了，想请人来修\"",
      "< OK wish=12 state=approved seq=41 public=厨房的灯坏了，想请人来修",
    ],
    pitfalls: [
      .notFound,
      .wrongState(.published),
      .badArgument("limit", .needs(.limitOrStandard)),
      .badArgument("public", .needs(.publicText)),
      .badArgument("over", .needs(.overCap(500))),
    ]
  )

  static let publish = VerbProse(
    title: Bilingual("公示上墙", "put it on the wall"),
    about: Bilingual(
      "上墙后认领人就能看到、能认领；保密的不上墙，用 INVITE 请人。",
      "Members can see and claim it; a confidential one waits for INVITE."
    ),
    example: ["> PUBLISH 12", "< OK wish=12 state=published seq=42"],
    pitfalls: [.notFound, .wrongState(.collected)]
  )

  static let sendBack = VerbProse(
    title: Bilingual("退回补充", "send it back"),
    about: Bilingual(
      "写明缺什么，问清后用 AMEND 补上，再重新审定。有人正在办的不能退。",
      "Say what is missing; AMEND it, then review it again."
    ),
    example: ["> RETURN 12 :没写哪盏灯，请再问问", "< OK wish=12 state=returned seq=43"],
    pitfalls: [.notFound, .wrongState(.claimed), .badArgument("why", .missing)]
  )

  static let reject = VerbProse(
    title: Bilingual("暂难办理", "it cannot be done"),
    about: Bilingual(
      "写明原因并告知居民；有人认领的一并终止。条件有了可用 REOPEN 再办。",
      "Say why, in words for the resident; active claims end."
    ),
    example: [
      "> REJECT 12 reason=beyond-means :整栋楼换电梯超出社区能力，已报街道",
      "< OK wish=12 state=rejected seq=44",
    ],
    pitfalls: [.notFound, .wrongState(.fulfilled), .badArgument("why", .missing)]
  )

  static let withdraw = VerbProse(
    title: Bilingual("撤销", "take it back"),
    about: Bilingual("居民不需要了，或录错了。有人认领的一并终止。", "The resident needs it no more, or it was a mistake."),
    example: [
      "> WITHDRAW 12 reason=solved :女儿已经换好了",
      "< OK wish=12 state=withdrawn seq=45",
    ],
    pitfalls: [.notFound, .wrongState(.closed), .badArgument("why", .missing)]
  )

  static let merge = VerbProse(
    title: Bilingual("合并", "let it count with another"),
    about: Bilingual("几家提同一件事时并成一条，回访时每家都要问到。", "Several asked for one thing: all are called back."),
    example: ["> MERGE 15 into=12 :同一栋楼的路灯", "< OK wish=15 state=merged seq=47 into=12 askers=2"],
    pitfalls: [.notFound, .wrongState(.confirmed)]
  )

  static let refer = VerbProse(
    title: Bilingual("转办", "hand it to somebody outside"),
    about: Bilingual(
      "转给单位后仍由社区跟进，办好了照样 FULFIL、CONFIRM。",
      "It is still followed: FULFIL and CONFIRM as ever."
    ),
    example: [
      "> REFER 12 to=供电公司 limit=15d :要换楼道总线",
      "< OK wish=12 state=referred seq=48",
    ],
    pitfalls: [.notFound, .wrongState(.fulfilled), .badArgument("to", .missing)]
  )

  static let reopen = VerbProse(
    title: Bilingual("重新办理", "take it up again"),
    about: Bilingual("回到“待审定”，重新审定、公示；原来的认领不再算数。", "Back to review; claims of before count no more."),
    example: ["> REOPEN 12 :灯又不亮了", "< OK wish=12 state=collected seq=60"],
    pitfalls: [.notFound, .wrongState(.published)]
  )

  static let erase = VerbProse(
    title: Bilingual("删除居民资料", "erase what the slip says"),
    about: Bilingual(
      "居民要求时用，办结以后才能删：原文、姓名、电话、地址、公示内容和各条说明都删掉，找不回来；办理经过只留代码和数字。",
      "The resident's right, once a wish has ended: names, texts and notes are gone for good."
    ),
    example: ["> ERASE 12 :本人要求删除", "< OK wish=12 state=confirmed seq=61"],
    pitfalls: [.notFound, .wrongState(.published), .badArgument("why", .missing)]
  )
}
