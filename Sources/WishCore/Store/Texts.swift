/// Reads and writes what people wrote: petitioners' papers, cards and notes.
final class Texts {
  private let readPapers: Statement
  private let writePapers: Statement
  private let readCard: Statement
  private let writeCard: Statement
  private let writeNote: Statement
  private let relation = WordColumn<Relation>("relation")

  init(_ connection: Connection) throws(StoreFault) {
    readPapers = try Statement(
      connection,
      """
      SELECT text, name, phone, address, contact_name, contact_phone, relation, hardships, ref, batch,
        referred_to
      FROM petitioner WHERE wish = ?
      """
    )
    writePapers = try Statement(
      connection,
      """
      INSERT INTO petitioner (wish, text, name, phone, address, contact_name, contact_phone, relation,
        hardships, ref, batch, referred_to)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (wish) DO UPDATE SET text = excluded.text, name = excluded.name,
        phone = excluded.phone, address = excluded.address, contact_name = excluded.contact_name,
        contact_phone = excluded.contact_phone, relation = excluded.relation,
        hardships = excluded.hardships, ref = excluded.ref, batch = excluded.batch,
        referred_to = excluded.referred_to
      """
    )
    readCard = try Statement(connection, "SELECT public_text, standard FROM card WHERE wish = ?")
    writeCard = try Statement(
      connection,
      """
      INSERT INTO card (wish, public_text, standard) VALUES (?, ?, ?)
      ON CONFLICT (wish) DO UPDATE SET public_text = excluded.public_text, standard = excluded.standard
      """
    )
    writeNote = try Statement(connection, "INSERT INTO note (event, wish, text) VALUES (?, ?, ?)")
  }

  func papers(_ wish: WishNumber) throws(StoreFault) -> Papers? {
    readPapers.bind(wish)
    return try readPapers.firstRow { () throws(StoreFault) in
      var papers = Papers(text: readPapers.nextText())
      papers.name = readPapers.nextOptionalText()
      papers.phone = readPapers.nextOptionalText()
      papers.address = readPapers.nextOptionalText()
      papers.contactName = readPapers.nextOptionalText()
      papers.contactPhone = readPapers.nextOptionalText()
      papers.relation = try relation.nextOptional(readPapers)
      papers.groups = try Self.hardships(readPapers.nextText())
      papers.ref = readPapers.nextOptionalText()
      papers.batch = readPapers.nextOptionalText()
      papers.referredTo = readPapers.nextOptionalText()
      return papers
    }
  }

  private static func hardships(_ words: String) throws(StoreFault) -> [Hardship] {
    guard !words.isEmpty else { return [] }
    var hardships: [Hardship] = []
    for word in words.split(separator: ",") {
      guard let hardship = Hardship(rawValue: String(word)) else {
        throw .row("petitioner", "not a word of the table")
      }
      hardships.append(hardship)
    }
    return hardships
  }

  func write(_ papers: Papers, of wish: WishNumber) throws(StoreFault) {
    writePapers.bind(wish)
    writePapers.bind(papers.text)
    writePapers.bind(papers.name)
    writePapers.bind(papers.phone)
    writePapers.bind(papers.address)
    writePapers.bind(papers.contactName)
    writePapers.bind(papers.contactPhone)
    writePapers.bind(papers.relation)
    writePapers.bind(papers.groups.isEmpty ? "" : papers.groups.map(\.rawValue).joined(separator: ","))
    writePapers.bind(papers.ref)
    writePapers.bind(papers.batch)
    writePapers.bind(papers.referredTo)
    try writePapers.run()
  }

  func card(_ wish: WishNumber) throws(StoreFault) -> Card? {
    readCard.bind(wish)
    return try readCard.firstRow {
      Card(publicText: readCard.nextText(), standard: readCard.nextOptionalText())
    }
  }

  func write(_ card: Card, of wish: WishNumber) throws(StoreFault) {
    writeCard.bind(wish)
    writeCard.bind(card.publicText)
    writeCard.bind(card.standard)
    try writeCard.run()
  }

  func write(_ note: Note) throws(StoreFault) {
    writeNote.bind(note.event)
    writeNote.bind(note.wish)
    writeNote.bind(note.text)
    try writeNote.run()
  }
}
