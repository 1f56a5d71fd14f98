import WishCore

/// Before the first slip: areas, accounts, members, standards.
extension Story {
  /// The administrator makes the areas and everybody's account.
  func openOffices() throws(DemoFailure) {
    let admin = try connection(of: "admin")
    try admin.ask("AREA d01 name=柳河区 level=district")
    for (code, name) in Story.communities {
      try admin.ask("AREA \(code) name=\(name) level=community parent=d01")
      for (account, role, title) in [("s-\(code)", "staff", "工作人员"), ("t-\(code)", "terminal", "录入窗口")] {
        let request = "ACCOUNT \(account) role=\(role) area=\(code) name=\(name)\(title)"
        try keepSecret(of: account, admin.ask(request))
      }
    }
    let names = Story.communities.map(\.1).joined(separator: "、")
    try tell("开张", "柳河区建了\(names)，各开一个录入窗口、一个工作人员账号。")
  }

  /// Members report in with their units, skills and hours.
  func reportIn() throws(DemoFailure) {
    let admin = try connection(of: "admin")
    var units: Set<String> = []
    for member in members {
      if let unit = member["unit"], units.insert(unit).inserted {
        try staff("c01").ask(Story.request("UNIT \(unit)", [("name", member["unitname"])]))
      }
    }
    for member in members {
      let account = "ACCOUNT \(member.code) role=member area=\(member.area)"
      try keepSecret(of: member.code, admin.ask(account))
      let columns = ["kind", "level", "unit", "skills", "prefers", "areas", "capacity", "available"]
      try admin.ask(Story.request("MEMBER \(member.code)", columns.map { ($0, member[$0]) }))
    }
    let atWork = members.count { $0["kind"] == "inservice" }
    try tell(
      "报到",
      "\(members.count)位认领人来自\(units.count)个单位：在职党员\(atWork)位，"
        + "退休党员、志愿者、商户和单位团队\(members.count - atWork)位，会什么、什么时候有空都登记了。"
    )
  }

  /// What a community promises for a category.
  static func standard(_ category: Category) -> (limit: String, text: String) {
    switch category {
    case .policy: ("7d", "约好时间当面讲清楚，讲完留一份要点")
    case .legal: ("7d", "先听明白，再讲清能走哪些路、要备哪些材料")
    case .health: ("7d", "按约好的时间地点来，不收费，不推销")
    case .relief: ("15d", "先问清楚缺什么，办好以后再回头看一次")
    case .convenience: ("7d", "先打电话约时间，办完当面确认再走")
    case .culture: ("15d", "先约好时间地点，说到做到")
    case .mediation: ("7d", "先了解清楚，讲理讲法，话不外传")
    case .environment: ("7d", "先到现场看，说好哪天办，办完请大家看")
    }
  }

  /// Every community sets its standards, which APPROVE then falls back on.
  func setStandards() throws(DemoFailure) {
    for (community, _) in Story.communities {
      for category in Category.allCases {
        let (limit, text) = Story.standard(category)
        let pairs = [("limit", limit), ("standard", text)]
        try staff(community).ask(Story.request("STANDARD \(category.rawValue)", pairs))
      }
    }
    let names = Category.allCases.map(\.label).joined(separator: "、")
    try tell("定标准", "各社区给\(Category.allCases.count)类心愿定了服务标准和时限：\(names)。")
  }
}
