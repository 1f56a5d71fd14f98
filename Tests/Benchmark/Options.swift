/// What the command line asks for.
struct Options {
  enum Command: String, CaseIterable {
    /// wishd and its peers, side by side.
    case peers
    /// The same in about three minutes: the works and the connections that the goals are about.
    case brief
    /// Stores of growing size.
    case scale
    /// MATCH both ways in stores of growing size.
    case match
    /// Many connections that are idle, or follow the log.
    case crowds
    /// Long work of one client, and what others wait meanwhile.
    case long
    /// The assignment behind PLAN.
    case plan
    /// Instructions a request, under callgrind.
    case instructions
    /// Everything but the instructions.
    case all
  }

  /// Connections, and requests in flight on each.
  struct Shape: CustomStringConvertible {
    let connections: Int
    let inFlight: Int

    /// `50` or `50x8`.
    init?(_ text: Substring) {
      let parts = text.split(separator: "x").map { Int($0) }
      guard let first = parts.first, let connections = first, connections > 0, parts.count <= 2,
        let inFlight = parts.count == 2 ? parts[1] : 1, inFlight > 0
      else { return nil }
      self.connections = connections
      self.inFlight = inFlight
    }

    var description: String { inFlight == 1 ? "\(connections)" : "\(connections) × \(inFlight)" }
  }

  var command = Command.all
  /// How long a round is.
  var seconds = 2.0
  var rounds = 5
  var workloads = Workload.allCases
  var shapes = ["1", "50", "500", "50x8"].compactMap { Shape($0) }
  var peers = ["wishd", "redis", "postgresql", "beanstalkd"]
  /// Published wishes that every peer holds before the first round.
  var wishes = 10_000
  /// Wishes in the stores of the scale runs.
  var sizes = [10_000, 100_000, 1_000_000]
  /// Where the stores go.
  var directory = "/tmp"
  /// Requests of the shorter run under callgrind.
  var requests = 304

  static let usage = """
    benchmark [peers|brief|scale|match|crowds|long|plan|instructions|all] [option]…

      peers          wishd, Redis, PostgreSQL and beanstalkd, alternating; and the floor
      brief          the same in about three minutes: post, claim and life on 50 connections
      scale          stores of growing size: rates, MATCH, wall, start, memory, bytes
      match          MATCH both ways in stores of growing size with 100,000 members; the index's bytes
      crowds         10,000 idle connections; 1,000 subscribers while 50 clients write
      long           what others wait while one LISTs everything, makes a BACKUP, replays the log …
      plan           whom to ask for 10,000 slots at once
      instructions   instructions a request by callgrind, as lines "verb TAB count"
      all            peers, scale, match, crowds, long and plan (the default)

      --seconds S           length of a round (2)
      --rounds N            rounds of each peer, of which the median counts (5)
      --work LIST           post,claim,life,mixed; of mixed, instructions counts MATCH
      --connections LIST    connections, or connections x requests in flight (1,50,500,50x8)
      --peers LIST          wishd,redis,postgresql,beanstalkd
      --wishes N            published wishes before the first round (10000)
      --sizes LIST          wishes in the stores of scale and match (10000,100000,1000000)
      --requests N          requests of the shorter run of instructions (304)
      --directory DIR       where stores and sockets go, on the disk to be measured (/tmp)

    """

  /// Reads the words behind the program's name.
  static func parse(_ words: [String]) throws(Failure) -> Options {
    var options = Options()
    var words = words[...]
    if let first = words.first, let command = Command(rawValue: first) {
      options.command = command
      if command == .brief {
        options.workloads = [.post, .claim, .life]
        options.shapes = ["50", "50x8"].compactMap { Shape($0) }
        options.seconds = 1
      }
      words = words.dropFirst()
    }
    while let name = words.popFirst() {
      guard let value = words.popFirst() else { throw Failure("\(name) wants a value\n\n\(usage)") }
      try options.set(name, value)
    }
    return options
  }

  private mutating func set(_ name: String, _ value: String) throws(Failure) {
    let items = value.split(separator: ",")
    func list<Item>(_ read: (Substring) -> Item?) throws(Failure) -> [Item] {
      let read = items.map(read)
      guard !read.isEmpty, !read.contains(where: { $0 == nil }) else {
        throw Failure("\(name) \(value)?\n\n\(Options.usage)")
      }
      return read.compactMap(\.self)
    }
    func one<Item>(_ item: Item?) throws(Failure) -> Item {
      guard let item else { throw Failure("\(name) \(value)?\n\n\(Options.usage)") }
      return item
    }
    switch name {
    case "--seconds": seconds = try one(Double(value).flatMap { $0 > 0 ? $0 : nil })
    case "--rounds": rounds = try one(Int(value).flatMap { $0 > 0 ? $0 : nil })
    case "--work": workloads = try list { Workload(rawValue: String($0)) }
    case "--connections": shapes = try list { Shape($0) }
    case "--peers": peers = try list { peers.contains(String($0)) ? String($0) : nil }
    case "--wishes": wishes = try one(Int(value))
    case "--sizes": sizes = try list { Int($0) }
    case "--requests": requests = try one(Int(value).flatMap { $0 > 0 ? $0 : nil })
    case "--directory": directory = value
    default: throw Failure("\(name)?\n\n\(Options.usage)")
    }
  }
}
