import Testing

@testable import WishCore
@testable import wishd

@Suite("The command line")
struct OptionsTests {
  @Test(
    "is read",
    arguments: [
      ("init --data d", Options.initialize(data: "d")),
      ("init --data=d", .initialize(data: "d")),
      ("serve --data d", .serve(ServeOptions(data: "d"))),
      (
        "serve --wall w --data d --listen [::1]:0 --listen unix:/s",
        .serve(
          ServeOptions(data: "d", listen: [.internet(host: "::1", port: 0), .unix("/s")], wall: "w")
        )
      ),
      (
        "serve --data d --listen localhost:0 --listen 127.0.0.1:0",
        .serve(
          ServeOptions(
            data: "d",
            listen: [.internet(host: "127.0.0.1", port: 0), .internet(host: "127.0.0.1", port: 0)]
          )
        )
      ),
      (
        "serve --data d --retain 365d", .serve(ServeOptions(data: "d", retain: Span("365d")))
      ),
      ("check --data d", .check(data: "d")),
      ("restore --data d --from mon", .restore(RestoreOptions(data: "d", from: "mon"))),
      ("restore --from=/b/x.db --data=d", .restore(RestoreOptions(data: "d", from: "/b/x.db"))),
      ("send", .send(SendOptions(to: .internet(host: "127.0.0.1", port: 7117)))),
      ("send --to unix:s", .send(SendOptions(to: .unix("s")))),
      ("demo", .demo), ("help", .help), ("--help", .help), ("-h", .help), ("--version", .version),
      ("help serve", .help), ("serve --help", .help), ("init --data d -h", .help),
    ]
  )
  func isRead(line: String, options: Options) {
    #expect(Options.parse(words(line)) == .success(options))
  }

  @Test("names an account and where its secret is, never the secret")
  func namesAnAccount() throws {
    let code = try #require(AccountCode("a-1"))
    var options = SendOptions()
    options.identity = SendOptions.Identity(account: code, secretFile: "f")
    #expect(Options.parse(words("send --as a-1 --secret-file f")) == .success(.send(options)))
  }

  @Test(
    "is refused with what is wrong in it",
    arguments: [
      ("", "没有写命令"), ("serv", "没有“serv”这个命令"), ("--data d", "没有“--data”这个命令"),
      ("init", "还要写 --data"), ("init --data", "--data 后面要写一个值"),
      ("init --data=", "--data 后面要写一个值"), ("init --data --wall", "--data 后面要写一个值"),
      ("init --data a --data b", "--data 写了两次"), ("init --data a b", "多出了“b”"),
      ("init --data a --listen x", "没有“--listen”这个选项"), ("init -d a", "没有“-d”这个选项"),
      ("serve --listen 127.0.0.1:0", "还要写 --data"),
      ("serve --data d --listen 7117", "--listen 看不懂“7117”"),
      ("serve --data d --listen 127.0.0.1:1 --listen localhost:1", "写了两次"),
      ("serve --data d --retain 1y", "--retain 看不懂“1y”"), ("serve --data d --retain 0d", "--retain 看不懂"),
      ("check", "还要写 --data"), ("check --data d --from x", "没有“--from”这个选项"),
      ("restore --data d", "还要写 --from"), ("restore --from x", "还要写 --data"),
      ("send --to 127.0.0.1:0", "--to 的端口不能是 0"), ("send --to host:1", "--to 看不懂“host:1”"),
      ("send --as a", "还要用 --secret-file FILE"), ("send --secret-file f", "还要用 --as ACCOUNT"),
      ("send --as A --secret-file f", "--as 要写账号代码"), ("demo x", "多出了“x”"),
      ("--version x", "多出了“x”"), ("init --data a \u{1B}[2J", "多出了“?[2J”"),
    ]
  )
  func isRefused(line: String, complaint: String) throws {
    guard case .failure(let failure) = Options.parse(words(line)) else {
      Issue.record("“\(line)” was read")
      return
    }
    #expect(failure.exit == .usage)
    #expect(failure.message.contains(complaint))
    #expect(failure.message.hasSuffix("输入 wishd help 查看用法。"))
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}

@Suite("An address")
struct AddressTests {
  @Test(
    "is written as it is read",
    arguments: ["127.0.0.1:7117", "0.0.0.0:0", "[::1]:65535", "[fe80::1]:1", "unix:/run/w.sock", "unix:w"]
  )
  func comesBack(text: String) throws {
    #expect(try #require(Address(text)).description == text)
  }

  @Test("may be localhost, which is 127.0.0.1")
  func localhost() {
    #expect(Address("localhost:80") == .internet(host: "127.0.0.1", port: 80))
  }

  @Test(
    "is nothing else",
    arguments: [
      "", ":", "7117", ":7117", "127.0.0.1", "127.0.0.1:", "127.0.0.1:+1", "127.0.0.1:65536",
      "127.0.0.1:１", "127.0.0.1: 1", "127.1:1", "256.0.0.1:1", "::1:80", "[127.0.0.1]:1", "[::1]", "[::1:1",
      "example.org:80", "tcp:1.2.3.4:5", "unix:", "unix:" + String(repeating: "x", count: 108), "unix:a\0b",
    ]
  )
  func isNothingElse(text: String) {
    #expect(Address(text) == nil)
  }

  @Test("of this machine is a local peer, any other is counted by its host, of IPv6 by its network")
  func peers() throws {
    let cases: [(String, Peer)] = [
      ("127.0.0.1:1", .local), ("127.9.9.9:1", .local), ("[::1]:1", .local), ("unix:x", .local),
      ("10.0.0.1:1", .remote("10.0.0.1")), ("[fe80::1]:1", .remote("fe80:0:0:0::/64")),
    ]
    for (text, peer) in cases {
      let address = try #require(Address(text)?.socketAddress)
      #expect(address.peer == peer)
    }
  }
}
