import WishCore

/// What can go wrong between people, and what the service makes of it.
extension Story {
  /// Two members claim the same wish at the same moment: one has it, the other is told so.
  func race() throws(DemoFailure) {
    for slip in slips(.race) {
      let request = "CLAIM \(try number(slip))"
      let rivals = [try connection(of: "m016"), try connection(of: "m017")]
      for rival in rivals { try rival.send(request) }
      var replies: [DemoReply] = []
      for rival in rivals { replies.append(try rival.reply()) }
      guard replies.count(where: { $0.refusal == nil }) == 1,
        let taken = replies.first(where: { $0.refusal != nil }), taken.refusal == "TAKEN"
      else { throw rivals[1].unexpected(request, replies[1]) }
      try tell("抢单", "两位水暖工同时认领\(try number(slip))号，只有一位领到，另一位马上知道名额满了。")
      for (rival, reply) in zip(rivals, replies) { try quote(rival, request, reply.text) }
    }
  }

  /// A resident is not content: the wish goes back on the wall, and somebody else does it.
  func disappoint() throws(DemoFailure) {
    for slip in slips(.unhappy) {
      let number = try number(slip)
      let first = try claim(slip)
      try fulfil(slip, by: first)
      let request = "CONFIRM \(number) solved=no via=visit :劝是劝了，第二天又抢上了"
      let staff = try staff(slip.community)
      let reply = try staff.ask(request)
      guard reply["state"] == WishState.published.rawValue else { throw staff.unexpected(request, reply) }
      let second = try claim(slip, but: first)
      try fulfil(slip, by: second)
      let content = "CONFIRM \(number) solved=yes rating=4 via=visit :定了单双日轮着停，都认"
      try move(slip, content)
      try tell("不满意", "\(number)号办结后居民说没解决，心愿回到墙上；换\(second)接着办，这回居民满意。")
      try quote(staff, request, reply.text)
    }
  }

  /// A member does nothing until the time is over: the claim lapses by itself, and staff are told at once.
  func lapse() throws(DemoFailure) {
    for slip in slips(.lapse) {
      let number = try number(slip)
      // The staff's screen: a connection of its own that is only told what happens.
      let screen = try connect(as: "s-\(slip.community)")
      try screen.ask("SUB")
      let member = try claim(slip)
      let event = try screen.push(ofType: "lapsed")
      let show = "SHOW \(number)"
      let shown = try screen.ask(show)
      guard shown.record(0)["state"] == WishState.published.rawValue else {
        throw screen.unexpected(show, shown)
      }
      try tell("逾期", "\(number)号的时限只定了1秒，\(member)领了没办，到点自动退回墙上，工作人员的屏幕上跳出一行：")
      try say("     \(event)")
      try giveMoreTime(slip)
    }
  }

  /// A limit that was too short is put right as on paper: back, reviewed anew, published again.
  private func giveMoreTime(_ slip: SampleSlip) throws(DemoFailure) {
    let number = try number(slip)
    try move(slip, "RETURN \(number) :时限定短了", to: .returned)
    try move(slip, Story.request("AMEND \(number)", [("skills", slip["skills"])]), to: .collected)
    let pairs = [("category", slip.category.rawValue), ("limit", slip["limit"])]
    try move(slip, Story.request("APPROVE \(number)", pairs), to: .approved)
    try move(slip, "PUBLISH \(number)")
    let limit = slip["limit"].flatMap { Span($0) }.map { Wording.standard.length($0) } ?? ""
    try note("工作人员把时限改成\(limit)，重新审定、公示，等下一位来领。")
  }
}
