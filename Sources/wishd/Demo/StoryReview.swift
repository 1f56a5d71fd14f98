import WishCore

/// From the slip to the wall: collecting, reviewing, publishing.
extension Story {
  /// Desks and staff enter the slips as they came; one desk loses its connection and asks again.
  func collect() throws(DemoFailure) {
    var suggestions = 0
    var atDesks = 0
    // The first slip of a desk that says nothing of who wrote it is shown.
    let shown = slips.first { $0.isNameless && Story.isDeskWork($0) && $0["group"] != nil }
    var retry: (account: String, request: String, reply: DemoReply)?
    for slip in slips {
      let account = (Story.isDeskWork(slip) ? "t-" : "s-") + slip.community
      let key = slip.place == shown?.place ? "slip-\(slip.place)" : nil
      let request = Story.posting(slip, key: key)
      let reply = try connection(of: account).ask(request)
      guard let number = reply["wish"].flatMap({ Int($0) }), reply["state"] == WishState.collected.rawValue
      else { throw try connection(of: account).unexpected(request, reply) }
      numbers[slip.place] = number
      if Story.isDeskWork(slip) { atDesks += 1 }
      if reply["suggest"] == slip.category.rawValue { suggestions += 1 }
      if slip.place == shown?.place { retry = (account, request, reply) }
    }
    try tell(
      "收单",
      "录入窗口录了\(atDesks)张，工作人员走访、接电话录了\(slips.count - atDesks)张，都是“待审定”。"
        + (suggestions > 0 ? "自动建议的类别有\(suggestions)张和后来审定的一样。" : "")
    )
    if let retry { try askAgain(retry.account, retry.request, retry.reply) }
  }

  /// The same request with the same key is answered as before, and there is one slip, not two.
  private func askAgain(_ account: String, _ request: String, _ first: DemoReply) throws(DemoFailure) {
    hangUp(account)
    let connection = try connection(of: account)
    let reply = try connection.ask(request)
    guard reply["replay"] == "yes", reply["wish"] == first["wish"] else {
      throw connection.unexpected(request, reply)
    }
    try note("网断了，窗口没看到回复，重新登录后用同一个请求号再发一遍：还是那一张，没有变成两张。")
    try quote(connection, request, reply.text)
  }

  /// Whether a slip is copied at a desk; the others are entered by the staff who met the person.
  private static func isDeskWork(_ slip: SampleSlip) -> Bool {
    switch slip["source"].flatMap(Source.init(rawValue:)) {
    case .box, .form, .desk, .online: true
    case .visit, .meeting, .hotline, .transfer, nil: false
    }
  }

  private static func posting(_ slip: SampleSlip, key: String?) -> String {
    let columns = [
      "source", "name", "phone", "address", "group", "kind", "value", "skills", "slots", "urgency", "show",
      "confidential",
    ]
    let usual = ["kind": "service", "slots": "1", "urgency": "normal", "show": "anonymous"]
    let pairs = columns.map { ($0, slip[$0] == usual[$0] ? nil : slip[$0]) }
    return request("POST", [("key", key)] + pairs, text: slip.text)
  }

  /// Staff send back, decline, merge, refer, and approve the rest.
  func review() throws(DemoFailure) {
    for slip in slips where !slip.fate.isApproved { try turnAside(slip) }
    for slip in slips where slip.fate.isApproved { try approve(slip) }
    try tell(
      "审定",
      "通过\(slips.count { $0.fate.isApproved })条，退回补充\(slips(.sendBack).count)条，"
        + "暂难办理\(slips(.reject).count)条，合并\(slips(.merge).count)条，"
        + "转办\(slips(.refer).count)条，还有\(slips(.collect).count)条没轮到。"
    )
    let quoted = slips(.publish).first { slip in slip["phone"].map { slip.text.contains($0) } ?? false }
    if let slip = quoted, let shown = approvals[slip.place] {
      try note("单子上写了门牌和电话，上墙的文字里自动遮住了：")
      try quote(staff(slip.community), shown.request, shown.reply)
    }
  }

