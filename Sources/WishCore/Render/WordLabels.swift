/// A word of the protocol that people know by another name.
protocol LabelledWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// What people call it.
  func label(in language: Language) -> String
}

extension WishState: LabelledWord {
  /// What staff call the state.
  func label(in language: Language) -> String {
    switch self {
    case .collected: language.choose("待审定", "awaiting review")
    case .returned: language.choose("退回补充", "sent back")
    case .approved: language.choose("已审定，待公示", "reviewed, not published")
    case .published: language.choose("待认领", "waiting for a helper")
    case .claimed: language.choose("办理中", "being worked on")
    case .fulfilled: language.choose("已办理，待回访", "done, to be confirmed")
    case .referred: language.choose("已转办", "referred")
    case .confirmed: language.choose("居民已确认", "confirmed")
    case .closed: language.choose("已办结（未确认）", "ended unconfirmed")
    case .rejected: language.choose("暂难办理（已说明）", "not possible for now")
    case .merged: language.choose("已合并", "merged")
    case .withdrawn: language.choose("已撤销", "taken back")
    }
  }
}

extension Category: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .policy: language.choose(label, "policies explained")
    case .legal: language.choose(label, "legal aid")
    case .health: language.choose(label, "health care")
    case .relief: language.choose(label, "relief")
    case .convenience: language.choose(label, "everyday help")
    case .culture: language.choose(label, "culture")
    case .mediation: language.choose(label, "mediation")
    case .environment: language.choose(label, "environment")
    }
  }
}

extension Source: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .box: language.choose("心愿箱", "wish box")
    case .visit: language.choose("入户走访", "home visit")
    case .form: language.choose("征求意见表", "survey form")
    case .meeting: language.choose("座谈会", "meeting")
    case .hotline: language.choose("热线电话", "hotline")
    case .desk: language.choose("窗口来访", "at the desk")
    case .online: language.choose("线上", "online")
    case .transfer: language.choose("上级转办", "passed down")
    }
  }
}

extension WishKind: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .service: language.choose("服务类", "work or time")
    case .goods: language.choose("物品类", "a thing")
    }
  }
}

extension Urgency: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .normal: language.choose("一般", "can wait")
    case .urgent: language.choose("紧急", "cannot wait")
    }
  }
}

extension NameShown: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .anonymous: language.choose("一位居民", "no name")
    case .surname: language.choose("只显示姓", "surname only")
    }
  }
}

extension Contact: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .direct: language.choose("认领人直接联系", "the helper calls")
    case .desk: language.choose("由社区转交", "staff hand over")
    }
  }
}

extension Solved: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .yes: language.choose("解决了", "it helped")
    case .no: language.choose("没解决", "it did not")
    case .unreached: language.choose("联系不上", "not reached")
    }
  }
}

extension CallBack: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .phone: language.choose("电话", "by phone")
    case .visit: language.choose("上门", "at home")
    case .desk: language.choose("窗口", "at the desk")
    case .proxy: language.choose("代答", "by proxy")
    }
  }
}

extension AfterNo: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .publish: language.choose("重新公示", "publish again")
    case .review: language.choose("重新审定", "review again")
    case .close: language.choose("办结", "end it")
    }
  }
}

extension RejectReason: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .beyondMeans: language.choose("超出能力", "beyond our means")
    case .policy: language.choose("政策不允许", "against policy")
    case .unclear: language.choose("诉求不清", "unclear")
    case .improper: language.choose("不宜办理", "improper")
    }
  }
}

extension WithdrawReason: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .solved: language.choose("已自行解决", "solved itself")
    case .changed: language.choose("改了主意", "changed their mind")
    case .moved: language.choose("已搬走", "moved away")
    case .died: language.choose("人已过世", "died")
    case .error: language.choose("录入有误", "entered by mistake")
    }
  }
}
