extension Role: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .terminal: language.choose("录入窗口", "terminal")
    case .member: language.choose("认领人", "helper")
    case .staff: language.choose("社区工作人员", "community staff")
    case .supervisor: language.choose("街道（区）查看员", "street or district viewer")
    case .admin: language.choose("系统管理员", "administrator")
    }
  }
}

extension MemberLevel: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .city: language.choose("市管", "city")
    case .district: language.choose("区管", "district")
    case .other: language.choose("其他", "other")
    }
  }
}

extension MemberKind: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .inservice: language.choose("在职党员", "working Party member")
    case .retired: language.choose("退休党员", "retired Party member")
    case .volunteer: language.choose("志愿者", "volunteer")
    case .unit: language.choose("结对单位", "partner unit")
    case .team: language.choose("服务队", "service team")
    case .merchant: language.choose("商户", "merchant")
    }
  }
}

extension Availability: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .weekday: language.choose("工作日", "working days")
    case .evening: language.choose("晚上", "evenings")
    case .weekend: language.choose("周末", "weekends")
    case .holiday: language.choose("节假日", "holidays")
    case .any: language.choose("随时", "any time")
    }
  }
}

extension AreaLevel: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .district: language.choose("区", "district")
    case .street: language.choose("街道", "street")
    case .community: language.choose("社区", "community")
    case .grid: language.choose("网格", "grid")
    }
  }
}

extension Relation: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .own: language.choose("本人", "the person")
    case .family: language.choose("家人", "a relative")
    case .neighbour: language.choose("邻居", "a neighbour")
    case .staff: language.choose("工作人员", "staff")
    case .deputy: language.choose("代表", "a deputy")
    }
  }
}

extension Hardship: LabelledWord {
  func label(in language: Language) -> String {
    switch self {
    case .child: language.choose("困境儿童", "child in need")
    case .leftBehind: language.choose("留守儿童", "parents away")
    case .elderAlone: language.choose("独居/空巢老人", "elderly alone")
    case .allowance: language.choose("低保", "on allowance")
    case .destitute: language.choose("特困", "destitute")
    case .disabled: language.choose("残疾", "disabled")
    case .illness: language.choose("大病", "grave illness")
    case .bereaved: language.choose("计生特殊家庭", "lost only child")
    case .veteran: language.choose("优抚", "veteran")
    case .jobless: language.choose("失业", "jobless")
    case .migrant: language.choose("流动人员", "migrant")
    case .other: language.choose("其他", "other")
    }
  }
}
