extension Wall {
  /// The wall as GitHub-flavoured Markdown.
  ///
  /// - Parameters:
  ///   - sources: The communities, in any order.
  ///   - title: Whose wall it is.
  ///   - wording: How it speaks.
  /// - Returns: Lines, each ended by LF.
  public static func markdown(
    _ sources: [WallSource],
    title: WallTitle,
    wording: Wording = .standard
  ) -> String {
    whole(sources, title, .markdown, wording)
  }
}

/// Makes text mean nothing but itself in Markdown.
enum MarkdownText {
  /// `text`, a single line, with every ASCII punctuation mark escaped (CommonMark 0.31 §2.4).
  ///
  /// Escapes are gone before some readers look for addresses in what is left (GFM §6.9, and names after
  /// `@`), so `@`, `://` and `www.` get full-width signs, which are no part of an address.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var last3: UInt32 = 0
    var isColon = false
    for byte in text.utf8 {
      defer { last3 = last3 << 8 & 0xFF_FFFF | UInt32(byte | 0x20) }
      if isColon {
        bytes.append(contentsOf: byte == 0x2F ? Array("：".utf8) : [0x5C, 0x3A])
        isColon = false
      }
      switch byte {
      case 0x3A: isColon = true
      case 0x40: bytes.append(contentsOf: "＠".utf8)
      case 0x2E where last3 == 0x77_7777: bytes.append(contentsOf: "．".utf8)
      case 0x21...0x2F, 0x3B...0x3F, 0x5B...0x60, 0x7B...0x7E:
        bytes.append(0x5C)
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
    if isColon { bytes.append(contentsOf: [0x5C, 0x3A]) }
  }
}

/// Writes a wall's Markdown.
struct WallMarkdownWriter: WallWriter {
  let wording: Wording
  private(set) var bytes: [UInt8] = []

  init(wording: Wording) {
    self.wording = wording
  }

  mutating func open(_ heading: WallHeading) {
    markup("# ")
    text(heading.title)
    markup("\n")
    if let subtitle = heading.subtitle { paragraph(subtitle) }
    counts(heading.tally)
  }

  mutating func invite() { paragraph(WallHeading.invitation) }

  mutating func write(_ board: WallBoard, isAlone: Bool) {
    if !isAlone { heading(board) }
    for section in board.sections {
      markup(isAlone ? "\n## " : "\n### ")
      text(section.label)
      markup("\n")
      for card in section.cards { write(card) }
    }
  }

  mutating func close() {
    markup("\n---\n\n")
    for (index, sentence) in WallHeading.footer.enumerated() {
      if index > 0 { markup("\\\n") }
      text(sentence)
    }
    markup("\n")
  }

  private mutating func write(_ card: WallCard) {
    markup("\n**")
    text(card.number)
    markup("**")
    if let urgency = card.urgency {
      markup(" **\\[")
      text(urgency)
      markup("\\]**")
    }
    markup(" ")
    text(card.person)
    markup(" — ")
    text(card.state.label)
    markup("\n")
    for (index, said) in card.lines.enumerated() {
      markup(index == 0 ? "\n> " : "\\\n> ")
      text(said)
    }
    if !card.lines.isEmpty { markup("\n") }
    markup("\n")
    for term in card.terms { item([term]) }
    if !card.standard.isEmpty { item(["标准：" + card.standard[0]] + card.standard.dropFirst()) }
  }

  private mutating func item(_ lines: [String]) {
    for (index, line) in lines.enumerated() {
      markup(index == 0 ? "- " : "\\\n  ")
      text(line)
    }
    markup("\n")
  }

  private mutating func heading(_ board: WallBoard) {
    markup("\n## ")
    text(board.name)
    markup("\n")
    counts(board.tally)
    if board.sections.isEmpty { invite() }
  }

  private mutating func counts(_ tally: Tally) {
    markup("\n|")
    for stage in Stages.inOrder {
      markup(" ")
      text(wording.label(stage))
      markup(" |")
    }
    markup("\n|")
    for _ in Stages.inOrder { markup(" ---: |") }
    markup("\n|")
    for stage in Stages.inOrder { markup(" \(tally[stage]) |") }
    markup("\n")
  }

  private mutating func paragraph(_ sentence: String) {
    markup("\n")
    text(sentence)
    markup("\n")
  }

  private mutating func text(_ text: String) {
    MarkdownText.append(text, to: &bytes)
  }

  private mutating func markup(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }
}
