/// The wall of all communities as it hangs: its files, and where in them each community's section stands.
///
/// Sections that did not change are copied from the files as they hang, so that a change costs the
/// rendering of its own community, whatever the province.
struct WallOfAll: Sendable {
  /// The name under which it hangs.
  static let name = "all"

  /// A community's section.
  private struct Section: Sendable {
    let code: AreaCode
    let tally: Tally
    /// Its length in the file of each format.
    let lengths: [Int]
  }

  /// By code.
  private let sections: [Section]
  /// The length of what stands above them, in the file of each format.
  private let openings: [Int]
  /// One for each format.
  private let files: [any WallFile]

  /// Its file in a format.
  func file(_ format: WallFormat) -> any WallFile {
    guard let index = WallFormat.allCases.firstIndex(of: format) else {
      preconditionFailure("every format has a file")
    }
    return files[index]
  }

  /// Hangs the wall of all, the sections of `changed` as they stand at the reader's moment, the others as
  /// they are in `old`.
  ///
  /// - Throws: what reading and hanging throw; then `old` hangs on.
  static func hang(
    over old: WallOfAll?,
    changed: Set<AreaCode>,
    from reader: WallReader,
    on shelf: any WallShelf
  ) throws -> WallOfAll {
    var total = Tally()
    var communities = changed.count
    for code in changed { total.add(try reader.tally(of: code)) }
    for section in old?.sections ?? [] where !changed.contains(section.code) {
      total.add(section.tally)
      communities += 1
    }
    let openings = WallFormat.allCases.map { Wall.opening(total, communities: communities, $0) }
    var sections: [Section] = []
    let files = try shelf.replace(WallFormat.allCases.map { "\(name).\($0.suffix)" }) { sheets in
      for (sheet, opening) in zip(sheets, openings) { try sheet.append(opening) }
      var assembly = Assembly(onto: sheets, old: old)
      for code in changed.sorted() {
        guard let source = try reader.source(of: code) else {
          preconditionFailure("\(code) is no community")
        }
        try assembly.keep(before: code)
        try assembly.put(source)
      }
      try assembly.keep(before: nil)
      sections = assembly.sections
      for (sheet, format) in zip(sheets, WallFormat.allCases) { try sheet.append(Wall.closing(format)) }
    }
    return WallOfAll(sections: sections, openings: openings.map(\.count), files: files)
  }

  /// Goes along the old wall's sections and puts them, or new ones in their place, onto new sheets.
  private struct Assembly {
    private let sheets: [any WallSheet]
    private let files: [any WallFile]
    private var old: ArraySlice<Section>
    /// Where the first of `old` begins in each of the files.
    private var places: [Int]
    /// What is on the sheets.
    private(set) var sections: [Section] = []

    init(onto sheets: [any WallSheet], old: WallOfAll?) {
      self.sheets = sheets
      files = old?.files ?? []
      self.old = old?.sections[...] ?? []
      places = old?.openings ?? []
    }

    /// Copies the old sections before `code`, in one piece; for nil all that are left.
    mutating func keep(before code: AreaCode?) throws {
      var ends = places
      while let section = old.first, code.map({ section.code < $0 }) ?? true {
        for index in ends.indices { ends[index] += section.lengths[index] }
        sections.append(section)
        old.removeFirst()
      }
      for index in ends.indices where ends[index] > places[index] {
        try sheets[index].append(places[index]..<ends[index], of: files[index])
      }
      places = ends
    }

    /// Puts a section there, in the place of the old one.
    mutating func put(_ source: WallSource) throws {
      if let replaced = old.first, replaced.code == source.area.code {
        for index in places.indices { places[index] += replaced.lengths[index] }
        old.removeFirst()
      }
      let board = WallBoard(source)
      var lengths: [Int] = []
      for (sheet, format) in zip(sheets, WallFormat.allCases) {
        let piece = Wall.section(board, format)
        try sheet.append(piece)
        lengths.append(piece.count)
      }
      sections.append(Section(code: source.area.code, tally: source.tally, lengths: lengths))
    }
  }
}
