/// The area tree as the match index walks it: places by small numbers.
struct PlaceTree: Sendable {
  private var numbers: [AreaCode: Int32] = [:]
  private var parents: [Int32?] = []
  private var levels: [AreaLevel] = []
  /// For each place the line from it.
  private var lines: [Line] = []

  /// A place and those that it lies in, the smallest first.
  typealias Line = [(place: Int32, level: AreaLevel)]

  /// Adds areas. Returns those that were there and now lie elsewhere, which are to be moved.
  mutating func add(_ areas: some Collection<Area>) -> [Area] {
    var moved: [Area] = []
    var new: [Int32] = []
    for area in areas {
      let isKnown = numbers[area.code].map { isDrawn($0) } ?? false
      let place = number(area.code)
      levels[Int(place)] = area.level
      let parent = area.parent.map { number($0) }
      if !isKnown {
        parents[Int(place)] = parent
        new.append(place)
      } else if parents[Int(place)] != parent {
        moved.append(area)
      }
    }
    for place in new { lines[Int(place)] = drawLine(from: place) }
    return moved
  }

  /// Moves an area with all that lies in it. Returns the lines from it before and after.
  mutating func move(_ area: Area) -> (place: Int32, before: Line, after: Line) {
    let place = number(area.code)
    let before = lines[Int(place)]
    parents[Int(place)] = area.parent.map { number($0) }
    for place in lines.indices where isDrawn(Int32(place)) { lines[place] = drawLine(from: Int32(place)) }
    return (place, before, lines[Int(place)])
  }

  private func isDrawn(_ place: Int32) -> Bool { !lines[Int(place)].isEmpty }

  /// The number of an area, which may come before what is known of it.
  private mutating func number(_ code: AreaCode) -> Int32 {
    if let number = numbers[code] { return number }
    let number = Int32(parents.count)
    numbers[code] = number
    parents.append(nil)
    levels.append(.district)
    lines.append([])
    return number
  }

  /// The number of an area.
  subscript(code: AreaCode) -> Int32? { numbers[code] }

  func level(of place: Int32) -> AreaLevel { levels[Int(place)] }

  /// A place and those that it lies in.
  func line(from place: Int32) -> Line { lines[Int(place)] }

  private func drawLine(from place: Int32) -> Line {
    var line: Line = []
    var next: Int32? = place
    while let here = next {
      line.append((here, levels[Int(here)]))
      next = parents[Int(here)]
    }
    return line
  }
}
