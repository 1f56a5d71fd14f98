/// The service's version.
public enum Release {
  /// As HELLO and `--version` tell it.
  public static let version = "0.1.0"
}

/// What a connection is told about the service.
enum Greeting {
  /// What a program may rely on beyond the protocol's core.
  static let capabilities = ["keys", "tags", "wall-text", "wall-markdown", "wall-html", "drain", "sub"]

  static var hello: ReplyLine {
    .push(event: "HELLO", fields, note: "输入 HELP 查看命令")
  }

  static var fields: Fields {
    var fields = Fields()
    fields.add("wishd", Release.version)
    fields.add("proto", 1)
    fields.add("caps", capabilities)
    fields.add("max-line", Limits.lineBytesMax)
    return fields
  }
}

extension Session {
  /// Tells the peer that the connection ends, and why.
  func bye(_ reason: String) {
    var fields = Fields()
    fields.add("reason", reason)
    send(.push(event: "BYE", fields, note: nil))
  }
}
