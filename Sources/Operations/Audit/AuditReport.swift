package import Digests
package import Scalars

/// What a check of a log found.
package struct AuditReport: Sendable, Equatable {
  /// In one word.
  package enum Verdict: Sendable, Equatable {
    /// Every entry is the one that was written.
    case whole
    /// Every entry is, but the last line was never finished.
    case torn
    /// Every entry follows the one before it, but the head record is gone that would name the last one.
    case unproved
    /// Something was changed; the finding says where first.
    case broken
  }

  /// What the head record adds to the chain.
  package enum HeadKnowledge: Sendable, Equatable {
    /// There is none: whether the end was cut off, or the last line changed, cannot be known.
    case none
    /// It names the last entry.
    case current
    /// It names an entry so many before the last: whether entries were cut off behind those that are
    /// there cannot be known, as it may wait for the next block.
    case behind(Int64)
    /// The log does not fit it, or was broken before it could be asked.
    case unmet
  }

  /// The first broken place; nil for a whole log.
  package let finding: AuditFinding?
  /// How many entries are sound, from the first on.
  package let count: Int64
  /// The hash of the last sound entry; zeros where there is none.
  package let hash: Digest
  /// When the first of them was written.
  package let first: Timestamp?
  /// When the last of them was written.
  package let last: Timestamp?
  /// What the head record says.
  package let head: HeadKnowledge
  /// Whether there is none although heads are kept, which happens only where it was taken away.
  package let isHeadMissing: Bool

  /// The verdict.
  package var verdict: Verdict {
    guard let finding else { return isHeadMissing ? .unproved : .whole }
    return finding.isTorn ? .torn : .broken
  }

  /// What this check cannot know; nil where it knows all.
  package var caveat: String? {
    switch head {
    case .none:
      "without a head record it cannot be known whether the end was cut off or the last line changed"
    case .behind(let count):
      "the head record is \(count) entries behind, so the last of them are vouched for by nothing else"
    case .current, .unmet: nil
    }
  }
}

extension AuditReport: CustomStringConvertible {
  /// One line for a person.
  package var description: String {
    let entries = "\(count) entries" + (span.map { ", \($0)" } ?? "") + ", last hash \(hash)"
    let parts = [finding.map { "\(verdict): \($0)" } ?? "\(verdict)", entries, caveat]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private var span: String? {
    guard let first, let last else { return nil }
    return "\(first) to \(last)"
  }
}
