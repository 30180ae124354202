internal import Files
internal import Scalars
package import Store

/// The heads of logs, kept in the store.
///
/// The store is opened for each question: a log is appended to now and then, and by many processes.
package struct StoreHeads: AuditHeads {
  private let path: String

  /// Less than others wait for the lock of the log, which is held meanwhile.
  private static let limits = StoreLimits(busyMilliseconds: 3000)

  /// Names the store, which is begun with the first head.
  package init(store path: String) {
    self.path = path
  }

  package func head(of log: String) throws -> LogHead? {
    guard FileIdentity.exists(path) else { return nil }
    return try Store(path: path, limits: Self.limits).head(of: log)
  }

  package func keep(_ head: LogHead, of log: String, isAccepted: Bool) throws {
    try Store(path: path, access: .creating, limits: Self.limits)
      .keep(
        head, of: log, isAccepted: isAccepted, at: Timestamp(milliseconds: WallClock.milliseconds))
  }
}
