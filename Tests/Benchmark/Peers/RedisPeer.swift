/// Redis 7 with an append-only file that is synced before every reply.
final class RedisPeer: Peer {
  let name = "Redis"
  private var server: Server?
  private var path = ""
  private var scripts: [RedisScripts.Name: String] = [:]

  private static let program = "/usr/bin/redis-server"

  func start(in scratch: Scratch) throws(Failure) {
    try Debian.install("redis-server", for: Self.program)
    let directory = try scratch.directory("redis")
    path = "\(scratch.path)/redis.sock"
    server = try Server(
      [
        Self.program, "--port", "0", "--unixsocket", path, "--dir", directory, "--save", "", "--daemonize",
        "no",
        "--appendonly", "yes", "--appendfsync", "always", "--auto-aof-rewrite-percentage", "0",
        "--maxclients", "2000",
      ],
      log: "\(scratch.path)/redis.log"
    )
    try server?.wait(forSocket: path)
    let socket = try Socket(path: path)
    for name in RedisScripts.Name.allCases {
      let hash = try ask(socket, ["SCRIPT", "LOAD", RedisScripts.source(name)], lines: 2)
      scripts[name] = hash.split(whereSeparator: \.isNewline).last.map(String.init)
    }
    for community in 0..<World.communities {
      let member = World.member(community)
      _ = try ask(socket, ["HSET", "member:\(member)", "capacity", "1000", "level", "other"], lines: 1)
      _ = try ask(socket, ["SADD", "skills:\(member)", World.skill], lines: 1)
    }
  }

  private func ask(_ socket: Socket, _ words: [String], lines: Int) throws(Failure) -> String {
    var bytes: [UInt8] = []
    RedisWording.write(words, into: &bytes)
    try socket.send(bytes)
    var reply = ""
    for _ in 0..<lines {
      reply += try readLine(socket)
      if reply.hasPrefix("-") { throw Failure("Redis: \(reply)") }
    }
    return reply
  }

  func connect(_ seat: Seat, community: Int) throws(Failure) -> (Socket, any Wording) {
    (try Socket(path: path), RedisWording(scripts: scripts))
  }

  func stop() {
    server?.stop()
    server = nil
  }
}

/// Packages of Debian.
enum Debian {
  /// Installs a package where its program is not there yet and this process may.
  static func install(_ package: String, for program: String) throws(Failure) {
    if Tool.isThere(program) { return }
    let environment = ["DEBIAN_FRONTEND": "noninteractive"]
    do {
      try Tool.run(["apt-get", "update", "-q"])
      try Tool.run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", package],
        environment: environment
      )
    } catch {
      throw Failure("\(program) is not there: as root, apt-get install \(package)\n\(error)")
    }
    guard Tool.isThere(program) else { throw Failure("\(package) holds no \(program)") }
  }
}
