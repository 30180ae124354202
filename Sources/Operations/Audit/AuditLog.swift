import Digests
package import Files
package import Scalars
package import Store

/// A log that only grows, in which every entry holds the hash of the one before it.
///
/// Any number of processes may append at once: each call opens the file, holds its lock while it
/// reads how the log ends and adds to it, and lets it go. Once a call returns, its entries are whole
/// lines behind each other, and with ``Durability/everyEntry`` they survive a power cut.
package struct AuditLog: Sendable {
  /// When entries are brought to the device.
  package enum Durability: Sendable {
    /// Before the call returns.
    case everyEntry
    /// With the next call that asks for it, or ``AuditLog/synchronize()``; the head record waits too.
    case batch
  }

  /// Where the log is.
  package let path: String
  /// The name under which its head is kept.
  package let name: String
  let heads: (any AuditHeads)?
  let calls: SystemCalls
  private let longestWait: Int32

  /// Names a log; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - path: The file; it is created with the first entry.
  ///   - name: The name under which its head is kept.
  ///   - heads: Where its head is kept; without, cut ends cannot be found.
  ///   - longestWait: How long to wait for the lock of the file, in milliseconds.
  ///   - calls: The system calls to use.
  package init(
    path: String, name: String = "audit", heads: (any AuditHeads)?, longestWait: Int32 = 10_000,
    calls: SystemCalls = .real
  ) {
    self.path = path
    self.name = name
    self.heads = heads
    self.longestWait = longestWait
    self.calls = calls
  }

  /// Appends events, all of them or none.
  ///
  /// What a crash left behind the last whole line is set aside first, and an entry of its own says so.
  ///
  /// - Parameters:
  ///   - events: What happened, in its order; at least one.
  ///   - time: When, for all of them.
  ///   - durability: When they are brought to the device.
  /// - Returns: Where the log ends now.
  @discardableResult
  package func append(
    _ events: [AuditEvent], at time: Timestamp, _ durability: Durability = .everyEntry
  ) throws(AuditError) -> LogHead {
    precondition(!events.isEmpty, "there is nothing to append")
    return try append(events, at: time, durability, checksHead: true)
  }

  /// Lets a log go on that does not end as its head record says, and writes down that it was so.
  @discardableResult
  package func accept(
    reason: String, by who: String, at time: Timestamp
  ) throws(AuditError) -> LogHead {
    let recorded = try recordedHead()
    let event = AuditEvent(
      "log_accepted",
      [
        .init("who", .text(who)), .init("reason", .text(reason)),
        .init("recorded_seq", recorded.map { .whole($0.number) } ?? .null),
        .init("recorded_sha256", recorded.map { .text($0.hash.description) } ?? .null),
      ])
    return try append([event], at: time, .everyEntry, checksHead: false)
  }

  /// Brings all entries to the device, and the head record up to date.
  package func synchronize() throws(AuditError) {
    let file = try opened()
    let end = try end(of: file)
    try requireRecorded(end, in: file)
    try onFile { () throws(FileError) in try file.synchronize() }
    if let last = end.last, !end.lacksLineEnd { try keep(last) }
  }
}

extension AuditLog {
  private func append(
    _ events: [AuditEvent], at time: Timestamp, _ durability: Durability, checksHead: Bool
  ) throws(AuditError) -> LogHead {
    let file = try opened()
    let end = try end(of: file)
    if checksHead { try requireRecorded(end, in: file) }
    if end.size == 0 {
      // Before the first line: whoever finds one may rely on the name being durable.
      try onFile { () throws(FileError) in try file.synchronizeFolder() }
    }
    let torn = try TornLine(end, of: file, number: (end.last?.number ?? 0) + 1, calls: calls)
    // What was put right is durable at once, so that no file is left of which the log knows nothing.
    let durability = torn == nil ? durability : .everyEntry
    let restored = end.lacksLineEnd ? [AuditEvent("line_end_restored")] : []
    let all = (torn.map { [$0.event] } ?? []) + restored + (try lostHead(end, durability)) + events
    let block = try AuditBlock(all, at: time, behind: end, path: path)
    try write(block.bytes, to: file, from: end.wholeSize, durability)
    torn?.conclude()
    switch durability {
    case .everyEntry: try keep(block.head, isAccepted: !checksHead)
    case .batch: try Self.close(file)
    }
    return block.head
  }

