import Foundation

/// A source file of the repository, as the tests of its structure look at it.
struct SourceFile {
  /// From the repository's top: `Sources/WishCore/Wish/Wish.swift`.
  let path: String
  /// All of it.
  let text: String
  /// Without comments and without what stands in strings; line ends stay.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = Self.code(of: text)
  }

  /// The repository's top.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    .standardizedFileURL

  /// Every Swift file of these folders, by path.
  static func all(in folders: [String]) throws -> [SourceFile] {
    try everything.get().filter { file in folders.contains { file.path.hasPrefix("\($0)/") } }
  }

  /// Read once for all tests.
  private static let everything = Result {
    try ["Sources", "Schema", "Tests"].flatMap { folder in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
        let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
        return SourceFile(path: "\(folder)/\(name)", text: text)
      }
    }
  }

  /// The names in its code.
  var words: Set<Substring> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") })
  }

  /// The modules that it imports.
  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
      return words[..<place].allSatisfy { $0.hasPrefix("@") } ? String(words[place + 1]) : nil
    }
  }

  /// The names of types and functions that it declares for all of its module to see.
  var declarations: Set<Substring> {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "actor", "func"]
    let hidden: Set<Substring> = ["private", "fileprivate", "extension", "import"]
    var names: Set<Substring> = []
    for line in code.split(separator: "\n") where line.first?.isLetter == true || line.first == "@" {
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
        hidden.isDisjoint(with: words[..<place])
      else { continue }
      names.insert(words[place + 1])
    }
    return names
  }

  /// Leaves out comments, and what stands between quotes. What is interpolated goes with its string.
  private static func code(of text: String) -> String {
    var code = ""
    var isInBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      while !rest.isEmpty {
        if rest.hasPrefix(#"""""#) {
          isInBlock.toggle()
          rest = rest.dropFirst(3)
        } else if isInBlock {
          rest = rest.dropFirst()
        } else if rest.hasPrefix("//") {
          rest = ""
        } else if rest.first == "\"" {
          rest = afterString(rest.dropFirst())
        } else {
          code.append(rest.removeFirst())
        }
      }
      code.append("\n")
    }
    return code
  }

  /// What follows the string whose opening quote was just read; a quote within `\(…)` does not end it.
  private static func afterString(_ text: Substring) -> Substring {
    var rest = text
    var depth = 0
    while let first = rest.popFirst() {
      switch first {
      case "\\" where rest.first == "(":
        rest.removeFirst()
        depth += 1
      case "\\": rest = rest.dropFirst()
      case "(" where depth > 0: depth += 1
      case ")" where depth > 0: depth -= 1
      case "\"" where depth == 0: return rest
      default: break
      }
    }
    return rest
  }
}
