import Testing

@testable import WishCore

@Suite("Full-width writing is understood and put right")
struct FullWidthTests {
  static let corrected: [(String, String)] = [
    ("ＰＩＮＧ", "PING"),
    ("ｐｉｎｇ", "PING"),
    ("PING　", "PING"),
    ("　PING", "PING"),
    ("ＰＩNG", "PING"),
    ("POST：楼道灯坏了", "POST :…"),
    ("ＰＯＳＴ：楼道灯坏了 name=“张三”", "POST :…"),
    ("POST ：楼道灯坏了", "POST :…"),
    ("POST　：楼道灯坏了", "POST :…"),
    ("ＰＯＳＴ :楼道灯坏了", "POST :…"),
    ("ＰＯＳＴ", "POST"),
    ("CLAIM　12", "CLAIM …"),
    ("ＣＬＡＩＭ　１２", "CLAIM …"),
    ("CLAIM 12　member=li", "CLAIM … member=…"),
    ("RELEASE 12：没空", "RELEASE … :…"),
    ("RELEASE 12　：没空", "RELEASE … :…"),
    ("CLAIM “12”", "CLAIM \"…\""),
    ("CLAIM ＂12＂", "CLAIM \"…\""),
    ("POST name＝张三", "POST name=…"),
    ("POST name＝“张三 丰” :灯", "POST name=\"…\" :…"),
    ("POST name=“张三”", "POST name=\"…\""),
    ("POST name=“张三 丰” phone=138", "POST name=\"…\" phone=…"),
    ("POST name=张三　phone=13800138000 :灯", "POST name=… phone=… :…"),
    ("POST text＝“灯 坏” name=张", "POST text=\"…\" name=…"),
    ("POST ｎａｍｅ＝张三", "POST name=…"),
    ("POST ｎａｍｅ=张三", "POST name=…"),
    ("POST name=\"张三\"　phone=138", "POST name=\"…\" phone=…"),
    ("POST name=\"张三\"：灯", "POST name=\"…\" :…"),
    ("POST name=a text=甲　乙 phone＝1", "POST name=… text=… phone=…"),
    ("AUTH desk：s3cret", "AUTH … :…"),
    ("AUTH desk s3cret＝", "AUTH … …=…"),
    ("POST 13800138000＝x", "POST …=…"),
    ("POST 张三＝x", "POST …=…"),
    ("POST name=“张\" 三", "POST name=\"…\" …"),
    ("POST name=“张 三", "POST name=\"…\""),
    ("POST name=\"a\\\"b\" x＝y", "POST name=\"…\" x=…"),
  ]

  @Test(
    "Full-width punctuation and verbs outside text are SYNTAX that shows the skeleton",
    arguments: corrected
  )
  func corrects(line: String, skeleton: String) {
    #expect(
      parse(line) == .failure(Rejected(tag: nil, refusal: .syntax(.fullWidth(corrected: skeleton))))
    )
    #expect(
      parse("#t \(line)")
        == .failure(Rejected(tag: "t", refusal: .syntax(.fullWidth(corrected: skeleton))))
    )
  }

  @Test(
    "What is not full-width, or no verb when put right, is SYNTAX without a guess",
    arguments: ["帮助：我", "POST:灯：坏", "１２３", "ＰＩＮＧ！", "Ｐ＿Ｑ", "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱ", "“PING”", "＃a PING"]
  )
  func grammar(line: String) {
    #expect(parse(line) == .failure(Rejected(tag: nil, refusal: .syntax(.grammar))))
  }

  @Test("The skeleton of a long line stays short")
  func bounded() throws {
    let line = "POST ｘ＝1 " + String(repeating: "a=1 ", count: 5_000)
    guard case .failure(let rejected)? = parse(line),
      case .syntax(.fullWidth(let skeleton)) = rejected.refusal
    else {
      Issue.record("not full-width")
      return
    }
    #expect(skeleton.utf8.count < 200)
  }

  @Test("Nothing of a value or a text shows in a skeleton")
  func canary() {
    let values = ["张三", "13800138000", "幸福里3号楼", "s3cret"]
    for value in values {
      for line in [
        "POST：\(value)", "POST name＝\(value)", "POST name=“\(value)” phone=\(value)",
        "POST \(value)　\(value)",
        "POST \(value)＝\(value)", "POST ｎａｍｅ=\"\(value)\" :\(value)", "AUTH \(value)：\(value)",
      ] {
        guard case .failure(let rejected)? = parse(line),
          case .syntax(.fullWidth(let skeleton)) = rejected.refusal
        else {
          Issue.record("not full-width: \(line)")
          continue
        }
        #expect(!skeleton.contains(value))
      }
    }
  }

  @Test(
    "Full-width digits are seen",
    arguments: [("１２", true), ("1２", true), ("12", false), ("十二", false), ("", false), ("ａ", false)]
  )
  func digits(value: String, isFullWidth: Bool) {
    #expect(RequestParser.hasFullWidthDigits(value) == isFullWidth)
  }
}
