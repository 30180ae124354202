package import Scalars

/// How long one piece of work took.
package struct LatencyRecord: Sendable, Equatable {
  /// What was done, such as `greeks` or `fetch-chain.login`.
  package let operation: String
  /// When it began, in microseconds since 1970 in UTC.
  package let beganMicroseconds: Int64
  package let durationMicroseconds: Int64
  /// How many records it was about; nil where that means nothing.
  package let records: Int64?

  /// Creates a record.
  package init(
    operation: String, beganMicroseconds: Int64, durationMicroseconds: Int64,
    records: Int64? = nil
  ) {
    self.operation = operation
    self.beganMicroseconds = beganMicroseconds
    self.durationMicroseconds = durationMicroseconds
    self.records = records
  }
}

extension Store {
  /// Keeps how long pieces of work of a run took.
  package func keep(_ latencies: [LatencyRecord], of run: String) throws {
    if latencies.isEmpty { return }
    try transaction {
      try insert(LatenciesTable.insert) { buffer in
        for latency in latencies {
          buffer.add(latency.operation)
          buffer.add(latency.beganMicroseconds)
          buffer.add(run)
          buffer.add(latency.durationMicroseconds)
          buffer.add(latency.records)
          try buffer.endRow(in: self)
        }
      }
    }
  }

  /// The operations of which there is a record, in the order of their names.
  package func operations() throws -> [String] {
    var names: [String] = []
    while let next = try operation(after: names.last ?? "") { names.append(next) }
    return names
  }

  private func operation(after name: String) throws -> String? {
    try with(LatenciesTable.nextOperation) { statement in
      try statement.bind(1, name)
      return try statement.step() ? statement.textOrNil(0) : nil
    }
  }

  /// Hands over the records of an operation from a span of time, in their order.
  package func latencies(
    of operation: String, from: Timestamp, to end: Timestamp,
    _ body: (LatencyRecord) throws -> Void
  ) throws {
    try with(LatenciesTable.ofOperation) { statement in
      try statement.bind(1, operation)
      try statement.bind(2, from.milliseconds * 1000)
      try statement.bind(3, end.milliseconds * 1000)
      while try statement.step() {
        try body(
          LatencyRecord(
            operation: operation, beganMicroseconds: statement.whole(0),
            durationMicroseconds: statement.whole(2), records: statement.wholeOrNil(3)))
      }
    }
  }
}
