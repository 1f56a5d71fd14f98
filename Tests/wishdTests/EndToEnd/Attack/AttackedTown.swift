import Foundation
import Testing

/// A real daemon with a small town in it: one account attacks, another works on and must not notice.
final class AttackedTown {
  let daemon: LiveDaemon
  private var senders: [String: LineClient] = [:]
  /// Follows the log as the administrator does.
  private let watcher: LineClient
  private let worker: Worker

  /// Wishes of c01: 1 collected, 2 published, 3 claimed by m1, 4 fulfilled, 5 confirmed, 7 confidential and
  /// published, 8 published and asking for 电工, 9 fulfilled by li; 6 is published in c02.
  init() throws {
    daemon = try LiveDaemon()
    try daemon.start()
    try daemon.settle(members: 2)
    let admin = try daemon.connect(as: "admin")
    for line in [
      "AREA g01 name=一网格 level=grid parent=c01", "AREA g02 name=二网格 level=grid parent=c02",
    ] { #expect(try admin.ask(line).hasPrefix("OK ")) }
    for (account, role, area) in [
      ("grid", "staff", "g01"), ("street", "supervisor", "d01"), ("wang", "staff", "c02"),
      ("far", "member", "c02"),
      ("gone", "member", "c01"),
    ] { try daemon.hire(account, role, area, by: admin) }
    for line in ["MEMBER m1 capacity=2", "MEMBER m2 capacity=2", "DISABLE gone"] {
      #expect(try admin.ask(line).hasPrefix("OK "))
    }
    let staff = try daemon.connect(as: "li")
    let office = try daemon.connect(as: "wang")
    for (client, line) in [
      (staff, "MEMBER li skills=搬运"), (staff, "POST :楼道灯坏了"), (staff, "POST :想量血压"),
      (staff, "APPROVE 2 category=health limit=7d"), (staff, "PUBLISH 2"), (staff, "POST :水管漏水"),
      (staff, "APPROVE 3 category=convenience limit=7d"), (staff, "PUBLISH 3"), (staff, "CLAIM 3 member=m1"),
      (staff, "POST :想配老花镜"), (staff, "APPROVE 4 category=health limit=7d"), (staff, "FULFIL 4 :好了"),
      (staff, "POST :医保怎么报"), (staff, "FULFIL 5 category=policy"), (staff, "CONFIRM 5 solved=yes"),
      (office, "POST :想学二胡"), (office, "APPROVE 6 category=health limit=7d"), (office, "PUBLISH 6"),
      (staff, "POST confidential=yes :家里的事"), (staff, "APPROVE 7 category=health limit=7d"),
      (staff, "PUBLISH 7"), (staff, "POST :跳闸了"),
      (staff, "APPROVE 8 category=convenience limit=7d skills=电工"), (staff, "PUBLISH 8"),
      (staff, "POST :想理发"), (staff, "APPROVE 9 category=health limit=7d"), (staff, "PUBLISH 9"),
      (staff, "CLAIM 9 member=li"), (staff, "FULFIL 9 member=li"),
    ] {
      let reply = try client.ask(line)
      guard reply.hasPrefix("OK ") else { throw LiveFailure("\(line): \(reply)") }
    }
    watcher = try daemon.connect(as: "admin")
    #expect(try watcher.ask("SUB").hasPrefix("OK seq="))
    worker = Worker(try daemon.connect(as: "wang"))
  }

  /// What a bad input is answered with: all lines up to the final, and whether the connection then ends.
  func answer(to input: BadInput) throws -> [String] {
    let client = try sender(input.sender)
    try client.send(bytes: input.bytes)
    let reply = try client.readReply()
    if input.ends { return reply + (try client.readLine() == nil ? ["-- ends"] : ["goes on"]) }
    // One answer and no more: what follows is the next request's.
    let next = try client.say("#next PING")
    return next == ["#next OK"] ? reply : reply + next
  }

  /// What has happened in the log besides the worker's own wishes.
  func eventsOfOthers() throws -> [String] {
    try watcher.send("#seen PING")
    var events: [String] = []
    while let line = try watcher.readLine(), line != "#seen OK" {
      if line.field("area") != "c02" { events.append(line) }
    }
    return events
  }

  /// Ends the worker's day: how many requests were answered as they should.
  func endOfWork() throws -> Int { try worker.stop() }

  /// All that can be read of c01 and of the register, by everybody who may.
  func everything() throws -> [String] {
    let staff = try daemon.connect(as: "li")
    let member = try daemon.connect(as: "m1")
    let admin = try daemon.connect(as: "admin")
    var lines: [String] = []
    for wish in 1...9 {
      lines += try staff.say("SHOW \(wish)") + staff.say("HISTORY \(wish)") + member.say("SHOW \(wish)")
    }
    lines += try staff.say("LIST") + member.say("MINE") + member.say("LIST") + staff.say("WALL community=c01")
    let register = ["areas", "accounts", "members", "units", "skills"]
    lines += try admin.say("STATS").filter { register.contains($0.field("name") ?? "") }
    return lines
  }

  private func sender(_ name: String) throws -> LineClient {
    if let client = senders[name] { return client }
    guard name != "new", name != "nobody" else {
      let client = try daemon.connect()
      if name == "nobody" { senders[name] = client }
      return client
    }
    let client = try daemon.connect(as: name)
    senders[name] = client
    return client
  }
}

/// Somebody of another community who enters slips and looks at them, one after another.
private final class Worker {
  private let answered = Kept(0)
  private let isOver = Kept(false)
  private let failure = Kept<String?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  init(_ client: LineClient) {
    let (answered, isOver, failure, ended) = (answered, isOver, failure, ended)
    let kept = Kept(client)
    Thread.detachNewThread {
      defer { ended.signal() }
      do {
        while !isOver.value {
          let posted = try kept.value.ask("POST :想学二胡")
          let number = posted.field("wish") ?? ""
          let shown = try kept.value.say("SHOW \(number)")
          guard posted.hasPrefix("OK wish="), shown.count == 2, shown[0].field("state") == "collected" else {
            failure.change { $0 = "\(posted) \(shown)" }
            return
          }
          answered.change { $0 += 2 }
          usleep(2_000)
        }
      } catch { failure.change { $0 = "\(error)" } }
    }
  }

  func stop() throws -> Int {
    isOver.change { $0 = true }
    ended.wait()
    if let failure = failure.value { throw LiveFailure("the other client has noticed: \(failure)") }
    return answered.value
  }
}
