/// Statements of the store that took too long.
enum SlowStatementsTable: Table {
  static let name = "slow_statements"

  static let schema = [
    """
    CREATE TABLE slow_statements (
      statement TEXT NOT NULL PRIMARY KEY,
      count INTEGER NOT NULL CHECK (count > 0),
      total_ms REAL NOT NULL CHECK (total_ms >= 0),
      worst_ms REAL NOT NULL CHECK (worst_ms >= 0),
      last_at INTEGER NOT NULL     -- milliseconds since 1970-01-01T00:00:00Z
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let add = Query(
    "slow_statements.add",
    """
    INSERT INTO slow_statements (statement, count, total_ms, worst_ms, last_at)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT DO UPDATE SET count = count + excluded.count,
      total_ms = total_ms + excluded.total_ms, worst_ms = max(worst_ms, excluded.worst_ms),
      last_at = max(last_at, excluded.last_at)
    """)

  static let read = Query(
    "slow_statements.read", plan: .reading,
    """
    SELECT statement, count, total_ms, worst_ms, last_at FROM slow_statements
    ORDER BY worst_ms DESC
    """)

  static let queries = [add, read]
}
