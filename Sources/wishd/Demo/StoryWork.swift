import WishCore

/// Members claim and fulfil, staff ring back.
extension Story {
  /// What is to be done by the end is claimed by whom MATCH puts first, and done.
  func work() throws(DemoFailure) {
    let done = slips(.confirm, .fulfil)
    guard let (first, member, match) = try findByMember(in: done) else {
      throw DemoFailure("没有一条心愿是认领人自己排在最前的。")
    }
    let shown = try claim(first, seenBy: member)
    try fulfil(first, by: member.who)
    var busy: Set = [member.who]
    for slip in done where slip.place != first.place {
      let member = try claim(slip)
      try fulfil(slip, by: member)
      busy.insert(member)
    }
    try tell("认领办理", "\(busy.count)位认领人领了\(done.count)条，都已办结，等居民评价。")
    try note("认领人问有什么适合自己办的，最合适的排在最前：")
    try quote(member, "MATCH limit=1", match)
    try note("领下来。姓名、电话、门牌认领前查不到，认领后才看得到（这里不打印）：")
    try quote(member, shown.request, shown.reply)
  }

  /// A wish with a phone number that comes first when its best member asks what suits it.
  private func findByMember(
    in slips: [SampleSlip]
  ) throws(DemoFailure) -> (SampleSlip, member: DemoConnection, match: String)? {
    for slip in slips where slip["phone"] != nil {
      let member = try connection(of: try best(for: slip))
      let match = try member.ask("MATCH limit=1")
      if match.record(0)["wish"] == "\(try number(slip))", let row = match.rows.first {
        return (slip, member, row)
      }
    }
    return nil
  }

  /// A member sees whose wish it is once it has taken it, not before.
  private func claim(
    _ slip: SampleSlip,
    seenBy member: DemoConnection
  ) throws(DemoFailure) -> (request: String, reply: String) {
    let number = try number(slip)
    let before = try member.ask("SHOW \(number)")
    let request = "CLAIM \(number)"
    let claimed = try member.ask(request)
    let after = try member.ask("SHOW \(number)")
    guard before.record(0)["phone"] == nil, after.record(0)["phone"] == slip["phone"],
      after.record(0)["address"] == slip["address"]
    else { throw member.unexpected("SHOW \(number)", after) }
    return (request, claimed.text)
  }

  /// Whom MATCH puts first for a wish, but for somebody who is not wanted again.
  private func best(for slip: SampleSlip, but unwanted: String? = nil) throws(DemoFailure) -> String {
    let request = "MATCH wish=\(try number(slip)) limit=2"
    let found = try staff(slip.community).ask(request)
    let members = found.rows.indices.compactMap { found.record($0)["member"] }
    guard let member = members.first(where: { $0 != unwanted }) else {
      throw try staff(slip.community).unexpected(request, found)
    }
    return member
  }

  /// The best member claims a slot of a wish; returns who.
  func claim(_ slip: SampleSlip, but unwanted: String? = nil) throws(DemoFailure) -> String {
    let member = try best(for: slip, but: unwanted)
    let request = "CLAIM \(try number(slip))"
    let reply = try connection(of: member).ask(request)
    guard reply["due"] != nil else { throw try connection(of: member).unexpected(request, reply) }
    return member
  }

  /// A member says that the wish is done.
  func fulfil(_ slip: SampleSlip, by member: String) throws(DemoFailure) {
    let done = slip.isGoods ? "东西送到了，当面试过" : "办好了，当面问过还有没有别的事"
    let request = "FULFIL \(try number(slip)) :\(done)"
    let connection = try connection(of: member)
    let reply = try connection.ask(request)
    guard reply["state"] == WishState.fulfilled.rawValue else { throw connection.unexpected(request, reply) }
  }

  /// Staff ask the residents, who have the last word.
  func callBack() throws(DemoFailure) {
    for slip in slips(.confirm) {
      let via = slip["phone"] == nil ? "desk" : "phone"
      try move(slip, "CONFIRM \(try number(slip)) solved=yes rating=5 via=\(via) :办得好，谢谢")
    }
    try tell(
      "回访",
      "工作人员逐户问了\(slips(.confirm).count)位居民，都说办好了，记作“圆梦”；另外\(slips(.fulfil).count)条还等着回访。"
    )
  }

  /// More wishes are claimed, every slot of them, and being worked on.
  func takeOn() throws(DemoFailure) {
    var members: [String] = []
    for slip in slips(.claim) {
      for _ in 0..<slip.slots { members.append(try claim(slip)) }
    }
    try tell("在办", "又有\(slips(.claim).count)条被领走，\(Set(members).count)位认领人正在办。")
  }
}
