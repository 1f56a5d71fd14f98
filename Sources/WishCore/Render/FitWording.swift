/// Why a wish and a member fit, in the words of `why=`.
extension Wording {
  /// The reasons with their points, which a person can add up: 会电工（30分）；本社区（8分）.
  func reasons(_ reasons: [FitReason]) -> String {
    reasons.map { reason in
      reason.points > 0 ? "\(words(reason.matter))（\(reason.points)分）" : words(reason.matter)
    }.joined(separator: "；")
  }

  private func words(_ matter: FitReason.Matter) -> String {
    switch matter {
    case .skills(let own, let parts, let wholes, let asked):
      skills(own, parts, wholes, asked: asked)
    case .asksNoSkill: "不限特长"
    case .prefers(let category): "愿意做\(label(category))"
    case .prefersOthers: "更愿意做别的类别"
    case .namesNoCategory: "做哪类都行"
    case .goods(let fit): words(fit)
    case .near(.grid): "本网格"
    case .near(.community): "本社区"
    case .near(.street): "本街道"
    case .near(.district): "本区"
    case .noHurry: "时间不急"
    case .hasTime(let day): "\(shortDate(day))前有空"
    case .hasNoTime(let day): "\(shortDate(day))前没空"
    case .room(0, let capacity): "手上没有，上限\(capacity)条"
    case .room(let holding, let capacity): "手上\(holding)条，上限\(capacity)条"
    case .urgent: "紧急"
    case .neededSoon(let day): "\(shortDate(day))前要办"
    case .waited(let days): "已等\(days)天"
    }
  }

  private func skills(
    _ own: [SkillName],
    _ parts: [FitReason.Kinship],
    _ wholes: [FitReason.Kinship],
    asked: Int
  ) -> String {
    var words = own.map(\.text)
    words += parts.map { "\($0.own)（属\($0.asked)）" }
    words += wholes.map { "\($0.own)（与\($0.asked)相近）" }
    let known = "会" + words.joined(separator: "、")
    return own.count + parts.count < asked ? known + "，要求的\(asked)项中有\(own.count + parts.count)项" : known
  }

  private func words(_ goods: FitReason.GoodsFit) -> String {
    switch goods {
    case .usual: "认领过同样价位的物品"
    case .dearer: "比认领过的物品贵一档"
    case .muchDearer: "比认领过的物品贵得多"
    case .neverTaken: "没认领过物品"
    case .valueUnknown: "没写价钱"
    }
  }

  /// The month and the day: 11月20日.
  private func shortDate(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(month)月\(number)日"
  }
}
