extension WishSchema {
  /// How people say what they wish for, in parts by what it is about.
  ///
  /// A line at the margin names a matter, which is so narrow that two slips of it are helped by the same person
  /// or thing: its name; the category it is filed under, and after a comma one that could be defended too; up to
  /// three skills, the best first; `urgent` where it nearly always is; apart by tabs. The lines under it,
  /// indented by two blanks, are slips as some thirty different people would write them.
  public static let phrasebook = [
    phrasebookPolicyAndLaw, phrasebookHealth, phrasebookGoods, phrasebookMending, phrasebookEveryday,
    phrasebookCulture, phrasebookPeace, phrasebookSurroundings,
  ]
}
