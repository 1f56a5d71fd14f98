import Foundation

/// PostgreSQL 15 with a commit on disk before every reply.
final class PostgresPeer: Peer {
  let name = "PostgreSQL"
  private var server: Server?
  private var path = ""

  private static let programs = "/usr/lib/postgresql/15/bin"
  private static let user = "postgres"

  func start(in scratch: Scratch) throws(Failure) {
    try Debian.install("postgresql-15", for: "\(Self.programs)/postgres")
    let directory = try scratch.directory("postgresql")
    path = "\(directory)/.s.PGSQL.5432"
    let data = "\(directory)/data"
    // It refuses to run as root.
    var become: [String] = []
    if geteuid() == 0 {
      try Tool.run(["chown", Self.user, directory])
      become = ["setpriv", "--reuid", Self.user, "--regid", Self.user, "--clear-groups", "--"]
    }
    let initdb = ["\(Self.programs)/initdb", "-D", data, "-U", Self.user, "-A", "trust", "-E", "UTF8"]
    try Tool.run(become + initdb + ["--locale=C.UTF-8"])
    let settings = [
      "listen_addresses=", "unix_socket_directories=\(directory)", "max_connections=600",
      "shared_buffers=256MB",
      "max_wal_size=4GB", "fsync=on", "synchronous_commit=on",
    ]
    server = try Server(
      ["\(Self.programs)/postgres", "-D", data] + settings.flatMap { ["-c", $0] },
      log: "\(scratch.path)/postgresql.log",
      user: Self.user
    )
    try server?.wait { (try? open()) != nil }
    let socket = try open()
    try run(socket) { bytes in
      PostgresWording.message("Q", into: &bytes) { PostgresWording.text(PostgresSchema.script, into: &$0) }
    }
  }

  func connect(_ seat: Seat, community: Int) throws(Failure) -> (Socket, any Wording) {
    let socket = try open()
    try run(socket) { bytes in
      for (name, query) in PostgresSchema.statements {
        PostgresWording.message("P", into: &bytes) { body in
          PostgresWording.text(name, into: &body)
          PostgresWording.text(query, into: &body)
          PostgresWording.int16(0, into: &body)
        }
      }
      PostgresWording.message("S", into: &bytes) { _ in }
    }
    return (socket, PostgresWording())
  }

  /// Opens a connection; pg_hba.conf of `initdb -A trust` asks for nothing.
  private func open() throws(Failure) -> Socket {
    let socket = try Socket(path: path)
    try run(socket) { bytes in
      PostgresWording.message("", into: &bytes) { body in
        PostgresWording.int32(196_608, into: &body)
        for word in ["user", Self.user, "database", Self.user] { PostgresWording.text(word, into: &body) }
        body.append(0)
      }
    }
    return socket
  }

  /// Sends messages and waits until the server is ready for more.
  private func run(_ socket: Socket, _ fill: (inout [UInt8]) -> Void) throws(Failure) {
    var bytes: [UInt8] = []
    fill(&bytes)
    try socket.send(bytes)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    defer { unsafe buffer.deallocate() }
    let wording = PostgresWording()
    var filled = 0
    while filled < buffer.count {
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      filled += try unsafe socket.receive(into: room)
      if let answer = try unsafe wording.hear(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) {
        if let refusal = answer.refusal { throw Failure("PostgreSQL: \(refusal)") }
        return
      }
    }
    throw Failure("PostgreSQL talks too much")
  }

  /// SIGINT: a fast shutdown, which does not wait for clients.
  func stop() {
    server?.stop(SIGINT)
    server = nil
  }
}