  /// What there is to put down where the head record is gone: the next one would hide it.
  private func lostHead(
    _ end: AuditEnd, _ durability: Durability
  ) throws(AuditError) -> [AuditEvent] {
    // Within a batch it is not there yet.
    guard heads != nil, durability == .everyEntry, let last = end.last, try recordedHead() == nil
    else { return [] }
    return [AuditEvent("head_missing", [.init("found_seq", .whole(last.number))])]
  }

  /// How a log ends, what a power cut left of it being torn.
  private func end(of file: borrowing JournalFile) throws(AuditError) -> AuditEnd {
    guard heads != nil, let start = try PowerCutRest.start(behind: recordedHead(), in: file) else {
      return try AuditEnd(of: file)
    }
    return try AuditEnd(of: file, tornFrom: start)
  }

  /// Closes a file about which nobody has asked the device yet, and hears what it has to say.
  private static func close(_ file: consuming JournalFile) throws(AuditError) {
    do throws(FileError) {
      try file.close()
    } catch {
      throw .file(error)
    }
  }

  /// Writes a block, and takes back what it left where that fails.
  private func write(
    _ bytes: [UInt8], to file: borrowing JournalFile, from start: Int, _ durability: Durability
  ) throws(AuditError) {
    do throws(FileError) {
      try file.append(bytes)
      if durability == .everyEntry { try file.synchronize() }
    } catch {
      // Where this fails too, the next one finds the rest of a line and sets it aside.
      try? file.cut(to: start)
      throw .file(error)
    }
  }

  /// The file with its lock held.
  private func opened() throws(AuditError) -> JournalFile {
    let file = try onFile { () throws(FileError) in
      try JournalFile(appendingTo: path, calls: calls)
    }
    try Self.requireOwn(file)
    try waitForLock(of: file)
    return file
  }

  /// Refuses a file that others can change, as the store does.
  static func requireOwn(_ file: borrowing JournalFile) throws(AuditError) {
    guard try !onFile({ () throws(FileError) in try file.isWritableByOthers() }) else {
      throw .writableByOthers(path: file.path)
    }
  }

  /// Takes the lock of the log, within the time that is allowed for it.
  func waitForLock(of file: borrowing JournalFile) throws(AuditError) {
    guard try onFile({ () throws(FileError) in try file.lock(atMost: longestWait) }) else {
      throw .busy(path: path, milliseconds: longestWait)
    }
  }
}

extension AuditLog {
  /// The head that is kept of the log.
  func recordedHead() throws(AuditError) -> LogHead? {
    do {
      return try heads?.head(of: name)
    } catch {
      throw .noHead(path: path, HeadFailure(error))
    }
  }

  private func keep(_ head: LogHead, isAccepted: Bool = false) throws(AuditError) {
    do {
      try heads?.keep(head, of: name, isAccepted: isAccepted)
    } catch {
      throw .headNotKept(path: path, number: head.number, HeadFailure(error))
    }
  }

  /// Refuses a log without the entry that its head record names.
  ///
  /// A new head would hide that something was cut off.
  private func requireRecorded(
    _ end: AuditEnd, in file: borrowing JournalFile
  ) throws(AuditError) {
    guard let recorded = try recordedHead() else { return }
    if recorded == end.last { return }
    let last = end.last?.number ?? 0
    let failure = AuditError.differsFromHead(path: path, recorded: recorded.number, found: last)
    guard recorded.size > 0, recorded.size < end.wholeSize else { throw failure }
    let found: LogHead?
    do throws(AuditError) {
      found = try AuditEnd.head(ofLineEndingAt: recorded.size, in: file)
    } catch .foreignEnd {
      throw failure
    }
    guard found == recorded else { throw failure }
  }
}
