import WishCore

/// What a command line asks for.
enum Options: Equatable {
  /// Makes a store.
  case initialize(data: String)
  /// Runs the daemon.
  case serve(ServeOptions)
  /// Looks through a store.
  case check(data: String)
  /// Puts a backup in the store's place.
  case restore(RestoreOptions)
  /// Plays standard input to a daemon.
  case send(SendOptions)
  /// Shows a day of the service on a throw-away store.
  case demo
  /// Explains the commands.
  case help
  /// Names the version.
  case version
}

/// What `serve` was told.
struct ServeOptions: Equatable {
  /// The data directory.
  var data: String
  /// Where to listen; empty for the two usual places.
  var listen: [Address] = []
  /// Where the walls go; nil for the usual place in the data directory.
  var wall: String?
  /// How long what people wrote is kept after a wish has ended; nil for ever.
  var retain: Span?
}

/// What `restore` was told.
struct RestoreOptions: Equatable {
  /// The data directory.
  var data: String
  /// The name of a backup in it, or the path of one.
  var from: String
}

/// What `send` was told.
struct SendOptions: Equatable {
  /// The daemon.
  var to = Address.usual
  /// As whom; nil for nobody.
  var identity: Identity?

  /// An account, and where its secret is: never in the arguments, which every user of the machine sees.
  struct Identity: Equatable {
    let account: AccountCode
    let secretFile: String
  }
}

extension Options {
  /// Reads a command line without the program's name. It looks at nothing else, so that a table can
  /// test it.
  static func parse(_ arguments: [String]) -> Result<Options, CommandFailure> {
    Result { () throws(CommandFailure) in try read(arguments) }
  }

  private static func read(_ arguments: [String]) throws(CommandFailure) -> Options {
    guard let command = arguments.first else {
      throw usage("没有写命令")
    }
    let rest = arguments.dropFirst()
    switch command {
    case "help", "--help", "-h": return .help
    case "--version":
      _ = try Flags(rest, known: [])
      return .version
    case "init":
      if asksForHelp(rest) { return .help }
      return .initialize(data: try Flags(rest, known: ["--data"]).required("--data"))
    case "serve":
      if asksForHelp(rest) { return .help }
      let known: Set = ["--data", "--listen", "--wall", "--retain"]
      return .serve(try serve(Flags(rest, known: known, repeatable: ["--listen"])))
    case "check":
      if asksForHelp(rest) { return .help }
      return .check(data: try Flags(rest, known: ["--data"]).required("--data"))
    case "restore":
      if asksForHelp(rest) { return .help }
      let flags = try Flags(rest, known: ["--data", "--from"])
      return .restore(
        RestoreOptions(data: try flags.required("--data"), from: try flags.required("--from"))
      )
    case "send":
      if asksForHelp(rest) { return .help }
      return .send(try send(Flags(rest, known: ["--to", "--as", "--secret-file"])))
    case "demo":
      if asksForHelp(rest) { return .help }
      _ = try Flags(rest, known: [])
      return .demo
    default:
      throw usage("没有“\(visible(command))”这个命令")
    }
  }

  private static func serve(_ flags: Flags) throws(CommandFailure) -> ServeOptions {
    var options = ServeOptions(data: try flags.required("--data"))
    for text in flags.all("--listen") {
      let address = try address(text, of: "--listen")
      if options.listen.contains(address) && address.port != 0 {
        throw usage("--listen \(visible(text)) 写了两次，请只写一次")
      }
      options.listen.append(address)
    }
    options.wall = flags.first("--wall")
    if let text = flags.first("--retain") {
      guard let span = Span(text) else { throw usage("--retain 看不懂“\(visible(text))”，请写天数，例如 365d") }
      options.retain = span
    }
    return options
  }

  private static func send(_ flags: Flags) throws(CommandFailure) -> SendOptions {
    var options = SendOptions()
    if let text = flags.first("--to") {
      options.to = try address(text, of: "--to")
      if options.to.port == 0 { throw usage("--to 的端口不能是 0，请写守护进程的端口，例如 127.0.0.1:7117") }
    }
    switch (flags.first("--as"), flags.first("--secret-file")) {
    case (nil, nil): break
    case (let account?, let file?):
      guard let code = AccountCode(account) else {
        throw usage("--as 要写账号代码：1–32 个小写字母、数字或“-”")
      }
      options.identity = SendOptions.Identity(account: code, secretFile: file)
    case (_?, nil): throw usage("写了 --as，还要用 --secret-file FILE 指明存放口令的文件")
    case (nil, _?): throw usage("写了 --secret-file，还要用 --as ACCOUNT 指明账号")
    }
    return options
  }

  private static func address(_ text: String, of flag: String) throws(CommandFailure) -> Address {
    guard let address = Address(text) else {
      throw usage(
        "\(flag) 看不懂“\(visible(text))”，请写 127.0.0.1:7117、[::1]:7117、localhost:7117 "
          + "或 unix:/路径（路径不超过 \(SocketAddress.pathBytesMax) 字节）"
      )
    }
    return address
  }

  private static func asksForHelp(_ rest: ArraySlice<String>) -> Bool {
    rest.contains("--help") || rest.contains("-h")
  }
}

/// The `--name value` pairs after a command; `--name=value` is the same.
private struct Flags {
  private var values: [String: [String]] = [:]

  init(
    _ arguments: ArraySlice<String>,
    known: Set<String>,
    repeatable: Set<String> = []
  ) throws(CommandFailure) {
    var rest = arguments
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = argument.hasPrefix("--") ? String(parts[0]) : argument
      guard known.contains(name) else {
        throw usage(name.hasPrefix("-") ? "没有“\(visible(name))”这个选项" : "多出了“\(visible(name))”")
      }
      if values[name] != nil && !repeatable.contains(name) {
        throw usage("\(name) 写了两次，请只写一次")
      }
      let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
      guard let value, !value.isEmpty, parts.count == 2 || !value.hasPrefix("--") else {
        throw usage("\(name) 后面要写一个值")
      }
      values[name, default: []].append(value)
    }
  }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  func first(_ name: String) -> String? { values[name]?.first }

  func required(_ name: String) throws(CommandFailure) -> String {
    guard let value = first(name) else { throw usage("还要写 \(name)") }
    return value
  }
}

private func usage(_ message: String) -> CommandFailure {
  CommandFailure(.usage, "\(message)。输入 wishd help 查看用法。")
}

/// What somebody typed, fit for a terminal: control characters are shown as “?”, and not too many.
private func visible(_ text: String) -> String {
  let shown = text.unicodeScalars.prefix(80).map { scalar -> Character in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "?"
    default: Character(scalar)
    }
  }
  return String(shown)
}
