package import Scalars

/// An alert as it was kept.
package struct AlertRecord: Sendable, Equatable {
  /// How grave an alert is.
  package enum Severity: String, CaseIterable, Sendable, Comparable {
    case info = "INFO"
    case warning = "WARNING"
    case alert = "ALERT"
    case critical = "CRITICAL"

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether one is less grave.
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  package var id: Int64
  package let kind: String
  /// What it is about, such as an account or a broker.
  package let subject: String
  package let severity: Severity
  package let message: String
  package let value: Double?
  package let threshold: Double?
  package let raisedAt: Timestamp

  /// Creates an alert that is not kept yet.
  package init(
    id: Int64 = 0, kind: String, subject: String, severity: Severity, message: String,
    value: Double? = nil, threshold: Double? = nil, raisedAt: Timestamp
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.severity = severity
    self.message = message
    self.value = value
    self.threshold = threshold
    self.raisedAt = raisedAt
  }
}

extension Store {
  /// Keeps an alert, unless one of its kind and subject still stands, and that handlers have to tell of it.
  ///
  /// - Parameters:
  ///   - stands: whether it stands until it is ended; one that tells of a moment does not.
  ///   - handlers: the handlers that have to tell of it.
  /// - Returns: the alert with its number; nil where one stands already.
  package func raise(
    _ alert: AlertRecord, stands: Bool, for handlers: [String] = []
  ) throws -> AlertRecord? {
    try transaction {
      guard let kept = try insert(alert, stands: stands) else { return nil }
      for handler in handlers {
        try change(DeliveriesTable.expect) { statement in
          try statement.bind(1, kept.id)
          try statement.bind(2, handler)
          try statement.bind(3, kept.raisedAt.milliseconds)
        }
      }
      return kept
    }
  }

  private func insert(_ alert: AlertRecord, stands: Bool) throws -> AlertRecord? {
    try with(AlertsTable.raise) { statement in
      try statement.bind(1, alert.kind)
      try statement.bind(2, alert.subject)
      try statement.bind(3, alert.severity.rawValue)
      try statement.bind(4, alert.message)
      if let value = alert.value { try statement.bind(5, value) }
      if let threshold = alert.threshold { try statement.bind(6, threshold) }
      try statement.bind(7, alert.raisedAt.milliseconds)
      try statement.bind(8, stands ? nil : alert.raisedAt.milliseconds)
      guard try statement.step() else { return nil }
      var kept = alert
      kept.id = statement.whole(0)
      return kept
    }
  }

  /// Ends the alert of a kind and subject, so that the next crossing raises another one.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package func endAlert(_ kind: String, _ subject: String, at time: Timestamp) throws -> Bool {
    try transaction {
      try change(AlertsTable.end) { statement in
        try statement.bind(1, kind)
        try statement.bind(2, subject)
        try statement.bind(3, time.milliseconds)
      } > 0
    }
  }

  /// How many alerts of each severity were raised in a span of time.
  package func alertCounts(
    from start: Timestamp, to end: Timestamp
  ) throws -> [AlertRecord.Severity: Int] {
    try with(AlertsTable.counts) { statement in
      try statement.bind(1, start.milliseconds)
      try statement.bind(2, end.milliseconds)
      var counts: [AlertRecord.Severity: Int] = [:]
      while try statement.step() {
        guard let severity = AlertRecord.Severity(rawValue: statement.text(0)) else { continue }
        counts[severity] = Int(statement.whole(1))
      }
      return counts
    }
  }
}
