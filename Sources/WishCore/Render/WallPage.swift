/// Whose wall a page is.
public enum WallTitle: Equatable, Sendable {
  /// One community's, by its name.
  case community(String)
  /// Every community's, one section each, with the counts of all on top.
  case all
}

/// The form of a wall's bytes.
public enum WallFormat: String, CaseIterable, Sendable {
  /// Plain text, 72 columns wide.
  case text
  /// GitHub-flavoured Markdown.
  case markdown
  /// One HTML page that needs nothing else.
  case html

  /// The end of the names of its files.
  public var suffix: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    }
  }

  func writer(_ wording: Wording) -> any WallWriter {
    switch self {
    case .text: WallTextWriter(wording: wording)
    case .markdown: WallMarkdownWriter(wording: wording)
    case .html: WallHTMLWriter(wording: wording)
    }
  }
}

/// The wish wall, as it hangs in the community: counts, then cards by category.
///
/// A wall is a pure function of its source. The same source in any order gives the same bytes, whatever
/// the machine, the locale, the hour; nothing that a person wrote is interpreted in any format.
///
/// The wall of all communities is its `opening`, one `section` each, by code, and its `closing`, so that
/// whoever keeps it need only write anew the sections that changed.
public enum Wall {
  /// One community's own wall.
  static func page(_ board: WallBoard, _ format: WallFormat, wording: Wording = .standard) -> [UInt8] {
    var writer = format.writer(wording)
    writer.open(WallHeading(board))
    if board.sections.isEmpty { writer.invite() }
    writer.write(board, isAlone: true)
    writer.close()
    return writer.bytes
  }

  /// What the wall of all communities begins with.
  static func opening(
    _ tally: Tally,
    communities: Int,
    _ format: WallFormat,
    wording: Wording = .standard
  ) -> [UInt8] {
    var writer = format.writer(wording)
    writer.open(WallHeading(tally, communities: communities))
    return writer.bytes
  }

  /// One community's part of the wall of all.
  static func section(_ board: WallBoard, _ format: WallFormat, wording: Wording = .standard) -> [UInt8] {
    var writer = format.writer(wording)
    writer.write(board, isAlone: false)
    return writer.bytes
  }

  /// What the wall of all communities ends with.
  static func closing(_ format: WallFormat, wording: Wording = .standard) -> [UInt8] {
    var writer = format.writer(wording)
    writer.close()
    return writer.bytes
  }

  /// A wall with all that is on it.
  static func whole(
    _ sources: [WallSource],
    _ title: WallTitle,
    _ format: WallFormat,
    _ wording: Wording
  ) -> String {
    let boards = sources.sorted { $0.area.code < $1.area.code }.map { WallBoard($0, wording: wording) }
    let tally = boards.reduce(into: Tally()) { $0.add($1.tally) }
    var bytes: [UInt8]
    switch title {
    case .community(let name):
      var writer = format.writer(wording)
      writer.open(WallHeading(name: name, tally))
      if boards.allSatisfy(\.sections.isEmpty) { writer.invite() }
      for board in boards { writer.write(board, isAlone: true) }
      bytes = writer.bytes
    case .all:
      bytes = opening(tally, communities: boards.count, format, wording: wording)
      for board in boards { bytes += section(board, format, wording: wording) }
    }
    return String(decoding: bytes + closing(format, wording: wording), as: UTF8.self)
  }
}

/// Writes a wall in one format. Order and words are decided by ``WallBoard``; here stand signs and spaces.
protocol WallWriter {
  /// What is written so far.
  var bytes: [UInt8] { get }
  /// Everything above the boards.
  mutating func open(_ heading: WallHeading)
  /// What a wall says that has no card.
  mutating func invite()
  /// One community's cards; on the wall of all, where it is not alone, below its name and counts.
  mutating func write(_ board: WallBoard, isAlone: Bool)
  /// Everything below the boards.
  mutating func close()
}

/// What stands on top of a wall.
struct WallHeading {
  /// Whose it is.
  let title: String
  /// On the wall of all: how many communities are on it.
  let subtitle: String?
  /// The counts of all that is on it.
  let tally: Tally

  /// What an empty wall says.
  static let invitation = "墙上正空着，等您写下一个心愿。"
  /// What stands below every wall.
  static let footer = [
    "想许愿？请到社区窗口，或投心愿箱。",
    "想认领？请到社区报到，报上心愿的号数。",
    "办得好不好，由许愿的居民说了算。",
  ]

  /// One community's.
  init(name: String, _ tally: Tally) {
    title = PlainLines.line(of: name) + "微心愿墙"
    subtitle = nil
    self.tally = tally
  }

  init(_ board: WallBoard) { self.init(name: board.name, board.tally) }

  /// That of all communities.
  init(_ tally: Tally, communities: Int) {
    title = "社区微心愿墙"
    subtitle = "\(communities)个社区"
    self.tally = tally
  }
}
