package import Scalars

/// The deliveries of alerts that a process has taken on.
extension Store {
  /// So often one is tried: over some eight hours, as the pauses double.
  private static let mostTries = 11
  /// After so long, in milliseconds, nobody comes back from a delivery any more.
  private static let longestDelivery: Int64 = 600_000

  /// Whether a handler has still to tell of something.
  package func hasDueDeliveries(by handler: String, at now: Timestamp) throws -> Bool {
    try !due(handler, atMost: 1, at: now).isEmpty
  }

  /// Takes on what a handler has still to tell of, the oldest first; no other process gets it meanwhile.
  package func takeDeliveries(
    by handler: String, atMost most: Int, at now: Timestamp
  ) throws -> [AlertRecord] {
    try transaction {
      let alerts = try due(handler, atMost: most, at: now)
      for alert in alerts {
        try change(DeliveriesTable.take) { statement in
          try statement.bind(1, alert.id)
          try statement.bind(2, handler)
          try statement.bind(3, now.milliseconds)
        }
      }
      return alerts
    }
  }

  /// Puts down what became of deliveries that were taken on.
  ///
  /// - Parameter failure: why they failed; nil where they got through.
  /// - Returns: How many of them are given up, as they failed for the last time.
  @discardableResult
  package func endDeliveries(
    of alerts: [AlertRecord], by handler: String, failure: String?, at now: Timestamp
  ) throws -> Int {
    try transaction {
      var givenUp = 0
      for alert in alerts {
        try with(DeliveriesTable.end) { statement in
          try statement.bind(1, alert.id)
          try statement.bind(2, handler)
          try statement.bind(3, failure == nil ? "sent" : "failed")
          try statement.bind(4, now.milliseconds)
          try statement.bind(5, failure)
          while try statement.step() {
            if failure != nil, statement.whole(0) >= Self.mostTries { givenUp += 1 }
          }
        }
      }
      return givenUp
    }
  }

  private func due(
    _ handler: String, atMost most: Int, at now: Timestamp
  ) throws -> [AlertRecord] {
    try with(DeliveriesTable.due) { statement in
      try statement.bind(1, handler)
      try statement.bind(2, Self.mostTries)
      try statement.bind(3, now.milliseconds - Self.longestDelivery)
      try statement.bind(4, most)
      try statement.bind(5, now.milliseconds)
      var alerts: [AlertRecord] = []
      while try statement.step() {
        alerts.append(
          AlertRecord(
            id: statement.whole(0), kind: statement.text(1), subject: statement.text(2),
            severity: .init(rawValue: statement.text(3)) ?? .alert, message: statement.text(4),
            value: statement.isNull(5) ? nil : statement.real(5),
            threshold: statement.isNull(6) ? nil : statement.real(6),
            raisedAt: Timestamp(milliseconds: statement.whole(7))))
      }
      return alerts
    }
  }
}
