/// Where a wish stands.
public enum WishState: String, CaseIterable, Sendable {
  /// Entered, awaiting review.
  case collected
  /// Sent back: something is missing.
  case returned
  /// Reviewed: filed, with a standard and a time limit; not yet on the wall.
  case approved
  /// On the wall with a free slot.
  case published
  /// All slots are held.
  case claimed
  /// All slots are fulfilled; the resident has not been asked yet.
  case fulfilled
  /// Handed to somebody outside, still followed.
  case referred
  /// The resident says that it helped.
  case confirmed
  /// Ended without the resident's yes.
  case closed
  /// Cannot be done.
  case rejected
  /// Counts with another wish.
  case merged
  /// Taken back by or for the resident.
  case withdrawn

  /// Whether somebody still has to do something.
  public var isOpen: Bool {
    switch self {
    case .collected, .returned, .approved, .published, .claimed, .fulfilled, .referred: true
    case .confirmed, .closed, .rejected, .merged, .withdrawn: false
    }
  }

  /// Whether a wish in this state, approved and not confidential, has a card on the wall.
  public var isOnWall: Bool {
    switch self {
    case .published, .claimed, .fulfilled: true
    case .collected, .returned, .approved, .referred, .confirmed, .closed, .rejected, .merged, .withdrawn:
      false
    }
  }

  /// Whether terminals and members may see an approved wish in this state.
  public var isPublic: Bool {
    switch self {
    case .published, .claimed, .fulfilled, .confirmed, .closed: true
    case .collected, .returned, .approved, .referred, .rejected, .merged, .withdrawn: false
    }
  }
}

/// Where a member's claim stands.
public enum ClaimState: String, CaseIterable, Sendable {
  /// Held, being worked on.
  case active
  /// Done.
  case fulfilled
  /// Given back by the member or for it.
  case released
  /// Ran past its due time.
  case lapsed
  /// Ended with the wish, or with the member's account.
  case cancelled

  /// Whether the claim takes up a slot.
  public var holdsSlot: Bool { self == .active || self == .fulfilled }
}

/// The eight service categories.
public enum Category: String, CaseIterable, Sendable {
  /// 政策宣传
  case policy
  /// 法律援助
  case legal
  /// 医疗保健
  case health
  /// 扶贫帮困
  case relief
  /// 便民利民
  case convenience
  /// 文化娱乐
  case culture
  /// 治安调解
  case mediation
  /// 环境保护
  case environment

  /// Its name in Chinese, which requests may use as well.
  public var label: String {
    switch self {
    case .policy: "政策宣传"
    case .legal: "法律援助"
    case .health: "医疗保健"
    case .relief: "扶贫帮困"
    case .convenience: "便民利民"
    case .culture: "文化娱乐"
    case .mediation: "治安调解"
    case .environment: "环境保护"
    }
  }
}

/// How a slip came in.
public enum Source: String, CaseIterable, Sendable {
  /// 心愿箱
  case box
  /// 入户走访
  case visit
  /// 征求意见表
  case form
  /// 座谈会
  case meeting
  /// 热线电话
  case hotline
  /// 窗口来访
  case desk
  /// 线上
  case online
  /// 上级转办
  case transfer
}

/// What is asked for.
public enum WishKind: String, CaseIterable, Sendable {
  /// Somebody's work or time.
  case service
  /// A thing, with a value in yuan.
  case goods
}

/// How pressing it is.
public enum Urgency: String, CaseIterable, Sendable {
  /// 一般
  case normal
  /// 紧急
  case urgent
}

/// How the wall names the person helped.
public enum NameShown: String, CaseIterable, Sendable {
  /// 一位居民
  case anonymous
  /// The masked surname: 柏**
  case surname
}

/// Who hands over: the claimant itself, or the community's desk.
public enum Contact: String, CaseIterable, Sendable {
  /// The claimant gets name, phone and address.
  case direct
  /// Staff hand over.
  case desk
}

/// Who speaks for the person helped.
public enum Relation: String, CaseIterable, Sendable {
  /// The person.
  case own = "self"
  /// A relative.
  case family
  /// A neighbour.
  case neighbour
  /// Staff of the community.
  case staff
  /// A deputy or delegate.
  case deputy
}

/// Why a household may need more care; shown to staff only.
public enum Hardship: String, CaseIterable, Sendable {
  /// 困境儿童
  case child
  /// 留守儿童
  case leftBehind = "left-behind"
  /// 独居、空巢老人
  case elderAlone = "elder-alone"
  /// 低保
  case allowance
  /// 特困
  case destitute
  /// 残疾
  case disabled
  /// 大病
  case illness
  /// 计生特殊家庭
  case bereaved
  /// 优抚
  case veteran
  /// 失业
  case jobless
  /// 流动人员
  case migrant
  /// Anything else
  case other
}

/// What an account may do.
public enum Role: String, CaseIterable, Sendable {
  /// 录入窗口
  case terminal
  /// 认领人
  case member
  /// 社区工作人员, on a grid 网格员
  case staff
  /// 街道（区）查看员
  case supervisor
  /// 系统管理员
  case admin
}

/// The level of the organisation that manages a member.
public enum MemberLevel: String, CaseIterable, Sendable {
  /// 市管
  case city
  /// 区管
  case district
  /// 其他
  case other
}

/// What sort of claimant a member is.
public enum MemberKind: String, CaseIterable, Sendable {
  /// 在职党员
  case inservice
  /// 退休党员
  case retired
  /// 志愿者
  case volunteer
  /// 结对单位
  case unit
  /// 服务队
  case team
  /// 商户
  case merchant
}

/// When a member has time.
public enum Availability: String, CaseIterable, Sendable {
  /// Working days.
  case weekday
  /// Evenings.
  case evening
  /// Weekends.
  case weekend
  /// Public holidays.
  case holiday
  /// Any time.
  case any
}

/// A level of the area tree, from the top.
public enum AreaLevel: String, CaseIterable, Sendable {
  /// 区
  case district
  /// 街道
  case street
  /// 社区
  case community
  /// 网格
  case grid

  /// 0 at the top.
  public var depth: Int {
    switch self {
    case .district: 0
    case .street: 1
    case .community: 2
    case .grid: 3
    }
  }
}

/// Why a wish cannot be done.
public enum RejectReason: String, CaseIterable, Sendable {
  /// Beyond what the community can do.
  case beyondMeans = "beyond-means"
  /// Policy does not allow it.
  case policy
  /// It is not clear what is asked.
  case unclear
  /// Not something to ask for.
  case improper
}

/// Why a wish was taken back.
public enum WithdrawReason: String, CaseIterable, Sendable {
  /// It solved itself.
  case solved
  /// The resident changed their mind.
  case changed
  /// The resident moved.
  case moved
  /// The resident died.
  case died
  /// It was entered by mistake.
  case error
}

/// What the resident said when called back.
public enum Solved: String, CaseIterable, Sendable {
  /// It helped.
  case yes
  /// It did not.
  case no
  /// Nobody could be reached.
  case unreached
}

/// How the resident was asked.
public enum CallBack: String, CaseIterable, Sendable {
  /// By telephone.
  case phone
  /// At home.
  case visit
  /// At the desk.
  case desk
  /// Through a proxy.
  case proxy
}

/// What becomes of a wish that did not help.
public enum AfterNo: String, CaseIterable, Sendable {
  /// Back on the wall.
  case publish
  /// Back to review.
  case review
  /// Ended.
  case close
}
