package import Digests
package import Scalars

/// Where a chained log ends: what is kept of it in a second place.
///
/// The chain alone does not show that its end was cut off, or that its last line was changed.
package struct LogHead: Sendable, Equatable {
  /// The number of the last entry.
  package let number: Int64
  /// The hash of its line, without the line end.
  package let hash: Digest
  /// How long the log is with it, in bytes.
  package let size: Int

  /// Creates a head.
  package init(number: Int64, hash: Digest, size: Int) {
    self.number = number
    self.hash = hash
    self.size = size
  }
}

extension Store {
  /// The head that was kept of a log.
  package func head(of log: String) throws -> LogHead? {
    try with(AuditHeadsTable.get) { statement in
      try statement.bind(1, log)
      guard try statement.step() else { return nil }
      guard let hash = Digest(statement.text(1)) else {
        throw StoreError.damaged(path: path, detail: "the head of \(log) is no hash")
      }
      return LogHead(number: statement.whole(0), hash: hash, size: Int(statement.whole(2)))
    }
  }

  /// Keeps the head of a log, unless a later one is there already.
  ///
  /// - Parameter isAccepted: whether it takes the place of a later one too.
  package func keep(
    _ head: LogHead, of log: String, isAccepted: Bool = false, at time: Timestamp
  ) throws {
    try transaction {
      if isAccepted { try change(AuditHeadsTable.forget) { try $0.bind(1, log) } }
      try change(AuditHeadsTable.put) { statement in
        try statement.bind(1, log)
        try statement.bind(2, head.number)
        try statement.bind(3, head.hash.description)
        try statement.bind(4, head.size)
        try statement.bind(5, time.milliseconds)
      }
    }
  }
}
