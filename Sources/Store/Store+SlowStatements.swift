package import Scalars

extension Store {
  /// A statement that took too long, as often as that was seen.
  package struct SlowRecord: Sendable, Equatable {
    package let statement: String
    package let count: Int
    package let totalMilliseconds: Double
    package let worstMilliseconds: Double
    package let lastAt: Timestamp
  }

  /// Puts what this connection saw into the store, for everybody to see.
  package func keepSlowStatements(at time: Timestamp) throws {
    let seen = takeSlowStatements().sorted { $0.key < $1.key }
    if seen.isEmpty { return }
    try transaction {
      for (name, statement) in seen {
        try change(SlowStatementsTable.add) { query in
          try query.bind(1, name)
          try query.bind(2, Int64(statement.count))
          try query.bind(3, statement.milliseconds)
          try query.bind(4, statement.worst)
          try query.bind(5, time.milliseconds)
        }
      }
    }
  }

  /// What was seen by everybody, the worst first.
  package func slowStatements() throws -> [SlowRecord] {
    try with(SlowStatementsTable.read) { query in
      var records: [SlowRecord] = []
      while try query.step() {
        records.append(
          SlowRecord(
            statement: query.text(0), count: Int(query.whole(1)), totalMilliseconds: query.real(2),
            worstMilliseconds: query.real(3), lastAt: Timestamp(milliseconds: query.whole(4))))
      }
      return records
    }
  }
}
