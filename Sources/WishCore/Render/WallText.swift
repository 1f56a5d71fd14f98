extension Wall {
  /// The wall as plain text, 72 columns wide, for a terminal or a monospaced Chinese font.
  ///
  /// Only signs whose width nobody doubts draw it: ASCII, ideographs, full-width forms. What a resident
  /// wrote stands behind a bar, ｜, that no other line begins with, so that no line of a wish can pass
  /// for a card, a heading or a rule.
  ///
  /// - Parameters:
  ///   - sources: The communities, in any order.
  ///   - title: Whose wall it is.
  ///   - wording: How it speaks.
  /// - Returns: Lines, each ended by LF.
  public static func text(
    _ sources: [WallSource],
    title: WallTitle,
    wording: Wording = .standard
  ) -> String {
    whole(sources, title, .text, wording)
  }
}

/// Writes a wall's lines.
struct WallTextWriter: WallWriter {
  /// The wall's width in columns.
  static let width = 72
  /// Where a card's body begins.
  static let indent = 6
  static let bar = "｜"
  /// The width of each of the five counts.
  static let countWidth = 14

  let wording: Wording
  private(set) var bytes: [UInt8] = []

  init(wording: Wording) {
    self.wording = wording
  }

  mutating func open(_ heading: WallHeading) {
    rule(0x3D)
    line("")
    centred(heading.title)
    if let subtitle = heading.subtitle { centred(subtitle) }
    line("")
    scoreboard(heading.tally)
    line("")
    rule(0x3D)
  }

  mutating func invite() {
    line("")
    centred(WallHeading.invitation)
  }

  mutating func write(_ board: WallBoard, isAlone: Bool) {
    if !isAlone { heading(board) }
    for section in board.sections {
      heading(section.label, count: section.cards.count)
      for card in section.cards { write(card) }
    }
  }

  mutating func close() {
    line("")
    rule(0x3D)
    for sentence in WallHeading.footer { centred(sentence) }
  }

  /// A category's heading.
  private mutating func heading(_ label: String, count: Int) {
    line("")
    let left = "【\(label)】"
    let right = " \(count)条"
    append(left)
    fill(0x2D, Self.width - DisplayWidth.columns(of: left) - DisplayWidth.columns(of: right))
    line(right)
  }

  private mutating func write(_ card: WallCard) {
    line("")
    let mark = card.urgency.map { "[\($0)] " } ?? ""
    split("  \(card.number) \(mark)\(card.person)", card.state.label)
    let columns = Self.width - Self.indent
    for said in card.lines {
      wrap(said, columns: columns - 2) {
        $0.fill(0x20, Self.indent)
        $0.append(Self.bar)
      }
    }
    let terms = card.terms.joined(separator: "　")
    hang([terms])
    hang(card.standard.enumerated().map { $0 == 0 ? "标准：" + $1 : $1 })
  }

  /// Lines of a card's body, all but the first as far to the right as what follows a label.
  private mutating func hang(_ lines: [String]) {
    let label = 6
    var isFirst = true
    for text in lines {
      wrap(text, columns: Self.width - Self.indent - label) {
        $0.fill(0x20, Self.indent + (isFirst ? 0 : label))
        isFirst = false
      }
    }
  }

  /// One community's heading on the wall of all.
  private mutating func heading(_ board: WallBoard) {
    line("")
    line("")
    for piece in LineWrap.lines(of: board.name, columns: Self.width - 6) {
      append("== \(piece) ")
      fill(0x3D, Self.width - 4 - DisplayWidth.columns(of: piece))
      line("")
    }
    let counts = Stages.inOrder.map { "\(wording.label($0))\(board.tally[$0])" }
    wrap(counts.joined(separator: "　"), columns: Self.width - 3) { $0.fill(0x20, 3) }
    if board.sections.isEmpty {
      line("")
      line("   " + WallHeading.invitation)
    }
  }

  /// The five stages, with their counts below.
  private mutating func scoreboard(_ tally: Tally) {
    let margin = (Self.width - Stages.inOrder.count * Self.countWidth) / 2
    for row in [Stages.inOrder.map(wording.label), Stages.inOrder.map { "\(tally[$0])" }] {
      var text = String(repeating: " ", count: margin)
      for cell in row {
        let free = max(0, Self.countWidth - DisplayWidth.columns(of: cell))
        text +=
          String(repeating: " ", count: free / 2) + cell + String(repeating: " ", count: free - free / 2)
      }
      for piece in LineWrap.lines(of: text, columns: Self.width) { line(piece) }
    }
  }

  /// The lines of a text, each behind what `begin` writes.
  private mutating func wrap(_ text: String, columns: Int, begin: (inout Self) -> Void) {
    let text = Array(text.utf8)
    for range in LineWrap.ranges(of: text, columns: columns) {
      begin(&self)
      bytes.append(contentsOf: text[range])
      bytes.append(0x0A)
    }
  }

  /// Two texts at either edge; where they do not fit, below one another.
  private mutating func split(_ left: String, _ right: String) {
    let free = Self.width - DisplayWidth.columns(of: left) - DisplayWidth.columns(of: right)
    if free > 0 {
      append(left)
      fill(0x20, free)
      line(right)
    } else {
      for piece in LineWrap.lines(of: left, columns: Self.width) { line(piece) }
      fill(0x20, Self.width - DisplayWidth.columns(of: right))
      line(right)
    }
  }

  private mutating func centred(_ text: String) {
    for piece in LineWrap.lines(of: text, columns: Self.width) {
      fill(0x20, (Self.width - DisplayWidth.columns(of: piece)) / 2)
      line(piece)
    }
  }

  private mutating func rule(_ byte: UInt8) {
    fill(byte, Self.width)
    line("")
  }

  private mutating func fill(_ byte: UInt8, _ count: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: max(0, count)))
  }

  private mutating func append(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func line(_ text: some StringProtocol) {
    append(text)
    bytes.append(0x0A)
  }
}
