import WishCore

/// What has come of it all.
extension Story {
  /// Every wish is looked up and must be where its slip's fate says.
  func takeStock() throws(DemoFailure) {
    var counts: [WishState: Int] = [:]
    for slip in slips {
      let request = "SHOW \(try number(slip))"
      let reply = try staff(slip.community).ask(request)
      guard reply.record(0)["state"] == slip.fate.state.rawValue else {
        throw try staff(slip.community).unexpected(request, reply)
      }
      counts[slip.fate.state, default: 0] += 1
    }
    let stock = WishState.allCases.compactMap { state in
      counts[state].map { "\(Wording.standard.staff(state))\($0)" }
    }
    try tell("盘点", "\(slips.count)条逐条核对，条条有下落：" + stock.joined(separator: "；") + "。")
  }

  /// The wall of all communities, as whoever walks past sees it.
  func showWall() throws(DemoFailure) {
    let passer = try connectUnknown(as: "路人")
    let wall = try passer.ask("WALL")
    try tell("心愿墙", "不用登录，发一个 WALL 就能看，下面是墙上的原文。")
    try say("")
    for row in wall.rows {
      guard case .display(let line)? = ReplyLine.parse(row.utf8)?.line else {
        throw passer.unexpected("WALL", wall)
      }
      try say(line)
    }
    try say("")
  }
}
