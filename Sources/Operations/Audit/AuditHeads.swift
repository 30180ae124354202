package import Store

/// The second place, in which the heads of logs are kept by the names of the logs.
///
/// A log asks and tells while it holds the lock of its file, so no two of them meet here. Nobody may
/// append while holding a lock that answering needs, such as a transaction that is open.
package protocol AuditHeads: Sendable {
  /// The head of a log; nil where none was ever kept.
  func head(of log: String) throws -> LogHead?

  /// Keeps the head of a log, and returns when it is durable.
  ///
  /// - Parameter isAccepted: whether it may lie before the one that is kept, because somebody wants the log
  ///   to go on that is shorter than it was.
  func keep(_ head: LogHead, of log: String, isAccepted: Bool) throws
}
