/// How long pieces of work took.
enum LatenciesTable: Table {
  static let name = "latencies"

  static let schema = [
    """
    CREATE TABLE latencies (
      operation TEXT NOT NULL,
      began_us INTEGER NOT NULL,   -- microseconds since 1970-01-01T00:00:00Z
      run TEXT NOT NULL,
      duration_us INTEGER NOT NULL CHECK (duration_us >= 0),
      records INTEGER CHECK (records >= 0),
      PRIMARY KEY (operation, began_us, run)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let insert = RowInsert(
    table: name, columns: ["operation", "began_us", "run", "duration_us", "records"])

  static let ofOperation = Query(
    "latencies.of_operation",
    """
    SELECT began_us, run, duration_us, records FROM latencies
    WHERE operation = ?1 AND began_us >= ?2 AND began_us < ?3 ORDER BY began_us
    """)

  /// The operation after another one in the alphabet, which steps from one to the next by the index.
  static let nextOperation = Query(
    "latencies.next_operation", "SELECT min(operation) FROM latencies WHERE operation > ?1")

  static let queries = insert.queries + [ofOperation, nextOperation]
}
