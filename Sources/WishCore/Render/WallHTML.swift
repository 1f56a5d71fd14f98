extension Wall {
  /// The wall as one HTML page that needs nothing else: no script, no picture, no font from elsewhere.
  ///
  /// It reads well on a telephone, by a screen reader (headings, lists, language) and printed on A4. Its
  /// Content-Security-Policy lets nothing but its own style sheet work.
  ///
  /// - Parameters:
  ///   - sources: The communities, in any order.
  ///   - title: Whose wall it is.
  ///   - wording: How it speaks.
  /// - Returns: Lines, each ended by LF.
  public static func html(
    _ sources: [WallSource],
    title: WallTitle,
    wording: Wording = .standard
  ) -> String {
    whole(sources, title, .html, wording)
  }
}

/// Makes text mean nothing but itself in HTML.
enum HTMLText {
  /// `text` with the five signs of markup as references, fit for an element and for a quoted attribute.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x27: bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

/// Writes a wall's HTML.
struct WallHTMLWriter: WallWriter {
  let wording: Wording
  private(set) var bytes: [UInt8] = []

  init(wording: Wording) {
    self.wording = wording
  }

  mutating func open(_ heading: WallHeading) {
    markup(WallStyle.opening)
    markup("<title>")
    text(heading.title)
    markup("</title>\n<style>\n\(WallStyle.sheet)</style>\n</head>\n<body>\n<header>\n<h1>")
    text(heading.title)
    markup("</h1>\n")
    if let subtitle = heading.subtitle {
      markup("<p>")
      text(subtitle)
      markup("</p>\n")
    }
    counts(heading.tally)
    markup("</header>\n<main>\n")
  }

  mutating func close() {
    markup("</main>\n<footer>\n")
    for sentence in WallHeading.footer {
      markup("<p>")
      text(sentence)
      markup("</p>\n")
    }
    markup("</footer>\n</body>\n</html>\n")
  }

  mutating func write(_ board: WallBoard, isAlone: Bool) {
    if !isAlone {
      markup("<section class=\"community\" aria-labelledby=\"area-\(board.code)\">\n")
      markup("<h2 id=\"area-\(board.code)\">")
      text(board.name)
      markup("</h2>\n")
      counts(board.tally)
      if board.sections.isEmpty { invite() }
    }
    for section in board.sections {
      let heading = "part-\(board.code)-\(section.category.rawValue)"
      let level = isAlone ? 2 : 3
      markup("<section aria-labelledby=\"\(heading)\">\n<h\(level) class=\"category\" id=\"\(heading)\">")
      text(section.label)
      markup("</h\(level)>\n<ul class=\"cards\">\n")
      for card in section.cards { write(card, level: level + 1) }
      markup("</ul>\n</section>\n")
    }
    if !isAlone { markup("</section>\n") }
  }

  private mutating func write(_ card: WallCard, level: Int) {
    markup("<li class=\"\(card.state.word.rawValue)\">\n<h\(level)>")
    text(card.number)
    markup("</h\(level)>\n<p class=\"head\">")
    if let urgency = card.urgency {
      markup("<strong>")
      text(urgency)
      markup("</strong> ")
    }
    text(card.person)
    markup(" <span class=\"state\">")
    text(card.state.label)
    markup("</span></p>\n")
    if !card.lines.isEmpty {
      markup("<blockquote dir=\"auto\">")
      broken(card.lines)
      markup("</blockquote>\n")
    }
    markup("<ul class=\"terms\">\n")
    for term in card.terms { item([term]) }
    if !card.standard.isEmpty { item(["标准：" + card.standard[0]] + card.standard.dropFirst()) }
    markup("</ul>\n</li>\n")
  }

  private mutating func item(_ lines: [String]) {
    markup("<li>")
    broken(lines)
    markup("</li>\n")
  }

  private mutating func broken(_ lines: [String]) {
    for (index, line) in lines.enumerated() {
      if index > 0 { markup("<br>\n") }
      text(line)
    }
  }

  private mutating func counts(_ tally: Tally) {
    markup("<dl class=\"counts\">\n")
    for stage in Stages.inOrder {
      markup("<div><dt>")
      text(wording.label(stage))
      markup("</dt><dd>\(tally[stage])</dd></div>\n")
    }
    markup("</dl>\n")
  }

  mutating func invite() {
    markup("<p class=\"invitation\">")
    text(WallHeading.invitation)
    markup("</p>\n")
  }

  private mutating func text(_ text: String) {
    HTMLText.append(text, to: &bytes)
  }

  private mutating func markup(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }
}
