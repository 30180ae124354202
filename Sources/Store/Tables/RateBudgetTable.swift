/// Calls that were spent, so that all processes together keep within a broker's limits.
enum RateBudgetTable: Table {
  static let name = "rate_budget"

  static let schema = [
    """
    CREATE TABLE rate_budget (
      scope TEXT NOT NULL,         -- what is limited, such as a broker's endpoint or a mail server
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      ordinal INTEGER NOT NULL,    -- among those of one millisecond
      PRIMARY KEY (scope, at, ordinal)
    ) STRICT, WITHOUT ROWID
    """
  ]

  /// The call before the last few.
  static let nth = Query(
    "rate_budget.nth",
    "SELECT at FROM rate_budget WHERE scope = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2")

  /// How many there were behind a time.
  static let spentSince = Query(
    "rate_budget.spent_since", "SELECT count(*) FROM rate_budget WHERE scope = ?1 AND at > ?2")

  static let spend = Query(
    "rate_budget.spend",
    """
    INSERT INTO rate_budget (scope, at, ordinal) SELECT ?1, ?2, count(*) FROM rate_budget
    WHERE scope = ?1 AND at = ?2
    """)

  static let sweep = Query(
    "rate_budget.sweep", "DELETE FROM rate_budget WHERE scope = ?1 AND at <= ?2")

  static let forgetFuture = Query(
    "rate_budget.forget_future", "DELETE FROM rate_budget WHERE scope = ?1 AND at > ?2")

  static let queries = [nth, spentSince, spend, sweep, forgetFuture]
}
