extension Chapter {
  /// The workload: every changing verb, on stores from the first day on. Each chapter goes on where the
  /// one before it ended.
  static let all = [founding, register, review, claims, ends, erasing, copying, waiting]

  private static let founding = Chapter(
    "founding",
    day: 0,
    [
      .ask([
        Ask("admin", "AREA d01 name=东区 level=district"),
        Ask("admin", "AREA c01 name=向阳社区 level=community parent=d01"),
        Ask("admin", "AREA c01-g1 name=一网格 level=grid parent=c01"),
        Ask("admin", "SKILL 修二胡 parent=五金修理 aliases=换琴弦,修口琴"),
      ]),
      .ask([Ask("admin", "ACCOUNT li role=staff area=c01 name=李")]),
    ]
  )

  private static let register = Chapter(
    "register",
    day: 1,
    preparation: [
      .ask([Ask("li", "ACCOUNT desk role=terminal area=c01")]),
      .ask([Ask("li", "ACCOUNT m1 role=member area=c01")]),
      .ask([Ask("li", "ACCOUNT m2 role=member area=c01")]),
      .ask([Ask("li", "ACCOUNT m3 role=member area=c01")]),
    ],
    [
      .ask([
        Ask("admin", "AREA c01 name=向阳社区 level=community cap=800"),
        Ask("li", "UNIT power name=供电公司"),
        Ask("li", "STANDARD convenience limit=7d standard=上门前先电话"),
        Ask("li", "MEMBER m1 skills=水电维修,磨刀 capacity=2 unit=power level=district"),
        Ask("m2", "MEMBER m2 skills=水电维修 prefers=health,legal available=evening"),
      ]),
      .ask([Ask("admin", "ROTATE desk")]),
      .ask([Ask("admin", "DISABLE m3"), Ask("admin", "ENABLE m3")]),
    ]
  )

  private static let review = Chapter(
    "review",
    day: 2,
    [
      .ask([
        Ask("desk", "POST source=box category=convenience :楼道灯坏了，求人修一修"),
        Ask(
          "desk",
          """
          POST source=visit grid=c01-g1 name=王秀兰 phone=13900001111 address=向阳路5号 group=elder-alone \
          relation=self contact-name=王小 contact-phone=13900002222 ref=12 batch=2026-11 :想有人陪着去医院
          """
        ),
        Ask("li", "POST kind=goods value=300 slots=2 urgency=urgent received=2026-11-19 :想要一个书包"),
        Ask("li", "POST consent=no :家里有困难，不想上墙"),
      ]),
      .ask([
        Ask("li", "APPROVE 1 category=convenience skills=水电维修 slots=2"),
        Ask("li", "RETURN 2 :请问清楚是哪一天"),
        Ask("li", "APPROVE 3 category=relief limit=7d"),
      ]),
      .ask([
        Ask("li", "PUBLISH 1"),
        Ask("li", "AMEND 2 needed=2026-12-20T00:00:00Z grid=\"\" skills=\"\" :想有人周五陪着去医院"),
        Ask("li", "APPROVE 2 category=health limit=24h open=yes contact=direct"), Ask("li", "PUBLISH 2"),
      ]),
    ]
  )

  private static let claims = Chapter(
    "claims",
    day: 3,
    [
      .ask([
        Ask("li", "INVITE 1 m1 :您上次修得很好"), Ask("m1", "CLAIM 1"), Ask("li", "CLAIM 1 member=m2"),
        Ask("m1", "RENEW 1 by=2d :等零件"), Ask("m3", "CLAIM 2"),
      ]),
      .ask([Ask("m1", "RELEASE 1 :临时出差"), Ask("m2", "FULFIL 1 :换了灯管")]),
      .pass(seconds: 90_000),
      .ask([
        Ask("m3", "FULFIL 2 :陪着去了"), Ask("li", "CONFIRM 2 solved=yes rating=5 via=phone :很满意"),
        Ask("m1", "CLAIM 1"),
      ]),
    ]
  )

  private static let ends = Chapter(
    "ends",
    day: 5,
    preparation: [
      .ask((5...8).map { Ask("desk", "POST category=culture :想学写毛笔字，第\($0)张") })
    ],
    [
      .ask([
        Ask("li", "REJECT 3 reason=beyond-means :今年没有了"), Ask("li", "WITHDRAW 4 reason=moved :搬走了"),
        Ask("li", "MERGE 6 into=5 :一样的"), Ask("li", "REFER 7 to=power limit=7d :请供电公司看看"),
      ]),
      .ask([
        Ask("li", "REOPEN 6 :不一样的"), Ask("li", "REOPEN 7 :没有人来"),
        Ask("li", "FULFIL 8 :当场教了"), Ask("li", "CONFIRM 8 solved=no then=review :还想学"),
        Ask("li", "MERGE 7 into=5"),
      ]),
      .ask([Ask("li", "DISABLE m1")]),
    ]
  )

  /// Erasing answers when nothing is left in the log, nor in the gaps that growing slips leave in pages.
  private static let erasing = Chapter(
    "erasing",
    day: 6,
    forgetting: ["想要一个书包", "王秀兰", "13900002222"],
    [
      .ask([Ask("li", "ERASE 3 :家属要求")]),
      .ask([5, 6, 8].map { Ask("li", "AMEND \($0) :" + String(repeating: "还想学写毛笔字，", count: 40)) }),
      .ask([Ask("li", "ERASE 2 :本人要求")]),
    ]
  )

  /// More than a week later: request keys are forgotten, and the log is copied again and again.
  private static let copying = Chapter(
    "copying",
    day: 14,
    copiesLog: true,
    [
      .ask((9...12).map { Ask("desk", "POST :" + String(repeating: "第\($0)张纸条很长。", count: 60)) }),
      .ask((9...12).map { Ask("li", "APPROVE \($0) category=policy limit=30d") }),
      .ask((9...12).map { Ask("li", "PUBLISH \($0)") }),
      .ask([Ask("li", "WITHDRAW 9 reason=died :家属来说的"), Ask("m2", "CLAIM 10")]),
    ]
  )

  /// A slot that others wait for, given back and taken by one of them.
  private static let waiting = Chapter(
    "waiting",
    day: 15,
    [
      .ask([Ask("li", "ENABLE m1"), Ask("m3", "WAIT 10")]),
      .ask([Ask("m1", "WAIT 10"), Ask("m3", "UNWAIT 10")]),
      .ask([Ask("m3", "WAIT 10")]),
      .ask([Ask("m2", "RELEASE 10 :腾不出手"), Ask("m1", "CLAIM 10")]),
      .ask([Ask("li", "WITHDRAW 10 :已经办好了")]),
    ]
  )
}
