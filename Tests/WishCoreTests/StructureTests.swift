import Testing

/// Who may import whom, and what stands nowhere; each exception with its reason.
@Suite("The sources keep their structure") struct StructureTests {
  /// The folders of the library, each with those that it may use.
  static let order: [(folder: String, mayUse: Set<String>)] = [
    ("Wish", []),
    ("Match", ["Wish"]),
    ("Store", ["Wish"]),
    ("Render", ["Wish"]),
    ("Wire", ["Wish", "Match", "Store", "Render"]),
    ("Access", ["Wish", "Match", "Store", "Render", "Wire"]),
    ("Service", ["Wish", "Match", "Store", "Render", "Wire", "Access"]),
  ]

  /// Names from further up that are used all the same.
  static let lookingUp: [(path: String, names: Set<Substring>, reason: String)] = [
    (
      "Sources/WishCore/Store/Erasing.swift", ["ReplyLine", "Fields"],
      "takes a text out of stored replies, which are lines of the wire"
    )
  ]

  /// Where a module may be imported: folders end with `/`, anything else is one file.
  static let imports: [String: [(place: String, reason: String)]] = [
    "CSQLite": [("Sources/WishCore/Store/", "SQLite stays in the store")],
    "CLinux": [
      ("Sources/wishd/System/", "all system calls of the daemon"),
      ("Sources/WishCore/Access/Secret.swift", "crypt(3)"),
    ],
    "Glibc": [
      ("Sources/wishd/System/", "all system calls of the daemon"),
      ("Sources/WishCore/Store/StoreFile.swift", "what is done to a database file without SQLite"),
      ("Sources/WishCore/Store/BackupFolder.swift", "what is done to a database file without SQLite"),
      ("Sources/WishCore/Store/ErasureList.swift", "a file beside the database, synced"),
      ("Sources/wishd/main.swift", "exit(3)"),
      ("Sources/wishd/WallFolder.swift", "names of flags and error codes"),
      ("Sources/wishd/Commands/DataDirectory.swift", "names of flags"),
      ("Sources/wishd/Loop/Listener.swift", "names of error codes"),
      ("Sources/wishd/Send/Send.swift", "names of events and error codes"),
      ("Sources/wishd/Demo/", "names of flags, signals and error codes"),
    ],
    "Foundation": [
      ("Sources/WishCore/Wire/TextRules.swift", "Unicode's NFC")
    ],
    "Dispatch": [("Sources/wishd/", "queues for slow work and the log")],
    "Synchronization": [
      ("Sources/wishd/Log.swift", "a count that two queues share"),
      ("Sources/WishCore/Service/SlipTools.swift", "tools that services of one process share"),
    ],
    "WishSchema": [
      ("Sources/WishCore/Store/StoreOpening.swift", "the SQL of the versions"),
      ("Sources/WishCore/Match/", "the tables of skills, words and concepts"),
    ],
    "WishCore": [("Sources/wishd/", "the daemon is built on the library")],
  ]

  /// Clocks, threads, networks and the environment, which the library is handed.
  static let handedIn: Set<Substring> = [
    "Date", "DispatchQueue", "DispatchTime", "ContinuousClock", "SuspendingClock", "UTCClock", "Task",
    "Thread",
    "clock_gettime", "gettimeofday", "time", "sleep", "usleep", "nanosleep", "URLSession", "socket",
    "ProcessInfo", "getenv", "print", "SystemRandomNumberGenerator",
  ]
  static let handedInExceptions: [(path: String, name: Substring, reason: String)] = [
    (
      "Sources/WishCore/Service/Service.swift", "SystemRandomNumberGenerator",
      "what makes secrets, unless a test says otherwise"
    )
  ]

  /// Words of SQL that are no words of anything else here.
  static let sql = [
    "SELECT ", "INSERT INTO", "INSERT OR", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ",
    "BEGIN IMMEDIATE",
    "ROLLBACK",
  ]

  /// What stands nowhere; put together here, so that this file does not hold it.
  static let nowhere = ["try" + "!", "as" + "!", "fatalError" + "(", "TO" + "DO", "FIX" + "ME"]
  static let nowhereExceptions: [(path: String, word: String, reason: String)] = [
    (
      "Sources/WishCore/Store/Statement.swift", "fatalError" + "(",
      "a batch that breaks the schema's rules is our fault, and the message must reach the log"
    )
  ]

  static let linesMax = 400

  // MARK: The rules

  @Test("No folder of the library mentions what is declared further up")
  func folders() throws {
    let files = try SourceFile.all(in: ["Sources/WishCore", "Sources/wishd"])
    #expect(Self.lookUps(in: files).map(\.description) == [])
    let known = Set(Self.order.map { "Sources/WishCore/\($0.folder)/" })
    for file in files where file.path.hasPrefix("Sources/WishCore/") {
      #expect(known.contains { file.path.hasPrefix($0) }, "\(file.path) is in no folder of the order")
    }
  }

