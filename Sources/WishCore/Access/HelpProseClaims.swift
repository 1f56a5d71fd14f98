extension VerbProse {
  static let list = VerbProse(
    title: Bilingual("列出心愿", "list wishes"),
    about: Bilingual(
      "不填条件，列出您看得到、还没办结的，紧急的在前。回答里有 next= 时，用 after= 看下一页。",
      "Those you may see and that are open, urgent first; next= continues with after=."
    ),
    example: [
      "> LIST state=published limit=20",
      "< = wish=12 state=published category=convenience community=c01 slots=1 left=1 "
        + "text=厨房的灯坏了，想请人来修",
      "< OK",
    ],
    pitfalls: [.badArgument("limit", .outside(Limits.listRows))]
  )

  static let show = VerbProse(
    title: Bilingual("看一条心愿", "show one wish"),
    about: Bilingual("看这条心愿的全部（您能看的部分）。", "All of it that you may see."),
    example: [
      "> SHOW 12",
      "< = wish=12 state=published category=convenience limit=7d",
      "< OK",
    ],
    pitfalls: [.notFound]
  )

  static let history = VerbProse(
    title: Bilingual("看办理经过", "what happened to it"),
    about: Bilingual("从录入到现在，一步一行，最早的在前。", "One row a step, oldest first."),
    example: [
      "> HISTORY 12",
      "< = seq=40 at=2026-11-20T08:00:00Z account=s01 type=posted",
      "< OK",
    ],
    pitfalls: [.notFound]
  )

  static let similar = VerbProse(
    title: Bilingual("看还有谁提过同样的事", "who has asked the same"),
    about: Bilingual(
      "本社区没办结和近90天办结的心愿里，同一户的在前，其余最像的在前；why= 是都说到什么。是一回事就用 MERGE 并到一起。",
      "Open ones of its community and those ended in the last 90 days: the same household first, then the "
        + "most alike."
    ),
    example: [
      "> SIMILAR 15",
      "< = wish=12 state=published score=0.71 why=都说到：楼道灯不亮",
      "< OK",
    ],
    pitfalls: [.notFound]
  )

  static let askers = VerbProse(
    title: Bilingual("看要回访哪几家", "whom to call back"),
    about: Bilingual(
      "这条心愿和并进来的每一条，各家的姓名、电话；回访时每家都要问到。",
      "The petitioner of this wish, and of every wish merged into it: all are called back."
    ),
    example: [
      "> ASKERS 12",
      "< = wish=12 state=fulfilled name=柏某 phone=19900000001",
      "< = wish=15 state=merged into=12 name=钟某 phone=19900000002",
      "< OK askers=2",
    ],
    pitfalls: [.notFound]
  )

  static let match = VerbProse(
    title: Bilingual("找适合的心愿，或找合适的人", "wishes for me, or members for a wish"),
    about: Bilingual(
      "认领人：看哪些心愿适合我，最合适的在前，why= 是理由。工作人员：填 wish=，看谁适合办。",
      "Members: wishes for me. Staff, with wish=: members for it. Best first."
    ),
    example: [
      "> MATCH limit=5",
      "< = wish=12 state=published score=0.83 why=会家电维修（30分）；愿意做便民利民（20分）；…",
      "< OK",
    ],
    pitfalls: [.notFound, .forbidden(.role), .wrongState(.collected)]
  )

  static let invite = VerbProse(
    title: Bilingual("邀请认领", "ask a member"),
    about: Bilingual(
      "请一位认领人来办，对方马上收到，也能在 MINE 里看到。保密的心愿只有受邀的人能看。",
      "Pushed to the member at once and shown in MINE; opens a confidential wish to it."
    ),
    example: ["> INVITE 12 m001 :您住得近，能帮忙看看吗", "< OK wish=12 state=published seq=49"],
    pitfalls: [.notFound, .wrongState(.claimed)]
  )

  static let claim = VerbProse(
    title: Bilingual("认领", "claim"),
    about: Bilingual(
      "认领后就是您的事，请在 due= 之前办好。工作人员代认领要填 member=。",
      "Yours to do before due=. Staff claim for a named member."
    ),
    example: ["> CLAIM 12", "< OK wish=12 state=claimed seq=50 due=2026-11-27T16:00:00Z"],
    pitfalls: [.notFound, .wrongState(.fulfilled), .notEligible([SkillName("电工")]), .taken, .quota(3)]
  )

  static let wait = VerbProse(
    title: Bilingual("排队等名额", "wait for a slot"),
    about: Bilingual(
      "名额已满时排队；有空名额就马上告诉您，MINE 里也有。不预留，谁先认领算谁的。已经在排队的，再发一次看排第几。",
      "Where all slots are held. You are told when one is free; it is not kept for you: CLAIM it."
    ),
    example: [
      "> WAIT 12",
      "< OK wish=12 state=claimed seq=51 place=1",
      "< * FREE wish=12 seq=55",
      "> CLAIM 12",
      "< OK wish=12 state=claimed seq=56 due=2026-11-27T16:00:00Z",
    ],
    pitfalls: [.notFound, .wrongState(.published), .notEligible([SkillName("电工")]), .taken]
  )

  static let unwait = VerbProse(
    title: Bilingual("不再排队", "wait no longer"),
    about: Bilingual("不想等了就退出排队，让后面的人往前。", "Leaves the waiting list to the others."),
    example: ["> UNWAIT 12", "< OK wish=12 state=claimed seq=52"],
    pitfalls: [.notFound, .forbidden(.notWaiting)]
  )

  static let release = VerbProse(
    title: Bilingual("退回认领", "give it back"),
    about: Bilingual("办不了就早点退回，让别人接着办；退回不影响您以后认领。", "Give it back early, so that another can take it."),
    example: ["> RELEASE 12 :临时出差，办不了", "< OK wish=12 state=published seq=51"],
    pitfalls: [.notFound, .forbidden(.noClaim), .badArgument("why", .missing)]
  )

  static let renew = VerbProse(
    title: Bilingual("延期", "more time"),
    about: Bilingual(
      "认领人只能延一次，最多再延一个办理时限；还不够，请工作人员延。",
      "A member once and at most by the limit; staff freely."
    ),
    example: [
      "> RENEW 12 by=3d :等灯具到货",
      "< OK wish=12 state=claimed seq=52 due=2026-11-30T16:00:00Z",
    ],
    pitfalls: [
      .notFound,
      .forbidden(.noClaim),
      .wrongState(.claimed),
      .badArgument("by", .needs(.withinLimit(VerbProse.week))),
    ]
  )

  static let fulfil = VerbProse(
    title: Bilingual("办结", "it is done"),
    about: Bilingual(
      "认领人：我那一份办好了。工作人员不填 member=：整条办好了，没人认领也行，空着的名额不要了。过期了但名额还在，也可以补办结。",
      "The claimant: my part is done. Staff without member=: all of it is."
    ),
    example: ["> FULFIL 12 :换了新灯管，已经亮了", "< OK wish=12 state=fulfilled seq=53"],
    pitfalls: [
      .notFound,
      .forbidden(.noClaim),
      .wrongState(.confirmed),
      .taken,
      .badArgument("category", .needs(.category)),
    ]
  )

  static let confirm = VerbProse(
    title: Bilingual("回访", "what the resident says"),
    about: Bilingual(
      "问问居民解决了没有；并过几条的先用 ASKERS 看要问哪几家。没解决的默认重新公示。自己认领的心愿要请别人回访。",
      "Ask the resident. If it did not help it is published again. Not for your own claim."
    ),
    example: [
      "> CONFIRM 12 solved=yes rating=5 via=phone :灯亮了，谢谢",
      "< OK wish=12 state=confirmed seq=54",
    ],
    pitfalls: [
      .notFound,
      .forbidden(.ownWork),
      .wrongState(.claimed),
      .badArgument("rating", .outside(Limits.rating)),
    ]
  )

  static let plan = VerbProse(
    title: Bilingual("排一张邀请单", "whom to invite for every slot"),
    about: Bilingual(
      "给所有空名额一次配好人，总分最高，谁也不超过上限。只是建议：看过再用 INVITE 邀请。",
      "The best for all free slots at once, nobody beyond capacity. A proposal: INVITE does the rest."
    ),
    example: [
      "> PLAN",
      "< = wish=12 state=published member=m001 score=0.92 why=会家电维修",
      "< OK slots=3 asked=1 total=0.920",
    ],
    pitfalls: [.notFound, .forbidden(.role), .busy]
  )

  static let mine = VerbProse(
    title: Bilingual("我的认领、邀请和排队", "my claims, invitations and waits"),
    about: Bilingual(
      "列出您正在办的（due= 前办好）、请您办的和您在排队等的；有 free=yes 就可以认领了。",
      "What you are working on, what you were asked, what you wait for; free=yes can be claimed."
    ),
    example: [
      "> MINE",
      "< = wish=12 state=claimed due=2026-11-27T16:00:00Z",
      "< OK",
    ],
    pitfalls: []
  )
}
