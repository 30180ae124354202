package import Digests

/// Where a log ends: what is kept of it in a second place.
///
/// The chain alone does not show that its end was cut off, or that its last line was changed.
package struct AuditHead: Sendable, Equatable {
  /// The number of the last entry.
  package let number: Int64
  /// The hash of its line, without the line end.
  package let hash: Digest
  /// How long the log is with it, in bytes.
  package let size: Int

  package init(number: Int64, hash: Digest, size: Int) {
    self.number = number
    self.hash = hash
    self.size = size
  }
}

/// The second place, in which the heads of logs are kept by the names of the logs.
///
/// A log asks and tells while it holds the lock of its file, so no two of them meet here. Nobody may
/// append while holding a lock that answering needs, such as a transaction that is open.
package protocol AuditHeads: Sendable {
  /// The head of a log; nil where none was ever kept.
  func head(of log: String) throws -> AuditHead?

  /// Keeps the head of a log, and returns when it is durable.
  func keep(_ head: AuditHead, of log: String) throws
}
