/// Every run of a command that left something in the store.
enum RunsTable: Table {
  static let name = "runs"

  static let schema = [
    """
    CREATE TABLE runs (
      run TEXT NOT NULL PRIMARY KEY,
      command TEXT NOT NULL,
      account TEXT,
      began_at INTEGER NOT NULL,   -- milliseconds since 1970-01-01T00:00:00Z
      ended_at INTEGER,
      status INTEGER,              -- the exit status; NULL while it runs, and where it was killed
      configuration TEXT,          -- the hash of the settings
      input TEXT                   -- the hash of what was read
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX runs_by_time ON runs (began_at)",
  ]

  static let begin = Query(
    "runs.begin",
    """
    INSERT INTO runs (run, command, account, began_at, configuration, input)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
    """)

  static let end = Query(
    "runs.end", "UPDATE runs SET ended_at = ?2, status = ?3 WHERE run = ?1")

  static let between = Query(
    "runs.between",
    """
    SELECT run, command, account, began_at, ended_at, status, configuration, input
    FROM runs WHERE began_at >= ?1 AND began_at < ?2 ORDER BY began_at
    """)

  static let queries = [begin, end, between]
}
