/// Alerts: what was crossed, when, and whether it still is.
enum AlertsTable: Table {
  static let name = "alerts"

  static let schema = [
    """
    CREATE TABLE alerts (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,       -- what it is about, such as an account or a broker
      severity TEXT NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'ALERT', 'CRITICAL')),
      message TEXT NOT NULL,
      value REAL CHECK (abs(value) < 1e18),
      threshold REAL CHECK (abs(threshold) < 1e18),
      raised_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
      ended_at INTEGER CHECK (ended_at >= raised_at)
    ) STRICT
    """,
    // An alert is raised once for each crossing: while it stands there is no second one.
    "CREATE UNIQUE INDEX alerts_standing ON alerts (kind, subject) WHERE ended_at IS NULL",
    "CREATE INDEX alerts_by_time ON alerts (raised_at)",
    "CREATE INDEX alerts_by_kind ON alerts (kind, raised_at)",
  ]

  static let raise = Query(
    "alerts.raise",
    """
    INSERT INTO alerts (kind, subject, severity, message, value, threshold, raised_at, ended_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING id
    """)

  static let end = Query(
    "alerts.end",
    """
    UPDATE alerts SET ended_at = max(raised_at, ?3)
    WHERE kind = ?1 AND subject = ?2 AND ended_at IS NULL
    """)

  static let standing = Query(
    "alerts.standing",
    """
    SELECT id, severity, message, raised_at FROM alerts
    WHERE kind = ?1 AND subject = ?2 AND ended_at IS NULL
    """)

  static let between = Query(
    "alerts.between",
    """
    SELECT id, kind, subject, severity, message, value, threshold, raised_at, ended_at
    FROM alerts WHERE raised_at >= ?1 AND raised_at < ?2 ORDER BY raised_at
    """)

  static let counts = Query(
    "alerts.counts",
    """
    SELECT severity, count(*) FROM alerts WHERE raised_at >= ?1 AND raised_at < ?2
    GROUP BY severity
    """)

  static let queries = [raise, end, standing, between, counts]
}
