/// The files of communities' own walls.
enum CommunityWalls {
  /// Communities whose files are synced together: one sync of the directory does for all of them.
  private static let togetherMax = 8

  /// Replaces the files of these communities' walls by what they are at the reader's moment.
  static func replace(_ communities: Set<AreaCode>, from reader: WallReader, on shelf: any WallShelf) throws {
    var left = communities.sorted()[...]
    while !left.isEmpty {
      let together = left.prefix(togetherMax)
      left = left.dropFirst(togetherMax)
      let names = together.flatMap { code in WallFormat.allCases.map { "\(code).\($0.suffix)" } }
      try shelf.replace(names) { sheets in
        var sheets = sheets[...]
        for code in together {
          guard let source = try reader.source(of: code) else {
            preconditionFailure("\(code) is no community")
          }
          let board = WallBoard(source)
          for format in WallFormat.allCases { try sheets.popFirst()?.append(Wall.page(board, format)) }
        }
      }
    }
  }
}
