/// What the binary carries of the `Schema` folder: the store's SQL, the skill table, the protocol page.
public enum WishSchema {
  /// The SQL that makes a store of each version out of the one before; index 0 makes version 1.
  public static var migrations: [String] {
    [text(PackageResources.v1_sql), text(PackageResources.v2_sql)]
  }

  /// The starting table of skills; its first lines say how it is written.
  public static var skills: String { text(PackageResources.skills_tsv) }

  /// The protocol page.
  public static var protocolPage: String { text(PackageResources.protocol_md) }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
