import Testing

@testable import WishCore

@Suite("Of several errors the first of the page's order is told") struct ErrorOrderTests {
  /// A town where wish 1 is published with one slot and asks for 电工, wish 2 collected.
  private func town() throws -> Town {
    let town = try Town()
    try town.settle()
    let staff = try town.connect(as: "li")
    for line in [
      "POST :楼道灯坏了", "APPROVE 1 category=convenience limit=7d skills=电工", "PUBLISH 1", "POST :水管漏水",
    ] { staff.done(line) }
    return town
  }

  @Test("Each step of the order comes before all that follow it") func order() throws {
    let town = try town()
    let table: [(String, String, String)] = [
      ("nobody", "SHOW \(String(repeating: "x", count: 1_100)) \u{7}", "TOO_LONG"),
      ("li", "POST phone=\(String(repeating: "1", count: 41)) bogus=1", "TOO_LONG"),
      ("nobody", "NONSENSE \u{202E} \"", "BAD_TEXT"),
      ("nobody", "NONSENSE \"", "SYNTAX"),
      ("nobody", "NONSENSE bogus=1", "UNKNOWN_VERB"),
      ("nobody", "HELLO proto=2 bogus=1", "NOPROTO"),
      ("nobody", "HELLO bogus=1 proto=7", "NOPROTO"),
      ("nobody", "HELLO proto=2 lang=fr", "NOPROTO"),
      ("nobody", "APPROVE x bogus=1", "AUTH_REQUIRED"),
      ("m1", "APPROVE x bogus=1", "FORBIDDEN"),
      ("li", "CLAIM x bogus=1", "FORBIDDEN"),
      ("li", "CLAIM x member=nobody", "BAD_ARG wish"),
      ("li", "APPROVE 9999 category=nonsense", "BAD_ARG category"),
      ("m1", "CLAIM 9999", "NOT_FOUND"),
      ("m1", "RELEASE 2 :x", "NOT_FOUND"),
      // FORBIDDEN for want of a claim before the state is told.
      ("li", "FULFIL 2 member=m1", "FORBIDDEN"),
      // The state before what needs the store.
      ("li", "APPROVE 1 category=legal skills=飞檐走壁", "WRONG_STATE"),
      ("li", "AMEND 1 category=legal skills=飞檐走壁", "WRONG_STATE"),
      ("li", "APPROVE 2 category=legal skills=飞檐走壁", "BAD_ARG limit"),
      ("li", "APPROVE 2 category=legal limit=7d skills=飞檐走壁", "BAD_ARG skills"),
      // NOT_FOUND for another one's place before the state.
      ("li", "AMEND 1 community=c02", "NOT_FOUND"),
      ("li", "AMEND 1 community=nowhere", "NOT_FOUND"),
      ("li", "MERGE 1 into=9999", "NOT_FOUND"),
      ("li", "INVITE 2 far", "NOT_FOUND"),
      ("m1", "CLAIM 1", "NOT_ELIGIBLE"),
    ]
    for (account, line, expected) in table {
      let client = account == "nobody" ? town.connect() : try town.connect(as: account)
      #expect(client.outcome(line) == expected, "\(line)")
    }
  }

  @Test("A stored reply and KEY_REUSED stand between BAD_ARG and DRAINING, that before the store")
  func keysAndDraining() throws {
    let town = try town()
    let staff = try town.connect(as: "li")
    staff.done("AMEND 2 name=李某 key=k1")
    try town.connect(as: "admin").done("DRAIN on")
    #expect(staff.outcome("AMEND 2 bogus=1 key=k1") == "BAD_ARG bogus")
    #expect(staff.outcome("AMEND 2 name=王某 key=k1") == "KEY_REUSED")
    #expect(staff.done("AMEND 2 name=李某 key=k1")["replay"] == "yes")
    #expect(staff.outcome("AMEND 9999 name=王某 key=k2") == "DRAINING")
    #expect(staff.outcome("PUBLISH 2") == "DRAINING")
    #expect(staff.outcome("POST") == "BAD_ARG text")
    #expect(staff.outcome("SHOW 9999") == "NOT_FOUND")
    #expect(staff.done("SHOW 2").names.isEmpty)
    try town.connect(as: "admin").done("DRAIN off")
    #expect(staff.outcome("PUBLISH 2") == "WRONG_STATE")
  }

  @Test("NOT_ELIGIBLE comes before TAKEN, TAKEN before QUOTA, a claim of one's own before all three")
  func claims() throws {
    let town = try town()
    let staff = try town.connect(as: "li")
    for member in ["m1", "m2", "m3"] { staff.done("MEMBER \(member) skills=电工 capacity=1") }
    let m1 = try town.connect(as: "m1")
    m1.done("CLAIM 1")
    staff.done("MEMBER m2 skills=\"\"")
    #expect(m1.outcome("CLAIM 1") == "WRONG_STATE")
    #expect(try town.connect(as: "m2").outcome("CLAIM 1") == "NOT_ELIGIBLE")
    let m3 = try town.connect(as: "m3")
    for line in ["APPROVE 2 category=convenience limit=7d", "PUBLISH 2"] { staff.done(line) }
    m3.done("CLAIM 2")
    #expect(m3.outcome("CLAIM 1") == "TAKEN")
    m1.done("RELEASE 1 :有事")
    #expect(m3.outcome("CLAIM 1") == "QUOTA")
  }

