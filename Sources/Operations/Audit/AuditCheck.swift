import Digests
import Files
import Scalars
internal import Store

/// A check of a log, line by line, against the chain and the head record.
struct AuditCheck {
  private let size: Int
  private let head: LogHead?
  /// Whether heads are kept, although this log may have none yet.
  private let hasHeads: Bool
  private var reader: AuditLineReader
  /// The last entry that is known to follow the one before it, and that one.
  private var last: CheckedLine?
  private var beforeLast: CheckedLine?
  private var first: Timestamp?
  /// The entry that has the number of the head record but is another one.
  private var other: CheckedLine?

  init(size: Int, head: LogHead?, hasHeads: Bool) {
    self.size = size
    self.head = head
    self.hasHeads = hasHeads
    reader = AuditLineReader(size: size)
  }

  /// Reads the log to its end, or to the first broken place.
  mutating func run(_ file: borrowing JournalFile) throws(AuditError) -> AuditReport {
    while let line = try reader.next(file) {
      if line.follows(last) {
        take(line)
        if !line.isEnded { return report(notRecorded ?? finding(.lacksLineEnd, line, count)) }
      } else if hasHeads, try PowerCutRest.isRest(line.offset..<size, behind: head, in: file) {
        return report(notRecorded ?? finding(.torn(bytes: size - line.offset), line, count + 1))
      } else if line.isEnded {
        let diagnosis = AuditDiagnosis(of: line, behind: last, beforeLast, head, size)
        return report(try diagnosis.made(file, reader))
      } else {
        let finding = unfinished(line)
        return report(finding.isTorn ? notRecorded ?? finding : finding)
      }
    }
    return report(notRecorded)
  }

  private mutating func take(_ line: CheckedLine) {
    (beforeLast, last) = (last, line)
    first = first ?? line.entry?.time
    guard let head, head.number == line.entry?.number else { return }
    let isRecorded = head.hash == line.hash && head.size == line.end + (line.isEnded ? 0 : 1)
    if !isRecorded { other = line }
  }

  private var count: Int64 { last?.entry?.number ?? 0 }

  private func finding(
    _ kind: AuditFinding.Kind, _ line: CheckedLine, _ number: Int64
  ) -> AuditFinding {
    AuditFinding(kind, line: line.number, offset: line.offset, number: number)
  }

  /// What is wrong with the rest of a line at the end.
  private func unfinished(_ line: CheckedLine) -> AuditFinding {
    let number = count + 1
    if line.bytes.contains(UInt8(ascii: "\r")) { return finding(.changedLineEnds, line, number) }
    let beginning = AuditEntry.beginning(number)
    let written = line.bytes.prefix { $0 != 0 }
    let isOurs = written.starts(with: beginning) || beginning.starts(with: written)
    guard isOurs, line.bytes[written.count...].allSatisfy({ $0 == 0 }) else {
      if line.holdsZeros { return finding(.zeros, line, number) }
      return finding(line.looksLikeEntry ? .changed : .foreign, line, number)
    }
    // Behind an entry that is whole nothing was ever written but its line end.
    let isChanged = AuditEntry(Array(line.bytes.dropLast())) != nil
    return finding(isChanged ? .changed : .torn(bytes: line.length), line, number)
  }

  /// The chain is whole, but the head record names an entry that is not there or is another one.
  private var notRecorded: AuditFinding? {
    guard let head else { return nil }
    if head.number > count {
      return AuditFinding(
        .cutEnd(recorded: head.number), line: (last?.number ?? 0) + 1, offset: last?.end ?? 0,
        number: count + 1)
    }
    guard let other else { return nil }
    return finding(head.number == count ? .lastLineChanged : .replaced, other, head.number)
  }

  private func report(_ finding: AuditFinding?) -> AuditReport {
    let isSound = finding?.isTorn ?? true
    let knowledge: AuditReport.HeadKnowledge =
      switch head {
      case nil: .none
      case let head? where isSound && head.number < count: .behind(count - head.number)
      case _? where isSound: .current
      case _?: .unmet
      }
    // That an entry was changed may be seen by the one behind it alone.
    let isLast = !isSound && last != nil && finding?.number == count
    let sound = isLast ? beforeLast : last
    return AuditReport(
      finding: finding, count: sound?.entry?.number ?? 0, hash: sound?.hash ?? .zero,
      first: sound == nil ? nil : first, last: sound?.entry?.time, head: knowledge,
      isHeadMissing: hasHeads && head == nil && last != nil)
  }
}
