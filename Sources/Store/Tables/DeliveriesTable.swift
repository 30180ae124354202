/// What became of an alert on its way through a handler.
enum DeliveriesTable: Table {
  static let name = "deliveries"

  static let schema = [
    """
    CREATE TABLE deliveries (
      alert INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
      handler TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
      detail TEXT,
      PRIMARY KEY (alert, handler)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX deliveries_by_handler ON deliveries (handler, state, at)",
  ]

  static let expect = Query(
    "deliveries.expect",
    "INSERT INTO deliveries (alert, handler, state, at) VALUES (?1, ?2, 'waiting', ?3)")

  /// What a handler has still to tell of, the oldest first: also what failed, after pauses that double from
  /// a minute on, and what a process took on and never came back from.
  static let due = Query(
    "deliveries.due",
    """
    SELECT alerts.id, alerts.kind, alerts.subject, alerts.severity, alerts.message, alerts.value,
      alerts.threshold, alerts.raised_at
    FROM deliveries JOIN alerts ON alerts.id = deliveries.alert
    WHERE deliveries.handler = ?1 AND deliveries.tries < ?2
      AND (deliveries.state = 'waiting'
        OR (deliveries.state = 'failed' AND deliveries.at + (30000 << deliveries.tries) <= ?5)
        OR (deliveries.state = 'sending' AND deliveries.at <= ?3))
    ORDER BY alerts.id LIMIT ?4
    """)

  static let take = Query(
    "deliveries.take",
    """
    UPDATE deliveries SET state = 'sending', at = ?3, tries = tries + 1
    WHERE alert = ?1 AND handler = ?2
    """)

  static let end = Query(
    "deliveries.end",
    """
    UPDATE deliveries SET state = ?3, at = ?4, detail = ?5 WHERE alert = ?1 AND handler = ?2
    RETURNING tries
    """)

  static let queries = [expect, due, take, end]
}
