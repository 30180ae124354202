internal import Files
internal import Scalars
internal import Store

/// The heads of logs, kept in the store.
///
/// The store is opened for each question: a log is appended to now and then, and by many processes.
package struct StoreHeads: AuditHeads {
  private let path: String

  /// Names the store, which is begun with the first head.
  package init(store path: String) {
    self.path = path
  }

  package func head(of log: String) throws -> AuditHead? {
    guard FileIdentity.exists(path) else { return nil }
    return try Store(path: path).head(of: log).map {
      AuditHead(number: $0.number, hash: $0.hash, size: $0.size)
    }
  }

  package func keep(_ head: AuditHead, of log: String) throws {
    let kept = LogHead(number: head.number, hash: head.hash, size: head.size)
    try Store(path: path, access: .creating)
      .keep(kept, of: log, at: Timestamp(milliseconds: WallClock.milliseconds))
  }
}