  @Test(
    "retry= says what a program may do about it",
    arguments: [
      ("nobody", "LIST", "ERR AUTH_REQUIRED retry=auth"),
      ("nobody", "AUTH li :wrong", "ERR AUTH_FAILED retry=auth"),
      ("nobody", "NONSENSE", "ERR UNKNOWN_VERB retry=no"), ("nobody", "PING \"", "ERR SYNTAX retry=no"),
      ("nobody", "PING \u{1}", "ERR BAD_TEXT retry=no"), ("nobody", "HELLO proto=2", "ERR NOPROTO retry=no"),
      ("m1", "UNIT x name=y", "ERR FORBIDDEN retry=no"), ("m1", "SHOW", "ERR BAD_ARG retry=no arg=wish"),
      ("m1", "SHOW 7", "ERR NOT_FOUND retry=no"),
      ("li", "PUBLISH 1", "ERR WRONG_STATE retry=no state=published"),
      ("m1", "CLAIM 1", "ERR NOT_ELIGIBLE retry=no skills=电工"),
      ("m2", "CLAIM 1", "ERR TAKEN retry=later"), ("m2", "CLAIM 2", "ERR QUOTA retry=later holding=1"),
      ("li", "POST key=k :x", "ERR KEY_REUSED retry=no"), ("draining", "POST :x", "ERR DRAINING retry=later"),
      ("full", "POST :x", "ERR TOO_LONG retry=no arg=text"),
    ]
  )
  func retry(account: String, line: String, expected: String) throws {
    let town = try town()
    let staff = try town.connect(as: "li")
    if account == "m2" {
      for line in [
        "MEMBER m2 skills=电工 capacity=1", "MEMBER m3 skills=电工", "APPROVE 2 category=convenience limit=7d",
        "PUBLISH 2", "POST :x", "APPROVE 3 category=convenience limit=7d", "PUBLISH 3", "CLAIM 3 member=m2",
        "CLAIM 1 member=m3",
      ] { staff.done(line) }
    }
    if account == "draining" { try town.connect(as: "admin").done("DRAIN on") }
    staff.send("POST key=k :楼道灯坏了")
    town.turn()
    _ = staff.read()
    let client =
      switch account {
      case "nobody": town.connect()
      case "draining", "full", "li": staff
      default: try town.connect(as: account)
      }
    let text = account == "full" ? "POST :" + String(repeating: "字", count: 4_001) : line
    #expect(client.ask(text).hasPrefix("\(expected) :"))
  }

  @Test("Sentences are Chinese, and English after HELLO lang=en") func languages() throws {
    let town = try town()
    let client = town.connect()
    #expect(client.ask("LIST") == "ERR AUTH_REQUIRED retry=auth :请先登录：AUTH 账号 :口令")
    client.done("HELLO proto=1 lang=en")
    #expect(client.ask("LIST") == "ERR AUTH_REQUIRED retry=auth :Log in first: AUTH account :secret")
    client.done("HELLO")
    #expect(client.ask("LIST").hasSuffix(":Log in first: AUTH account :secret"), "HELLO alone leaves it")
    client.done("HELLO lang=zh")
    #expect(client.ask("#t1 LIST") == "#t1 ERR AUTH_REQUIRED retry=auth :请先登录：AUTH 账号 :口令")
  }

  @Test("A well-formed tag is echoed on every error, a malformed one is not") func tags() throws {
    let client = try town().connect()
    for line in [
      "LIST", "NONSENSE", "PING \"", "PING \u{1}", "SHOW 1 :\(String(repeating: "x", count: 1_100))",
    ] {
      #expect(client.ask("#a.b_C-1 \(line)").hasPrefix("#a.b_C-1 ERR "), "\(line)")
    }
    #expect(client.ask("#a,b LIST").hasPrefix("ERR SYNTAX "))
    #expect(client.ask("#\(String(repeating: "x", count: 33)) LIST").hasPrefix("ERR SYNTAX "))
  }

  @Test("Full width is answered with the verb as it should be, never with what was written")
  func fullWidth() throws {
    let staff = try town().connect(as: "li")
    let table: [(line: String, expected: String)] = [
      ("ＰＯＳＴ :灯坏了", "SYNTAX"), ("POST ：灯坏了", "SYNTAX"), ("SHOW　1", "SYNTAX"),
      ("POST name＝李某 :灯坏了", "SYNTAX"), ("POST name=“李某” :灯坏了", "SYNTAX"),
      ("SHOW １", "BAD_ARG wish"), ("LIST limit=１２", "BAD_ARG limit"), ("POST slots=２ :灯坏了", "BAD_ARG slots"),
    ]
    for (line, expected) in table {
      let reply = staff.ask(line)
      #expect(Reply.outcome(reply) == expected, "\(line)")
      for written in ["李某", "灯坏了", "１", "２"] { #expect(!reply.contains(written), "\(line)") }
      #expect(["POST", "SHOW", "LIST"].contains { reply.contains($0) }, "\(line)")
    }
  }
}
