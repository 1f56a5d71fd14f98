extension Service {
  /// BACKUP: the reply comes when the copy is on the disk and was looked through.
  func startBackup(
    _ line: ArgumentReader,
    _ tag: String?,
    _ who: Identity,
    _ session: Session
  ) throws(Refusal) {
    let name: BackupName = try line.code("name")
    guard !Changes.reserved.contains(name.text) else { throw .badArgument("name", .notThis) }
    session.waiting = .backup
    session.waitingTag = tag
    log.append("backup begun name=\(name) account=\(who.account)")
    let (id, storePath, backups) = (session.id, storePath, backups)
    work.append(
      Work(lane: .backups) {
        let copy = Result { () throws(BackupFailure) in try backups.copy(storePath: storePath, as: name) }
        return WorkResult(outcome: .backup(session: id, name: name, copy))
      }
    )
  }

  /// Answers a BACKUP, and tells the log also where nobody waits any more.
  func finishBackup(_ id: Int, _ name: BackupName, _ copy: Result<BackupReport, BackupFailure>) {
    let answer: Result<ReplyLine, Refusal>
    switch copy {
    case .success(let report):
      var fields = Fields()
      fields.add("name", name.text)
      fields.add("bytes", report.bytes)
      fields.add("wishes", report.wishes)
      fields.add("seq", report.seq)
      answer = .success(.ok(fields, note: nil))
      log.append("backup made name=\(name) bytes=\(report.bytes) seq=\(report.seq)")
    case .failure(.present): answer = .failure(.badArgument("name", .needs(.newName)))
    case .failure(.notWritten(let fault)):
      answer = .failure(.readOnly)
      log.append("backup not written name=\(name): \(fault)")
    case .failure(.unusable(let failure)):
      answer = .failure(.fault)
      log.append("backup failed name=\(name): \(failure)")
    }
    guard let session = session(id) else { return }
    let tag = session.waitingTag
    session.waiting = nil
    session.waitingTag = nil
    switch answer {
    case .success(let line): session.send(line, tag: tag)
    case .failure(let refusal):
      counters.refusals += 1
      session.refuse(refusal, tag: tag)
    }
    isReady(session)
  }
}
