import Digests
import Files
internal import Store

extension AuditLog {
  /// Checks the log against its chain and against its head record.
  ///
  /// What is appended meanwhile is left out, so nobody has to wait for the check to end.
  package func verify() throws(AuditError) -> AuditReport {
    guard let file = try existing() else { return gone(try recordedHead()) }
    try Self.requireOwn(file)
    let (size, head) = try snapshot()
    var check = AuditCheck(size: size, head: head, hasHeads: heads != nil)
    return try check.run(file)
  }

  /// Whether there must be a log: its head is known.
  package func isExpected() throws(AuditError) -> Bool { try recordedHead() != nil }

  /// The file; nil where there is none but its head is known, which is a finding and no failure.
  private func existing() throws(AuditError) -> JournalFile? {
    do throws(AuditError) {
      return try onFile { () throws(FileError) in try JournalFile(reading: path, calls: calls) }
    } catch .file(.cannotOpen(_, .missing)) {
      if try recordedHead() != nil { return nil }
      throw .file(.cannotOpen(path: path, reason: .missing))
    }
  }

  /// What is said of a log of which only the head is left.
  private func gone(_ head: LogHead?) -> AuditReport {
    let finding = head.map {
      AuditFinding(.cutEnd(recorded: $0.number), line: 1, offset: 0, number: 1)
    }
    return AuditReport(
      finding: finding, count: 0, hash: .zero, first: nil, last: nil,
      head: head == nil ? .none : .unmet, isHeadMissing: false)
  }

  /// The length and the head at a moment at which nobody writes, so that they belong together.
  private func snapshot() throws(AuditError) -> (size: Int, head: LogHead?) {
    let file = try onFile { () throws(FileError) in
      try JournalFile(reading: path, calls: calls)
    }
    try waitForLock(of: file)
    let size = try onFile { () throws(FileError) in try file.size() }
    return (size, try recordedHead())
  }
}
