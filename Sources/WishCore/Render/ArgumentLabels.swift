/// What people call the arguments of the protocol.
enum ArgumentLabels {
  /// The label of an argument; nil for a name that no verb has, which may be anything.
  static func label(of name: String, in language: Language) -> String? {
    guard let chinese = chinese[name] else { return nil }
    return language.choose(chinese, name)
  }

  /// The arguments that hold several items, separated by commas.
  static let lists: Set<String> = ["skills", "group", "prefers", "areas", "available", "aliases"]

  /// The names of what stands behind the colon.
  static let raw: Set<String> = ["secret", "why", "word", "note", "comment", "raw"]

  /// The names that some verb takes by position.
  static let positional: Set<String> = [
    "account", "category", "code", "member", "name", "on", "verb", "wish",
  ]

  /// How an argument stands in a line, without its value: `slots=…`.
  static func skeleton(of name: String) -> String {
    chinese[name] == nil || positional.contains(name) ? "…" : "\(name)=…"
  }

  /// Every name of a verb's form.
  static let chinese: [String: String] = [
    "account": "账号",
    "address": "地址",
    "after": "翻页位置",
    "aliases": "别名",
    "area": "所属区域",
    "areas": "服务区域",
    "available": "可服务时间",
    "batch": "批次",
    "by": "延期时间",
    "cap": "物品价值上限",
    "capacity": "同时认领上限",
    "category": "类别",
    "code": "代码",
    "comment": "居民的话",
    "community": "社区",
    "confidential": "保密",
    "consent": "同意公示",
    "contact": "联系方式",
    "contact-name": "联系人姓名",
    "contact-phone": "联系人电话",
    "format": "格式",
    "grid": "网格",
    "group": "困难类型",
    "idle": "自动退出时间",
    "into": "并入的心愿",
    "key": "请求号",
    "kind": "类型",
    "lang": "语言",
    "level": "级别",
    "limit": "时限或条数",
    "member": "认领人",
    "name": "姓名或名称",
    "needed": "需要时间",
    "note": "办理情况",
    "on": "开关",
    "open": "不限特长",
    "over": "超上限",
    "overdue": "是否超期",
    "parent": "上级",
    "phone": "电话",
    "prefers": "愿办类别",
    "proto": "协议版本",
    "public": "公示内容",
    "rating": "评分",
    "raw": "冒号后的文字",
    "reason": "原因",
    "received": "收到日期",
    "ref": "纸质编号",
    "relation": "与本人关系",
    "role": "角色",
    "secret": "口令",
    "show": "姓名显示",
    "since": "起始序号",
    "skills": "特长",
    "slots": "名额",
    "solved": "是否解决",
    "source": "来源",
    "stale": "无人认领期限",
    "standard": "服务标准",
    "state": "状态",
    "text": "心愿内容",
    "then": "后续安排",
    "to": "转办单位",
    "unit": "单位",
    "urgency": "紧急程度",
    "value": "价值",
    "verb": "命令",
    "via": "回访方式",
    "why": "原因",
    "wish": "心愿编号",
    "word": "留言",
  ]
}
