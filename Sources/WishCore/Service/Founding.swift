/// The making of a new store: the skill table, and one administrator.
public enum Founding {
  /// Makes the store at `path` with a table of skills, parents before their children, and returns the secret
  /// of the account `admin`, which is kept nowhere.
  ///
  /// - Throws: ``StoreFailure/present`` where there is a file already.
  public static func found(
    path: String,
    skills: [Skill] = SkillTable.starting,
    at now: Moment,
    using random: inout some RandomNumberGenerator
  ) throws(StoreFailure) -> String {
    let admin = Account(code: AccountCode(stored: "admin"), role: .admin, area: nil)
    let secret = Secret.make(for: .admin, using: &random)
    let hash = Secret.hash(secret, salt: Secret.salt(using: &random))
    let hashKey = (0..<KeyedHash.keyByteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    try Store.create(
      path: path,
      hashKey: hashKey,
      skills: skills,
      admin: (admin, hash),
      at: now
    )
    return secret
  }
}
