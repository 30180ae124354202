/// What became of an alert on its way through a handler.
enum DeliveriesTable: Table {
  static let name = "deliveries"

  static let schema = [
    """
    CREATE TABLE deliveries (
      alert INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
      handler TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sent', 'held', 'failed')),
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      detail TEXT,
      PRIMARY KEY (alert, handler)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX deliveries_by_handler ON deliveries (handler, state, at)",
  ]

  static let put = Query(
    "deliveries.put",
    """
    INSERT INTO deliveries (alert, handler, state, at, detail) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at, detail = excluded.detail
    """)

  /// What a handler has still to tell of.
  static let held = Query(
    "deliveries.held",
    """
    SELECT alerts.id, alerts.kind, alerts.subject, alerts.severity, alerts.message,
      alerts.raised_at
    FROM deliveries JOIN alerts ON alerts.id = deliveries.alert
    WHERE deliveries.handler = ?1 AND deliveries.state = 'held' ORDER BY deliveries.at
    """)

  static let queries = [put, held]
}
