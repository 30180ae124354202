import Digests
import Files
internal import Store

/// Finds out what happened where a line does not follow the entry before it.
///
/// The lines behind it tell: each entry vouches for the bytes of the one before it, so a line that
/// the next one vouches for is as it was written, and one that the next two ignore was put there.
struct AuditDiagnosis {
  /// The line that does not follow.
  private let line: CheckedLine
  /// The entry before it, and the one before that.
  private let last: CheckedLine?
  private let beforeLast: CheckedLine?
  private let head: LogHead?
  private let size: Int

  init(
    of line: CheckedLine, behind last: CheckedLine?, _ beforeLast: CheckedLine?,
    _ head: LogHead?, _ size: Int
  ) {
    self.line = line
    self.last = last
    self.beforeLast = beforeLast
    self.head = head
    self.size = size
  }

  /// The number that the line should have.
  private var wanted: Int64 { (last?.entry?.number ?? 0) + 1 }

  /// The finding.
  ///
  /// - Parameter reader: stands behind the line.
  func made(
    _ file: borrowing JournalFile, _ reader: AuditLineReader
  ) throws(AuditError) -> AuditFinding {
    var reader = reader
    let next = try reader.next(file)
    let hasReturn = line.bytes.last == UInt8(ascii: "\r")
    if hasReturn, isWanted(AuditEntry(Array(line.bytes.dropLast()))) {
      return here(.changedLineEnds)
    }
    guard let entry = line.entry else { return here(unreadable(next)) }
    if let last, line.hash == last.hash { return here(.duplicated) }
    if let next, next.follows(last) {
      if try isElsewhere(file) { return here(.duplicated) }
      let wasNext = entry.previous == next.hash && entry.number == wanted + 1
      return here(wasNext ? .outOfOrder : .inserted)
    }
    if entry.number == wanted { return unlinked(next) }
    if entry.previous == last?.hash ?? .zero { return here(.changed) }
    if entry.number < wanted { return try tooLow(entry, next, file) }
    if try isFurtherBehind(file, &reader, next) { return here(.outOfOrder) }
    return here(.missing(wanted...entry.number - 1))
  }

  private func here(_ kind: AuditFinding.Kind) -> AuditFinding {
    AuditFinding(kind, line: line.number, offset: line.offset, number: wanted)
  }

  /// The entry before, which the line should vouch for.
  private func before(_ kind: AuditFinding.Kind) -> AuditFinding {
    guard let last else { return here(kind) }
    return AuditFinding(kind, line: last.number, offset: last.offset, number: wanted - 1)
  }

  private func isWanted(_ entry: AuditEntry?) -> Bool {
    entry?.number == wanted && entry?.previous == last?.hash ?? .zero
  }

  /// A line that is no entry.
  private func unreadable(_ next: CheckedLine?) -> AuditFinding.Kind {
    if let next, next.follows(last) { return .foreign }
    if line.holdsZeros { return .zeros }
    let nextNumber = next?.entry?.number
    return line.looksLikeEntry || nextNumber == wanted + 1 ? .changed : .foreign
  }

  /// The number is right, but the line does not vouch for the entry before it.
  private func unlinked(_ next: CheckedLine?) -> AuditFinding {
    if last == nil { return here(.changed) }
    if let next, next.isEnded, let entry = next.entry {
      return entry.previous == line.hash ? before(.changed) : here(.changed)
    }
    // Nothing behind it vouches for the line; the head record may.
    if let head, head.number == wanted, head.hash != line.hash { return here(.changed) }
    return before(.changed)
  }

  /// The number was there already.
  private func tooLow(
    _ entry: AuditEntry, _ next: CheckedLine?, _ file: borrowing JournalFile
  ) throws(AuditError) -> AuditFinding {
    if entry.number == wanted - 1, entry.previous == beforeLast?.hash ?? .zero {
      let isGenuine = next?.entry?.previous == line.hash || head?.hash == line.hash
      return isGenuine ? before(.inserted) : here(.inserted)
    }
    if try isElsewhere(file) { return here(.duplicated) }
    return here(next?.entry?.number == wanted + 1 ? .changed : .inserted)
  }

  /// Whether the entry that belongs here comes later.
  private func isFurtherBehind(
    _ file: borrowing JournalFile, _ reader: inout AuditLineReader, _ next: CheckedLine?
  ) throws(AuditError) -> Bool {
    var candidate = next
    while let line = candidate {
      if line.follows(last) { return true }
      candidate = try reader.next(file)
    }
    return false
  }

  /// Whether the same line stands in another place too.
  private func isElsewhere(_ file: borrowing JournalFile) throws(AuditError) -> Bool {
    var reader = AuditLineReader(size: size)
    while let other = try reader.next(file) {
      if other.hash == line.hash, other.offset != line.offset { return true }
    }
    return false
  }
}