  /// What is not for the wall goes its way, with a reason that can be told.
  private func turnAside(_ slip: SampleSlip) throws(DemoFailure) {
    let number = try number(slip)
    let request: String
    switch slip.fate {
    case .sendBack:
      request = "RETURN \(number) :请补充在哪里、是什么、怎么联系，写清楚了马上办"
    case .reject:
      let (reason, why) =
        slip.category == .mediation
        ? ("improper", "养狗没有违规，不能让人搬走；吵到您的话，可以约双方坐下来谈")
        : ("beyond-means", "社区请不动电视台，可以请志愿者教您拍、教您剪")
      request = "REJECT \(number) reason=\(reason) :\(why)"
    case .merge:
      guard let target = numbers[slip.place - 1] else { return }
      request = "MERGE \(number) into=\(target) :说的是同一件事，一并办理"
    case .refer:
      request = "REFER \(number) to=供电公司 limit=24h :线和电表箱归供电公司管，已经打电话报修"
    case .collect, .approve, .publish, .claim, .fulfil, .confirm, .race, .unhappy, .lapse:
      return
    }
    try move(slip, request)
  }

  /// Staff approve with the category's standard; the limit is said where the slip needs another one.
  private func approve(_ slip: SampleSlip) throws(DemoFailure) {
    let isDispute = slip.category == .legal || slip.category == .mediation
    let usual = Story.standard(slip.category).limit
    let limit = slip.fate == .lapse ? "1s" : slip["limit"]
    let request = Story.request(
      "APPROVE \(try number(slip))",
      [
        ("category", slip.category.rawValue), ("limit", limit == usual ? nil : limit),
        ("public", isDispute && !slip.isConfidential ? slip.text : nil),
      ]
    )
    let reply = try staff(slip.community).ask(request)
    guard reply["state"] == WishState.approved.rawValue, let text = reply["public"],
      slip["phone"].map({ !text.contains($0) }) ?? true
    else { throw try staff(slip.community).unexpected(request, reply) }
    approvals[slip.place] = (request, reply.text)
  }

  /// What was approved goes on the wall; a confidential wish only to whom it concerns.
  func publish() throws(DemoFailure) {
    let published = slips.filter { $0.fate.isApproved && $0.fate != .approve }
    for slip in published { try move(slip, "PUBLISH \(try number(slip))", to: .published) }
    let secret = published.filter(\.isConfidential)
    try tell(
      "公示",
      "\(published.count - secret.count)条上墙待认领，\(secret.count)条保密的不上墙，"
        + "\(slips(.approve).count)条审定了还没公示。"
    )
    if let slip = slips.first(where: { $0.community == "c02" }) {
      try refuse("s-c01", "SHOW \(try number(slip))", "NOT_FOUND", "别的社区的心愿，工作人员查不到，和没有这个编号一样：")
    }
    if let slip = secret.first, let member = members.first(where: { $0["areas"] == "d01" }) {
      try refuse(member.code, "SHOW \(try number(slip))", "NOT_FOUND", "保密的心愿，没受邀请的认领人也查不到：")
    }
  }

  private func refuse(_ who: String, _ request: String, _ code: String, _ line: String) throws(DemoFailure) {
    let connection = try connection(of: who)
    let reply = try connection.ask(request, refusedWith: code)
    try note(line)
    try quote(connection, request, reply.text)
  }

  /// Staff of the slip's community take a step with it, which must lead to its fate's state or another.
  func move(_ slip: SampleSlip, _ request: String, to state: WishState? = nil) throws(DemoFailure) {
    let connection = try staff(slip.community)
    let reply = try connection.ask(request)
    guard reply["state"] == (state ?? slip.fate.state).rawValue else {
      throw connection.unexpected(request, reply)
    }
  }
}