  @Test("Each module is imported only where its reason is")
  func modules() throws {
    for file in try SourceFile.all(in: ["Sources", "Schema"]) {
      for module in file.imports {
        #expect(
          Self.imports[module, default: []].contains { Self.covers($0.place, file.path) },
          "\(file.path) imports \(module)"
        )
      }
    }
  }

  @Test("SQL is written in the store and in Schema only")
  func statements() throws {
    for file in try SourceFile.all(in: ["Sources"]) where !file.path.hasPrefix("Sources/WishCore/Store/") {
      for word in Self.sql { #expect(!file.text.contains(word), "\(file.path) holds \(word)") }
    }
  }

  @Test("The library is handed the time, bytes and randomness")
  func purity() throws {
    for file in try SourceFile.all(in: ["Sources/WishCore"]) {
      let allowed = Self.handedInExceptions.filter { $0.path == file.path }.map(\.name)
      let found = Self.calls(of: Self.handedIn, in: file).subtracting(allowed)
      #expect(found.isEmpty, "\(file.path) uses \(found.sorted())")
    }
  }

  @Test("No file is longer than 400 lines, and none holds what stands nowhere")
  func bounds() throws {
    for file in try SourceFile.all(in: ["Sources", "Schema", "Tests"]) {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      // What lies there is data for readers of Chinese, one line a thing, not code.
      let isData = ["Schema/Lexicon/", "Schema/Phrasebook/"].contains { file.path.hasPrefix($0) }
      #expect(isData || lines <= Self.linesMax, "\(file.path) has \(lines) lines")
      for word in Self.nowhere where file.text.contains(word) {
        let isAllowed = Self.nowhereExceptions.contains { $0.path == file.path && $0.word == word }
        #expect(isAllowed, "\(file.path) holds \(word)")
      }
    }
  }

  @Test("Every exception is still needed")
  func exceptions() throws {
    let files = try SourceFile.all(in: ["Sources", "Schema"])
    for (path, names, _) in Self.lookingUp {
      #expect(files.first { $0.path == path }.map { names.isSubset(of: $0.words) } == true, "\(path)")
    }
    for (module, places) in Self.imports {
      for (place, _) in places {
        let isUsed = files.contains { Self.covers(place, $0.path) && $0.imports.contains(module) }
        #expect(isUsed, "nothing in \(place) imports \(module)")
      }
    }
    for (path, name, _) in Self.handedInExceptions {
      #expect(files.contains { $0.path == path && $0.words.contains(name) }, "\(path): \(name)")
    }
    for (path, word, _) in Self.nowhereExceptions {
      #expect(files.contains { $0.path == path && $0.text.contains(word) }, "\(path): \(word)")
    }
  }

  // MARK: The checker goes red

  @Test("A name from further up, or from beside, is found; in a comment or a string it is none")
  func plantedName() {
    let up = SourceFile(path: "Sources/WishCore/Access/Policy.swift", text: "public enum Policy {}\n")
    let beside = SourceFile(path: "Sources/WishCore/Store/Store.swift", text: "final class Store {}\n")
    func found(_ text: String) -> [String] {
      let file = SourceFile(path: "Sources/WishCore/Match/Score.swift", text: text)
      return Self.lookUps(in: [up, beside, file]).map(\.name).map(String.init)
    }
    #expect(found("let rule = Policy.self\n") == ["Policy"])
    #expect(found("func f(_ store: Store) {}\n") == ["Store"])
    #expect(found("// Policy\n/// ``Store``\nlet a = \"Policy \\(\"x\") \" + \"\"\n") == [])
    #expect(found("let text = \"\"\"\n  Policy\n  \"\"\"\nlet rule = 1 // Policy\n") == [])
    #expect(found("let text = \"\\(Int(1))\" + name(Policy.self)\n") == ["Policy"])
  }

  @Test("A clock that is read is found, a field of its name is none")
  func plantedClock() {
    func found(_ text: String) -> Set<Substring> {
      Self.calls(of: Self.handedIn, in: SourceFile(path: "Sources/WishCore/Wish/Moment.swift", text: text))
    }
    #expect(found("let now = Date()\n") == ["Date"])
    #expect(found("let now = ContinuousClock.now\n") == ["ContinuousClock"])
    #expect(found("func f(time: Int) { self.time = time }\n").isEmpty)
  }

  // MARK: How it is found

  struct LookUp: CustomStringConvertible {
    let path: String
    let name: Substring
    var description: String { "\(path) mentions \(name)" }
  }

  /// Names that the folders use and may not.
  static func lookUps(in files: [SourceFile]) -> [LookUp] {
    var homes: [Substring: Set<String>] = [:]
    for file in files { for name in file.declarations { homes[name, default: []].insert(folder(of: file)) } }
    return files.flatMap { file -> [LookUp] in
      let here = folder(of: file)
      guard let row = order.first(where: { $0.folder == here }) else { return [] }
      let allowed = row.mayUse.union([here])
      let exceptions = lookingUp.first { $0.path == file.path }?.names ?? []
      return file.words.subtracting(exceptions).sorted().compactMap { word in
        guard let home = homes[word], home.isDisjoint(with: allowed) else { return nil }
        return LookUp(path: file.path, name: word)
      }
    }
  }

  /// `Wish`, … for the library, `wishd` for the daemon.
  private static func folder(of file: SourceFile) -> String {
    let parts = file.path.split(separator: "/")
    return parts.count > 3 && parts[1] == "WishCore" ? String(parts[2]) : String(parts[1])
  }

  private static func covers(_ place: String, _ path: String) -> Bool {
    place.hasSuffix("/") ? path.hasPrefix(place) : path == place
  }

  /// Those of the names that are called, or asked for a member, with nothing before them.
  static func calls(of names: Set<Substring>, in file: SourceFile) -> Set<Substring> {
    let isName = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
    var found: Set<Substring> = []
    for line in file.code.split(separator: "\n") {
      var rest = line[...]
      while let start = rest.firstIndex(where: isName) {
        let isMember = start > line.startIndex && line[line.index(before: start)] == "."
        let name = rest[start...].prefix(while: isName)
        rest = rest[name.endIndex...]
        let isType = name.first?.isUppercase == true
        let isCalled = rest.first == "("
        if names.contains(name), !isMember, isType || isCalled { found.insert(name) }
      }
    }
    return found
  }
}
